using System.Globalization;

namespace NetflixPrep.Core.Reviews;

/// <summary>How far somebody's own scores stood from their peers', some rounds ago and now, as one sentence.</summary>
public static class GapTrend
{
    /// <summary>The newest rounds that are looked at.</summary>
    public const int Rounds = 4;

    private static readonly string[] Words = ["", "one round", "two rounds", "three rounds"];

    /// <summary>Null while fewer than two rounds have both own scores and peers'.</summary>
    public static string? Sentence(IEnumerable<ReviewedRound> rounds)
    {
        var gaps = rounds.OrderBy(round => round.OpenedAt).ThenBy(round => round.Review.Key, StringComparer.Ordinal).Select(Gap).OfType<double>().TakeLast(Rounds).ToSeq();
        if (gaps.Count < 2) return null;
        var (before, now) = (gaps[0], gaps[^1]);
        var ago = $"{Words[gaps.Count - 1]} ago";
        var then = Side(before) == 0 ? $"level with your peers' {ago}" : $"{(before > 0 ? "above" : "below")} your peers' by {Points(before)} {ago}";
        var today = Side(now) == 0 ? "level now" : Side(now) == Side(before) ? $"{Points(now)} now" : $"{(now > 0 ? "above" : "below")} by {Points(now)} now";
        return $"Your own scores were {then}, {today}.";
    }

    /// <summary>Own score minus peers' median, averaged over the dimensions that have both; null when none has.</summary>
    public static double? Gap(ReviewedRound round)
    {
        var gaps = ReviewResult.Of(round, []).Dimensions.Select(dimension => dimension.Gap).OfType<double>().ToSeq();
        return gaps.Count == 0 ? null : gaps.Average();
    }

    private static int Side(double gap) => Math.Abs(gap) < 0.05 ? 0 : Math.Sign(gap);

    private static string Points(double gap) => Math.Abs(gap).ToString("0.0", CultureInfo.InvariantCulture);
}
