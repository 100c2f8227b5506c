using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>The chat methods and what the bot says by answering.</summary>
internal sealed partial class FakeSlack
{
    private const int LongestUpdate = 4_000;
    private const int LongestText = 40_000;
    private const int LargestMetadata = 8_000;

    /// <summary>Messages a channel bears at once beyond one a second.</summary>
    public int PostBurst { get; set; } = 10;

    private readonly Dictionary<string, (double Left, DateTimeOffset At)> buckets = [];

    private JsonObject PostMessage(JsonObject args)
    {
        if (Target(args, mayBePerson: true, out var channel) is { } wrong) return wrong;
        if (Content(args, "chat.postMessage") is { } broken) return broken;
        if (ThreadOf(args, channel) is { } noThread) return noThread;
        TakeFrom(channel);
        var message = NewMessage(channel.Id, args);
        channel.Messages.Add(message);
        Echo(channel, Delivered(message, channel));
        return Ok(("channel", channel.Id), ("ts", message.Ts), ("message", message.ToJson(withMetadata: true)));
    }

    private JsonObject UpdateMessage(JsonObject args)
    {
        if (Target(args, mayBePerson: false, out var channel) is { } wrong) return wrong;
        if (channel.Find((string?)args["ts"]) is not { IsTombstone: false } message) return Error("message_not_found");
        if (!message.IsBots) return Error("cant_update_message");
        if (args["text"]?.ToString().Length > LongestUpdate)
        {
            Violate("chat.update with more than 4000 characters of text");
            return Error("msg_too_long");
        }
        if (Content(args, "chat.update") is { } broken) return broken;
        Change(message, args);
        return Ok(("channel", channel.Id), ("ts", message.Ts), ("text", message.Text), ("message", message.ToJson()));
    }

    private JsonObject DeleteMessage(JsonObject args)
    {
        if (Target(args, mayBePerson: false, out var channel) is { } wrong) return wrong;
        if (channel.Find((string?)args["ts"]) is not { IsTombstone: false } message) return Error("message_not_found");
        if (!message.IsBots) return Error("cant_delete_message");
        Remove(channel, message);
        return Ok(("channel", channel.Id), ("ts", message.Ts));
    }

    private JsonObject PostEphemeral(JsonObject args)
    {
        if (Target(args, mayBePerson: false, out var channel) is { } wrong) return wrong;
        var user = (string)args["user"]!;
        if (!People.ContainsKey(user)) return Error("user_not_found");
        if (!channel.IsSeenBy(user)) return Error("user_not_in_channel");
        if (args["text"] is { } text && System.Text.Encoding.UTF8.GetByteCount(text.ToString()) > LongestUpdate) return Error("msg_too_long");
        if (Content(args, "chat.postEphemeral") is { } broken) return broken;
        if (ThreadOf(args, channel) is { } noThread) return noThread;
        var message = NewMessage(channel.Id, args, only: user);
        channel.Ephemerals.Add(message);
        return Ok(("message_ts", message.Ts));
    }

    private JsonObject Permalink(JsonObject args)
    {
        if (Target(args, mayBePerson: false, out var channel) is { } wrong) return wrong;
        var ts = (string)args["message_ts"]!;
        return channel.Find(ts) is null ? Error("message_not_found") : Ok(("channel", channel.Id), ("permalink", $"{WebBase}/archives/{channel.Id}/p{ts.Replace(".", "", StringComparison.Ordinal)}"));
    }

    /// <summary>Finds where to write, or says why not.</summary>
    private JsonObject? Target(JsonObject args, bool mayBePerson, out FakeChannel channel)
    {
        var id = (string)args["channel"]!;
        channel = null!;
        if (mayBePerson && People.TryGetValue(id, out var person))
        {
            if (person.IsBot) return Error("cannot_dm_bot");
            if (person.Deleted) return Error("user_disabled");
            id = Dm(id);
        }
        if (!Channels.TryGetValue(id, out var found) || (found.Kind is not FakeChannel.Public && !found.Members.Contains(BotUser))) return Error("channel_not_found");
        channel = found;
        if (!found.Members.Contains(BotUser)) return Error("not_in_channel");
        return found.Archived ? Error("is_archived") : null;
    }

    private JsonObject? ThreadOf(JsonObject args, FakeChannel channel)
    {
        if ((string?)args["thread_ts"] is not { } thread) return null;
        if (channel.Find(thread) is not { } parent) return Error("thread_not_found");
        if (parent.ThreadTs is { } above && above != thread) Violate($"thread_ts {thread} names a reply, its parent is {above}");
        return null;
    }

    /// <summary>Judges text, blocks and metadata; null when they may be shown.</summary>
    private JsonObject? Content(JsonObject args, string where)
    {
        var text = args["text"]?.GetValue<string>();
        var markdown = args["markdown_text"]?.GetValue<string>();
        if (markdown is not null && (text is not null || args["blocks"] is not null)) return Error("markdown_text_conflict");
        if (markdown?.Length > 12_000) return Error("msg_too_long");
        if (args["attachments"] is JsonArray { Count: > 100 }) return Error("too_many_attachments");
        if (args["blocks"] is { } given)
        {
            if (given is not JsonArray blocks) return Error("invalid_blocks_format");
            var errors = BlockRules.Message(blocks);
            if (errors.Count > 0)
            {
                Violate($"{where}: {string.Join("; ", errors)}");
                return Error("invalid_blocks", [.. errors]);
            }
        }
        var isEmpty = string.IsNullOrWhiteSpace(text) && string.IsNullOrWhiteSpace(markdown);
        if (isEmpty && args["blocks"] is not JsonArray { Count: > 0 } && args["attachments"] is not JsonArray { Count: > 0 }) return Error("no_text");
        if (isEmpty) Violate($"{where} without the text that a screen reader reads");
        if (text?.Length > LongestText)
        {
            Violate($"{where} with text that is cut off at {LongestText}");
            args["text"] = text[..LongestText];
        }
        if (args["metadata"] is { } metadata)
        {
            if (metadata is not JsonObject { Count: > 0 } || metadata["event_type"] is null || metadata["event_payload"] is not JsonObject) return Error("invalid_metadata_format");
            if (metadata.ToJsonString().Length > LargestMetadata) return Error("metadata_too_large");
        }
        Manners(args, where);
        return null;
    }

