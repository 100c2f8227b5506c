using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Whole;

/// <summary>The platform that a whole bot lives on.</summary>
internal interface IWholePlatform
{
    void Add(IServiceCollection services);

    /// <summary>Everything that people did has reached the bot, and the platform heard what it has to hear.</summary>
    bool IsQuiet(IChatAdapter adapter);

    /// <summary>Waits until it holds; looked at whenever the bot or the platform did something.</summary>
    Task UntilAsync(Func<bool> holds);

    /// <summary>What the adapter does beside its queue has ended.</summary>
    Task BesideAsync(IChatAdapter adapter);

    void Signal();
}

/// <summary>One life of the whole bot on a fake platform: the parts of the program, driven by hand on a clock that stands.</summary>
internal sealed class WholeBot : IAsyncDisposable
{
    private readonly IWholePlatform platform;
    private readonly ManualTime time;
    private readonly ServiceProvider provider;
    private readonly ConcurrentQueue<Delivery> arrived = new();
    private readonly IChatAdapter adapter;
    private readonly TurnLoop lane;
    private readonly OutboxRelay relay;
    private readonly Timers timers;
    private readonly RunningClocks clocks;
    private readonly CancellationTokenSource stop = new();
    private readonly Task receiving;
    private DateTimeOffset? beat;

    public WholeBot(IWholePlatform platform, ManualTime time, string folder, QuestionBank bank)
    {
        (this.platform, this.time) = (platform, time);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddBot(new() { Storage = new() { Path = Path.Combine(folder, "netflixprep.db"), Synchronous = "NORMAL" } }, bank, time);
        platform.Add(services);
        provider = services.BuildServiceProvider();
        adapter = provider.GetRequiredService<IChatAdapter>();
        lane = provider.GetRequiredService<TurnLoop>();
        relay = provider.GetRequiredService<OutboxRelay>();
        timers = provider.GetRequiredService<Timers>();
        clocks = provider.GetRequiredService<RunningClocks>();
        receiving = ReceiveAsync();
    }

    /// <summary>Returns when everything that people did is worked off, everything due is sent, and the platform heard of it.</summary>
    public async Task CalmAsync()
    {
        do
        {
            await WorkAsync();
            await platform.UntilAsync(() => !arrived.IsEmpty || platform.IsQuiet(adapter) || receiving.IsCompleted);
            if (receiving.IsCompleted) await receiving;
            await platform.BesideAsync(adapter);
        }
        while (!arrived.IsEmpty);
    }

    /// <summary>From one due time to the next, so that everything happens at its own minute.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var target = time.GetUtcNow() + by;
        while (NextDue is { } next && next <= target)
        {
            if (next > time.GetUtcNow()) time.MoveTo(next);
            await CalmAsync();
        }
        time.MoveTo(target);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await receiving.WaitAsync(TimeSpan.FromSeconds(20));
        await provider.DisposeAsync();
        stop.Dispose();
    }

    private DateTimeOffset? NextDue => new[] { timers.NextDue, relay.NextAttempt, clocks.Any() ? beat + Heartbeat.Every : null }.Min();

    private async Task WorkAsync()
    {
        for (var busy = true; busy;)
        {
            busy = false;
            if (beat is null) await BeatAsync();
            while (arrived.TryDequeue(out var delivery))
            {
                busy = true;
                await lane.HandleAsync([delivery], CancellationToken.None);
            }
            await relay.DrainAsync(CancellationToken.None);
            var now = time.GetUtcNow();
            if (!(NextDue <= now)) continue;
            busy = true;
            if (timers.TakeDue(now).Select(timers.Deliver).ToList() is { Count: > 0 } due) await lane.HandleAsync(due, CancellationToken.None);
            if (beat + Heartbeat.Every <= now) await BeatAsync();
        }
    }

    private async Task BeatAsync()
    {
        beat = time.GetUtcNow();
        await lane.HandleAsync([new LaneItem.Beat()], CancellationToken.None);
    }

    private async Task ReceiveAsync()
    {
        try
        {
            await foreach (var delivery in adapter.ReceiveAsync(stop.Token))
            {
                arrived.Enqueue(delivery);
                platform.Signal();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped.
        }
        finally
        {
            platform.Signal();
        }
    }
}
