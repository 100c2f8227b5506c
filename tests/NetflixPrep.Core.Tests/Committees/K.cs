using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Reviews;
using NetflixPrep.Core.Tests.Reviews;

namespace NetflixPrep.Core.Tests.Committees;

/// <summary>Facts and inputs of a committee that show only what matters: Ada is the candidate, Bea, Cid and Dan are of her group. It is Monday, 2 March 2026, ten o'clock.</summary>
internal static class K
{
    internal static readonly StreamId Stream = new("committee", "cccccccc");
    internal static readonly StreamId Hall = new("group", "terminal:hall");
    internal static readonly PersonId Ada = R.Ada;
    internal static readonly PersonId Stranger = new("terminal", "attic", "bea");
    internal static readonly PlaceId Here = new("terminal", "#mock");
    internal static readonly PlaceId ReviewChannel = new("terminal", "#reviews");
    internal static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    internal static readonly DateTimeOffset Deadline = Now.AddDays(3);

    internal const string Sentence = "She named the metric first and kept to it.";

    internal static GroupSettings Settings { get; } = new() { ReviewChannel = ReviewChannel };

    /// <summary>Three rounds, each reviewed by Bea, Cid and Dan; Cid and Bea lie apart on the first.</summary>
    internal static Seq<ReviewedRound> Rounds { get; } =
    [
        Reviewed(1, R.By(R.Bea, 5, 4, 4), R.By(R.Cid, 3, 4, 4) with { Cause = "no-baseline" }, R.By(R.Dan, 4, 4, 4) with { Cause = "no-baseline" }),
        Reviewed(2, R.By(R.Bea, 4, 4, 4), R.By(R.Cid, 4, 4, 4), R.By(R.Dan, 4, 4, 4)),
        Reviewed(3, R.By(R.Bea, 5, 5, 5), R.By(R.Cid, 4, 4, 4), R.By(R.Dan, 4, 4, 4)),
    ];

    internal static CommitteeSetup Setup { get; } = SetupOf(Rounds);

    internal static CommitteePacket Packet { get; } = new() { Place = ReviewChannel, Rounds = [.. Rounds.Select(CommitteeOffer.Slim)], ClosesAt = Deadline };

    internal static CommitteeEvent Prepared { get; } = new CommitteeEvent.Prepared(Now, Setup);

    internal static CommitteeEvent Convened { get; } = new CommitteeEvent.Convened(Now, Packet);

    internal static CommitteeSetup SetupOf(Seq<ReviewedRound> rounds, GroupSettings? settings = null) =>
        CommitteeEntry.For(Stream, Ada, Hall, Here, settings ?? Settings, CommitteeOffer.Of(rounds, [], loop: null));

    internal static ReviewedRound Reviewed(int number, params PeerReview[] reviews) => R.Round(reviews) with
    {
        Review = new("review", $"review{number}"),
        Source = new("session", $"session{number}"),
        Title = $"Question {number}",
        OpenedAt = R.Day(number),
    };

    internal static CommitteeEvent Voted(PersonId who, MoveOn moveOn = MoveOn.Yes, string sentence = Sentence) => new CommitteeEvent.VoteGiven(Now, who, moveOn, sentence);

    internal static Origin From(PersonId? who = null, double hours = 0) => new("d1", who ?? Ada, Here, Now.AddHours(hours));

    internal static CommitteeInput Vote(PersonId who, string moveOn = "yes", string sentence = Sentence) => new CommitteeInput.Vote(From(who), moveOn, sentence);

    internal static CommitteeInput Convene(int step = 1, Seq<ReviewedRound>? rounds = null, PersonId? who = null) =>
        new CommitteeInput.Convene(From(who), step, SetupOf(rounds ?? Rounds), rounds ?? Rounds);

    internal static CommitteeInput Due(double hours) => new CommitteeInput.Due(From(PersonId.Bot, hours));

    internal static CommitteeOutcome Given(params CommitteeEvent[] facts) => new(facts);
}

/// <summary>What was decided, and the claims about it.</summary>
internal sealed class CommitteeOutcome(params CommitteeEvent[] facts)
{
    private static readonly CommitteeDesk Desk = new(R.Causes);

    private readonly Committee before = facts.Aggregate((Committee)new Committee.NotPrepared(K.Stream), (committee, fact) => committee.Evolve(fact));

    internal Decision<CommitteeEvent> Decision { get; private set; } = Decision<CommitteeEvent>.Nothing;

    internal Committee After => Decision.Events.Aggregate(before, (committee, fact) => committee.Evolve(fact));

    internal IEnumerable<Effect.Show> Shows => Decision.Effects.OfType<Effect.Show>();

    internal Effect.Show Whispered => Assert.Single(Shows, show => show.Only is not null);

    internal CommitteeOutcome When(CommitteeInput input)
    {
        Decision = Desk.Decide(before, input);
        return this;
    }

    internal CommitteeOutcome Then(params CommitteeEvent[] expected)
    {
        Assert.Equal(expected, Decision.Events);
        return this;
    }

    internal CommitteeOutcome Whispers(params string[] parts)
    {
        Assert.All(parts, part => Assert.Contains(part, Whispered.Message.Body.ToString(), StringComparison.Ordinal));
        return this;
    }

    internal CommitteeOutcome Offers(params string[] labels)
    {
        Assert.Equal(labels, Whispered.Message.Controls.Select(control => control switch
        {
            Control.Button button => button.Label,
            Control.Select select => select.Prompt,
            _ => "",
        }));
        return this;
    }

    internal Effect.Show Slot(string slot) => Assert.Single(Shows, show => show.Slot == slot);

    internal string Said(string slot) => Slot(slot).Message.Body.ToString();

    internal CommitteeOutcome ShowsNobodyElse()
    {
        Assert.DoesNotContain(Shows, show => show.Only is null);
        return this;
    }
}
