using System.Globalization;

namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>Numbers as prompts and workings write them.</summary>
internal static class InDigits
{
    internal static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>With exactly so many decimals.</summary>
    internal static string Fixed(double value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>As short as it goes, with at most six decimals.</summary>
    internal static string Short(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A share as 10 % or 10.5 %.</summary>
    internal static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    internal static string Lines(params IEnumerable<string> lines) => string.Join('\n', lines);
}
