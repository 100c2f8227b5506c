using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core.Pairs;

namespace NetflixPrep.Bot.Json;

/// <summary>How the facts of matchings and meetings are stored: one switch each way. Names are added, never changed.</summary>
internal static class PairJson
{
    private static readonly PairJsonContext Json = new(new JsonSerializerOptions(PairJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private static readonly PoolJsonContext OfPools = PoolJsonContext.Default;

    public static Stored Write(PoolEvent fact) => fact switch
    {
        PoolEvent.Joined it => new("pool-joined", JsonSerializer.Serialize(it, OfPools.Joined)),
        PoolEvent.Left it => new("pool-left", JsonSerializer.Serialize(it, OfPools.Left)),
        PoolEvent.WentAway it => new("pool-went-away", JsonSerializer.Serialize(it, OfPools.WentAway)),
        PoolEvent.CameBack it => new("pool-came-back", JsonSerializer.Serialize(it, OfPools.CameBack)),
        PoolEvent.Warned it => new("pool-warned", JsonSerializer.Serialize(it, OfPools.Warned)),
        PoolEvent.Matched it => new("pool-matched", JsonSerializer.Serialize(it, OfPools.Matched)),
        PoolEvent.LeftOver it => new("pool-left-over", JsonSerializer.Serialize(it, OfPools.LeftOver)),
        PoolEvent.ToldInChannel it => new("pool-told-in-channel", JsonSerializer.Serialize(it, OfPools.ToldInChannel)),
        PoolEvent.PutBack it => new("pool-put-back", JsonSerializer.Serialize(it, OfPools.PutBack)),
        PoolEvent.Ran it => new("pool-ran", JsonSerializer.Serialize(it, OfPools.Ran)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static PoolEvent ReadPool(Stored stored) => stored.Kind switch
    {
        "pool-joined" => JsonSerializer.Deserialize(stored.Data, OfPools.Joined)!,
        "pool-left" => JsonSerializer.Deserialize(stored.Data, OfPools.Left)!,
        "pool-went-away" => JsonSerializer.Deserialize(stored.Data, OfPools.WentAway)!,
        "pool-came-back" => JsonSerializer.Deserialize(stored.Data, OfPools.CameBack)!,
        "pool-warned" => JsonSerializer.Deserialize(stored.Data, OfPools.Warned)!,
        "pool-matched" => JsonSerializer.Deserialize(stored.Data, OfPools.Matched)!,
        "pool-left-over" => JsonSerializer.Deserialize(stored.Data, OfPools.LeftOver)!,
        "pool-told-in-channel" => JsonSerializer.Deserialize(stored.Data, OfPools.ToldInChannel)!,
        "pool-put-back" => JsonSerializer.Deserialize(stored.Data, OfPools.PutBack)!,
        "pool-ran" => JsonSerializer.Deserialize(stored.Data, OfPools.Ran)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of a matching: it was written by a newer version."),
    };

    public static Stored Write(MeetingEvent fact) => fact switch
    {
        MeetingEvent.Met it => new("pair-met", JsonSerializer.Serialize(it, Json.Met)),
        MeetingEvent.Said it => new("pair-said", JsonSerializer.Serialize(it, Json.Said)),
        MeetingEvent.Edited it => new("pair-edited", JsonSerializer.Serialize(it, Json.Edited)),
        MeetingEvent.Deleted it => new("pair-deleted", JsonSerializer.Serialize(it, Json.Deleted)),
        MeetingEvent.Passed it => new("pair-passed", JsonSerializer.Serialize(it, Json.Passed)),
        MeetingEvent.AnswerDone it => new("pair-answer-done", JsonSerializer.Serialize(it, Json.AnswerDone)),
        MeetingEvent.Reminded it => new("pair-reminded", JsonSerializer.Serialize(it, Json.Reminded)),
        MeetingEvent.HalfEnded it => new("pair-half-ended", JsonSerializer.Serialize(it, Json.HalfEnded)),
        MeetingEvent.Swapped it => new("pair-swapped", JsonSerializer.Serialize(it, Json.Swapped)),
        MeetingEvent.Ended it => new("pair-ended", JsonSerializer.Serialize(it, Json.Ended)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static MeetingEvent ReadMeeting(Stored stored) => stored.Kind switch
    {
        "pair-met" => JsonSerializer.Deserialize(stored.Data, Json.Met)!,
        "pair-said" => JsonSerializer.Deserialize(stored.Data, Json.Said)!,
        "pair-edited" => JsonSerializer.Deserialize(stored.Data, Json.Edited)!,
        "pair-deleted" => JsonSerializer.Deserialize(stored.Data, Json.Deleted)!,
        "pair-passed" => JsonSerializer.Deserialize(stored.Data, Json.Passed)!,
        "pair-answer-done" => JsonSerializer.Deserialize(stored.Data, Json.AnswerDone)!,
        "pair-reminded" => JsonSerializer.Deserialize(stored.Data, Json.Reminded)!,
        "pair-half-ended" => JsonSerializer.Deserialize(stored.Data, Json.HalfEnded)!,
        "pair-swapped" => JsonSerializer.Deserialize(stored.Data, Json.Swapped)!,
        "pair-ended" => JsonSerializer.Deserialize(stored.Data, Json.Ended)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of a meeting: it was written by a newer version."),
    };
}

/// <summary>The source-generated shapes of a pool's facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true, Converters = [typeof(QuietHoursConverter)])]
[JsonSerializable(typeof(PoolEvent.Joined))]
[JsonSerializable(typeof(PoolEvent.Left))]
[JsonSerializable(typeof(PoolEvent.WentAway))]
[JsonSerializable(typeof(PoolEvent.CameBack))]
[JsonSerializable(typeof(PoolEvent.Warned))]
[JsonSerializable(typeof(PoolEvent.Matched))]
[JsonSerializable(typeof(PoolEvent.LeftOver))]
[JsonSerializable(typeof(PoolEvent.ToldInChannel))]
[JsonSerializable(typeof(PoolEvent.PutBack))]
[JsonSerializable(typeof(PoolEvent.Ran))]
internal sealed partial class PoolJsonContext : JsonSerializerContext;

/// <summary>The source-generated shapes of a meeting's facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true, Converters = [typeof(SeqConverter<Side>), typeof(SeqConverter<PairHalf>), typeof(QuietHoursConverter)])]
[JsonSerializable(typeof(MeetingEvent.Met))]
[JsonSerializable(typeof(MeetingEvent.Said))]
[JsonSerializable(typeof(MeetingEvent.Edited))]
[JsonSerializable(typeof(MeetingEvent.Deleted))]
[JsonSerializable(typeof(MeetingEvent.Passed))]
[JsonSerializable(typeof(MeetingEvent.AnswerDone))]
[JsonSerializable(typeof(MeetingEvent.Reminded))]
[JsonSerializable(typeof(MeetingEvent.HalfEnded))]
[JsonSerializable(typeof(MeetingEvent.Swapped))]
[JsonSerializable(typeof(MeetingEvent.Ended))]
internal sealed partial class PairJsonContext : JsonSerializerContext;
