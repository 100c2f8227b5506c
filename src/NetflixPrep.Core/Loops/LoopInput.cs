using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Loops;

/// <summary>What a loop is asked to decide on. A step is what the pressed button carried; null when it was typed.</summary>
public abstract record LoopInput
{
    private LoopInput(Origin from) => From = from;

    public Origin From { get; init; }

    public DateTimeOffset At => From.At;

    /// <summary>The person wrote it in the loop's place: no button or command is there to be answered privately.</summary>
    public bool Typed { get; init; }

    public sealed record Start(Origin From, LoopSetup Setup) : LoopInput(From);

    /// <param name="Session">The session that was opened for it, or null when none could be: <paramref name="Complaint"/> says why, or the loop itself does.</param>
    public sealed record Next(Origin From, int? Step, StreamId? Session, string? Complaint = null) : LoopInput(From);

    public sealed record Break(Origin From, int? Step) : LoopInput(From);

    public sealed record Packet(Origin From) : LoopInput(From);

    public sealed record Stop(Origin From, bool ByCommand) : LoopInput(From);

    public sealed record StopConfirmed(Origin From, int? Step) : LoopInput(From);

    public sealed record GoOn(Origin From) : LoopInput(From);

    /// <param name="Summary">Null when the session was never begun.</param>
    public sealed record RoundOver(Origin From, StreamId Session, RoundSummary? Summary) : LoopInput(From);

    public sealed record Due(Origin From, string Timer) : LoopInput(From);

    public sealed record PlaceLost(Origin From, string Reason) : LoopInput(From);

    /// <summary>A button that this version does not know.</summary>
    public sealed record Unknown(Origin From) : LoopInput(From);
}

/// <summary>What a loop's buttons are called inside their tokens. Never changed, only added.</summary>
public static class LoopAct
{
    public const string Next = "next";
    internal const string Break = "break";
    internal const string Packet = "packet";
    internal const string Stop = "stop";
    internal const string StopConfirmed = "stop-yes";
    internal const string GoOn = "go-on";

    /// <summary>What a press means; the session for the next round is opened by the caller, which has the bank.</summary>
    public static LoopInput Read(Token token, Origin from) => token.Act switch
    {
        Next => new LoopInput.Next(from, token.Step, null),
        Break => new LoopInput.Break(from, token.Step),
        Packet => new LoopInput.Packet(from),
        Stop => new LoopInput.Stop(from, ByCommand: false),
        StopConfirmed => new LoopInput.StopConfirmed(from, token.Step),
        GoOn => new LoopInput.GoOn(from),
        _ => new LoopInput.Unknown(from),
    };
}
