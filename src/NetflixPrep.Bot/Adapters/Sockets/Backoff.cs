using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Sockets;

/// <summary>How long to wait before trying again: doubling from a second to a minute, each a random half to whole of that.</summary>
internal static class Backoff
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <summary>The wait after <paramref name="failures"/> failures in a row (from 1); <paramref name="jitter"/> is 0 to 1.</summary>
    public static TimeSpan Delay(int failures, double jitter)
    {
        var whole = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 10));
        if (whole > Most) whole = Most;
        return whole * (0.5 + Math.Clamp(jitter, 0, 1) / 2);
    }

    /// <summary>An endless sequence of waits; the same seed gives the same waits.</summary>
    public static IEnumerable<TimeSpan> Delays(Chance chance)
    {
        for (var failures = 1; ; failures = Math.Min(failures + 1, 16))
        {
            yield return Delay(failures, Fraction(chance));
            chance = chance.Next();
        }
    }

    /// <summary>A number from 0 up to 1.</summary>
    public static double Fraction(Chance chance) => chance.Below(1_000_000) / 1_000_000.0;
}
