using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Tests.Questions;

public class QuestionBankTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly QuestionBank Bank = new(new()
    {
        Questions =
        [
            B.Question("culture.one") with { Topics = ["candour"], Difficulty = Difficulty.Easy },
            B.Question("culture.two") with { Levels = ["L6"], Difficulty = Difficulty.Easy },
            B.Question("coding.one"),
            B.Question("coding.draft") with { Status = QuestionStatus.Draft },
        ],
    });

    [Theory]
    [InlineData("coding", null, null, "coding.one")]
    [InlineData(null, "candour", null, "culture.one")]
    [InlineData("culture", null, "L6", "culture.two")]
    public void What_was_asked_for_wins(string? round, string? topic, string? level, string expected) => Assert.Equal(expected, Chosen(new(null, round, topic, level)).Question.Id);

    [Fact]
    public void A_draft_is_asked_only_when_named() => Assert.Equal("coding.draft", Chosen(new("coding.draft")).Question.Id);

    [Fact]
    public void The_level_is_relaxed_first()
    {
        var chosen = Chosen(new(null, "culture", null, "L7", Difficulty.Easy));

        Assert.StartsWith("No L7 question fits", chosen.Relaxed, StringComparison.Ordinal);
    }

    [Fact]
    public void Then_the_difficulty() => Assert.Equal("No hard question fits, so this one is easy.", Chosen(new(null, "culture", null, "L5", Difficulty.Hard)).Relaxed);

    [Fact]
    public void Then_both() => Assert.Equal("No hard L7 question fits, so this one is medium, for L5.", Chosen(new(null, "coding", null, "L7", Difficulty.Hard)).Relaxed);

    [Fact]
    public void What_was_never_asked_comes_first() =>
        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal("culture.two", Chosen(new(null, "culture"), (ulong)seed, new Asked("culture.one", Monday)).Question.Id));

    [Fact]
    public void Then_what_was_asked_longest_ago() =>
        Assert.All(Enumerable.Range(0, 20), seed =>
            Assert.Equal("culture.two", Chosen(new(null, "culture"), (ulong)seed, new Asked("culture.two", Monday), new Asked("culture.one", Monday.AddDays(1)), new Asked("culture.one", Monday.AddDays(-9))).Question.Id));

    [Fact]
    public void Ties_go_by_the_seed() => Assert.Equal(2, Enumerable.Range(0, 30).Select(seed => Chosen(new(null, "culture"), (ulong)seed).Question.Id).Distinct().Count());

    [Theory]
    [InlineData("chess.one", null, null, "There is no question called 'chess.one'.")]
    [InlineData(null, "behavioral", null, "Behavioural has no question yet.")]
    [InlineData(null, "coding", "candour", "Coding has no question about candour yet.")]
    [InlineData(null, null, "chess", "There is no question about chess yet.")]
    public void When_nothing_fits_it_says_what_to_do(string? id, string? round, string? topic, string sentence) =>
        Assert.StartsWith(sentence, Assert.IsType<QuestionChoice.None>(Bank.Choose(new(id, round, topic), [], 1)).Sentence, StringComparison.Ordinal);

    private static QuestionChoice.Chosen Chosen(QuestionRequest request, ulong seed = 1, params Asked[] history) => Assert.IsType<QuestionChoice.Chosen>(Bank.Choose(request, [.. history], seed));
}
