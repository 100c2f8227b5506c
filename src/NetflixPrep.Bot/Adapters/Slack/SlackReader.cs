using System.Text.Json;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

internal enum SlackKind
{
    Command,
    Press,
    Form,
    Shortcut,
}

/// <summary>Something a person did that wants an acknowledgement and perhaps an answer: what is needed to give it.</summary>
internal sealed record SlackInteraction(string DeliveryId, SlackKind Kind, PersonId Person, PlaceId? Place)
{
    /// <summary>Where answers for the person go, for half an hour; never logged.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Opens one form within three seconds.</summary>
    public string? Trigger { get; init; }

    /// <summary>The press was on a line that only the person sees.</summary>
    public bool OnPrivateLine { get; init; }

    /// <summary>The inputs of a form, in order.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    /// <summary>Without address and trigger, which must not get into a log.</summary>
    public override string ToString() => $"{Kind} {DeliveryId}";
}

/// <summary>What a payload means to the bot.</summary>
internal abstract record SlackReading
{
    private SlackReading() { }

    /// <summary>Something to journal.</summary>
    public sealed record Said(Inbound Inbound) : SlackReading;

    /// <summary>Somebody addressed the bot in a channel.</summary>
    public sealed record Mentioned(Inbound.Text Text) : SlackReading;

    /// <summary>A text file to fetch, then to journal as <see cref="Inbound.Attached"/>. No address: the bot may not read it.</summary>
    public sealed record FileSent(Origin From, string MessageId, string FileName, string? Url, long Size) : SlackReading;

    /// <summary>What was typed after the root word.</summary>
    public sealed record Typed(SlackInteraction Interaction, Origin From, string Text) : SlackReading;

    /// <summary>A press or a form of a stream or of the adapter itself. The place is missing in App Home.</summary>
    public sealed record Done(SlackInteraction Interaction, Func<PlaceId, Inbound> At) : SlackReading;

    /// <summary>A shortcut by its callback id.</summary>
    public sealed record Shortcut(SlackInteraction Interaction, string Callback) : SlackReading;

    public sealed record HomeOpened(PersonId Person) : SlackReading;

    /// <summary>The app was taken out of the workspace.</summary>
    public sealed record Removed(string Event) : SlackReading;
}

/// <summary>Turns payloads into readings. Pure and tolerant: what it cannot read means nothing.</summary>
internal static class SlackReader
{
    public const string Platform = "slack";

    private static readonly string[] TextEndings = [".txt", ".md", ".log", ".py", ".sql", ".json", ".csv", ".yaml", ".yml"];

    /// <param name="self">Who the bot is: what it says itself means nothing.</param>
    /// <param name="at">When it was received, in UTC.</param>
    public static Seq<SlackReading> ReadEvent(JsonElement payload, SlackIdentity self, DateTimeOffset at)
    {
        if (payload.Get("event") is not { } happened) return []; // app_rate_limited has none
        var team = payload.Text("team_id") ?? self.Team;
        return happened.Text("type") switch
        {
            "message" => Message(happened, team, self, at),
            "app_mention" => Mention(happened, team, self, at),
            "app_home_opened" when happened.Text("user") is { } user && happened.Text("tab") is null or "home" => [new SlackReading.HomeOpened(new(Platform, team, user))],
            "app_uninstalled" or "tokens_revoked" => [new SlackReading.Removed(happened.Text("type")!)],
            "channel_deleted" or "channel_archive" or "group_deleted" or "group_archive" or "channel_left" or "group_left" when happened.Text("channel") is { } channel =>
                [new SlackReading.Said(new Inbound.PlaceGone(new($"gone:{channel}", PersonId.Bot with { Group = team }, new(Platform, channel), at), "the channel is gone or closed to the bot"))],
            _ => [],
        };
    }

    /// <summary>A message as history lists it, which does not say its channel.</summary>
    public static Seq<SlackReading> ReadListed(JsonElement message, string channel, string team, SlackIdentity self, DateTimeOffset at) => Created(message, channel, team, self, at);

