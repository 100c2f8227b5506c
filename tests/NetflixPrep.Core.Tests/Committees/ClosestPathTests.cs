using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Reviews;
using NetflixPrep.Core.Tests.Reviews;
using static NetflixPrep.Core.Tests.Committees.K;

namespace NetflixPrep.Core.Tests.Committees;

public class ClosestPathTests
{
    [Fact]
    public void A_mean_at_the_bar_needs_no_raise()
    {
        var path = To(4.5, Reviewed(1, R.By(R.Bea, 4, 5, 5), R.By(R.Cid, 4, 4, 5)));

        Assert.Empty(path.Steps);
        Assert.Equal(4.5, path.Mean);
    }

    [Fact]
    public void One_raise_lifts_every_score_of_one_dimension_in_one_round()
    {
        // 24 of 30 points at most; 27 are needed, so three more: impact brings two, execution and clarity two each.
        var path = To(4.5, Reviewed(1, R.By(R.Bea, 4, 4, 4), R.By(R.Cid, 4, 4, 4)));

        Assert.Equal(2, path.Steps.Sum(step => step.Points));
        Assert.Equal(28 / 6.0, path.Mean, 9);
    }

    [Fact]
    public void The_raise_that_brings_most_is_taken_when_fewer_do()
    {
        // Only execution lies below 5 for both.
        var path = To(4.8, Reviewed(1, R.By(R.Bea, 4, 4, 5), R.By(R.Cid, 5, 4, 5)));

        Assert.Equal(["Execution"], path.Steps.Select(step => step.Dimension));
    }

    [Fact]
    public void Of_sets_that_are_equally_small_the_one_that_peers_named_most_often_comes_first()
    {
        var silent = Reviewed(1, R.By(R.Bea, 4, 4, 5), R.By(R.Cid, 4, 4, 5));
        var named = Reviewed(2, R.By(R.Bea, 5, 5, 4) with { Cause = "no-baseline" }, R.By(R.Cid, 5, 5, 4) with { Cause = "no-baseline" });

        var path = To(4.6, silent, named); // 54 points, 55.2 are needed

        var step = Assert.Single(path.Steps);
        Assert.Equal((2, "Clarity", 1, "no-baseline", 2, 2), (step.Round, step.Dimension, step.Points, step.Cause, step.Named, step.Reviews));
    }

    [Fact]
    public void What_peers_named_never_makes_the_set_larger()
    {
        // The named round can bring one point, the other three at once.
        var large = Reviewed(1, R.By(R.Bea, 4, 5, 5), R.By(R.Cid, 4, 5, 5), R.By(R.Dan, 4, 5, 5));
        var named = Reviewed(2, R.By(R.Bea, 4, 5, 5) with { Cause = "no-baseline" }, R.By(R.Cid, 5, 5, 5), R.By(R.Dan, 5, 5, 5));

        Assert.Equal([1], To(4.9, large, named).Steps.Select(step => step.Round)); // 86 points, 88.2 are needed
    }

    [Fact]
    public void A_dimension_may_be_raised_more_than_once_and_is_then_one_line()
    {
        var path = To(4.5, Reviewed(1, R.By(R.Bea, 1, 5, 5)));

        Assert.Equal([("Impact", 3, 1.0)], path.Steps.Select(step => (step.Dimension, step.Points, step.Median)));
    }

    [Fact]
    public void No_score_goes_beyond_five()
    {
        var path = To(5, Reviewed(1, R.By(R.Bea, 1, 5, 3), R.By(R.Cid, 4, 5, 5)));

        Assert.Equal(5, path.Mean);
        Assert.Equal([("Impact", 4), ("Clarity", 2)], path.Steps.Select(step => (step.Dimension, step.Points)));
    }

    [Fact]
    public void Each_line_has_what_the_reviewer_who_scored_it_lowest_asked_to_change() =>
        Assert.All(To(5, Reviewed(1, R.By(R.Bea, 5, 5, 5), R.By(R.Cid, 3, 5, 5))).Steps, step => Assert.Equal("change, says cid", step.Change));

    [Fact]
    public void The_order_of_reviews_does_not_change_how_many_raises_it_takes()
    {
        var all = To(4.5, [.. Rounds]).Steps.Sum(step => step.Points);
        var backwards = To(4.5, [.. Rounds.Reverse().Select(round => round with { Reviews = [.. round.Reviews.Reverse()] })]).Steps.Sum(step => step.Points);

        Assert.Equal(all, backwards);
    }

    private static ClosestPath To(double bar, params ReviewedRound[] rounds) => ClosestPath.To(bar, CommitteeResult.Add([.. rounds]));
}
