using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Reviews;

/// <summary>Where a shared answer stands: the fold of its events.</summary>
public abstract record Share
{
    /// <summary>The first part of the ids of these streams.</summary>
    public const string StreamName = "review";

    private Share() { }

    public sealed record NotShared : Share;

    /// <summary>Anything after the wish to share.</summary>
    public abstract record Begun(ShareSheet Sheet) : Share;

    /// <summary>Channel, name and parts are being chosen; nobody else sees anything.</summary>
    public sealed record Preparing(ShareSheet Sheet) : Begun(Sheet);

    /// <summary>Own scores first.</summary>
    public sealed record Scoring(ShareSheet Sheet) : Begun(Sheet);

    /// <summary>Peers review, blind.</summary>
    public sealed record Open(ShareSheet Sheet) : Begun(Sheet);

    /// <summary>Everything is open, at once.</summary>
    public sealed record Opened(ShareSheet Sheet) : Begun(Sheet);

    /// <summary>Taken back, or never shared.</summary>
    public sealed record Withdrawn(ShareSheet Sheet) : Begun(Sheet);

    /// <summary>The state after one more fact.</summary>
    /// <exception cref="UnreachableException">The fact cannot follow this state.</exception>
    public Share Evolve(ReviewEvent fact) => (this, fact) switch
    {
        (NotShared, ReviewEvent.Prepared it) => new Preparing(new ShareSheet(it.Setup) { Channel = it.Setup.Channels[0], Self = it.Setup.Self }),
        (Preparing or Scoring, ReviewEvent.Prepared it) => ((Begun)this).With(Anew(((Begun)this).Sheet, it.Setup) with { Self = this is Preparing ? it.Setup.Self : ((Begun)this).Sheet.Self }),
        (Preparing share, ReviewEvent.ChannelChosen it) => new Preparing(share.Sheet with { Channel = it.Channel, Step = share.Sheet.Step + 1 }),
        (Preparing share, ReviewEvent.NamingChosen it) => new Preparing(share.Sheet with { Aliased = it.Aliased, Step = share.Sheet.Step + 1 }),
        (Preparing share, ReviewEvent.PartsChosen it) => new Preparing(share.Sheet with { Parts = it.Parts, Step = share.Sheet.Step + 1 }),
        (Preparing share, ReviewEvent.OwnScoresAsked) => new Scoring(share.Sheet with { Step = share.Sheet.Step + 1 }),
        (Scoring share, ReviewEvent.SelfScored it) => new Scoring(share.Sheet with { Self = share.Sheet.Self.Add(new(it.Dimension, it.Score)), Step = share.Sheet.Step + 1 }),
        (Preparing or Scoring, ReviewEvent.Shared it) => new Open(((Begun)this).Sheet with { SharedAt = it.At, Deadline = it.Deadline, Step = ((Begun)this).Sheet.Step + 1 }),
        (Preparing or Scoring or Open or Opened, ReviewEvent.Withdrawn) => new Withdrawn(((Begun)this).Sheet with { Step = ((Begun)this).Sheet.Step + 1 }),
        (Open share, ReviewEvent.Opened it) => new Opened(share.Sheet with { OpenedAt = it.At, Step = share.Sheet.Step + 1 }),
        (Opened share, ReviewEvent.Published) => new Opened(share.Sheet with { IsPublished = true }),

        (Begun share, ReviewEvent.Invited it) => share.With(share.Sheet.Seated(it.Person, seat => seat with { State = SeatState.Invited, Until = it.Until }, it.At)),
        (Begun share, ReviewEvent.InvitationPassed it) => share.With(share.Sheet.Seated(it.Person, seat => seat with { State = SeatState.Passed, Until = null }, it.At)),
        (Begun share, ReviewEvent.Claimed it) => share.With(share.Sheet.Seated(it.Person, seat => seat with { State = SeatState.Claimed, Until = it.Until, Licensed = it.Licensed, HasBegun = true }, it.At)),
        (Begun share, ReviewEvent.ClaimLapsed it) => share.With(share.Sheet.Seated(it.Person, seat => seat with { State = SeatState.Lapsed, Until = null }, it.At)),
        (Begun share, ReviewEvent.Scored it) => share.With(share.Sheet.Seated(it.Person, seat => seat with { Scores = seat.Scores.Add(new(it.Dimension, it.Score, null)) }, it.At)),
        (Begun share, ReviewEvent.ScoresCleared it) => share.With(share.Sheet.Seated(it.Person, seat => seat with { Scores = [], MoveOn = null }, it.At)),
        (Begun share, ReviewEvent.MoveOnChosen it) => share.With(share.Sheet.Seated(it.Person, seat => seat with { MoveOn = it.MoveOn }, it.At)),
        (Begun share, ReviewEvent.WordsDrafted it) => share.With(share.Sheet.Seated(it.Person, seat => seat with { Draft = it.Fields }, it.At)),
        (Begun share, ReviewEvent.Given it) => share.With(share.Sheet.Seated(it.Person, seat => seat with
        {
            State = SeatState.Given,
            Until = null,
            Scores = it.Scores,
            Strength = it.Strength,
            Change = it.Change,
            Draft = [],
            Licensed = it.Licensed,
            IsLate = this is Opened,
            GivenAt = it.At,
        }, it.At)),
        (Begun share, ReviewEvent.CauseNamed it) => share.With(share.Sheet.Seated(it.Person, seat => seat with { Cause = it.Cause }, it.At)),
        (Begun share, ReviewEvent.ReviewWithdrawn it) => share.With(share.Sheet.Seated(it.Person, seat => seat with { State = SeatState.TakenBack, Until = null }, it.At)),
        (Begun share, ReviewEvent.Overruled it) => share.With(share.Sheet with
        {
            Overrules = [.. share.Sheet.Overrules.Where(known => !(known.Person.IsSameHuman(it.Person) && known.Signal == it.Signal)), new(it.Person, it.Signal, it.Mentioned)],
        }),
        (Begun share, ReviewEvent.Rated it) => share.With(share.Sheet.Seated(it.Reviewer, seat => seat with { Useful = it.Useful, RatedAt = it.At }, it.At)),
        (Begun share, ReviewEvent.RatingExplained it) => share.With(share.Sheet.Seated(it.Reviewer, seat => seat with { Why = it.Why }, it.At)),
        (Begun share, ReviewEvent.Flagged it) => share.With(share.Sheet.Seated(it.Reviewer, seat => seat with { Flag = FlagState.Waiting, FlaggedBy = it.Person }, it.At) with { Moderators = it.Moderators }),
        (Begun share, ReviewEvent.FlagDecided it) => share.With(share.Sheet.Seated(it.Reviewer, seat => seat with { Flag = it.Hidden ? FlagState.Hidden : FlagState.Shown }, it.At)),
        (Begun share, ReviewEvent.Discussed it) => share.With(share.Sheet with { Discussion = share.Sheet.Discussion.Add(it.MessageId) }),
        (Begun share, ReviewEvent.DiscussionEdited or ReviewEvent.DiscussionDeleted) => share,
        (Begun share, ReviewEvent.PlaceLost) => share.With(share.Sheet with { IsHomeless = true }),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {GetType().Name}."),
    };

