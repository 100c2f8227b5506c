using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Reviews;
using NetflixPrep.Core.Tests.Reviews;

namespace NetflixPrep.Core.Tests.Committees;

public class CommitteeOfferTests
{
    [Fact]
    public void Three_reviewed_rounds_are_enough_oldest_first()
    {
        var offer = CommitteeOffer.Of([K.Rounds[2], K.Rounds[0], K.Rounds[1]], [], loop: null);

        Assert.Equal((true, 3, null), (offer.IsEnough, offer.Needed, offer.Loop));
        Assert.Equal(K.Rounds, offer.Rounds);
    }

    [Fact]
    public void Two_are_not() => Assert.False(CommitteeOffer.Of([K.Rounds[0], K.Rounds[1]], [], loop: null).IsEnough);

    [Fact]
    public void What_nobody_reviewed_does_not_count() => Assert.False(CommitteeOffer.Of([K.Rounds[0], K.Rounds[1], K.Reviewed(3)], [], loop: null).IsEnough);

    [Fact]
    public void What_stood_in_an_earlier_committee_does_not_count() => Assert.False(CommitteeOffer.Of(K.Rounds, [K.Rounds[1].Review], loop: null).IsEnough);

    [Fact]
    public void A_round_that_was_shared_twice_counts_once_as_it_was_reviewed_last()
    {
        var again = K.Rounds[1] with { Review = new("review", "again"), OpenedAt = R.Day(9) };

        var offer = CommitteeOffer.Of([.. K.Rounds, again], [], loop: null);

        Assert.Equal(["review1", "review3", "again"], offer.Rounds.Select(round => round.Review.Key));
    }

    [Fact]
    public void A_finished_loop_is_enough_when_all_its_rounds_were_reviewed()
    {
        var offer = CommitteeOffer.Of(K.Rounds, [], Loop(2, 1));

        Assert.Equal((true, 1, "Loop S2"), (offer.IsEnough, offer.Needed, offer.Loop));
        Assert.Equal([K.Rounds[1], K.Rounds[0]], offer.Rounds);
    }

    [Fact]
    public void A_loop_with_a_round_that_was_not_reviewed_counts_by_its_rounds_alone()
    {
        var offer = CommitteeOffer.Of([K.Rounds[0], K.Rounds[1]], [], Loop(1, 2, 3));

        Assert.Equal((false, null), (offer.IsEnough, offer.Loop));
    }

    [Fact]
    public void The_packet_holds_at_most_eight_rounds_the_newest() =>
        Assert.Equal(["review3", "review10"], CommitteeOffer.Of([.. Enumerable.Range(1, 10).Select(number => K.Reviewed(number, R.By(R.Bea, 3, 3, 3)))], [], null).Rounds.Select(round => round.Review.Key) is var keys ? [keys.First(), keys.Last()] : []);

    [Fact]
    public void The_review_channel_comes_first_then_the_practice_channel_then_where_it_was_asked()
    {
        var both = K.Settings with { PracticeChannel = new("terminal", "#practice") };

        Assert.Equal(["terminal:#reviews", "terminal:#practice", "terminal:#mock"], K.SetupOf(K.Rounds, both).Channels.Select(channel => channel.Place.ToString()));
        Assert.Equal(["terminal:#mock"], K.SetupOf(K.Rounds, new GroupSettings { PracticeChannel = K.Here }).Channels.Select(channel => channel.Place.ToString()));
    }

    [Fact]
    public void Who_shared_under_an_alias_begins_under_it()
    {
        var setup = K.SetupOf([.. K.Rounds.Select(round => round with { Alias = "Quiet Otter" })]);

        Assert.Equal(("Quiet Otter", true, false), (setup.Alias, setup.SharedUnderAlias, setup.SharedByName));
    }

    [Fact]
    public void Beside_a_round_that_was_shared_by_name_the_alias_of_another_is_not_told()
    {
        var setup = K.SetupOf([K.Rounds[0], K.Rounds[1] with { Alias = "Quiet Otter" }, K.Rounds[2]]);

        Assert.NotEqual("Quiet Otter", setup.Alias);
        Assert.Equal((true, true), (setup.SharedUnderAlias, setup.SharedByName));
    }

    [Fact]
    public void Otherwise_a_name_is_found_for_them_the_same_each_time()
    {
        Assert.False(K.Setup.SharedUnderAlias);
        Assert.Equal(K.SetupOf(K.Rounds).Alias, K.Setup.Alias);
    }

    private static FinishedLoop Loop(params int[] sessions) => new("Loop S2", [.. sessions.Select(number => new StreamId("session", $"session{number}"))]);
}
