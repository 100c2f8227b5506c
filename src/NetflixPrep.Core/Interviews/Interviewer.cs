using System.Diagnostics;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>The heart: what to record and to say next, from where a session stands and what came in. Pure; one per script.</summary>
public sealed class Interviewer(InterviewScript script, QuestionReader reader)
{
    /// <summary>Grows when the same inputs would lead to another interview; replay names the difference.</summary>
    public const int Rules = 1;

    /// <summary>The one timer a session sets.</summary>
    public const string ClockTimer = "clock";

    /// <summary>The answer when there is no session at all, and so no script either.</summary>
    public static Decision<SessionEvent> NobodyThere(SessionInput input) => input switch
    {
        SessionInput.Due or SessionInput.Woke or SessionInput.PlaceLost or SessionInput.Say or SessionInput.Edit or SessionInput.Delete => Decision<SessionEvent>.Nothing,
        _ => new([], [new Chat.Effect.Show(new Chat.Where.In(input.From.Place), "whisper", new(Wording.NoSuchSession()), input.From.Person, [])]),
    };

    /// <summary>Answers every pair of state and input.</summary>
    public Decision<SessionEvent> Decide(Session session, SessionInput input)
    {
        var draft = new Draft(session, input.From);
        Move(draft, session, input);
        return draft.Finish(NextMark, always: input is SessionInput.Due);
    }

