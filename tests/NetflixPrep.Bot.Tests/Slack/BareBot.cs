using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>A bot of nothing but calls and frames, to ask the fake what it does.</summary>
internal sealed class BareBot(FakeSlack slack) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = slack.ApiBaseUrl };
    private readonly List<ClientWebSocket> sockets = [];

    public async Task<JsonObject> CallAsync(string method, JsonObject? args = null, string? token = null)
    {
        using var answer = await SendAsync(method, args, token);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }

    /// <summary>Slack's word: ok, or the error.</summary>
    public async Task<string> AskAsync(string method, string args)
    {
        var answer = await CallAsync(method, (JsonObject)JsonNode.Parse(args)!);
        return (bool)answer["ok"]! ? "ok" : (string)answer["error"]!;
    }

    public async Task<HttpResponseMessage> SendAsync(string method, JsonObject? args = null, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = Form(args ?? []) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? (method == "apps.connections.open" ? slack.AppToken : slack.BotToken));
        return await http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string url, string json) => http.PostAsync(url, new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>Opens a socket and reads the first frame.</summary>
    public async Task<BareSocket> ConnectAsync()
    {
        var url = (string)(await CallAsync("apps.connections.open"))["url"]!;
        var socket = new ClientWebSocket();
        sockets.Add(socket);
        await socket.ConnectAsync(new(url), CancellationToken.None);
        var bare = new BareSocket(socket);
        bare.First = await bare.NextAsync();
        return bare;
    }

    public void Dispose()
    {
        http.Dispose();
        foreach (var socket in sockets) socket.Dispose();
    }

    private static FormUrlEncodedContent Form(JsonObject args) =>
        new(args.Where(arg => arg.Value is not null).Select(arg => KeyValuePair.Create(arg.Key, arg.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : arg.Value!.ToJsonString())));
}

/// <summary>One socket of a <see cref="BareBot"/>.</summary>
internal sealed class BareSocket(ClientWebSocket socket)
{
    public JsonObject? First { get; set; }

    public ClientWebSocket Socket => socket;

    /// <summary>Null: the fake closed.</summary>
    public async Task<JsonObject?> NextAsync()
    {
        var buffer = new byte[256 * 1024];
        var read = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(read), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            read += part.Count;
            if (part.EndOfMessage) return JsonNode.Parse(buffer.AsSpan(0, read))!.AsObject();
        }
    }

    public Task AckAsync(JsonObject? envelope, string? payload = null) => SendAsync(payload is null
        ? $$"""{"envelope_id":"{{envelope!["envelope_id"]}}"}"""
        : $$"""{"envelope_id":"{{envelope!["envelope_id"]}}","payload":{{payload}}}""");

    public Task SendAsync(string frame) => socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, CancellationToken.None);
}
