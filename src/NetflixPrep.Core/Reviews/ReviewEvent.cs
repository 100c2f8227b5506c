using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Reviews;

/// <summary>A recorded fact of a shared answer, past tense. The names under which these are stored never change.</summary>
/// <param name="At">When it happened, UTC.</param>
public abstract record ReviewEvent
{
    private ReviewEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    /// <summary>Also when what was said changed before it was shared.</summary>
    public sealed record Prepared(DateTimeOffset At, ShareSetup Setup) : ReviewEvent(At);

    public sealed record ChannelChosen(DateTimeOffset At, PlaceId Channel) : ReviewEvent(At);

    public sealed record NamingChosen(DateTimeOffset At, bool Aliased) : ReviewEvent(At);

    public sealed record PartsChosen(DateTimeOffset At, ShareParts Parts) : ReviewEvent(At);

    public sealed record OwnScoresAsked(DateTimeOffset At) : ReviewEvent(At);

    public sealed record SelfScored(DateTimeOffset At, string Dimension, int Score) : ReviewEvent(At);

    /// <summary>It stands in the channel. Nothing was scored by others before.</summary>
    public sealed record Shared(DateTimeOffset At, DateTimeOffset Deadline) : ReviewEvent(At);

    public sealed record Invited(DateTimeOffset At, PersonId Person, DateTimeOffset Until) : ReviewEvent(At);

    public sealed record InvitationPassed(DateTimeOffset At, PersonId Person) : ReviewEvent(At);

    public sealed record Claimed(DateTimeOffset At, PersonId Person, DateTimeOffset Until, bool Licensed) : ReviewEvent(At);

    /// <summary>A claim or an invitation was not used in time.</summary>
    public sealed record ClaimLapsed(DateTimeOffset At, PersonId Person) : ReviewEvent(At);

    /// <summary>One step of a review; sealed.</summary>
    public sealed record Scored(DateTimeOffset At, PersonId Person, string Dimension, int Score) : ReviewEvent(At);

    /// <summary>A reviewer begins anew.</summary>
    public sealed record ScoresCleared(DateTimeOffset At, PersonId Person) : ReviewEvent(At);

    public sealed record MoveOnChosen(DateTimeOffset At, PersonId Person, MoveOn MoveOn) : ReviewEvent(At);

    /// <summary>What was written in the form and could not be taken: kept, so that it need not be written again.</summary>
    public sealed record WordsDrafted(DateTimeOffset At, PersonId Person, Seq<Argument> Fields) : ReviewEvent(At);

    public sealed record Given(DateTimeOffset At, PersonId Person, Seq<PeerScore> Scores, string Strength, string Change, bool Licensed) : ReviewEvent(At);

    /// <param name="Cause">An id of the closed list.</param>
    public sealed record CauseNamed(DateTimeOffset At, PersonId Person, string Cause) : ReviewEvent(At);

    public sealed record ReviewWithdrawn(DateTimeOffset At, PersonId Person) : ReviewEvent(At);

    /// <summary>A reviewer says otherwise than a detector.</summary>
    /// <param name="Signal">The question's id and the signal's, with a colon between.</param>
    public sealed record Overruled(DateTimeOffset At, PersonId Person, string Signal, bool Mentioned) : ReviewEvent(At);

    /// <param name="ByDeadline">Time was up before there were enough reviews.</param>
    public sealed record Opened(DateTimeOffset At, bool ByDeadline) : ReviewEvent(At);

    /// <summary>The candidate shows the result to everybody in the thread.</summary>
    public sealed record Published(DateTimeOffset At) : ReviewEvent(At);

    /// <param name="Person">The candidate.</param>
    public sealed record Rated(DateTimeOffset At, PersonId Person, PersonId Reviewer, bool Useful) : ReviewEvent(At);

    public sealed record RatingExplained(DateTimeOffset At, PersonId Person, PersonId Reviewer, string Why) : ReviewEvent(At);

    /// <param name="Moderators">Who were asked to decide.</param>
    public sealed record Flagged(DateTimeOffset At, PersonId Person, PersonId Reviewer, Seq<PersonId> Moderators) : ReviewEvent(At);

    /// <param name="Person">The moderator.</param>
    public sealed record FlagDecided(DateTimeOffset At, PersonId Person, PersonId Reviewer, bool Hidden) : ReviewEvent(At);

    /// <summary>Plain words in the thread.</summary>
    public sealed record Discussed(DateTimeOffset At, PersonId Person, PlaceId Place, string MessageId, string Text) : ReviewEvent(At);

    public sealed record DiscussionEdited(DateTimeOffset At, PersonId Person, string MessageId, string Text) : ReviewEvent(At);

    public sealed record DiscussionDeleted(DateTimeOffset At, PersonId Person, string MessageId) : ReviewEvent(At);

    public sealed record Withdrawn(DateTimeOffset At) : ReviewEvent(At);

    /// <summary>The thread is gone; reviews go on where people ask for them.</summary>
    public sealed record PlaceLost(DateTimeOffset At) : ReviewEvent(At);
}
