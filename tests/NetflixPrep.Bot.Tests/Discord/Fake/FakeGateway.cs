using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Discord.Fake;

/// <summary>How the fake's gateway behaves; a test sets what it needs.</summary>
internal sealed class FakeGatewayRules
{
    public int HeartbeatInterval { get; set; } = 41_250;

    public bool AcknowledgesHeartbeats { get; set; } = true;

    /// <summary>Closes a connection whose heartbeat is overdue. Off in a test whose clock jumps over heartbeats.</summary>
    public bool ChecksHeartbeats { get; set; } = true;

    /// <summary>How many connections get no Hello.</summary>
    public int HellosWithheld { get; set; }

    public bool SaysReady { get; set; } = true;

    public int IdentifiesLeft { get; set; } = 1000;

    public TimeSpan IdentifyReset { get; set; } = TimeSpan.FromHours(5);

    /// <summary>Refuses the message-content intent, as when it is not switched on.</summary>
    public bool RefusesContent { get; set; }

    /// <summary>Refuses the connection itself this many times.</summary>
    public int RefusesConnections { get; set; }

    /// <summary>Answers Resume with op 9 and this.</summary>
    public bool? InvalidatesResume { get; set; }
}

/// <summary>A gateway session with what was sent in it, for replay.</summary>
internal sealed class FakeSession(string id, int intents)
{
    public string Id => id;

    public int Intents => intents;

    public List<JsonObject> Sent { get; } = [];

    public long Seq => Sent.Count;
}

