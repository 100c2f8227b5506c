using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class RunAgainTests
{
    private static readonly Seq<FirstStep> Steps = [new(0, "Goal", 5), new(0, "Baseline", null), new(0, "Serving", 9)];

    private static readonly Setup Again = Opening.Again(
        A.Setup with { LastCause = A.LastTime, Loop = new(new("loop", "x"), 1, 2), Note = "note" }, Steps, new("session", "again111"), A.From(-2, A.Bea), [new("place", "dm")], new([], null));

    [Fact]
    public void Seed_questions_and_minutes_are_those_of_the_first_run() =>
        Assert.Equal((A.Setup.Seed, A.Setup.ScriptHash, A.Setup.Minutes, A.Setup.Level), (Again.Seed, Again.ScriptHash, Again.Minutes, Again.Level));

    [Fact]
    public void Person_past_and_place_are_their_own() =>
        Assert.Equal((A.Bea, null, null, null, Openness.Dm), (Again.Person, Again.LastCause, Again.Loop, Again.Note, Again.Openness));

    [Fact]
    public void The_card_says_so() => Given().When(new SessionInput.Start(A.From(-1, A.Bea), Again)).Says("as session 7k2m9q4d");

    [Fact]
    public void The_debrief_puts_the_steps_side_by_side() =>
        Given(A.StartedWith(Again), A.Asked, A.Answered("the goal", 2), A.Answered("a baseline", 3, "m2"), A.Finished(10), A.Invited(10), A.QuestionsOver(11))
            .When(new SessionInput.Skip(A.From(12, A.Bea), null)).Says("Steps beside the first run: Goal 3 (5), Baseline 4 (–), Serving – (9)");
}
