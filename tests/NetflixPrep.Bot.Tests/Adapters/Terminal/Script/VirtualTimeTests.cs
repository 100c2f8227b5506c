using NetflixPrep.Bot.Adapters.Terminal.Script;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal.Script;

public class VirtualTimeTests
{
    private readonly VirtualTime time = new(VirtualTime.Beginning);
    private readonly List<string> fired = [];

    [Fact]
    public void Fires_timers_in_order_of_their_due_time_at_that_time()
    {
        using var late = Timer("late", 20);
        using var early = Timer("early", 10);

        time.AdvanceTo(VirtualTime.Beginning.AddSeconds(30));

        Assert.Equal(["early 10", "late 20"], fired);
        Assert.Equal(VirtualTime.Beginning.AddSeconds(30), time.GetUtcNow());
    }

    [Fact]
    public void Repeats_a_periodic_timer()
    {
        using var timer = time.CreateTimer(_ => Note("tick"), null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));

        time.AdvanceTo(VirtualTime.Beginning.AddSeconds(15));

        Assert.Equal(["tick 5", "tick 10", "tick 15"], fired);
    }

    [Fact]
    public void Forgets_a_timer_that_was_disposed()
    {
        Timer("never", 5).Dispose();

        time.AdvanceTo(VirtualTime.Beginning.AddSeconds(15));

        Assert.Empty(fired);
        Assert.Null(time.NextTimer);
    }

    [Fact]
    public async Task Ends_a_delay_when_its_time_has_come()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(2), time, TestContext.Current.CancellationToken);
        var before = delay.IsCompleted;

        time.AdvanceTo(VirtualTime.Beginning.AddMinutes(2));
        await delay;

        Assert.False(before);
    }

    [Fact]
    public void Lets_timestamps_follow_and_never_goes_back()
    {
        var start = time.GetTimestamp();
        time.AdvanceTo(VirtualTime.Beginning.AddSeconds(3));
        time.AdvanceTo(VirtualTime.Beginning);

        Assert.Equal(TimeSpan.FromSeconds(3), time.GetElapsedTime(start));
    }

    private ITimer Timer(string name, int seconds) => time.CreateTimer(_ => Note(name), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);

    private void Note(string name) => fired.Add($"{name} {(time.GetUtcNow() - VirtualTime.Beginning).TotalSeconds}");
}
