using System.Diagnostics;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>Where a session stands: the fold of its events.</summary>
public abstract partial record Session
{
    private Session() { }

    public sealed record NotStarted : Session;

    /// <summary>Anything after the card: it has a sheet.</summary>
    public abstract record Started(Sheet Sheet) : Session;

    /// <summary>The card is shown; nothing runs yet.</summary>
    public sealed record Briefed(Sheet Sheet) : Started(Sheet);

    /// <summary>A part in which the person speaks and the clock counts.</summary>
    public abstract record Speaking(Sheet Sheet) : Started(Sheet)
    {
        /// <summary>The <see cref="Entry.Part"/> that is being spoken.</summary>
        public int Part => this switch { Probing or Awaiting => Sheet.Probes.Count, Closing => Sheet.ClosingPart, _ => 0 };

        /// <summary>The part has ended, and what comes next has not begun.</summary>
        internal bool IsOver => this is Awaiting or Answering { Sheet.AnswerBy: not null } or Probing { Sheet.Probes: [.., { By: not null }] };
    }

    public sealed record Answering(Sheet Sheet) : Speaking(Sheet);

    public sealed record Probing(Sheet Sheet, string FollowUp) : Speaking(Sheet);

    /// <summary>Between two parts: the lead of the panel is left to ask the follow-up. What is said still belongs to the part before.</summary>
    public sealed record Awaiting(Sheet Sheet) : Speaking(Sheet);

    /// <summary>"Your questions for us?"</summary>
    public sealed record Closing(Sheet Sheet) : Speaking(Sheet);

    public sealed record Scoring(Sheet Sheet) : Started(Sheet);

    public sealed record ChoosingCause(Sheet Sheet) : Started(Sheet);

    public sealed record JudgingLastCause(Sheet Sheet) : Started(Sheet);

    public sealed record Finished(Sheet Sheet, Ending Ending) : Started(Sheet);

