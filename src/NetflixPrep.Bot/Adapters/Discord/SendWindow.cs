namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Counts sends in a sliding window: Discord closes a connection that sends more than 120 in 60 s.</summary>
internal sealed class SendWindow(int most = SendWindow.Most, TimeSpan? window = null)
{
    public const int Most = 115;

    private readonly TimeSpan window = window ?? TimeSpan.FromSeconds(60);
    private readonly Queue<TimeSpan> sent = new();

    /// <summary>How long to wait before the next send may go, zero when it may go now (and is counted).</summary>
    public TimeSpan Take(TimeSpan now)
    {
        while (sent.TryPeek(out var oldest) && now - oldest >= window) sent.Dequeue();
        if (sent.Count >= most) return sent.Peek() + window - now;
        sent.Enqueue(now);
        return TimeSpan.Zero;
    }
}
