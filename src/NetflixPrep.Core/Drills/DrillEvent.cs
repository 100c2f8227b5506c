namespace NetflixPrep.Core.Drills;

/// <summary>How a drill ended.</summary>
public enum DrillEnding
{
    Answered,
    Skipped,
}

/// <summary>A recorded fact of one drill, past tense. The names under which these are stored never change.</summary>
/// <param name="At">When it happened, UTC.</param>
public abstract record DrillEvent
{
    private DrillEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    public sealed record Offered(DateTimeOffset At, DrillSetup Setup) : DrillEvent(At);

    /// <param name="FileName">Set when it came as a text file.</param>
    public sealed record AnswerGiven(DateTimeOffset At, PlaceId Place, string MessageId, string Text, string? FileName) : DrillEvent(At);

    public sealed record AnswerEdited(DateTimeOffset At, string MessageId, string Text) : DrillEvent(At);

    public sealed record AnswerDeleted(DateTimeOffset At, string MessageId) : DrillEvent(At);

    public sealed record FactsTold(DateTimeOffset At, Seq<string> Facts) : DrillEvent(At);

    public sealed record HintGiven(DateTimeOffset At, int Rung) : DrillEvent(At);

    /// <param name="Reason">Why this one, in words that quote what caused it.</param>
    public sealed record FollowUpAsked(DateTimeOffset At, string FollowUp, string Reason) : DrillEvent(At);

    /// <summary>Numbers of a sum were stated that lie apart from it; they may be stated once more.</summary>
    public sealed record SumLooked(DateTimeOffset At) : DrillEvent(At);

    public sealed record Ended(DateTimeOffset At, DrillEnding Ending) : DrillEvent(At);

    /// <summary>It was brought up again, as asked for.</summary>
    public sealed record BroughtUp(DateTimeOffset At) : DrillEvent(At);

    /// <summary>It could be shown nowhere, or its place is gone; asked for again, it opens another one.</summary>
    public sealed record PlaceLost(DateTimeOffset At) : DrillEvent(At);

    /// <summary>Direct messages were closed: it went to a thread.</summary>
    public sealed record Moved(DateTimeOffset At, PlaceId Near) : DrillEvent(At);
}
