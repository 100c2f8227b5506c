using System.Diagnostics;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Loops;

/// <summary>Decides for loops: one round after the other, as many days as it takes, one packet at the end. Pure.</summary>
public static class LoopDesk
{
    /// <summary>A loop that nobody touches for so long is closed, with the packet of what there is.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(30);

    /// <summary>What <c>Break</c> takes.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromMinutes(10);

    /// <summary>The place stays open so long after the end.</summary>
    private static readonly TimeSpan CloseAfter = TimeSpan.FromHours(1);

    private const string ExpiryTimer = "expiry";
    private const string BreakTimer = "break";
    private const string CloseTimer = "close";

    /// <summary>Answers every pair of state and input.</summary>
    public static Decision<LoopEvent> Decide(Loop loop, LoopInput input)
    {
        var draft = new LoopDraft(loop, input.From, input.Typed);
        Move(draft, loop, input);
        return draft.Finish();
    }

    private static void Move(LoopDraft draft, Loop loop, LoopInput input)
    {
        switch (loop, input)
        {
            case (Loop.NotPlanned, LoopInput.Start start):
                draft.Record(new LoopEvent.Planned(draft.At, start.Setup));
                draft.Wish(new Effect.OpenPlace(start.Setup.AskedIn, $"Loop {start.Setup.Stream.Key[..4]}", start.Setup.Openness, [start.Setup.Person]));
                draft.Say("card", LoopWording.Card(draft.Sheet), ping: true);
                Expire(draft);
                break;
            case (Loop.NotPlanned, LoopInput.Due or LoopInput.RoundOver or LoopInput.PlaceLost):
                break;
            case (Loop.NotPlanned, _):
                draft.Whisper(LoopWording.NoSuchLoop());
                break;

            case (Loop.InRound round, LoopInput.RoundOver over) when round.Session == over.Session:
                OnRoundOver(draft, over.Summary);
                break;
            case (_, LoopInput.RoundOver):
                break;
            case (Loop.Started started, LoopInput.Due due):
                OnDue(draft, started, due.Timer);
                break;
            case (Loop.Finished, LoopInput.PlaceLost) or (Loop.Started { Sheet.PlaceLostBecause: not null }, LoopInput.PlaceLost):
                break;
            case (Loop.InRound, LoopInput.PlaceLost lost):
                // The round lost its place as well and ends; what was said in it belongs in the packet.
                draft.Record(new LoopEvent.PlaceLost(draft.At, lost.Reason));
                break;
            case (Loop.Started, LoopInput.PlaceLost lost):
                EndHomeless(draft, lost.Reason);
                break;

            case (Loop.Started started, _) when !started.Sheet.Setup.Person.IsSameHuman(draft.From.Person):
                draft.Whisper(LoopWording.OnlyTheirs(started.Sheet.Setup.Person));
                break;
            case (Loop.Started, LoopInput.Packet):
                draft.Whisper(LoopPacket.Message(draft.Sheet));
                break;
            case (Loop.Finished, _):
                draft.Whisper(LoopWording.Over());
                break;
            case (Loop.Started, LoopInput.Start):
                draft.Whisper(LoopWording.AlreadyOpen(draft.Sheet));
                break;

            case (Loop.InRound, LoopInput.Next or LoopInput.Break or LoopInput.Stop or LoopInput.StopConfirmed or LoopInput.GoOn):
                draft.Whisper(LoopWording.RoundIsOpen(draft.Sheet));
                break;
            case (Loop.Waiting waiting, LoopInput.Next next):
                OnNext(draft, waiting, next);
                break;
            case (Loop.Waiting waiting, LoopInput.Break taken):
                if (!IsCurrent(draft, taken.Step, waiting)) break;
                draft.Record(new LoopEvent.BreakTaken(draft.At, draft.At + Break));
                draft.Say($"break-{draft.Sheet.Step}", LoopWording.OnBreak(draft.Sheet));
                draft.Later(BreakTimer, draft.At + Break);
                Expire(draft);
                break;
            case (Loop.Waiting { Sheet.StopPending: true }, LoopInput.Stop { ByCommand: true }):
                End(draft, LoopEnding.Stopped);
                draft.Whisper(LoopWording.Closed());
                break;
            case (Loop.Waiting, LoopInput.Stop stop):
                draft.Record(new LoopEvent.StopAsked(draft.At));
                draft.Say($"stop-{draft.Sheet.StopsAsked}", LoopWording.StopSure(draft.Sheet));
                if (stop.ByCommand) draft.Whisper(LoopWording.StopTaken());
                break;
            case (Loop.Waiting waiting, LoopInput.StopConfirmed confirmed):
                if (waiting.Sheet.StopPending && IsCurrent(draft, confirmed.Step, waiting)) End(draft, LoopEnding.Stopped);
                else draft.Whisper(LoopWording.Stale());
                break;
            case (Loop.Waiting { Sheet.StopPending: true }, LoopInput.GoOn):
                draft.Record(new LoopEvent.StopDeclined(draft.At));
                draft.Say($"on-{draft.Sheet.StopsAsked}", LoopWording.Between(draft.Sheet));
                break;
            case (Loop.Waiting, LoopInput.GoOn or LoopInput.Unknown) or (Loop.InRound, LoopInput.Unknown):
                draft.Whisper(LoopWording.Stale());
                break;
            default:
                throw new UnreachableException($"No rule for {input.GetType().Name} in {loop.GetType().Name}.");
        }
    }

