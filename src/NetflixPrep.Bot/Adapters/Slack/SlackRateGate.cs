namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>How fast the bot may call. Slack's own limits, or none in tests of other things.</summary>
internal sealed record SlackPace
{
    /// <summary>Messages a second to one channel; a few may go at once.</summary>
    public double PostsPerSecond { get; init; } = 1;

    public int PostsAtOnce { get; init; } = 4;

    /// <summary>How many calls of a method may go at once before its rate counts.</summary>
    public int CallsAtOnce { get; init; } = 20;

    /// <summary>False lifts every limit of our own; Slack's answers still count.</summary>
    public bool IsHeld { get; init; } = true;

    public static SlackPace Unheld { get; } = new() { IsHeld = false };
}

/// <summary>Whether a call may go.</summary>
internal enum Pass
{
    Go,

    /// <summary>A newer call for the same thing is on its way instead.</summary>
    Superseded,
}

/// <summary>Paces calls by method, and messages by channel as well; waits when Slack says so; of calls for the same thing that wait only the newest goes.</summary>
internal sealed class SlackRateGate(SlackPace pace, TimeProvider time)
{
    private const int MostChannels = 5000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Bucket> methods = [];
    private readonly Dictionary<string, Bucket> channels = [];
    private readonly Dictionary<string, object> newest = [];

    /// <summary>Waits for the call's turn.</summary>
    /// <param name="channel">Set for messages.</param>
    /// <param name="same">Names what the call sets, when only the newest value matters.</param>
    /// <param name="longest">A longer wait is refused instead, with how long it would be.</param>
    public async Task<(Pass Pass, TimeSpan? TooLong)> EnterAsync(SlackMethod method, string? channel, string? same, TimeSpan longest, CancellationToken ct)
    {
        var me = new object();
        if (same is not null) lock (gate) newest[same] = me;
        try
        {
            while (true)
            {
                TimeSpan wait;
                lock (gate)
                {
                    if (same is not null && newest.GetValueOrDefault(same) != me) return (Pass.Superseded, null);
                    wait = Take(method, channel);
                }
                if (wait <= TimeSpan.Zero) return (Pass.Go, null);
                if (wait > longest) return (Pass.Go, wait);
                await Task.Delay(wait, time, ct);
            }
        }
        finally
        {
            if (same is not null)
            {
                lock (gate)
                {
                    if (newest.GetValueOrDefault(same) == me) newest.Remove(same);
                }
            }
        }
    }

    /// <summary>Slack refused a call of this method: all of them wait.</summary>
    public void Pause(SlackMethod method, TimeSpan pause)
    {
        lock (gate) MethodOf(method).Until = time.GetTimestamp() + (long)(pause.TotalSeconds * time.TimestampFrequency);
    }

    /// <summary>Zero takes a turn of both; otherwise nothing is taken.</summary>
    private TimeSpan Take(SlackMethod method, string? channel)
    {
        var now = time.GetTimestamp();
        var byMethod = MethodOf(method);
        var paused = byMethod.Until > now ? time.GetElapsedTime(now, byMethod.Until) + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero;
        if (!pace.IsHeld) return paused;
        var byChannel = channel is null ? null : ChannelOf(channel, now);
        var wait = Max(paused, Max(byMethod.Wait(now, time), byChannel?.Wait(now, time) ?? TimeSpan.Zero));
        if (wait > TimeSpan.Zero) return wait;
        byMethod.Left--;
        if (byChannel is not null) byChannel.Left--;
        return TimeSpan.Zero;
    }

    private Bucket MethodOf(SlackMethod method) => methods.TryGetValue(method.Name, out var known) ? known
        : methods[method.Name] = new(Math.Min(pace.CallsAtOnce, method.PerMinute), method.PerMinute / 60.0, time.GetTimestamp());

    private Bucket ChannelOf(string channel, long now)
    {
        if (channels.TryGetValue(channel, out var known)) return known;
        if (channels.Count >= MostChannels)
            foreach (var full in channels.Where(pair => pair.Value.IsFull(now, time)).Select(pair => pair.Key).ToList()) channels.Remove(full);
        return channels[channel] = new(pace.PostsAtOnce, pace.PostsPerSecond, now);
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>A token bucket.</summary>
    private sealed class Bucket
    {
        private readonly double most;
        private readonly double perSecond;
        private long filledAt;

        public Bucket(double most, double perSecond, long now) => (this.most, this.perSecond, filledAt, Left) = (most, perSecond, now, most);

        public double Left { get; set; }

        public long Until { get; set; }

        public TimeSpan Wait(long now, TimeProvider time)
        {
            Fill(now, time);
            return Left >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - Left) / perSecond) + TimeSpan.FromMilliseconds(1);
        }

        public bool IsFull(long now, TimeProvider time)
        {
            Fill(now, time);
            return Left >= most;
        }

        private void Fill(long now, TimeProvider time)
        {
            if (now <= filledAt) return;
            Left = Math.Min(most, Left + (time.GetElapsedTime(filledAt, now).TotalSeconds * perSecond));
            filledAt = now;
        }
    }
}
