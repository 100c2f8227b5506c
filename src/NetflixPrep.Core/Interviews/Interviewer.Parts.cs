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
        draft.Wish(new Effect.OpenPlace(setup.AskedIn, Wording.PlaceName(setup), setup.Openness, [setup.Person]));
        ShowCard(draft);
    }

    private void ShowCard(Draft draft) => draft.Say("card", Speak(draft, Wording.Card(draft.Sheet.Setup, script, PaceOf(draft.Sheet))), ping: true);

    private void AskQuestion(Draft draft)
    {
        draft.Record(new SessionEvent.QuestionAsked(draft.At));
        var pace = PaceOf(draft.Sheet);
        draft.Say("question", Speak(draft, Wording.Question(script.Question, draft.At + pace.Answer, draft.At + pace.Total)));
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
        InviteQuestions(draft, Prose.Empty);
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
        var lead = by == EndedBy.TimeUp ? Wording.TimeUp() : Prose.Empty;
        var elapsed = draft.Sheet.Clock!.Elapsed(draft.At);
        if (Probing.Next(new(script.Question, PaceOf(draft.Sheet), Read(draft), draft.Sheet, elapsed)) is { } next)
        {
            draft.Record(new SessionEvent.FollowUpAsked(draft.At, next.FollowUp.Id, next.Reason, next.Of));
            draft.Say($"probe-{draft.Sheet.Probes.Count}", Speak(draft, lead + Wording.FollowUp(draft.Sheet.Probes.Count, next, PaceOf(draft.Sheet))));
        }
        else InviteQuestions(draft, lead);
    }

    private void InviteQuestions(Draft draft, Prose lead)
    {
        draft.Record(new SessionEvent.QuestionsInvited(draft.At));
        draft.Say("closing", Speak(draft, lead + Wording.YourQuestions()));
    }

    private FollowUp FollowUp(string id) => script.Question.FollowUps.First(followUp => followUp.Id == id);
}
