using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Bot.Json;

/// <summary>How the facts of reviewers are stored: one switch each way. Names are added, never changed.</summary>
internal static class ReviewerJson
{
    private static readonly ReviewerJsonContext Json = new(new JsonSerializerOptions(ReviewerJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Stored Write(ReviewerEvent fact) => fact switch
    {
        ReviewerEvent.LicenceBegun it => new("licence-begun", JsonSerializer.Serialize(it, Json.LicenceBegun)),
        ReviewerEvent.SampleScored it => new("sample-scored", JsonSerializer.Serialize(it, Json.SampleScored)),
        ReviewerEvent.ScoreTakenBack it => new("score-taken-back", JsonSerializer.Serialize(it, Json.ScoreTakenBack)),
        ReviewerEvent.LicenceGiven it => new("licence-given", JsonSerializer.Serialize(it, Json.LicenceGiven)),
        ReviewerEvent.LicenceMissed it => new("licence-missed", JsonSerializer.Serialize(it, Json.LicenceMissed)),
        ReviewerEvent.OptedOut it => new("reviewer-opted-out", JsonSerializer.Serialize(it, Json.OptedOut)),
        ReviewerEvent.OptedIn it => new("reviewer-opted-in", JsonSerializer.Serialize(it, Json.OptedIn)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static ReviewerEvent Read(Stored stored) => stored.Kind switch
    {
        "licence-begun" => JsonSerializer.Deserialize(stored.Data, Json.LicenceBegun)!,
        "sample-scored" => JsonSerializer.Deserialize(stored.Data, Json.SampleScored)!,
        "score-taken-back" => JsonSerializer.Deserialize(stored.Data, Json.ScoreTakenBack)!,
        "licence-given" => JsonSerializer.Deserialize(stored.Data, Json.LicenceGiven)!,
        "licence-missed" => JsonSerializer.Deserialize(stored.Data, Json.LicenceMissed)!,
        "reviewer-opted-out" => JsonSerializer.Deserialize(stored.Data, Json.OptedOut)!,
        "reviewer-opted-in" => JsonSerializer.Deserialize(stored.Data, Json.OptedIn)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of a reviewer: it was written by a newer version."),
    };
}

/// <summary>Writes the kind of a sample as a word of its own.</summary>
internal sealed class SampleKindConverter : WordConverter<SampleKind>
{
    protected override SampleKind? Of(string word) => word switch
    {
        "weak" => SampleKind.Weak,
        "fair" => SampleKind.Fair,
        "strong" => SampleKind.Strong,
        _ => null,
    };

    protected override string? Word(SampleKind value) => value switch
    {
        SampleKind.Weak => "weak",
        SampleKind.Fair => "fair",
        SampleKind.Strong => "strong",
        _ => null,
    };
}

/// <summary>The source-generated shapes of the facts of reviewers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SampleKindConverter), typeof(SeqConverter<SampleKind>)])]
[JsonSerializable(typeof(SampleKind))]
[JsonSerializable(typeof(ReviewerEvent.LicenceBegun))]
[JsonSerializable(typeof(ReviewerEvent.SampleScored))]
[JsonSerializable(typeof(ReviewerEvent.ScoreTakenBack))]
[JsonSerializable(typeof(ReviewerEvent.LicenceGiven))]
[JsonSerializable(typeof(ReviewerEvent.LicenceMissed))]
[JsonSerializable(typeof(ReviewerEvent.OptedOut))]
[JsonSerializable(typeof(ReviewerEvent.OptedIn))]
internal sealed partial class ReviewerJsonContext : JsonSerializerContext;
