using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NetflixPrep.Bot.Adapters.Sockets;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Who the bot is in a workspace.</summary>
internal sealed record SlackIdentity(string Team, string User, string? BotId, IReadOnlyList<string> Scopes)
{
    /// <summary>Slack does not always say what the token may do; then everything is tried.</summary>
    public bool May(string scope) => Scopes.Count == 0 || Scopes.Contains(scope);
}

/// <summary>The part of Slack's Web API that the bot uses, typed. Ids and ts are text.</summary>
internal sealed class SlackApi(SlackWebApi web)
{
    private const string Mark = "white_check_mark";
    private const string EventType = "mock_interview_message";

    /// <exception cref="SlackException">Refused, or not to be reached.</exception>
    public async Task<SlackIdentity> WhoAmIAsync(CancellationToken ct)
    {
        var ok = Demand(SlackMethod.AuthTest, await web.CallAsync(new(SlackMethod.AuthTest), ct));
        return new(ok.Answer.Text("team_id") ?? "", ok.Answer.Text("user_id") ?? "", ok.Answer.Text("bot_id"), ok.Scopes);
    }

    /// <summary>A one-time address for a socket; the outcome says when not.</summary>
    public Task<SlackOutcome> OpenConnectionAsync(CancellationToken ct) => web.CallAsync(new(SlackMethod.OpenConnection), ct);

    /// <summary>Posts a message; its ts.</summary>
    public async Task<string> PostAsync(string channel, string? thread, MessageBody body, string key, CancellationToken ct) =>
        Ts(SlackMethod.PostMessage, await SendAsync(SlackMethod.PostMessage,
            new PostArguments(channel, body.Text, body.SentBlocks) { ThreadTs = thread, Metadata = new(EventType, new(key)), UnfurlLinks = false, UnfurlMedia = false }, SlackJson.Default.PostArguments, ct, channel));

    /// <summary>A line that one person sees, if they are in the channel; it does not outlive a reload.</summary>
    public Task PostEphemeralAsync(string channel, string? thread, string user, MessageBody body, CancellationToken ct) =>
        SendAsync(SlackMethod.PostEphemeral, new PostArguments(channel, body.Text, body.SentBlocks) { ThreadTs = thread, User = user }, SlackJson.Default.PostArguments, ct);

    /// <summary>False when a newer change of the same message took its place.</summary>
    public async Task<bool> UpdateAsync(string channel, string ts, MessageBody body, CancellationToken ct)
    {
        var call = new SlackCall(SlackMethod.UpdateMessage) { Json = JsonSerializer.SerializeToUtf8Bytes(new UpdateArguments(channel, ts, body.Text, body.SentBlocks), SlackJson.Default.UpdateArguments), Same = $"update:{channel}:{ts}" };
        var outcome = await web.CallAsync(call, ct);
        if (outcome is SlackOutcome.Superseded) return false;
        Demand(SlackMethod.UpdateMessage, outcome);
        return true;
    }

    public Task DeleteAsync(string channel, string ts, CancellationToken ct) =>
        SendAsync(SlackMethod.DeleteMessage, new MessageArguments(channel, ts), SlackJson.Default.MessageArguments, ct);

    /// <summary>Marks a message as saved; doing it again changes nothing.</summary>
    public async Task ReactAsync(string channel, string ts, CancellationToken ct)
    {
        try
        {
            await SendAsync(SlackMethod.React, new ReactionArguments(channel, ts, Mark), SlackJson.Default.ReactionArguments, ct);
        }
        catch (SlackException again) when (again.Code == SlackCode.AlreadyReacted)
        {
            // As wished.
        }
    }

    public async Task<string> OpenDmAsync(string user, CancellationToken ct) =>
        (await SendAsync(SlackMethod.OpenDm, new OpenDmArguments(user), SlackJson.Default.OpenDmArguments, ct)).Get("channel")?.Id("id")
        ?? throw new SlackException(SlackMethod.OpenDm, new SlackOutcome.ApiError("no_channel", null));

