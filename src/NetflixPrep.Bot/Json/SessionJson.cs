using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Bot.Json;

/// <summary>How a session's facts are stored: one switch each way. Names are added, never changed.</summary>
internal static class SessionJson
{
    private static SessionJsonContext Json => SessionJsonContext.Default;

    public static Stored Write(SessionEvent fact) => fact switch
    {
        SessionEvent.Briefed it => new("briefed", JsonSerializer.Serialize(it, Json.Briefed)),
        SessionEvent.SetupChanged it => new("setup-changed", JsonSerializer.Serialize(it, Json.SetupChanged)),
        SessionEvent.QuestionAsked it => new("question-asked", JsonSerializer.Serialize(it, Json.QuestionAsked)),
        SessionEvent.AnswerGiven it => new("answer-given", JsonSerializer.Serialize(it, Json.AnswerGiven)),
        SessionEvent.AnswerEdited it => new("answer-edited", JsonSerializer.Serialize(it, Json.AnswerEdited)),
        SessionEvent.AnswerDeleted it => new("answer-deleted", JsonSerializer.Serialize(it, Json.AnswerDeleted)),
        SessionEvent.FactsTold it => new("facts-told", JsonSerializer.Serialize(it, Json.FactsTold)),
        SessionEvent.FactMissed it => new("fact-missed", JsonSerializer.Serialize(it, Json.FactMissed)),
        SessionEvent.HintGiven it => new("hint-given", JsonSerializer.Serialize(it, Json.HintGiven)),
        SessionEvent.CurveballThrown it => new("curveball-thrown", JsonSerializer.Serialize(it, Json.CurveballThrown)),
        SessionEvent.MarkPassed it => new("mark-passed", JsonSerializer.Serialize(it, Json.MarkPassed)),
        SessionEvent.Nudged it => new("nudged", JsonSerializer.Serialize(it, Json.Nudged)),
        SessionEvent.Paused it => new("paused", JsonSerializer.Serialize(it, Json.Paused)),
        SessionEvent.Resumed it => new("resumed", JsonSerializer.Serialize(it, Json.Resumed)),
        SessionEvent.ClockHeld it => new("clock-held", JsonSerializer.Serialize(it, Json.ClockHeld)),
        SessionEvent.AnswerFinished it => new("answer-finished", JsonSerializer.Serialize(it, Json.AnswerFinished)),
        SessionEvent.FollowUpAsked it => new("follow-up-asked", JsonSerializer.Serialize(it, Json.FollowUpAsked)),
        SessionEvent.FollowUpFinished it => new("follow-up-finished", JsonSerializer.Serialize(it, Json.FollowUpFinished)),
        SessionEvent.QuestionsInvited it => new("questions-invited", JsonSerializer.Serialize(it, Json.QuestionsInvited)),
        SessionEvent.QuestionsFinished it => new("questions-finished", JsonSerializer.Serialize(it, Json.QuestionsFinished)),
        SessionEvent.SelfScored it => new("self-scored", JsonSerializer.Serialize(it, Json.SelfScored)),
        SessionEvent.SelfScoreSkipped it => new("self-score-skipped", JsonSerializer.Serialize(it, Json.SelfScoreSkipped)),
        SessionEvent.Debriefed it => new("debriefed", JsonSerializer.Serialize(it, Json.Debriefed)),
        SessionEvent.CauseChosen it => new("cause-chosen", JsonSerializer.Serialize(it, Json.CauseChosen)),
        SessionEvent.LastCauseJudged it => new("last-cause-judged", JsonSerializer.Serialize(it, Json.LastCauseJudged)),
        SessionEvent.StopAsked it => new("stop-asked", JsonSerializer.Serialize(it, Json.StopAsked)),
        SessionEvent.StopDeclined it => new("stop-declined", JsonSerializer.Serialize(it, Json.StopDeclined)),
        SessionEvent.Ended it => new("ended", JsonSerializer.Serialize(it, Json.Ended)),
        SessionEvent.NextQuestionAsked it => new("next-question-asked", JsonSerializer.Serialize(it, Json.NextQuestionAsked)),
        SessionEvent.SymptomShown it => new("symptom-shown", JsonSerializer.Serialize(it, Json.SymptomShown)),
        SessionEvent.EvidenceShown it => new("evidence-shown", JsonSerializer.Serialize(it, Json.EvidenceShown)),
        SessionEvent.EvidenceMissed it => new("evidence-missed", JsonSerializer.Serialize(it, Json.EvidenceMissed)),
        SessionEvent.Mitigated it => new("mitigated", JsonSerializer.Serialize(it, Json.Mitigated)),
        SessionEvent.SeatTaken it => new("seat-taken", JsonSerializer.Serialize(it, Json.SeatTaken)),
        SessionEvent.SeatLeft it => new("seat-left", JsonSerializer.Serialize(it, Json.SeatLeft)),
        SessionEvent.FactsAwaited it => new("facts-awaited", JsonSerializer.Serialize(it, Json.FactsAwaited)),
        SessionEvent.FollowUpAwaited it => new("follow-up-awaited", JsonSerializer.Serialize(it, Json.FollowUpAwaited)),
        SessionEvent.PanelSaid it => new("panel-said", JsonSerializer.Serialize(it, Json.PanelSaid)),
        SessionEvent.PanelReworded it => new("panel-reworded", JsonSerializer.Serialize(it, Json.PanelReworded)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static SessionEvent Read(Stored stored) => stored.Kind switch
    {
        "briefed" => JsonSerializer.Deserialize(stored.Data, Json.Briefed)!,
        "setup-changed" => JsonSerializer.Deserialize(stored.Data, Json.SetupChanged)!,
        "question-asked" => JsonSerializer.Deserialize(stored.Data, Json.QuestionAsked)!,
        "answer-given" => JsonSerializer.Deserialize(stored.Data, Json.AnswerGiven)!,
        "answer-edited" => JsonSerializer.Deserialize(stored.Data, Json.AnswerEdited)!,
        "answer-deleted" => JsonSerializer.Deserialize(stored.Data, Json.AnswerDeleted)!,
        "facts-told" => JsonSerializer.Deserialize(stored.Data, Json.FactsTold)!,
        "fact-missed" => JsonSerializer.Deserialize(stored.Data, Json.FactMissed)!,
        "hint-given" => JsonSerializer.Deserialize(stored.Data, Json.HintGiven)!,
        "curveball-thrown" => JsonSerializer.Deserialize(stored.Data, Json.CurveballThrown)!,
        "mark-passed" => JsonSerializer.Deserialize(stored.Data, Json.MarkPassed)!,
        "nudged" => JsonSerializer.Deserialize(stored.Data, Json.Nudged)!,
        "paused" => JsonSerializer.Deserialize(stored.Data, Json.Paused)!,
        "resumed" => JsonSerializer.Deserialize(stored.Data, Json.Resumed)!,
        "clock-held" => JsonSerializer.Deserialize(stored.Data, Json.ClockHeld)!,
        "answer-finished" => JsonSerializer.Deserialize(stored.Data, Json.AnswerFinished)!,
        "follow-up-asked" => JsonSerializer.Deserialize(stored.Data, Json.FollowUpAsked)!,
        "follow-up-finished" => JsonSerializer.Deserialize(stored.Data, Json.FollowUpFinished)!,
        "questions-invited" => JsonSerializer.Deserialize(stored.Data, Json.QuestionsInvited)!,
        "questions-finished" => JsonSerializer.Deserialize(stored.Data, Json.QuestionsFinished)!,
        "self-scored" => JsonSerializer.Deserialize(stored.Data, Json.SelfScored)!,
        "self-score-skipped" => JsonSerializer.Deserialize(stored.Data, Json.SelfScoreSkipped)!,
        "debriefed" => JsonSerializer.Deserialize(stored.Data, Json.Debriefed)!,
        "cause-chosen" => JsonSerializer.Deserialize(stored.Data, Json.CauseChosen)!,
        "last-cause-judged" => JsonSerializer.Deserialize(stored.Data, Json.LastCauseJudged)!,
        "stop-asked" => JsonSerializer.Deserialize(stored.Data, Json.StopAsked)!,
        "stop-declined" => JsonSerializer.Deserialize(stored.Data, Json.StopDeclined)!,
        "ended" => JsonSerializer.Deserialize(stored.Data, Json.Ended)!,
        "next-question-asked" => JsonSerializer.Deserialize(stored.Data, Json.NextQuestionAsked)!,
        "symptom-shown" => JsonSerializer.Deserialize(stored.Data, Json.SymptomShown)!,
        "evidence-shown" => JsonSerializer.Deserialize(stored.Data, Json.EvidenceShown)!,
        "evidence-missed" => JsonSerializer.Deserialize(stored.Data, Json.EvidenceMissed)!,
        "mitigated" => JsonSerializer.Deserialize(stored.Data, Json.Mitigated)!,
        "seat-taken" => JsonSerializer.Deserialize(stored.Data, Json.SeatTaken)!,
        "seat-left" => JsonSerializer.Deserialize(stored.Data, Json.SeatLeft)!,
        "facts-awaited" => JsonSerializer.Deserialize(stored.Data, Json.FactsAwaited)!,
        "follow-up-awaited" => JsonSerializer.Deserialize(stored.Data, Json.FollowUpAwaited)!,
        "panel-said" => JsonSerializer.Deserialize(stored.Data, Json.PanelSaid)!,
        "panel-reworded" => JsonSerializer.Deserialize(stored.Data, Json.PanelReworded)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of a session: it was written by a newer version."),
    };
}

/// <summary>The source-generated shapes of a session's facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(SeqConverter<string>), typeof(SeqConverter<PlannedQuestion>), typeof(SeqConverter<FirstStep>), typeof(SeqConverter<PersonId>)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(SessionEvent.Briefed))]
[JsonSerializable(typeof(SessionEvent.SetupChanged))]
[JsonSerializable(typeof(SessionEvent.QuestionAsked))]
[JsonSerializable(typeof(SessionEvent.AnswerGiven))]
[JsonSerializable(typeof(SessionEvent.AnswerEdited))]
[JsonSerializable(typeof(SessionEvent.AnswerDeleted))]
[JsonSerializable(typeof(SessionEvent.FactsTold))]
[JsonSerializable(typeof(SessionEvent.FactMissed))]
[JsonSerializable(typeof(SessionEvent.HintGiven))]
[JsonSerializable(typeof(SessionEvent.CurveballThrown))]
[JsonSerializable(typeof(SessionEvent.MarkPassed))]
[JsonSerializable(typeof(SessionEvent.Nudged))]
[JsonSerializable(typeof(SessionEvent.Paused))]
[JsonSerializable(typeof(SessionEvent.Resumed))]
[JsonSerializable(typeof(SessionEvent.ClockHeld))]
[JsonSerializable(typeof(SessionEvent.AnswerFinished))]
[JsonSerializable(typeof(SessionEvent.FollowUpAsked))]
[JsonSerializable(typeof(SessionEvent.FollowUpFinished))]
[JsonSerializable(typeof(SessionEvent.QuestionsInvited))]
[JsonSerializable(typeof(SessionEvent.QuestionsFinished))]
[JsonSerializable(typeof(SessionEvent.SelfScored))]
[JsonSerializable(typeof(SessionEvent.SelfScoreSkipped))]
[JsonSerializable(typeof(SessionEvent.Debriefed))]
[JsonSerializable(typeof(SessionEvent.CauseChosen))]
[JsonSerializable(typeof(SessionEvent.LastCauseJudged))]
[JsonSerializable(typeof(SessionEvent.StopAsked))]
[JsonSerializable(typeof(SessionEvent.StopDeclined))]
[JsonSerializable(typeof(SessionEvent.Ended))]
[JsonSerializable(typeof(SessionEvent.NextQuestionAsked))]
[JsonSerializable(typeof(SessionEvent.SymptomShown))]
[JsonSerializable(typeof(SessionEvent.EvidenceShown))]
[JsonSerializable(typeof(SessionEvent.EvidenceMissed))]
[JsonSerializable(typeof(SessionEvent.Mitigated))]
[JsonSerializable(typeof(SessionEvent.SeatTaken))]
[JsonSerializable(typeof(SessionEvent.SeatLeft))]
[JsonSerializable(typeof(SessionEvent.FactsAwaited))]
[JsonSerializable(typeof(SessionEvent.FollowUpAwaited))]
[JsonSerializable(typeof(SessionEvent.PanelSaid))]
[JsonSerializable(typeof(SessionEvent.PanelReworded))]
[JsonSerializable(typeof(PersonId))]
[JsonSerializable(typeof(PlannedQuestion))]
[JsonSerializable(typeof(FirstStep))]
internal sealed partial class SessionJsonContext : JsonSerializerContext;
