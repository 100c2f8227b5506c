using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core.Stories;

namespace NetflixPrep.Bot.Json;

/// <summary>How facts of stories are stored: one switch each way. Names are added, never changed.</summary>
internal static class StoryJson
{
    // Never part of a page, so letters of every language are stored as they are.
    private static readonly StoryJsonContext Json =
        new(new JsonSerializerOptions(StoryJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Stored Write(StoryEvent fact) => fact switch
    {
        StoryEvent.Added it => new("story-added", JsonSerializer.Serialize(it, Json.Added)),
        StoryEvent.Changed it => new("story-changed", JsonSerializer.Serialize(it, Json.Changed)),
        StoryEvent.ThemesSet it => new("themes-set", JsonSerializer.Serialize(it, Json.ThemesSet)),
        StoryEvent.TakenOut it => new("story-taken-out", JsonSerializer.Serialize(it, Json.TakenOut)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static StoryEvent Read(Stored stored) => stored.Kind switch
    {
        "story-added" => JsonSerializer.Deserialize(stored.Data, Json.Added)!,
        "story-changed" => JsonSerializer.Deserialize(stored.Data, Json.Changed)!,
        "themes-set" => JsonSerializer.Deserialize(stored.Data, Json.ThemesSet)!,
        "story-taken-out" => JsonSerializer.Deserialize(stored.Data, Json.TakenOut)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of stories: it was written by a newer version."),
    };
}

/// <summary>The source-generated shapes of facts of stories.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SeqConverter<string>)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(StoryEvent.Added))]
[JsonSerializable(typeof(StoryEvent.Changed))]
[JsonSerializable(typeof(StoryEvent.ThemesSet))]
[JsonSerializable(typeof(StoryEvent.TakenOut))]
internal sealed partial class StoryJsonContext : JsonSerializerContext;
