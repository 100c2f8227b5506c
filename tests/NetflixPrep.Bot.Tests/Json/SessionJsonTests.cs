using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Bot.Tests.Json;

public sealed class SessionJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Ana = new("terminal", "study", "ana");
    private static readonly PersonId Ben = new("terminal", "study", "ben");

    private static readonly Setup Setup = new()
    {
        Stream = new("session", "7k2m9q4d"),
        Person = Ana,
        AskedIn = new("terminal", "#study"),
        ScriptHash = "0f3a",
        QuestionId = "coding.last-minute",
        RoundId = "coding",
        RoundLabel = "Coding",
        Minutes = 30,
        Level = "L5",
        Openness = Openness.Public,
        Seed = ulong.MaxValue,
        Rules = 2,
    };

    public static TheoryData<SessionEvent> Facts =>
    [
        new SessionEvent.Briefed(At, Setup),
        new SessionEvent.Briefed(At, Setup with { Panel = new([Ben], Open: false) }),
        new SessionEvent.SetupChanged(At, Setup with { Panel = new([], Open: true), Plan = [new("0f3a", "coding.last-minute", 30, 2)], LastCause = new("no-edge-cases", "Edge cases late", new("session", "earlier1")) }),
        new SessionEvent.QuestionAsked(At),
        new SessionEvent.AnswerGiven(At, new("terminal", "#study/thread"), "m1", "Résumé: <b> & \"why\"\nsecond line", null),
        new SessionEvent.AnswerEdited(At, "m1", "other words"),
        new SessionEvent.AnswerDeleted(At, "m1"),
        new SessionEvent.FactsTold(At, ["rate", "order"]),
        new SessionEvent.FactsTold(At, ["rate"]) { By = Ben },
        new SessionEvent.FactsTold(At, ["rate"]) { InPlaceOf = Ben },
        new SessionEvent.FactMissed(At, "How many cats?"),
        new SessionEvent.FactMissed(At, "How many cats?") { InPlaceOf = Ben },
        new SessionEvent.HintGiven(At, 2),
        new SessionEvent.HintGiven(At, 2) { By = Ben },
        new SessionEvent.CurveballThrown(At, "late"),
        new SessionEvent.CurveballThrown(At, "late") { By = Ben },
        new SessionEvent.CurveballThrown(At, "late") { InPlaceOf = Ben },
        new SessionEvent.SymptomShown(At, "spike"),
        new SessionEvent.EvidenceShown(At, ["deploys"], "check deploys"),
        new SessionEvent.EvidenceMissed(At, "check the moon"),
        new SessionEvent.Mitigated(At, "roll back"),
        new SessionEvent.MarkPassed(At, ClockMark.LastMinutes),
        new SessionEvent.Nudged(At, NudgeKind.Monologue, "301 words in a row"),
        new SessionEvent.Paused(At),
        new SessionEvent.Resumed(At),
        new SessionEvent.ClockHeld(At, At - TimeSpan.FromMinutes(3)),
        new SessionEvent.AnswerFinished(At, EndedBy.TimeUp),
        new SessionEvent.FollowUpAwaited(At),
        new SessionEvent.FollowUpAsked(At, "day", "everybody gets this one", 2),
        new SessionEvent.FollowUpAsked(At, "day", "the interviewer chose it", 2) { Asker = Ben },
        new SessionEvent.FollowUpAsked(At, "day", "everybody gets this one", 2) { InPlaceOf = Ben },
        new SessionEvent.FollowUpFinished(At, EndedBy.Done),
        new SessionEvent.NextQuestionAsked(At, 1),
        new SessionEvent.QuestionsInvited(At),
        new SessionEvent.QuestionsFinished(At, EndedBy.Skipped),
        new SessionEvent.SelfScored(At, "impact", 4),
        new SessionEvent.SelfScoreSkipped(At),
        new SessionEvent.Debriefed(At),
        new SessionEvent.CauseChosen(At, "other", "ask first"),
        new SessionEvent.LastCauseJudged(At, "no-edge-cases", true),
        new SessionEvent.SeatTaken(At, Ben),
        new SessionEvent.SeatLeft(At, Ben, LeftBecause.Silent),
        new SessionEvent.FactsAwaited(At, ["rate"], "How many events?"),
        new SessionEvent.PanelSaid(At, Ben, "p1", "And then?"),
        new SessionEvent.PanelReworded(At, Ben, "p1", "And after that?"),
        new SessionEvent.PanelReworded(At, Ben, "p1", null),
        new SessionEvent.StopAsked(At),
        new SessionEvent.StopDeclined(At),
        new SessionEvent.Ended(At, Ending.Abandoned),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_comes_back_as_it_was_stored(SessionEvent fact) => Assert.Equal(fact, SessionJson.Read(SessionJson.Write(fact)));

    [Fact]
    public void Every_fact_is_tried_above() => Assert.Equal(typeof(SessionEvent).GetNestedTypes().Length, Facts.Select(row => row.Data.GetType()).Distinct().Count());

    [Fact]
    public void Stored_names_and_shapes_stay_as_they_were() =>
        GoldenFile.Check("stored-session.txt", string.Concat(Facts.Select(row => SessionJson.Write(row.Data)).Select(stored => $"{stored.Kind} {stored.Data}\n")));
}
