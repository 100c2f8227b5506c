namespace NetflixPrep.Core.Histories;

/// <summary>What happened to a root cause in a session.</summary>
public enum LedgerMark
{
    /// <summary>Chosen as the one thing to fix.</summary>
    Chosen,

    /// <summary>Judged by the person: it held in the session after.</summary>
    Held,

    /// <summary>Judged by the person: it slipped in the session after.</summary>
    Slipped,
}

/// <summary>One line of the ledger of root causes.</summary>
/// <param name="Cause">An id of the closed list, or other for the person's own words.</param>
public sealed record LedgerEntry(DateTimeOffset At, string Cause, string Label, LedgerMark Mark);

/// <summary>One root cause over all sessions.</summary>
/// <param name="CameBack">When it was last chosen, or slipped, after it had held; null when it never came back.</param>
public sealed record CauseCount(string Label, int Chosen, int Held, int Slipped, DateTimeOffset? CameBack);

/// <summary>Counts a person's root causes: how often each was chosen, held, slipped, and whether it came back.</summary>
public static class Ledger
{
    /// <param name="entries">Oldest first.</param>
    /// <returns>The cause that was touched last comes first.</returns>
    public static Seq<CauseCount> Count(IEnumerable<LedgerEntry> entries)
    {
        var order = new List<string>();
        var counts = new Dictionary<string, (CauseCount Count, bool Held)>();
        foreach (var entry in entries)
        {
            var key = Key(entry);
            order.Remove(key);
            order.Insert(0, key);
            counts[key] = Add(counts.GetValueOrDefault(key, (new(entry.Label, 0, 0, 0, null), false)), entry);
        }
        return [.. order.Select(key => counts[key].Count)];
    }

    private static (CauseCount Count, bool Held) Add((CauseCount Count, bool Held) before, LedgerEntry entry)
    {
        var count = before.Count with { Label = entry.Label };
        var back = before.Held ? entry.At : count.CameBack;
        return entry.Mark switch
        {
            LedgerMark.Chosen => (count with { Chosen = count.Chosen + 1, CameBack = back }, false),
            LedgerMark.Slipped => (count with { Slipped = count.Slipped + 1, CameBack = back }, false),
            _ => (count with { Held = count.Held + 1 }, true),
        };
    }

    // The person's own words are a cause of their own, however they are capitalised.
    private static string Key(LedgerEntry entry) => entry.Cause == Interviews.Sheet.OtherCause ? $"other:{entry.Label.Trim().ToUpperInvariant()}" : entry.Cause;
}
