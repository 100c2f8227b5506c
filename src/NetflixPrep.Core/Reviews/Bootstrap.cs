namespace NetflixPrep.Core.Reviews;

/// <summary>The range in which a mean would lie if other reviewers of the same kind had scored; both ends inclusive.</summary>
public sealed record Interval(double Low, double High);

/// <summary>A percentile bootstrap of a mean (Efron 1979), from a seed, so that the same scores always show the same range.</summary>
public static class Bootstrap
{
    /// <summary>Below so many reviewer scores a range would pretend to know more than it does.</summary>
    public const int FewestScores = 8;

    public const int Draws = 2000;

    /// <summary>Draws beyond each end: 2.5 % of them.</summary>
    private const int Beyond = 50;

    /// <summary>The middle 95 % of the means drawn; null below <see cref="FewestScores"/>.</summary>
    /// <param name="scores">One reviewer's mean of one answer each.</param>
    public static Interval? Interval(Seq<double> scores, ulong seed)
    {
        if (scores.Count < FewestScores) return null;
        var chance = new Chance(seed);
        var means = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = 0.0;
            for (var at = 0; at < scores.Count; at++)
            {
                sum += scores[chance.Below(scores.Count)];
                chance = chance.Next();
            }
            means[draw] = sum / scores.Count;
        }
        Array.Sort(means);
        return new(means[Beyond], means[Draws - 1 - Beyond]);
    }
}