    private void Move(Draft draft, Session session, SessionInput input)
    {
        switch (session, input)
        {
            case (Session.NotStarted, SessionInput.Start start):
                Brief(draft, start.Setup);
                break;
            case (Session.NotStarted, _):
                foreach (var effect in NobodyThere(input).Effects) draft.Wish(effect);
                break;
            case (Session.Started, SessionInput.Start):
                draft.Whisper(Wording.AlreadyOpen(draft.Sheet));
                break;

            case (Session.Started, SessionInput.Due):
                OnDue(draft);
                break;
            case (Session.Speaking { Sheet.Clock.Stands: false }, SessionInput.Woke woke):
                draft.Record(new SessionEvent.ClockHeld(draft.At, woke.DownSince));
                draft.Say($"back-{draft.Sheet.Gaps.Count}", Speak(draft, Wording.Back(woke.DownSince, draft.At, Left(draft))));
                break;
            case (Session.Started, SessionInput.Woke):
                break;
            case (Session.Finished, SessionInput.PlaceLost):
                break;
            case (Session.Started, SessionInput.PlaceLost lost):
                draft.Record(new SessionEvent.Ended(draft.At, Ending.PlaceLost));
                draft.Wish(lost.Reason == Chat.Inbound.PlaceGone.DmClosed
                    ? new Chat.Effect.Show(new Chat.Where.In(draft.Sheet.Setup.AskedIn), "lost", new(Wording.DmClosed(draft.Sheet)), draft.Sheet.Setup.Person, [])
                    : new Chat.Effect.Show(new Chat.Where.Dm(draft.Sheet.Setup.Person), "lost", new(Wording.PlaceLost(draft.Sheet)), null, [draft.Sheet.Setup.Person]));
                break;

            case (Session.Started started, SessionInput.Say or SessionInput.Edit or SessionInput.Delete) when !IsTheirs(started, input):
                break;
            case (Session.Started started, _) when !IsTheirs(started, input):
                draft.Whisper(Wording.OnlyTheirs(started.Sheet.Setup.Person));
                break;

            case (Session.Started started, SessionInput.Edit edit):
                if (started.Sheet.Entries.Any(entry => entry.MessageId == edit.MessageId))
                    draft.Record(new SessionEvent.AnswerEdited(draft.At, edit.MessageId, edit.Text));
                break;
            case (Session.Started started, SessionInput.Delete delete):
                if (started.Sheet.Entries.Any(entry => entry.MessageId == delete.MessageId && !entry.Deleted))
                    draft.Record(new SessionEvent.AnswerDeleted(draft.At, delete.MessageId));
                break;
            case (Session.Started, SessionInput.Say say):
                OnSay(draft, say);
                break;

            case (Session.Finished, SessionInput.FullNotes) or (Session.ChoosingCause, SessionInput.FullNotes) or (Session.JudgingLastCause, SessionInput.FullNotes):
                draft.Whisper(FullNotes.Message(script, draft.Sheet, Read(draft)));
                break;
            case (Session.Finished, SessionInput.Outline) or (Session.ChoosingCause, SessionInput.Outline) or (Session.JudgingLastCause, SessionInput.Outline):
                draft.Whisper(Wording.Outline(script));
                break;
            case (Session.Started, SessionInput.FullNotes or SessionInput.Outline):
                draft.Whisper(Wording.NotesLater());
                break;
            case (Session.Finished, _):
                draft.Whisper(Wording.Over());
                break;

            case (Session.Briefed card, SessionInput.Begin begin):
                if (IsCurrent(draft, begin.Step, card)) AskQuestion(draft);
                break;
            case (Session.Started, SessionInput.Begin):
                draft.Whisper(Wording.AlreadyBegun());
                break;
            case (Session.Briefed card, SessionInput.Change):
                draft.Wish(new Chat.Effect.OpenForm(Controls.ChangeForm(card)));
                break;
            case (Session.Briefed, SessionInput.Changed { Setup: { } setup }):
                draft.Record(new SessionEvent.SetupChanged(draft.At, setup));
                ShowCard(draft);
                break;
            case (Session.Briefed, SessionInput.Changed changed):
                draft.Whisper(Chat.Prose.Typed(changed.Complaint ?? "Nothing was changed."));
                break;
            case (Session.Started, SessionInput.Change or SessionInput.Changed):
                draft.Whisper(Wording.ChangeTooLate());
                break;

            case (Session.Started started, SessionInput.StopConfirmed confirmed):
                if (started.Sheet.StopPending && IsCurrent(draft, confirmed.Step, started)) End(draft, Ending.Stopped);
                else draft.Whisper(Wording.Stale());
                break;
            case (Session.Started started, SessionInput.Stop stop):
                OnStop(draft, started);
                if (stop.ByCommand) draft.Whisper(Wording.StopTaken(draft.State));
                break;
            case (Session.Started { Sheet.StopPending: true }, SessionInput.GoOn):
                draft.Record(new SessionEvent.StopDeclined(draft.At));
                draft.Say($"on-{draft.Sheet.StopsAsked}", Speak(draft, Wording.GoingOn(Left(draft))));
                break;
            case (Session.Started, SessionInput.GoOn):
                draft.Whisper(Wording.Stale());
                break;
            case (Session.Started, SessionInput.More):
                draft.Whisper(new Chat.Message(Wording.More()) { Controls = Controls.More(draft.State) });
                break;

            case (Session.Speaking speaking, SessionInput.Done done):
                if (IsCurrent(draft, done.Step, speaking)) OnDone(draft, speaking);
                break;
            case (Session.Speaking speaking, SessionInput.Skip skip):
                if (IsCurrent(draft, skip.Step, speaking)) OnSkip(draft);
                break;
            case (Session.Speaking speaking, SessionInput.Hint hint):
                if (IsCurrent(draft, hint.Step, speaking)) OnHint(draft, hint.Rung);
                break;
            case (Session.Speaking, SessionInput.Ask):
                draft.Wish(new Chat.Effect.OpenForm(Controls.AskForm(draft.State)));
                break;
            case (Session.Speaking, SessionInput.Asked asked):
                Answer(draft, asked.Text, $"facts-{draft.Sheet.Entries.Count}-{draft.Sheet.FactsTold.Count}-{draft.Sheet.FactsMissed.Count}", mustAnswer: true);
                break;
            case (Session.Speaking { Sheet.Clock.Stands: true }, SessionInput.Pause):
                draft.Whisper(Wording.AlreadyPaused());
                break;
            case (Session.Speaking, SessionInput.Pause):
                draft.Record(new SessionEvent.Paused(draft.At));
                draft.Say($"pause-{draft.Sheet.Pauses.Count}", Speak(draft, Wording.Paused(Left(draft))));
                break;
            case (Session.Speaking { Sheet.Clock.Stands: true }, SessionInput.Resume):
                draft.Record(new SessionEvent.Resumed(draft.At));
                draft.Say($"resume-{draft.Sheet.Pauses.Count}", Speak(draft, Wording.Resumed(Left(draft))));
                break;
            case (Session.Speaking, SessionInput.Resume):
                draft.Whisper(Wording.NotPaused());
                break;

            case (Session.Scoring scoring, SessionInput.OpenScores open):
                if (IsCurrent(draft, open.Step, scoring)) ShowScores(draft);
                break;
            case (Session.Scoring scoring, SessionInput.Score score):
                if (IsCurrent(draft, score.Step, scoring)) OnScore(draft, score);
                break;
            case (Session.Scoring scoring, SessionInput.Skip skip):
                if (IsCurrent(draft, skip.Step, scoring)) ShowDebrief(draft.Record(new SessionEvent.SelfScoreSkipped(draft.At)));
                break;
            case (Session.ChoosingCause choosing, SessionInput.Cause cause):
                if (IsCurrent(draft, cause.Step, choosing)) OnCause(draft, cause.Id);
                break;
            case (Session.ChoosingCause, SessionInput.OtherCause other) when !string.IsNullOrWhiteSpace(other.Text):
                ChooseCause(draft, Sheet.OtherCause, other.Text.Trim());
                break;
            case (Session.ChoosingCause, SessionInput.Skip):
                End(draft, Ending.Complete);
                break;
            case (Session.JudgingLastCause judging, SessionInput.Judge judge):
                if (IsCurrent(draft, judge.Step, judging))
                {
                    draft.Record(new SessionEvent.LastCauseJudged(draft.At, judging.Sheet.Setup.LastCause!.Id, judge.Held));
                    End(draft, Ending.Complete);
                }
                break;
            case (Session.JudgingLastCause, SessionInput.Skip):
                End(draft, Ending.Complete);
                break;
            case (Session.Started, SessionInput.Done or SessionInput.Skip or SessionInput.Hint or SessionInput.Ask or SessionInput.Asked or SessionInput.Pause
                or SessionInput.Resume or SessionInput.OpenScores or SessionInput.Score or SessionInput.Cause or SessionInput.OtherCause or SessionInput.Judge or SessionInput.Unknown):
                draft.Whisper(Wording.NotNow(draft.State));
                break;
            default:
                throw new UnreachableException($"No rule for {input.GetType().Name} in {session.GetType().Name}.");
        }
    }

