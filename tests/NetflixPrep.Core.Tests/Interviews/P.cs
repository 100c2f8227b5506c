using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Tests.Interviews;

/// <summary>Facts and inputs of a session with a panel: Bea and Cleo interview Ada.</summary>
internal static class P
{
    internal static readonly PersonId Cleo = new("terminal", "hall", "cleo");
    internal static readonly PersonId Dan = new("terminal", "hall", "dan");

    internal static SessionEvent Started { get; } = With(new([A.Bea, Cleo], Open: false));

    internal static SessionEvent OpenToAll { get; } = With(new([], Open: true));

    internal static SessionEvent With(Panel panel) => A.StartedWith(A.Setup with { Openness = Openness.Public, Panel = panel });

    internal static SessionEvent Here(PersonId who, double minute) => new SessionEvent.SeatTaken(A.Min(minute), who);

    internal static SessionEvent Gone(PersonId who, double minute, LeftBecause because = LeftBecause.Left) => new SessionEvent.SeatLeft(A.Min(minute), who, because);

    internal static SessionEvent Awaited(double minute, string fact, string asked = "What latency?") => new SessionEvent.FactsAwaited(A.Min(minute), fact.Length == 0 ? [] : [fact], asked);

    internal static SessionEvent Waiting(double minute) => new SessionEvent.FollowUpAwaited(A.Min(minute));

    internal static SessionEvent Said(PersonId who, string text, double minute, string id = "p1") => new SessionEvent.PanelSaid(A.Min(minute), who, id, text);

    internal static SessionEvent Told(double minute, string fact, PersonId? by = null, PersonId? inPlaceOf = null) => new SessionEvent.FactsTold(A.Min(minute), [fact]) { By = by, InPlaceOf = inPlaceOf };

    internal static SessionEvent Thrown(double minute, PersonId? by = null, PersonId? inPlaceOf = null) => new SessionEvent.CurveballThrown(A.Min(minute), "launch") { By = by, InPlaceOf = inPlaceOf };

    internal static SessionEvent Probed(string followUp, double minute, PersonId? asker = null, PersonId? inPlaceOf = null, string reason = "not mentioned: a baseline", int of = 2) =>
        new SessionEvent.FollowUpAsked(A.Min(minute), followUp, reason, of) { Asker = asker, InPlaceOf = inPlaceOf };

    // Inputs.
    internal static SessionInput Script(PersonId who, double minute) => new SessionInput.OpenScript(A.From(minute, who));

    internal static SessionInput Join(PersonId who, double minute) => new SessionInput.JoinPanel(A.From(minute, who));

    internal static SessionInput Leave(PersonId who, double minute) => new SessionInput.LeavePanel(A.From(minute, who));

    internal static SessionInput Tell(PersonId who, string fact, double minute, int step = 1) => new SessionInput.TellFact(A.From(minute, who), step, fact);

    internal static SessionInput Help(PersonId who, double minute, int? rung = null, int step = 1) => new SessionInput.GiveHint(A.From(minute, who), step, rung);

    internal static SessionInput Throw(PersonId who, double minute, int step = 1) => new SessionInput.ThrowNews(A.From(minute, who), step, "launch");

    internal static SessionInput Ask(PersonId who, string followUp, double minute, int step = 2) => new SessionInput.AskFollowUp(A.From(minute, who), step, followUp);
}
