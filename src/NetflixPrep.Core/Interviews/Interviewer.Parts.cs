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
        ShowCard(draft);
    }

    private void ShowCard(Draft draft) => draft.Say("card", Speak(draft, Wording.Card(draft.Sheet.Setup, PaceOf(draft.Sheet))), ping: true);

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
        var elapsed = draft.Sheet.Clock!.Elapsed(draft.At) - draft.Sheet.QuestionBegan;
        if (Probing.Next(new(QuestionOf(draft), PaceOf(draft.Sheet), Read(draft), draft.Sheet, elapsed)) is { } next)
        {
            draft.Record(new SessionEvent.FollowUpAsked(draft.At, next.FollowUp.Id, next.Reason, next.Of));
            draft.Say($"probe-{draft.Sheet.Probes.Count}", Speak(draft, lead + Wording.FollowUp(draft.Sheet, next, PaceOf(draft.Sheet))));
        }
        else NextQuestion(draft, lead);
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
