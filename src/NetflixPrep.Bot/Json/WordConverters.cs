using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Json;

/// <summary>Writes an enum as a word of its own, so that renaming it in code changes nothing stored.</summary>
internal abstract class WordConverter<T> : JsonConverter<T> where T : struct, Enum
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var word = reader.GetString()!;
        return Of(word) ?? throw new JsonException($"'{word}' is not a known {typeof(T).Name}.");
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Word(value) ?? throw new JsonException($"{value} has no stored word."));

    protected abstract T? Of(string word);

    protected abstract string? Word(T value);
}

internal sealed class ToneConverter : WordConverter<Tone>
{
    protected override Tone? Of(string word) => word switch
    {
        "plain" => Tone.Plain,
        "main" => Tone.Main,
        "danger" => Tone.Danger,
        _ => null,
    };

    protected override string? Word(Tone value) => value switch
    {
        Tone.Plain => "plain",
        Tone.Main => "main",
        Tone.Danger => "danger",
        _ => null,
    };
}

internal sealed class OpennessConverter : WordConverter<Openness>
{
    protected override Openness? Of(string word) => word switch
    {
        "public" => Openness.Public,
        "private" => Openness.Private,
        "dm" => Openness.Dm,
        _ => null,
    };

    protected override string? Word(Openness value) => value switch
    {
        Openness.Public => "public",
        Openness.Private => "private",
        Openness.Dm => "dm",
        _ => null,
    };
}
