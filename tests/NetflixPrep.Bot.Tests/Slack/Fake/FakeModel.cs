using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>Somebody in the fake workspace.</summary>
internal sealed class FakePerson(string id, string name)
{
    public string Id => id;

    public string Name => name;

    /// <summary>IANA name of the zone in the profile.</summary>
    public string Zone { get; set; } = "Europe/London";

    public string Locale { get; set; } = "en-GB";

    public bool IsAdmin { get; set; }

    public bool IsBot { get; init; }

    /// <summary>Has left the workspace.</summary>
    public bool Deleted { get; set; }

    public JsonObject ToJson(DateTimeOffset now, bool withLocale)
    {
        var json = new JsonObject
        {
            ["id"] = id,
            ["team_id"] = FakeSlack.TeamId,
            ["name"] = name,
            ["deleted"] = Deleted,
            ["real_name"] = name,
            ["tz"] = Zone,
            ["tz_label"] = Zone,
            ["tz_offset"] = (int)TimeZoneInfo.FindSystemTimeZoneById(Zone).GetUtcOffset(now).TotalSeconds,
            ["profile"] = new JsonObject { ["real_name"] = name, ["display_name"] = name, ["team"] = FakeSlack.TeamId },
            ["is_admin"] = IsAdmin,
            ["is_owner"] = false,
            ["is_primary_owner"] = false,
            ["is_restricted"] = false,
            ["is_ultra_restricted"] = false,
            ["is_bot"] = IsBot,
            ["is_app_user"] = false,
            ["updated"] = 1700000000,
        };
        if (withLocale) json["locale"] = Locale;
        return json;
    }
}

/// <summary>A channel or direct message of the fake.</summary>
internal sealed class FakeChannel(string id, string kind)
{
    public const string Public = "channel";
    public const string Private = "group";
    public const string Direct = "im";
    public const string Several = "mpim";

    public string Id => id;

    /// <summary>What events call channel_type.</summary>
    public string Kind => kind;

    public string Name { get; init; } = "";

    public HashSet<string> Members { get; } = [];

    public bool Archived { get; set; }

    /// <summary>In time order; ephemerals are kept apart.</summary>
    public List<FakeMessage> Messages { get; } = [];

    public List<FakeMessage> Ephemerals { get; } = [];

    public string? Person => kind == Direct ? Members.FirstOrDefault(member => member != FakeSlack.BotUser) : null;

    public bool IsSeenBy(string user) => kind == Public || Members.Contains(user);

    public FakeMessage? Find(string? ts) => Messages.Find(message => message.Ts == ts);

    public bool HasReplies(string ts) => Messages.Exists(message => message.ThreadTs == ts && message.Ts != ts);

    /// <summary>The scope that a method of this family needs here, as in im:history.</summary>
    public string Scope(string what) => kind switch { Direct => "im:", Several => "mpim:", Private => "groups:", _ => "channels:" } + what;

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = id,
            ["created"] = 1700000000,
            ["is_channel"] = kind == Public,
            ["is_group"] = kind == Private,
            ["is_im"] = kind == Direct,
            ["is_mpim"] = kind == Several,
            ["is_private"] = kind != Public,
            ["is_archived"] = Archived,
            ["is_org_shared"] = false,
            ["is_member"] = Members.Contains(FakeSlack.BotUser),
        };
        if (kind == Direct) json["user"] = Person;
        else (json["name"], json["name_normalized"]) = (Name, Name);
        return json;
    }
}

/// <summary>A message of the fake.</summary>
internal sealed class FakeMessage(string ts, string channel, string author)
{
    public string Ts => ts;

    public string Channel => channel;

    /// <summary>User id; <see cref="FakeSlack.BotUser"/> is the bot.</summary>
    public string Author => author;

    public bool IsBots => author == FakeSlack.BotUser;

    /// <summary>As Slack keeps it: &amp;, &lt; and &gt; escaped, mentions in angle brackets.</summary>
    public string Text { get; set; } = "";

    public JsonArray Blocks { get; set; } = [];

    public JsonArray Attachments { get; set; } = [];

