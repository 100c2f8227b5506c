using NetflixPrep.Core.Reviews;
using static NetflixPrep.Core.Tests.Reviews.R;

namespace NetflixPrep.Core.Tests.Reviews;

public class ReviewResultTests
{
    [Fact]
    public void Each_dimension_has_every_score_its_median_range_and_count()
    {
        var impact = ReviewResult.Of(Round(By(Bea, 3, 4, 4), By(Cid, 4, 4, 4), By(Dan, 4, 5, 4)), []).Dimensions[0];

        Assert.Equal(("impact", "Impact", 4.0, 3, 4, 3), (impact.Id, impact.Label, impact.Median, impact.Lowest, impact.Highest, impact.Count));
        Assert.Equal([new(1, 3, "bea on impact"), new(2, 4, "cid on impact"), new(3, 4, "dan on impact")], impact.Scores);
    }

    [Fact]
    public void The_median_of_two_lies_between_them() => Assert.Equal(3.5, ReviewResult.Of(Round(By(Bea, 3, 4, 4), By(Cid, 4, 4, 4)), []).Dimensions[0].Median);

    [Fact]
    public void From_three_reviews_on_there_is_a_mean_over_all_scores() =>
        Assert.Equal((3 + 4 + 5 + 4 + 4 + 4 + 2 + 4 + 3) / 9.0, ReviewResult.Of(Round(By(Bea, 3, 4, 5), By(Cid, 4, 4, 4), By(Dan, 2, 4, 3)), []).Mean);

    [Fact]
    public void Below_three_reviews_there_is_none() => Assert.Null(ReviewResult.Of(Round(By(Bea, 3, 4, 5), By(Cid, 4, 4, 4)), []).Mean);

    [Fact]
    public void Without_reviews_nothing_is_claimed()
    {
        var result = ReviewResult.Of(Round().Own(4, 4, 4), []);

        Assert.True(result.IsEmpty);
        Assert.All(result.Dimensions, dimension => Assert.Equal((null, null, null, 0), (dimension.Median, dimension.Gap, dimension.Lowest, dimension.Spread)));
    }

    [Theory]
    [InlineData(3, 4, false)]
    [InlineData(3, 5, true)]
    [InlineData(1, 5, true)]
    public void Two_points_apart_is_something_to_talk_about(int low, int high, bool talk) =>
        Assert.Equal(talk, ReviewResult.Of(Round(By(Bea, low, 4, 4), By(Cid, high, 4, 4)), []).TalkingPoints.Count == 1);

    [Fact]
    public void A_talking_point_has_the_words_of_both_sides_and_prefers_who_quoted()
    {
        var silent = By(Bea, 3, 4, 4);
        silent = silent with { Scores = [silent.Scores[0] with { Quote = null }, silent.Scores[1], silent.Scores[2]] };

        var point = Assert.Single(ReviewResult.Of(Round(silent, By(Cid, 5, 4, 4), By(Dan, 3, 4, 4)), []).TalkingPoints);

        Assert.Equal(new TalkingPoint("Impact", new(3, 3, "dan on impact"), new(2, 5, "cid on impact")), point);
    }

    [Fact]
    public void The_gap_is_own_score_minus_peers_median() =>
        Assert.Equal([1.0, 0.0, -1.5], ReviewResult.Of(Round(By(Bea, 4, 4, 4), By(Cid, 4, 4, 5)).Own(5, 4, 3), []).Dimensions.Select(dimension => dimension.Gap!.Value));

    [Fact]
    public void Whoever_left_own_scores_out_has_no_gap() => Assert.All(ReviewResult.Of(Round(By(Bea, 4, 4, 4)), []).Dimensions, dimension => Assert.Null(dimension.Gap));

    [Fact]
    public void Votes_and_causes_are_counted()
    {
        var result = ReviewResult.Of(Round(
            By(Bea, 4, 4, 4, MoveOn.No) with { Cause = "no-baseline", Licensed = false },
            By(Cid, 4, 4, 4) with { Cause = "late-rollout" },
            By(Dan, 4, 4, 4) with { Cause = "no-baseline" }), []);

        Assert.Equal([new(MoveOn.Yes, 2), new(MoveOn.No, 1)], result.MoveOns);
        Assert.Equal([new("no-baseline", 2), new("late-rollout", 1)], result.Causes);
        Assert.Equal(1, result.Unlicensed);
    }

    [Fact]
    public void Severity_stands_beside_the_mean_and_does_not_change_it()
    {
        var round = Round(By(Bea, 4, 4, 4), By(Cid, 3, 3, 3), By(Dan, 4, 4, 4));

        var result = ReviewResult.Of(round, [new(Cid, -0.6, 9), new(Dan, 0.3, 5)]);

        Assert.Equal(ReviewResult.Of(round, []).Mean, result.Mean);
        var note = Assert.Single(result.Severities);
        Assert.Equal(2, note.Reviewer);
        Assert.Equal((12 + 9 + (3 * 0.6) + 12) / 9.0, note.MeanWithout!.Value, 9);
    }
}