    /// <summary>The state after one more fact.</summary>
    /// <exception cref="UnreachableException">The fact cannot follow this state: the journal was written by something else.</exception>
    public Session Evolve(SessionEvent fact) => (this, fact) switch
    {
        (NotStarted, SessionEvent.Briefed briefed) => new Briefed(new Sheet(briefed.Setup) { Touched = briefed.At, Seats = Seating.Named(briefed.Setup) }),
        (Briefed card, SessionEvent.SetupChanged changed) => new Briefed(card.Sheet with { Setup = changed.Setup, Touched = changed.At, Step = card.Sheet.Step + 1 }),
        (Briefed card, SessionEvent.QuestionAsked asked) => new Answering(NextPart(Seating.NextLead(card.Sheet with { Clock = new(asked.At, TimeSpan.Zero, null) }), asked.At)),
        (Speaking { IsOver: true } over, SessionEvent.NextQuestionAsked next) => new Answering(NextPart(Seating.NextLead(TurnOver(WaitedFor(over, next.At), next)), next.At)),

        (Speaking speaking, SessionEvent.AnswerGiven given) => speaking with { Sheet = Keep(speaking, given) },
        (Started started, SessionEvent.AnswerEdited edited) => started with { Sheet = Replace(started.Sheet, edited.MessageId, entry => entry.FileName is null ? entry with { Text = edited.Text } : entry) },
        (Started started, SessionEvent.AnswerDeleted deleted) => started with { Sheet = Replace(started.Sheet, deleted.MessageId, entry => entry with { Deleted = true }) },

        (Answering answering, SessionEvent.SymptomShown shown) => answering with { Sheet = Spoke(answering.Sheet, shown.At) with { Symptoms = answering.Sheet.Symptoms.Add(At(answering.Sheet, shown.Symptom, shown.At)) } },
        (Answering answering, SessionEvent.EvidenceShown shown) => answering with { Sheet = Spoke(answering.Sheet, shown.At) with { Evidence = [.. answering.Sheet.Evidence, .. shown.Evidence.Select(id => new Looked(id, shown.Asked, Elapsed(answering.Sheet, shown.At)))] } },
        (Answering answering, SessionEvent.EvidenceMissed missed) => answering with { Sheet = Spoke(answering.Sheet, missed.At) with { EvidenceMissed = answering.Sheet.EvidenceMissed.Add(At(answering.Sheet, missed.Asked, missed.At)) } },
        (Answering answering, SessionEvent.Mitigated mitigated) => answering with { Sheet = answering.Sheet with { Mitigation = At(answering.Sheet, mitigated.Quote, mitigated.At) } },

        (Speaking speaking, SessionEvent.FactsTold told) => speaking with { Sheet = Seating.Done(Tell(Spoke(speaking.Sheet, told.At), told), told.By, told.InPlaceOf) },
        (Speaking speaking, SessionEvent.FactMissed missed) => speaking with { Sheet = Seating.Done(Miss(Spoke(speaking.Sheet, missed.At), missed), null, missed.InPlaceOf) },
        (Probing probing, SessionEvent.HintGiven given) => probing with { Sheet = Seating.Done(Hinted(probing.Sheet, given), given.By, null) with { ProbeHintGiven = true } },
        (Answering answering, SessionEvent.HintGiven given) => answering with { Sheet = Seating.Done(Hinted(answering.Sheet, given), given.By, null) with { Hints = given.Rung, EntriesAtLastHint = answering.Sheet.Entries.Count } },
        (Answering answering, SessionEvent.CurveballThrown thrown) => answering with { Sheet = Seating.Done(Spoke(answering.Sheet, thrown.At) with { Curveballs = answering.Sheet.Curveballs.Add(At(answering.Sheet, thrown.Curveball, thrown.At) with { By = thrown.By }) }, thrown.By, thrown.InPlaceOf) },
        (Speaking speaking, SessionEvent.MarkPassed { Mark: ClockMark.LastMinutes }) => speaking with { Sheet = speaking.Sheet with { LastMinutesSaid = true } },
        (Speaking speaking, SessionEvent.MarkPassed) => speaking,
        (Speaking speaking, SessionEvent.Nudged { Kind: NudgeKind.Silence } nudged) => speaking with { Sheet = Nudge(speaking.Sheet, nudged) with { SilenceNudged = true } },
        (Speaking speaking, SessionEvent.Nudged { Kind: NudgeKind.Monologue } nudged) => speaking with { Sheet = Nudge(speaking.Sheet, nudged) with { MonologueNudged = true } },

        (Speaking speaking, SessionEvent.Paused paused) => speaking with { Sheet = speaking.Sheet with { Clock = Running(speaking.Sheet).Pause(paused.At), Pauses = speaking.Sheet.Pauses.Add(At(speaking.Sheet, "paused", paused.At)), Touched = paused.At } },
        (Speaking speaking, SessionEvent.Resumed resumed) => speaking with { Sheet = speaking.Sheet with { Clock = Running(speaking.Sheet).Resume(resumed.At), Touched = resumed.At } },
        (Speaking speaking, SessionEvent.ClockHeld held) => speaking with { Sheet = speaking.Sheet with { Gaps = speaking.Sheet.Gaps.Add(At(speaking.Sheet, "away", held.Since)), Clock = Running(speaking.Sheet).Hold(speaking.Sheet.AwayFrom(held.Since), held.At), Touched = held.At } },

        (Answering answering, SessionEvent.AnswerFinished finished) => answering with { Sheet = Leave(answering.Sheet, finished.At) with { AnswerBy = finished.By, AnswerEnded = Elapsed(answering.Sheet, finished.At) } },
        (Speaking { IsOver: true } and not Awaiting, SessionEvent.FollowUpAwaited awaited) => new Awaiting(NextPart(Seating.NextLead(((Started)this).Sheet), awaited.At)),
        (Speaking { IsOver: true } over, SessionEvent.FollowUpAsked asked) => Probe(Seating.Done(WaitedFor(over, asked.At), asked.Asker, asked.InPlaceOf), asked),
        (Probing probing, SessionEvent.FollowUpFinished finished) => probing with { Sheet = FinishProbe(probing.Sheet, finished) },
        (Speaking { IsOver: true } over, SessionEvent.QuestionsInvited invited) => new Closing(NextPart(WaitedFor(over, invited.At), invited.At)),
        (Closing closing, SessionEvent.QuestionsFinished finished) => new Scoring(Stand(closing.Sheet with { StopPending = false }, finished.At)),

        (Scoring scoring, SessionEvent.SelfScored scored) => scoring with { Sheet = scoring.Sheet with { SelfScores = scoring.Sheet.SelfScores.Add(new(scored.Dimension, scored.Score)), Step = scoring.Sheet.Step + 1, Touched = scored.At } },
        (Scoring scoring, SessionEvent.SelfScoreSkipped skipped) => scoring with { Sheet = scoring.Sheet with { Touched = skipped.At } },
        (Scoring scoring, SessionEvent.Debriefed debriefed) => new ChoosingCause(scoring.Sheet with { Step = scoring.Sheet.Step + 1, Touched = debriefed.At }),
        (ChoosingCause choosing, SessionEvent.CauseChosen chosen) => new JudgingLastCause(choosing.Sheet with { Cause = chosen.Cause, CauseLabel = chosen.Label, Step = choosing.Sheet.Step + 1, Touched = chosen.At }),
        (JudgingLastCause judging, SessionEvent.LastCauseJudged judged) => judging with { Sheet = judging.Sheet with { LastCauseHeld = judged.Held, Step = judging.Sheet.Step + 1, Touched = judged.At } },

        (Briefed or Speaking, SessionEvent.SeatTaken taken) => (Started)this with { Sheet = Seating.Take(((Started)this).Sheet, taken.Person) },
        (Started and not Finished, SessionEvent.SeatLeft left) => (Started)this with { Sheet = Seating.Leave(((Started)this).Sheet, left.Person) },
        (Speaking speaking, SessionEvent.FactsAwaited awaited) => speaking with { Sheet = Await(speaking.Sheet, awaited) },
        (Speaking speaking, SessionEvent.PanelSaid said) => speaking with { Sheet = Seating.Done(Hear(speaking, said), said.Person, null) },
        (Started started, SessionEvent.PanelReworded reworded) => started with { Sheet = Reword(started.Sheet, reworded) },

        (Started and not Finished, SessionEvent.StopAsked asked) => (Started)this with { Sheet = ((Started)this).Sheet with { StopPending = true, StopsAsked = ((Started)this).Sheet.StopsAsked + 1, Touched = asked.At } },
        (Started and not Finished, SessionEvent.StopDeclined) => (Started)this with { Sheet = ((Started)this).Sheet with { StopPending = false } },
        (Started started and not Finished, SessionEvent.Ended ended) => new Finished(Close(started, ended), ended.Ending),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {GetType().Name}."),
    };

