using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <content>From one part to the next: answer, follow-ups, questions for us.</content>
public sealed partial class Interviewer
{
    private void Brief(Draft draft, Setup setup)
    {
        draft.Record(new SessionEvent.Briefed(draft.At, setup));
        draft.Wish(new Effect.OpenPlace(setup.AskedIn, Wording.PlaceName(setup), setup.Openness, [setup.Person], setup.Loop?.Stream));
        ShowCard(draft, [setup.Person, .. setup.Panel?.Named ?? []]);
    }

    private void ShowCard(Draft draft, Seq<PersonId>? notify = null) =>
        draft.Say("card", Speak(draft, Prose.Lines(Wording.Card(draft.Sheet.Setup, PaceOf(draft.Sheet)), PanelWording.Card(draft.Sheet))), notify ?? [draft.Sheet.Setup.Person]);

    private void AskQuestion(Draft draft)
    {
        draft.Record(new SessionEvent.QuestionAsked(draft.At));
        Ask(draft, Prose.Empty);
    }

    private void Ask(Draft draft, Prose lead)
    {
        var question = QuestionOf(draft);
        if (question.Incident is { Symptoms: [var first, ..] }) draft.Record(new SessionEvent.SymptomShown(draft.At, first.Id));
        var pace = PaceOf(draft.Sheet);
        var rest = questions.Skip(draft.Sheet.Number).Select((next, ahead) => new Pace(draft.Sheet.Setup, next.Script.Question, draft.Sheet.Number + ahead).Total).Aggregate(TimeSpan.Zero, (sum, total) => sum + total);
        draft.Say("question", Speak(draft, lead + Wording.Question(draft.Sheet, question, draft.At + pace.Answer, draft.At + rest)));
    }

    private void OnDone(Draft draft, Session.Speaking speaking)
    {
        var said = speaking.Sheet.Entries.Any(entry => entry.Part == speaking.Part && !entry.Deleted);
        if (speaking is not Session.Closing && !said) draft.Whisper(Wording.NothingYet(speaking));
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
        NextQuestion(draft, Prose.Empty);
    }

    /// <summary>Ends the part that runs and goes to the next one.</summary>
    private void FinishPart(Draft draft, EndedBy by)
    {
        TellAwaited(draft, missing: null, goesOn: true);
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
        var lead = by switch
        {
            EndedBy.TimeUp => Wording.TimeUp(),
            EndedBy.Mitigated => Wording.Mitigated(QuestionOf(draft).Incident!.Mitigation),
            _ => Prose.Empty,
        };
        if (NextProbe(draft) is not { } next) NextQuestion(draft, lead);
        else if (draft.Sheet.Seats.Any(seat => seat.MayLead)) LeaveToPanel(draft, lead);
        else AskProbe(draft, next, lead);
    }

    /// <summary>The follow-up that the bot would ask now; time in which the panel was waited for is not counted.</summary>
    private NextProbe? NextProbe(Draft draft)
    {
        var elapsed = draft.Sheet.Clock!.Elapsed(draft.At);
        var waiting = draft.State is Session.Awaiting ? elapsed - draft.Sheet.PartBegan : TimeSpan.Zero;
        return Probing.Next(new(QuestionOf(draft), PaceOf(draft.Sheet), Read(draft), draft.Sheet, elapsed - draft.Sheet.QuestionBegan - draft.Sheet.Waited - waiting));
    }

    private void LeaveToPanel(Draft draft, Prose lead)
    {
        draft.Record(new SessionEvent.FollowUpAwaited(draft.At));
        draft.Say($"turn-{draft.Sheet.Step}", Speak(draft, lead + PanelWording.YourTurn(draft.Sheet.Lead!.Value)));
    }

    /// <param name="asker">The member of the panel who asks; null for the bot.</param>
    /// <param name="inPlaceOf">The lead in whose place the bot asks.</param>
    private void AskProbe(Draft draft, NextProbe next, Prose lead, PersonId? asker = null, PersonId? inPlaceOf = null)
    {
        TellAwaited(draft, missing: null, goesOn: true);
        draft.Record(new SessionEvent.FollowUpAsked(draft.At, next.FollowUp.Id, next.Reason, next.Of) { Asker = asker, InPlaceOf = inPlaceOf });
        var dismissed = Dismiss(draft, inPlaceOf);
        draft.Say($"probe-{draft.Sheet.Probes.Count}", Speak(draft, Prose.Paragraphs(lead + Wording.FollowUp(draft.Sheet, next, PaceOf(draft.Sheet), asker), dismissed)));
    }

    /// <summary>The round's next question, or what comes after the last one.</summary>
    private void NextQuestion(Draft draft, Prose lead)
    {
        if (draft.Sheet.Number + 1 >= questions.Count)
        {
            InviteQuestions(draft, lead);
            return;
        }
        draft.Record(new SessionEvent.NextQuestionAsked(draft.At, draft.Sheet.Number + 1));
        Ask(draft, lead);
    }

    private void InviteQuestions(Draft draft, Prose lead)
    {
        draft.Record(new SessionEvent.QuestionsInvited(draft.At));
        draft.Say("closing", Speak(draft, lead + Wording.YourQuestions(draft.Sheet.Setup)));
    }

    private FollowUp FollowUp(Draft draft, string id) => QuestionOf(draft).FollowUps.First(followUp => followUp.Id == id);
}