    /// <summary>What was chosen stays; what was said is that of now.</summary>
    private static ShareSheet Anew(ShareSheet sheet, ShareSetup setup) => sheet with
    {
        Setup = setup,
        Channel = setup.Channels.Contains(sheet.Channel) ? sheet.Channel : setup.Channels[0],
        Parts = sheet.Parts == ShareParts.WithCause && setup.CauseLabel is null ? ShareParts.Everything : sheet.Parts,
        Step = sheet.Step + 1,
    };
}

/// <summary>What a person does for a shared answer.</summary>
public enum SeatState
{
    /// <summary>Asked to review it.</summary>
    Invited,

    /// <summary>Was asked and passed.</summary>
    Passed,

    /// <summary>Is reviewing it.</summary>
    Claimed,

    /// <summary>Did not come to it in time.</summary>
    Lapsed,

    Given,

    /// <summary>Gave a review and took it back.</summary>
    TakenBack,
}

/// <summary>Whether a review was flagged and what came of it.</summary>
public enum FlagState
{
    None,

    /// <summary>Hidden until a moderator decides.</summary>
    Waiting,

    Hidden,

    Shown,
}

/// <summary>One reviewer of one shared answer.</summary>
/// <param name="At">When something last changed.</param>
public sealed record Seat(PersonId Person, SeatState State, DateTimeOffset At)
{
    /// <summary>When an invitation or a claim lapses.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Took it on at some time, rather than being asked alone.</summary>
    public bool HasBegun { get; init; }

    public Seq<PeerScore> Scores { get; init; } = [];

    public MoveOn? MoveOn { get; init; }

    /// <summary>What was written and could not be taken yet.</summary>
    public Seq<Argument> Draft { get; init; } = [];

