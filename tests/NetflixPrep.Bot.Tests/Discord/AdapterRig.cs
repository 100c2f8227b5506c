using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Discord;

/// <summary>The adapter, connected to a fake Discord, with a host that keeps everything at once.</summary>
internal sealed class AdapterRig : IAsyncDisposable
{
    public const string Ana = "100000000000000001";
    public const string Ben = "100000000000000002";

    private readonly CancellationTokenSource stop = new();
    private readonly Channel<Delivery> deliveries = Channel.CreateBounded<Delivery>(8);
    private Task receiving = Task.CompletedTask;
    private bool stopped;

    private AdapterRig(FakeDiscord fake, ManualTime time, DiscordOptions options, ConcurrentDictionary<string, string> store)
    {
        Fake = fake;
        Time = time;
        Store = store;
        Adapter = new(new()
        {
            Options = options,
            Commands = Table,
            Lookups = Lookups,
            Load = (key, _) => ValueTask.FromResult(Store.GetValueOrDefault(key)),
            Save = (key, value, _) =>
            {
                if (value is null) Store.TryRemove(key, out var _);
                else Store[key] = value;
                Fake.Signal();
                return ValueTask.CompletedTask;
            },
            OpenConversations = _ => ValueTask.FromResult<IReadOnlyList<OpenConversation>>(Conversations),
            Listens = place => ListensTo.Contains(place.Place),
            OpensForm = token => token.Act == "ask",
            Seed = new(7),
            QueueLimit = 64,
        }, time, new Lines(Logged, fake));
    }

    public FakeDiscord Fake { get; }

    public ManualTime Time { get; }

    public DiscordAdapter Adapter { get; }

    public ConcurrentDictionary<string, string> Store { get; }

    public List<OpenConversation> Conversations { get; } = [];

    public HashSet<string> ListensTo { get; } = [FakeDiscord.ChannelId];

    public FakeLookups Lookups { get; } = new();

    public ConcurrentQueue<string> Logged { get; } = new();

    /// <summary>How the receiving ended.</summary>
    public Task Ended => receiving;

    public static PersonId Person(string user) => new("discord", FakeDiscord.GuildId, user);

    public static PlaceId Place(string channel) => new("discord", channel);

    public static PlaceId Practice { get; } = Place(FakeDiscord.ChannelId);

    public static Seq<CommandSpec> Table { get; } =
    [
        new("mock start", "Start a mock interview.", [new("round", "Which round.", ArgumentKind.Round), new("minutes", "How long.", ArgumentKind.Number) { Min = 3, Max = 90 }]),
        new("mock stop", "Stop it.", []) { AnswersPrivately = true },
        new("help", "What there is.", []) { ReadsOnly = true, AnswersPrivately = true },
        new("story", "Write a story down.", []) { OpensForm = true },
    ];

    /// <param name="before">Sets the fake up before the adapter connects.</param>
    public static async Task<AdapterRig> StartAsync(Action<FakeDiscord>? before = null, Action<DiscordOptions>? settings = null, AdapterRig? after = null)
    {
        var time = after?.Time ?? new ManualTime();
        var fake = after?.Fake ?? await FakeDiscord.StartAsync(time);
        before?.Invoke(fake);
        var options = new DiscordOptions { Token = fake.Token, ApiBaseUrl = fake.ApiBase };
        settings?.Invoke(options);
        var rig = new AdapterRig(fake, time, options, after?.Store ?? new());
        if (after is not null) rig.Conversations.AddRange(after.Conversations);
        rig.receiving = rig.ReceiveAsync();
        return rig;
    }

    public static async Task<AdapterRig> LiveAsync(Action<FakeDiscord>? before = null, Action<DiscordOptions>? settings = null)
    {
        var rig = await StartAsync(before, settings);
        await rig.Fake.LiveAsync();
        await rig.Fake.UntilAsync(() => rig.Store.ContainsKey("discord/session"));
        return rig;
    }

