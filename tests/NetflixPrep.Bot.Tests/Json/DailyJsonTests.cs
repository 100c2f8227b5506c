using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Dailies;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class DailyJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly DailySetup Setup = new()
    {
        Stream = new("daily", "terminal:study@2026-03-02"),
        Group = new("group", "terminal:study"),
        Place = new("terminal", "#study"),
        Date = new(2026, 3, 2),
        Zone = "Europe/Dublin",
        QuestionId = "culture.candour",
        Area = "behaviour",
        ScriptHash = "0f3a",
        Why = "it begins with behaviour.",
    };

    public static TheoryData<DailyEvent> Facts =>
    [
        new DailyEvent.Asked(At, Setup),
        new DailyEvent.Asked(At, Setup with { QuestionId = "sum.psi", ScriptHash = null, Seed = ulong.MaxValue }),
        new DailyEvent.LeftOut(At, Withheld.Missed),
        new DailyEvent.Answered(At, new("terminal", "study", "ana"), "Résumé: <b> & \"why\"\nsecond line"),
        new DailyEvent.PlaceLost(At),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_comes_back_as_it_was_stored(DailyEvent fact) => Assert.Equal(fact, DailyJson.Read(DailyJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above() => Assert.Equal(typeof(DailyEvent).GetNestedTypes().Length, Facts.Select(row => row.Data.GetType()).Distinct().Count());

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were() =>
        GoldenFile.Check("stored-daily.txt", string.Concat(Facts.Select(row => DailyJson.Write(row.Data)).Select(stored => $"{stored.Kind} {stored.Data}\n")));
}
