using System.Globalization;
using System.Text.RegularExpressions;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Questions.Formulas;

namespace NetflixPrep.Core.Tests.Drills.Calculators;

/// <summary>Every answer worked out a second time, in another way, from nothing but what the prompt says.</summary>
public sealed partial class ClosedFormTests
{
    private const int Seeds = 500;

    [GeneratedRegex(@"\d+(,\d{3})+|\d+(\.\d+)?")]
    private static partial Regex Number { get; }

    // Worked out for the issue: two-sided alpha 0.05.
    [Theory]
    [InlineData(0.10, 0.11, 0.8, 14_749)]
    [InlineData(0.10, 0.11, 0.9, 19_744)]
    [InlineData(0.40, 0.41, 0.8, 37_824)]
    [InlineData(0.40, 0.41, 0.9, 50_636)]
    public void Sizes_are_those_of_the_guide(double p0, double p1, double power, int expected) =>
        Assert.Equal(expected, SampleSizeSum.For(Sums.Find("sample-size")!, "A trial.", p0, p1, power).Expected[0].Value);

    [Fact]
    public void A_one_sided_test_and_both_arms_together_come_to_the_known_slips() =>
        Assert.Equal([11_618, 29_498, 7_219], SampleSizeSum.For(Sums.Find("sample-size")!, "A trial.", 0.10, 0.11, 0.8).Slips.Select(slip => slip.Value));

    [Fact]
    public void A_size_agrees_with_the_quantile_found_by_halving() => Each("sample-size", (sum, lines) =>
    {
        var (p0, p1, power) = (In(lines[1])[0] / 100, In(lines[2])[0] / 100, In(lines[4])[0]);
        var z = Quantile(0.975) + Quantile(power);
        return [Math.Ceiling(Math.Pow(z / (p1 - p0), 2) * ((p0 - (p0 * p0)) + (p1 - (p1 * p1))))];
    });

    [Fact]
    public void An_effect_is_that_many_standard_errors() => Each("mde", (sum, lines) =>
    {
        var (p, n, power) = (In(lines[1])[0] / 100, In(lines[2])[0], In(lines[4])[0]);
        return [100 * (Quantile(0.975) + Quantile(power)) * Math.Sqrt((p * (1 - p) / n) + (p * (1 - p) / n))];
    });

    [Theory]
    [InlineData(0.1, 10_000, 0.8)]
    [InlineData(0.4, 2_000, 0.9)]
    [InlineData(0.05, 40_000, 0.8)]
    public void The_exact_effect_needs_exactly_that_size(double share, int perArm, double power) =>
        Assert.Equal(perArm, SampleSize.PerGroup(share, share + EffectSum.Exact(share, perArm, power), 0.05, power), 6);

    [Fact]
    public void Ndcg_is_the_list_beside_the_highest_of_all_orders() => Each("ndcg-at-k", (sum, lines) =>
    {
        var grades = lines.Where(line => line.StartsWith("- Rank", StringComparison.Ordinal)).Select(line => (int)In(line)[1]).ToArray();
        var k = (int)In(sum.Expected[0].Label)[0];
        Assert.Contains($"NDCG at {k}?", sum.Prompt, StringComparison.Ordinal);
        return [Dcg(grades, k) / Orders(grades).Max(order => Dcg(order, k))];
    });

    [Fact]
    public void Precision_and_recall_are_counted_case_by_case() => Each("precision-recall", (sum, lines) =>
    {
        (bool There, bool Flagged)[] cases = [.. lines[1..5].SelectMany((line, at) => Enumerable.Repeat((at < 2, at % 2 == 0), (int)In(line)[0]))];
        Assert.Equal(1000, cases.Length);
        return [cases.Where(each => each.Flagged).Average(each => each.There ? 1.0 : 0), cases.Where(each => each.There).Average(each => each.Flagged ? 1.0 : 0)];
    });

    [Fact]
    public void Calibration_error_is_the_mean_gap_of_a_case() => Each("calibration-error", (sum, lines) =>
    {
        var buckets = lines.Where(line => line.StartsWith("- Bucket", StringComparison.Ordinal)).Select(In).ToList();
        double[] gaps = [.. buckets.SelectMany(bucket => Enumerable.Repeat(Math.Abs(bucket[2] - bucket[3]), (int)bucket[1]))];
        Assert.Equal(1000, gaps.Length);
        return [gaps.Average()];
    });

    [Fact]
    public void Psi_is_the_sum_of_both_divergences() => Each("psi", (sum, lines) =>
    {
        var buckets = lines.Where(line => line.StartsWith("- Bucket", StringComparison.Ordinal)).Select(In).ToList();
        Assert.Equal((100, 100), (buckets.Sum(bucket => bucket[1]), buckets.Sum(bucket => bucket[2])));
        return [buckets.Sum(bucket => bucket[2] / 100 * Math.Log(bucket[2] / bucket[1])) + buckets.Sum(bucket => bucket[1] / 100 * Math.Log(bucket[1] / bucket[2]))];
    });

    [Fact]
    public void The_interval_holds_nine_tenths_of_the_means() => Each("bootstrap-interval", (sum, lines) =>
    {
        double[] means = [.. lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).SelectMany(line => In(line).Skip(2))];
        Assert.Equal(20, means.Length);
        Assert.Equal(means.Order(), means);
        // The means with exactly one in twenty below them, and with one in twenty above them.
        return [means.Single(mean => means.Count(other => other < mean) == 1), means.Single(mean => means.Count(other => other > mean) == 1)];
    });

    private static void Each(string kind, Func<Sum, string[], double[]> again) => Assert.All(Enumerable.Range(0, Seeds), seed =>
    {
        var sum = Sums.Make(kind, (ulong)seed);

        var worked = again(sum, sum.Prompt.Split('\n'));

        Assert.Equal(worked.Length, sum.Expected.Count);
        Assert.All(worked.Zip(sum.Expected), pair => Assert.Equal(pair.First, pair.Second.Value, 7));
    });

    private static double[] In(string line) =>
        [.. Number.Matches(line).Select(match => double.Parse(match.Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))];

    private static double Dcg(int[] grades, int k)
    {
        var sum = 0.0;
        for (var rank = 1; rank <= k; rank++) sum += (Math.Pow(2, grades[rank - 1]) - 1) * Math.Log(2) / Math.Log(rank + 1);
        return sum;
    }

    private static IEnumerable<int[]> Orders(int[] grades) => grades.Length <= 1
        ? [grades]
        : grades.SelectMany((first, at) => Orders([.. grades[..at], .. grades[(at + 1)..]]).Select(rest => (int[])[first, .. rest]));

    /// <summary>Halves until the area under the bell curve is the one asked for.</summary>
    private static double Quantile(double p)
    {
        if (Known.TryGetValue(p, out var known)) return known;
        var (low, high) = (0.0, 6.0);
        for (var i = 0; i < 60; i++) (low, high) = Below((low + high) / 2) < p ? ((low + high) / 2, high) : (low, (low + high) / 2);
        return Known[p] = low;
    }

    private static readonly Dictionary<double, double> Known = [];

    /// <summary>The area below x, by Simpson's rule.</summary>
    private static double Below(double x)
    {
        const int Strips = 2000;
        var step = x / Strips;
        var sum = 0.0;
        for (var i = 0; i <= Strips; i++) sum += (i is 0 or Strips ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-(i * step) * (i * step) / 2);
        return 0.5 + (sum * step / 3 / Math.Sqrt(2 * Math.PI));
    }
}
