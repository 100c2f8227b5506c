using System.Text.Json;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>What a gateway event means to the bot.</summary>
internal abstract record Reading
{
    private Reading() { }

    /// <summary>Something to journal.</summary>
    public sealed record Said(Inbound Inbound) : Reading;

    /// <summary>An interaction to answer; completions have no inbound.</summary>
    public sealed record Asked(DiscordInteraction Interaction, Inbound? Inbound) : Reading;

    /// <summary>A text file to fetch, then to journal as <see cref="Inbound.Attached"/>.</summary>
    public sealed record FileSent(Origin From, string MessageId, string FileName, string Url, long Size) : Reading;
}

/// <summary>Turns gateway events into inbounds. Pure and tolerant: what it cannot read means nothing.</summary>
internal static class DiscordReader
{
    public const string Platform = "discord";

    private static readonly string[] TextEndings = [".txt", ".md", ".log", ".py", ".sql", ".json", ".csv", ".yaml", ".yml"];

    /// <param name="self">The bot's own user id: what it says itself means nothing.</param>
    /// <param name="at">When the event was received, in UTC.</param>
    public static Seq<Reading> Read(string type, JsonElement data, string? self, DateTimeOffset at) => type switch
    {
        "INTERACTION_CREATE" => Interaction(data, at),
        "MESSAGE_CREATE" => Created(data, self, at),
        "MESSAGE_UPDATE" => Updated(data, self, at),
        "MESSAGE_DELETE" when data.Id("id") is { } id => Deleted(data, id, at),
        "MESSAGE_DELETE_BULK" => [.. data.List("ids").Where(id => id.ValueKind == JsonValueKind.String).SelectMany(id => Deleted(data, id.GetString()!, at))],
        "THREAD_DELETE" => Gone(data.Id("id"), data.Id("guild_id"), "the thread was deleted", at),
        "CHANNEL_DELETE" => Gone(data.Id("id"), data.Id("guild_id"), "the channel was deleted", at),
        "THREAD_MEMBERS_UPDATE" when self is not null && data.List("removed_member_ids").Any(id => id.ValueKind == JsonValueKind.String && id.GetString() == self) =>
            Gone(data.Id("id"), data.Id("guild_id"), "the bot was removed from the thread", at),
        _ => [],
    };

