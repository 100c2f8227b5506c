namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>Population stability index over four buckets.</summary>
internal static class StabilitySum
{
    private const int Buckets = 4;

    private static readonly Seq<string> Features = ["days since the last play", "watch time per week", "titles started per month", "age of the account"];

    private static readonly Seq<Seq<int>> Before = [[25, 25, 25, 25], [40, 30, 20, 10], [10, 20, 30, 40], [30, 30, 25, 15], [20, 35, 30, 15]];

    internal static Sum Make(SumKind kind, Draw draw)
    {
        while (true)
        {
            int[] before = [.. draw.Pick(Before)];
            int[] now = [.. before];
            for (var i = 0; i < Buckets - 1; i++)
            {
                var moved = draw.Between(-12, 12);
                (now[i], now[i + 1]) = (now[i] + moved, now[i + 1] - moved);
            }
            var index = now.Min() >= 4 ? now.Zip(before, Term).Sum() : 0;
            if (index is >= 0.05 and <= 0.6 && now.Zip(before).All(pair => pair.First != pair.Second)) return For(kind, draw.Pick(Features), before, now);
        }
    }

    /// <summary>The shares are whole percents.</summary>
    internal static Sum For(SumKind kind, string feature, int[] before, int[] now)
    {
        var answer = new SumAnswer("PSI", now.Zip(before, Term).Sum(), "", 4) { Measure = Measure.Share, Decimals = 3, Words = ["psi", "index"] };
        return new()
        {
            Kind = kind,
            Prompt = InDigits.Lines(
                $"A feature of a model, {feature}, in {Buckets} buckets: its shares in training and now.",
                InDigits.Lines(before.Select((share, at) => $"- Bucket {at + 1}: {share} % in training, {now[at]} % now")),
                "",
                "What is the population stability index (PSI)? Use the natural logarithm."),
            Expected = [answer],
            Working =
            [
                "PSI: the sum of (now − training) × ln(now ÷ training).",
                .. before.Select((share, at) => $"Bucket {at + 1}: {Signed(now[at] - share)} × ln({InDigits.Short(now[at] / 100.0)} ÷ {InDigits.Short(share / 100.0)}) = {InDigits.Fixed(Term(now[at], share), 4)}."),
                $"Together {answer.Write(answer.Value)}.",
            ],
            Slips =
            [
                .. SumSlip.Of(answer,
                    ("with the logarithm to base 10", answer.Value / Math.Log(10)),
                    ("with the logarithm to base 2", answer.Value / Math.Log(2)),
                    ("with now × ln(now ÷ training) alone", now.Zip(before, (a, b) => a / 100.0 * Math.Log((double)a / b)).Sum())),
            ],
        };
    }

    private static double Term(int now, int before) => (now - before) / 100.0 * Math.Log((double)now / before);

    private static string Signed(int percent) => percent < 0 ? $"−{InDigits.Short(-percent / 100.0)}" : InDigits.Short(percent / 100.0);
}
