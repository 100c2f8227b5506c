using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>The HTTP side: what came, who may, what goes wrong.</summary>
internal sealed partial class FakeSlack
{
    private readonly Dictionary<string, Queue<DateTimeOffset>> windows = [];

    /// <summary>Answers 429 above what the tier of a method promises; off unless a test is about it.</summary>
    public bool KeepsTiers { get; set; }

    private async Task ServeCallAsync(HttpContext http, string path)
    {
        var parts = path.Trim('/').Split('/');
        var method = parts[0] switch { "api" when parts.Length == 2 => parts[1], "actions" => FakeFault.ResponseUrl, "upload" => FakeFault.Upload, "files-pri" => FakeFault.Download, _ => path };
        var type = http.Request.ContentType ?? "";
        var bytes = Array.Empty<byte>();
        JsonObject? args;
        if (method == FakeFault.Upload)
        {
            bytes = await ReadBytesAsync(http);
            args = new() { ["length"] = bytes.Length };
        }
        else
        {
            args = await ReadArgsAsync(http, type);
        }
        Reply reply;
        FakeFault? fault;
        lock (gate)
        {
            fault = Faults.Find(candidate => candidate.Hits(method, args ?? []));
            if (fault is not null) fault.Times--;
            reply = fault is { AfterEffect: false } ? Wrong(fault) : args is null ? new(200, Error("invalid_json")) : method switch
            {
                FakeFault.ResponseUrl => RespondTo(parts[^1], args),
                FakeFault.Upload => TakeUpload(parts[^1], bytes),
                FakeFault.Download => Download(parts[1], http.Request.Headers.Authorization.ToString()),
                _ when parts[0] == "api" => Call(method, args, http, type),
                _ => new(200, null) { Raw = "<html><body>Sign in to your workspace</body></html>", ContentType = "text/html; charset=utf-8" },
            };
            if (fault is { AfterEffect: true, Late: null }) reply = Wrong(fault);
            var error = reply.Body is { } body && (bool?)body["ok"] == false ? (string?)body["error"] : reply.Status == 200 ? null : $"{reply.Status}";
            Calls.Add(new(method, args ?? [], type, reply.Status, error, reply.Body, Time.GetUtcNow()));
        }
        Signal();
        if (parts[0] == "api") http.Response.Headers["x-oauth-scopes"] = Locked(() => string.Join(',', Scopes));
        if (fault?.Late is { } late) await Task.Delay(late, Time, http.RequestAborted);
        await SendAsync(http, reply);
    }

    private static Reply Wrong(FakeFault fault) => new(fault.Body is null ? 0 : fault.Status, null) { Raw = fault.Body, ContentType = fault.ContentType, Headers = fault.Headers };

