using NetflixPrep.Core.Questions.Formulas;

namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>What the sums about A/B tests share: stories, shares and the quantiles of the normal distribution.</summary>
internal static class Trial
{
    internal const double Alpha = 0.05;

    /// <summary>What is tried and what it should raise.</summary>
    internal static Seq<string> Stories { get; } =
    [
        "A new order of rows should raise the share of members who play something on their first evening.",
        "A new search ranker should raise the share of members who find a title by search within a week.",
        "Trailers that start by themselves should raise the share of members who finish a first episode.",
        "A shorter sign-up form should raise the share of visitors who complete it.",
        "A reminder on the second day should raise the share of new members who come back in their first week.",
    ];

    /// <summary>Shares of today, in percent.</summary>
    internal static Seq<int> Today { get; } = [5, 8, 10, 12, 15, 20, 25, 30, 40];

    internal static Seq<double> Powers { get; } = [0.8, 0.9];

    /// <summary>How many standard errors the effect must be: the two quantiles together.</summary>
    internal static double TwoSided(double power) => SampleSize.Quantile(1 - (Alpha / 2)) + SampleSize.Quantile(power);

    internal static double OneSided(double power) => SampleSize.Quantile(1 - Alpha) + SampleSize.Quantile(power);

    internal static string Lines(double power) => InDigits.Lines(
        $"- α: 0.05, two-sided (z {InDigits.Fixed(SampleSize.Quantile(1 - (Alpha / 2)), 2)})",
        $"- Power: {InDigits.Short(power)} (z {InDigits.Fixed(SampleSize.Quantile(power), 2)})");

    internal static string Working(double power) =>
        $"{InDigits.Fixed(SampleSize.Quantile(1 - (Alpha / 2)), 3)} + {InDigits.Fixed(SampleSize.Quantile(power), 3)} = {InDigits.Fixed(TwoSided(power), 3)}";
}
