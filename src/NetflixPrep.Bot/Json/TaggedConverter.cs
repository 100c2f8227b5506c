using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Json;

/// <summary>Writes a case of a closed hierarchy as an object with one property, named after the case: <c>{"typed":"…"}</c>.</summary>
internal abstract class TaggedConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            throw new JsonException("An object with one property was expected.");
        var tag = reader.GetString()!;
        reader.Read();
        var value = Case(tag, ref reader, options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject) throw new JsonException($"'{tag}' has a property too many.");
        return value;
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        Write(value, writer, options);
        writer.WriteEndObject();
    }

    protected static JsonException Unknown(string tag) => new($"'{tag}' is not a known case of {typeof(T).Name}.");

    protected static TValue Get<TValue>(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<TValue>)options.GetTypeInfo(typeof(TValue)))!;

    protected static void Put<TValue>(Utf8JsonWriter writer, string tag, TValue value, JsonSerializerOptions options)
    {
        writer.WritePropertyName(tag);
        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<TValue>)options.GetTypeInfo(typeof(TValue)));
    }

    protected abstract T Case(string tag, ref Utf8JsonReader reader, JsonSerializerOptions options);

    protected abstract void Write(T value, Utf8JsonWriter writer, JsonSerializerOptions options);
}

internal sealed class PartConverter : TaggedConverter<Part>
{
    protected override Part Case(string tag, ref Utf8JsonReader reader, JsonSerializerOptions options) => tag switch
    {
        "markdown" => new Part.Markdown(reader.GetString()!),
        "typed" => new Part.Typed(reader.GetString()!),
        "command" => new Part.Command(Get<CommandRef>(ref reader, options)),
        "moment" => new Part.Moment(reader.GetDateTimeOffset()),
        "person" => new Part.Person(Get<PersonId>(ref reader, options)),
        "place" => new Part.Place(Get<PlaceId>(ref reader, options)),
        _ => throw Unknown(tag),
    };

    protected override void Write(Part value, Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        switch (value)
        {
            case Part.Markdown markdown: writer.WriteString("markdown", markdown.Text); break;
            case Part.Typed typed: writer.WriteString("typed", typed.Text); break;
            case Part.Command command: Put(writer, "command", command.Ref, options); break;
            case Part.Moment moment: writer.WriteString("moment", moment.At); break;
            case Part.Person person: Put(writer, "person", person.Id, options); break;
            case Part.Place place: Put(writer, "place", place.Id, options); break;
            default: throw Unknown(value.GetType().Name);
        }
    }
}

internal sealed class WhereConverter : TaggedConverter<Where>
{
    protected override Where Case(string tag, ref Utf8JsonReader reader, JsonSerializerOptions options) => tag switch
    {
        "home" => Get<bool>(ref reader, options) ? new Where.Home() : throw Unknown(tag),
        "in" => new Where.In(Get<PlaceId>(ref reader, options)),
        "dm" => new Where.Dm(Get<PersonId>(ref reader, options)),
        _ => throw Unknown(tag),
    };

    protected override void Write(Where value, Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        switch (value)
        {
            case Where.Home: writer.WriteBoolean("home", true); break;
            case Where.In place: Put(writer, "in", place.Place, options); break;
            case Where.Dm person: Put(writer, "dm", person.Person, options); break;
            default: throw Unknown(value.GetType().Name);
        }
    }
}

internal sealed class ControlConverter : TaggedConverter<Control>
{
    protected override Control Case(string tag, ref Utf8JsonReader reader, JsonSerializerOptions options) => tag switch
    {
        "button" => Get<Control.Button>(ref reader, options),
        "select" => Get<Control.Select>(ref reader, options),
        _ => throw Unknown(tag),
    };

    protected override void Write(Control value, Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        switch (value)
        {
            case Control.Button button: Put(writer, "button", button, options); break;
            case Control.Select select: Put(writer, "select", select, options); break;
            default: throw Unknown(value.GetType().Name);
        }
    }
}
