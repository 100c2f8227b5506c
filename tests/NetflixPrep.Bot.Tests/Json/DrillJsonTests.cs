using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Memory;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class DrillJsonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly PlaceId Hall = new("terminal", "#hall");
    private static readonly PersonId Ana = new("terminal", "study", "ana");
    private static readonly StreamId Drill = new("drill", "7k2m9q4d");

    private static readonly Subscription Wanted = new() { Person = Ana, AskedIn = Hall, Time = new(8, 30), Zone = "Europe/Dublin", Days = DrillDays.Weekdays, FirstOn = Monday };

    private static readonly DrillSetup Sum = new()
    {
        Stream = Drill,
        Person = Ana,
        AskedIn = Hall,
        Date = Monday,
        Kind = DrillKind.Extra,
        Zone = "UTC",
        QuestionId = "sum.psi",
        Area = "fundamentals",
        Seed = ulong.MaxValue,
        RoundId = "",
        RoundLabel = "",
        FullMinutes = 6,
        Minutes = 10,
        Why = "it begins with fundamentals.",
        Openness = Openness.Dm,
    };

    public static TheoryData<SlotEvent> OfSlots => [new SlotEvent.Struck(Noon, Monday, Noon.AddHours(-3))];

    public static TheoryData<PracticeEvent> OfPractices => [
        new PracticeEvent.Subscribed(Noon, Wanted),
        new PracticeEvent.Subscribed(Noon, Wanted with { Minutes = 25, QuietHours = new(new(22, 0), new(7, 30)), ThreadAllowed = true }),
        new PracticeEvent.Unsubscribed(Noon, Moved: true),
        new PracticeEvent.WentAway(Noon, Monday.AddDays(7)),
        new PracticeEvent.CameBack(Noon),
        new PracticeEvent.LeftOut(Noon, Monday),
        new PracticeEvent.PutOff(Noon, Monday, Noon.AddHours(1)),
        new PracticeEvent.Opened(Noon, Monday, DrillKind.Daily, Drill),
        .. Enum.GetValues<Withheld>().Select(reason => new PracticeEvent.NotSent(Noon, Monday, reason)),
        new PracticeEvent.Answered(Noon, Drill, Monday, Monday.AddDays(1), [new("start-simple", Grade.Good), new("state-the-goal", Grade.Hard), new("monitor", Grade.Again)]),
        new PracticeEvent.Skipped(Noon, Drill, Monday),
        new PracticeEvent.SessionRead(Noon, new("session", "x2pv38zu"), Noon.AddHours(-2), Monday, [new("start-simple", Grade.Good)]),
        new PracticeEvent.Paused(Noon, PauseReason.DmClosed),
        new PracticeEvent.Paused(Noon, PauseReason.Unanswered),
    ];

    public static TheoryData<DrillEvent> OfDrills => [
        new DrillEvent.Offered(Noon, Sum),
        new DrillEvent.Offered(Noon, Sum with { Kind = DrillKind.Daily, QuestionId = "culture.candour", ScriptHash = "abc", RoundId = "culture", RoundLabel = "Culture", AfterAGap = true, Before = new(4, 6) }),
        new DrillEvent.AnswerGiven(Noon, Hall, "m1", "the goal 🎯 \"quoted\"", null),
        new DrillEvent.AnswerGiven(Noon, Hall, "m2", "in a file", "notes.txt"),
        new DrillEvent.AnswerEdited(Noon, "m1", "the goal, edited"),
        new DrillEvent.AnswerDeleted(Noon, "m1"),
        new DrillEvent.FactsTold(Noon, ["latency", "members"]),
        new DrillEvent.HintGiven(Noon, 2),
        new DrillEvent.FollowUpAsked(Noon, "ask-baseline", "not mentioned: a baseline"),
        new DrillEvent.SumLooked(Noon),
        new DrillEvent.Ended(Noon, DrillEnding.Answered),
        new DrillEvent.Ended(Noon, DrillEnding.Skipped),
        new DrillEvent.BroughtUp(Noon),
        new DrillEvent.PlaceLost(Noon),
        new DrillEvent.Moved(Noon, Hall),
    ];

    [Theory]
    [MemberData(nameof(OfSlots))]
    public void A_fact_of_a_slot_comes_back_as_it_was_stored(SlotEvent fact) => Assert.Equal(fact, DrillJson.ReadSlot(DrillJson.Write(fact)));

    [Theory]
    [MemberData(nameof(OfPractices))]
    public void A_fact_of_a_practice_comes_back_as_it_was_stored(PracticeEvent fact) => Assert.Equal(fact, DrillJson.ReadPractice(DrillJson.Write(fact)));

    [Theory]
    [MemberData(nameof(OfDrills))]
    public void A_fact_of_a_drill_comes_back_as_it_was_stored(DrillEvent fact) => Assert.Equal(fact, DrillJson.ReadDrill(DrillJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above()
    {
        Assert.Equal(Names<SlotEvent>(), OfSlots.Select(row => row.Data.GetType().Name).Distinct().Order());
        Assert.Equal(Names<PracticeEvent>(), OfPractices.Select(row => row.Data.GetType().Name).Distinct().Order());
        Assert.Equal(Names<DrillEvent>(), OfDrills.Select(row => row.Data.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void A_name_of_a_newer_version_is_said_to_be_one() =>
        Assert.Contains("written by a newer version", Assert.Throws<System.Text.Json.JsonException>(() => DrillJson.ReadDrill(new("from-the-future", "{}"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were() =>
        GoldenFile.Check("stored-drills.txt", string.Concat(
            OfSlots.Select(row => DrillJson.Write(row.Data)).Concat(OfPractices.Select(row => DrillJson.Write(row.Data))).Concat(OfDrills.Select(row => DrillJson.Write(row.Data))).Select(stored => $"{stored.Kind} {stored.Data}\n")));

    private static IEnumerable<string> Names<T>() => typeof(T).GetNestedTypes().Select(type => type.Name).Order();
}
