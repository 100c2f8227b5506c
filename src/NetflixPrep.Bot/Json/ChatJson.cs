using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Json;

/// <summary>A stored thing: its short name and its JSON. Names are added, never changed.</summary>
internal readonly record struct Stored(string Kind, string Data);

/// <summary>How inbounds and effects are stored: one switch each way.</summary>
internal static class ChatJson
{
    // Never part of a page, so letters of every language are stored as they are.
    private static readonly ChatJsonContext Json =
        new(new JsonSerializerOptions(ChatJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Stored Write(Inbound inbound) => inbound switch
    {
        Inbound.Text it => new("text", JsonSerializer.Serialize(it, Json.InboundText)),
        Inbound.Command it => new("command", JsonSerializer.Serialize(it, Json.InboundCommand)),
        Inbound.Choice it => new("choice", JsonSerializer.Serialize(it, Json.InboundChoice)),
        Inbound.Form it => new("form", JsonSerializer.Serialize(it, Json.InboundForm)),
        Inbound.Edited it => new("edited", JsonSerializer.Serialize(it, Json.InboundEdited)),
        Inbound.Deleted it => new("deleted", JsonSerializer.Serialize(it, Json.InboundDeleted)),
        Inbound.Attached it => new("attached", JsonSerializer.Serialize(it, Json.InboundAttached)),
        Inbound.Due it => new("due", JsonSerializer.Serialize(it, Json.InboundDue)),
        Inbound.PlaceGone it => new("place-gone", JsonSerializer.Serialize(it, Json.InboundPlaceGone)),
        Inbound.Woke it => new("woke", JsonSerializer.Serialize(it, Json.InboundWoke)),
        _ => throw new JsonException($"{inbound.GetType().Name} has no stored name."),
    };

    public static Inbound ReadInbound(Stored stored) => stored.Kind switch
    {
        "text" => JsonSerializer.Deserialize(stored.Data, Json.InboundText)!,
        "command" => JsonSerializer.Deserialize(stored.Data, Json.InboundCommand)!,
        "choice" => JsonSerializer.Deserialize(stored.Data, Json.InboundChoice)!,
        "form" => JsonSerializer.Deserialize(stored.Data, Json.InboundForm)!,
        "edited" => JsonSerializer.Deserialize(stored.Data, Json.InboundEdited)!,
        "deleted" => JsonSerializer.Deserialize(stored.Data, Json.InboundDeleted)!,
        "attached" => JsonSerializer.Deserialize(stored.Data, Json.InboundAttached)!,
        "due" => JsonSerializer.Deserialize(stored.Data, Json.InboundDue)!,
        "place-gone" => JsonSerializer.Deserialize(stored.Data, Json.InboundPlaceGone)!,
        "woke" => JsonSerializer.Deserialize(stored.Data, Json.InboundWoke)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known inbound."),
    };

    public static Stored Write(Effect effect) => effect switch
    {
        Effect.Show it => new("show", JsonSerializer.Serialize(it, Json.Show)),
        Effect.Tick it => new("tick", JsonSerializer.Serialize(it, Json.Tick)),
        Effect.OpenForm it => new("open-form", JsonSerializer.Serialize(it, Json.OpenForm)),
        Effect.OpenPlace it => new("open-place", JsonSerializer.Serialize(it, Json.OpenPlace)),
        Effect.ClosePlace it => new("close-place", JsonSerializer.Serialize(it, Json.ClosePlace)),
        Effect.Later it => new("later", JsonSerializer.Serialize(it, Json.Later)),
        _ => throw new JsonException($"{effect.GetType().Name} has no stored name."),
    };

    public static Effect ReadEffect(Stored stored) => stored.Kind switch
    {
        "show" => JsonSerializer.Deserialize(stored.Data, Json.Show)!,
        "tick" => JsonSerializer.Deserialize(stored.Data, Json.Tick)!,
        "open-form" => JsonSerializer.Deserialize(stored.Data, Json.OpenForm)!,
        "open-place" => JsonSerializer.Deserialize(stored.Data, Json.OpenPlace)!,
        "close-place" => JsonSerializer.Deserialize(stored.Data, Json.ClosePlace)!,
        "later" => JsonSerializer.Deserialize(stored.Data, Json.Later)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known effect."),
    };

    public static string Write(Message message) => JsonSerializer.Serialize(message, Json.Message);

    public static Message ReadMessage(string data) => JsonSerializer.Deserialize(data, Json.Message)!;

    public static string Write(Seq<Argument> arguments) => JsonSerializer.Serialize(arguments, Json.SeqArgument);

    public static Seq<Argument> ReadArguments(string data) => JsonSerializer.Deserialize(data, Json.SeqArgument)!;

    public static string WriteIds(IReadOnlyList<string> ids) => ids.Count == 0 ? "[]" : JsonSerializer.Serialize([.. ids], Json.StringArray);

    public static string[] ReadIds(string data) => data == "[]" ? [] : JsonSerializer.Deserialize(data, Json.StringArray)!;
}

/// <summary>The source-generated shapes of the chat vocabulary.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(PartConverter), typeof(WhereConverter), typeof(ControlConverter), typeof(ToneConverter), typeof(OpennessConverter),
        typeof(MessageConverter), typeof(InputConverter), typeof(OriginConverter),
        typeof(SeqConverter<Part>), typeof(SeqConverter<Field>), typeof(SeqConverter<Control>), typeof(SeqConverter<Option>),
        typeof(SeqConverter<Input>), typeof(SeqConverter<Argument>), typeof(SeqConverter<PersonId>)])]
[JsonSerializable(typeof(Inbound.Text), TypeInfoPropertyName = "InboundText")]
[JsonSerializable(typeof(Inbound.Command), TypeInfoPropertyName = "InboundCommand")]
[JsonSerializable(typeof(Inbound.Choice), TypeInfoPropertyName = "InboundChoice")]
[JsonSerializable(typeof(Inbound.Form), TypeInfoPropertyName = "InboundForm")]
[JsonSerializable(typeof(Inbound.Edited), TypeInfoPropertyName = "InboundEdited")]
[JsonSerializable(typeof(Inbound.Deleted), TypeInfoPropertyName = "InboundDeleted")]
[JsonSerializable(typeof(Inbound.Attached), TypeInfoPropertyName = "InboundAttached")]
[JsonSerializable(typeof(Inbound.Due), TypeInfoPropertyName = "InboundDue")]
[JsonSerializable(typeof(Inbound.PlaceGone), TypeInfoPropertyName = "InboundPlaceGone")]
[JsonSerializable(typeof(Inbound.Woke), TypeInfoPropertyName = "InboundWoke")]
[JsonSerializable(typeof(Effect.Show))]
[JsonSerializable(typeof(Effect.Tick))]
[JsonSerializable(typeof(Effect.OpenForm))]
[JsonSerializable(typeof(Effect.OpenPlace))]
[JsonSerializable(typeof(Effect.ClosePlace))]
[JsonSerializable(typeof(Effect.Later))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(StoredMessage))]
[JsonSerializable(typeof(StoredInput))]
[JsonSerializable(typeof(StoredOrigin))]
[JsonSerializable(typeof(Form))]
[JsonSerializable(typeof(CommandRef))]
[JsonSerializable(typeof(Control.Button))]
[JsonSerializable(typeof(Control.Select))]
[JsonSerializable(typeof(Seq<Argument>), TypeInfoPropertyName = "SeqArgument")]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(bool))]
internal sealed partial class ChatJsonContext : JsonSerializerContext;
