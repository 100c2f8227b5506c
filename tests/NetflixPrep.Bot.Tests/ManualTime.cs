namespace NetflixPrep.Bot.Tests;

/// <summary>A clock that stands until a test moves it; timers and delays made from it fire while it moves, in order.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = start;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ManualTime() : this(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);

    /// <summary>Backwards fires nothing: a machine's clock was set back.</summary>
    public void MoveTo(DateTimeOffset to)
    {
        while (TakeDue(to) is { } due) due.Fire();
        lock (gate) now = to;
    }

    /// <summary>Completes when something waits for a moment from <paramref name="least"/> to <paramref name="most"/> ahead.</summary>
    public async Task<TimeSpan> WaitsAsync(TimeSpan least, TimeSpan most)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                var found = timers.Select(timer => timer.Next - now).Where(due => due >= least && due <= most).Order().ToList();
                if (found.Count > 0) return found[0];
                change = changed.Task;
            }
            await change.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeDue(DateTimeOffset to)
    {
        lock (gate)
        {
            var due = timers.Where(timer => timer.Next <= to).MinBy(timer => timer.Next);
            if (due is null) return null;
            if (due.Next > now) now = due.Next;
            due.Next += due.Period;
            if (due.Period == TimeSpan.Zero) timers.Remove(due);
            return due;
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Next { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                Next = time.now + dueTime;
                time.timers.Add(this);
                time.changed.TrySetResult();
                time.changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            // A delay of nothing is due at once, as with the real clock.
            if (dueTime == TimeSpan.Zero) time.MoveTo(time.GetUtcNow());
            return true;
        }

        public void Dispose()
        {
            lock (time.gate) time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
