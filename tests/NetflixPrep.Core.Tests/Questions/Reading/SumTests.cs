using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Formulas;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Tests.Questions.Reading;

public class SumTests
{
    private static readonly QuestionReader Reader = QuestionReader.Compile(B.Script(B.Question() with
    {
        Numbers =
        [
            new("retrieved", "titles retrieved", ["titles"], null, null) { Around = ["retriev*"] },
            new("ranked", "titles ranked", ["titles"], null, null) { Around = ["rank*"], Check = "< retrieved" },
            new("per-arm", "members per arm", ["members"], null, null) { Check = "sample_size(0.10, 0.11, 0.05, 0.8)", Within = 5 },
        ],
    }));

    [Fact]
    public void A_figure_near_its_sum_agrees() => Assert.True(Assert.Single(Sums("about 15,000 members per arm")).Agrees);

    [Fact]
    public void A_figure_far_from_its_sum_is_shown_beside_it()
    {
        var sum = Assert.Single(Sums("say 1,500 members per arm"));

        Assert.Equal((false, 1500, 14_749, "say 1,500 members per arm"), (sum.Agrees, (int)sum.Stated, (int)Math.Ceiling(sum.Expected), sum.Hit.Quote));
    }

    [Fact]
    public void The_last_figure_counts() => Assert.True(Assert.Single(Sums("1,500 members per arm", "no wait: 14,700 members per arm")).Agrees);

    [Fact]
    public void A_funnel_that_grows_stands_out()
    {
        var sum = Assert.Single(Sums("retrieve 100 titles, then I rank 1,000 titles"));

        Assert.Equal((Relation.Below, false, 100), (sum.Relation, sum.Agrees, sum.Expected));
    }

    [Fact]
    public void Without_the_other_figure_nothing_is_checked() => Assert.Empty(Sums("I rank 1,000 titles"));

    private static Seq<SumChecked> Sums(params string[] messages) => Reader.Read([.. messages.Select((text, at) => new Said($"m{at}", text, at + 1))]).Sums;
}