    private static async Task SendAsync(HttpContext http, Reply reply)
    {
        if (reply.Status == 0)
        {
            http.Abort();
            return;
        }
        http.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers) http.Response.Headers[name] = value;
        http.Response.ContentType = reply.ContentType;
        if (reply.Bytes is { } bytes) await http.Response.Body.WriteAsync(bytes);
        else await http.Response.WriteAsync(reply.Raw ?? reply.Body?.ToJsonString() ?? "");
    }

    /// <summary>Null: a JSON body that is none.</summary>
    private static async Task<JsonObject?> ReadArgsAsync(HttpContext http, string type)
    {
        var args = new JsonObject();
        foreach (var (name, value) in http.Request.Query) args[name] = value.ToString();
        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            var text = await reader.ReadToEndAsync();
            if (text.Length == 0) return args;
            try
            {
                return JsonNode.Parse(text) as JsonObject;
            }
            catch (JsonException)
            {
                return null;
            }
        }
        if (!http.Request.HasFormContentType) return args;
        foreach (var (name, value) in await http.Request.ReadFormAsync()) args[name] = value.ToString();
        return args;
    }

    private static async Task<byte[]> ReadBytesAsync(HttpContext http)
    {
        using var bytes = new MemoryStream();
        if (http.Request.HasFormContentType && (await http.Request.ReadFormAsync()).Files is [var file, ..]) await file.CopyToAsync(bytes);
        else await http.Request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private Reply Call(string name, JsonObject args, HttpContext http, string type)
    {
        if (!FakeMethod.All.TryGetValue(name, out var method))
        {
            Violate($"the method {name}, which is not there");
            return new(200, Error("unknown_method"));
        }
        var isJson = type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
        if (Refused(method, args, http.Request.Headers.Authorization.ToString()) is { } refused) return refused;
        if (isJson && method.FormOnly && args.Count > 0)
        {
            Violate($"{name} with JSON, which it does not read");
            args = [];
        }
        foreach (var (argument, value) in args.ToList())
        {
            if (argument is "token" or "team_id" or "pretty") continue;
            if (!method.Args.ContainsKey(argument)) Violate($"{name} with {argument}, which it does not know");
            if (value is null) args.Remove(argument);
        }
        if (method.Read(args) is { } unread) return new(200, Error(unread));
        var missing = method.Required.Where(required => args[required] is null || (args[required] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 0)).ToList();
        if (missing.Count > 0) return new(200, Error("invalid_arguments", [.. missing.Select(one => $"[ERROR] missing required field: {one}")]));
        try
        {
            return new(200, Warned(Answer(name, args), isJson && !type.Contains("charset", StringComparison.OrdinalIgnoreCase)));
        }
        catch (Exception broken) when (broken is InvalidOperationException or FormatException)
        {
            // A number where text belongs, a list where an object belongs.
            return new(200, Error("invalid_arguments", $"[ERROR] {broken.Message}"));
        }
    }

    private Reply? Refused(FakeMethod method, JsonObject args, string authorization)
    {
        var opens = method.Name == "apps.connections.open";
        var token = authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? authorization["Bearer ".Length..] : null;
        if (opens && args.ContainsKey("token")) return new(200, Error("invalid_arguments", "[ERROR] the token goes into the header"));
        token ??= args["token"]?.ToString(); // as official clients do, once
        if (token is null) return new(200, Error("not_authed"));
        if (token != BotToken && token != AppToken) return new(200, Error("invalid_auth"));
        if (opens != (token == AppToken)) return new(200, Error("not_allowed_token_type"));
        if (!opens && method.Scope is { } scope && Lacks(scope) is { } lacks) return new(200, lacks);
        if (KeepsTiers && Full(method.Name, method.PerMinute, TimeSpan.FromMinutes(1)) is { } wait)
        {
            return new(429, Error("ratelimited")) { Headers = new() { ["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture) } };
        }
        return null;
    }

    private JsonObject? Lacks(string scope)
    {
        if (Scopes.Contains(scope)) return null;
        var error = Error("missing_scope");
        (error["needed"], error["provided"]) = (scope, string.Join(',', Scopes.Order(StringComparer.Ordinal)));
        return error;
    }

    private JsonObject Answer(string method, JsonObject args) => method switch
    {
        "auth.test" => Ok(("url", $"{WebBase}/"), ("team", "Study group"), ("user", "prep"), ("team_id", TeamId), ("user_id", BotUser), ("bot_id", BotId), ("is_enterprise_install", false)),
        "apps.connections.open" => OpenConnection(),
        "chat.postMessage" => PostMessage(args),
        "chat.update" => UpdateMessage(args),
        "chat.delete" => DeleteMessage(args),
        "chat.postEphemeral" => PostEphemeral(args),
        "chat.getPermalink" => Permalink(args),
        "conversations.open" => OpenConversation(args),
        "conversations.info" => ConversationInfo(args),
        "conversations.members" => Members(args),
        "conversations.history" => History(args),
        "conversations.replies" => Replies(args),
        "users.info" => UserInfo(args),
        "reactions.add" => AddReaction(args),
        "reactions.remove" => RemoveReaction(args),
        "views.open" => OpenView(args),
        "views.push" => PushView(args),
        "views.update" => UpdateView(args),
        "views.publish" => PublishView(args),
        "files.getUploadURLExternal" => UploadUrl(args),
        "files.completeUploadExternal" => CompleteUpload(args),
        "files.info" => FileInfo(args),
        "files.delete" => DeleteFile(args),
        _ => throw new NotSupportedException(method),
    };

    private JsonObject OpenConnection()
    {
        var ticket = NewKey("ticket");
        tickets.Add(ticket);
        return Ok(("url", $"ws://{ApiBaseUrl.Authority}/link?ticket={ticket}&app_id={AppId}"));
    }

    /// <summary>Null when one more fits; else how long until it does.</summary>
    private TimeSpan? Full(string what, int most, TimeSpan span)
    {
        var now = Time.GetUtcNow();
        if (!windows.TryGetValue(what, out var taken)) windows[what] = taken = new();
        while (taken.TryPeek(out var oldest) && now - oldest >= span) taken.Dequeue();
        if (taken.Count >= most) return span - (now - taken.Peek());
        taken.Enqueue(now);
        return null;
    }

    private static JsonObject Warned(JsonObject answer, bool missesCharset)
    {
        if (!missesCharset) return answer;
        answer["warning"] = "missing_charset";
        if (answer["response_metadata"] is not JsonObject metadata) answer["response_metadata"] = metadata = [];
        metadata["warnings"] = new JsonArray("missing_charset");
        return answer;
    }

    private static JsonObject Ok(params (string Name, JsonNode? Value)[] fields)
    {
        var json = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields) json[name] = value;
        return json;
    }

    private static JsonObject Error(string error, params string[] messages)
    {
        var json = new JsonObject { ["ok"] = false, ["error"] = error };
        if (messages.Length > 0) json["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)message)]) };
        return json;
    }

    /// <summary>An answer of the fake; status 0 breaks the connection.</summary>
    private sealed record Reply(int Status, JsonObject? Body)
    {
        public string? Raw { get; init; }

        public byte[]? Bytes { get; init; }

        public string ContentType { get; init; } = "application/json; charset=utf-8";

        public Dictionary<string, string> Headers { get; init; } = [];
    }
}
