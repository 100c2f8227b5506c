using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core;
using NetflixPrep.Core.Suggestions;

namespace NetflixPrep.Bot.Json;

/// <summary>How facts of suggestions are stored: one switch each way. Names are added, never changed.</summary>
internal static class SuggestionJson
{
    // Never part of a page, so letters of every language are stored as they are.
    private static readonly SuggestionJsonContext Json =
        new(new JsonSerializerOptions(SuggestionJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Stored Write(SuggestionEvent fact) => fact switch
    {
        SuggestionEvent.Reported it => new("question-reported", JsonSerializer.Serialize(it, Json.Reported)),
        SuggestionEvent.Proposed it => new("question-proposed", JsonSerializer.Serialize(it, Json.Proposed)),
        SuggestionEvent.HandedOver it => new("proposal-handed-over", JsonSerializer.Serialize(it, Json.HandedOver)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static SuggestionEvent Read(Stored stored) => stored.Kind switch
    {
        "question-reported" => JsonSerializer.Deserialize(stored.Data, Json.Reported)!,
        "question-proposed" => JsonSerializer.Deserialize(stored.Data, Json.Proposed)!,
        "proposal-handed-over" => JsonSerializer.Deserialize(stored.Data, Json.HandedOver)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of suggestions: it was written by a newer version."),
    };
}

/// <summary>The source-generated shapes of facts of suggestions.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SeqConverter<string>), typeof(SeqConverter<PersonId>)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(PersonId))]
[JsonSerializable(typeof(SuggestionEvent.Reported))]
[JsonSerializable(typeof(SuggestionEvent.Proposed))]
[JsonSerializable(typeof(SuggestionEvent.HandedOver))]
internal sealed partial class SuggestionJsonContext : JsonSerializerContext;