    private static bool IsTheirs(Session.Started started, SessionInput input) => started.Sheet.Setup.Person.IsSameHuman(input.From.Person);

    /// <summary>False, and says so, when the button belongs to an earlier step; typed words carry no step.</summary>
    private static bool IsCurrent(Draft draft, int? step, Session.Started started)
    {
        if (step is null || step == started.Sheet.Step) return true;
        draft.Whisper(Wording.Stale());
        return false;
    }

    private Pace PaceOf(Sheet sheet) => new(sheet.Setup, script.Question);

    private DateTimeOffset? NextMark(Session session) => Marks.Next(session, session is Session.Started started ? PaceOf(started.Sheet) : null);

    private Reading Read(Draft draft) => reader.Read(draft.Sheet.Answer);

    private TimeSpan Left(Draft draft) => draft.State is Session.Speaking speaking ? TimeLeft.Of(speaking, PaceOf(speaking.Sheet), draft.At) : TimeSpan.Zero;

    /// <summary>A message in the session's home with the controls and the clock of where the session stands now.</summary>
    private Chat.Message Speak(Draft draft, Chat.Prose text) => new(text)
    {
        Controls = Controls.For(draft.State, script),
        Countdown = draft.State is Session.Speaking speaking ? TimeLeft.Countdown(speaking, PaceOf(speaking.Sheet), draft.At) : null,
    };

    private void Brief(Draft draft, Setup setup)
    {
        draft.Record(new SessionEvent.Briefed(draft.At, setup));
        draft.Wish(new Chat.Effect.OpenPlace(setup.AskedIn, Wording.PlaceName(setup), setup.Openness, [setup.Person]));
        draft.Whisper(Wording.WhereItIs(setup));
        ShowCard(draft);
    }

    private void ShowCard(Draft draft) => draft.Say("card", Speak(draft, Wording.Card(draft.Sheet.Setup, script, PaceOf(draft.Sheet))), ping: true);

