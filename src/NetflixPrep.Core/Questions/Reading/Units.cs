using System.Collections.Frozen;

namespace NetflixPrep.Core.Questions.Reading;

/// <summary>The units that convert into each other. Any other unit is a word that must stand after the number.</summary>
internal static class Units
{
    internal enum Family
    {
        Time,
        Share,
        Rate,
        Bytes,
        Count,
        Money,
    }

    /// <summary>How much of the family's base one unit is; two units convert when they share a bit of the scale (ms and weeks do not).</summary>
    internal sealed record Unit(Family Family, double Factor, int Scale = 1);

    private static readonly FrozenDictionary<string, Unit> ByName = Names();

    internal static readonly FrozenDictionary<string, Unit>.AlternateLookup<ReadOnlySpan<char>> All = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Multipliers = new Dictionary<string, double>
    {
        ["k"] = 1e3,
        ["thousand"] = 1e3,
        ["m"] = 1e6,
        ["mm"] = 1e6,
        ["mn"] = 1e6,
        ["mio"] = 1e6,
        ["million"] = 1e6,
        ["millions"] = 1e6,
        ["b"] = 1e9,
        ["bn"] = 1e9,
        ["billion"] = 1e9,
        ["billions"] = 1e9,
    }.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Small numbers in words; they count only with a unit.</summary>
    internal static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Spelled = new Dictionary<string, double>
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["twelve"] = 12,
        ["fifteen"] = 15,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
    }.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, Unit> Names()
    {
        var names = new Dictionary<string, Unit>();
        Add(new(Family.Time, 1e-9), "ns", "nanosecond", "nanoseconds");
        Add(new(Family.Time, 1e-6), "us", "μs", "microsecond", "microseconds");
        Add(new(Family.Time, 1e-3), "ms", "msec", "millis", "millisecond", "milliseconds");
        Add(new(Family.Time, 1, 1 | 2), "s", "sec", "secs", "second", "seconds");
        Add(new(Family.Time, 60, 2), "min", "mins", "minute", "minutes", "m");
        Add(new(Family.Time, 3600, 2 | 4), "h", "hr", "hrs", "hour", "hours");
        Add(new(Family.Time, 86400, 4), "day", "days");
        Add(new(Family.Time, 604800, 4), "week", "weeks");
        Add(new(Family.Time, 2629800, 4), "month", "months");
        Add(new(Family.Time, 31557600, 4), "year", "years");
        Add(new(Family.Share, 0.01), "%", "percent", "per cent", "pct", "percentage points", "percentage point", "pp");
        Add(new(Family.Rate, 1), "qps", "rps", "tps", "per second", "requests per second", "queries per second", "events per second",
            "req s", "reqs s", "requests s", "queries s", "events s");
        Add(new(Family.Bytes, 1), "byte", "bytes");
        Add(new(Family.Bytes, 1e3), "kb");
        Add(new(Family.Bytes, 1e6), "mb", "megabyte", "megabytes");
        Add(new(Family.Bytes, 1e9), "gb", "gigabyte", "gigabytes");
        Add(new(Family.Bytes, 1e12), "tb", "terabyte", "terabytes");
        Add(new(Family.Count, 1e3), "thousand", "k");
        Add(new(Family.Count, 1e6), "million", "millions");
        Add(new(Family.Count, 1e9), "billion", "billions");
        Add(new(Family.Money, 1), "$", "usd", "dollar", "dollars");
        Add(new(Family.Count, 1), "number");
        return names.ToFrozenDictionary();

        void Add(Unit unit, params ReadOnlySpan<string> words)
        {
            foreach (var word in words) names[word] = unit;
        }
    }
}
