using System.Globalization;
using System.Threading.Channels;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>A timer that was set, or with no row cancelled or taken.</summary>
internal readonly record struct TimerChange(StreamId Stream, string Timer, TimerRow? Row);

/// <summary>The due times in memory, as the timers table has them after each commit. Safe for threads.</summary>
/// <param name="triggers">Rings for some of them instead; null: all are rung here.</param>
internal sealed class Timers(TimeProvider time, ITriggers? triggers = null)
{
    /// <summary>At most this many come due at once.</summary>
    public const int MostAtOnce = 256;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<(StreamId Stream, string Timer), TimerRow> set = [];
    private readonly PriorityQueue<TimerRow, (DateTimeOffset At, long SetBy)> queue = new();
    private DateTimeOffset holdUntil = DateTimeOffset.MinValue;
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>When the next one comes due; null when none is set.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate) return Newest() ? queue.Peek().DueAt : null;
        }
    }

    /// <summary>How many are set.</summary>
    public int Count
    {
        get { lock (gate) return set.Count; }
    }

    public void Load(IEnumerable<TimerRow> rows) => Apply([.. rows.Select(row => new TimerChange(StreamId.Parse(row.Stream), row.Timer, row))]);

    /// <summary>What a commit changed.</summary>
    public void Apply(IReadOnlyList<TimerChange> committed)
    {
        if (committed.Count == 0) return;
        lock (gate)
        {
            foreach (var change in committed)
            {
                if (change.Row is { } row)
                {
                    set[(change.Stream, change.Timer)] = row;
                    Line(change.Stream, row);
                }
                else
                {
                    set.Remove((change.Stream, change.Timer));
                    if (triggers?.Takes(change.Stream) == true) triggers.Clear(change.Stream, change.Timer);
                }
            }
            if (queue.Count > 1024 + 2 * set.Count) Rebuild();
        }
        changes.Writer.TryWrite(true);
    }

    /// <summary>What has come due, earliest first. Each is made once; one that could not be kept is given back with <see cref="GiveBack"/>.</summary>
    public IReadOnlyList<Inbound.Due> TakeDue(DateTimeOffset now)
    {
        var due = new List<Inbound.Due>();
        lock (gate)
        {
            while (due.Count < MostAtOnce && Newest() && queue.Peek().DueAt <= now)
                due.Add(DueOf(queue.Dequeue(), now));
        }
        return due;
    }

    /// <summary>A timer that was rung by <see cref="ITriggers"/>; null when it is set no longer or not due yet.</summary>
    public Inbound.Due? Take(StreamId stream, string timer)
    {
        var now = time.GetUtcNow();
        lock (gate) return set.TryGetValue((stream, timer), out var row) && row.DueAt <= now ? DueOf(row, now) : null;
    }

    /// <summary>It was not kept: it comes due again.</summary>
    public void GiveBack(Inbound.Due due)
    {
        lock (gate)
        {
            if (set.TryGetValue((due.Stream, due.Timer), out var row) && row.SetBy == SetBy(due)) Line(due.Stream, row, holdUntil);
        }
        changes.Writer.TryWrite(true);
    }

    /// <summary>Which setting of the timer this is: a later one of the same name has another number.</summary>
    public static long SetBy(Inbound.Due due) =>
        long.TryParse(due.From.DeliveryId.AsSpan(due.From.DeliveryId.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Posts what comes due, until cancelled.</summary>
    public async Task RunAsync(Func<Delivery, CancellationToken, ValueTask> post, CancellationToken ct)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            if (now >= holdUntil)
            {
                foreach (var due in TakeDue(now)) await post(Deliver(due), ct);
            }
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var changed = changes.Reader.ReadAsync(enough.Token).AsTask();
            await Task.WhenAny(changed, Task.Delay(Wait(), time, enough.Token));
            await enough.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A due timer as a delivery: one that is not kept comes due again.</summary>
    public Delivery Deliver(Inbound.Due due) => new(due, settlement => Settled(due, settlement));

    private ValueTask Settled(Inbound.Due due, Settlement settlement)
    {
        if (settlement.Kept) return ValueTask.CompletedTask;
        // Storage fails: asking again at once would only keep it busy.
        holdUntil = time.GetUtcNow() + AfterFailure;
        GiveBack(due);
        return ValueTask.CompletedTask;
    }

    private void Line(StreamId stream, TimerRow row, DateTimeOffset earliest = default)
    {
        if (triggers?.Takes(stream) == true) triggers.Set(stream, row.Timer, row.DueAt > earliest ? row.DueAt : earliest);
        else queue.Enqueue(row, (row.DueAt, row.SetBy));
    }

    private TimeSpan Wait()
    {
        if (NextDue is not { } next) return Timeout.InfiniteTimeSpan;
        var left = (next > holdUntil ? next : holdUntil) - time.GetUtcNow();
        if (left <= TimeSpan.Zero) return TimeSpan.Zero;
        // A delay holds at most 49 days; looking again once a day costs nothing.
        return left > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : left;
    }

    private static Inbound.Due DueOf(TimerRow row, DateTimeOffset now) => new(
        new($"due:{row.Stream}:{row.Timer}:{row.DueAt.UtcTicks}:{row.SetBy}", PersonId.Bot, PlaceId.Bot, now),
        StreamId.Parse(row.Stream), row.Timer, ChatJson.ReadArguments(row.Arguments));

    private void Rebuild()
    {
        var taken = set.Values.ToHashSet();
        var still = queue.UnorderedItems.Where(item => taken.Contains(item.Element)).ToList();
        queue.Clear();
        queue.EnqueueRange(still);
    }

    // Replaced and cancelled timers stay in the queue until they come to its front.
    private bool Newest()
    {
        while (queue.TryPeek(out var row, out _))
        {
            if (set.TryGetValue((StreamId.Parse(row.Stream), row.Timer), out var current) && current.SetBy == row.SetBy && current.DueAt == row.DueAt) return true;
            queue.Dequeue();
        }
        return false;
    }
}
