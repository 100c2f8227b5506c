using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Interviews;

/// <content>What the clock brings about.</content>
public sealed partial class Interviewer
{
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
            case Session.Finished { Sheet.Setup.Loop: not null }:
                break;
            case Session.Finished:
                draft.Wish(new Effect.ClosePlace());
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

        // Somebody who is being told something else is not nudged for silence in the same breath.
        foreach (var mark in due.Where(mark => due.Count == 1 || mark is not Mark.Silence)) Pass(draft, mark);
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
                draft.Say($"nudge-{draft.Sheet.Step}", Speak(draft, Wording.Silence(draft.Sheet.Setup.Style)));
                break;
            case Mark.Curveball { Card: var card }:
                var missing = draft.Sheet.Lead;
                draft.Record(new SessionEvent.CurveballThrown(draft.At, card.Id) { InPlaceOf = missing });
                var dismissed = Dismiss(draft, missing);
                draft.Say($"news-{card.Id}", Speak(draft, Prose.Paragraphs(PanelWording.InPlaceOf(missing, "I go on") + Wording.Curveball(card), dismissed)));
                break;
            case Mark.Facts:
                TellAwaited(draft, draft.Sheet.Lead);
                break;
            case Mark.HandOver:
                HandOver(draft);
                break;
            case Mark.Late:
                PassLate(draft);
                break;
            case Mark.Symptom { Card: var symptom }:
                draft.Record(new SessionEvent.SymptomShown(draft.At, symptom.Id));
                draft.Say($"symptom-{symptom.Id}", Speak(draft, Prose.Markdown(symptom.Say.Trim())));
                break;
        }
    }
}
