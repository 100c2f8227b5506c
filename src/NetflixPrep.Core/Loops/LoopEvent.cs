namespace NetflixPrep.Core.Loops;

/// <summary>How a loop ended.</summary>
public enum LoopEnding
{
    Complete,
    Stopped,

    /// <summary>Nobody came back for <see cref="LoopDesk.Waits"/>.</summary>
    Abandoned,
    PlaceLost,
}

/// <summary>A recorded fact of a loop, past tense. The names under which these are stored never change.</summary>
/// <param name="At">When it happened, UTC.</param>
public abstract record LoopEvent
{
    private LoopEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    public sealed record Planned(DateTimeOffset At, LoopSetup Setup) : LoopEvent(At);

    public sealed record RoundOpened(DateTimeOffset At, StreamId Session) : LoopEvent(At);

    public sealed record RoundHeld(DateTimeOffset At, RoundSummary Summary) : LoopEvent(At);

    /// <summary>It was opened but never begun: it waits again.</summary>
    public sealed record RoundNotBegun(DateTimeOffset At) : LoopEvent(At);

    /// <summary>The place was lost in the middle of a round, whose summary is still to come.</summary>
    public sealed record PlaceLost(DateTimeOffset At, string Reason) : LoopEvent(At);

    public sealed record BreakTaken(DateTimeOffset At, DateTimeOffset Until) : LoopEvent(At);

    public sealed record BreakOver(DateTimeOffset At) : LoopEvent(At);

    public sealed record StopAsked(DateTimeOffset At) : LoopEvent(At);

    public sealed record StopDeclined(DateTimeOffset At) : LoopEvent(At);

    public sealed record Ended(DateTimeOffset At, LoopEnding Ending) : LoopEvent(At);
}