    /// <summary>What Slack lets pass but would ping people.</summary>
    private void Manners(JsonObject args, string where)
    {
        if (args["link_names"]?.GetValue<bool>() == true || (string?)args["parse"] == "full") Violate($"{where} makes mentions of plain words");
        foreach (var text in BlockRules.Pinging(args))
        {
            if (Everybody().IsMatch(text)) Violate($"{where} pings everybody: {text}");
            foreach (var window in typedMentions.Where(window => text.Contains(window, StringComparison.Ordinal))) Violate($"{where} repeats a mention that somebody typed: {window}");
        }
        if (args["blocks"] is JsonArray blocks && BlockRules.Elements(blocks).Any(element => (string?)element["type"] == "broadcast")) Violate($"{where} pings everybody by a rich text element");
    }

    private void TakeFrom(FakeChannel channel)
    {
        var now = Time.GetUtcNow();
        var (left, at) = buckets.GetValueOrDefault(channel.Id, (PostBurst, now));
        left = Math.Min(PostBurst, left + (now - at).TotalSeconds) - 1;
        if (left < 0) Violate($"more than a message a second in {channel.Id}, beyond a burst of {PostBurst}");
        buckets[channel.Id] = (Math.Max(left, 0), now);
    }

    private FakeMessage NewMessage(string channel, JsonObject args, string? only = null) => new(NewTs(), channel, BotUser)
    {
        Text = (string?)args["text"] ?? (string?)args["markdown_text"] ?? "",
        Blocks = BlockRules.Completed(args["blocks"] as JsonArray, NewKey),
        Attachments = (JsonArray?)args["attachments"]?.DeepClone() ?? [],
        ThreadTs = (string?)args["thread_ts"],
        Broadcast = (bool?)args["reply_broadcast"] ?? false,
        Metadata = (JsonObject?)args["metadata"]?.DeepClone(),
        Only = only,
        At = Time.GetUtcNow(),
    };

    /// <summary>Text alone takes the blocks away and marks the message as edited; blocks alone do not mark it.</summary>
    private void Change(FakeMessage message, JsonObject args)
    {
        var before = message.ToJson();
        if (args["text"] is { } text) message.Text = text.GetValue<string>();
        if (args["blocks"] is not null || args["text"] is not null) message.Blocks = BlockRules.Completed(args["blocks"] as JsonArray, NewKey);
        if (args["attachments"] is JsonArray attachments) message.Attachments = (JsonArray)attachments.DeepClone();
        if (args["metadata"] is JsonObject metadata) message.Metadata = (JsonObject)metadata.DeepClone();
        if (args["blocks"] is null) message.Edited = true;
        message.ChangedAt = Time.GetUtcNow();
        if (message.Only is null) Echo(Channels[message.Channel], Changed(message, before));
    }

    /// <summary>What has replies below it does not go: it changes to a tombstone.</summary>
    private void Remove(FakeChannel channel, FakeMessage message)
    {
        if (channel.HasReplies(message.Ts))
        {
            var before = message.ToJson();
            (message.IsTombstone, message.Text, message.Blocks, message.Metadata) = (true, "This message was deleted.", [], null);
            Echo(channel, Changed(message, before));
            return;
        }
        channel.Messages.Remove(message);
        var said = new JsonObject { ["type"] = "message", ["subtype"] = "message_deleted", ["hidden"] = true, ["deleted_ts"] = message.Ts, ["channel"] = channel.Id, ["ts"] = NewTs(), ["previous_message"] = message.ToJson() };
        Echo(channel, said);
    }

    private JsonObject Changed(FakeMessage message, JsonObject before) => new()
    {
        ["type"] = "message",
        ["subtype"] = "message_changed",
        ["hidden"] = true,
        ["channel"] = message.Channel,
        ["ts"] = NewTs(),
        ["message"] = message.ToJson(),
        ["previous_message"] = before,
    };

    private static JsonObject Delivered(FakeMessage message, FakeChannel channel)
    {
        var json = message.ToJson();
        json["channel"] = channel.Id;
        if (message.ThreadTs is { } thread && channel.Find(thread) is { } parent) json["parent_user_id"] = parent.Author;
        if (message.Files.Count > 0) (json["subtype"], json["upload"]) = ("file_share", false);
        if (message.Broadcast) json["subtype"] = "thread_broadcast";
        return json;
    }

    /// <summary>Tells the app of a message event where it is a member and asked for it; its own messages come too.</summary>
    private void Echo(FakeChannel channel, JsonObject said)
    {
        var asked = channel.Kind switch { FakeChannel.Public => "message.channels", FakeChannel.Private => "message.groups", FakeChannel.Several => "message.mpim", _ => "message.im" };
        if (!channel.Members.Contains(BotUser) || !Subscriptions.Contains(asked) || !Scopes.Contains(channel.Scope("history"))) return;
        (said["channel_type"], said["event_ts"]) = (channel.Kind, said["ts"]!.GetValue<string>());
        RaiseEvent(said);
    }

    [GeneratedRegex("<!(?:channel|here|everyone|subteam)")]
    private static partial Regex Everybody();
}
