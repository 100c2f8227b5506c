namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Knows up to which sequence number every event of a session is durably kept, although they may be kept out of order.</summary>
internal sealed class SeqLedger
{
    private readonly Lock gate = new();
    private readonly SortedSet<long> open = [];
    private string? session;
    private long last;

    public void Received(string sessionId, long seq)
    {
        lock (gate)
        {
            if (session != sessionId)
            {
                session = sessionId;
                open.Clear();
                last = 0;
            }
            open.Add(seq);
            last = Math.Max(last, seq);
        }
    }

    /// <summary>The highest number up to which all is kept; null when nothing is or the event is of another session.</summary>
    public long? Kept(string sessionId, long seq)
    {
        lock (gate)
        {
            if (session != sessionId || !open.Remove(seq)) return null;
            return open.Count == 0 ? last : open.Min - 1;
        }
    }
}
