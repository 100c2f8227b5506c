using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Discord.Fake;

/// <summary>A channel, thread or direct message of the fake.</summary>
internal sealed class FakeChannel(string id, int type)
{
    public const int TextChannel = 0;
    public const int DmChannel = 1;
    public const int PublicThread = 11;
    public const int PrivateThread = 12;

    public string Id => id;

    public int Type => type;

    public string? Guild { get; init; }

    public string? Parent { get; init; }

    public string Name { get; set; } = "";

    /// <summary>Who opened the thread.</summary>
    public string Owner { get; init; } = FakeDiscord.BotId;

    /// <summary>What the bot may do here and in the threads of it; null: what it may do in the guild.</summary>
    public ulong? Permissions { get; set; }

    public string? Recipient { get; init; }

    public bool Archived { get; set; }

    public bool Locked { get; set; }

    public HashSet<string> Members { get; } = [];

    public List<FakeMessage> Messages { get; } = [];

    /// <summary>Private threads are for their members, direct messages for one person; the rest is open to the server.</summary>
    public bool IsSeenBy(string user) => type switch
    {
        PrivateThread => Members.Contains(user),
        DmChannel => Recipient == user,
        _ => true,
    };

    public bool IsThread => type is PublicThread or PrivateThread;

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = id, ["type"] = type, ["name"] = Name };
        if (Guild is not null) json["guild_id"] = Guild;
        if (Parent is not null) json["parent_id"] = Parent;
        if (IsThread) json["thread_metadata"] = new JsonObject { ["archived"] = Archived, ["locked"] = Locked, ["auto_archive_duration"] = 10080, ["archive_timestamp"] = "2026-01-01T00:00:00+00:00" };
        if (IsThread) json["owner_id"] = Owner;
        if (Recipient is not null) json["recipients"] = new JsonArray(new JsonObject { ["id"] = Recipient, ["username"] = "user" + Recipient });
        return json;
    }
}

/// <summary>A message of the fake.</summary>
internal sealed class FakeMessage(string id, string channel, string author)
{
    public string Id => id;

    public string Channel => channel;

    public string Author => author;

    public string Content { get; set; } = "";

    public int Flags { get; set; }

    public DateTimeOffset At { get; init; }

    public JsonArray Components { get; set; } = [];

    public JsonObject? AllowedMentions { get; set; }

    public List<string> Reactions { get; } = [];

    /// <summary>The same reaction twice is one.</summary>
    public void React(string emoji)
    {
        if (!Reactions.Contains(emoji)) Reactions.Add(emoji);
    }

    public bool Ephemeral => (Flags & 64) != 0;

    /// <summary>Who sees it when it is ephemeral.</summary>
    public string? Only { get; init; }

    public JsonArray Attachments { get; init; } = [];

    /// <summary>What the bot sent as files.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public DateTimeOffset? EditedAt { get; set; }

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["channel_id"] = channel,
        ["type"] = 0,
        ["content"] = Content,
        ["timestamp"] = At.ToString("O"),
        ["edited_timestamp"] = EditedAt?.ToString("O"),
        ["tts"] = false,
        ["mention_everyone"] = false,
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = Attachments.DeepClone(),
        ["embeds"] = new JsonArray(),
        ["pinned"] = false,
        ["flags"] = Flags,
        ["components"] = Components.DeepClone(),
        ["author"] = new JsonObject { ["id"] = author, ["username"] = author == FakeDiscord.BotId ? "prep" : "user" + author, ["discriminator"] = "0", ["avatar"] = null, ["bot"] = author == FakeDiscord.BotId },
    };
}

/// <summary>An interaction as the fake keeps it.</summary>
internal sealed class FakeInteraction(string id, string token, int type, string channel, string user, DateTimeOffset at)
{
    public string Id => id;

    public string Token => token;

    public int Type => type;

    public string Channel => channel;

    public string User => user;

    public DateTimeOffset At => at;

    /// <summary>The callback type of the first answer.</summary>
    public int? Answered { get; set; }

    public bool Ephemeral { get; set; }

    /// <summary>The form that is open for the person; null again once it was sent.</summary>
    public JsonObject? Modal { get; set; }

    public JsonArray? Choices { get; set; }

    public FakeMessage? Original { get; set; }

    public List<FakeMessage> FollowUps { get; } = [];
}

/// <summary>A request as it came.</summary>
internal sealed record FakeRequest(string Method, string Path, string Query, JsonNode? Body, string? Authorization, int Status);
