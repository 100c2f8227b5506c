using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using NetflixPrep.Bot.Adapters.Sockets;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>The part of Discord's API that the bot uses, typed. Ids are snowflakes as text.</summary>
internal sealed class DiscordRest(RestPipeline pipeline)
{
    private const string Mark = "%E2%9C%85"; // the white heavy check mark, as the path wants it

    public async Task<GatewayInfo> GetGatewayAsync(CancellationToken ct)
    {
        var json = await GetAsync("gateway/bot", "gateway/bot", "", ct);
        var limit = json.Get("session_start_limit") ?? default;
        if (!Uri.TryCreate(json.Text("url"), UriKind.Absolute, out var url) || !Sockets.WireSafety.IsSafe(url))
            throw new DiscordException(200, 0, "gateway/bot named no safe gateway address.");
        return new(url, (int)(limit.Int("remaining") ?? 1), (int)(limit.Int("total") ?? 1000), TimeSpan.FromMilliseconds(limit.Int("reset_after") ?? 0));
    }

    public Task<JsonElement> GetApplicationAsync(CancellationToken ct) => GetAsync("applications/@me", "applications/@me", "", ct);

    public Task<JsonElement> GetChannelAsync(string channel, CancellationToken ct) => GetAsync("channels/{channel}", $"channels/{channel}", channel, ct);

    public async Task<string> OpenDmAsync(string user, CancellationToken ct) => IdOf(await SendAsync(HttpMethod.Post, "users/@me/channels", "users/@me/channels", "",
        safe: true, new DmBody(user), WireJson.Default.DmBody, ct));

    public Task<JsonElement> PutCommandsAsync(string application, string? guild, IReadOnlyList<CommandBody> commands, CancellationToken ct) => guild is null
        ? SendAsync(HttpMethod.Put, "applications/{application}/commands", $"applications/{application}/commands", "", safe: true, commands, WireJson.Default.IReadOnlyListCommandBody, ct)
        : SendAsync(HttpMethod.Put, "applications/{application}/guilds/{guild}/commands", $"applications/{application}/guilds/{guild}/commands", guild, safe: true, commands, WireJson.Default.IReadOnlyListCommandBody, ct);

    /// <summary>The ids of the application's commands, by name.</summary>
    public async Task<JsonElement> ListCommandsAsync(string application, string? guild, CancellationToken ct) => guild is null
        ? await GetAsync("applications/{application}/commands", $"applications/{application}/commands", "", ct)
        : await GetAsync("applications/{application}/guilds/{guild}/commands", $"applications/{application}/guilds/{guild}/commands", guild, ct);

