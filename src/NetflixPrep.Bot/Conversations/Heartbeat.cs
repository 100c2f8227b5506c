using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>Notices that the bot could not act for fifteen seconds or more: it was down, or its machine slept.</summary>
/// <param name="wanted">Whether a clock runs that a gap would harm. Asked at each step of the lane.</param>
internal sealed class Heartbeat(TimeProvider time, Func<bool> wanted)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>A shorter gap is not taken off an interview clock.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromSeconds(15);

    private DateTimeOffset? alive;
    private bool wasDown;

    /// <summary>Starts now; <paramref name="lastSeen"/> is the last sign of life of the process before.</summary>
    public void Start(DateTimeOffset? lastSeen, DateTimeOffset now)
    {
        wasDown = now - lastSeen >= Gap;
        alive = wasDown ? lastSeen : now;
    }

    /// <summary>The gap that ends now; null when there is none. Asking changes nothing.</summary>
    public Inbound.Woke? Look(DateTimeOffset now) =>
        alive is { } since && now - since >= Gap && (wasDown || wanted())
            ? new(new($"woke:{since.UtcTicks}", PersonId.Bot, PlaceId.Bot, now), since)
            : null;

    /// <summary>Said after a commit: the bot acted at this time.</summary>
    public void Alive(DateTimeOffset now)
    {
        wasDown = false;
        if (alive is not { } since || now > since) alive = now;
    }

    /// <summary>Asks for a beat at once and then every five seconds while wanted, until cancelled.</summary>
    public async Task RunAsync(Func<LaneItem, CancellationToken, ValueTask> post, CancellationToken ct)
    {
        await post(new LaneItem.Beat(), ct);
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            if (wanted()) await post(new LaneItem.Beat(), ct);
        }
    }
}
