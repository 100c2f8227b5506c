using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Tests.Reviews;

public class BootstrapTests
{
    [Fact]
    public void Below_eight_reviewer_scores_there_is_no_interval() => Assert.Null(Bootstrap.Interval([1, 2, 3, 4, 5, 4, 3], 1));

    [Fact]
    public void Scores_that_agree_leave_no_range() => Assert.Equal(new Interval(4, 4), Bootstrap.Interval([4, 4, 4, 4, 4, 4, 4, 4], 1));

    /// <summary>
    /// By hand: of eight draws from half ones and half fives the count of fives is binomial (8, 1/2). P(0) = 1/256 = 0.4 % and P(at most 1) = 9/256 = 3.5 %,
    /// so 2.5 % of the means lie at or below one five of eight, (7 + 5) / 8 = 1.5; the upper end mirrors it.
    /// </summary>
    [Fact]
    public void A_case_that_can_be_checked_by_hand() => Assert.Equal(new Interval(1.5, 4.5), Bootstrap.Interval([1, 1, 1, 1, 5, 5, 5, 5], 7));

    [Fact]
    public void The_same_scores_and_seed_give_the_same_range() =>
        Assert.Equal(Bootstrap.Interval([2.3, 3, 3.7, 4, 4.3, 4.7, 5, 3.3], 42), Bootstrap.Interval([2.3, 3, 3.7, 4, 4.3, 4.7, 5, 3.3], 42));

    [Fact]
    public void The_range_holds_the_mean_and_stays_within_the_scores()
    {
        Seq<double> scores = [2.3, 3, 3.7, 4, 4.3, 4.7, 5, 3.3, 4];

        Assert.All(Enumerable.Range(0, 20), seed =>
        {
            var interval = Bootstrap.Interval(scores, (ulong)seed)!;
            Assert.InRange(scores.Average(), interval.Low, interval.High);
            Assert.True(interval.Low > 2.3 && interval.High < 5);
        });
    }
}
