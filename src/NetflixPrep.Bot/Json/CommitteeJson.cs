using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Json;

/// <summary>How the facts of committees are stored: one switch each way. Names are added, never changed.</summary>
internal static class CommitteeJson
{
    private static readonly CommitteeJsonContext Json = new(new JsonSerializerOptions(CommitteeJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Stored Write(CommitteeEvent fact) => fact switch
    {
        CommitteeEvent.Prepared it => new("committee-prepared", JsonSerializer.Serialize(it, Json.Prepared)),
        CommitteeEvent.RoundLeftOut it => new("committee-round-left-out", JsonSerializer.Serialize(it, Json.RoundLeftOut)),
        CommitteeEvent.RoundPutBack it => new("committee-round-put-back", JsonSerializer.Serialize(it, Json.RoundPutBack)),
        CommitteeEvent.NameChosen it => new("committee-name-chosen", JsonSerializer.Serialize(it, Json.NameChosen)),
        CommitteeEvent.ChannelChosen it => new("committee-channel-chosen", JsonSerializer.Serialize(it, Json.ChannelChosen)),
        CommitteeEvent.Convened it => new("committee-convened", JsonSerializer.Serialize(it, Json.Convened)),
        CommitteeEvent.VoteGiven it => new("committee-vote-given", JsonSerializer.Serialize(it, Json.VoteGiven)),
        CommitteeEvent.Closed it => new("committee-closed", JsonSerializer.Serialize(it, Json.Closed)),
        CommitteeEvent.Withdrawn it => new("committee-withdrawn", JsonSerializer.Serialize(it, Json.Withdrawn)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static CommitteeEvent Read(Stored stored) => stored.Kind switch
    {
        "committee-prepared" => JsonSerializer.Deserialize(stored.Data, Json.Prepared)!,
        "committee-round-left-out" => JsonSerializer.Deserialize(stored.Data, Json.RoundLeftOut)!,
        "committee-round-put-back" => JsonSerializer.Deserialize(stored.Data, Json.RoundPutBack)!,
        "committee-name-chosen" => JsonSerializer.Deserialize(stored.Data, Json.NameChosen)!,
        "committee-channel-chosen" => JsonSerializer.Deserialize(stored.Data, Json.ChannelChosen)!,
        "committee-convened" => JsonSerializer.Deserialize(stored.Data, Json.Convened)!,
        "committee-vote-given" => JsonSerializer.Deserialize(stored.Data, Json.VoteGiven)!,
        "committee-closed" => JsonSerializer.Deserialize(stored.Data, Json.Closed)!,
        "committee-withdrawn" => JsonSerializer.Deserialize(stored.Data, Json.Withdrawn)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of a committee: it was written by a newer version."),
    };
}

/// <summary>The source-generated shapes of the facts of a committee.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(SeqConverter<OfferedRound>), typeof(SeqConverter<CommitteeChannel>), typeof(SeqConverter<ReviewedRound>), typeof(SeqConverter<Dimension>),
        typeof(SeqConverter<Anchor>), typeof(SeqConverter<RoundWording>), typeof(SeqConverter<SelfScore>), typeof(SeqConverter<PeerReview>), typeof(SeqConverter<PeerScore>),
    ])]
[JsonSerializable(typeof(CommitteeEvent.Prepared))]
[JsonSerializable(typeof(CommitteeEvent.RoundLeftOut))]
[JsonSerializable(typeof(CommitteeEvent.RoundPutBack))]
[JsonSerializable(typeof(CommitteeEvent.NameChosen))]
[JsonSerializable(typeof(CommitteeEvent.ChannelChosen))]
[JsonSerializable(typeof(CommitteeEvent.Convened))]
[JsonSerializable(typeof(CommitteeEvent.VoteGiven))]
[JsonSerializable(typeof(CommitteeEvent.Closed))]
[JsonSerializable(typeof(CommitteeEvent.Withdrawn))]
[JsonSerializable(typeof(OfferedRound))]
[JsonSerializable(typeof(CommitteeChannel))]
[JsonSerializable(typeof(ReviewedRound))]
[JsonSerializable(typeof(Dimension))]
[JsonSerializable(typeof(Anchor))]
[JsonSerializable(typeof(RoundWording))]
[JsonSerializable(typeof(SelfScore))]
[JsonSerializable(typeof(PeerReview))]
[JsonSerializable(typeof(PeerScore))]
internal sealed partial class CommitteeJsonContext : JsonSerializerContext;
