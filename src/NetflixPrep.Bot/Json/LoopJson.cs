using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Loops;
using NetflixPrep.Core.Stories;

namespace NetflixPrep.Bot.Json;

/// <summary>How a loop's facts are stored: one switch each way. Names are added, never changed.</summary>
internal static class LoopJson
{
    private static LoopJsonContext Json => LoopJsonContext.Default;

    public static Stored Write(LoopEvent fact) => fact switch
    {
        LoopEvent.Planned it => new("planned", JsonSerializer.Serialize(it, Json.Planned)),
        LoopEvent.RoundOpened it => new("round-opened", JsonSerializer.Serialize(it, Json.RoundOpened)),
        LoopEvent.RoundHeld it => new("round-held", JsonSerializer.Serialize(it, Json.RoundHeld)),
        LoopEvent.RoundNotBegun it => new("round-not-begun", JsonSerializer.Serialize(it, Json.RoundNotBegun)),
        LoopEvent.PlaceLost it => new("place-lost", JsonSerializer.Serialize(it, Json.PlaceLost)),
        LoopEvent.BreakTaken it => new("break-taken", JsonSerializer.Serialize(it, Json.BreakTaken)),
        LoopEvent.BreakOver it => new("break-over", JsonSerializer.Serialize(it, Json.BreakOver)),
        LoopEvent.StopAsked it => new("stop-asked", JsonSerializer.Serialize(it, Json.StopAsked)),
        LoopEvent.StopDeclined it => new("stop-declined", JsonSerializer.Serialize(it, Json.StopDeclined)),
        LoopEvent.Ended it => new("ended", JsonSerializer.Serialize(it, Json.Ended)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static LoopEvent Read(Stored stored) => stored.Kind switch
    {
        "planned" => JsonSerializer.Deserialize(stored.Data, Json.Planned)!,
        "round-opened" => JsonSerializer.Deserialize(stored.Data, Json.RoundOpened)!,
        "round-held" => JsonSerializer.Deserialize(stored.Data, Json.RoundHeld)!,
        "round-not-begun" => JsonSerializer.Deserialize(stored.Data, Json.RoundNotBegun)!,
        "place-lost" => JsonSerializer.Deserialize(stored.Data, Json.PlaceLost)!,
        "break-taken" => JsonSerializer.Deserialize(stored.Data, Json.BreakTaken)!,
        "break-over" => JsonSerializer.Deserialize(stored.Data, Json.BreakOver)!,
        "stop-asked" => JsonSerializer.Deserialize(stored.Data, Json.StopAsked)!,
        "stop-declined" => JsonSerializer.Deserialize(stored.Data, Json.StopDeclined)!,
        "ended" => JsonSerializer.Deserialize(stored.Data, Json.Ended)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of a loop: it was written by a newer version."),
    };
}

/// <summary>The source-generated shapes of a loop's facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(SeqConverter<string>), typeof(SeqConverter<Argument>), typeof(SeqConverter<RoundOfLoop>), typeof(SeqConverter<Quoted>), typeof(SeqConverter<ToldStory>)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(LoopEvent.Planned))]
[JsonSerializable(typeof(LoopEvent.RoundOpened))]
[JsonSerializable(typeof(LoopEvent.RoundHeld))]
[JsonSerializable(typeof(LoopEvent.RoundNotBegun))]
[JsonSerializable(typeof(LoopEvent.PlaceLost))]
[JsonSerializable(typeof(LoopEvent.BreakTaken))]
[JsonSerializable(typeof(LoopEvent.BreakOver))]
[JsonSerializable(typeof(LoopEvent.StopAsked))]
[JsonSerializable(typeof(LoopEvent.StopDeclined))]
[JsonSerializable(typeof(LoopEvent.Ended))]
[JsonSerializable(typeof(Argument))]
[JsonSerializable(typeof(RoundOfLoop))]
[JsonSerializable(typeof(Quoted))]
[JsonSerializable(typeof(ToldStory))]
internal sealed partial class LoopJsonContext : JsonSerializerContext;
