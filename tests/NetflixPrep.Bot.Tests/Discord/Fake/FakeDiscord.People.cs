using System.Text.Json.Nodes;

namespace NetflixPrep.Bot.Tests.Discord.Fake;

/// <summary>What people do, and the answers to it.</summary>
internal sealed partial class FakeDiscord
{
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    /// <summary>Whether Discord lets the person write there: what is locked takes nothing more.</summary>
    public bool MayWrite(string user, string channel) => Locked(() => Channels.TryGetValue(channel, out var where) && where.IsSeenBy(user) && !where.Locked);

    /// <summary>A person writes a message.</summary>
    public async Task<string> WriteAsync(string user, string channel, string text, JsonArray? attachments = null)
    {
        if (!MayWrite(user, channel)) throw new InvalidOperationException($"{user} cannot write in {channel}.");
        var message = new FakeMessage(NewId(), channel, user) { Content = text, At = Time.GetUtcNow(), Attachments = attachments ?? [] };
        lock (gate)
        {
            Channels[channel].Archived = false;
            Channels[channel].Messages.Add(message);
        }
        await DispatchAsync("MESSAGE_CREATE", Delivered(message, channel, user));
        return message.Id;
    }

    public async Task EditAsync(string user, string channel, string message, string text)
    {
        var edited = MessageOf(user, channel, message);
        (edited.Content, edited.EditedAt) = (text, Time.GetUtcNow());
        await DispatchAsync("MESSAGE_UPDATE", Delivered(edited, channel, user));
    }

    /// <summary>A person takes a message back. Discord does not say whose it was.</summary>
    public async Task DeleteAsync(string user, string channel, string message)
    {
        var deleted = MessageOf(user, channel, message);
        lock (gate) Channels[channel].Messages.Remove(deleted);
        var json = new JsonObject { ["id"] = message, ["channel_id"] = channel };
        if (Channels[channel].Guild is { } guild) json["guild_id"] = guild;
        await DispatchAsync("MESSAGE_DELETE", json);
    }

    /// <summary>An organiser deletes a thread or channel.</summary>
    public async Task DeleteChannelAsync(string channel)
    {
        if (!Channels.TryRemove(channel, out var gone)) throw new InvalidOperationException($"There is no {channel}.");
        await DispatchAsync(gone.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", new() { ["id"] = channel, ["guild_id"] = gone.Guild, ["parent_id"] = gone.Parent, ["type"] = gone.Type });
    }

    private FakeMessage MessageOf(string user, string channel, string message) => Locked(() => Channels[channel].Messages.Find(one => one.Id == message && one.Author == user))
        ?? throw new InvalidOperationException($"{user} wrote no {message} in {channel}.");

    /// <summary>Somebody deletes a message, whoever wrote it.</summary>
    public async Task DeleteAsync(string channel, string message)
    {
        Channels[channel].Messages.RemoveAll(one => one.Id == message);
        await DispatchAsync("MESSAGE_DELETE", new() { ["id"] = message, ["channel_id"] = channel, ["guild_id"] = Channels[channel].Guild });
    }

    /// <summary>The bot is thrown out of the server, or the server has an outage.</summary>
    public async Task LoseGuildAsync(bool outage = false)
    {
        var said = new JsonObject { ["id"] = GuildId };
        if (outage) said["unavailable"] = true;
        else Permissions = 0;
        await DispatchAsync("GUILD_DELETE", said);
    }

    /// <summary>A person uses a slash command; <paramref name="verb"/> is its words.</summary>
    public async Task<FakeInteraction> CommandAsync(string user, string channel, string verb, params (string Name, string Value)[] options)
    {
        var words = verb.Split(' ');
        var given = new JsonArray([.. options.Select(option => new JsonObject { ["name"] = option.Name, ["type"] = 3, ["value"] = option.Value })]);
        foreach (var word in words[1..].Reverse()) given = [new JsonObject { ["name"] = word, ["type"] = 1, ["options"] = given }];
        return await InteractAsync(2, user, channel, new() { ["id"] = "1", ["type"] = 1, ["name"] = words[0], ["options"] = given });
    }

    public Task<FakeInteraction> TypeAsync(string user, string channel, string command, string option, string typed) => InteractAsync(4, user, channel, new()
    {
        ["id"] = "1",
        ["type"] = 1,
        ["name"] = command,
        ["options"] = new JsonArray(new JsonObject { ["name"] = option, ["type"] = 3, ["value"] = typed, ["focused"] = true }),
    });

    /// <summary>A person presses a button or chooses from a menu.</summary>
    public Task<FakeInteraction> PressAsync(string user, string channel, string customId, string? value = null)
    {
        var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = value is null ? 2 : 3 };
        if (value is not null) data["values"] = new JsonArray(value);
        return InteractAsync(3, user, channel, data, new JsonObject { ["id"] = "1", ["channel_id"] = channel });
    }

    /// <summary>A person sends a form that the bot opened.</summary>
    public Task<FakeInteraction> SubmitAsync(string user, string channel, string customId, bool fromMessage, params (string Name, string Value)[] fields) => InteractAsync(5, user, channel, new()
    {
        ["custom_id"] = customId,
        ["components"] = new JsonArray([.. fields.Select(field => new JsonObject { ["type"] = 18, ["id"] = 1, ["component"] = new JsonObject { ["type"] = 4, ["id"] = 2, ["custom_id"] = field.Name, ["value"] = field.Value } })]),
    }, fromMessage ? new JsonObject { ["id"] = "1" } : null);