    /// <summary>True while nothing waits to be taken.</summary>
    public bool IsQuiet => !deliveries.Reader.TryPeek(out _);

    /// <summary>The next delivery, not settled yet.</summary>
    public async Task<Delivery> DeliveryAsync() => await deliveries.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>The next inbound, kept.</summary>
    public async Task<Inbound> NextAsync(bool answered = false)
    {
        var delivery = await DeliveryAsync();
        await delivery.Settle(Settlement.Done(answered));
        return delivery.Inbound;
    }

    public Task<Receipt> ShowAsync(Message message, string key = "key-1", PlaceId? place = null, string? inReplyTo = null, PersonId? only = null, IReadOnlyList<string>? replaces = null, Strip? strip = null, Seq<PersonId>? notify = null, IReadOnlyList<string>? sent = null) =>
        SendAsync(new Effect.Show(new Where.Home(), "slot", message, only, notify ?? []), key, place ?? Practice, inReplyTo, replaces, strip, sent);

    public Task<Receipt> SendAsync(Effect effect, string key = "key-1", PlaceId? place = null, string? inReplyTo = null, IReadOnlyList<string>? replaces = null, Strip? strip = null, IReadOnlyList<string>? sent = null) =>
        Adapter.SendAsync(new() { Key = key, Effect = effect, Place = place, InReplyTo = inReplyTo, Replaces = replaces ?? [], Strip = strip, Sent = sent ?? [] }, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Lets the pauses that the client takes pass, until something holds.</summary>
    public async Task PassUntilAsync(Func<bool> holds, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(holds))] string claim = "")
    {
        var done = Fake.UntilAsync(holds, claim);
        while (!done.IsCompleted)
        {
            var pause = Time.WaitsAsync(TimeSpan.Zero, TimeSpan.FromSeconds(6));
            if (await Task.WhenAny(done, pause) == pause) Time.Advance(await pause);
        }
        await done;
    }

    /// <summary>A message of the fake by a receipt's id.</summary>
    public FakeMessage Shown(Receipt receipt, int part = 0) => Fake.Channels[receipt.Place!.Value.Place].Messages.Single(message => message.Id == receipt.MessageIds[part]);

    /// <summary>Stops the adapter as a restart of the bot would, and leaves Discord as it is.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await receiving.WaitAsync(TimeSpan.FromSeconds(20));
        await Adapter.DisposeAsync();
        stopped = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (stopped) return; // the rig that came after it disposes of the fake
        await stop.CancelAsync();
        try
        {
            await receiving.WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (DiscordFatalException)
        {
            // A test that wants it looks at Ended.
        }
        await Adapter.DisposeAsync();
        await Fake.DisposeAsync();
        stop.Dispose();
        Assert.True(Fake.Violations.Count == 0, string.Join('\n', Fake.Violations));
        Assert.DoesNotContain(Logged, line => line.Contains(Fake.Token, StringComparison.Ordinal) || line.Contains("secret-token", StringComparison.Ordinal));
    }

    private async Task ReceiveAsync()
    {
        try
        {
            await foreach (var delivery in Adapter.ReceiveAsync(stop.Token)) await deliveries.Writer.WriteAsync(delivery, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped by the test.
        }
    }

    public sealed class FakeLookups : ILookups
    {
        public ValueTask<Message> AnswerAsync(Inbound.Command command, CancellationToken ct) => ValueTask.FromResult(new Message(Prose.Markdown("There is /mock start.")));

        public ValueTask<Seq<Option>> CompleteAsync(PersonId person, string verb, string argument, string typed, CancellationToken ct) =>
            ValueTask.FromResult<Seq<Option>>([new($"{verb}/{argument}/{typed}", "value-1")]);
    }

    private sealed class Lines(ConcurrentQueue<string> lines, FakeDiscord fake) : ILogger<DiscordAdapter>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
            fake.Signal();
        }
    }
}
