using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Tests.Whole;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>Slack on loopback: real HTTP and WebSocket, Slack's rules enforced, faults on demand.</summary>
/// <remarks>
/// <para>Start: <c>await using var slack = await FakeSlack.StartAsync(time, seed)</c>, then point the bot at <see cref="ApiBaseUrl"/> with <see cref="BotToken"/> and <see cref="AppToken"/>. Everything is timed on the <see cref="TimeProvider"/> that was given.</para>
/// <para>World: <see cref="AddPerson"/>, <see cref="AddChannel"/>, <see cref="Dm"/>; the public channel <see cref="ChannelId"/> is there and the bot is in it. People are named by their user id; a person who is not known yet is made on first use. A <em>place</em> is a channel id, or <c>channel:thread_ts</c> for a thread.</para>
/// <para>What people do (each gives an event or interaction to one open socket, and waits until the bot is live unless <see cref="BotIsAway"/>): <see cref="SayAsync"/>, <see cref="EditAsync"/>, <see cref="DeleteAsync"/>, <see cref="UploadAsync"/>, <see cref="SlashAsync"/>, <see cref="PressAsync(string, string)"/>, <see cref="ChooseAsync"/>, <see cref="FillAsync"/>, <see cref="SubmitAsync"/>, <see cref="CloseFormAsync"/>, <see cref="OpenHomeAsync"/>, <see cref="GlobalShortcutAsync"/>, <see cref="MessageShortcutAsync"/>, <see cref="InviteBotAsync"/>, <see cref="RemoveBotAsync"/>.</para>
/// <para>What people see: <see cref="Sees"/>, <see cref="SeesAnywhere"/>, <see cref="Ephemerals"/>, <see cref="Form"/>, <see cref="Home"/>, <see cref="FakeControls.Of(FakeMessage)"/>, <see cref="Find"/>, and <see cref="SlackEyes"/> for the text as a window shows it.</para>
/// <para>Faults: <see cref="Faults"/> for calls (see <see cref="FakeFault"/>), <see cref="Sockets"/> for rules of all sockets, <see cref="Connections"/> for one: <see cref="FakeSocket.Disconnect"/>, <see cref="FakeSocket.Drop"/>, <see cref="FakeSocket.Mute"/>, <see cref="FakeSocket.Close"/>. <see cref="Scopes"/> and <see cref="Subscriptions"/> are what the app has.</para>
/// <para>Proof: <see cref="Calls"/> is every call, <see cref="Envelopes"/> everything that was to be delivered, <see cref="Violations"/> the rules the bot broke: empty at the end of every test. <see cref="UntilAsync"/> waits for something, <see cref="SettledAsync"/> for every acknowledgement.</para>
/// </remarks>
internal sealed partial class FakeSlack : IAsyncDisposable
{
    public const string TeamId = "T0PREP";
    public const string AppId = "A0PREP";
    public const string BotUser = "U0PREP";
    public const string BotId = "B0PREP";
    public const string ChannelId = "C0PRACTICE";

    /// <summary>Typed in a message, it becomes a mention of the bot.</summary>
    public const string Mention = "@prep";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly Random random;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int counter;

    private FakeSlack(WebApplication app, TimeProvider time, int seed)
    {
        this.app = app;
        Time = time;
        random = new(seed);
        People[BotUser] = new(BotUser, "prep") { IsBot = true };
        Channels[ChannelId] = new(ChannelId, FakeChannel.Public) { Name = "practice", Members = { BotUser } };
    }

    public TimeProvider Time { get; }

    public string BotToken { get; } = "xoxb-fake-for-tests";

    public string AppToken { get; } = "xapp-fake-for-tests";

    /// <summary>Ends in /api/, as Slack's does.</summary>
    public Uri ApiBaseUrl { get; private set; } = null!;

    public ConcurrentDictionary<string, FakePerson> People { get; } = new();

    public ConcurrentDictionary<string, FakeChannel> Channels { get; } = new();

    public FakeSocketRules Sockets { get; } = new();

    public List<FakeFault> Faults { get; } = [];

    /// <summary>What the bot token may do.</summary>
    public HashSet<string> Scopes { get; } =
    [
        "app_mentions:read", "chat:write", "commands", "im:history", "im:read", "im:write", "users:read", "reactions:write", "files:read", "files:write",
        "channels:history", "channels:read", "groups:history", "groups:read", "mpim:history", "mpim:read", "mpim:write",
    ];

    /// <summary>The events the app asked for.</summary>
    public HashSet<string> Subscriptions { get; } = ["app_home_opened", "app_mention", "message.im", "message.channels", "message.groups", "message.mpim"];

    /// <summary>The bot is away: what happens does not wait for it to come.</summary>
    public bool BotIsAway { get; set; }

    /// <summary>Every call in the order it was answered.</summary>
    public List<FakeCall> Calls { get; } = [];

    public List<FakeEnvelope> Envelopes { get; } = [];

    /// <summary>All sockets there ever were.</summary>
    public List<FakeSocket> Connections { get; } = [];

    /// <summary>Rules that the bot broke: empty at the end of every test.</summary>
    public List<string> Violations { get; } = [];

    public int OpenSockets => Locked(() => Connections.Count(socket => socket.IsOpen));