/// <summary>One gateway connection: enforces the rules a bot has to keep, and closes with Discord's codes when it does not.</summary>
internal sealed class FakeConnection(WebSocket socket, FakeDiscord fake, string path) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Queue<DateTimeOffset> received = new();
    private DateTimeOffset? beat; // the Hello, then the last heartbeat

    public string Path => path;

    public FakeSession? Session { get; private set; }

    public int Heartbeats { get; private set; }

    public int? ClosedByBot { get; private set; }

    public bool IsOpen => socket.State == WebSocketState.Open;

    public async Task RunAsync()
    {
        if (fake.Gateway.HellosWithheld > 0) fake.Gateway.HellosWithheld--;
        else await HelloAsync();
        var buffer = new byte[64 * 1024];
        while (socket.State == WebSocketState.Open)
        {
            WebSocketReceiveResult read;
            try
            {
                read = await socket.ReceiveAsync(buffer, CancellationToken.None);
            }
            catch (WebSocketException)
            {
                break;
            }
            if (read.MessageType == WebSocketMessageType.Close)
            {
                ClosedByBot = (int?)read.CloseStatus;
                // 1000 and 1001 end the session; every other code keeps it for a resume.
                if (ClosedByBot is 1000 or 1001 && Session is { } ended) fake.Forget(ended);
                if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(read.CloseStatus ?? WebSocketCloseStatus.Empty, null, CancellationToken.None);
                break;
            }
            if (read.Count > 4096 || !read.EndOfMessage)
            {
                fake.Violate($"a gateway payload of more than 4096 bytes");
                await CloseAsync(4002);
                break;
            }
            await HandleAsync(JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, read.Count))!.AsObject());
            fake.Signal();
        }
        fake.Signal();
    }

    public void Dispose() => writing.Dispose();

    public async Task SendAsync(JsonObject payload)
    {
        await writing.WaitAsync();
        try
        {
            var frame = Encoding.UTF8.GetBytes(payload.ToJsonString());
            fake.FrameLeaves?.Invoke(payload);
            if (socket.State == WebSocketState.Open) await socket.SendAsync(frame, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The bot has gone: it will resume and get it then.
        }
        finally
        {
            writing.Release();
        }
    }

    public async Task CloseAsync(int code)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None);
    }

    /// <summary>The connection breaks without a close frame.</summary>
    public void Drop()
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseSent or WebSocketState.CloseReceived) socket.Abort();
    }

    private async Task HelloAsync()
    {
        beat = fake.Time.GetUtcNow();
        await SendAsync(new() { ["op"] = 10, ["s"] = null, ["t"] = null, ["d"] = new JsonObject { ["heartbeat_interval"] = fake.Gateway.HeartbeatInterval } });
    }

    /// <summary>A heartbeat has to come within every interval, the first one too; a quarter more for the way.</summary>
    private async Task<bool> IsOverdueAsync(DateTimeOffset now)
    {
        if (!fake.Gateway.ChecksHeartbeats || beat is not { } last || now - last <= TimeSpan.FromMilliseconds(fake.Gateway.HeartbeatInterval * 1.25)) return false;
        beat = null;
        fake.Violate($"no heartbeat for {(now - last).TotalSeconds} s");
        await CloseAsync(4009);
        return true;
    }

    private async Task HandleAsync(JsonObject payload)
    {
        var now = fake.Time.GetUtcNow();
        if (await IsOverdueAsync(now)) return;
        while (received.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(60)) received.Dequeue();
        received.Enqueue(now);
        if (received.Count > 120)
        {
            fake.Violate("more than 120 gateway payloads in 60 seconds");
            await CloseAsync(4008);
            return;
        }
        switch ((int)payload["op"]!)
        {
            case 1:
                Heartbeats++;
                beat = now;
                if (fake.Gateway.AcknowledgesHeartbeats) await SendAsync(new() { ["op"] = 11 });
                break;
            case 2 when Session is not null:
                await CloseAsync(4005);
                break;
            case 2:
                await IdentifyAsync(payload["d"]!.AsObject(), now);
                break;
            case 6:
                await ResumeAsync(payload["d"]!.AsObject());
                break;
            default:
                fake.Violate($"an unknown op {payload["op"]}");
                await CloseAsync(4001);
                break;
        }
    }

    private async Task IdentifyAsync(JsonObject data, DateTimeOffset now)
    {
        if ((string?)data["token"] != fake.Token)
        {
            await CloseAsync(4004);
            return;
        }
        var intents = (int)data["intents"]!;
        if (fake.Gateway.RefusesContent && (intents & (1 << 15)) != 0)
        {
            await CloseAsync(4014);
            return;
        }
        if (fake.Identifies.LastOrDefault() is var last && last != default && now - last < TimeSpan.FromSeconds(5)) fake.Violate("two identifies within five seconds");
        if (--fake.Gateway.IdentifiesLeft < 0) fake.Violate("an identify over the session start limit");
        fake.Identifies.Add(now);
        if (!fake.Gateway.SaysReady) return;
        Session = fake.NewSession(intents);
        await DispatchAsync("READY", fake.Ready(Session));
        await DispatchAsync("GUILD_CREATE", FakeDiscord.GuildJson());
    }

    private async Task ResumeAsync(JsonObject data)
    {
        fake.Resumes.Add((long)data["seq"]!);
        var session = fake.FindSession((string?)data["session_id"] ?? "");
        if ((string?)data["token"] != fake.Token)
        {
            await CloseAsync(4004);
            return;
        }
        if (fake.Gateway.InvalidatesResume is { } resumable || session is null)
        {
            await SendAsync(new() { ["op"] = 9, ["d"] = fake.Gateway.InvalidatesResume ?? false });
            return;
        }
        Session = session;
        foreach (var missed in session.Sent.Skip((int)(long)data["seq"]!).ToList()) await SendAsync((JsonObject)missed.DeepClone());
        await DispatchAsync("RESUMED", new());
    }

    public async Task DispatchAsync(string type, JsonObject data)
    {
        await IsOverdueAsync(fake.Time.GetUtcNow());
        JsonObject payload;
        lock (Session!.Sent)
        {
            payload = new() { ["op"] = 0, ["s"] = Session.Seq + 1, ["t"] = type, ["d"] = data };
            Session.Sent.Add(payload);
        }
        await SendAsync((JsonObject)payload.DeepClone());
    }
}
