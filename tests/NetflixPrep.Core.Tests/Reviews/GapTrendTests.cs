using NetflixPrep.Core.Reviews;
using static NetflixPrep.Core.Tests.Reviews.R;

namespace NetflixPrep.Core.Tests.Reviews;

public class GapTrendTests
{
    [Theory]
    [InlineData(5, 4, "Your own scores were above your peers' by 2.0 one round ago, 1.0 now.")]
    [InlineData(2, 1, "Your own scores were below your peers' by 1.0 one round ago, 2.0 now.")]
    [InlineData(5, 2, "Your own scores were above your peers' by 2.0 one round ago, below by 1.0 now.")]
    [InlineData(2, 5, "Your own scores were below your peers' by 1.0 one round ago, above by 2.0 now.")]
    [InlineData(3, 5, "Your own scores were level with your peers' one round ago, above by 2.0 now.")]
    [InlineData(5, 3, "Your own scores were above your peers' by 2.0 one round ago, level now.")]
    [InlineData(3, 3, "Your own scores were level with your peers' one round ago, level now.")]
    public void Says_where_own_scores_stood_and_where_they_stand(int before, int now, string sentence) => Assert.Equal(sentence, GapTrend.Sentence([On(1, before), On(2, now)]));

    [Fact]
    public void Looks_at_the_newest_four_by_date() =>
        Assert.Equal("Your own scores were above your peers' by 1.0 three rounds ago, 2.0 now.", GapTrend.Sentence([On(5, 5), On(1, 1), On(2, 4), On(3, 1), On(4, 1)]));

    [Fact]
    public void Rounds_without_own_scores_or_without_reviews_are_left_out() =>
        Assert.Equal("Your own scores were above your peers' by 1.0 one round ago, 2.0 now.", GapTrend.Sentence([On(1, 4), On(2, 5) with { Self = [] }, On(3, 1) with { Reviews = [] }, On(4, 5)]));

    [Fact]
    public void One_round_makes_no_trend() => Assert.Null(GapTrend.Sentence([On(1, 4)]));

    [Fact]
    public void The_gap_of_a_round_is_the_average_over_its_dimensions() =>
        Assert.Equal((1 + 0 - 0.5) / 3, GapTrend.Gap(Round(By(Bea, 4, 4, 4), By(Cid, 4, 4, 5)).Own(5, 4, 4))!.Value, 9);

    private static ReviewedRound On(int day, int own) => Round(By(Bea, 3, 3, 3)).Own(own, own, own) with { OpenedAt = Day(day) };
}