    public string? ThreadTs { get; init; }

    /// <summary>A reply that also stands in the channel.</summary>
    public bool Broadcast { get; set; }

    public JsonObject? Metadata { get; set; }

    public List<FakeFile> Files { get; init; } = [];

    /// <summary>Emoji names and who put them there.</summary>
    public List<(string Name, string User)> Reactions { get; } = [];

    /// <summary>The only person who sees it: an ephemeral message.</summary>
    public string? Only { get; init; }

    public bool Edited { get; set; }

    /// <summary>Was deleted, but has replies.</summary>
    public bool IsTombstone { get; set; }

    /// <summary>When it was last changed; null when never.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    public DateTimeOffset At { get; init; }

    public JsonObject ToJson(bool withMetadata = false)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = author, ["text"] = Text, ["ts"] = ts, ["team"] = FakeSlack.TeamId };
        if (IsTombstone)
        {
            (json["subtype"], json["hidden"], json["user"]) = ("tombstone", true, "USLACKBOT");
        }
        else if (IsBots)
        {
            (json["bot_id"], json["app_id"]) = (FakeSlack.BotId, FakeSlack.AppId);
            json["bot_profile"] = new JsonObject { ["id"] = FakeSlack.BotId, ["app_id"] = FakeSlack.AppId, ["name"] = "prep", ["team_id"] = FakeSlack.TeamId, ["deleted"] = false, ["updated"] = 1700000000, ["icons"] = new JsonObject() };
        }
        else
        {
            json["client_msg_id"] = $"client-{ts}";
        }
        if (Blocks.Count > 0) json["blocks"] = Blocks.DeepClone();
        if (Attachments.Count > 0) json["attachments"] = Attachments.DeepClone();
        if (ThreadTs is not null) json["thread_ts"] = ThreadTs;
        if (Files.Count > 0) json["files"] = new JsonArray([.. Files.Select(file => file.ToJson())]);
        if (Edited) json["edited"] = new JsonObject { ["user"] = author, ["ts"] = ts };
        if (Reactions.Count > 0)
        {
            json["reactions"] = new JsonArray([.. Reactions.GroupBy(one => one.Name).Select(one => new JsonObject
            {
                ["name"] = one.Key, ["count"] = one.Count(), ["users"] = new JsonArray([.. one.Select(reaction => (JsonNode)reaction.User)]),
            })]);
        }
        if (withMetadata && Metadata is not null) json["metadata"] = Metadata.DeepClone();
        return json;
    }
}

/// <summary>A file of the fake.</summary>
internal sealed class FakeFile(string id, string name, string owner)
{
    public string Id => id;

    public string Name => name;

    public string Owner => owner;

    public string? Title { get; set; }

    public string Url { get; set; } = "";

    public byte[]? Bytes { get; set; }

    /// <summary>How many bytes were announced.</summary>
    public long Announced { get; init; }

    public bool Shared { get; set; }

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["created"] = 1700000000,
        ["timestamp"] = 1700000000,
        ["name"] = name,
        ["title"] = Title ?? name,
        ["mimetype"] = name.EndsWith(".txt", StringComparison.Ordinal) ? "text/plain" : name.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "application/octet-stream",
        ["filetype"] = name.EndsWith(".txt", StringComparison.Ordinal) ? "text" : Path.GetExtension(name).TrimStart('.'),
        ["pretty_type"] = name.EndsWith(".txt", StringComparison.Ordinal) ? "Plain Text" : "Binary",
        ["user"] = owner,
        ["size"] = Bytes?.Length ?? 0,
        ["mode"] = "hosted",
        ["editable"] = false,
        ["is_external"] = false,
        ["external_type"] = "",
        ["is_public"] = false,
        ["public_url_shared"] = false,
        ["display_as_bot"] = false,
        ["username"] = "",
        ["channels"] = new JsonArray(),
        ["groups"] = new JsonArray(),
        ["ims"] = new JsonArray(),
        ["permalink"] = Url,
        ["url_private"] = Url,
        ["url_private_download"] = Url,
        ["file_access"] = "visible",
    };
}
