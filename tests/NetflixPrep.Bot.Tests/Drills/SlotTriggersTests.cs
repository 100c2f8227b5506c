using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Drills;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;

namespace NetflixPrep.Bot.Tests.Drills;

/// <summary>Quartz itself, on the real clock: an hour that has just struck is rung at once.</summary>
public sealed class SlotTriggersTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Quartz_rings_the_hour_once_and_takes_the_next_one_from_the_table()
    {
        var rung = await RingAsync(before: static _ => Task.CompletedTask);

        Assert.Equal(["due"], rung.Rows);
        Assert.Equal(2, rung.Settings.Count);
        Assert.Equal(TimeSpan.FromDays(1), rung.Settings[1] - rung.Settings[0]);
    }

    [Fact(Timeout = 60_000)]
    public async Task After_a_restart_the_triggers_come_from_the_table_again()
    {
        // The first life ends before Quartz was started at all.
        var rung = await RingAsync(before: async subscribe =>
        {
            await using var first = Provider(new(null));
            await subscribe(first.GetRequiredService<TurnLoop>());
        });

        Assert.Equal(["due"], rung.Rows);
        Assert.Equal(2, rung.Settings.Count);
    }

    private async Task<(IReadOnlyList<string> Rows, IReadOnlyList<DateTimeOffset> Settings)> RingAsync(Func<Func<TurnLoop, Task>, Task> before)
    {
        var now = DateTimeOffset.UtcNow;
        var earlier = now.AddSeconds(-61);
        var command = new Inbound.Command(new("d1", new("terminal", "one", "ana"), new("terminal", "lobby"), earlier), CommandTable.DrillOn,
            [new("time", now.ToString("HH:mm", CultureInfo.InvariantCulture)), new("zone", "UTC")]);
        var subscribed = false;
        async Task Subscribe(TurnLoop lane)
        {
            await lane.HandleAsync([new Delivery(command, static _ => ValueTask.CompletedTask)], TestContext.Current.CancellationToken);
            subscribed = true;
        }
        await before(Subscribe);

        var recording = new Recording(null);
        await using var provider = Provider(recording);
        recording.Inner = provider.GetRequiredService<SlotTriggers>();
        var lane = provider.GetRequiredService<TurnLoop>();
        if (!subscribed) await Subscribe(lane);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var (turns, triggers) = (lane.RunAsync(stop.Token), provider.GetRequiredService<SlotTriggers>().RunAsync(stop.Token));
        await recording.Twice.Task.WaitAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(turns, triggers);
        var rows = new Reads(provider.GetRequiredService<Database>().Writer).Query<string>("SELECT state FROM drill_dues");
        return (rows, recording.Settings);
    }

    private ServiceProvider Provider(Recording recording)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddBot(new() { Storage = new() { Path = folder.File("netflixprep.db"), Synchronous = "NORMAL" } }, SmallBank.Load(), TimeProvider.System);
        services.AddSlotTriggers().AddSingleton<ITriggers>(recording);
        return services.BuildServiceProvider();
    }

    /// <summary>Passes settings on and remembers them.</summary>
    private sealed class Recording(SlotTriggers? inner) : ITriggers
    {
        private readonly List<(StreamId Stream, string Timer, DateTimeOffset At)> early = [];

        public SlotTriggers? Inner
        {
            get;
            set
            {
                field = value;
                foreach (var (stream, timer, at) in early) value!.Set(stream, timer, at);
                early.Clear();
            }
        } = inner;

        public List<DateTimeOffset> Settings { get; } = [];

        public TaskCompletionSource Twice { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Takes(StreamId stream) => stream.Kind == Slot.StreamName;

        public void Set(StreamId stream, string timer, DateTimeOffset at)
        {
            Settings.Add(at);
            if (Inner is { } known) known.Set(stream, timer, at);
            else early.Add((stream, timer, at));
            if (Settings.Count == 2) Twice.TrySetResult();
        }

        public void Clear(StreamId stream, string timer) => Inner?.Clear(stream, timer);
    }
}
