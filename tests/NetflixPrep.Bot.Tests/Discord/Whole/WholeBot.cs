using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Discord.Whole;

/// <summary>One life of the whole bot on the fake Discord: the parts of the program, driven by hand on a clock that stands.</summary>
internal sealed class WholeBot : IAsyncDisposable
{
    private readonly FakeDiscord fake;
    private readonly ManualTime time;
    private readonly ConcurrentDictionary<string, string> store;
    private readonly ServiceProvider provider;
    private readonly ConcurrentQueue<Delivery> arrived = new();
    private readonly TurnLoop lane;
    private readonly OutboxRelay relay;
    private readonly Timers timers;
    private readonly RunningClocks clocks;
    private readonly CancellationTokenSource stop = new();
    private readonly Task receiving;
    private DateTimeOffset? beat;

    /// <param name="store">What the adapter keeps over restarts.</param>
    public WholeBot(FakeDiscord fake, ManualTime time, string folder, QuestionBank bank, ConcurrentDictionary<string, string> store)
    {
        (this.fake, this.time, this.store) = (fake, time, store);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddBot(new() { Storage = new() { Path = Path.Combine(folder, "netflixprep.db"), Synchronous = "NORMAL" } }, bank, time);
        services.AddSingleton<Homes>().AddSingleton(Wiring).AddSingleton<DiscordAdapter>();
        services.AddSingleton<IChatAdapter>(parts => parts.GetRequiredService<DiscordAdapter>());
        provider = services.BuildServiceProvider();
        lane = provider.GetRequiredService<TurnLoop>();
        relay = provider.GetRequiredService<OutboxRelay>();
        timers = provider.GetRequiredService<Timers>();
        clocks = provider.GetRequiredService<RunningClocks>();
        receiving = ReceiveAsync(provider.GetRequiredService<DiscordAdapter>());
    }

    /// <summary>Returns when everything that people did is worked off, everything due is sent, and Discord heard of it.</summary>
    public async Task CalmAsync()
    {
        do
        {
            await WorkAsync();
            await fake.UntilAsync(() => !arrived.IsEmpty || IsQuiet || receiving.IsCompleted);
            if (receiving.IsCompleted) await receiving;
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

    // The newest event is kept, and every interaction is answered and no longer "thinking".
    private bool IsQuiet => fake.Connections.LastOrDefault() is { IsOpen: true, Session: { } session }
        && store.TryGetValue("discord/session", out var saved) && GatewayStore.Read(saved) is { } kept && kept.SessionId == session.Id && kept.Seq >= session.Seq
        && fake.Interactions.Values.All(one => one.Answered is not (null or 5));

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

    private async Task ReceiveAsync(DiscordAdapter adapter)
    {
        try
        {
            await foreach (var delivery in adapter.ReceiveAsync(stop.Token))
            {
                arrived.Enqueue(delivery);
                fake.Signal();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped.
        }
        fake.Signal();
    }

    private DiscordWiring Wiring(IServiceProvider parts)
    {
        var homes = parts.GetRequiredService<Homes>();
        return new()
        {
            Options = new() { Token = fake.Token, ApiBaseUrl = fake.ApiBase, RequestsPerSecond = 100_000 },
            Commands = CommandTable.All,
            Lookups = parts.GetRequiredService<ILookups>(),
            Load = (key, _) => ValueTask.FromResult(store.GetValueOrDefault(key)),
            Save = (key, value, _) =>
            {
                if (value is null) store.TryRemove(key, out string? _);
                else store[key] = value;
                fake.Signal();
                return ValueTask.CompletedTask;
            },
            Listens = homes.IsHome,
            OpenConversations = _ => ValueTask.FromResult<IReadOnlyList<OpenConversation>>(
                [.. homes.Open(DiscordReader.Platform).Select(home => new OpenConversation(home.Place, home.Group, home.LastMessageId))]),
            OpensForm = Act.OpensForm,
        };
    }
}