    /// <summary>Shows a file in a channel, in the three steps that Slack has for it; its id.</summary>
    public async Task<string> UploadAsync(string channel, string name, byte[] bytes, CancellationToken ct)
    {
        var to = await AskAsync(SlackMethod.UploadUrl, [new("filename", name), new("length", bytes.Length.ToString(CultureInfo.InvariantCulture))], ct);
        if (to.Text("upload_url") is not { } url || to.Text("file_id") is not { } id) throw new SlackException(SlackMethod.UploadUrl, new SlackOutcome.ApiError("no_upload_url", null));
        Demand(SlackMethod.UploadUrl, await web.UploadAsync(url, bytes, ct));
        await SendAsync(SlackMethod.CompleteUpload, new CompleteUploadArguments([new(id, name)], channel), SlackJson.Default.CompleteUploadArguments, ct);
        return id;
    }

    /// <summary>One page of what stands in a channel, newest first, or in a thread, oldest first.</summary>
    public Task<JsonElement> ReadAsync(string channel, string? thread, string? after, string? cursor, CancellationToken ct)
    {
        var method = thread is null ? SlackMethod.History : SlackMethod.Replies;
        List<KeyValuePair<string, string>> fields = [new("channel", channel), new("limit", "100"), new("include_all_metadata", "true")];
        if (thread is not null) fields.Add(new("ts", thread));
        if (after is not null) fields.Add(new("oldest", after));
        if (cursor is not null) fields.Add(new("cursor", cursor));
        return AskAsync(method, fields, ct);
    }

    public async Task<string?> PermalinkAsync(string channel, string ts, CancellationToken ct) =>
        (await AskAsync(SlackMethod.Permalink, [new("channel", channel), new("message_ts", ts)], ct)).Text("permalink");

    public async Task<JsonElement> UserAsync(string user, CancellationToken ct) =>
        (await AskAsync(SlackMethod.UserInfo, [new("user", user)], ct)).Get("user") ?? default;

    /// <summary>Opens a form for whoever caused the trigger.</summary>
    public async Task OpenViewAsync(string trigger, ViewBody view, CancellationToken ct) =>
        Demand(SlackMethod.OpenView, await web.CallAsync(new(SlackMethod.OpenView) { Json = JsonSerializer.SerializeToUtf8Bytes(new OpenViewArguments(trigger, view), SlackJson.Default.OpenViewArguments), IsUrgent = true }, ct));

    /// <summary>Sets a person's App Home; only the newest of several that wait is sent.</summary>
    public async Task PublishAsync(string user, ViewBody home, CancellationToken ct)
    {
        var call = new SlackCall(SlackMethod.PublishHome) { Json = JsonSerializer.SerializeToUtf8Bytes(new PublishArguments(user, home), SlackJson.Default.PublishArguments), Same = $"home:{user}" };
        var outcome = await web.CallAsync(call, ct);
        if (outcome is not SlackOutcome.Superseded) Demand(SlackMethod.PublishHome, outcome);
    }

    public async Task RespondAsync(string url, ResponseBody body, CancellationToken ct) =>
        Demand(SlackMethod.PostEphemeral, await web.RespondAsync(url, JsonSerializer.SerializeToUtf8Bytes(body, SlackJson.Default.ResponseBody), ct));

    /// <summary>The outbox key in a message's metadata; null for messages that are not ours.</summary>
    public static string? KeyOf(JsonElement message) =>
        message.Get("metadata") is { } metadata && metadata.Text("event_type") == EventType ? metadata.Get("event_payload")?.Text("key") : null;

    private async Task<JsonElement> AskAsync(SlackMethod method, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken ct) =>
        Demand(method, await web.CallAsync(new(method) { Fields = fields }, ct)).Answer;

    private async Task<JsonElement> SendAsync<T>(SlackMethod method, T arguments, JsonTypeInfo<T> type, CancellationToken ct, string? channel = null) =>
        Demand(method, await web.CallAsync(new(method) { Json = JsonSerializer.SerializeToUtf8Bytes(arguments, type), Channel = channel }, ct)).Answer;

    private static SlackOutcome.Ok Demand(SlackMethod method, SlackOutcome outcome) => outcome as SlackOutcome.Ok ?? throw new SlackException(method, outcome);

    private static string Ts(SlackMethod method, JsonElement answer) => answer.Text("ts") ?? throw new SlackException(method, new SlackOutcome.Ambiguous("the answer has no ts"));
}
