namespace NetflixPrep.Bot.Tests.Discord.Fake;

/// <summary>A clock that moves when a test says so; delays and timers follow it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = new(2026, 1, 5, 18, 0, 0, TimeSpan.Zero);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; what falls due on the way happens at its moment.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (true)
        {
            ManualTimer? next;
            lock (gate)
            {
                next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
                if (next is null)
                {
                    now = end;
                    return;
                }
                if (next.Due > now) now = next.Due!.Value;
                timers.Remove(next);
                next.Due = null;
            }
            next.Fire();
        }
    }

    /// <summary>Completes when something waits for a moment from <paramref name="least"/> to <paramref name="most"/> ahead.</summary>
    public async Task<TimeSpan> WaitsAsync(TimeSpan least, TimeSpan most)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                var found = timers.Select(timer => timer.Due!.Value - now).Where(due => due >= least && due <= most).Order().ToList();
                if (found.Count > 0) return found[0];
                change = changed.Task;
            }
            await change.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    private void Schedule(ManualTimer timer, TimeSpan due)
    {
        lock (gate)
        {
            timers.Remove(timer);
            timer.Due = due == Timeout.InfiniteTimeSpan ? null : now + due;
            if (timer.Due is not null) timers.Add(timer);
            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class ManualTimer(ManualTime clock, Action fire) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Schedule(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