    private void AskQuestion(Draft draft)
    {
        draft.Record(new SessionEvent.QuestionAsked(draft.At));
        var pace = PaceOf(draft.Sheet);
        draft.Say("question", Speak(draft, Wording.Question(script.Question, draft.At + pace.Answer, draft.At + pace.Total)));
    }

    private void OnSay(Draft draft, SessionInput.Say say)
    {
        if (say.FileName is null && PlainWord.Read(say.Text, say.From) is { } word)
        {
            Move(draft, draft.State, word);
            return;
        }

        switch (draft.State)
        {
            case Session.Speaking:
                Keep(draft, say);
                break;
            case Session.Briefed:
                draft.Whisper(Wording.NotBegun());
                break;
            case Session.Finished:
                break;
            default:
                draft.Whisper(Wording.TooLate(draft.State));
                break;
        }
    }

    private void Keep(Draft draft, SessionInput.Say say)
    {
        if (draft.Sheet.StopPending) draft.Record(new SessionEvent.StopDeclined(draft.At));
        draft.Record(new SessionEvent.AnswerGiven(draft.At, say.From.Place, say.MessageId, say.Text, say.FileName));
        draft.Wish(new Chat.Effect.Tick(say.From.Place, say.MessageId));
        if (draft.State is Session.Closing) return;

        if (say.Text.TrimEnd().EndsWith('?')) Answer(draft, say.Text, $"facts-{say.MessageId}", mustAnswer: Words.Count(say.Text) <= 30);
        if (draft.State is Session.Answering && !draft.Sheet.MonologueNudged && draft.Sheet.WordsInARow > Pace.MonologueWords)
        {
            var words = draft.Sheet.WordsInARow;
            draft.Record(new SessionEvent.Nudged(draft.At, NudgeKind.Monologue, $"{words} words in a row"));
            draft.Say("nudge-monologue", Speak(draft, Wording.Monologue(words)));
        }
    }

    /// <summary>Gives the facts a text asks for, all in one message; says so when there is none for it.</summary>
    private void Answer(Draft draft, string text, string slot, bool mustAnswer)
    {
        var facts = reader.FactsAskedIn(text);
        if (facts.Count > 0)
        {
            draft.Record(new SessionEvent.FactsTold(draft.At, [.. facts.Select(fact => fact.Id)]));
            draft.Say(slot, Speak(draft, Wording.Facts(facts)));
        }
        else if (mustAnswer)
        {
            draft.Record(new SessionEvent.FactMissed(draft.At, text));
            draft.Say(slot, Speak(draft, Wording.NoFact()));
        }
    }

    private void OnHint(Draft draft, int? promised)
    {
        if (draft.State is Session.Probing probing)
        {
            var followUp = FollowUp(probing.FollowUp);
            if (followUp.Hint is null || draft.Sheet.ProbeHintGiven)
            {
                draft.Whisper(Wording.NoMoreHints());
                return;
            }
            draft.Record(new SessionEvent.HintGiven(draft.At, 1));
            draft.Say($"hint-{draft.Sheet.Step}", Speak(draft, Wording.ProbeHint(followUp.Hint)));
            return;
        }

        if (draft.State is not Session.Answering) draft.Whisper(Wording.NotNow(draft.State));
        else if (draft.Sheet.Hints + 1 is var rung && rung > script.Question.Hints.Count) draft.Whisper(Wording.NoMoreHints());
        else if (promised is not null && promised != rung) draft.Whisper(Wording.HintIsThere(promised.Value));
        else if (rung == script.Question.Hints.Count && draft.Sheet.Entries.Count == draft.Sheet.EntriesAtLastHint) draft.Whisper(Wording.TryFirst(rung));
        else
        {
            draft.Record(new SessionEvent.HintGiven(draft.At, rung));
            draft.Say($"hint-{draft.Sheet.Step}-{rung}", Speak(draft, Wording.Hint(rung, script.Question.Hints)));
        }
    }

    private void OnDone(Draft draft, Session.Speaking speaking)
    {
        var part = speaking switch { Session.Probing => speaking.Sheet.Probes.Count, Session.Closing => Sheet.ClosingPart, _ => 0 };
        if (speaking is not Session.Closing && !speaking.Sheet.Entries.Any(entry => entry.Part == part && !entry.Deleted)) draft.Whisper(Wording.NothingYet(speaking));
        else FinishPart(draft, EndedBy.Done);
    }

