namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>Expected calibration error over four or five buckets. Shares are whole hundredths, so the sum can be done exactly.</summary>
internal static class CalibrationSum
{
    private const int All = 1_000;

    /// <summary>Cases, predicted share and seen share of one bucket, the shares in hundredths.</summary>
    internal readonly record struct Bucket(int Cases, int Predicted, int Seen)
    {
        internal int Gap => Seen - Predicted;
    }

    internal static Sum Make(SumKind kind, Draw draw)
    {
        while (true)
        {
            var count = draw.Between(4, 5);
            var buckets = new Bucket[count];
            var left = All;
            for (var i = 0; i < count; i++)
            {
                var cases = i == count - 1 ? left : 50 * draw.Between(1, Math.Max(1, (left / 50) - (2 * (count - i))));
                var predicted = (i * 100 / count) + draw.Between(4, 100 / count - 4);
                buckets[i] = new(cases, predicted, predicted + draw.Between(-12, 12));
                left -= cases;
            }
            var isFit = buckets.All(bucket => bucket is { Cases: > 0, Seen: > 0 and < 100 }) && buckets.Any(bucket => bucket.Gap > 0) && buckets.Any(bucket => bucket.Gap < 0);
            if (isFit && Error(buckets) >= 0.015) return For(kind, buckets);
        }
    }

    internal static Sum For(SumKind kind, Bucket[] buckets)
    {
        var answer = new SumAnswer("ECE", Error(buckets), "", 2) { Measure = Measure.Share, Decimals = 4, Words = ["ece", "error"] };
        return new()
        {
            Kind = kind,
            Prompt = InDigits.Lines(
                $"Scores of a model in {buckets.Length} buckets, {InDigits.Whole(All)} cases in all:",
                InDigits.Lines(buckets.Select((bucket, at) => $"- Bucket {at + 1}: {bucket.Cases} cases, predicted {Share(bucket.Predicted)}, seen {Share(bucket.Seen)}")),
                "",
                "What is the expected calibration error (ECE), to three or four decimals?"),
            Expected = [answer],
            Working =
            [
                "ECE: each bucket's gap without its sign, weighted by its part of the cases.",
                .. buckets.Select((bucket, at) => $"Bucket {at + 1}: {Share(bucket.Cases * 100 / (double)All)} × {Share(Math.Abs(bucket.Gap))} = {InDigits.Fixed(Part(bucket), 4)}."),
                $"Together {answer.Write(answer.Value)}.",
            ],
            Slips =
            [
                .. SumSlip.Of(answer,
                    ("with every bucket weighted the same", buckets.Average(bucket => Math.Abs(bucket.Gap)) / 100),
                    ("with signs kept, so that gaps cancel", Math.Abs(buckets.Sum(bucket => bucket.Cases * bucket.Gap)) / (100.0 * All)),
                    ("as the largest gap", buckets.Max(bucket => Math.Abs(bucket.Gap)) / 100.0)),
            ],
        };
    }

    private static double Error(Bucket[] buckets) => buckets.Sum(bucket => bucket.Cases * Math.Abs(bucket.Gap)) / (100.0 * All);

    private static double Part(Bucket bucket) => bucket.Cases * Math.Abs(bucket.Gap) / (100.0 * All);

    private static string Share(double hundredths) => InDigits.Short(hundredths / 100);
}
