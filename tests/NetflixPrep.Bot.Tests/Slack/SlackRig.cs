using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>The adapter, connected to a fake Slack, with a host that keeps everything at once.</summary>
internal sealed class SlackRig : IAsyncDisposable
{
    public const string Ana = "U0ANA";
    public const string Ben = "U0BEN";

    private readonly CancellationTokenSource stop = new();
    private readonly Channel<Delivery> deliveries = Channel.CreateBounded<Delivery>(64);
    private Task receiving = Task.CompletedTask;
    private bool stopped;

    private SlackRig(FakeSlack fake, ManualTime time, SlackOptions options, SlackPace pace)
    {
        (Fake, Time) = (fake, time);
        Adapter = new(new()
        {
            Options = options,
            Commands = Table,
            Lookups = Lookups,
            OpenConversations = _ => ValueTask.FromResult<IReadOnlyList<OpenConversation>>(Conversations),
            Listens = place => ListensTo.Contains(place.Place),
            MindsAdmin = token => token.Contains("hide", StringComparison.Ordinal),
            Pace = pace,
            Pings = (TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400)),
            Seed = new(7),
        }, time, new Lines(Logged, fake));
    }

    public FakeSlack Fake { get; }

    public ManualTime Time { get; }

    public SlackAdapter Adapter { get; }

    public List<OpenConversation> Conversations { get; } = [];

    public HashSet<string> ListensTo { get; } = [FakeSlack.ChannelId];

    public FakeLookups Lookups { get; } = new();

    public ConcurrentQueue<string> Logged { get; } = new();

    /// <summary>How the receiving ended.</summary>
    public Task Ended => receiving;

    public static PersonId Person(string user) => new("slack", FakeSlack.TeamId, user);

    public static PlaceId Practice { get; } = new("slack", FakeSlack.ChannelId);

    public static Seq<CommandSpec> Table { get; } =
    [
        .. CommandTable.All,
        new("drill on", "Get a drill.", [new("time", "When.", ArgumentKind.Text)]),
        new("story", "Write a story down.", []) { OpensForm = true },
    ];

    /// <param name="before">Sets the fake up before the adapter connects.</param>
    public static async Task<SlackRig> StartAsync(Action<FakeSlack>? before = null, Action<SlackOptions>? settings = null, SlackPace? pace = null, SlackRig? after = null)
    {
        var time = after?.Time ?? new ManualTime();
        var fake = after?.Fake ?? await FakeSlack.StartAsync(time);
        if (after is null)
        {
            fake.AddPerson("ana");
            fake.AddPerson("ben");
        }
        before?.Invoke(fake);
        var options = new SlackOptions { BotToken = fake.BotToken, AppToken = fake.AppToken, ApiBaseUrl = fake.ApiBaseUrl };
        settings?.Invoke(options);
        var rig = new SlackRig(fake, time, options, pace ?? SlackPace.Unheld);
        if (after is not null)
        {
            rig.Conversations.AddRange(after.Conversations);
            rig.ListensTo.UnionWith(after.ListensTo);
        }
        rig.receiving = rig.ReceiveAsync();
        return rig;
    }

    public static async Task<SlackRig> LiveAsync(Action<FakeSlack>? before = null, Action<SlackOptions>? settings = null, SlackPace? pace = null)
    {
        var rig = await StartAsync(before, settings, pace);
        await rig.Fake.LiveAsync();
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
    public async Task PassUntilAsync(Func<bool> holds, TimeSpan? most = null, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(holds))] string claim = "")
    {
        var done = Fake.UntilAsync(holds, claim);
        while (!done.IsCompleted)
        {
            var pause = Time.WaitsAsync(TimeSpan.Zero, most ?? TimeSpan.FromSeconds(2));
            if (await Task.WhenAny(done, pause) == pause) Time.Advance(await pause);
        }
        await done;
    }

    /// <summary>A message of the fake by a receipt's id.</summary>
    public FakeMessage Shown(Receipt receipt, int part = 0) => Fake.Locked(() => Fake.Channels.Values.SelectMany(channel => channel.Messages).Single(message => message.Ts == receipt.MessageIds[part]));

    /// <summary>Stops the adapter as a restart of the bot would, and leaves Slack as it is.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await receiving.WaitAsync(TimeSpan.FromSeconds(20));
        await Adapter.DisposeAsync();
        await Fake.UntilAsync(() => Fake.Connections.TrueForAll(socket => !socket.IsOpen));
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
        catch (SlackFatalException)
        {
            // A test that wants it looks at Ended.
        }
        await Adapter.DisposeAsync();
        await Fake.DisposeAsync();
        stop.Dispose();
        Assert.True(Fake.Violations.Count == 0, string.Join('\n', Fake.Violations));
        Assert.DoesNotContain(Logged, line => line.Contains(Fake.BotToken, StringComparison.Ordinal) || line.Contains(Fake.AppToken, StringComparison.Ordinal)
            || line.Contains("/actions/", StringComparison.Ordinal) || line.Contains("ticket=", StringComparison.Ordinal));
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
        /// <summary>What mock status says.</summary>
        public Message Status { get; set; } = new(Prose.Markdown("No session is open."));

        public ConcurrentQueue<Inbound.Command> Asked { get; } = new();

        public ValueTask<Message> AnswerAsync(Inbound.Command command, CancellationToken ct)
        {
            Asked.Enqueue(command);
            return ValueTask.FromResult(command.Verb == CommandTable.MockStatus ? Status : new(Prose.Of($"Try {new CommandRef(CommandTable.MockStart)}.")) { Title = "What I can do" });
        }

        public ValueTask<Seq<Option>> CompleteAsync(PersonId person, string verb, string argument, string typed, CancellationToken ct) => ValueTask.FromResult<Seq<Option>>([]);
    }

    private sealed class Lines(ConcurrentQueue<string> lines, FakeSlack fake) : ILogger<SlackAdapter>
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
