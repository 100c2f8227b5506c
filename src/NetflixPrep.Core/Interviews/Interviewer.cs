using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>The heart: what to record and to say next, from where a session stands and what came in. Pure.</summary>
/// <param name="questions">The questions of the round, in order.</param>
public sealed partial class Interviewer(Seq<Scripted> questions)
{
    /// <summary>Grows when the same inputs would lead to another interview; replay names the difference.</summary>
    public const int Rules = 3;

    /// <summary>The one timer a session sets.</summary>
    public const string ClockTimer = "clock";

    /// <summary>The first part of the timer by which a session tells its loop that it is over; the session's key follows.</summary>
    public const string RoundOverTimer = "round-over";

    /// <summary>The answer when there is no session at all, and so no script either.</summary>
    public static Decision<SessionEvent> NobodyThere(SessionInput input) => input switch
    {
        SessionInput.Due or SessionInput.Woke or SessionInput.PlaceLost or SessionInput.Say or SessionInput.Edit or SessionInput.Delete or SessionInput.SeatEmptied => Decision<SessionEvent>.Nothing,
        _ => new([], [new Effect.Show(new Where.In(input.From.Place), "whisper", new(Wording.NoSuchSession()), input.From.Person, [])]),
    };

    /// <summary>Answers every pair of state and input.</summary>
    public Decision<SessionEvent> Decide(Session session, SessionInput input)
    {
        var draft = new Draft(session, input.From, typed: input is SessionInput.Say);
        Move(draft, session, input);
        return draft.Finish(NextMark, fired: input is SessionInput.Due);
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
            case (Session.Finished, SessionInput.Start):
                draft.Whisper(Wording.Over());
                break;
            case (Session.Started, SessionInput.Start):
                draft.Whisper(Wording.AlreadyOpen(draft.Sheet));
                break;

            case (Session.Started, SessionInput.Due):
                OnDue(draft);
                break;
            case (Session.Speaking { Sheet.Clock.Stands: false } speaking, SessionInput.Woke woke) when speaking.Sheet.AwayFrom(woke.DownSince) < draft.At:
                draft.Record(new SessionEvent.ClockHeld(draft.At, woke.DownSince));
                draft.Say($"back-{draft.Sheet.Gaps.Count}", Speak(draft, Wording.Back(woke.DownSince, draft.At, Left(draft))));
                break;
            case (Session.Started, SessionInput.Woke):
                break;
            case (Session.Finished, SessionInput.PlaceLost):
                break;
            case (Session.Started, SessionInput.PlaceLost lost):
                draft.Record(new SessionEvent.Ended(draft.At, Ending.PlaceLost));
                TellLoop(draft);
                draft.Wish(lost.Reason == Inbound.PlaceGone.DmClosed
                    ? new Effect.Show(new Where.In(draft.Sheet.Setup.AskedIn), "lost", new(Wording.DmClosed(draft.Sheet)), draft.Sheet.Setup.Person, [])
                    : new Effect.Show(new Where.Dm(draft.Sheet.Setup.Person), "lost", new(Wording.PlaceLost(draft.Sheet)), null, [draft.Sheet.Setup.Person]));
                break;

            case (Session.Started, SessionInput.SeatEmptied):
                OnSeatEmptied(draft);
                break;
            case (Session.Started started, SessionInput.OpenScript or SessionInput.JoinPanel or SessionInput.LeavePanel or SessionInput.TellFact or SessionInput.GiveHint or SessionInput.ThrowNews or SessionInput.AskFollowUp):
                OnPanel(draft, started, input);
                break;
            case (Session.Started started, SessionInput.Edit edit) when IsPanelWord(started, edit.MessageId, edit.From.Person):
                OnPanelReworded(draft, edit.MessageId, edit.Text);
                break;
            case (Session.Started started, SessionInput.Delete delete) when IsPanelWord(started, delete.MessageId, delete.From.Person):
                OnPanelReworded(draft, delete.MessageId, null);
                break;
            case (Session.Started started, SessionInput.Say say) when started.Sheet.SeatOf(say.From.Person) is not null:
                OnPanelSaid(draft, say);
                break;
            case (Session.Started started, SessionInput.Say or SessionInput.Edit or SessionInput.Delete) when !IsTheirs(started, input):
                break;
            case (Session.Started started, _) when started.Sheet.SeatOf(input.From.Person) is not null:
                draft.Whisper(PanelWording.CandidatesButton(started.Sheet.Setup.Person));
                break;
            case (Session.Started started, _) when !IsTheirs(started, input):
                draft.Whisper(Wording.OnlyTheirs(started.Sheet.Setup.Person));
                break;

            case (Session.Started started, SessionInput.Edit edit):
                // What was taken back stays so, also when an edit arrives late; a file beside the text is not edited by it.
                if (started.Sheet.All.Any(sheet => sheet.Entries.Any(entry => entry.MessageId == edit.MessageId && entry is { Deleted: false, FileName: null } && entry.Text != edit.Text)))
                    draft.Record(new SessionEvent.AnswerEdited(draft.At, edit.MessageId, edit.Text));
                break;
            case (Session.Started started, SessionInput.Delete delete):
                if (started.Sheet.All.Any(sheet => sheet.Entries.Any(entry => entry.MessageId == delete.MessageId && !entry.Deleted)))
                    draft.Record(new SessionEvent.AnswerDeleted(draft.At, delete.MessageId));
                break;
            case (Session.Started, SessionInput.Say say):
                OnSay(draft, say);
                break;

            case (Session.Finished { Sheet.Clock: null }, _):
                draft.Whisper(Wording.Over());
                break;
            case (Session.Finished, SessionInput.FullNotes) or (Session.ChoosingCause, SessionInput.FullNotes) or (Session.JudgingLastCause, SessionInput.FullNotes):
                draft.Whisper(FullNotes.Message(All(draft)), quotes: draft.Sheet.All.Any(sheet => sheet.PanelWords.Count > 0));
                break;
            case (Session.Finished, SessionInput.Outline) or (Session.ChoosingCause, SessionInput.Outline) or (Session.JudgingLastCause, SessionInput.Outline):
                draft.Whisper(Wording.Outline([.. All(draft).Select(answered => answered.Script)]));
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
                draft.Wish(new Effect.OpenForm(Controls.ChangeForm(card)));
                break;
            case (Session.Briefed, SessionInput.Changed { Setup: { } setup }):
                draft.Record(new SessionEvent.SetupChanged(draft.At, setup));
                ShowCard(draft);
                break;
            case (Session.Briefed, SessionInput.Changed changed):
                draft.Whisper(Prose.Typed(changed.Complaint ?? "Nothing was changed."));
                break;
            case (Session.Started, SessionInput.Change or SessionInput.Changed):
                draft.Whisper(Wording.ChangeTooLate());
                break;

            case (Session.Started started, SessionInput.StopConfirmed confirmed):
                if (started.Sheet.StopPending && IsCurrent(draft, confirmed.Step, started)) End(draft, Ending.Stopped);
                else draft.Whisper(Wording.Stale());
                break;
            case (Session.Started started, SessionInput.Stop stop):
                OnStop(draft, started, stop.ByCommand);
                break;
            case (Session.Started { Sheet.StopPending: true }, SessionInput.GoOn):
                GoOn(draft);
                break;
            case (Session.Started, SessionInput.GoOn):
                draft.Whisper(Wording.Stale());
                break;
            case (Session.Started, SessionInput.More):
                draft.Whisper(new Message(Wording.More()) { Controls = Controls.More(draft.State) });
                break;

            case (Session.Awaiting { Sheet.PanelSpoke: not null } awaiting, SessionInput.Done done):
                if (IsCurrent(draft, done.Step, awaiting)) HandOver(draft);
                break;
            case (Session.Awaiting, SessionInput.Done or SessionInput.Skip or SessionInput.Hint):
                draft.Whisper(PanelWording.Wait(draft.Sheet.Lead));
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
                draft.Wish(new Effect.OpenForm(Controls.AskForm(draft.State)));
                break;
            case (Session.Speaking, SessionInput.Asked asked):
                if (draft.Sheet.StopPending) GoOn(draft);
                OnAsked(draft, asked.Text);
                break;
            case (Session.Speaking { Sheet.Clock.Stands: true }, SessionInput.Pause):
                draft.Whisper(Wording.AlreadyPaused());
                break;
            case (Session.Speaking, SessionInput.Pause):
                if (draft.Sheet.StopPending) draft.Record(new SessionEvent.StopDeclined(draft.At));
                draft.Record(new SessionEvent.Paused(draft.At));
                draft.Say($"pause-{draft.Sheet.Pauses.Count}", Speak(draft, Wording.Paused(Left(draft))));
                break;
            case (Session.Speaking { Sheet.Clock.Stands: true }, SessionInput.Resume):
                if (draft.Sheet.StopPending) draft.Record(new SessionEvent.StopDeclined(draft.At));
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

    // Some platforms do not say who took a message back; its id says whose it was.
    private static bool IsTheirs(Session.Started started, SessionInput input) =>
        started.Sheet.Setup.Person.IsSameHuman(input.From.Person) || input is SessionInput.Delete { From.Person.User: "" };

    /// <summary>False, and says so, when the button belongs to an earlier step; typed words carry no step.</summary>
    private static bool IsCurrent(Draft draft, int? step, Session.Started started)
    {
        if (step is null || step == started.Sheet.Step) return true;
        draft.Whisper(Wording.Stale());
        return false;
    }

    /// <summary>The question that runs, or the first one before any does.</summary>
    private InterviewScript ScriptOf(Sheet sheet) => questions[sheet.Number].Script;

    private Question QuestionOf(Draft draft) => ScriptOf(draft.Sheet).Question;

    private Pace PaceOf(Sheet sheet) => new(sheet.Setup, ScriptOf(sheet).Question, sheet.Number);

    private DateTimeOffset? NextMark(Session session) => Marks.Next(session, session is Session.Started started ? PaceOf(started.Sheet) : null);

    private QuestionReader Reader(Draft draft) => questions[draft.Sheet.Number].Reader;

    private Reading Read(Draft draft) => Reader(draft).Read(draft.Sheet.Answer);

    private Seq<Answered> All(Draft draft) => Answered.Of(draft.Sheet, questions);

    private TimeSpan Left(Draft draft) => draft.State is Session.Speaking speaking ? TimeLeft.Of(speaking, PaceOf(speaking.Sheet), draft.At) : TimeSpan.Zero;

    /// <summary>A message in the session's home with the controls and the clock of where the session stands now.</summary>
    private Message Speak(Draft draft, Prose text) => new(text)
    {
        Controls = Controls.For(draft.State, draft.State is Session.Started started ? ScriptOf(started.Sheet) : questions[0].Script),
        Countdown = draft.State is Session.Speaking speaking and not Session.Awaiting ? TimeLeft.Countdown(speaking, PaceOf(speaking.Sheet), draft.At) : null,
    };
}
