using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>What people write.</summary>
internal sealed partial class FakeSlack
{
    private readonly List<string> typedMentions = [];

    /// <summary>A person writes a message as they type it: @name becomes a mention, @channel pings. Gives its ts.</summary>
    public Task<string> SayAsync(string user, string place, string text) => WriteAsync(user, place, text, []);

    /// <summary>A person shares a file, with words or without.</summary>
    public Task<string> UploadAsync(string user, string place, string name, string content, string text = "")
    {
        lock (gate)
        {
            var bytes = Encoding.UTF8.GetBytes(content);
            var file = NewFile(name, user, bytes.Length, bytes);
            file.Shared = true;
            return WriteAsync(user, place, text, [file]);
        }
    }

    /// <summary>A person changes what they wrote.</summary>
    public async Task EditAsync(string user, string place, string ts, string text)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            var message = Own(user, place, ts);
            var before = message.ToJson();
            message.Text = Typed(text);
            (message.Blocks, message.Edited, message.ChangedAt) = (Rich(text), true, Time.GetUtcNow());
            Echo(In(place), Changed(message, before));
        }
    }

    /// <summary>A person takes a message back. With replies below it, a tombstone stays.</summary>
    public async Task DeleteAsync(string user, string place, string ts)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate) Remove(In(place), Own(user, place, ts));
    }

    /// <summary>Somebody with the right to do so takes any message away, the bot's too.</summary>
    public async Task RemoveAsync(string place, string ts)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate) Remove(In(place), In(place).Find(ts) ?? throw new InvalidOperationException($"There is no {ts}."));
    }

    /// <summary>A person puts an emoji on a message.</summary>
    public async Task ReactAsync(string user, string place, string ts, string name)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            In(place).Find(ts)!.Reactions.Add((name, user));
            if (!Subscriptions.Contains("reaction_added")) return;
            RaiseEvent(new() { ["type"] = "reaction_added", ["user"] = user, ["reaction"] = name, ["item_user"] = In(place).Find(ts)!.Author, ["item"] = new JsonObject { ["type"] = "message", ["channel"] = In(place).Id, ["ts"] = ts }, ["event_ts"] = NewTs() });
        }
    }

    public async Task InviteBotAsync(string user, string channel)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            if (!In(channel).Members.Add(BotUser)) return;
            Echo(In(channel), new() { ["type"] = "message", ["subtype"] = "channel_join", ["user"] = BotUser, ["inviter"] = user, ["text"] = $"<@{BotUser}> has joined the channel", ["ts"] = NewTs(), ["channel"] = channel });
            if (Subscriptions.Contains("member_joined_channel")) RaiseEvent(new() { ["type"] = "member_joined_channel", ["user"] = BotUser, ["channel"] = channel, ["channel_type"] = "C", ["team"] = TeamId, ["inviter"] = user, ["event_ts"] = NewTs() });
        }
    }

    /// <summary>The bot is thrown out. Slack tells it only where it asked to be told.</summary>
    public async Task RemoveBotAsync(string channel)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            if (!In(channel).Members.Remove(BotUser)) return;
            var left = In(channel).Kind == FakeChannel.Public ? "channel_left" : "group_left";
            if (Subscriptions.Contains(left)) RaiseEvent(new() { ["type"] = left, ["channel"] = channel, ["actor_id"] = "U0ADMIN", ["event_ts"] = NewTs() });
        }
    }

    /// <summary>An organiser deletes a channel.</summary>
    public async Task DeleteChannelAsync(string channel)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            if (!Channels.TryRemove(channel, out _)) throw new InvalidOperationException($"There is no {channel}.");
            if (Subscriptions.Contains("channel_deleted")) RaiseEvent(new() { ["type"] = "channel_deleted", ["channel"] = channel, ["event_ts"] = NewTs() });
        }
    }

    /// <summary>The app is taken out of the workspace: its tokens end, and it is told twice.</summary>
    public async Task UninstallAsync()
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            RaiseEvent(new() { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(BotUser) }, ["event_ts"] = NewTs() });
            RaiseEvent(new() { ["type"] = "app_uninstalled", ["event_ts"] = NewTs() });
            Faults.Add(FakeFault.Error("*", "account_inactive", int.MaxValue));
        }
    }

    private async Task<string> WriteAsync(string user, string place, string text, List<FakeFile> files)
    {
        if (!BotIsAway) await LiveAsync();
        lock (gate)
        {
            var (channel, thread) = (In(place), Split(place).Thread);
            if (!channel.IsSeenBy(user) || channel.Archived) throw new InvalidOperationException($"{user} cannot write in {place}.");
            channel.Members.Add(Known(user).Id);
            atHome.Remove(user);
            var message = new FakeMessage(NewTs(), channel.Id, user) { Text = Typed(text), Blocks = Rich(text), ThreadTs = thread, Files = files, At = Time.GetUtcNow() };
            channel.Messages.Add(message);
            Echo(channel, Delivered(message, channel));
            var mentions = message.Text.Contains($"<@{BotUser}>", StringComparison.Ordinal) && channel.Kind != FakeChannel.Direct && channel.Members.Contains(BotUser);
            if (!mentions || !Subscriptions.Contains("app_mention") || !Scopes.Contains("app_mentions:read")) return message.Ts;
            var mention = Delivered(message, channel);
            (mention["type"], mention["event_ts"]) = ("app_mention", message.Ts);
            mention.Remove("subtype");
            RaiseEvent(mention);
            return message.Ts;
        }
    }

    private FakeMessage Own(string user, string place, string ts) => In(place).Find(ts) is { } message && message.Author == user ? message : throw new InvalidOperationException($"{user} wrote no {ts} in {place}.");

    /// <summary>As Slack sends on what was typed.</summary>
    private string Typed(string text)
    {
        var escaped = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        var typed = Name().Replace(escaped, match => match.Groups["name"].Value switch
        {
            "channel" or "here" or "everyone" => $"<!{match.Groups["name"].Value}>",
            var name when People.Values.FirstOrDefault(person => person.Name == name) is { } person => $"<@{person.Id}>",
            _ => match.Value,
        });
        typed = ChannelName().Replace(typed, match => Channels.Values.FirstOrDefault(channel => channel.Name == match.Groups["name"].Value) is { } channel ? $"<#{channel.Id}|{channel.Name}>" : match.Value);
        // A few letters around it tell somebody's own words from a mention the bot makes.
        foreach (Match mention in Special().Matches(typed))
        {
            var (from, to) = (Math.Max(0, mention.Index - 4), Math.Min(typed.Length, mention.Index + mention.Length + 4));
            if (to - from > mention.Length + 2) typedMentions.Add(typed[from..to]);
        }
        return typed;
    }

    private JsonArray Rich(string text) => text.Length == 0 ? [] :
    [
        new JsonObject
        {
            ["type"] = "rich_text",
            ["block_id"] = NewKey("b"),
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) }),
        },
    ];

    [GeneratedRegex(@"(?<![\w@])@(?<name>[a-z][a-z0-9_-]*)")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![\w#&])#(?<name>[a-z][a-z0-9_-]*)")]
    private static partial Regex ChannelName();

    [GeneratedRegex("<[@!][^>]+>")]
    private static partial Regex Special();
}
