using System.Diagnostics;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Committees;

/// <summary>A round that can go in, as the candidate sees it before.</summary>
public sealed record OfferedRound(StreamId Review, string Label, string Title, int Reviews);

/// <summary>Where a committee can meet.</summary>
/// <param name="Label">Such as "the review channel".</param>
public sealed record CommitteeChannel(string Label, PlaceId Place);

/// <summary>What a candidate chooses from before a committee is convened.</summary>
public sealed record CommitteeSetup
{
    public required StreamId Stream { get; init; }

    public required PersonId Candidate { get; init; }

    /// <summary>The stream of the group; its members vote.</summary>
    public required StreamId Group { get; init; }

    /// <summary>The group's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>After so many days it closes with the votes there are.</summary>
    public required int Days { get; init; }

    public required Seq<OfferedRound> Rounds { get; init; }

    /// <summary>At least so many rounds have to go in.</summary>
    public required int Needed { get; init; }

    /// <summary>The label of the loop that the rounds are of; null when they are of none.</summary>
    public string? Loop { get; init; }

    /// <summary>The name to stand under instead of one's own.</summary>
    public required string Alias { get; init; }

    /// <summary>A round was shared under an alias, so the committee begins under one too.</summary>
    public bool SharedUnderAlias { get; init; }

    /// <summary>A round was shared by name, so an alias hides little.</summary>
    public bool SharedByName { get; init; }

    /// <summary>The first is taken unless another is chosen.</summary>
    public required Seq<CommitteeChannel> Channels { get; init; }
}

/// <summary>What a committee decides from: a snapshot, so that it can be read again whatever becomes of the shares.</summary>
public sealed record CommitteePacket
{
    public required PlaceId Place { get; init; }

    /// <summary>Null when the candidate stands under their own name.</summary>
    public string? Alias { get; init; }

    /// <summary>The label of the loop that the rounds are of; null when they are of none.</summary>
    public string? Loop { get; init; }

    public required Seq<ReviewedRound> Rounds { get; init; }

    /// <summary>It closes then by itself.</summary>
    public required DateTimeOffset ClosesAt { get; init; }
}

/// <summary>What a member of the group answered.</summary>
/// <param name="FirstAt">When they first did: votes are listed in this order.</param>
/// <param name="Sentence">Why, in one sentence of their own.</param>
public sealed record CommitteeVote(PersonId Person, DateTimeOffset FirstAt, MoveOn MoveOn, string Sentence)
{
    public const int ShortestSentence = 20;
    public const int LongestSentence = 300;

    /// <summary>A vote counts once its sentence is long enough to say why.</summary>
    public bool Counts => Sentence.Length >= ShortestSentence;
}

/// <summary>How a committee ended.</summary>
public enum CommitteeEnding
{
    /// <summary>The candidate closed it, with enough votes.</summary>
    Called,

    /// <summary>Its days were over.</summary>
    Deadline,

    /// <summary>Its channel is gone or closed to the bot.</summary>
    PlaceLost,
}

/// <summary>Where a committee stands: the fold of its events. Votes that were erased are not among them.</summary>
public abstract record Committee
{
    /// <summary>The first part of the ids of these streams.</summary>
    public const string StreamName = "committee";

    private Committee() { }

    public sealed record NotPrepared(StreamId Stream) : Committee;

    /// <summary>It was looked at by a candidate.</summary>
    public abstract record Known(CommitteeSetup Setup) : Committee
    {
        public bool IsOf(PersonId person) => Setup.Candidate.IsSameHuman(person);

        /// <summary>Everybody of the group may read and vote, and nobody else.</summary>
        public bool IsFor(PersonId person) => Group.StreamOf(person) == Setup.Group;
    }

    /// <summary>Only the candidate sees it.</summary>
    /// <param name="Step">Grows with each choice; a button that carries an older one is stale.</param>
    public sealed record Draft(CommitteeSetup Setup, Seq<StreamId> LeftOut, bool UnderAlias, PlaceId Place, int Step) : Known(Setup)
    {
        public Seq<OfferedRound> GoIn => [.. Setup.Rounds.Where(round => !LeftOut.Contains(round.Review))];
    }

