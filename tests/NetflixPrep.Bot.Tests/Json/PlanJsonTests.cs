using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core;
using NetflixPrep.Core.Loops;
using NetflixPrep.Core.Plans;
using NetflixPrep.Core.Stories;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class PlanJsonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Story Canary = new("1", "The canary", "Before Thanksgiving.", "It looked calm.", "I froze it.", "4.2 % to 0.3 %.", ["incident", "feedback"]);

    public static TheoryData<PlanEvent> OfPlans => [
        new PlanEvent.Planned(Noon, new()
        {
            Person = new("terminal", "study", "ana"),
            Interview = new(2026, 4, 13),
            HoursPerWeek = 6,
            Level = "L5",
            Zone = "Europe/Dublin",
            Time = new(19, 30),
            MadeOn = new(2026, 3, 2),
        }),
        new PlanEvent.ProofGiven(Noon, "pitch", "1:52, \"We lost\""),
    ];

    public static TheoryData<StoryEvent> OfStories => [
        new StoryEvent.Added(Noon, Canary),
        new StoryEvent.Changed(Noon, Canary with { Tension = "" }),
        new StoryEvent.ThemesSet(Noon, "1", []),
        new StoryEvent.TakenOut(Noon, "1"),
    ];

    [Theory]
    [MemberData(nameof(OfPlans))]
    public void A_fact_of_a_plan_comes_back_as_it_was_stored(PlanEvent fact) => Assert.Equal(fact, PlanJson.Read(PlanJson.Write(fact)));

    [Theory]
    [MemberData(nameof(OfStories))]
    public void A_fact_of_stories_comes_back_as_it_was_stored(StoryEvent fact) => Assert.Equal(fact, StoryJson.Read(StoryJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above()
    {
        Assert.Equal(typeof(PlanEvent).GetNestedTypes().Select(type => type.Name).Order(), OfPlans.Select(row => row.Data.GetType().Name).Distinct().Order());
        Assert.Equal(typeof(StoryEvent).GetNestedTypes().Select(type => type.Name).Order(), OfStories.Select(row => row.Data.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were()
    {
        GoldenFile.Check("stored-plan.txt", string.Concat(OfPlans.Select(row => PlanJson.Write(row.Data)).Select(stored => $"{stored.Kind} {stored.Data}\n")));
        GoldenFile.Check("stored-stories.txt", string.Concat(OfStories.Select(row => StoryJson.Write(row.Data)).Select(stored => $"{stored.Kind} {stored.Data}\n")));
    }

    [Fact]
    public void A_round_that_was_held_before_there_were_stories_is_still_read()
    {
        const string Older = """{"summary":{"session":{"kind":"session","key":"abcd2345"},"label":"Coding","minutesUsed":40,"minutesAsked":45,"titles":["A"],"topics":["python"],"mentioned":1,"of":2,"moments":[],"notMentioned":[],"complete":true},"at":"2026-03-02T12:00:00+00:00"}""";
        var held = Assert.IsType<LoopEvent.RoundHeld>(LoopJson.Read(new("round-held", Older)));
        var told = held with { Summary = held.Summary with { Told = [new("1", "The canary", ["canary", "4.2"])] } };

        Assert.Null(held.Summary.Told);
        Assert.Equal(told, LoopJson.Read(LoopJson.Write(told)));
        Assert.DoesNotContain("told", LoopJson.Write(held).Data, StringComparison.Ordinal);
    }
}
