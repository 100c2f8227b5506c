using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Bot.Json;

/// <summary>How the facts of slots, practices and drills are stored: one switch each way. Names are added, never changed.</summary>
internal static class DrillJson
{
    public static Stored Write(SlotEvent fact) => fact switch
    {
        SlotEvent.Struck it => new("struck", JsonSerializer.Serialize(it, SlotJsonContext.Default.Struck)),
        _ => throw Nameless(fact),
    };

    public static SlotEvent ReadSlot(Stored stored) => stored.Kind switch
    {
        "struck" => JsonSerializer.Deserialize(stored.Data, SlotJsonContext.Default.Struck)!,
        _ => throw Newer(stored, "a slot"),
    };

    public static Stored Write(PracticeEvent fact) => fact switch
    {
        PracticeEvent.Subscribed it => new("subscribed", JsonSerializer.Serialize(it, PracticeJsonContext.Default.Subscribed)),
        PracticeEvent.Unsubscribed it => new("unsubscribed", JsonSerializer.Serialize(it, PracticeJsonContext.Default.Unsubscribed)),
        PracticeEvent.WentAway it => new("went-away", JsonSerializer.Serialize(it, PracticeJsonContext.Default.WentAway)),
        PracticeEvent.CameBack it => new("came-back", JsonSerializer.Serialize(it, PracticeJsonContext.Default.CameBack)),
        PracticeEvent.LeftOut it => new("left-out", JsonSerializer.Serialize(it, PracticeJsonContext.Default.LeftOut)),
        PracticeEvent.PutOff it => new("put-off", JsonSerializer.Serialize(it, PracticeJsonContext.Default.PutOff)),
        PracticeEvent.Opened it => new("drill-opened", JsonSerializer.Serialize(it, PracticeJsonContext.Default.Opened)),
        PracticeEvent.NotSent it => new("drill-not-sent", JsonSerializer.Serialize(it, PracticeJsonContext.Default.NotSent)),
        PracticeEvent.Answered it => new("drill-answered", JsonSerializer.Serialize(it, PracticeJsonContext.Default.Answered)),
        PracticeEvent.Skipped it => new("drill-skipped", JsonSerializer.Serialize(it, PracticeJsonContext.Default.Skipped)),
        PracticeEvent.SessionRead it => new("session-read", JsonSerializer.Serialize(it, PracticeJsonContext.Default.SessionRead)),
        PracticeEvent.Paused it => new("paused", JsonSerializer.Serialize(it, PracticeJsonContext.Default.Paused)),
        _ => throw Nameless(fact),
    };

    public static PracticeEvent ReadPractice(Stored stored) => stored.Kind switch
    {
        "subscribed" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.Subscribed)!,
        "unsubscribed" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.Unsubscribed)!,
        "went-away" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.WentAway)!,
        "came-back" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.CameBack)!,
        "left-out" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.LeftOut)!,
        "put-off" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.PutOff)!,
        "drill-opened" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.Opened)!,
        "drill-not-sent" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.NotSent)!,
        "drill-answered" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.Answered)!,
        "drill-skipped" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.Skipped)!,
        "session-read" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.SessionRead)!,
        "paused" => JsonSerializer.Deserialize(stored.Data, PracticeJsonContext.Default.Paused)!,
        _ => throw Newer(stored, "a practice"),
    };

    public static Stored Write(DrillEvent fact) => fact switch
    {
        DrillEvent.Offered it => new("offered", JsonSerializer.Serialize(it, DrillJsonContext.Default.Offered)),
        DrillEvent.AnswerGiven it => new("answer-given", JsonSerializer.Serialize(it, DrillJsonContext.Default.AnswerGiven)),
        DrillEvent.AnswerEdited it => new("answer-edited", JsonSerializer.Serialize(it, DrillJsonContext.Default.AnswerEdited)),
        DrillEvent.AnswerDeleted it => new("answer-deleted", JsonSerializer.Serialize(it, DrillJsonContext.Default.AnswerDeleted)),
        DrillEvent.FactsTold it => new("facts-told", JsonSerializer.Serialize(it, DrillJsonContext.Default.FactsTold)),
        DrillEvent.HintGiven it => new("hint-given", JsonSerializer.Serialize(it, DrillJsonContext.Default.HintGiven)),
        DrillEvent.FollowUpAsked it => new("follow-up-asked", JsonSerializer.Serialize(it, DrillJsonContext.Default.FollowUpAsked)),
        DrillEvent.SumLooked it => new("sum-looked", JsonSerializer.Serialize(it, DrillJsonContext.Default.SumLooked)),
        DrillEvent.Ended it => new("ended", JsonSerializer.Serialize(it, DrillJsonContext.Default.Ended)),
        DrillEvent.BroughtUp it => new("brought-up", JsonSerializer.Serialize(it, DrillJsonContext.Default.BroughtUp)),
        DrillEvent.PlaceLost it => new("place-lost", JsonSerializer.Serialize(it, DrillJsonContext.Default.PlaceLost)),
        DrillEvent.Moved it => new("moved", JsonSerializer.Serialize(it, DrillJsonContext.Default.Moved)),
        _ => throw Nameless(fact),
    };

    public static DrillEvent ReadDrill(Stored stored) => stored.Kind switch
    {
        "offered" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.Offered)!,
        "answer-given" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.AnswerGiven)!,
        "answer-edited" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.AnswerEdited)!,
        "answer-deleted" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.AnswerDeleted)!,
        "facts-told" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.FactsTold)!,
        "hint-given" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.HintGiven)!,
        "follow-up-asked" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.FollowUpAsked)!,
        "sum-looked" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.SumLooked)!,
        "ended" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.Ended)!,
        "brought-up" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.BroughtUp)!,
        "place-lost" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.PlaceLost)!,
        "moved" => JsonSerializer.Deserialize(stored.Data, DrillJsonContext.Default.Moved)!,
        _ => throw Newer(stored, "a drill"),
    };

    private static JsonException Nameless(object fact) => new($"{fact.GetType().Name} has no stored name.");

    private static JsonException Newer(Stored stored, string of) => new($"'{stored.Kind}' is not a known fact of {of}: it was written by a newer version.");
}