    /// <summary>The packet was shown.</summary>
    public abstract record Convened(CommitteeSetup Setup, CommitteePacket Packet, Seq<CommitteeVote> Votes) : Known(Setup)
    {
        /// <summary>Those that count, in the order in which they were given.</summary>
        public Seq<CommitteeVote> Counted => [.. Votes.Where(vote => vote.Counts)];

        public CommitteeVote? VoteOf(PersonId person) => Votes.FirstOrDefault(vote => vote.Person.IsSameHuman(person));
    }

    public sealed record Open(CommitteeSetup Setup, CommitteePacket Packet, Seq<CommitteeVote> Votes) : Convened(Setup, Packet, Votes);

    public sealed record Closed(CommitteeSetup Setup, CommitteePacket Packet, Seq<CommitteeVote> Votes, CommitteeEnding Ending) : Convened(Setup, Packet, Votes);

    /// <summary>The candidate took it back; nobody sees the votes.</summary>
    public sealed record Withdrawn(CommitteeSetup Setup) : Known(Setup);

    /// <summary>The state after one more fact.</summary>
    /// <exception cref="UnreachableException">The fact cannot follow this state.</exception>
    public Committee Evolve(CommitteeEvent fact) => (this, fact) switch
    {
        (NotPrepared, CommitteeEvent.Prepared it) => new Draft(it.Setup, [], it.Setup.SharedUnderAlias, it.Setup.Channels[0].Place, 1),
        (Draft draft, CommitteeEvent.Prepared it) => Again(draft, it.Setup),
        (Draft draft, CommitteeEvent.RoundLeftOut it) => draft with { LeftOut = draft.LeftOut.Add(it.Review), Step = draft.Step + 1 },
        (Draft draft, CommitteeEvent.RoundPutBack it) => draft with { LeftOut = [.. draft.LeftOut.Where(review => review != it.Review)], Step = draft.Step + 1 },
        (Draft draft, CommitteeEvent.NameChosen it) => draft with { UnderAlias = it.UnderAlias, Step = draft.Step + 1 },
        (Draft draft, CommitteeEvent.ChannelChosen it) => draft with { Place = it.Place, Step = draft.Step + 1 },
        (Draft draft, CommitteeEvent.Convened it) => new Open(draft.Setup, it.Packet, []),
        (Open open, CommitteeEvent.VoteGiven it) => open with { Votes = With(open.Votes, it) },
        (Open open, CommitteeEvent.Closed it) => new Closed(open.Setup, open.Packet, open.Votes, it.Ending),
        (Open open, CommitteeEvent.Withdrawn) => new Withdrawn(open.Setup),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {GetType().Name}."),
    };

    /// <summary>What was chosen before stays chosen while it can be. The first round that was shared under an alias brings it back.</summary>
    private static Draft Again(Draft draft, CommitteeSetup setup) => draft with
    {
        Setup = setup,
        UnderAlias = draft.UnderAlias || (setup.SharedUnderAlias && !draft.Setup.SharedUnderAlias),
        LeftOut = [.. draft.LeftOut.Where(review => setup.Rounds.Any(round => round.Review == review))],
        Place = setup.Channels.Any(channel => channel.Place == draft.Place) ? draft.Place : setup.Channels[0].Place,
        Step = draft.Step + 1,
    };

    private static Seq<CommitteeVote> With(Seq<CommitteeVote> votes, CommitteeEvent.VoteGiven it) => votes.Any(vote => vote.Person.IsSameHuman(it.Person))
        ? [.. votes.Select(vote => vote.Person.IsSameHuman(it.Person) ? vote with { MoveOn = it.MoveOn, Sentence = it.Sentence } : vote)]
        : votes.Add(new(it.Person, it.At, it.MoveOn, it.Sentence));
}
