namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>The limit over all requests of the bot, and the pause that Discord orders when it was broken all the same.</summary>
internal sealed class GlobalLimit(int perSecond, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly SendWindow window = new(perSecond, TimeSpan.FromSeconds(1));
    private readonly long origin = time.GetTimestamp();
    private TimeSpan pausedUntil;

    public async Task EnterAsync(CancellationToken ct)
    {
        while (Take() is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
    }

    public void Pause(TimeSpan span)
    {
        lock (gate)
        {
            var until = time.GetElapsedTime(origin) + span;
            if (until > pausedUntil) pausedUntil = until;
        }
    }

    private TimeSpan Take()
    {
        lock (gate)
        {
            var now = time.GetElapsedTime(origin);
            return pausedUntil > now ? pausedUntil - now : window.Take(now);
        }
    }
}
