using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Drills.Dailies;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions.Reading;
using NetflixPrep.Core.Tests.Questions;

namespace NetflixPrep.Core.Tests.Drills.Dailies;

/// <summary>Facts and inputs of a group's question of the day that show only what matters. The group lives in Dublin; its hour is 09:00. 2 March 2026 is a Monday.</summary>
internal static class Q
{
    internal const string Zone = "Europe/Dublin";

    internal static readonly StreamId Hall = new("group", "terminal:hall");
    internal static readonly PersonId Ada = new("terminal", "hall", "ada");
    internal static readonly PersonId Bea = new("terminal", "hall", "bea");
    internal static readonly PersonId Cid = new("terminal", "hall", "cid");
    internal static readonly PersonId Stranger = new("terminal", "attic", "ada");
    internal static readonly PlaceId Channel = new("terminal", "#practice");
    internal static readonly DateOnly Monday = new(2026, 3, 2);
    internal static readonly StreamId Day = Daily.StreamOf(Hall, Monday);

    internal static GroupSettings Settings { get; } = new()
    {
        PracticeChannel = Channel,
        Zone = Zone,
        QuietHours = new(new(22, 0), new(7, 30)),
        DailyQuestion = new(new(9, 0), Core.Drills.DrillDays.Weekdays),
    };

    internal static DailySetup Setup { get; } = new()
    {
        Stream = Day,
        Group = Hall,
        Place = Channel,
        Date = Monday,
        Zone = Zone,
        QuestionId = "culture.one",
        Area = "behaviour",
        ScriptHash = "hash",
        Why = "behaviour is next in turn; this group has not had it before.",
    };

    internal static DailySetup SumSetup { get; } = Setup with { QuestionId = "sum.precision-recall", ScriptHash = null, Seed = 7 };

    /// <summary>A moment on that Monday, such as "09:00".</summary>
    internal static DateTimeOffset At(string time) => ZonedDays.At(Monday, TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), Zone);

    internal static Origin From(PersonId? who = null, string time = "10:00") => new("d1", who ?? Ada, Channel, At(time));

    internal static DailyEvent Asked(DailySetup? setup = null) => new DailyEvent.Asked(At("09:00"), setup ?? Setup);

    internal static DailyEvent Answered(PersonId who, string text, string time = "10:00") => new DailyEvent.Answered(At(time), who, text);

    internal static DailyInput Ask(DateTimeOffset? now = null, GroupSettings? settings = null, DailySetup? setup = null) =>
        new DailyInput.Ask(new("due", PersonId.Bot, PlaceId.Bot, now ?? At("09:00")), At("09:00"), settings ?? Settings, setup);

    internal static DailyInput Answer(PersonId who, string text, string time = "10:00") => new DailyInput.Answer(From(who, time), text);

    internal static DailyInput Read(PersonId who, int skip = 0) => new DailyInput.Read(From(who), skip);

    internal static DailyOutcome Given(params DailyEvent[] facts) => new(facts);

    internal static DailyDesk Desk(DailySetup? setup) => setup switch
    {
        null => new(null, null),
        { SumKind: { } kind } => new(null, Sums.Make(kind, setup.Seed)),
        _ => new(Question, null),
    };

    private static Scripted Question { get; } = B.Script(B.Question()) is var script ? new(script, QuestionReader.Compile(script)) : null!;
}

/// <summary>What was decided, and the claims about it.</summary>
internal sealed class DailyOutcome(params DailyEvent[] facts)
{
    private readonly Daily before = facts.Aggregate((Daily)new Daily.NotAsked(Q.Day), (daily, fact) => daily.Evolve(fact));

    internal Decision<DailyEvent> Decision { get; private set; } = Decision<DailyEvent>.Nothing;

    internal Daily After => Decision.Events.Aggregate(before, (daily, fact) => daily.Evolve(fact));

    internal IEnumerable<Effect.Show> Shows => Decision.Effects.OfType<Effect.Show>();

    internal Effect.Show? Card => Shows.SingleOrDefault(show => show.Only is null);

    internal Effect.Show Whisper => Assert.Single(Shows, show => show.Only is not null);

    internal DailyOutcome When(DailyInput input)
    {
        Decision = Q.Desk((before as Daily.Asked)?.Setup ?? (input as DailyInput.Ask)?.Setup).Decide(before, input);
        return this;
    }

    internal DailyOutcome Then(params DailyEvent[] expected)
    {
        Assert.Equal(expected, Decision.Events);
        return this;
    }

    internal DailyOutcome Whispers(params string[] parts)
    {
        Assert.All(parts, part => Assert.Contains(part, Whisper.Message.Body.ToString(), StringComparison.Ordinal));
        return this;
    }

    internal DailyOutcome Offers(params string[] labels)
    {
        Assert.Equal(labels, Whisper.Message.Controls.OfType<Control.Button>().Select(button => button.Label));
        return this;
    }

    internal DailyOutcome CardSays(params string[] parts)
    {
        Assert.All(parts, part => Assert.Contains(part, Card!.Message.Body.ToString(), StringComparison.Ordinal));
        return this;
    }

    internal DailyOutcome LeavesTheCard()
    {
        Assert.Null(Card);
        return this;
    }
}