    public static SlackReading? ReadCommand(string envelope, JsonElement payload, DateTimeOffset at)
    {
        if (payload.Text("user_id") is not { } user || payload.Text("channel_id") is not { } channel) return null;
        var isDm = SlackPlace.IsDmChannel(channel) || payload.Text("channel_name") == "directmessage";
        var person = new PersonId(Platform, isDm ? null : payload.Text("team_id"), user);
        var interaction = new SlackInteraction("e:" + envelope, SlackKind.Command, person, new(Platform, channel)) { ResponseUrl = payload.Text("response_url"), Trigger = payload.Text("trigger_id") };
        return new SlackReading.Typed(interaction, new(interaction.DeliveryId, person, new(Platform, channel), at), SlackText.ReadCommand(payload.Text("text") ?? ""));
    }

    public static SlackReading? ReadInteractive(string envelope, JsonElement payload, DateTimeOffset at)
    {
        if (payload.Get("user")?.Id("id") is not { } user) return null;
        var team = payload.Get("team")?.Id("id") ?? payload.Get("user")?.Text("team_id");
        var delivery = "e:" + envelope;
        switch (payload.Text("type"))
        {
            case "block_actions" when payload.List("actions").FirstOrDefault() is { ValueKind: JsonValueKind.Object } action:
                var where = PlaceOf(payload);
                var presser = new PersonId(Platform, where is { IsDm: false } ? team : null, user);
                var pressed = action.Text("type") == "button" ? action.Text("value") : action.Text("action_id");
                if (pressed is null) return null;
                var press = new SlackInteraction(delivery, SlackKind.Press, presser, where?.Id)
                {
                    ResponseUrl = payload.Text("response_url"),
                    Trigger = payload.Text("trigger_id"),
                    OnPrivateLine = payload.Get("container")?.Flag("is_ephemeral") == true,
                };
                var chosen = action.Get("selected_option")?.Text("value");
                return new SlackReading.Done(press, place => new Inbound.Choice(new(delivery, presser, place, at), pressed, chosen));
            case "view_submission" when payload.Get("view") is { } view && FormMetadata.Read(view.Text("private_metadata")) is var (token, opened):
                var filler = new PersonId(Platform, opened is { } there && !SlackPlace.Of(there).IsDm ? team : null, user);
                Seq<Argument> fields = [.. (view.Get("state")?.Get("values") is { ValueKind: JsonValueKind.Object } values ? values.EnumerateObject() : default).Select(block => new Argument(block.Name, Value(block.Value)))];
                var form = new SlackInteraction(delivery, SlackKind.Form, filler, opened) { Trigger = payload.Text("trigger_id"), Blocks = [.. view.List("blocks").Select(block => block.Text("block_id")).OfType<string>()] };
                return new SlackReading.Done(form, place => new Inbound.Form(new(delivery, filler, place, at), token, fields));
            case "shortcut" or "message_action" when payload.Text("callback_id") is { } callback:
                var spot = PlaceOf(payload);
                return new SlackReading.Shortcut(new(delivery, SlackKind.Shortcut, new(Platform, spot is { IsDm: false } ? team : null, user), spot?.Id)
                {
                    ResponseUrl = payload.Text("response_url"),
                    Trigger = payload.Text("trigger_id"),
                }, callback);
            default:
                return null;
        }
    }

    /// <summary>The thread of the message that was pressed, else its channel; null in App Home and for global shortcuts.</summary>
    private static SlackPlace? PlaceOf(JsonElement payload)
    {
        var container = payload.Get("container");
        if ((payload.Get("channel")?.Id("id") ?? container?.Text("channel_id")) is not { } channel) return null;
        return new(channel, payload.Get("message")?.Text("thread_ts") ?? container?.Text("thread_ts"));
    }

    private static string Value(JsonElement block)
    {
        var input = block.ValueKind == JsonValueKind.Object ? block.EnumerateObject().Select(action => action.Value).FirstOrDefault() : default;
        return input.Text("value") ?? input.Get("selected_option")?.Text("value") ?? "";
    }

    private static Seq<SlackReading> Message(JsonElement happened, string team, SlackIdentity self, DateTimeOffset at)
    {
        if (happened.Text("channel") is not { } channel) return [];
        switch (happened.Text("subtype"))
        {
            case null or "file_share" or "thread_broadcast":
                return Created(happened, channel, team, self, at);
            case "message_changed" when happened.Get("message") is { } message:
                // A deleted message whose thread goes on is left as a tombstone.
                if (message.Text("subtype") == "tombstone") return Deleted(happened, channel, message.Text("ts"), team, self, at);
                return Edited(message, happened.Get("previous_message"), channel, team, self, at);
            case "message_deleted":
                return Deleted(happened, channel, happened.Text("deleted_ts"), team, self, at);
            default:
                return [];
        }
    }

