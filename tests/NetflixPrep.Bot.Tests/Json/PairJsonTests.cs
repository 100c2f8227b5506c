using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Pairs;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class PairJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 12, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Date = new(2026, 1, 12);
    private static readonly PersonId Ana = new("terminal", "study", "ana");
    private static readonly PersonId Ben = new("terminal", "study", "ben");

    private static readonly PairWish Wish = new() { Person = Ana, AskedIn = new("terminal", "#mock"), Round = "coding", Level = "L5", Hours = QuietHours.Read("18:00-22:00"), Zone = "Europe/Dublin", Days = DrillDays.Weekdays };

    private static readonly MeetingSetup Setup = new()
    {
        Stream = new("pair", "x2pv38zu"),
        Pool = new("pool", "terminal:study"),
        Date = Date,
        Sides = [new(Ana, "Europe/Dublin", QuietHours.Read("22:00-08:00"), "Europe/Dublin"), new(Ben, "America/New_York", null, "UTC")],
        Halves = [new("coding.one", "0f3a", "Coding", "One", 30), new("coding.two", "1b4c", "Coding", "Two", 25)],
        Near = new("terminal", "#study"),
        Openness = Openness.Private,
        Budget = MeetingSetup.DefaultBudget,
    };

    public static TheoryData<PoolEvent> OfPools =>
    [
        new PoolEvent.Joined(At, Wish),
        new PoolEvent.Joined(At, new() { Person = Ben, AskedIn = new("terminal", "#mock"), Zone = "UTC" }),
        new PoolEvent.Left(At, Ana),
        new PoolEvent.WentAway(At, Ana, Date),
        new PoolEvent.CameBack(At, Ana),
        new PoolEvent.Warned(At, Ana),
        new PoolEvent.Matched(At, Ana, Ben, Date),
        new PoolEvent.Matched(At, Ana, null, Date),
        new PoolEvent.LeftOver(At, Ana, Date),
        new PoolEvent.ToldInChannel(At, Ana),
        new PoolEvent.PutBack(At, Ana),
        new PoolEvent.Ran(At, Date),
    ];

    public static TheoryData<MeetingEvent> OfMeetings =>
    [
        new MeetingEvent.Met(At, Setup),
        new MeetingEvent.Said(At, 0, new("terminal", "#study/pair"), "m-1", "Résumé: <b> & \"why\"\nsecond line", null),
        new MeetingEvent.Said(At, 1, new("terminal", "#study/pair"), "m-2", "code", "ring.py"),
        new MeetingEvent.Edited(At, 0, "m-1", "new"),
        new MeetingEvent.Deleted(At, 0, "m-1"),
        new MeetingEvent.Passed(At, 1),
        new MeetingEvent.AnswerDone(At, 0),
        new MeetingEvent.Reminded(At, 1),
        new MeetingEvent.HalfEnded(At, HalfEnd.Time),
        new MeetingEvent.Swapped(At, 1),
        .. Enum.GetValues<MeetingEnding>().Select((ending, at) => new MeetingEvent.Ended(At, ending, at % 2 == 0 ? null : 1)),
    ];

    [Theory]
    [MemberData(nameof(OfPools))]
    public void A_fact_of_a_matching_comes_back_as_it_was_stored(PoolEvent fact) => Assert.Equal(fact, PairJson.ReadPool(PairJson.Write(fact)));

    [Theory]
    [MemberData(nameof(OfMeetings))]
    public void A_fact_of_a_meeting_comes_back_as_it_was_stored(MeetingEvent fact) => Assert.Equal(fact, PairJson.ReadMeeting(PairJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above() => Assert.Equal(
        typeof(PoolEvent).GetNestedTypes().Length + typeof(MeetingEvent).GetNestedTypes().Length,
        OfPools.Select(row => row.Data.GetType()).Concat(OfMeetings.Select(row => row.Data.GetType())).Distinct().Count());

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were() => GoldenFile.Check("stored-pairs.txt",
        string.Concat(OfPools.Select(row => PairJson.Write(row.Data)).Concat(OfMeetings.Select(row => PairJson.Write(row.Data))).Select(stored => $"{stored.Kind} {stored.Data}\n")));
}
