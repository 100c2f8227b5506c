namespace NetflixPrep.Core.Drills.Dailies;

/// <summary>A recorded fact of a group's question of the day, past tense. The names under which these are stored never change.</summary>
/// <param name="At">When it happened, UTC.</param>
public abstract record DailyEvent
{
    private DailyEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    public sealed record Asked(DateTimeOffset At, DailySetup Setup) : DailyEvent(At);

    public sealed record LeftOut(DateTimeOffset At, Withheld Reason) : DailyEvent(At);

    /// <summary>Also when somebody changes what they answered before. Belongs to the person and goes with them.</summary>
    public sealed record Answered(DateTimeOffset At, PersonId Person, string Text) : DailyEvent(At);

    /// <summary>The channel is gone or closed to the bot.</summary>
    public sealed record PlaceLost(DateTimeOffset At) : DailyEvent(At);
}
