using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Tests.Drills;

/// <summary>Facts and inputs of drills that show only what matters. Ada lives in Dublin, where in early March it is UTC; her drill comes at 08:30.</summary>
internal static class D
{
    internal const string Dublin = "Europe/Dublin";

    internal static readonly PersonId Ada = new("terminal", "hall", "ada");
    internal static readonly PersonId Bea = new("terminal", "hall", "bea");
    internal static readonly PlaceId Channel = new("terminal", "practice");
    internal static readonly PlaceId Direct = new("terminal", "@ada");
    internal static readonly StreamId Mine = Practice.StreamOf(Ada);

    internal static Subscription Wanted { get; } = new()
    {
        Person = Ada,
        AskedIn = Channel,
        Time = new(8, 30),
        Zone = Dublin,
        Days = DrillDays.Daily,
        FirstOn = Day(1),
    };

    /// <summary>A day of March 2026; the 2nd is a Monday.</summary>
    internal static DateOnly Day(int day) => new DateOnly(2026, 3, 1).AddDays(day - 1);

    /// <summary>A moment in Dublin, such as (2, "08:30").</summary>
    internal static DateTimeOffset At(int day, string time) => ZonedDays.At(Day(day), TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), Dublin);

    internal static Origin From(DateTimeOffset at, PersonId? who = null, PlaceId? place = null) => new($"d{at.UtcTicks}", who ?? Ada, place ?? Channel, at);

    internal static StreamId Drill(int day) => new(Core.Drills.Drill.StreamName, $"drill{day:000}");

    // Facts of a practice.
    internal static PracticeEvent On(Subscription? wanted = null) => new PracticeEvent.Subscribed(At(1, "20:00"), wanted ?? Wanted);

    internal static PracticeEvent Sent(int day, DrillKind kind = DrillKind.Daily) => new PracticeEvent.Opened(At(day, "08:30"), Day(day), kind, Drill(day));

    internal static PracticeEvent Answered(int day, int? on = null) => new PracticeEvent.Answered(At(on ?? day, "09:00"), Drill(day), Day(day), Day(on ?? day), []);

    internal static PracticeEvent Skipped(int day) => new PracticeEvent.Skipped(At(day, "09:00"), Drill(day), Day(day));

    internal static PracticeEvent PutOff(int day, string until) => new PracticeEvent.PutOff(At(day, "07:00"), Day(day), At(day, until));

    internal static PracticeEvent[] SentUnanswered(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(day => Sent(day))];

    // Inputs of a practice.
    internal static PracticeInput Subscribe(DateTimeOffset at, Subscription? wanted = null, string? complaint = null, bool slotIsSet = false, bool moved = false) =>
        new PracticeInput.Subscribe(From(at), complaint is null ? wanted ?? Wanted : null, complaint, slotIsSet, moved);

    /// <param name="offered">False: nothing to ask, or known to be held.</param>
    internal static PracticeInput Due(int day, DateTimeOffset at, bool offered = true, QuietHours? groupQuiet = null, string groupZone = "UTC", DateTimeOffset? dueAt = null) =>
        new PracticeInput.Due(From(at, PersonId.Bot), Day(day), dueAt ?? At(day, "08:30"), groupQuiet, groupZone, offered ? Drill(day) : null, []);

    // One drill.
    internal static DrillSetup Setup { get; } = new()
    {
        Stream = Drill(2),
        Person = Ada,
        AskedIn = Channel,
        Date = Day(2),
        Kind = DrillKind.Daily,
        Zone = Dublin,
        QuestionId = "ml-system-design.rows",
        Area = "design",
        ScriptHash = "hash",
        Seed = 7,
        RoundId = "ml-system-design",
        RoundLabel = "System design",
        FullMinutes = 30,
        Minutes = 10,
        Why = "system design is furthest behind; you have not been asked this before.",
        Openness = Openness.Dm,
    };

    internal static DrillSetup SumSetup(string kind) => Setup with { QuestionId = DrillSetup.SumPrefix + kind, Area = "fundamentals", ScriptHash = null, RoundId = "", RoundLabel = "", FullMinutes = 4 };

    internal static DateTimeOffset Min(double minutes) => At(2, "08:30") + TimeSpan.FromMinutes(minutes);

    internal static DrillEvent Offered(DrillSetup? setup = null) => new DrillEvent.Offered(Min(0), setup ?? Setup);

    internal static DrillEvent Given(string text, double minute = 1, string id = "m1", string? file = null) => new DrillEvent.AnswerGiven(Min(minute), Direct, id, text, file);

    internal static DrillEvent Probed(string followUp = "ask-baseline", double minute = 5, string reason = "a baseline was not mentioned") => new DrillEvent.FollowUpAsked(Min(minute), followUp, reason);

    internal static DrillEvent Over(DrillEnding ending = DrillEnding.Answered, double minute = 9) => new DrillEvent.Ended(Min(minute), ending);

    internal static Origin Here(double minute, PersonId? who = null) => From(Min(minute), who ?? Ada with { Group = null }, Direct);

    internal static DrillInput Say(string text, double minute = 2, string id = "m2", string? file = null, PersonId? by = null) => new DrillInput.Say(Here(minute, by), id, text, file);

    internal static DrillInput Edit(string text, string id = "m1", PersonId? by = null) => new DrillInput.Edit(Here(3, by), id, text);

    internal static DrillInput Delete(string id = "m1", PersonId? by = null) => new DrillInput.Delete(Here(3, by), id);

    internal static DrillInput Done(double minute = 5, int? step = null, PersonId? by = null) => new DrillInput.Done(Here(minute, by), step);

    internal static DrillInput Hint(double minute = 3, int? step = null) => new DrillInput.Hint(Here(minute), step);

    internal static DrillInput Skip(double minute = 3, int? step = null) => new DrillInput.Skip(Here(minute), step);
}

