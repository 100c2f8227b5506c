using System.Globalization;
using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>What a bot says by acknowledging, and by response URL.</summary>
internal sealed partial class FakeSlack
{
    private const int UrlUses = 5;

    public static readonly TimeSpan UrlLife = TimeSpan.FromMinutes(30);

    private static readonly string[] AnswerFields =
        ["text", "blocks", "attachments", "response_type", "replace_original", "delete_original", "thread_ts", "mrkdwn", "parse", "link_names", "unfurl_links", "unfurl_media", "metadata", "markdown_text"];

    private readonly Dictionary<string, Url> urls = [];

    private string NewUrl(string user, string channel, FakeMessage? original = null)
    {
        var key = NewKey("secret");
        urls[key] = new(user, channel, Time.GetUtcNow(), original);
        return $"{WebBase}/actions/{TeamId}/{counter.ToString(CultureInfo.InvariantCulture)}/{key}";
    }

    private void TakeAnswer(FakeEnvelope envelope, JsonObject answer)
    {
        envelope.Answer = answer;
        switch (envelope.Type, (string?)envelope.Payload["type"])
        {
            case ("slash_commands", _):
                var (user, channel) = ((string)envelope.Payload["user_id"]!, Channels[(string)envelope.Payload["channel_id"]!]);
                if (Say(answer, user, channel, null, "an acknowledgement of a command") is { } error) Violate($"an acknowledgement of a command that Slack does not show: {error}");
                break;
            case (_, "view_submission"):
                AnswerForm(envelope, answer);
                break;
            case (_, "block_suggestion"):
                if (answer["options"] is not JsonArray { Count: <= 100 } && answer["option_groups"] is not JsonArray { Count: <= 100 }) Violate("suggestions without options, or with more than 100");
                break;
            default:
                Violate($"an answer with the acknowledgement of {envelope}, which Slack does not read");
                break;
        }
    }

    private void Unanswered(FakeEnvelope envelope)
    {
        if ((string?)envelope.Payload["type"] == "view_submission") CloseSubmitted(envelope);
    }

    /// <summary>What a person sees when nobody answered in time.</summary>
    private void Unheard(FakeEnvelope envelope)
    {
        if (Submitted(envelope) is { } view) view.Troubled = true;
    }

    private Reply RespondTo(string key, JsonObject args)
    {
        if (!urls.TryGetValue(key, out var url)) return new(404, Error("invalid_url"));
        if (Time.GetUtcNow() - url.At >= UrlLife) return new(404, Error("expired_url"));
        if (url.Uses >= UrlUses) return new(404, Error("used_url"));
        url.Uses++;
        var channel = Channels[url.Channel];
        var done = new Reply(200, null) { Raw = "ok", ContentType = "text/plain; charset=utf-8" };
        if ((bool?)args["delete_original"] == true)
        {
            if (url.Original is not { } gone) return new(404, Error("message_not_found"));
            if (gone.Only is null) Remove(channel, gone);
            else channel.Ephemerals.Remove(gone);
            return done;
        }
        var error = Say(args, url.User, channel, (bool?)args["replace_original"] == true ? url.Original : null, "a response URL");
        return error is null ? done : new(error == "invalid_blocks" ? 400 : 500, Error(error));
    }

    /// <summary>Shows an answer in the place it belongs to; gives Slack's error when it does not.</summary>
    private string? Say(JsonObject answer, string user, FakeChannel channel, FakeMessage? replaced, string where)
    {
        foreach (var (name, _) in answer.Where(field => !AnswerFields.Contains(field.Key))) Violate($"{where} with {name}, which it does not know");
        var type = (string?)answer["response_type"];
        if (type is null && replaced is null) Violate($"{where} without response_type");
        if (type is not (null or "ephemeral" or "in_channel")) Violate($"{where} with response_type {type}");
        if (Content(answer, where) is { } broken) return (string)broken["error"]!;
        if (replaced is not null)
        {
            if (replaced.Only is not null && type == "in_channel") Violate($"{where} makes an ephemeral message public, which stays ephemeral");
            Change(replaced, answer);
            return null;
        }
        var message = NewMessage(channel.Id, answer, only: type == "in_channel" ? null : user);
        if (message.Only is not null)
        {
            channel.Ephemerals.Add(message);
            return null;
        }
        channel.Messages.Add(message);
        Echo(channel, Delivered(message, channel));
        return null;
    }

    /// <summary>An address that answers one thing a person did.</summary>
    private sealed class Url(string user, string channel, DateTimeOffset at, FakeMessage? original)
    {
        public string User => user;

        public string Channel => channel;

        public DateTimeOffset At => at;

        public FakeMessage? Original => original;

        public int Uses { get; set; }
    }
}
