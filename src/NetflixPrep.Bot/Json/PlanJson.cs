using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core.Plans;

namespace NetflixPrep.Bot.Json;

/// <summary>How a plan's facts are stored: one switch each way. Names are added, never changed.</summary>
internal static class PlanJson
{
    // Never part of a page, so letters of every language are stored as they are.
    private static readonly PlanJsonContext Json =
        new(new JsonSerializerOptions(PlanJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Stored Write(PlanEvent fact) => fact switch
    {
        PlanEvent.Planned it => new("plan-made", JsonSerializer.Serialize(it, Json.Planned)),
        PlanEvent.ProofGiven it => new("proof-given", JsonSerializer.Serialize(it, Json.ProofGiven)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static PlanEvent Read(Stored stored) => stored.Kind switch
    {
        "plan-made" => JsonSerializer.Deserialize(stored.Data, Json.Planned)!,
        "proof-given" => JsonSerializer.Deserialize(stored.Data, Json.ProofGiven)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of a plan: it was written by a newer version."),
    };
}

/// <summary>The source-generated shapes of a plan's facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanEvent.Planned))]
[JsonSerializable(typeof(PlanEvent.ProofGiven))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
