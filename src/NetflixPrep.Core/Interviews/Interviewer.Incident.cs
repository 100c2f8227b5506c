using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <content>An incident: evidence is told when it is asked for, and the right action ends it.</content>
public sealed partial class Interviewer
{
    private bool RunsIncident(Draft draft) => draft.State is Session.Answering && QuestionOf(draft).Incident is not null;

    private void OnAsked(Draft draft, string text)
    {
        var slot = $"{draft.Sheet.Entries.Count}-{draft.Sheet.FactsTold.Count}-{draft.Sheet.FactsMissed.Count}-{draft.Sheet.Evidence.Count}-{draft.Sheet.EvidenceMissed.Count}";
        if (RunsIncident(draft)) Look(draft, text, slot, mustAnswer: true);
        else if (draft.Sheet.Lead is not null)
        {
            // What comes by a form nobody else has seen.
            Answer(draft, text, slot, mustAnswer: true);
            draft.Say($"asked-{slot}-{draft.At.Ticks}", Speak(draft, PanelWording.Asks(draft.Sheet.Setup.Person, text.Trim())));
        }
        else Answer(draft, text, $"facts-{slot}", mustAnswer: true);
    }

    /// <returns>Whether the message ended the incident.</returns>
    private bool LookAndAct(Draft draft, string text, string messageId, bool isShort)
    {
        var acted = Reader(draft).Act(text);
        Look(draft, text, messageId, mustAnswer: isShort && acted is { Mitigates: null } and ({ Asks: true } or { Tries: true }));
        if (acted.Mitigates is not { } action) return false;
        draft.Record(new SessionEvent.Mitigated(draft.At, action.Quote));
        FinishPart(draft, EndedBy.Mitigated);
        return true;
    }

    /// <summary>Tells the facts and the evidence that a message asks for, all in one line; what was seen before is said again, but counts once.</summary>
    private void Look(Draft draft, string text, string slot, bool mustAnswer)
    {
        var acted = Reader(draft).Act(text);
        var evidence = acted.Evidence;
        if (evidence.Count == 0 && !text.TrimEnd().EndsWith('?') && !mustAnswer) return;
        var facts = text.TrimEnd().EndsWith('?') || evidence.Count == 0 ? Reader(draft).FactsAskedIn(text) : [];
        Seq<string> seen = [.. evidence.Select(each => each.Id).Where(id => draft.Sheet.Evidence.All(looked => looked.Evidence != id))];
        if (seen.Count > 0) draft.Record(new SessionEvent.EvidenceShown(draft.At, seen, text.Trim()));
        if (facts.Count > 0) draft.Record(new SessionEvent.FactsTold(draft.At, [.. facts.Select(fact => fact.Id)]));
        if (evidence.Count + facts.Count > 0) draft.Say($"seen-{slot}", Speak(draft, Prose.Join(" ", [Wording.Evidence(evidence), Wording.Facts(facts)])));
        else if (acted.AsksLeave) draft.Say($"seen-{slot}", Speak(draft, Wording.YourCall()));
        else if (mustAnswer)
        {
            draft.Record(new SessionEvent.EvidenceMissed(draft.At, text.Trim()));
            draft.Say($"seen-{slot}", Speak(draft, acted.Tries ? Wording.NothingChanged() : Wording.NothingUnusual()));
        }
    }
}
