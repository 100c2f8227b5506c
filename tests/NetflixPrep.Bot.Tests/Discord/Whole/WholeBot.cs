using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
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
    private readonly Doom doom;
    private readonly DoomedHandler handler;
    private readonly ServiceProvider provider;
    private readonly ConcurrentQueue<Delivery> arrived = new();
    private readonly HashSet<string> before;
    private readonly HashSet<string> delivered = [];
    private readonly TurnLoop lane;
    private readonly OutboxRelay relay;
    private readonly Timers timers;
    private readonly RunningClocks clocks;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource ended;
    private readonly Task receiving;
    private DateTimeOffset? beat;

    /// <param name="store">What the adapter keeps over restarts.</param>
    public WholeBot(FakeDiscord fake, ManualTime time, string folder, QuestionBank bank, ConcurrentDictionary<string, string> store, Doom doom)
    {
        (this.fake, this.time, this.store, this.doom) = (fake, time, store, doom);
        ended = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, doom.Token);
        handler = new(doom);
        before = [.. fake.Interactions.Keys];
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddBot(new() { Storage = new() { Path = Path.Combine(folder, "netflixprep.db"), Synchronous = "NORMAL" } }, bank, time);
        services.AddSingleton(Wiring).AddSingleton<DiscordAdapter>();
        services.AddSingleton<IChatAdapter>(parts => parts.GetRequiredService<DiscordAdapter>());
        provider = services.BuildServiceProvider();
        lane = provider.GetRequiredService<TurnLoop>();
        relay = provider.GetRequiredService<OutboxRelay>();
        timers = provider.GetRequiredService<Timers>();
        clocks = provider.GetRequiredService<RunningClocks>();
        receiving = ReceiveAsync(provider.GetRequiredService<DiscordAdapter>());
    }

    /// <summary>Returns when everything that people did is worked off, everything due is sent, and Discord heard of it.</summary>
    /// <exception cref="OperationCanceledException">The life was cut off.</exception>
    public async Task CalmAsync()
    {
        do
        {
            await WorkAsync();
            using var cut = doom.Token.Register(fake.Signal);
            await fake.UntilAsync(() => !arrived.IsEmpty || IsQuiet || doom.IsOver || receiving.IsCompleted);
            doom.Token.ThrowIfCancellationRequested();
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

    /// <summary>Whether what came with this delivery id is on disk.</summary>
    public bool Knows(string deliveryId) =>
        provider.GetRequiredService<Database>().Writer.ExecuteScalar<long>("SELECT count(*) FROM inbound WHERE delivery_id = @deliveryId", new { deliveryId }) > 0;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await receiving.WaitAsync(TimeSpan.FromSeconds(20));
        await provider.DisposeAsync();
        handler.Dispose();
        ended.Dispose();
        stop.Dispose();
    }

    private DateTimeOffset? NextDue => new[] { timers.NextDue, relay.NextAttempt, clocks.Any() ? beat + Heartbeat.Every : null }.Min();

    // The newest event is kept, and every interaction of this life is answered and no longer "thinking".
    private bool IsQuiet => fake.Connections.LastOrDefault() is { IsOpen: true, Session: { } session }
        && store.TryGetValue("discord/session", out var saved) && GatewayStore.Read(saved) is { } kept && kept.SessionId == session.Id && kept.Seq >= session.Seq
        && fake.Interactions.Values.All(one => one.Answered is not (null or 5) || (before.Contains(one.Id) && !delivered.Contains(DiscordInteraction.DeliveryOf(one.Id))));

    private async Task WorkAsync()
    {
        for (var busy = true; busy;)
        {
            busy = false;
            if (beat is null) await BeatAsync();
            while (arrived.TryDequeue(out var delivery))
            {
                busy = true;
                doom.Pass();
                delivered.Add(delivery.Inbound.From.DeliveryId);
                await lane.HandleAsync([delivery], CancellationToken.None);
                doom.Pass();
            }
            while (relay.TakeNext() is { } sending)
            {
                var mark = await relay.SendAsync(sending, doom.Token);
                doom.Pass();
                await relay.MarkAsync(sending, mark, CancellationToken.None);
                doom.Pass();
            }
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
            await foreach (var delivery in adapter.ReceiveAsync(ended.Token))
            {
                arrived.Enqueue(delivery);
                fake.Signal();
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Stopped or cut off.
        }
        fake.Signal();
    }

    private DiscordWiring Wiring(IServiceProvider parts)
    {
        var database = parts.GetRequiredService<Database>();
        return new()
        {
            Options = new() { Token = fake.Token, ApiBaseUrl = fake.ApiBase, RequestsPerSecond = 100_000 },
            Commands = CommandTable.All,
            Lookups = parts.GetRequiredService<ILookups>(),
            Handler = handler,
            Load = (key, _) => ValueTask.FromResult(store.GetValueOrDefault(key)),
            Save = (key, value, _) =>
            {
                if (doom.IsOver) return ValueTask.CompletedTask; // a dead process writes nothing
                if (value is null) store.TryRemove(key, out string? _);
                else store[key] = value;
                fake.Signal();
                return ValueTask.CompletedTask;
            },
            Listens = place => Read(database, reads => reads.SessionsAt(place).Count > 0),
            OpenConversations = _ => ValueTask.FromResult(Read(database, Open)),
            OpensForm = Act.OpensForm,
        };
    }

    private static IReadOnlyList<OpenConversation> Open(Reads reads) => [.. reads.Query<OpenRow>("""
        SELECT p.place AS Place, s.person AS Person, (
            SELECT CAST(max(CAST(json_extract(e.data, '$.messageId') AS INTEGER)) AS TEXT) FROM events e
            WHERE e.stream = s.stream AND e.type = 'answer-given') AS Last
        FROM sessions s JOIN places p ON p.stream = s.stream WHERE s.status = 'open' AND p.lost_at IS NULL
        """).Select(row => new OpenConversation(Core.PlaceId.Parse(row.Place), Core.PersonId.Parse(row.Person).Group, row.Last is "0" ? null : row.Last))];

    private static T Read<T>(Database database, Func<Reads, T> read)
    {
        using var connection = database.OpenReader();
        return read(new(connection));
    }

    private sealed record OpenRow(string Place, string Person, string? Last);
}