    private async Task<FakeInteraction> InteractAsync(int type, string user, string channel, JsonObject data, JsonObject? message = null)
    {
        var interaction = new FakeInteraction(NewId(), $"secret-token-{NewId()}", type, channel, user, Time.GetUtcNow());
        Interactions[interaction.Id] = interaction;
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = BotId,
            ["type"] = type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["channel_id"] = channel,
            ["channel"] = Channels[channel].ToJson(),
            ["data"] = data,
            ["locale"] = "en-GB",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = GuildId },
            ["attachment_size_limit"] = 10485760,
            ["app_permissions"] = (SaidPermissions ?? AllPermissions).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        if (message is not null) json["message"] = message;
        if (Channels[channel].Guild is { } guild)
        {
            json["guild_id"] = guild;
            json["member"] = new JsonObject { ["user"] = User(user), ["roles"] = new JsonArray(), ["permissions"] = Managers.Contains(user) ? "32" : "0", ["joined_at"] = "2026-01-01T00:00:00+00:00", ["deaf"] = false, ["mute"] = false, ["flags"] = 0 };
        }
        else
        {
            json["user"] = User(user);
        }
        await DispatchAsync("INTERACTION_CREATE", json);
        return interaction;
    }

    private JsonObject Delivered(FakeMessage message, string channel, string user)
    {
        var json = message.ToJson();
        json["author"] = User(user);
        json["channel_type"] = Channels[channel].Type;
        if (Channels[channel].Guild is { } guild)
        {
            json["guild_id"] = guild;
            json["member"] = new JsonObject { ["roles"] = new JsonArray(), ["joined_at"] = "2026-01-01T00:00:00+00:00", ["deaf"] = false, ["mute"] = false, ["flags"] = 0 };
        }
        return json;
    }

    private static JsonObject User(string id) => new() { ["id"] = id, ["username"] = "user" + id, ["discriminator"] = "0", ["avatar"] = null, ["global_name"] = null };

    private Answer Callback(string id, string token, JsonObject body, bool withResponse)
    {
        if (!Interactions.TryGetValue(id, out var interaction) || interaction.Token != token) return Answer.Code(404, 10062, "Unknown interaction");
        if (interaction.Answered is not null) return Answer.Code(400, 40060, "Interaction has already been acknowledged.");
        if (Time.GetUtcNow() - interaction.At >= FirstAnswer) return Answer.Code(404, 10062, "Unknown interaction");
        var type = (int)body["type"]!;
        var data = body["data"] as JsonObject;
        var allowed = interaction.Type switch
        {
            2 => type is 4 or 5 or 9,
            3 => type is 4 or 5 or 6 or 7 or 9,
            4 => type is 8,
            5 => type is 4 or 5 or 6 or 7, // no form after a form
            _ => false,
        };
        if (!allowed)
        {
            Violate($"callback type {type} in answer to interaction type {interaction.Type}");
            return Answer.Code(400, 50035, "Invalid Form Body");
        }
        interaction.Answered = type;
        interaction.Ephemeral = ((int?)data?["flags"] & 64) == 64;
        if (type == 9) interaction.Modal = (JsonObject)data!.DeepClone();
        if (type == 8) interaction.Choices = (JsonArray)data!["choices"]!.DeepClone();
        if (type == 4) Place(interaction.Original = NewMessage(interaction.Channel, BotId, data!, only: interaction.User));
        if (!withResponse) return new(204);
        var resource = new JsonObject { ["type"] = type };
        if (interaction.Original is { } original) resource["message"] = original.ToJson();
        return new(200, new JsonObject { ["interaction"] = new JsonObject { ["id"] = id, ["type"] = interaction.Type }, ["resource"] = resource });
    }

    private Answer Webhook(string method, string token, string[] parts, JsonObject? body)
    {
        if (Interactions.Values.FirstOrDefault(one => one.Token == token) is not { } interaction) return Answer.Code(404, 10015, "Unknown Webhook");
        if (Time.GetUtcNow() - interaction.At >= TokenLife) return Answer.Code(401, 50027, "Invalid Webhook Token");
        if (interaction.Answered is null) return Answer.Code(404, 10015, "Unknown Webhook");
        var target = parts is [_, _, _, "messages", var id] ? id : null;
        var message = target == "@original" ? interaction.Original : interaction.FollowUps.Find(one => one.Id == target) ?? (interaction.Original?.Id == target ? interaction.Original : null);
        switch (method)
        {
            case "POST" or "PATCH" when RefusesFiles && body!.ContainsKey("attachments"):
                return Answer.Code(403, 50013, "Missing Permissions");
            case "POST" when target is null:
                var follow = NewMessage(interaction.Channel, BotId, body!, only: interaction.User);
                interaction.FollowUps.Add(follow);
                Place(follow);
                return new(200, follow.ToJson());
            case "PATCH" when target == "@original" && message is null && interaction.Answered == 5:
                Place(interaction.Original = NewMessage(interaction.Channel, BotId, body!, only: interaction.User));
                interaction.Original.Flags |= interaction.Ephemeral ? 64 : 0;
                return new(200, interaction.Original.ToJson());
            case "PATCH" when message is not null:
                Change(message, body!);
                return new(200, message.ToJson());
            case "DELETE" when message is not null:
                Channels[interaction.Channel].Messages.Remove(message);
                return new(204);
            case "DELETE" when target == "@original" && interaction.Answered == 5:
                interaction.Answered = 6; // the "thinking" line is gone
                return new(204);
            default:
                return Answer.Code(404, 10008, "Unknown Message");
        }
    }

    private void Place(FakeMessage message) => Channels[message.Channel].Messages.Add(message);
}