    public static async Task<FakeSlack> StartAsync(TimeProvider time, int seed = 1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(FakeServer.Patiently).UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new FakeSlack(app, time, seed);
        app.Run(slack.ServeAsync);
        await app.StartAsync();
        slack.ApiBaseUrl = new(app.Urls.First() + "/api/");
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in Locked(() => Connections.ToList())) socket.End();
        ForgetTimers();
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>Waits until something holds; looked at whenever the bot did something.</summary>
    public async Task UntilAsync(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string claim = "")
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (holds()) return;
                change = changed.Task;
            }
            try
            {
                await change.WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"Never came true: {claim}\n{Locked(() => string.Join('\n', [.. Calls.Select(call => $"{call.Status} {call.Method} {call.Error} {call.Args.ToJsonString()}"), .. Envelopes.Select(envelope => envelope.ToString()), .. Violations]))}");
            }
        }
    }

    /// <summary>Waits until the bot or somebody did anything.</summary>
    public Task ChangedAsync(CancellationToken ct)
    {
        lock (gate) return changed.Task.WaitAsync(ct);
    }

    /// <summary>Waits until the bot has a socket that said hello.</summary>
    public Task LiveAsync() => UntilAsync(() => Connections.Exists(socket => socket is { IsOpen: true, SaidHello: true }));

    /// <summary>Waits until everything that was raised is acknowledged or lost. The clock may be moved then without making anything late.</summary>
    public Task SettledAsync() => UntilAsync(() => Envelopes.TrueForAll(envelope => envelope.Acked || envelope.Lost));

    public void Signal()
    {
        lock (gate)
        {
            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Violate(string what)
    {
        lock (gate) Violations.Add(what);
    }

    /// <summary>Looks at what the bot may be changing.</summary>
    public T Locked<T>(Func<T> read)
    {
        lock (gate) return read();
    }

    /// <summary>A person of the workspace; the id is made from the name.</summary>
    public string AddPerson(string name, string zone = "Europe/London", bool admin = false, bool bot = false)
    {
        var id = "U0" + name.ToUpperInvariant();
        People[id] = new(id, name) { Zone = zone, IsAdmin = admin, IsBot = bot };
        return id;
    }

    /// <summary>A channel with these people and, unless said otherwise, the bot.</summary>
    public string AddChannel(string name, bool isPrivate = false, bool withBot = true, params string[] people)
    {
        var id = (isPrivate ? "G0" : "C0") + name.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal);
        var channel = new FakeChannel(id, isPrivate ? FakeChannel.Private : FakeChannel.Public) { Name = name };
        foreach (var person in people) channel.Members.Add(Known(person).Id);
        if (withBot) channel.Members.Add(BotUser);
        Channels[id] = channel;
        return id;
    }

    /// <summary>The direct message of a person with the bot; it is always there.</summary>
    public string Dm(string user)
    {
        lock (gate)
        {
            var known = Channels.Values.FirstOrDefault(channel => channel.Kind == FakeChannel.Direct && channel.Person == user);
            if (known is not null) return known.Id;
            var id = "D0" + Known(user).Id[1..];
            Channels[id] = new(id, FakeChannel.Direct) { Members = { user, BotUser } };
            return id;
        }
    }

    /// <summary>A moment's own name: seconds, a dot, and a counter.</summary>
    private string NewTs() => string.Create(CultureInfo.InvariantCulture, $"{Time.GetUtcNow().ToUnixTimeSeconds()}.{Interlocked.Increment(ref counter):D6}");

    private string NewKey(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref counter):D6}{(uint)random.Next():X8}");

    private FakePerson Known(string user) => People.GetOrAdd(user, id => new(id, id[1..].ToLowerInvariant()));

    private FakeChannel In(string place) => Channels.TryGetValue(Split(place).Channel, out var channel) ? channel : throw new InvalidOperationException($"There is no {place}.");

    private static (string Channel, string? Thread) Split(string place) => place.Split(':') is [var channel, var thread] ? (channel, thread) : (place, null);

    private string WebBase => $"http://{ApiBaseUrl.Authority}";

    private async Task ServeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path == "/link") await ServeSocketAsync(http);
        else await ServeCallAsync(http, path);
    }

    private async Task ServeSocketAsync(HttpContext http)
    {
        lock (gate)
        {
            var ticket = http.Request.Query["ticket"].ToString();
            if (!tickets.Remove(ticket)) Violate("a socket with a ticket that is not valid or was used before");
            else if (Sockets.Refuses > 0) Sockets.Refuses--;
            else ticket = null;
            if (ticket is not null)
            {
                http.Response.StatusCode = 503;
                Signal();
                return;
            }
        }
        var tcp = http.Features.GetRequiredFeature<IConnectionLifetimeFeature>(); // outlives the request
        var wire = await FakeWire.UpgradeAsync(http);
        using var webSocket = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.Zero });
        FakeSocket socket;
        bool tooMany;
        lock (gate)
        {
            tooMany = Connections.Count(one => one.IsOpen) >= Sockets.MostSockets;
            socket = new(Connections.Count + 1, this, webSocket, wire, tcp.Abort);
            Connections.Add(socket);
        }
        var running = socket.RunAsync(tooMany);
        Signal();
        await running;
    }
}
