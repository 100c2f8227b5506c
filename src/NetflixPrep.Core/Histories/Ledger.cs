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
public sealed record LedgerEntry(DateTimeOffset At, string Cause, string Label, LedgerMark Mark)
{
    /// <summary>In which session; null where nobody asks.</summary>
    public StreamId? Session { get; init; }
}

/// <summary>One root cause over all sessions.</summary>
/// <param name="CameBack">When it was last chosen, or slipped, after it had held; null when it never came back.</param>
public sealed record CauseCount(string Label, int Chosen, int Held, int Slipped, DateTimeOffset? CameBack)
{
    /// <summary>What peers named in the sessions in which this was chosen; null when none of them was reviewed.</summary>
    public PeersNamed? Peers { get; init; }
}

/// <summary>Counts a person's root causes: how often each was chosen, held, slipped, and whether it came back.</summary>
public static class Ledger
{
    /// <param name="entries">Oldest first.</param>
    /// <param name="peers">What peers named, by session; it is set beside what was chosen and changes no count.</param>
    /// <returns>The cause that was touched last comes first.</returns>
    public static Seq<CauseCount> Count(IEnumerable<LedgerEntry> entries, IReadOnlyDictionary<StreamId, PeersNamed>? peers = null)
    {
        var order = new List<string>();
        var counts = new Dictionary<string, (CauseCount Count, bool Held)>();
        foreach (var entry in entries)
        {
            var key = Key(entry);
            order.Remove(key);
            order.Insert(0, key);
            counts[key] = Add(counts.GetValueOrDefault(key, (new(entry.Label, 0, 0, 0, null), false)), entry);
            if (entry is { Mark: LedgerMark.Chosen, Session: { } session } && peers?.GetValueOrDefault(session) is { } named)
                counts[key] = (counts[key].Count with { Peers = PeersNamed.Add(counts[key].Count.Peers, named) }, counts[key].Held);
        }
        return [.. order.Select(key => counts[key].Count)];
    }

    /// <summary>What peers named in sessions in which the person chose nothing; null when there is none.</summary>
    public static PeersNamed? WhereNothingWasChosen(IEnumerable<LedgerEntry> entries, IReadOnlyDictionary<StreamId, PeersNamed> peers)
    {
        var chosen = entries.Where(entry => entry.Mark == LedgerMark.Chosen).Select(entry => entry.Session).ToHashSet();
        return peers.Where(each => !chosen.Contains(each.Key) && each.Value.Causes.Count > 0).OrderBy(each => each.Key.ToString(), StringComparer.Ordinal)
            .Aggregate((PeersNamed?)null, (sum, each) => PeersNamed.Add(sum, each.Value));
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
