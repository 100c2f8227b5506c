using NetflixPrep.Core.Pairs;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Tests.Questions;

namespace NetflixPrep.Core.Tests.Pairs;

public class PairQuestionsTests
{
    private static readonly Seq<Question> All = [B.Question("coding.one"), B.Question("coding.two"), B.Question("culture.one"), B.Question("culture.two")];

    [Fact]
    public void Each_answers_what_they_wished_for()
    {
        var chosen = Choose(All, M.Wish(M.Ana, "coding"), M.Wish(M.Ben, "culture"));

        Assert.Equal(("coding", "culture"), (chosen!.Value.First.Round, chosen.Value.Second.Round));
    }

    [Fact]
    public void The_two_questions_always_differ() => Assert.All(Enumerable.Range(0, 50), seed =>
    {
        var chosen = Choose(All, M.Wish(M.Ana, "coding"), M.Wish(M.Ben, "coding"), seed: (ulong)seed);

        Assert.NotEqual(chosen!.Value.First.Id, chosen.Value.Second.Id);
    });

    [Fact]
    public void What_either_was_asked_before_does_not_come_again_while_there_is_something_else()
    {
        var chosen = Choose(All, M.Wish(M.Ana), M.Wish(M.Ben), "coding.one", "culture.two");

        Assert.Equal(["coding.two", "culture.one"], new[] { chosen!.Value.First.Id, chosen.Value.Second.Id }.Order());
    }

    [Fact]
    public void When_everything_was_asked_before_something_comes_all_the_same() =>
        Assert.NotNull(Choose(All, M.Wish(M.Ana, "coding"), M.Wish(M.Ben), [.. All.Select(question => question.Id)]));

    [Fact]
    public void A_round_without_questions_gives_way() => Assert.NotNull(Choose(All, M.Wish(M.Ana, "ml-coding"), M.Wish(M.Ben)));

    [Fact]
    public void Incidents_are_not_for_two() => Assert.Null(Choose(
        [All[0], All[2] with { Incident = new([], [], new("mitigation", new() { Any = ["roll back"] }, "Done.", [])) }], M.Wish(M.Ana), M.Wish(M.Ben)));

    private static (Question First, Question Second)? Choose(Seq<Question> questions, PairWish first, PairWish second, params string[] asked) => Choose(questions, first, second, 1UL, asked);

    private static (Question First, Question Second)? Choose(Seq<Question> questions, PairWish first, PairWish second, ulong seed, params string[] asked) =>
        PairQuestions.Choose(Bank(questions), first, second, [.. asked.Select(id => new Asked(id, M.Hour(-100)))], seed);

    private static QuestionBank Bank(Seq<Question> questions) => new(new() { Questions = questions });
}
