using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>Conversations, people and reactions.</summary>
internal sealed partial class FakeSlack
{
    private JsonObject OpenConversation(JsonObject args)
    {
        if ((string?)args["channel"] is { } id) return Channels.ContainsKey(id) ? Ok(("channel", new JsonObject { ["id"] = id }), ("no_op", true), ("already_open", true)) : Error("channel_not_found");
        var users = ((string?)args["users"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (users.Length == 0) return Error("users_list_not_supplied");
        if (users.Length > 8) return Error("too_many_users");
        if (Lacks(users.Length == 1 ? "im:write" : "mpim:write") is { } lacks) return lacks;
        foreach (var user in users)
        {
            if (!People.TryGetValue(user, out var person)) return Error("user_not_found");
            if (person.Deleted) return Error("user_disabled");
            if (person.IsBot) return Error("cannot_dm_bot");
        }
        var channel = users.Length == 1 ? Channels[Dm(users[0])] : Group(users);
        var shown = (bool?)args["return_im"] == true ? channel.ToJson() : new JsonObject { ["id"] = channel.Id };
        return Ok(("channel", shown));
    }

    private FakeChannel Group(string[] users)
    {
        var known = Channels.Values.FirstOrDefault(channel => channel.Kind == FakeChannel.Several && channel.Members.SetEquals([.. users, BotUser]));
        if (known is not null) return known;
        var made = new FakeChannel(NewKey("G0"), FakeChannel.Several) { Name = "mpdm", Members = { BotUser } };
        made.Members.UnionWith(users);
        return Channels[made.Id] = made;
    }

    private JsonObject ConversationInfo(JsonObject args)
    {
        if (Readable(args, "read", out var channel) is { } wrong) return wrong;
        var json = channel.ToJson();
        if ((bool?)args["include_num_members"] == true) json["num_members"] = channel.Members.Count;
        return Ok(("channel", json));
    }

    private JsonObject Members(JsonObject args)
    {
        if (Readable(args, "read", out var channel) is { } wrong) return wrong;
        var (page, next) = Page([.. channel.Members.Order(StringComparer.Ordinal)], args, 100);
        return Ok(("members", new JsonArray([.. page.Select(member => (JsonNode)member)])), ("response_metadata", new JsonObject { ["next_cursor"] = next }));
    }

    private JsonObject History(JsonObject args)
    {
        if (Readable(args, "history", out var channel) is { } wrong) return wrong;
        if (!channel.Members.Contains(BotUser)) return Error("not_in_channel");
        var top = channel.Messages.Where(message => message.ThreadTs is null || message.ThreadTs == message.Ts || message.Broadcast).Where(message => Within(message, args)).Reverse().ToList();
        return Messages(channel, top, args);
    }

    private JsonObject Replies(JsonObject args)
    {
        if (Readable(args, "history", out var channel) is { } wrong) return wrong;
        if (!channel.Members.Contains(BotUser)) return Error("not_in_channel");
        var ts = (string)args["ts"]!;
        if (channel.Find(ts) is null) return Error("thread_not_found");
        return Messages(channel, [.. channel.Messages.Where(message => message.Ts == ts || (message.ThreadTs == ts && Within(message, args)))], args);
    }

    private static JsonObject Messages(FakeChannel channel, List<FakeMessage> all, JsonObject args)
    {
        var (page, next) = Page(all, args, 100);
        return Ok(
            ("messages", new JsonArray([.. page.Select(message => WithThread(message, channel, (bool?)args["include_all_metadata"] == true))])),
            ("has_more", next.Length > 0),
            ("response_metadata", new JsonObject { ["next_cursor"] = next }));
    }

    private static JsonObject WithThread(FakeMessage message, FakeChannel channel, bool withMetadata)
    {
        var json = message.ToJson(withMetadata);
        var replies = channel.Messages.Where(one => one.ThreadTs == message.Ts && one.Ts != message.Ts).ToList();
        if (replies.Count == 0) return json;
        (json["thread_ts"], json["reply_count"], json["latest_reply"]) = (message.Ts, replies.Count, replies[^1].Ts);
        return json;
    }

    private static bool Within(FakeMessage message, JsonObject args)
    {
        var inclusive = (bool?)args["inclusive"] == true;
        return (args["oldest"] is not { } oldest || string.CompareOrdinal(message.Ts, oldest.ToString()) > (inclusive ? -1 : 0))
            && (args["latest"] is not { } latest || string.CompareOrdinal(message.Ts, latest.ToString()) < (inclusive ? 1 : 0));
    }

    private static (List<T> Page, string Next) Page<T>(List<T> all, JsonObject args, int usual)
    {
        var from = int.TryParse((string?)args["cursor"], CultureInfo.InvariantCulture, out var given) ? given : 0;
        var most = Math.Clamp((int?)args["limit"] ?? usual, 1, 999);
        var page = all.Skip(from).Take(most).ToList();
        return (page, from + page.Count < all.Count ? (from + page.Count).ToString(CultureInfo.InvariantCulture) : "");
    }

    private JsonObject? Readable(JsonObject args, string scope, out FakeChannel channel)
    {
        if (!Channels.TryGetValue((string)args["channel"]!, out channel!)) return Error("channel_not_found");
        if (Lacks(channel.Scope(scope)) is { } lacks) return lacks;
        return channel.Kind == FakeChannel.Public || channel.Members.Contains(BotUser) ? null : Error("channel_not_found");
    }

    private JsonObject UserInfo(JsonObject args) => People.TryGetValue((string)args["user"]!, out var person)
        ? Ok(("user", person.ToJson(Time.GetUtcNow(), (bool?)args["include_locale"] == true)))
        : Error("user_not_found");

    private JsonObject AddReaction(JsonObject args)
    {
        if (Reactable(args, out var message, out var name) is { } wrong) return wrong;
        if (message.Reactions.Contains((name, BotUser))) return Error("already_reacted");
        message.Reactions.Add((name, BotUser));
        return Ok();
    }

    private JsonObject RemoveReaction(JsonObject args)
    {
        if (Reactable(args, out var message, out var name) is { } wrong) return wrong;
        return message.Reactions.Remove((name, BotUser)) ? Ok() : Error("no_reaction");
    }

    private JsonObject? Reactable(JsonObject args, out FakeMessage message, out string name)
    {
        (message, name) = (null!, (string)args["name"]!);
        if (Target(args, mayBePerson: false, out var channel) is { } wrong) return wrong;
        if (!EmojiName().IsMatch(name))
        {
            Violate($"a reaction named {name}");
            return Error("invalid_name");
        }
        if (channel.Find((string?)args["timestamp"]) is not { } found) return Error("message_not_found");
        message = found;
        return null;
    }

    [GeneratedRegex("^[a-z0-9_+'-]+(?:::skin-tone-[2-6])?$")]
    private static partial Regex EmojiName();
}
