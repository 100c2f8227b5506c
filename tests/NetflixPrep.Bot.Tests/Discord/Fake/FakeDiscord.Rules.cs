using System.Globalization;
using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Discord.Fake;

/// <summary>What the bot may do, and how often.</summary>
internal sealed partial class FakeDiscord
{
    private static readonly TimeSpan Renaming = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Old = TimeSpan.FromHours(1);
    private static readonly TimeSpan EditingOld = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Banning = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Queue<DateTimeOffset>> windows = [];

    /// <summary>The global limit of a bot; requests about interactions do not count.</summary>
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Messages a channel takes in five seconds before it answers 429.</summary>
    public int MessagesPerFiveSeconds { get; set; } = 100_000;

    /// <summary>Edits of messages older than an hour that a channel takes in twenty seconds; Discord names no number.</summary>
    public int EditsOfOldMessages { get; set; } = 3;

    /// <summary>Changes of a channel's name in ten minutes; no header tells of it.</summary>
    public int Renames { get; set; } = 2;

    public int ActiveThreads { get; set; } = 1000;

    /// <summary>Refused requests in ten minutes that bring a ban.</summary>
    public int RefusedRequests { get; set; } = 10_000;

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

    private void CountRefused(Answer answer)
    {
        var counts = answer.Status is 401 or 403 || (answer.Status == 429 && answer.Headers.GetValueOrDefault("X-RateLimit-Scope") != "shared");
        if (counts && Full("refused", RefusedRequests, Banning) is not null) Violate("more refused requests in ten minutes than Discord bears");
    }

    private ulong MayIn(FakeChannel channel) =>
        channel.Permissions ?? (channel.Parent is { } parent && Channels.TryGetValue(parent, out var above) ? above.Permissions : null) ?? Permissions;

    private bool May(FakeChannel channel, ulong needed) => channel.Guild is null || (MayIn(channel) & needed) == needed;

    /// <summary>The refusal of somebody who may not; null when they may.</summary>
    private Answer? Forbidden(FakeChannel channel, ulong needed = 0)
    {
        if (!May(channel, ViewChannel)) return Answer.Code(403, 50001, "Missing Access");
        if (channel.Type == FakeChannel.PrivateThread && !channel.Members.Contains(BotId) && !May(channel, ManageThreads)) return Answer.Code(403, 50001, "Missing Access");
        return May(channel, needed) ? null : Answer.Code(403, 50013, "Missing Permissions");
    }

    /// <summary>Only a message wakes an archived thread, and only one that is not locked.</summary>
    private static Answer? Asleep(FakeChannel channel) => channel.Archived ? Answer.Code(400, 50083, "Thread is archived") : null;

    private Answer ChangeChannel(FakeChannel channel, JsonObject body)
    {
        if (!channel.IsThread) return Answer.Code(400, 50024, "Cannot execute action on this channel type");
        var wakes = (bool?)body["archived"] == false;
        var isTheirs = channel.Owner == BotId;
        if (Forbidden(channel, wakes ? SendInThreads : 0) is { } forbidden) return forbidden;
        var needsManaging = body["locked"] is not null || (channel.Locked && wakes) || !isTheirs;
        if (needsManaging && !May(channel, ManageThreads)) return Answer.Code(403, 50013, "Missing Permissions");
        if (!wakes && Asleep(channel) is { } asleep) return asleep;
        if ((string?)body["name"] is { } name && name != channel.Name)
        {
            if (Full($"names of {channel.Id}", Renames, Renaming) is { } wait) return Answer.Limited("user", wait);
            channel.Name = name;
        }
        channel.Archived = (bool?)body["archived"] ?? channel.Archived;
        channel.Locked = (bool?)body["locked"] ?? channel.Locked;
        return new(200, channel.ToJson());
    }

    private Answer EditMessage(FakeChannel channel, FakeMessage message, JsonObject body)
    {
        if (Asleep(channel) is { } asleep) return asleep;
        if (message.Author != BotId) return Answer.Code(403, 50005, "Cannot edit a message authored by another user");
        if (Time.GetUtcNow() - message.At >= Old && Full($"old messages of {channel.Id}", EditsOfOldMessages, EditingOld) is { } wait)
            return Answer.Limited("user", wait, 30046, "Maximum number of edits to messages older than 1 hour reached");
        Change(message, body);
        return new(200, message.ToJson());
    }

    private Answer React(FakeChannel channel, FakeMessage message, string emoji)
    {
        if (Forbidden(channel, AddReactions | ReadHistory) is { } forbidden) return forbidden;
        if (Asleep(channel) is { } asleep) return asleep;
        message.React(emoji);
        return new(204);
    }

    /// <summary>An answer of the fake.</summary>
    private sealed record Answer(int Status, JsonNode? Body = null)
    {
        public Dictionary<string, string> Headers { get; init; } = [];

        public static Answer Code(int status, int code, string message) => new(status, new JsonObject { ["code"] = code, ["message"] = message });

        public static Answer Limited(string scope, TimeSpan wait, int code = 0, string message = "You are being rate limited.")
        {
            var headers = new Dictionary<string, string>
            {
                ["X-RateLimit-Scope"] = scope,
                ["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            };
            if (scope == "global") headers["X-RateLimit-Global"] = "true";
            return new(429, new JsonObject { ["message"] = message, ["code"] = code, ["retry_after"] = wait.TotalSeconds, ["global"] = scope == "global" }) { Headers = headers };
        }
    }
}
