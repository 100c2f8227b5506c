using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Committees;

/// <summary>A recorded fact of a committee, past tense. The names under which these are stored never change.</summary>
/// <param name="At">When it happened, UTC.</param>
public abstract record CommitteeEvent
{
    private CommitteeEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    /// <summary>The candidate looked at what would go in; again when that has changed.</summary>
    public sealed record Prepared(DateTimeOffset At, CommitteeSetup Setup) : CommitteeEvent(At);

    public sealed record RoundLeftOut(DateTimeOffset At, StreamId Review) : CommitteeEvent(At);

    public sealed record RoundPutBack(DateTimeOffset At, StreamId Review) : CommitteeEvent(At);

    public sealed record NameChosen(DateTimeOffset At, bool UnderAlias) : CommitteeEvent(At);

    public sealed record ChannelChosen(DateTimeOffset At, PlaceId Place) : CommitteeEvent(At);

    /// <summary>The packet holds reviewers' names and words; those of a reviewer go with them.</summary>
    public sealed record Convened(DateTimeOffset At, CommitteePacket Packet) : CommitteeEvent(At);

    /// <summary>Also when somebody changes their vote, or has not written enough yet. Belongs to the person and goes with them.</summary>
    public sealed record VoteGiven(DateTimeOffset At, PersonId Person, MoveOn MoveOn, string Sentence) : CommitteeEvent(At);

    public sealed record Closed(DateTimeOffset At, CommitteeEnding Ending) : CommitteeEvent(At);

    public sealed record Withdrawn(DateTimeOffset At) : CommitteeEvent(At);
}
