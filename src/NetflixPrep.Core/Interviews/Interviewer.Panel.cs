using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <content>A panel: people lead, and the bot does by the clock what they let pass.</content>
public sealed partial class Interviewer
{
    private void OnPanel(Draft draft, Session.Started session, SessionInput input)
    {
        var (who, seat) = (input.From.Person, session.Sheet.SeatOf(input.From.Person));
        switch (session.Sheet.Setup, input)
        {
            case ({ Panel: null }, _):
                draft.Whisper(PanelWording.NoPanel());
                break;
            case (var setup, _) when setup.Person.IsSameHuman(who):
                draft.Whisper(PanelWording.NotForCandidate());
                break;
            case (var setup, _) when session is not (Session.Briefed or Session.Speaking):
                draft.Whisper(PanelWording.Over(setup.Person));
                break;
            case ({ Panel.Open: true }, SessionInput.JoinPanel) when seat is null && session.Sheet.Seats.Count < Panel.MostSeats:
                Join(draft, who);
                break;
            case ({ Panel.Open: true }, SessionInput.JoinPanel) when seat is null:
                draft.Whisper(PanelWording.Full());
                break;
            case ({ Panel.Open: var open }, _) when seat is null:
                draft.Whisper(PanelWording.NotOnPanel(open && session.Sheet.Seats.Count < Panel.MostSeats));
                break;
            case (_, SessionInput.OpenScript or SessionInput.JoinPanel):
                Sit(draft, who);
                ShowScript(draft, who);
                break;
            case (_, SessionInput.LeavePanel) when seat is { MayLead: false }:
                draft.Whisper(PanelWording.HasLeft());
                break;
            case (_, SessionInput.LeavePanel):
                LeavePanel(draft, who);
                draft.Whisper(PanelWording.HasLeft());
                break;
            default:
                Sit(draft, who);
                Lead(draft, who, input);
                break;
        }
    }

    private void Join(Draft draft, PersonId who)
    {
        Sit(draft, who);
        if (draft.State is Session.Briefed) ShowCard(draft);
        else draft.Say($"joined-{draft.Sheet.Seats.Count}", Speak(draft, PanelWording.Joined(who)));
        ShowScript(draft, who);
    }

    /// <summary>Whatever a member of the panel does shows that they are here.</summary>
    private static void Sit(Draft draft, PersonId who)
    {
        if (draft.Sheet.SeatOf(who) is not { Attendance: Attendance.Here }) draft.Record(new SessionEvent.SeatTaken(draft.At, who));
    }

    private void LeavePanel(Draft draft, PersonId who)
    {
        var led = draft.Sheet.Lead is { } lead && lead.IsSameHuman(who);
        draft.Record(new SessionEvent.SeatLeft(draft.At, who, LeftBecause.Left));
        if (draft.State is Session.Speaking) draft.Say($"left-{draft.Sheet.Step}-{draft.At.Ticks}", Speak(draft, PanelWording.Left(who, led, draft.Sheet.Lead)));
    }

    private void ShowScript(Draft draft, PersonId who) => draft.Whisper(ScriptPage.Message(ScriptOf(draft.Sheet), PanelWording.Head((Session.Started)draft.State, who)) with { Controls = PrivateControls(draft, who) }, quotes: true);

    private Seq<Control> PrivateControls(Draft draft, PersonId who) =>
        PanelControls.Private((Session.Started)draft.State, who, PaceOf(draft.Sheet), draft.State is Session.Awaiting ? NextProbe(draft)?.FollowUp.Id : null);

