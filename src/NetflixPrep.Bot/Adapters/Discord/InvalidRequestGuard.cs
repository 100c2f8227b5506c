namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Counts refused requests: Discord bans an address that makes 10,000 in ten minutes, so the bot stops at half of that.</summary>
internal sealed class InvalidRequestGuard(TimeProvider time)
{
    public const int WarnAt = 1000;
    public const int StopAt = 5000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Queue<long> refused = new();

    /// <summary>How many were refused lately. 401, 403 and 429 count, but not a 429 of a shared limit.</summary>
    public int Observe(int status, bool shared)
    {
        lock (gate)
        {
            Expire();
            if (status is 401 or 403 || (status == 429 && !shared)) refused.Enqueue(time.GetTimestamp());
            return refused.Count;
        }
    }

    /// <summary>How long to keep still; zero when requests may go.</summary>
    public TimeSpan Wait()
    {
        lock (gate)
        {
            Expire();
            return refused.Count < StopAt ? TimeSpan.Zero : Window - time.GetElapsedTime(refused.Peek());
        }
    }

    private void Expire()
    {
        while (refused.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window) refused.Dequeue();
    }
}
