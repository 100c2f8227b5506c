using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Tests.Whole;

namespace NetflixPrep.Bot.Tests.Discord.Fake;

/// <summary>Discord on loopback: real HTTP and WebSocket, Discord's rules enforced, faults on demand.</summary>
internal sealed partial class FakeDiscord : IAsyncDisposable
{
    public const string BotId = "900000000000000001";
    public const string GuildId = "700000000000000001";
    public const string ChannelId = "800000000000000001";
    public const ulong AllPermissions = (1UL << 53) - 1;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<FakeSession> sessions = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int counter;

    private FakeDiscord(WebApplication app, TimeProvider time)
    {
        this.app = app;
        Time = time;
        Channels[ChannelId] = new(ChannelId, FakeChannel.TextChannel) { Guild = GuildId, Name = "practice" };
    }

    public TimeProvider Time { get; }

    public string Token { get; } = "MTIz.fake.token-for-tests";

    public Uri ApiBase { get; private set; } = null!;

    public FakeGatewayRules Gateway { get; } = new();

    public List<FakeFault> Faults { get; } = [];

    public ConcurrentDictionary<string, FakeChannel> Channels { get; } = new();

    public ConcurrentDictionary<string, FakeInteraction> Interactions { get; } = new();

    /// <summary>What the bot may do in the guild; a channel may say otherwise.</summary>
    public ulong Permissions { get; set; } = AllPermissions;

    /// <summary>What interactions say the bot may do, where that is not the truth; null says that it may do everything.</summary>
    public ulong? SaidPermissions { get; set; }

    public HashSet<string> ClosedDms { get; } = [];

    /// <summary>Who manages the server.</summary>
    public HashSet<string> Managers { get; } = [];

    /// <summary>Files with answers to interactions are refused.</summary>
    public bool RefusesFiles { get; set; }

    public long ApplicationFlags { get; set; } = 1 << 19;

    public TimeSpan NonceWindow { get; set; } = TimeSpan.FromMinutes(5);

    public List<FakeRequest> Requests { get; } = [];

    /// <summary>Rules that the bot broke: empty at the end of every test.</summary>
    public List<string> Violations { get; } = [];

    public List<FakeConnection> Connections { get; } = [];

    public List<DateTimeOffset> Identifies { get; } = [];

    /// <summary>The sequence numbers that resumes named.</summary>
    public List<long> Resumes { get; } = [];

    public ConcurrentDictionary<string, JsonArray> Commands { get; } = new();

    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>For who measures: a gateway frame is about to be written.</summary>
    public Action<JsonObject>? FrameLeaves { get; set; }

    /// <summary>For who measures: when a request arrived (a <see cref="System.Diagnostics.Stopwatch"/> timestamp, before its body was read), its method, path and body.</summary>
    public Action<long, string, string, JsonNode?>? RequestCame { get; set; }

    public FakeConnection Connection => Locked(() => Connections[^1]);

