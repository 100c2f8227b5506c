using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Loops;

namespace NetflixPrep.Bot.Tests.Json;

public class LoopJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly RoundSummary Summary = new()
    {
        Session = new("session", "7k2m9q4d"),
        Label = "Coding",
        MinutesUsed = 40,
        MinutesAsked = 45,
        Titles = ["The most watched"],
        Topics = ["python"],
        Mentioned = 5,
        Of = 8,
        Moments = [new("A bounded heap", 3, "a heap of size k")],
        NotMentioned = ["a test"],
        Cause = "Edge cases late",
        Complete = true,
    };

    public static TheoryData<LoopEvent> Facts =>
    [
        new LoopEvent.Planned(At, new()
        {
            Stream = new("loop", "abcdefgh"),
            Person = new("terminal", "study", "ana"),
            AskedIn = new("terminal", "#mock"),
            Openness = Openness.Private,
            Label = "Two rounds",
            Plan = new("S9 somebody", [new("coding", "Coding", 45, "ours")], ["python"], 2),
            With = [new("level", "L6")],
            Seed = ulong.MaxValue,
        }),
        new LoopEvent.RoundOpened(At, new("session", "7k2m9q4d")),
        new LoopEvent.RoundHeld(At, Summary),
        new LoopEvent.RoundHeld(At, Summary with { Moments = [], NotMentioned = [], Cause = null, Complete = false, Emptied = true }),
        new LoopEvent.RoundNotBegun(At),
        new LoopEvent.PlaceLost(At, "thread deleted"),
        new LoopEvent.BreakTaken(At, At.AddMinutes(10)),
        new LoopEvent.BreakOver(At),
        new LoopEvent.StopAsked(At),
        new LoopEvent.StopDeclined(At),
        new LoopEvent.Ended(At, LoopEnding.PlaceLost),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_comes_back_as_it_was_stored(LoopEvent fact) => Assert.Equal(fact, LoopJson.Read(LoopJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above() => Assert.Equal(typeof(LoopEvent).GetNestedTypes().Length, Facts.Select(row => row.Data.GetType()).Distinct().Count());

    [Fact]
    public void A_round_that_was_held_before_rounds_could_be_emptied_is_still_read() =>
        Assert.Equal(new LoopEvent.RoundHeld(At, Summary), LoopJson.Read(new("round-held", LoopJson.Write(new LoopEvent.RoundHeld(At, Summary)).Data.Replace(",\"emptied\":false", "", StringComparison.Ordinal))));

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were() =>
        GoldenFile.Check("stored-loop.txt", string.Concat(Facts.Select(row => LoopJson.Write(row.Data)).Select(stored => $"{stored.Kind} {stored.Data}\n")));
}