internal sealed class QuietHoursConverter : JsonConverter<QuietHours>
{
    public override QuietHours Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        QuietHours.Read(reader.GetString()!) ?? throw new JsonException("These are no quiet hours.");

    public override void Write(Utf8JsonWriter writer, QuietHours value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>The source-generated shapes of a slot's facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SlotEvent.Struck))]
internal sealed partial class SlotJsonContext : JsonSerializerContext;

/// <summary>The source-generated shapes of a practice's facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true, Converters = [typeof(SeqConverter<SkillGrade>), typeof(QuietHoursConverter)])]
[JsonSerializable(typeof(PracticeEvent.Subscribed))]
[JsonSerializable(typeof(PracticeEvent.Unsubscribed))]
[JsonSerializable(typeof(PracticeEvent.WentAway))]
[JsonSerializable(typeof(PracticeEvent.CameBack))]
[JsonSerializable(typeof(PracticeEvent.LeftOut))]
[JsonSerializable(typeof(PracticeEvent.PutOff))]
[JsonSerializable(typeof(PracticeEvent.Opened))]
[JsonSerializable(typeof(PracticeEvent.NotSent))]
[JsonSerializable(typeof(PracticeEvent.Answered))]
[JsonSerializable(typeof(PracticeEvent.Skipped))]
[JsonSerializable(typeof(PracticeEvent.SessionRead))]
[JsonSerializable(typeof(PracticeEvent.Paused))]
[JsonSerializable(typeof(SkillGrade))]
internal sealed partial class PracticeJsonContext : JsonSerializerContext;

/// <summary>The source-generated shapes of a drill's facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true, Converters = [typeof(SeqConverter<string>)])]
[JsonSerializable(typeof(DrillEvent.Offered))]
[JsonSerializable(typeof(DrillEvent.AnswerGiven))]
[JsonSerializable(typeof(DrillEvent.AnswerEdited))]
[JsonSerializable(typeof(DrillEvent.AnswerDeleted))]
[JsonSerializable(typeof(DrillEvent.FactsTold))]
[JsonSerializable(typeof(DrillEvent.HintGiven))]
[JsonSerializable(typeof(DrillEvent.FollowUpAsked))]
[JsonSerializable(typeof(DrillEvent.SumLooked))]
[JsonSerializable(typeof(DrillEvent.Ended))]
[JsonSerializable(typeof(DrillEvent.BroughtUp))]
[JsonSerializable(typeof(DrillEvent.PlaceLost))]
[JsonSerializable(typeof(DrillEvent.Moved))]
[JsonSerializable(typeof(string))]
internal sealed partial class DrillJsonContext : JsonSerializerContext;
