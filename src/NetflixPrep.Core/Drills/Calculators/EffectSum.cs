namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>The smallest difference of two shares that a test of a given size can see.</summary>
internal static class EffectSum
{
    private static readonly Seq<int> Sizes = [2_000, 4_000, 5_000, 8_000, 10_000, 20_000, 40_000];

    internal static Sum Make(SumKind kind, Draw draw) =>
        For(kind, draw.Pick(Trial.Stories), draw.Pick(Trial.Today) / 100.0, draw.Pick(Sizes), draw.Pick(Trial.Powers));

    internal static Sum For(SumKind kind, string story, double share, int perArm, double power)
    {
        var variance = share * (1 - share);
        var error = Math.Sqrt(2 * variance / perArm);
        var effect = Trial.TwoSided(power) * error;
        var answer = new SumAnswer("smallest effect", effect * 100, "percentage points", 3)
        {
            Measure = Measure.Points,
            Decimals = 2,
            Words = ["mde", "effect", "lift", "difference", "delta", "points", "point", "pp"],
        };
        return new()
        {
            Kind = kind,
            Prompt = InDigits.Lines(
                story,
                $"- Today: {InDigits.Percent(share)}",
                $"- Members in each of the two arms: {InDigits.Whole(perArm)}",
                Trial.Lines(power),
                "",
                "Which rise, in percentage points, is the smallest that this test is made to see? Take p(1 − p) of today for both arms."),
            Expected = [answer],
            Working =
            [
                "Effect = (z + z) × √(2 × p(1 − p) ÷ n), with n for each arm.",
                $"{Trial.Working(power)}.",
                $"2 × {InDigits.Short(share)} × {InDigits.Short(1 - share)} ÷ {InDigits.Whole(perArm)} = {InDigits.Fixed(error * error, 8)}; its root {InDigits.Fixed(error, 5)}.",
                $"{InDigits.Fixed(Trial.TwoSided(power), 3)} × {InDigits.Fixed(error, 5)} = {InDigits.Fixed(effect, 4)}, so {answer.Write(answer.Value)} percentage points.",
                $"With the new arm's own p(1 − p) it comes to {answer.Write(Exact(share, perArm, power) * 100)} points.",
            ],
            Slips =
            [
                .. SumSlip.Of(answer,
                    ("with a one-sided α", Trial.OneSided(power) * error * 100),
                    ("with one arm's variance only, the 2 left out", effect / Math.Sqrt(2) * 100),
                    ($"as a share of today's {InDigits.Percent(share)}", effect / share * 100),
                    ("as the new share, not the difference", (share + effect) * 100)),
            ],
        };
    }

    /// <summary>The effect at which the formula of the sample size gives this size: the positive root of (n + Z²)d² − Z²(1 − 2p)d − 2Z²p(1 − p) = 0.</summary>
    internal static double Exact(double share, int perArm, double power)
    {
        var squared = Trial.TwoSided(power) * Trial.TwoSided(power);
        var (a, b, c) = (perArm + squared, squared * (1 - (2 * share)), 2 * squared * share * (1 - share));
        return (b + Math.Sqrt((b * b) + (4 * a * c))) / (2 * a);
    }
}
