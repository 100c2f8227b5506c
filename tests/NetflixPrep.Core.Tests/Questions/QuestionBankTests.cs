using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Tests.Questions;

public sealed class QuestionBankTests
{
    private static readonly Question One = B.Question("culture.one");
    private static readonly Question Two = B.Question("culture.two");
    private static readonly Question Hard = B.Question("culture.hard") with { Difficulty = Difficulty.Hard, Levels = ["L6", "L7"] };
    private static readonly Question Easy = B.Question("coding.easy") with { Difficulty = Difficulty.Easy, Levels = ["L4"], Topics = ["python"] };
    private static readonly Question Draft = B.Question("culture.draft") with { Status = QuestionStatus.Draft };
    private static readonly Question Sample = B.Question("sample.three-minutes") with { Status = QuestionStatus.Sample, Round = "culture" };

    private static readonly QuestionBank Bank = new(new() { Questions = [One, Two, Hard, Easy, Draft, Sample], Topics = [new("python", "Python")] });

    [Theory]
    [InlineData("culture.draft")]
    [InlineData("sample.three-minutes")]
    public void A_named_question_is_asked_whatever_its_status(string id) => Assert.Equal(id, Chosen(new(id)).Question.Id);

    [Fact]
    public void Only_reviewed_questions_are_chosen() =>
        Assert.All(Enumerable.Range(0, 50), seed => Assert.Equal(QuestionStatus.Reviewed, Chosen(new(), seed: (ulong)seed).Question.Status));

    [Fact]
    public void What_fits_exactly_wins_without_a_note() =>
        Assert.Equal(new(Hard, null), Chosen(new(Round: "culture", Level: "L6", Difficulty: Difficulty.Hard)));

    [Fact]
    public void The_level_is_relaxed_first_and_the_note_says_so() =>
        Assert.Equal(new(Hard, "No L4 question fits, so this one is for L6 or L7."), Chosen(new(Round: "culture", Level: "L4", Difficulty: Difficulty.Hard)));

    [Fact]
    public void Then_the_difficulty_is_relaxed() =>
        Assert.Equal(new(Hard, "No easy question fits, so this one is hard."), Chosen(new(Round: "culture", Level: "L7", Difficulty: Difficulty.Easy)));

    [Fact]
    public void At_last_both_are_relaxed() =>
        Assert.Equal(new(Easy, "No hard L7 question fits, so this one is easy, for L4."), Chosen(new(Topic: "python", Level: "L7", Difficulty: Difficulty.Hard)));

    [Fact]
    public void A_topic_is_never_relaxed() =>
        Assert.Equal(new QuestionChoice.None("Culture has no question about Python yet. Leave the topic out, or pick another round."), Bank.Choose(new(Round: "culture", Topic: "python"), [], 1));

    [Fact]
    public void A_round_without_questions_says_what_to_do() =>
        Assert.Equal(new QuestionChoice.None("ML coding has no question yet. Pick another round."), Bank.Choose(new(Round: "ml-coding"), [], 1));

    [Fact]
    public void An_unknown_id_says_what_to_do() =>
        Assert.Equal(new QuestionChoice.None("There is no question called 'x'. Name a round instead, or leave the question out."), Bank.Choose(new("x"), [], 1));

    [Fact]
    public void Those_never_asked_come_before_those_asked() =>
        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(Two, Chosen(new(Round: "culture", Level: "L5"), [At("culture.one", 1)], (ulong)seed).Question));

    [Fact]
    public void Among_those_asked_the_longest_ago_comes_back() =>
        Assert.Equal(One, Chosen(new(Round: "culture", Level: "L5"), [At("culture.two", 1), At("culture.one", 2), At("culture.two", 3)]).Question);

    [Fact]
    public void Ties_go_by_the_seed_and_reach_every_question() =>
        Assert.Equal(["culture.one", "culture.two"], Enumerable.Range(0, 50).Select(seed => Chosen(new(Level: "L5"), seed: (ulong)seed).Question.Id).Distinct().Order());

    [Fact]
    public void The_order_of_files_changes_nothing()
    {
        var turned = new QuestionBank(Bank.Contents with { Questions = Bank.Questions.Reverse().ToSeq() });

        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(Bank.Choose(new(), [], (ulong)seed), turned.Choose(new(), [], (ulong)seed)));
    }

    [Fact]
    public void A_script_has_the_pitfalls_of_the_round_and_the_causes_it_can_point_to()
    {
        var own = new Pitfall("own", "own", null, "cause-of-own");
        var shared = new Pitfall("shared", "shared", null, "cause-of-shared");
        var question = B.Question("culture.one", B.Signal("goal") with { RootCause = "named" }) with { Pitfalls = [own] };
        var bank = new QuestionBank(new()
        {
            Questions = [question],
            Ladders = [new("other", ["culture"], [new("else", "Else")]), new("fitting", ["culture"], [new("goal", "Goal")])],
            Pitfalls = [new(["culture"], shared), new(["coding"], new("elsewhere", "elsewhere", null, "unused"))],
            RootCauses =
            [
                Cause("unused"), Cause("cause-of-shared"), Cause("named"), Cause("cause-of-own"), Cause("by-skill") with { Skills = ["skill"] },
                Cause("clock") with { Behaviour = Behaviour.LongSilence },
            ],
        });

        var script = bank.Script("culture.one");

        Assert.Equal([own, shared], script.Pitfalls);
        Assert.Equal("fitting", script.Ladder.Id);
        Assert.Equal(["cause-of-shared", "named", "cause-of-own", "by-skill", "clock"], script.RootCauses.Select(cause => cause.Id));
    }

    private static RootCause Cause(string id) => new(id, id, "fix", [], Behaviour.None);

    private static Asked At(string id, int day) => new(id, DateTimeOffset.UnixEpoch.AddDays(day));

    private static QuestionChoice.Chosen Chosen(QuestionRequest request, Seq<Asked>? history = null, ulong seed = 7) =>
        Assert.IsType<QuestionChoice.Chosen>(Bank.Choose(request, history ?? [], seed));
}