    private void Lead(Draft draft, PersonId who, SessionInput input)
    {
        var (sheet, question) = (draft.Sheet, QuestionOf(draft));
        if (sheet.Lead is not { } lead || !lead.IsSameHuman(who))
        {
            draft.Whisper(PanelWording.NotYours(sheet.Lead));
            return;
        }
        switch (draft.State, input)
        {
            case var _ when StepOf(input) != sheet.Step:
                draft.Whisper(PanelWording.MovedOn());
                return;
            case (Session.Answering or Session.Probing or Session.Awaiting, SessionInput.TellFact tell) when question.Facts.FirstOrDefault(fact => fact.Id == tell.Fact) is { } fact:
                if (sheet.FactsTold.Contains(fact.Id)) draft.Whisper(PanelWording.SaidBefore());
                else Acted(draft, who, new SessionEvent.FactsTold(draft.At, [fact.Id]) { By = who }, $"told-{fact.Id}", PanelWording.Says(who, fact.Say));
                return;
            case (Session.Answering or Session.Probing, SessionInput.GiveHint hint):
                if (PanelControls.NextRung(draft.State, question) is not { } rung) draft.Whisper(PanelWording.NoMoreHints());
                else if (hint.Rung is { } promised && promised != rung) draft.Whisper(PanelWording.SaidBefore());
                else Acted(draft, who, new SessionEvent.HintGiven(draft.At, rung) { By = who }, $"hint-{sheet.Step}-{rung}", draft.State is Session.Probing probing
                    ? PanelWording.GivesProbeHint(who, FollowUp(draft, probing.FollowUp).Hint!)
                    : PanelWording.GivesHint(who, rung, question.Hints.Count, question.Hints[rung - 1]));
                return;
            case (Session.Answering, SessionInput.ThrowNews news) when PaceOf(sheet).Curveballs.FirstOrDefault(card => card.Id == news.Curveball) is { } card:
                if (sheet.Curveballs.Any(thrown => thrown.What == card.Id)) draft.Whisper(PanelWording.SaidBefore());
                else Acted(draft, who, new SessionEvent.CurveballThrown(draft.At, card.Id) { By = who }, $"news-{card.Id}", PanelWording.Says(who, card.Say));
                return;
            case (Session.Awaiting { Sheet.Clock.Stands: true }, SessionInput.AskFollowUp):
                draft.Whisper(PanelWording.Paused(sheet.Setup.Person));
                return;
            case (Session.Awaiting, SessionInput.AskFollowUp ask) when PanelControls.FollowUps(sheet, question).FirstOrDefault(each => each.Id == ask.FollowUp) is { } followUp:
                AskProbe(draft, Chosen(draft, followUp), Prose.Empty, asker: who);
                draft.Whisper(new Message(PanelWording.Done()) { Controls = PrivateControls(draft, who) });
                return;
            default:
                draft.Whisper(PanelWording.MovedOn());
                return;
        }
    }

    private static int? StepOf(SessionInput input) => input switch
    {
        SessionInput.TellFact tell => tell.Step,
        SessionInput.GiveHint hint => hint.Step,
        SessionInput.ThrowNews news => news.Step,
        SessionInput.AskFollowUp ask => ask.Step,
        _ => null,
    };

    /// <summary>Said for all, and the lead alone gets what can be done next.</summary>
    private void Acted(Draft draft, PersonId who, SessionEvent fact, string slot, Prose text)
    {
        draft.Record(fact);
        draft.Say(slot, Speak(draft, text));
        draft.Whisper(new Message(PanelWording.Done()) { Controls = PrivateControls(draft, who) });
    }

    private NextProbe Chosen(Draft draft, FollowUp followUp)
    {
        var likeliest = NextProbe(draft);
        return likeliest?.FollowUp.Id == followUp.Id ? likeliest : new(followUp, "the interviewer chose it", Math.Max(likeliest?.Of ?? 0, draft.Sheet.Probes.Count + 1));
    }

    private static void OnPanelSaid(Draft draft, SessionInput.Say say)
    {
        if (string.IsNullOrWhiteSpace(say.Text) || draft.State is not (Session.Briefed or Session.Speaking)) return;
        var who = say.From.Person;
        Sit(draft, who);
        if (draft.State is not Session.Speaking || draft.Sheet.All.Any(sheet => sheet.PanelWords.Any(word => word.MessageId == say.MessageId))) return;

        // In their own words, and so the candidate has been answered.
        if (draft.Sheet.Awaited is { Facts: { Count: > 0 } facts }) draft.Record(new SessionEvent.FactsTold(draft.At, facts) { By = who });
        draft.Record(new SessionEvent.PanelSaid(draft.At, who, say.MessageId, say.Text));
        draft.Wish(new Effect.Tick(say.From.Place, say.MessageId));
    }

