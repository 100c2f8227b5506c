using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Json;

/// <summary>A <see cref="Message"/> as stored: what has its usual value is left out, and what is missing has its usual value.</summary>
/// <remarks>The generated reader would set a missing list to null.</remarks>
internal sealed record StoredMessage(string? Title, Prose Body, Seq<Field>? Fields, Seq<Control>? Controls, Countdown? Countdown, bool? Long, Attachment? Attachment);

/// <summary>An <see cref="Input"/> as stored; see <see cref="StoredMessage"/>.</summary>
internal sealed record StoredInput(string Name, string Label, bool Required, int MaxLength, bool? Paragraph, string? Hint, string? Value, Seq<Option>? Options);

/// <summary>Stores one type in the shape of another.</summary>
internal abstract class ShapeConverter<T, TShape> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(JsonSerializer.Deserialize(ref reader, Shape(options))!);

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, Shape(value), Shape(options));

    protected abstract T Of(TShape shape);

    protected abstract TShape Shape(T value);

    protected static Seq<TItem>? Some<TItem>(Seq<TItem> list) => list.Count == 0 ? null : list;

    private static JsonTypeInfo<TShape> Shape(JsonSerializerOptions options) => (JsonTypeInfo<TShape>)options.GetTypeInfo(typeof(TShape));
}

internal sealed class MessageConverter : ShapeConverter<Message, StoredMessage>
{
    protected override Message Of(StoredMessage shape) => new(shape.Body)
    {
        Title = shape.Title,
        Fields = shape.Fields ?? [],
        Controls = shape.Controls ?? [],
        Countdown = shape.Countdown,
        Long = shape.Long ?? false,
        Attachment = shape.Attachment,
    };

    protected override StoredMessage Shape(Message value) =>
        new(value.Title, value.Body, Some(value.Fields), Some(value.Controls), value.Countdown, value.Long ? true : null, value.Attachment);
}

internal sealed class InputConverter : ShapeConverter<Input, StoredInput>
{
    protected override Input Of(StoredInput shape) => new(shape.Name, shape.Label, shape.Required, shape.MaxLength)
    {
        Paragraph = shape.Paragraph ?? false,
        Hint = shape.Hint,
        Value = shape.Value,
        Options = shape.Options ?? [],
    };

    protected override StoredInput Shape(Input value) =>
        new(value.Name, value.Label, value.Required, value.MaxLength, value.Paragraph ? true : null, value.Hint, value.Value, Some(value.Options));
}

/// <summary>An <see cref="Origin"/> as stored; see <see cref="StoredMessage"/>.</summary>
internal sealed record StoredOrigin(string DeliveryId, PersonId Person, PlaceId Place, DateTimeOffset At, bool? Admin, string? Zone);

internal sealed class OriginConverter : ShapeConverter<Origin, StoredOrigin>
{
    protected override Origin Of(StoredOrigin shape) => new(shape.DeliveryId, shape.Person, shape.Place, shape.At) { Admin = shape.Admin ?? false, Zone = shape.Zone };

    protected override StoredOrigin Shape(Origin value) => new(value.DeliveryId, value.Person, value.Place, value.At, value.Admin ? true : null, value.Zone);
}