    public static async Task<FakeDiscord> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(FakeServer.Patiently).UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeDiscord(app, time);
        app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.Zero });
        app.Run(fake.ServeAsync);
        await app.StartAsync();
        fake.ApiBase = new(app.Urls.First() + "/api/v10/");
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        foreach (var connection in Connections) connection.Dispose();
    }

    /// <summary>Waits until something holds; looked at whenever the bot did something.</summary>
    public async Task UntilAsync(Func<bool> holds, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(holds))] string claim = "")
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
                throw new TimeoutException($"Never came true: {claim}\n{string.Join('\n', Requests.Select(request => $"{request.Status} {request.Method} {request.Path} {request.Body?.ToJsonString()}"))}\n{string.Join('\n', Violations)}");
            }
        }
    }

    /// <summary>Waits until the bot has a live session.</summary>
    public Task LiveAsync() => UntilAsync(() => Connections.Count > 0 && Connections[^1] is { IsOpen: true, Session: not null });

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

    public string NewId()
    {
        var ms = (ulong)(Time.GetUtcNow() - new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalMilliseconds;
        return ((ms << 22) + (ulong)Interlocked.Increment(ref counter)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public FakeSession NewSession(int intents)
    {
        var session = new FakeSession($"session{Interlocked.Increment(ref counter)}", intents);
        lock (gate) sessions.Add(session);
        return session;
    }

    public FakeSession? FindSession(string id) => Locked(() => sessions.Find(session => session.Id == id));

    public void Forget(FakeSession session)
    {
        lock (gate) sessions.Remove(session);
    }

    public void ForgetSessions()
    {
        lock (gate) sessions.Clear();
    }

    /// <summary>The bot is away: events do not wait for it to come but lie in its session, for a resume.</summary>
    public bool BotIsAway { get; set; }

    /// <summary>Sends an event; without a connection it waits in the session for a resume.</summary>
    public async Task DispatchAsync(string type, JsonObject data)
    {
        if (!BotIsAway) await LiveAsync();
        await Connection.DispatchAsync(type, data);
    }

    public JsonObject Ready(FakeSession session) => new()
    {
        ["v"] = 10,
        ["user"] = new JsonObject { ["id"] = BotId, ["username"] = "prep", ["discriminator"] = "0", ["avatar"] = null, ["bot"] = true },
        ["guilds"] = new JsonArray(new JsonObject { ["id"] = GuildId, ["unavailable"] = true }),
        ["session_id"] = session.Id,
        ["resume_gateway_url"] = WebSocketBase + "/resume",
        ["application"] = new JsonObject { ["id"] = BotId, ["flags"] = ApplicationFlags },
        ["something_new"] = new JsonObject { ["deep"] = new JsonArray(1, null, "x") },
    };

    public static JsonObject GuildJson() => new()
    {
        ["id"] = GuildId,
        ["name"] = "Study group",
        ["owner_id"] = "1",
        ["roles"] = new JsonArray(new JsonObject { ["id"] = GuildId, ["name"] = "@everyone", ["permissions"] = AllPermissions.ToString(System.Globalization.CultureInfo.InvariantCulture), ["position"] = 0, ["color"] = 0, ["hoist"] = false, ["managed"] = false, ["mentionable"] = false }),
        ["channels"] = new JsonArray(new JsonObject { ["id"] = ChannelId, ["type"] = 0, ["name"] = "practice", ["position"] = 0, ["permission_overwrites"] = new JsonArray() }),
        ["threads"] = new JsonArray(),
        ["members"] = new JsonArray(new JsonObject { ["user"] = new JsonObject { ["id"] = BotId, ["username"] = "prep", ["discriminator"] = "0", ["avatar"] = null, ["bot"] = true }, ["roles"] = new JsonArray(), ["joined_at"] = "2026-01-01T00:00:00+00:00", ["deaf"] = false, ["mute"] = false, ["flags"] = 0 }),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["features"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["member_count"] = 1,
        ["large"] = false,
        ["joined_at"] = "2026-01-01T00:00:00+00:00",
        ["unavailable"] = false,
    };

    private string WebSocketBase => $"ws://{ApiBase.Authority}";

    private async Task ServeAsync(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest)
        {
            if (Gateway.RefusesConnections > 0)
            {
                Gateway.RefusesConnections--;
                http.Response.StatusCode = 503;
                Signal();
                return;
            }
            if (http.Request.Query["v"] != "10" || http.Request.Query["encoding"] != "json") Violate("a gateway connection without v=10 and encoding=json");
            var connection = new FakeConnection(await http.WebSockets.AcceptWebSocketAsync(), this, http.Request.Path);
            lock (gate) Connections.Add(connection);
            Signal();
            await connection.RunAsync();
            return;
        }
        await ServeRestAsync(http);
    }

    /// <summary>Looks at what the bot may be changing.</summary>
    public T Locked<T>(Func<T> read)
    {
        lock (gate) return read();
    }
}