/// <summary>What was decided for a practice, and the claims about it.</summary>
internal sealed class PracticeOutcome(Practice before)
{
    internal static PracticeOutcome Given(params PracticeEvent[] facts) => new(StateOf(facts));

    internal static Practice StateOf(params PracticeEvent[] facts) => facts.Aggregate(Practice.New(D.Mine), (practice, fact) => practice.Evolve(fact));

    internal Decision<PracticeEvent> Decision { get; private set; } = Decision<PracticeEvent>.Nothing;

    internal Practice After => Decision.Events.Aggregate(before, (practice, fact) => practice.Evolve(fact));

    internal PracticeOutcome When(PracticeInput input)
    {
        before = After;
        Decision = PracticeDesk.Decide(before, input);
        return this;
    }

    internal PracticeOutcome Then(params PracticeEvent[] expected)
    {
        Assert.Equal(expected, Decision.Events);
        return this;
    }

    /// <summary>Nothing is held, and the drill of that day is sent.</summary>
    internal PracticeOutcome Opens(int day)
    {
        Assert.Equal(D.Day(day), Assert.IsType<PracticeEvent.Opened>(Assert.Single(Decision.Events)).Date);
        return this;
    }

    internal PracticeOutcome Withholds(Withheld reason)
    {
        Assert.Equal(reason, Assert.Single(Decision.Events.OfType<PracticeEvent.NotSent>()).Reason);
        Assert.DoesNotContain(Decision.Events, fact => fact is PracticeEvent.Opened);
        return this;
    }

    internal PracticeOutcome Wakes(DateTimeOffset at)
    {
        Assert.Equal(at, Assert.Single(Decision.Effects.OfType<Effect.Later>()).At);
        return this;
    }

    internal PracticeOutcome Quietly()
    {
        Assert.Empty(Decision.Effects);
        return this;
    }

    /// <summary>In the place where it was typed, to the person alone.</summary>
    internal PracticeOutcome Whispers(params string[] parts) => Has(Decision.Effects.OfType<Effect.Show>().Where(show => show.Only is not null), parts);

    internal PracticeOutcome WritesDirectly(params string[] parts) => Has(Decision.Effects.OfType<Effect.Show>().Where(show => show.To is Where.Dm), parts);

    private PracticeOutcome Has(IEnumerable<Effect.Show> shows, string[] parts)
    {
        var text = string.Join('\n', shows.Select(show => $"{show.Message.Title}\n{show.Message.Body}"));
        Assert.NotEmpty(text);
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
        return this;
    }
}
