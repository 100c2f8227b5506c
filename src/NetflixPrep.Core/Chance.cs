namespace NetflixPrep.Core;

/// <summary>Chance that is a value: the same seed gives the same picks on every machine (SplitMix64, Steele et al. 2014).</summary>
public readonly record struct Chance(ulong Seed)
{
    /// <summary>A seed from any text, the same everywhere (FNV-1a, 64 bit).</summary>
    public static Chance From(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ (byte)letter) * 1099511628211UL;
            hash = (hash ^ (byte)(letter >> 8)) * 1099511628211UL;
        }
        return new(hash);
    }

    /// <summary>A whole number from 0 up to, but not including, <paramref name="limit"/>.</summary>
    public int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)(Mixed % (ulong)limit);
    }

    /// <summary>The chance after this one.</summary>
    public Chance Next() => new(Seed + 0x9E3779B97F4A7C15UL);

    private ulong Mixed
    {
        get
        {
            var z = Seed + 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
