namespace NetflixPrep.Core.Reviews.Reviewers;

/// <summary>A recorded fact of one person as a reviewer, past tense. The names under which these are stored never change.</summary>
/// <param name="At">When it happened, UTC.</param>
public abstract record ReviewerEvent
{
    private ReviewerEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    public sealed record LicenceBegun(DateTimeOffset At, LicencePaper Paper) : ReviewerEvent(At);

    public sealed record SampleScored(DateTimeOffset At, LicenceScore Score) : ReviewerEvent(At);

    /// <summary>The newest score of the open try is to be given again.</summary>
    public sealed record ScoreTakenBack(DateTimeOffset At) : ReviewerEvent(At);

    /// <summary>Every score lay within one point.</summary>
    public sealed record LicenceGiven(DateTimeOffset At) : ReviewerEvent(At);

    /// <summary>Some score lay further apart.</summary>
    /// <param name="AgainAt">From when there is a new try; null when the second one is open at once.</param>
    public sealed record LicenceMissed(DateTimeOffset At, DateTimeOffset? AgainAt) : ReviewerEvent(At);

    /// <summary>No more invitations to review.</summary>
    public sealed record OptedOut(DateTimeOffset At) : ReviewerEvent(At);

    public sealed record OptedIn(DateTimeOffset At) : ReviewerEvent(At);
}
