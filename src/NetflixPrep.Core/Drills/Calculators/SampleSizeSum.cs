using NetflixPrep.Core.Questions.Formulas;

namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>How many members each arm of an A/B test needs.</summary>
internal static class SampleSizeSum
{
    private static readonly Seq<double> Lifts = [0.005, 0.01, 0.02];

    internal static Sum Make(SumKind kind, Draw draw)
    {
        var today = draw.Pick(Trial.Today) / 100.0;
        return For(kind, draw.Pick(Trial.Stories), today, today + draw.Pick(Lifts), draw.Pick(Trial.Powers));
    }

    internal static Sum For(SumKind kind, string story, double p0, double p1, double power)
    {
        var variance = (p0 * (1 - p0)) + (p1 * (1 - p1));
        var lift = p1 - p0;
        var squared = Trial.TwoSided(power) * Trial.TwoSided(power);
        var answer = new SumAnswer("size", Math.Ceiling(SampleSize.PerGroup(p0, p1, Trial.Alpha, power)), "per arm", 2)
        {
            Measure = Measure.Count,
            Decimals = 0,
            Words = ["arm", "arms", "group", "groups", "variant", "cell", "each", "n"],
        };
        return new()
        {
            Kind = kind,
            Prompt = InDigits.Lines(
                story,
                $"- Today: {InDigits.Percent(p0)}",
                $"- To be seen: {InDigits.Percent(p1)} or more",
                Trial.Lines(power),
                "",
                "How many does each of the two arms need?"),
            Expected = [answer],
            Working =
            [
                "For each arm n = (z + z)² × (p₀(1 − p₀) + p₁(1 − p₁)) ÷ (p₁ − p₀)².",
                $"{Trial.Working(power)}; squared {InDigits.Fixed(squared, 3)}.",
                $"{InDigits.Short(p0)} × {InDigits.Short(1 - p0)} + {InDigits.Short(p1)} × {InDigits.Short(1 - p1)} = {InDigits.Short(variance)}.",
                $"{InDigits.Short(p1)} − {InDigits.Short(p0)} = {InDigits.Short(lift)}; squared {InDigits.Short(lift * lift)}.",
                $"{InDigits.Fixed(squared, 3)} × {InDigits.Short(variance)} ÷ {InDigits.Short(lift * lift)} = {answer.Write(answer.Value)} per arm, rounded up.",
            ],
            Slips =
            [
                .. SumSlip.Of(answer,
                    ("with a one-sided α", Math.Ceiling(SampleSize.PerGroup(p0, p1, 2 * Trial.Alpha, power))),
                    ("with both arms counted together", 2 * answer.Value),
                    ("with the z of the power left out", Math.Ceiling(SampleSize.PerGroup(p0, p1, Trial.Alpha, 0.5)))),
            ],
        };
    }
}
