using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Pairs;
using NetflixPrep.Core.Questions.Reading;
using NetflixPrep.Core.Tests.Questions;

namespace NetflixPrep.Core.Tests.Pairs;

/// <summary>Builders for meetings and matchings. Ana lives in Dublin, Ben in New York; it is Monday, 12 January 2026, noon.</summary>
internal static class M
{
    internal static readonly DateTimeOffset Noon = new(2026, 1, 12, 12, 0, 0, TimeSpan.Zero);
    internal static readonly PersonId Ana = Person("ana");
    internal static readonly PersonId Ben = Person("ben");
    internal static readonly PersonId Cleo = Person("cleo");
    internal static readonly PlaceId Channel = new("terminal", "#mock");
    internal static readonly PlaceId Thread = new("terminal", "#mock/pair-x2pv");
    internal static readonly StreamId Pool = new("pool", "terminal:study");

    internal static MeetingSetup Setup { get; } = new()
    {
        Stream = new("pair", "x2pv38zu"),
        Pool = Pool,
        Date = new(2026, 1, 12),
        Sides = [new(Ana, "Europe/Dublin", QuietHours.Read("22:00-08:00"), "Europe/Dublin"), new(Ben, "America/New_York", QuietHours.Read("22:00-08:00"), "America/New_York")],
        Halves = [new("culture.one", "0f3a", "Culture", "One", 30), new("culture.two", "1b4c", "Culture", "Two", 30)],
        Near = Channel,
        Openness = Openness.Private,
        Budget = MeetingSetup.DefaultBudget,
    };

    internal static PersonId Person(string name) => new("terminal", "study", name);

    internal static DateTimeOffset Hour(double hours) => Noon.AddHours(hours);

    internal static Origin From(PersonId who, double hours, PlaceId? place = null) => new("d1", who, place ?? Thread, Hour(hours));

    internal static MeetingEvent Met(MeetingSetup? setup = null) => new MeetingEvent.Met(Noon, setup ?? Setup);

    internal static MeetingEvent Said(int side, double hours, string text = "words", string? id = null) => new MeetingEvent.Said(Hour(hours), side, Thread, id ?? $"m-{hours}", text, null);

    internal static MeetingInput Say(PersonId who, double hours, string text = "words", string? id = null) => new MeetingInput.Say(From(who, hours), id ?? $"m-{hours}", text, null);

    internal static MeetingInput Due(double hours) => new MeetingInput.Due(From(PersonId.Bot, hours, PlaceId.Bot));

    internal static PairWish Wish(PersonId who, string? round = null, string? level = null, string? hours = null, string zone = "UTC") =>
        new() { Person = who, AskedIn = Channel, Round = round, Level = level, Hours = hours is null ? null : QuietHours.Read(hours), Zone = zone };

    internal static Candidate Waiting(string name, double daysAgo = 1, bool first = false, string? round = null, string? level = null, string? hours = null, string zone = "UTC") =>
        new(Wish(Person(name), round, level, hours, zone), Noon.AddDays(-daysAgo), first);

    internal static MeetingOutcome Given(params MeetingEvent[] facts) => new(facts);

    internal static Seq<Scripted> Questions { get; } =
    [
        .. new[] { "culture.one", "culture.two" }.Select(id => B.Script(B.Question(id, B.Signal("baseline", new() { Any = ["baseline"] })))).Select(script => new Scripted(script, QuestionReader.Compile(script))),
    ];
}

/// <summary>What was decided, and the claims about it.</summary>
internal sealed class MeetingOutcome(params MeetingEvent[] facts)
{
    internal static readonly MeetingDesk Desk = new(M.Questions);

    internal Meeting Before { get; } = facts.Aggregate((Meeting)new Meeting.NotMet(), (meeting, fact) => meeting.Evolve(fact));

    internal Decision<MeetingEvent> Decision { get; private set; } = Decision<MeetingEvent>.Nothing;

    internal Meeting After => Decision.Events.Aggregate(Before, (meeting, fact) => meeting.Evolve(fact));

    internal IEnumerable<Effect.Show> Shows => Decision.Effects.OfType<Effect.Show>();

    internal Effect.Show Public => Assert.Single(Shows, show => show is { Only: null, To: Where.Home });

    internal Effect.Show Whisper => Assert.Single(Shows, show => show.Only is not null);

    internal DateTimeOffset? Clock => Decision.Effects.OfType<Effect.Later>().Last(later => later.Timer == MeetingDesk.ClockTimer).At;

    internal MeetingOutcome When(MeetingInput input)
    {
        Decision = Desk.Decide(Before, input);
        return this;
    }

    internal MeetingOutcome Then(params MeetingEvent[] expected)
    {
        Assert.Equal(expected, Decision.Events);
        return this;
    }

    internal MeetingOutcome Says(params string[] parts)
    {
        Assert.All(parts, part => Assert.Contains(part, Public.Message.Body.ToString(), StringComparison.Ordinal));
        return this;
    }

    internal MeetingOutcome Whispers(params string[] parts)
    {
        Assert.All(parts, part => Assert.Contains(part, Whisper.Message.Body.ToString(), StringComparison.Ordinal));
        return this;
    }

    internal MeetingOutcome Pings(params PersonId[] people)
    {
        Assert.Equal(people, Public.Notify);
        return this;
    }

    internal MeetingOutcome Offers(params string[] labels)
    {
        Assert.Equal(labels, (Shows.FirstOrDefault(show => show.Only is not null) ?? Public).Message.Controls.OfType<Control.Button>().Select(button => button.Label));
        return this;
    }
}