    private static Seq<SlackReading> Created(JsonElement message, string channel, string team, SlackIdentity self, DateTimeOffset at)
    {
        if (Author(message, self) is not { } author || message.Text("ts") is not { } ts || message.Text("subtype") is not (null or "file_share" or "thread_broadcast")) return [];
        var origin = From($"m:{channel}:{ts}", author, channel, message.Text("thread_ts"), team, at);
        var readings = new List<SlackReading>();
        if (SlackText.Read(message.Text("text") ?? "", self.User) is { Length: > 0 } body) readings.Add(new SlackReading.Said(new Inbound.Text(origin, ts, body)));
        foreach (var file in message.List("files"))
        {
            if (file.Id("id") is not { } id || file.Text("mode") is "tombstone" || !IsText(file)) continue;
            readings.Add(new SlackReading.FileSent(origin with { DeliveryId = $"m:{channel}:{ts}:f:{id}" }, ts, file.Text("name") ?? "file.txt", file.Text("url_private_download") ?? file.Text("url_private"), file.Int("size") ?? 0));
        }
        return [.. readings];
    }

    private static Seq<SlackReading> Edited(JsonElement message, JsonElement? before, string channel, string team, SlackIdentity self, DateTimeOffset at)
    {
        // Without a new time of editing it is Slack adding a preview or counting replies, not a person changing the text.
        if (Author(message, self) is not { } author || message.Text("ts") is not { } ts || message.Get("edited")?.Text("ts") is not { } edited
            || before?.Get("edited")?.Text("ts") == edited || SlackText.Read(message.Text("text") ?? "", self.User) is not { Length: > 0 } body) return [];
        return [new SlackReading.Said(new Inbound.Edited(From($"m:{channel}:{ts}:e:{edited}", author, channel, message.Text("thread_ts"), team, at), ts, body))];
    }

    private static Seq<SlackReading> Deleted(JsonElement happened, string channel, string? ts, string team, SlackIdentity self, DateTimeOffset at)
    {
        if (ts is null || happened.Get("previous_message") is { } known && Author(known, self) is null) return [];
        var before = happened.Get("previous_message");
        return [new SlackReading.Said(new Inbound.Deleted(From($"m:{channel}:{ts}:d", before?.Text("user") ?? "", channel, before?.Text("thread_ts"), team, at), ts))];
    }

    /// <summary>A mention comes as a message as well where the bot reads the channel: both have the same delivery id.</summary>
    private static Seq<SlackReading> Mention(JsonElement happened, string team, SlackIdentity self, DateTimeOffset at)
    {
        if (Author(happened, self) is not { } author || happened.Text("channel") is not { } channel || happened.Text("ts") is not { } ts) return [];
        var origin = From($"m:{channel}:{ts}", author, channel, happened.Text("thread_ts"), team, at);
        return [new SlackReading.Mentioned(new(origin, ts, SlackText.Read(happened.Text("text") ?? "", self.User)))];
    }

    private static Origin From(string delivery, string author, string channel, string? thread, string team, DateTimeOffset at) =>
        new(delivery, new(Platform, SlackPlace.IsDmChannel(channel) ? null : team, author), new SlackPlace(channel, thread).Id, at);

    private static string? Author(JsonElement message, SlackIdentity self) =>
        message.Text("user") is { } user && user != self.User && message.Text("bot_id") is null && message.Text("subtype") is not "bot_message" ? user : null;

    private static bool IsText(JsonElement file) => file.Text("mimetype") is { Length: > 0 } type
        ? type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || file.Text("mode") == "snippet"
        // A file that the bot may not look into says little about itself.
        : file.Text("file_access") == "check_file_info" || TextEndings.Any(ending => file.Text("name")?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) == true);
}

/// <summary>What a form carries through Slack and back: its token, and the place where it was opened.</summary>
internal static class FormMetadata
{
    private const char Between = '\n';

    public static string Write(string token, PlaceId? place) => $"{token}{Between}{place}";

    public static (string Token, PlaceId? Place)? Read(string? text) => text?.Split(Between) switch
    {
        [{ Length: > 0 } token, { Length: > 0 } place] when place.Contains(':', StringComparison.Ordinal) => (token, PlaceId.Parse(place)),
        [{ Length: > 0 } token, ..] => (token, null),
        _ => null,
    };
}
