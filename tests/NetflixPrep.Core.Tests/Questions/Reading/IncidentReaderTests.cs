using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Tests.Questions.Reading;

public class IncidentReaderTests
{
    private static readonly QuestionReader Reader = QuestionReader.Compile(B.Script(B.Question() with
    {
        Incident = new(
            [new("pager", 0, "The pager.")],
            [
                new("by-version", "latency by version", new() { All = [["latency", "p99"], ["version*", "model*"]] }, "v42 is slow.", DeadEnd: false),
                new("database", "the database", new() { Any = ["database", "db"] }, "Nothing unusual.", DeadEnd: true),
            ],
            new("rolled back", new() { Near = [new(["roll*", "revert*"], ["back", "v42"], 4)] }, "It is over.", ["by-version"])),
    }));

    [Theory]
    [InlineData("check latency by model version")]
    [InlineData("Let me look at p99 per version")]
    [InlineData("is the latency different by model?")]
    [InlineData("First I'd split p99 by model version.")]
    [InlineData("what does latency look like by version")]
    [InlineData("hm ok. can you show p99 by model")]
    [InlineData("latency by version please")]
    [InlineData("yes check p99 per model")]
    public void Asking_in_many_words_finds_the_evidence(string text) => Assert.Equal(["by-version"], Reader.Act(text).Evidence.Select(evidence => evidence.Id));

    [Theory]
    [InlineData("The latency is only up for the new model version")]
    [InlineData("p99 of version v42 was the cause I think")]
    [InlineData("I suspect latency depends on the model version")]
    [InlineData("So latency is version related")]
    public void A_statement_asks_for_nothing(string text) => Assert.Equal(Acted.Nothing, Reader.Act(text));

    [Fact]
    public void Two_things_at_once_are_both_found() => Assert.Equal(["by-version", "database"], Reader.Act("check latency by version and look at the database").Evidence.Select(evidence => evidence.Id));

    [Fact]
    public void Asking_for_what_is_not_there_is_still_asking() => Assert.Equal((true, 0), (Reader.Act("check the weather").Asks, Reader.Act("check the weather").Evidence.Count));

    [Theory]
    [InlineData("restart the ranker", true)]
    [InlineData("ok I scale the feature store up", true)]
    [InlineData("I would restart the ranker", false)]
    [InlineData("The ranker was restarted yesterday", false)]
    [InlineData("not going to restart anything yet", false)]
    public void What_is_done_to_the_system_is_told_apart_from_thoughts(string text, bool tries) => Assert.Equal(tries, Reader.Act(text).Tries);

    [Theory]
    [InlineData("Rolling back to v41 now.")]
    [InlineData("I roll v42 back")]
    [InlineData("ok, revert v42 for everybody")]
    [InlineData("I would rather know first. Hm. Rolling back v42 now and telling the owner.")]
    public void The_action_ends_it(string text) => Assert.NotNull(Reader.Act(text).Mitigates);

    [Theory]
    [InlineData("should we roll back?")]
    [InlineData("I would not roll back yet")]
    [InlineData("if v42 is slow we roll it back")]
    [InlineData("we might roll back v42")]
    [InlineData("don't roll back before we know more")]
    [InlineData("I can't roll back without telling the owner")]
    [InlineData("My options: roll back v42, or drain a region. First I want to see a trace.")]
    [InlineData("I do not know yet whether rolling back helps")]
    [InlineData("Let me check how long it takes to roll back")]
    [InlineData("Check who can roll back v42")]
    [InlineData("Rolling back v42 costs six minutes.")]
    [InlineData("Somebody must have rolled back already, check the log")]
    public void A_plan_or_a_doubt_does_not(string text) => Assert.Null(Reader.Act(text).Mitigates);
}
