using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core.Drills.Dailies;

namespace NetflixPrep.Bot.Json;

/// <summary>How the facts of questions of the day are stored: one switch each way. Names are added, never changed.</summary>
internal static class DailyJson
{
    private static readonly DailyJsonContext Json = new(new JsonSerializerOptions(DailyJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Stored Write(DailyEvent fact) => fact switch
    {
        DailyEvent.Asked it => new("daily-asked", JsonSerializer.Serialize(it, Json.Asked)),
        DailyEvent.LeftOut it => new("daily-left-out", JsonSerializer.Serialize(it, Json.LeftOut)),
        DailyEvent.Answered it => new("daily-answered", JsonSerializer.Serialize(it, Json.Answered)),
        DailyEvent.PlaceLost it => new("daily-place-lost", JsonSerializer.Serialize(it, Json.PlaceLost)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static DailyEvent Read(Stored stored) => stored.Kind switch
    {
        "daily-asked" => JsonSerializer.Deserialize(stored.Data, Json.Asked)!,
        "daily-left-out" => JsonSerializer.Deserialize(stored.Data, Json.LeftOut)!,
        "daily-answered" => JsonSerializer.Deserialize(stored.Data, Json.Answered)!,
        "daily-place-lost" => JsonSerializer.Deserialize(stored.Data, Json.PlaceLost)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of a question of the day: it was written by a newer version."),
    };
}

/// <summary>The source-generated shapes of the facts of a question of the day.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DailyEvent.Asked))]
[JsonSerializable(typeof(DailyEvent.LeftOut))]
[JsonSerializable(typeof(DailyEvent.Answered))]
[JsonSerializable(typeof(DailyEvent.PlaceLost))]
internal sealed partial class DailyJsonContext : JsonSerializerContext;