    private void OnSkip(Draft draft)
    {
        if (draft.State is not Session.Answering)
        {
            FinishPart(draft, EndedBy.Skipped);
            return;
        }
        draft.Record(new SessionEvent.AnswerFinished(draft.At, EndedBy.Skipped));
        InviteQuestions(draft, Chat.Prose.Empty);
    }

    /// <summary>Ends the part that runs and goes to the next one.</summary>
    private void FinishPart(Draft draft, EndedBy by)
    {
        switch (draft.State)
        {
            case Session.Answering:
                draft.Record(new SessionEvent.AnswerFinished(draft.At, by));
                Probe(draft, by);
                break;
            case Session.Probing:
                draft.Record(new SessionEvent.FollowUpFinished(draft.At, by));
                Probe(draft, by);
                break;
            case Session.Closing:
                draft.Record(new SessionEvent.QuestionsFinished(draft.At, by));
                draft.Say("scores", Speak(draft, Wording.OwnScores()));
                break;
            default:
                throw new UnreachableException($"{draft.State.GetType().Name} has no part to finish.");
        }
    }

    private void Probe(Draft draft, EndedBy by)
    {
        var lead = by == EndedBy.TimeUp ? Wording.TimeUp() : Chat.Prose.Empty;
        var elapsed = draft.Sheet.Clock!.Elapsed(draft.At);
        if (Probing.Next(new(script.Question, PaceOf(draft.Sheet), Read(draft), draft.Sheet, elapsed)) is { } next)
        {
            draft.Record(new SessionEvent.FollowUpAsked(draft.At, next.FollowUp.Id, next.Reason, next.Of));
            draft.Say($"probe-{draft.Sheet.Probes.Count}", Speak(draft, lead + Wording.FollowUp(draft.Sheet.Probes.Count, next, PaceOf(draft.Sheet))));
        }
        else InviteQuestions(draft, lead);
    }

    private void InviteQuestions(Draft draft, Chat.Prose lead)
    {
        draft.Record(new SessionEvent.QuestionsInvited(draft.At));
        draft.Say("closing", Speak(draft, lead + Wording.YourQuestions()));
    }

    private void ShowScores(Draft draft) => draft.Say("scores", new(Wording.ScoreStep(draft.Sheet, script))
    {
        Controls = Controls.ScoreMenu(draft.Sheet, script),
    });

    private void OnScore(Draft draft, SessionInput.Score score)
    {
        var dimension = script.Rubric[draft.Sheet.SelfScores.Count];
        if (dimension.Id != score.Dimension || score.Value is not { Length: 1 } value || value[0] is < '1' or > '5')
        {
            draft.Whisper(Wording.Stale());
            return;
        }
        draft.Record(new SessionEvent.SelfScored(draft.At, dimension.Id, value[0] - '0'));
        if (draft.Sheet.SelfScores.Count < script.Rubric.Count) ShowScores(draft);
        else
        {
            draft.Say("scores", new(Wording.ScoresSealed(script.Rubric.Count)));
            ShowDebrief(draft);
        }
    }

    private void ShowDebrief(Draft draft)
    {
        draft.Record(new SessionEvent.Debriefed(draft.At));
        var debrief = Debrief.Build(script, draft.Sheet, Read(draft));
        draft.Say("debrief", new(Wording.Debrief(debrief)) { Title = Wording.DebriefTitle, Controls = Controls.Causes(draft.State, debrief) });
    }

    private void OnCause(Draft draft, string id)
    {
        if (id == Sheet.OtherCause) draft.Wish(new Chat.Effect.OpenForm(Controls.CauseForm(draft.State)));
        else if (script.RootCauses.FirstOrDefault(cause => cause.Id == id) is { } cause) ChooseCause(draft, cause.Id, cause.Label);
        else draft.Whisper(Wording.Stale());
    }