    private static void OnNext(LoopDraft draft, Loop.Waiting waiting, LoopInput.Next next)
    {
        if (!IsCurrent(draft, next.Step, waiting)) return;
        if (next.Session is not { } session)
        {
            draft.Whisper(next.Complaint is { } complaint ? Prose.Typed(complaint) : LoopWording.Stale());
            return;
        }
        draft.Record(new LoopEvent.RoundOpened(draft.At, session));
        draft.Say($"round-{draft.Sheet.Number}-{draft.Sheet.Step}", LoopWording.Opened(draft.Sheet), takesButtons: true);
        draft.Later(BreakTimer, null);
        draft.Later(ExpiryTimer, null);
    }

    private static void OnRoundOver(LoopDraft draft, RoundSummary? summary)
    {
        if (draft.Sheet.PlaceLostBecause is { } reason)
        {
            if (summary is not null) draft.Record(new LoopEvent.RoundHeld(draft.At, summary));
            EndHomeless(draft, reason);
            return;
        }
        if (summary is null)
        {
            draft.Record(new LoopEvent.RoundNotBegun(draft.At));
            draft.Say($"again-{draft.Sheet.Step}", LoopWording.Between(draft.Sheet));
            Expire(draft);
            return;
        }
        draft.Record(new LoopEvent.RoundHeld(draft.At, summary));
        if (draft.Sheet.Round is null)
        {
            End(draft, LoopEnding.Complete);
            return;
        }
        draft.Say($"between-{draft.Sheet.Number}", LoopWording.RoundDone(draft.Sheet), ping: true);
        Expire(draft);
    }

    private static void OnDue(LoopDraft draft, Loop.Started started, string timer)
    {
        switch (started, timer)
        {
            case (Loop.Waiting { Sheet.BreakUntil: { } until }, BreakTimer) when until <= draft.At:
                draft.Record(new LoopEvent.BreakOver(draft.At));
                draft.Say($"back-{draft.Sheet.Step}", LoopWording.BreakOver(draft.Sheet), ping: true);
                break;
            case (Loop.Waiting { Sheet.Touched: var touched }, ExpiryTimer) when touched + Waits <= draft.At:
                End(draft, LoopEnding.Abandoned);
                break;
            case (Loop.Waiting, ExpiryTimer):
                Expire(draft);
                break;
            case (Loop.Finished, CloseTimer):
                draft.Wish(new Effect.ClosePlace());
                break;
        }
    }

    private static void End(LoopDraft draft, LoopEnding ending)
    {
        draft.Record(new LoopEvent.Ended(draft.At, ending));
        draft.Say("end", LoopWording.Ended(draft.Sheet, ending), ping: ending == LoopEnding.Complete, takesButtons: true);
        if (draft.Sheet.Held.Count > 0) draft.Say("packet", LoopPacket.Message(draft.Sheet));
        draft.Later(BreakTimer, null);
        draft.Later(ExpiryTimer, null);
        draft.Later(CloseTimer, draft.At + CloseAfter);
    }

    private static void EndHomeless(LoopDraft draft, string reason)
    {
        draft.Record(new LoopEvent.Ended(draft.At, LoopEnding.PlaceLost));
        draft.Wish(reason == Inbound.PlaceGone.DmClosed
            ? new Effect.Show(new Where.In(draft.Sheet.Setup.AskedIn), "lost", LoopWording.DmClosed(draft.Sheet), draft.Sheet.Setup.Person, [])
            : new Effect.Show(new Where.Dm(draft.Sheet.Setup.Person), "lost", LoopWording.PlaceLost(draft.Sheet), null, [draft.Sheet.Setup.Person]));
    }

    private static void Expire(LoopDraft draft) => draft.Later(ExpiryTimer, draft.Sheet.Touched + Waits);

    private static bool IsCurrent(LoopDraft draft, int? step, Loop.Started started)
    {
        if (step is null || step == started.Sheet.Step) return true;
        draft.Whisper(LoopWording.Stale());
        return false;
    }
}

/// <summary>A decision being written: facts are folded in as they are recorded.</summary>
/// <param name="typed">The person wrote a message, so the answer is a line after it.</param>
internal sealed class LoopDraft(Loop state, Origin from, bool typed)
{
    private readonly List<LoopEvent> events = [];
    private readonly List<Effect> effects = [];

    public Loop State { get; private set; } = state;

    public Origin From => from;

    public DateTimeOffset At => from.At;

    public LoopSheet Sheet => ((Loop.Started)State).Sheet;

    public void Record(LoopEvent fact)
    {
        State = State.Evolve(fact);
        events.Add(fact);
    }

    public void Wish(Effect effect) => effects.Add(effect);

    public void Say(string slot, Message message, bool ping = false, bool takesButtons = false) =>
        Wish(new Effect.Show(new Where.Home(), slot, message, Only: null, ping ? [Sheet.Setup.Person] : []) { TakesButtons = takesButtons ? true : null });

    public void Whisper(Message message)
    {
        if (typed) Say($"reply-{from.DeliveryId}", message);
        else Wish(new Effect.Show(new Where.In(from.Place), "whisper", message, Only: from.Person, []));
    }

    public void Whisper(Prose text) => Whisper(new Message(text));

    public void Later(string timer, DateTimeOffset? at) => Wish(new Effect.Later(Sheet.Setup.Stream, timer, [], at));

    public Decision<LoopEvent> Finish() => new([.. events], [.. effects]);
}