    private static Clock Running(Sheet sheet) => sheet.Clock ?? throw new UnreachableException("The clock has not started.");

    private static TimeSpan Elapsed(Sheet sheet, DateTimeOffset at) => sheet.Clock?.Elapsed(at) ?? TimeSpan.Zero;

    private static Note At(Sheet sheet, string what, DateTimeOffset at) => new(what, Elapsed(sheet, at));

    private static Sheet Spoke(Sheet sheet, DateTimeOffset at) => sheet with { LastWord = Elapsed(sheet, at), WordsInARow = 0 };

    private static Sheet Hinted(Sheet sheet, SessionEvent.HintGiven given) =>
        Spoke(sheet, given.At) with { HintNotes = sheet.HintNotes.Add(At(sheet, $"hint {given.Rung}", given.At) with { By = given.By }) };

    private static Sheet Nudge(Sheet sheet, SessionEvent.Nudged nudged) =>
        Spoke(sheet, nudged.At) with { Nudges = sheet.Nudges.Add(At(sheet, nudged.Evidence, nudged.At)) };

    private static Sheet Keep(Speaking speaking, SessionEvent.AnswerGiven given)
    {
        var sheet = speaking.Sheet;
        var elapsed = Elapsed(sheet, given.At);
        return sheet with
        {
            Entries = sheet.Entries.Add(new(given.MessageId, given.Text, given.FileName, elapsed, speaking.Part, Deleted: false)),
            LastWord = elapsed,
            WordsInARow = sheet.WordsInARow + (Sheet.IsCodeFile(given.FileName) ? 0 : Words.CountProse(given.Text)),
        };
    }