    /// <summary>Posts a message. The same nonce again, within some minutes, is the same message.</summary>
    public async Task<string> CreateMessageAsync(string channel, MessageBody body, IEnumerable<string> notify, string nonce, CancellationToken ct) =>
        IdOf(await pipeline.SendAsync(new(HttpMethod.Post, "channels/{channel}/messages", $"channels/{channel}/messages", channel, Safe: true)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(Guarded(body, notify) with { Nonce = nonce, EnforceNonce = true }, WireJson.Default.MessageBody),
            Upload = body.Upload,
        }, ct));

    public Task EditMessageAsync(string channel, string message, MessageBody body, IEnumerable<string> notify, CancellationToken ct) =>
        SendAsync(HttpMethod.Patch, "channels/{channel}/messages/{message}", $"channels/{channel}/messages/{message}", channel, safe: true, Guarded(body, notify), WireJson.Default.MessageBody, ct);

    public Task DeleteMessageAsync(string channel, string message, CancellationToken ct) =>
        SendAsync(HttpMethod.Delete, "channels/{channel}/messages/{message}", $"channels/{channel}/messages/{message}", channel, safe: true, ct);

    /// <summary>At most 100 messages after one, newest first.</summary>
    public Task<JsonElement> ListMessagesAsync(string channel, string after, CancellationToken ct) =>
        GetAsync("channels/{channel}/messages", $"channels/{channel}/messages?after={after}&limit=100", channel, ct);

    public Task ReactAsync(string channel, string message, CancellationToken ct) =>
        SendAsync(HttpMethod.Put, "channels/{channel}/messages/{message}/reactions/{emoji}/@me", $"channels/{channel}/messages/{message}/reactions/{Mark}/@me", channel, safe: true, ct);

    /// <summary>Doubtful when it fails without an answer: look first, then try again.</summary>
    public async Task<string> CreateThreadAsync(string channel, ThreadBody body, CancellationToken ct) =>
        IdOf(await SendAsync(HttpMethod.Post, "channels/{channel}/threads", $"channels/{channel}/threads", channel, safe: false, body, WireJson.Default.ThreadBody, ct));

    /// <summary>A thread has the id of its message, so a second try finds the first one's.</summary>
    public async Task<string> CreateThreadFromMessageAsync(string channel, string message, ThreadBody body, CancellationToken ct)
    {
        try
        {
            return IdOf(await SendAsync(HttpMethod.Post, "channels/{channel}/messages/{message}/threads", $"channels/{channel}/messages/{message}/threads", channel,
                safe: true, body, WireJson.Default.ThreadBody, ct));
        }
        catch (DiscordException there) when (there.Code == DiscordCode.ThreadAlreadyThere)
        {
            return message;
        }
    }

    public Task<JsonElement> ListActiveThreadsAsync(string guild, CancellationToken ct) => GetAsync("guilds/{guild}/threads/active", $"guilds/{guild}/threads/active", guild, ct);

    public Task ChangeThreadAsync(string thread, ThreadChange change, CancellationToken ct) =>
        SendAsync(HttpMethod.Patch, "channels/{channel}", $"channels/{thread}", thread, safe: true, change, WireJson.Default.ThreadChange, ct);

    public Task AddToThreadAsync(string thread, string user, CancellationToken ct) =>
        SendAsync(HttpMethod.Put, "channels/{channel}/thread-members/{user}", $"channels/{thread}/thread-members/{user}", thread, safe: true, ct);

    /// <summary>The first answer with a message, now or (deferred) later; it carries no file, which would take too long. Gives the message's id when there is one already.</summary>
    public async Task<string?> AnswerAsync(DiscordInteraction interaction, int type, MessageBody? body, CancellationToken ct)
    {
        var answer = await CallbackAsync(interaction, type == CallbackType.Message, new(type, body is null ? null : Guarded(body, [])), WireJson.Default.CallbackMessageBody, ct);
        return answer.Get("resource")?.Get("message")?.Id("id");
    }

    public Task OpenModalAsync(DiscordInteraction interaction, ModalBody modal, CancellationToken ct) =>
        CallbackAsync(interaction, withResponse: false, new(CallbackType.Modal, modal), WireJson.Default.CallbackModalBody, ct);

    public Task CompleteAsync(DiscordInteraction interaction, IReadOnlyList<CommandChoice> choices, CancellationToken ct) =>
        CallbackAsync(interaction, withResponse: false, new(CallbackType.Choices, new(choices)), WireJson.Default.CallbackChoicesBody, ct);

    public async Task<string?> EditOriginalAsync(DiscordInteraction interaction, MessageBody body, CancellationToken ct) =>
        (await WebhookAsync(HttpMethod.Patch, interaction, "/messages/@original", "/messages/@original", safe: true, body with { Flags = MessageFlag.SuppressEmbeds }, ct)).Id("id");

    public Task DeleteOriginalAsync(DiscordInteraction interaction, CancellationToken ct) =>
        WebhookAsync(HttpMethod.Delete, interaction, "/messages/@original", "/messages/@original", safe: true, null, ct);

    public async Task<string?> FollowUpAsync(DiscordInteraction interaction, MessageBody body, CancellationToken ct) =>
        (await WebhookAsync(HttpMethod.Post, interaction, "", "?wait=true", safe: false, body, ct)).Id("id");

    public Task EditFollowUpAsync(DiscordInteraction interaction, string message, MessageBody body, CancellationToken ct) =>
        WebhookAsync(HttpMethod.Patch, interaction, "/messages/{message}", $"/messages/{message}", safe: true, body with { Flags = MessageFlag.SuppressEmbeds }, ct);

    /// <summary>The one place that says who may be pinged: nobody but those named.</summary>
    private static MessageBody Guarded(MessageBody body, IEnumerable<string> notify)
    {
        List<string> users = [.. notify.Distinct().Take(DiscordLimits.AllowedMentions)];
        return body with { AllowedMentions = new([], users.Count > 0 ? users : null) };
    }

    private Task<JsonElement> CallbackAsync<T>(DiscordInteraction interaction, bool withResponse, Callback<T> callback, JsonTypeInfo<Callback<T>> type, CancellationToken ct) where T : class =>
        pipeline.SendAsync(new(HttpMethod.Post, "interactions/{interaction}/{token}/callback",
            string.Create(CultureInfo.InvariantCulture, $"interactions/{interaction.Id}/{interaction.Token}/callback{(withResponse ? "?with_response=true" : "")}"), "", Safe: false)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(callback, type),
            IsCallback = true,
        }, ct);

    private Task<JsonElement> WebhookAsync(HttpMethod method, DiscordInteraction interaction, string route, string path, bool safe, MessageBody? body, CancellationToken ct) =>
        pipeline.SendAsync(new(method, "webhooks/{application}/{token}" + route, $"webhooks/{interaction.Application}/{interaction.Token}{path}", interaction.Id, safe)
        {
            Body = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(Guarded(body, []), WireJson.Default.MessageBody),
            Upload = body?.Upload,
            IsWebhook = true,
        }, ct);

    private Task<JsonElement> GetAsync(string route, string path, string major, CancellationToken ct) => SendAsync(HttpMethod.Get, route, path, major, safe: true, ct);

    private Task<JsonElement> SendAsync(HttpMethod method, string route, string path, string major, bool safe, CancellationToken ct) =>
        pipeline.SendAsync(new(method, route, path, major, safe), ct);

    private Task<JsonElement> SendAsync<T>(HttpMethod method, string route, string path, string major, bool safe, T body, JsonTypeInfo<T> type, CancellationToken ct) =>
        pipeline.SendAsync(new(method, route, path, major, safe) { Body = JsonSerializer.SerializeToUtf8Bytes(body, type) }, ct);

    private static string IdOf(JsonElement json) => json.Id("id") ?? throw new DiscordException(200, 0, "Discord's answer has no id.");
}