    private static bool IsPanelWord(Session.Started started, string messageId, PersonId by) =>
        started.Sheet.All.Any(sheet => sheet.PanelWords.Any(word => word.MessageId == messageId && (word.Person.IsSameHuman(by) || by.User.Length == 0)));

    private static void OnPanelReworded(Draft draft, string messageId, string? text)
    {
        var word = draft.Sheet.All.SelectMany(sheet => sheet.PanelWords).First(word => word.MessageId == messageId);
        if (!word.Deleted && word.Text != text) draft.Record(new SessionEvent.PanelReworded(draft.At, word.Person, messageId, text));
    }

    /// <summary>The facts know them without a name; nobody waits for them any longer.</summary>
    private static void OnSeatEmptied(Draft draft)
    {
        if (draft.State is Session.Finished) return;
        foreach (var seat in draft.Sheet.Seats.Where(seat => seat.MayLead && Panel.IsNameless(seat.Person))) draft.Record(new SessionEvent.SeatLeft(draft.At, seat.Person, LeftBecause.Left));
    }

    private void PassLate(Draft draft)
    {
        var missing = draft.Sheet.Seats.Where(seat => seat.Attendance == Attendance.Expected).ToList();
        var led = draft.Sheet.Lead;
        foreach (var seat in missing) draft.Record(new SessionEvent.SeatLeft(draft.At, seat.Person, LeftBecause.Late));
        if (draft.Sheet.Lead != led) draft.Say("late", Speak(draft, PanelWording.Late(missing, draft.Sheet.Lead)));
    }

    /// <summary>The minute for the follow-up is over, or the talk between two parts is: the script goes on.</summary>
    private void HandOver(Draft draft)
    {
        var missing = draft.Sheet.PanelSpoke is null ? draft.Sheet.Lead : null;
        if (NextProbe(draft) is { } next) AskProbe(draft, next, PanelWording.InPlaceOf(missing, "I ask"), inPlaceOf: missing);
        else NextQuestion(draft, Prose.Empty);
    }

    /// <summary>Answers what the lead was left to answer.</summary>
    /// <param name="missing">The lead in whose place that is; null when it is nobody's fault.</param>
    /// <param name="goesOn">Something else is said right after it, with the buttons that count then.</param>
    private void TellAwaited(Draft draft, PersonId? missing, bool goesOn = false)
    {
        if (draft.Sheet.Awaited is not { } awaited) return;
        var facts = QuestionOf(draft).Facts.Where(fact => awaited.Facts.Contains(fact.Id)).ToSeq();
        var inPlaceOf = missing;
        if (facts.Count > 0)
        {
            draft.Record(new SessionEvent.FactsTold(draft.At, awaited.Facts) { InPlaceOf = inPlaceOf });
            inPlaceOf = null;
        }
        foreach (var asked in awaited.Unknown)
        {
            draft.Record(new SessionEvent.FactMissed(draft.At, asked) { InPlaceOf = inPlaceOf });
            inPlaceOf = null;
        }
        var text = Prose.Join(" ", [Wording.Facts(facts), awaited.Unknown.Count > 0 ? Wording.NoFact() : Prose.Empty]);
        var dismissed = Dismiss(draft, missing);
        var said = Prose.Paragraphs(PanelWording.InPlaceOf(missing, "I answer") + text, dismissed);
        draft.Say($"late-facts-{draft.Sheet.FactsTold.Count}-{draft.Sheet.FactsMissed.Count}", goesOn ? new(said) : Speak(draft, said));
    }

    /// <summary>Whoever let too much pass leads no longer; says who does.</summary>
    private static Prose Dismiss(Draft draft, PersonId? missing)
    {
        if (missing is not { } person || draft.Sheet.SeatOf(person) is not { LetPass: >= Panel.MostLetPass }) return Prose.Empty;
        draft.Record(new SessionEvent.SeatLeft(draft.At, person, LeftBecause.Silent));
        return PanelWording.Now(draft.Sheet.Lead);
    }
}
