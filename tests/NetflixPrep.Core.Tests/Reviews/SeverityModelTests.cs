using NetflixPrep.Core.Reviews;
using static NetflixPrep.Core.Tests.Reviews.R;

namespace NetflixPrep.Core.Tests.Reviews;

public class SeverityModelTests
{
    private static readonly PersonId[] Three = [Bea, Cid, Dan];

    [Fact]
    public void Planted_effects_are_found_in_direction_and_drawn_towards_zero()
    {
        var effects = SeverityModel.Estimate(Planted(12, -0.9, 0.0, 0.9)).ToDictionary(each => each.Reviewer);

        Assert.InRange(effects[Bea].Effect, -0.9, -0.5);
        Assert.Equal(0, effects[Cid].Effect, 6);
        Assert.InRange(effects[Dan].Effect, 0.5, 0.9);
        Assert.All(effects.Values, each => Assert.Equal(12, each.Reviews));
    }

    [Fact]
    public void More_reviews_are_trusted_more() =>
        Assert.True(Effect(Planted(20, -1, 0, 1), Bea) < Effect(Planted(6, -1, 0, 1), Bea));

    [Fact]
    public void Answers_of_different_strength_are_not_taken_for_severity()
    {
        // Bea had the strong answers, Dan the weak ones; on each both agree with Cid.
        SeverityRow[] rows = [.. Enumerable.Range(0, 8).SelectMany(at => new[] { Row(at, Bea, 5), Row(at, Cid, 5), Row(at + 8, Dan, 2), Row(at + 8, Cid, 2) })];

        Assert.All(SeverityModel.Estimate(rows), each => Assert.Equal(0, each.Effect, 6));
    }

    [Fact]
    public void One_reviewer_alone_has_no_effect()
    {
        var alone = Assert.Single(SeverityModel.Estimate([Row(1, Bea, 1), Row(2, Bea, 5), Row(3, Bea, 1)]));

        Assert.Equal(new Severity(Bea, 0, 0), alone);
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var rows = Planted(9, -0.7, 0.1, 0.3).ToList();
        var shuffled = rows.OrderBy(row => Chance.From($"{row.Answer}{row.Reviewer}").Seed);

        Assert.Equal(SeverityModel.Estimate(rows), SeverityModel.Estimate(shuffled));
    }

    [Theory]
    [InlineData(5, -0.6, false)]
    [InlineData(6, -0.6, true)]
    [InlineData(6, 0.04, false)]
    [InlineData(6, 0.05, true)]
    public void It_is_said_after_six_reviews_and_when_it_is_a_tenth_of_a_point(int reviews, double effect, bool shown) => Assert.Equal(shown, new Severity(Bea, effect, reviews).IsShown);

    [Fact]
    public void The_sentence_says_how_much_from_how_many_and_what_it_would_change()
    {
        Assert.Equal("Reviewer 2 tends to score 0.4 lower than others on the same answers (9 reviews); with that taken out the mean would be 3.9.", new Severity(Bea, -0.42, 9).Sentence(2, 3.9));
        Assert.Equal("Reviewer 1 tends to score 0.3 higher than others on the same answers (6 reviews).", new Severity(Bea, 0.3, 6).Sentence(1, null));
    }

    [Fact]
    public void Each_review_of_a_round_is_one_row_with_its_mean() =>
        Assert.Equal([new(new("review", "aaaaaaaa"), Bea, 4), new(new("review", "aaaaaaaa"), Cid, 3)], SeverityModel.Rows([Round(By(Bea, 3, 4, 5), By(Cid, 3, 3, 3))]));

    private static double Effect(IEnumerable<SeverityRow> rows, PersonId reviewer) => SeverityModel.Estimate(rows).First(each => each.Reviewer == reviewer).Effect;

    private static IEnumerable<SeverityRow> Planted(int answers, params double[] effects) =>
        from answer in Enumerable.Range(0, answers)
        from at in Enumerable.Range(0, Three.Length)
        select Row(answer, Three[at], 2 + (answer % 3) + effects[at]);

    private static SeverityRow Row(int answer, PersonId reviewer, double score) => new(new("review", $"r{answer}"), reviewer, score);
}
