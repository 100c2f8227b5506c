using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <content>What the person says, asks and is helped with while a part runs.</content>
public sealed partial class Interviewer
{
    private void OnSay(Draft draft, SessionInput.Say say)
    {
        if (string.IsNullOrWhiteSpace(say.Text)) return;
        if (say.FileName is null && PlainWord.Read(say.Text, say.From, draft.State) is { } word)
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
        // One message is kept once, however often it is delivered; a file may share its message with a text.
        if (draft.Sheet.Has(say.MessageId, say.FileName)) return;

        if (draft.Sheet.StopPending) GoOn(draft);
        draft.Record(new SessionEvent.AnswerGiven(draft.At, say.From.Place, say.MessageId, say.Text, say.FileName));
        draft.Wish(new Effect.Tick(say.From.Place, say.MessageId));
        if (draft.State is Session.Closing) return;

        var isShort = Words.Count(say.Text) <= 30;
        if (RunsIncident(draft))
        {
            if (say.FileName is null && LookAndAct(draft, say.Text, say.MessageId, isShort)) return;
        }
        else if (say.Text.TrimEnd().EndsWith('?')) Answer(draft, say.Text, $"facts-{say.MessageId}", mustAnswer: isShort);
        if (draft.State is Session.Answering && !draft.Sheet.MonologueNudged && draft.Sheet.Setup.Style != Style.Silent && draft.Sheet.WordsInARow > Pace.MonologueWords)
        {
            var words = draft.Sheet.WordsInARow;
            draft.Record(new SessionEvent.Nudged(draft.At, NudgeKind.Monologue, $"{words} words in a row"));
            draft.Say("nudge-monologue", Speak(draft, Wording.Monologue(words, draft.Sheet.Setup.Style)));
        }
    }

    /// <summary>Gives the facts a text asks for, all in one message; says so when there is none for it.</summary>
    private void Answer(Draft draft, string text, string slot, bool mustAnswer)
    {
        var facts = Reader(draft).FactsAskedIn(text);
        if (draft.Sheet.Lead is not null && (facts.Count > 0 || mustAnswer)) draft.Record(new SessionEvent.FactsAwaited(draft.At, [.. facts.Select(fact => fact.Id)], text.Trim()));
        else if (facts.Count > 0)
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
        if (draft.Sheet.StopPending) GoOn(draft);
        if (draft.State is Session.Probing probing)
        {
            var followUp = FollowUp(draft, probing.FollowUp);
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
        else if (draft.Sheet.Hints + 1 is var rung && rung > QuestionOf(draft).Hints.Count) draft.Whisper(Wording.NoMoreHints());
        else if (promised is not null && promised != rung) draft.Whisper(Wording.HintIsThere(promised.Value));
        else if (rung == QuestionOf(draft).Hints.Count && draft.Sheet.Entries.Count == draft.Sheet.EntriesAtLastHint) draft.Whisper(Wording.TryFirst(rung));
        else
        {
            draft.Record(new SessionEvent.HintGiven(draft.At, rung));
            draft.Say($"hint-{draft.Sheet.Step}-{rung}", Speak(draft, Wording.Hint(rung, QuestionOf(draft).Hints)));
        }
    }
}
