using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <content>After the last part: own scores, debrief, the one thing for next time; and every way to end.</content>
public sealed partial class Interviewer
{
    private void ShowScores(Draft draft) => draft.Say("scores", new(Wording.ScoreStep(draft.Sheet, ScriptOf(draft.Sheet)))
    {
        Controls = Controls.ScoreMenu(draft.Sheet, ScriptOf(draft.Sheet)),
    });

    private void OnScore(Draft draft, SessionInput.Score score)
    {
        var rubric = ScriptOf(draft.Sheet).Rubric;
        var dimension = rubric[draft.Sheet.SelfScores.Count];
        if (dimension.Id != score.Dimension || score.Value is not { Length: 1 } value || value[0] is < '1' or > '5')
        {
            draft.Whisper(Wording.Stale());
            return;
        }
        draft.Record(new SessionEvent.SelfScored(draft.At, dimension.Id, value[0] - '0'));
        if (draft.Sheet.SelfScores.Count < rubric.Count) ShowScores(draft);
        else
        {
            draft.Say("scores", new(Wording.ScoresSealed(rubric.Count)));
            ShowDebrief(draft);
        }
    }

    private void ShowDebrief(Draft draft)
    {
        draft.Record(new SessionEvent.Debriefed(draft.At));
        var debrief = Debrief.Build(All(draft));
        draft.Say("debrief", new(Wording.Debrief(debrief)) { Title = Wording.DebriefTitle, Controls = Controls.Causes(draft.State, debrief) });
    }

    private void OnCause(Draft draft, string id)
    {
        if (id == Sheet.OtherCause) draft.Wish(new Effect.OpenForm(Controls.CauseForm(draft.State)));
        else if (CauseOf(id) is { } cause) ChooseCause(draft, cause.Id, cause.Label);
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
        var question = new Message(Wording.HeldOrSlipped(last, LastTime.Evidence(last, All(draft)))) { Controls = Controls.Judge(draft.State) };
        if (setup.OthersRead) draft.Whisper(question);
        else draft.Say("judge", question);
    }

    /// <summary>Two presses so close together are one: stopping is the one thing that cannot be taken back.</summary>
    private static readonly TimeSpan DoublePress = TimeSpan.FromSeconds(3);

    private void OnStop(Draft draft, Session.Started started, bool byCommand)
    {
        var slips = started.Sheet.StopPending && !byCommand && draft.At - started.Sheet.Touched < DoublePress;
        if (slips) draft.Whisper(Wording.StopSure());
        else if (started is Session.ChoosingCause or Session.JudgingLastCause) End(draft, Ending.Complete);
        else if (started.Sheet.StopPending || started is Session.Briefed) End(draft, Ending.Stopped);
        else
        {
            draft.Record(new SessionEvent.StopAsked(draft.At));
            draft.Say($"stop-{draft.Sheet.StopsAsked}", Speak(draft, Wording.StopSure()) with { Controls = Controls.StopSure(draft.State) });
        }
        if (byCommand) draft.Whisper(Wording.StopTaken(draft.State));
    }

    /// <summary>A new line that goes on: it is the newest one, so the buttons of where the session stands come with it.</summary>
    private void GoOn(Draft draft)
    {
        draft.Record(new SessionEvent.StopDeclined(draft.At));
        draft.Say($"on-{draft.Sheet.StopsAsked}", Speak(draft, Wording.GoingOn(Left(draft))));
    }

    private void End(Draft draft, Ending ending)
    {
        var before = draft.State;
        draft.Record(new SessionEvent.Ended(draft.At, ending));
        draft.Say("end", new(Prose.Paragraphs(EndText(draft, before, ending), ending is Ending.Complete or Ending.Stopped && before is not Session.Briefed ? PanelWording.Thanks(draft.Sheet) : Prose.Empty)) { Controls = before is Session.Briefed ? [] : Controls.For(draft.State, ScriptOf(draft.Sheet)) });
        TellLoop(draft);
    }

    /// <summary>The loop goes on from here; it looks the session up itself.</summary>
    private static void TellLoop(Draft draft)
    {
        if (draft.Sheet.Setup.Loop is { } loop)
            draft.Wish(new Effect.Later(loop.Stream, $"{RoundOverTimer}-{draft.Sheet.Setup.Stream.Key}", [new("session", draft.Sheet.Setup.Stream.Key)], draft.At));
    }

    private RootCause? CauseOf(string? id) => questions.SelectMany(question => question.Script.RootCauses).FirstOrDefault(cause => cause.Id == id);

    private Prose EndText(Draft draft, Session before, Ending ending) => (before, ending) switch
    {
        (Session.Briefed, _) => Wording.NeverBegun(draft.Sheet.Setup),
        (_, Ending.Complete) => Wording.Finished(draft.Sheet, CauseOf(draft.Sheet.Cause)?.Fix),
        (_, Ending.Abandoned) => Wording.Abandoned(draft.Sheet, Debrief.Build(All(draft))),
        _ => Wording.Stopped(draft.Sheet, Debrief.Build(All(draft))),
    };
}