    public string Strength { get; init; } = "";

    public string Change { get; init; } = "";

    public DateTimeOffset? GivenAt { get; init; }

    public string? Cause { get; init; }

    public bool Licensed { get; init; }

    /// <summary>Came after the opening.</summary>
    public bool IsLate { get; init; }

    public bool? Useful { get; init; }

    public string? Why { get; init; }

    public DateTimeOffset? RatedAt { get; init; }

    public FlagState Flag { get; init; }

    public PersonId? FlaggedBy { get; init; }

    /// <summary>It is part of the result.</summary>
    public bool Counts => State == SeatState.Given && Flag is (FlagState.None or FlagState.Shown);

    /// <summary>Works on it, or has done so.</summary>
    public bool IsTaken => State is SeatState.Claimed or SeatState.Given;
}

/// <summary>A reviewer says that a signal was mentioned, or was not, against what the detector saw.</summary>
public sealed record Overrule(PersonId Person, string Signal, bool Mentioned);

/// <summary>All that is known of a shared answer.</summary>
public sealed record ShareSheet(ShareSetup Setup)
{
    public required PlaceId Channel { get; init; }

    public bool Aliased { get; init; }

    public ShareParts Parts { get; init; }

    /// <summary>Own scores, sealed until it opens.</summary>
    public Seq<SelfScore> Self { get; init; } = [];

    public DateTimeOffset? SharedAt { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>In the order in which people came.</summary>
    public Seq<Seat> Seats { get; init; } = [];

    public Seq<Overrule> Overrules { get; init; } = [];

    /// <summary>Who were asked to decide about a flagged review.</summary>
    public Seq<PersonId> Moderators { get; init; } = [];

    /// <summary>Messages of the thread.</summary>
    public Seq<string> Discussion { get; init; } = [];

    /// <summary>The candidate showed the result to everybody in the thread.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Its thread is gone.</summary>
    public bool IsHomeless { get; init; }

    /// <summary>Grows with the candidate's steps; a button that carries an older one is stale.</summary>
    public int Step { get; init; }

    public int Given => Seats.Count(seat => seat.State == SeatState.Given);

    public int Taken => Seats.Count(seat => seat.IsTaken);

    /// <summary>Null for somebody who never came.</summary>
    public Seat? SeatOf(PersonId person) => Seats.FirstOrDefault(seat => seat.Person.IsSameHuman(person));

    public bool IsBy(PersonId person) => Setup.Candidate.IsSameHuman(person);

    /// <summary>What peers said, with what the candidate gave themselves.</summary>
    public ReviewedRound Round => new()
    {
        Review = Setup.Stream,
        Source = Setup.Source,
        Candidate = Setup.Candidate,
        Alias = Aliased ? Setup.Alias : null,
        RoundId = Setup.RoundId,
        RoundLabel = Setup.RoundLabel,
        Title = Setup.Title,
        OpenedAt = OpenedAt ?? throw new UnreachableException("It is not open yet."),
        Rubric = Setup.Rubric,
        Self = Self,
        Reviews = [.. Seats.Where(seat => seat.Counts).Select(seat => new PeerReview
        {
            Reviewer = seat.Person,
            At = seat.GivenAt!.Value,
            Scores = seat.Scores,
            Strength = seat.Strength,
            Change = seat.Change,
            MoveOn = seat.MoveOn!.Value,
            Cause = seat.Cause,
            Licensed = seat.Licensed,
        })],
        ChosenCause = Setup.CauseLabel,
    };

    internal ShareSheet Seated(PersonId person, Func<Seat, Seat> change, DateTimeOffset at) => SeatOf(person) is null
        ? this with { Seats = Seats.Add(change(new(person, SeatState.Claimed, at))) }
        : this with { Seats = [.. Seats.Select(seat => seat.Person.IsSameHuman(person) ? change(seat) with { At = at } : seat)] };
}

/// <summary>Ways to change a share that keep where it stands.</summary>
internal static class Shares
{
    public static Share With(this Share.Begun share, ShareSheet sheet) => share switch
    {
        Share.Preparing => new Share.Preparing(sheet),
        Share.Scoring => new Share.Scoring(sheet),
        Share.Open => new Share.Open(sheet),
        Share.Opened => new Share.Opened(sheet),
        Share.Withdrawn => new Share.Withdrawn(sheet),
        _ => throw new UnreachableException($"{share.GetType().Name} has no sheet."),
    };
}
