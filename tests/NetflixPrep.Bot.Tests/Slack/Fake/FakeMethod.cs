using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>What Slack says of a method: who may call it, how often, and with what.</summary>
/// <param name="Scope">What the token needs; null: nothing, or it depends on the channel.</param>
/// <param name="PerMinute">The least that its tier allows.</param>
internal sealed record FakeMethod(string Name, string? Scope, int PerMinute)
{
    /// <summary>Reads take a form or a query, no JSON.</summary>
    public bool FormOnly { get; private init; }

    public IReadOnlyDictionary<string, char> Args { get; private init; } = new Dictionary<string, char>();

    public IReadOnlyList<string> Required { get; private init; } = [];

    public static IReadOnlyDictionary<string, FakeMethod> All { get; } = new[]
    {
        Of("auth.test", null, 100, ""),
        Of("apps.connections.open", "connections:write", 20, ""),
        Of("chat.postMessage", "chat:write", 1000, "channel! text blocks:j attachments:j thread_ts reply_broadcast:b metadata:j mrkdwn:b parse link_names:b unfurl_links:b unfurl_media:b username icon_emoji icon_url as_user:b markdown_text"),
        Of("chat.update", "chat:write", 50, "channel! ts! text blocks:j attachments:j metadata:j parse link_names:b as_user:b file_ids:j reply_broadcast:b markdown_text"),
        Of("chat.delete", "chat:write", 50, "channel! ts! as_user:b"),
        Of("chat.postEphemeral", "chat:write", 100, "channel! user! text blocks:j attachments:j thread_ts parse link_names:b username icon_emoji icon_url as_user:b markdown_text"),
        Of("chat.getPermalink", null, 100, "channel! message_ts!", true),
        Of("conversations.open", null, 50, "users channel return_im:b prevent_creation:b"),
        Of("conversations.info", null, 50, "channel! include_locale:b include_num_members:b", true),
        Of("conversations.members", null, 100, "channel! cursor limit:i", true),
        Of("conversations.history", null, 50, "channel! cursor limit:i latest oldest inclusive:b include_all_metadata:b", true),
        Of("conversations.replies", null, 50, "channel! ts! cursor limit:i latest oldest inclusive:b include_all_metadata:b", true),
        Of("users.info", "users:read", 100, "user! include_locale:b", true),
        Of("reactions.add", "reactions:write", 50, "channel! timestamp! name!"),
        Of("reactions.remove", "reactions:write", 20, "channel! timestamp! name!"),
        Of("views.open", null, 100, "trigger_id! view!:j"),
        Of("views.push", null, 100, "trigger_id! view!:j"),
        Of("views.update", null, 100, "view_id external_id view!:j hash"),
        Of("views.publish", null, 100, "user_id! view!:j hash"),
        Of("files.getUploadURLExternal", "files:write", 100, "filename! length!:i alt_text snippet_type", true),
        Of("files.completeUploadExternal", "files:write", 100, "files!:j channel_id thread_ts initial_comment blocks:j"),
        Of("files.info", "files:read", 100, "file! cursor limit:i", true),
        Of("files.delete", "files:write", 50, "file!"),
    }.ToDictionary(method => method.Name);

    /// <summary>Turns what came as text into what it means; null and an error when it means nothing.</summary>
    public string? Read(JsonObject args)
    {
        foreach (var (name, kind) in Args)
        {
            if (args[name] is not JsonValue value || !value.TryGetValue<string>(out var text)) continue;
            switch (kind)
            {
                case 'b': args[name] = text is "true" or "1"; break;
                case 'i' when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number): args[name] = number; break;
                case 'i': return "invalid_arguments";
                case 'j' when Parsed(text) is { } node: args[name] = node; break;
                case 'j': return name switch { "blocks" => "invalid_blocks_format", "metadata" => "invalid_metadata_format", _ => "invalid_arguments" };
            }
        }
        return null;
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FakeMethod Of(string name, string? scope, int perMinute, string args, bool formOnly = false)
    {
        var words = args.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(name, scope, perMinute)
        {
            FormOnly = formOnly,
            Args = words.ToDictionary(word => word.Split(':')[0].TrimEnd('!'), word => word.Contains(':', StringComparison.Ordinal) ? word[^1] : 's'),
            Required = [.. words.Where(word => word.Contains('!', StringComparison.Ordinal)).Select(word => word.Split('!')[0])],
        };
    }
}