    private static Seq<Reading> Interaction(JsonElement data, DateTimeOffset at)
    {
        var kind = data.Int("type") switch
        {
            2 => InteractionKind.Command,
            3 => InteractionKind.Press,
            4 => InteractionKind.Completion,
            5 => InteractionKind.Form,
            _ => (InteractionKind?)null,
        };
        var user = data.Get("member")?.Get("user")?.Id("id") ?? data.Get("user")?.Id("id");
        var channel = data.Id("channel_id") ?? data.Get("channel")?.Id("id");
        if (kind is not { } known || user is null || channel is null || data.Get("data") is not { } what
            || data.Id("id") is not { } id || data.Text("token") is not { } token || data.Id("application_id") is not { } application) return [];
        var interaction = new DiscordInteraction(id, token, application, known, new(Platform, data.Id("guild_id"), user), new(Platform, channel))
        {
            HasMessage = data.Get("message") is not null,
            AppPermissions = ulong.TryParse(data.Text("app_permissions"), out var may) ? may : null,
        };
        var from = new Origin(interaction.DeliveryId, interaction.Person, interaction.Place, at) { Admin = ManagesServer(data) };
        switch (known)
        {
            case InteractionKind.Press when what.Text("custom_id") is { } pressed:
                var chosen = what.List("values").Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()).FirstOrDefault();
                return [new Reading.Asked(interaction, new Inbound.Choice(from, pressed, chosen))];
            case InteractionKind.Form when what.Text("custom_id") is { } sent:
                return [new Reading.Asked(interaction, new Inbound.Form(from, sent, [.. what.List("components").SelectMany(Fields)]))];
            case InteractionKind.Command or InteractionKind.Completion when what.Text("name") is { } name:
                var (verb, options) = Flat(name, what);
                var command = new Inbound.Command(from, verb, [.. options.Select(option => new Argument(option.Text("name") ?? "", Value(option)))]);
                var focused = options.Where(option => option.Flag("focused")).Select(option => new Argument(option.Text("name") ?? "", Value(option))).FirstOrDefault();
                return [new Reading.Asked(interaction with { Focused = focused }, command)];
            default:
                return [];
        }
    }

    private static bool ManagesServer(JsonElement data) =>
        ulong.TryParse(data.Get("member")?.Text("permissions"), out var may) && (may & (DiscordPermission.Administrator | DiscordPermission.ManageServer)) != 0;

    /// <summary>Sub-commands nest; the verb is their names in a row.</summary>
    private static (string Verb, List<JsonElement> Options) Flat(string verb, JsonElement level)
    {
        List<JsonElement> options = [.. level.List("options")];
        return options is [{ } only] && only.Int("type") is CommandOption.SubCommand or CommandOption.Group && only.Text("name") is { } name
            ? Flat($"{verb} {name}", only) : (verb, options);
    }

    private static IEnumerable<Argument> Fields(JsonElement component)
    {
        if (component.Get("component") is { } inner) return Fields(inner); // in a label
        if (component.Get("components") is not null) return component.List("components").SelectMany(Fields); // in a row, the older form
        return component.Text("custom_id") is { } name
            ? [new(name, component.Text("value") ?? component.List("values").Select(value => value.ToString()).FirstOrDefault() ?? "")]
            : [];
    }

    private static Seq<Reading> Created(JsonElement data, string? self, DateTimeOffset at)
    {
        if (Author(data, self) is not { } author || data.Id("channel_id") is not { } channel || data.Id("id") is not { } id) return [];
        // Only what people write: joins, pins and the like have other types (0 plain, 19 a reply).
        if (data.Int("type") is not (null or 0 or 19)) return [];
        var person = new PersonId(Platform, data.Id("guild_id"), author);
        var place = new PlaceId(Platform, channel);
        var readings = new List<Reading>();
        if (data.Text("content") is { Length: > 0 } body) readings.Add(new Reading.Said(new Inbound.Text(new("m:" + id, person, place, at), id, body)));
        foreach (var file in data.List("attachments"))
        {
            if (file.Id("id") is not { } fileId || file.Text("url") is not { } url || !IsText(file)) continue;
            readings.Add(new Reading.FileSent(new($"m:{id}:f:{fileId}", person, place, at), id, file.Text("filename") ?? "file.txt", url, file.Int("size") ?? 0));
        }
        return [.. readings];
    }

    private static Seq<Reading> Updated(JsonElement data, string? self, DateTimeOffset at)
    {
        // Without a time of editing it is Discord adding a preview, not a person changing the text.
        if (Author(data, self) is not { } author || data.Id("channel_id") is not { } channel || data.Id("id") is not { } id
            || data.Text("edited_timestamp") is not { } edited || data.Text("content") is not { } body) return [];
        return [new Reading.Said(new Inbound.Edited(new($"m:{id}:e:{edited}", new(Platform, data.Id("guild_id"), author), new(Platform, channel), at), id, body))];
    }

    /// <summary>Discord does not say whose message it was: the person is unknown here, the message id tells.</summary>
    private static Seq<Reading> Deleted(JsonElement data, string id, DateTimeOffset at) => data.Id("channel_id") is { } channel
        ? [new Reading.Said(new Inbound.Deleted(new($"m:{id}:d", new(Platform, data.Id("guild_id"), ""), new(Platform, channel), at), id))]
        : [];

    private static Seq<Reading> Gone(string? place, string? guild, string reason, DateTimeOffset at) => place is null ? []
        : [new Reading.Said(new Inbound.PlaceGone(new($"gone:{place}", PersonId.Bot with { Group = guild }, new(Platform, place), at), reason))];

    private static string? Author(JsonElement data, string? self) =>
        data.Get("author") is { } author && author.Id("id") is { } id && id != self && !author.Flag("bot") && data.Id("webhook_id") is null ? id : null;

    private static bool IsText(JsonElement file) => file.Text("content_type") is { } type
        ? type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
        : TextEndings.Any(ending => file.Text("filename")?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) == true);

    private static string Value(JsonElement option) => option.Get("value") is { } value ? value.ToString() : "";
}
