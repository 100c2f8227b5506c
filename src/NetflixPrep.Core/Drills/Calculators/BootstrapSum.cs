namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>The 90 % percentile interval of twenty resampled means.</summary>
internal static class BootstrapSum
{
    private const int Resamples = 20;
    private const int PerLine = 5;

    /// <summary>Members in the sample that is drawn from again and again.</summary>
    private const int Members = 15;

    internal static Sum Make(SumKind kind, Draw draw)
    {
        while (true)
        {
            var sample = new int[Members];
            for (var i = 0; i < Members; i++) sample[i] = draw.Between(10, 90);
            var tenths = new int[Resamples];
            for (var i = 0; i < Resamples; i++) tenths[i] = Mean(sample, draw);
            Array.Sort(tenths);
            var isFit = tenths[0] < tenths[1] && tenths[1] < tenths[2] && tenths[^3] < tenths[^2] && tenths[^2] < tenths[^1];
            if (isFit) return For(kind, tenths);
        }
    }

    /// <summary>The means are tenths, sorted.</summary>
    internal static Sum For(SumKind kind, int[] tenths)
    {
        var (lower, upper) = (Answer("lower end", tenths[1], "lower", "low"), Answer("upper end", tenths[^2], "upper", "high"));
        return new()
        {
            Kind = kind,
            Prompt = InDigits.Lines(
                $"Minutes watched in an evening: {Resamples} resampled means of {Members} members, sorted.",
                InDigits.Lines(tenths.Chunk(PerLine).Select((line, at) => $"- {(at * PerLine) + 1} to {(at + 1) * PerLine}: {string.Join(", ", line.Select(Write))}")),
                "",
                "What is the 90 % percentile interval of the mean? Leave out 5 % of the means at each end; the smallest and the largest that stay are its ends."),
            Expected = [lower, upper],
            Working =
            [
                $"5 % of {Resamples} is 1: leave out {Write(tenths[0])} and {Write(tenths[^1])}.",
                $"Of the {Resamples - 2} that stay, the smallest is {Write(tenths[1])} and the largest {Write(tenths[^2])}.",
            ],
            Slips = [.. Slips(lower, tenths[0], tenths[2]), .. Slips(upper, tenths[^1], tenths[^3])],
        };
    }

    private static int Mean(int[] sample, Draw draw)
    {
        var sum = 0;
        for (var i = 0; i < Members; i++) sum += sample[draw.Between(0, Members - 1)];
        return (int)Math.Round(sum * 10.0 / Members, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<SumSlip> Slips(SumAnswer answer, int withAll, int withTwoLess) => SumSlip.Of(answer,
        ("with no mean left out", withAll / 10.0),
        ("with two means left out at each end", withTwoLess / 10.0));

    private static SumAnswer Answer(string label, int tenths, params Seq<string> words) => new(label, tenths / 10.0, "minutes", 0.05) { Measure = Measure.Number, Decimals = 1, Words = words };

    private static string Write(int tenths) => InDigits.Fixed(tenths / 10.0, 1);
}