    private void ChooseCause(Draft draft, string id, string label)
    {
        draft.Record(new SessionEvent.CauseChosen(draft.At, id, label));
        var setup = draft.Sheet.Setup;
        if (setup.LastCause is not { } last)
        {
            End(draft, Ending.Complete);
            return;
        }
        var question = new Chat.Message(Wording.HeldOrSlipped(last, LastTime.Evidence(last, script, draft.Sheet, Read(draft)))) { Controls = Controls.Judge(draft.State) };
        if (setup.OthersRead) draft.Whisper(question);
        else draft.Say("judge", question);
    }

    private void OnStop(Draft draft, Session.Started started)
    {
        if (started.Sheet.StopPending || started is Session.Briefed) End(draft, Ending.Stopped);
        else
        {
            draft.Record(new SessionEvent.StopAsked(draft.At));
            draft.Say($"stop-{draft.Sheet.StopsAsked}", Speak(draft, Wording.StopSure()) with { Controls = Controls.StopSure(draft.State) });
        }
    }

    private void OnDue(Draft draft)
    {
        if (NextMark(draft.State) is not { } next || next > draft.At) return;
        switch (draft.State)
        {
            case Session.Speaking { Sheet.Clock.Stands: true } or Session.Briefed:
                End(draft, Ending.Abandoned);
                break;
            case Session.Speaking speaking:
                PassMarks(draft, speaking);
                break;
            case Session.Scoring:
                ShowDebrief(draft.Record(new SessionEvent.SelfScoreSkipped(draft.At)));
                break;
            case Session.Finished:
                draft.Wish(new Chat.Effect.ClosePlace());
                break;
            case Session.Started:
                End(draft, Ending.Complete);
                break;
        }
    }

    /// <summary>Works off every mark that has passed. When the part is over, only that is said.</summary>
    private void PassMarks(Draft draft, Session.Speaking speaking)
    {
        var elapsed = draft.Sheet.Clock!.Elapsed(draft.At);
        var due = Marks.Ahead(speaking, PaceOf(draft.Sheet)).Where(mark => mark.At <= elapsed).ToList();
        if (due.Exists(mark => mark is Mark.TimeUp))
        {
            draft.Record(new SessionEvent.MarkPassed(draft.At, ClockMark.TimeUp));
            if (Presence.IsGone(speaking)) End(draft, Ending.Abandoned);
            else FinishPart(draft, EndedBy.TimeUp);
            return;
        }

        foreach (var mark in due) Pass(draft, mark);
    }

    private void Pass(Draft draft, Mark mark)
    {
        switch (mark)
        {
            case Mark.LastMinutes:
                draft.Record(new SessionEvent.MarkPassed(draft.At, ClockMark.LastMinutes));
                draft.Say($"last-{draft.Sheet.Step}", Speak(draft, Wording.LastMinutes(Left(draft))));
                break;
            case Mark.Silence:
                var quiet = draft.Sheet.Clock!.Elapsed(draft.At) - draft.Sheet.LastWord;
                draft.Record(new SessionEvent.Nudged(draft.At, NudgeKind.Silence, $"{Wording.Length(quiet)} without a word"));
                draft.Say($"nudge-{draft.Sheet.Step}", Speak(draft, Wording.Silence()));
                break;
            case Mark.Curveball { Card: var card }:
                draft.Record(new SessionEvent.CurveballThrown(draft.At, card.Id));
                draft.Say($"news-{card.Id}", Speak(draft, Wording.Curveball(card)));
                break;
        }
    }

    private void End(Draft draft, Ending ending)
    {
        var before = draft.State;
        draft.Record(new SessionEvent.Ended(draft.At, ending));
        draft.Say("end", new(EndText(draft, before, ending)) { Controls = before is Session.Briefed ? [] : Controls.For(draft.State, script) });
    }

    private Chat.Prose EndText(Draft draft, Session before, Ending ending) => (before, ending) switch
    {
        (Session.Briefed, _) => Wording.NeverBegun(),
        (_, Ending.Complete) => Wording.Finished(draft.Sheet, script),
        (_, Ending.Abandoned) => Wording.Abandoned(draft.Sheet, Debrief.Build(script, draft.Sheet, Read(draft))),
        _ => Wording.Stopped(Debrief.Build(script, draft.Sheet, Read(draft))),
    };

    private FollowUp FollowUp(string id) => script.Question.FollowUps.First(followUp => followUp.Id == id);
}