    private static Sheet Replace(Sheet sheet, string messageId, Func<Entry, Entry> change) => sheet with
    {
        Entries = [.. sheet.Entries.Select(entry => entry.MessageId == messageId ? change(entry) : entry)],
        Earlier = sheet.Earlier.Count == 0 ? sheet.Earlier : [.. sheet.Earlier.Select(earlier => Replace(earlier, messageId, change))],
    };

    /// <summary>A new leaf for the next question; what belongs to the session as a whole stays.</summary>
    private static Sheet TurnOver(Sheet sheet, SessionEvent.NextQuestionAsked next) => new(sheet.Setup)
    {
        Number = next.Number,
        Earlier = sheet.Earlier.Add(sheet with { Earlier = [] }),
        QuestionBegan = Elapsed(sheet, next.At),
        Clock = sheet.Clock,
        Step = sheet.Step,
        Touched = next.At,
        Pauses = sheet.Pauses,
        Gaps = sheet.Gaps,
        StopsAsked = sheet.StopsAsked,
        Used = sheet.Used,
        Seats = sheet.Seats,
        LeadSeat = sheet.LeadSeat,
    };

    /// <summary>The clock was needed until now; what comes next is not on it unless it is a part of its own.</summary>
    private static Sheet Leave(Sheet sheet, DateTimeOffset at) => sheet with { Used = Elapsed(sheet, at) - sheet.All.Aggregate(TimeSpan.Zero, (sum, each) => sum + each.Waited), StopPending = false };

    private static Sheet NextPart(Sheet sheet, DateTimeOffset at) => Spoke(sheet, at) with
    {
        Clock = Running(sheet).Resume(at),
        Step = sheet.Step + 1,
        PartBegan = Elapsed(sheet, at),
        ProbeHintGiven = false,
        LastMinutesSaid = false,
        Awaited = null,
        PanelSpoke = null,
        Touched = at,
        StopPending = false,
    };

    private static Sheet Stand(Sheet sheet, DateTimeOffset at) => sheet with { Clock = Running(sheet).Pause(at), Step = sheet.Step + 1, Touched = at, StopPending = false };

    private static Probing Probe(Sheet sheet, SessionEvent.FollowUpAsked asked) => new(
        NextPart(sheet, asked.At) with { Probes = sheet.Probes.Add(new(asked.FollowUp, asked.Reason, asked.Of, Elapsed(sheet, asked.At), By: null) { Asker = asked.Asker }) },
        asked.FollowUp);

    private static Sheet FinishProbe(Sheet sheet, SessionEvent.FollowUpFinished finished) =>
        Leave(sheet, finished.At) with { Probes = [.. sheet.Probes.Take(sheet.Probes.Count - 1), sheet.Probes[^1] with { By = finished.By }] };

    private static Sheet Close(Started started, SessionEvent.Ended ended)
    {
        // The questions for us are besides the minutes asked for.
        var sheet = started is Answering or Probing ? Leave(started.Sheet, ended.At) : started.Sheet;
        return sheet with { Clock = sheet.Clock?.Pause(ended.At), Step = sheet.Step + 1, Touched = ended.At, StopPending = false };
    }
}
