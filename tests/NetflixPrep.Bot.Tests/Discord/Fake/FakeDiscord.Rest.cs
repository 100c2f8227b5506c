using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NetflixPrep.Bot.Tests.Discord.Fake.OpenApi;

namespace NetflixPrep.Bot.Tests.Discord.Fake;

/// <summary>The HTTP side.</summary>
internal sealed partial class FakeDiscord
{
    private const ulong AddReactions = 1UL << 6;
    private const ulong ViewChannel = 1UL << 10;
    private const ulong SendMessages = 1UL << 11;
    private const ulong ReadHistory = 1UL << 16;
    private const ulong ManageThreads = 1UL << 34;
    private const ulong CreatePublicThreads = 1UL << 35;
    private const ulong CreatePrivateThreads = 1UL << 36;
    private const ulong SendInThreads = 1UL << 38;

    private const int LargestFile = 10 * 1024 * 1024;

    private readonly Dictionary<string, (string Message, DateTimeOffset At)> nonces = [];
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<JsonNode, List<string>> uploads = [];

    private async Task ServeRestAsync(HttpContext http)
    {
        var arrived = Stopwatch.GetTimestamp();
        var path = http.Request.Path.Value!;
        if (Files.TryGetValue(path, out var file))
        {
            if (http.Request.Headers.Authorization.Count > 0) Violate("the token was sent to the file host");
            await http.Response.Body.WriteAsync(file);
            return;
        }
        path = path.StartsWith("/api/v10/", StringComparison.Ordinal) ? path["/api/v10/".Length..] : path;
        JsonNode? body = null;
        if (http.Request.HasFormContentType) body = await ReadFormAsync(http, path);
        else if (http.Request.ContentLength > 0 || http.Request.Headers.TransferEncoding.Count > 0) body = await JsonNode.ParseAsync(http.Request.Body);
        RequestCame?.Invoke(arrived, http.Request.Method, path, body);
        Answer answer;
        FakeFault? fault;
        lock (gate)
        {
            fault = Faults.Find(candidate => candidate.Hits(http.Request.Method, path, body));
            if (fault is not null) fault.Times--;
            answer = fault is { AfterEffect: false } ? new(fault.Status, fault.Body?.DeepClone()) { Headers = fault.Headers } : Judge(http, path, body);
            CountRefused(answer);
            Requests.Add(new(http.Request.Method, path, http.Request.QueryString.Value ?? "", body, http.Request.Headers.Authorization, answer.Status));
        }
        Signal();
        if (fault is { AfterEffect: true })
        {
            http.Abort();
            return;
        }
        foreach (var (name, value) in answer.Headers) http.Response.Headers[name] = value;
        http.Response.StatusCode = answer.Status;
        if (answer.Body is null) return;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.Body.ToJsonString());
    }

    private Answer Judge(HttpContext http, string path, JsonNode? body)
    {
        var parts = path.Split('/');
        var isPublic = parts[0] is "interactions" or "webhooks" || path == "gateway";
        if (!isPublic && http.Request.Headers.Authorization != $"Bot {Token}") return Answer.Code(401, 0, "401: Unauthorized");
        if (isPublic && http.Request.Headers.Authorization.Count > 0 && IsOurBot(http)) Violate($"the bot token was sent to {parts[0]}");
        if (!http.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal)) return Answer.Code(403, 40333, "internal network error");
        if (!isPublic && Full("all", RequestsPerSecond, TimeSpan.FromSeconds(1)) is { } wait) return Answer.Limited("global", wait);
        if (body is not null && !http.Request.HasFormContentType && http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true) Violate($"{path} has no JSON content type");
        if (IsOurBot(http) && OfficialApi.Instance is { } official)
        {
            var errors = official.Check(http.Request.Method, path, body);
            if (errors.Count > 0)
            {
                Violate($"{http.Request.Method} {path} does not fit Discord's file: {string.Join("; ", errors)} in {body?.ToJsonString()}");
                return Answer.Code(400, 50035, "Invalid Form Body");
            }
        }
        if (body is not null && FakeLimits.Check(path, body) is { Count: > 0 } broken)
        {
            Violate($"{http.Request.Method} {path} breaks limits: {string.Join("; ", broken)}");
            return Answer.Code(400, 50035, "Invalid Form Body");
        }
        return Route(http, parts, body);
    }

    /// <summary>A message with files: its JSON is one part, each file another. What the files hold is kept by the message.</summary>
    private async Task<JsonNode?> ReadFormAsync(HttpContext http, string path)
    {
        var form = await http.Request.ReadFormAsync();
        if (path.EndsWith("/callback", StringComparison.Ordinal)) Violate("a file with the first answer, which has three seconds");
        if (JsonNode.Parse(form["payload_json"].ToString()) is not JsonObject body) return null;
        var named = body["attachments"]?.AsArray().Select(one => $"files[{(string)one!["id"]!}] {(string)one["filename"]!}") ?? [];
        if (!named.SequenceEqual(form.Files.Select(file => $"{file.Name} {file.FileName}"))) Violate("the files are not those that the message names");
        var texts = new List<string>();
        foreach (var file in form.Files)
        {
            if (file.Length > LargestFile) Violate($"a file of {file.Length} bytes");
            using var reader = new StreamReader(file.OpenReadStream());
            texts.Add(await reader.ReadToEndAsync());
        }
        lock (gate) uploads.AddOrUpdate(body, texts);
        return body;
    }

    // discord.js calls itself DiscordBot too, with its own address.
    private static bool IsOurBot(HttpContext http) => http.Request.Headers.UserAgent.ToString().Contains("netflixprep", StringComparison.Ordinal);

    private Answer Route(HttpContext http, string[] parts, JsonNode? body) => (http.Request.Method, parts) switch
    {
        ("GET", ["gateway"]) => new(200, new JsonObject { ["url"] = WebSocketBase + "/gateway" }),
        ("GET", ["gateway", "bot"]) => new(200, new JsonObject
        {
            ["url"] = WebSocketBase + "/gateway",
            ["shards"] = 1,
            ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = Math.Max(0, Gateway.IdentifiesLeft), ["reset_after"] = (long)Gateway.IdentifyReset.TotalMilliseconds, ["max_concurrency"] = 1 },
        }),
        ("GET", ["users", "@me"]) => new(200, new JsonObject { ["id"] = BotId, ["username"] = "prep", ["bot"] = true }),
        ("GET", ["applications", "@me"]) => new(200, new JsonObject { ["id"] = BotId, ["flags"] = ApplicationFlags, ["bot"] = new JsonObject { ["id"] = BotId } }),
        ("POST", ["users", "@me", "channels"]) => OpenDm((string)body!["recipient_id"]!),
        ("PUT", ["applications", _, "commands"]) => PutCommands("global", body!.AsArray()),
        ("GET", ["applications", _, "commands"]) => new(200, Commands.GetValueOrDefault("global", []).DeepClone()),
        ("PUT", ["applications", _, "guilds", var guild, "commands"]) => PutCommands(guild, body!.AsArray()),
        ("GET", ["guilds", var guild, "threads", "active"]) => new(200, new JsonObject
        {
            ["threads"] = new JsonArray([.. Channels.Values.Where(channel => channel is { IsThread: true, Archived: false } && channel.Guild == guild).Select(channel => channel.ToJson())]),
            ["members"] = new JsonArray(),
        }),
        ("POST", ["interactions", var id, var token, "callback"]) => Callback(id, token, body!.AsObject(), http.Request.Query["with_response"] == "true"),
        (_, ["webhooks", BotId, var token, ..]) => Webhook(http.Request.Method, token, parts, body?.AsObject()),
        (_, ["channels", var id, ..]) when !Channels.ContainsKey(id) => Answer.Code(404, 10003, "Unknown Channel"),
        (var method, ["channels", var id, .. var rest]) => InChannel(method, Channels[id], rest, body?.AsObject(), http),
        _ => Answer.Code(404, 0, "404: Not Found"),
    };

    private Answer InChannel(string method, FakeChannel channel, string[] rest, JsonObject? body, HttpContext http) => (method, rest) switch
    {
        ("PATCH", []) => ChangeChannel(channel, body!),
        _ when Forbidden(channel) is { } forbidden => forbidden,
        ("GET", []) => new(200, channel.ToJson()),
        ("POST", ["typing"]) => new(204),
        ("GET", ["messages"]) => new(200, new JsonArray([.. channel.Messages.Where(message => May(channel, ReadHistory) && !message.Ephemeral && Number(message.Id) > Number(http.Request.Query["after"].FirstOrDefault() ?? "0"))
            .OrderBy(message => Number(message.Id)).Take((int)Number(http.Request.Query["limit"].FirstOrDefault() ?? "50")).Reverse().Select(message => message.ToJson())])),
        ("POST", ["messages"]) => CreateMessage(channel, body!, http),
        ("POST", ["threads"]) => CreateThread(channel, NewId(), body!),
        (_, ["messages", var id, ..]) when channel.Messages.Find(message => message.Id == id) is null => Answer.Code(404, 10008, "Unknown Message"),
        ("POST", ["messages", var id, "threads"]) => Channels.ContainsKey(id) ? Answer.Code(400, 160004, "A thread has already been created for this message") : CreateThread(channel, id, body!),
        ("PATCH", ["messages", var id]) => EditMessage(channel, channel.Messages.Find(message => message.Id == id)!, body!),
        ("DELETE", ["messages", var id]) => Done(() => channel.Messages.RemoveAll(message => message.Id == id)),
        ("PUT", ["messages", var id, "reactions", var emoji, "@me"]) => React(channel, channel.Messages.Find(message => message.Id == id)!, emoji),
        ("PUT", ["thread-members", var user]) => Forbidden(channel, SendInThreads) ?? Asleep(channel) ?? Done(() => channel.Members.Add(user)),
        _ => Answer.Code(405, 0, "405: Method Not Allowed"),
    };

    private Answer OpenDm(string user)
    {
        var known = Channels.Values.FirstOrDefault(channel => channel.Recipient == user);
        if (known is null) Channels[(known = new(NewId(), FakeChannel.DmChannel) { Recipient = user }).Id] = known;
        return new(200, known.ToJson());
    }

    private Answer PutCommands(string where, JsonArray commands)
    {
        foreach (var command in commands) command!.AsObject()["id"] = NewId();
        Commands[where] = (JsonArray)commands.DeepClone();
        return new(200, commands.DeepClone());
    }

    private Answer CreateMessage(FakeChannel channel, JsonObject body, HttpContext http)
    {
        if (channel.Recipient is { } user && ClosedDms.Contains(user)) return Answer.Code(403, 50007, "Cannot send messages to this user");
        if (Forbidden(channel, channel.IsThread ? SendInThreads : SendMessages) is { } forbidden) return forbidden;
        if (channel.Locked && !May(channel, ManageThreads)) return Answer.Code(403, 160005, "Thread is locked");
        if (channel.Locked && Asleep(channel) is { } asleep) return asleep;
        if (body["allowed_mentions"] is null && IsOurBot(http)) Violate("a message without allowed_mentions");
        var now = Time.GetUtcNow();
        var nonce = body["enforce_nonce"]?.GetValue<bool>() == true ? (string?)body["nonce"] : null;
        if (nonce is not null && nonces.TryGetValue($"{channel.Id} {nonce}", out var known) && now - known.At <= NonceWindow)
            return channel.Messages.Find(message => message.Id == known.Message) is { } same ? new(200, same.ToJson()) : Answer.Code(404, 10008, "Unknown Message");
        var over = Full($"messages of {channel.Id}", MessagesPerFiveSeconds, TimeSpan.FromSeconds(5));
        var taken = windows[$"messages of {channel.Id}"];
        var headers = new Dictionary<string, string>
        {
            ["X-RateLimit-Bucket"] = "messages-bucket",
            ["X-RateLimit-Limit"] = Text(MessagesPerFiveSeconds),
            ["X-RateLimit-Remaining"] = Text(MessagesPerFiveSeconds - taken.Count),
            ["X-RateLimit-Reset-After"] = (TimeSpan.FromSeconds(5) - (now - taken.Peek())).TotalSeconds.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture),
        };
        if (over is { } wait)
        {
            var limited = Answer.Limited("user", wait);
            return limited with { Headers = headers.Concat(limited.Headers).ToDictionary() };
        }
        channel.Archived = false; // a message wakes a thread that is not locked
        var message = NewMessage(channel.Id, BotId, body);
        channel.Messages.Add(message);
        if (nonce is not null) nonces[$"{channel.Id} {nonce}"] = (message.Id, now);
        return new(200, message.ToJson()) { Headers = headers };
    }

    private FakeMessage NewMessage(string channel, string author, JsonObject body, string? only = null) => new(NewId(), channel, author)
    {
        Content = (string?)body["content"] ?? "",
        Flags = (int?)body["flags"] ?? 0,
        Components = (JsonArray?)body["components"]?.DeepClone() ?? [],
        AllowedMentions = (JsonObject?)body["allowed_mentions"]?.DeepClone(),
        Only = only,
        At = Time.GetUtcNow(),
        Attachments = (JsonArray?)body["attachments"]?.DeepClone() ?? [],
        Files = uploads.TryGetValue(body, out var files) ? files : [],
    };

    private static void Change(FakeMessage message, JsonObject body)
    {
        if (body.ContainsKey("content")) message.Content = (string?)body["content"] ?? "";
        if (body["components"] is JsonArray components) message.Components = (JsonArray)components.DeepClone();
    }

    private Answer CreateThread(FakeChannel channel, string id, JsonObject body)
    {
        if (channel.Type == FakeChannel.DmChannel) return Answer.Code(400, 50003, "Cannot execute action on a DM channel");
        if (channel.IsThread) return Answer.Code(400, 50024, "Cannot execute action on this channel type");
        var type = (int?)body["type"] ?? (channel.Messages.Exists(message => message.Id == id) ? FakeChannel.PublicThread : FakeChannel.PrivateThread);
        if (Forbidden(channel, type == FakeChannel.PrivateThread ? CreatePrivateThreads : CreatePublicThreads) is { } forbidden) return forbidden;
        if (Channels.Values.Count(one => one is { IsThread: true, Archived: false } && one.Guild == channel.Guild) >= ActiveThreads) return Answer.Code(400, 160006, "Maximum number of active threads reached");
        Channels[id] = new(id, type) { Guild = channel.Guild, Parent = channel.Id, Name = (string)body["name"]! };
        Channels[id].Members.Add(BotId);
        return new(201, Channels[id].ToJson());
    }

    private static ulong Number(string text) => ulong.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Answer Done(Action act)
    {
        act();
        return new(204);
    }
}
