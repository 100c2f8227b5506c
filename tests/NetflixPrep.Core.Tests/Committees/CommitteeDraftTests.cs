using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Tests.Reviews;
using static NetflixPrep.Core.Tests.Committees.K;

namespace NetflixPrep.Core.Tests.Committees;

public class CommitteeDraftTests
{
    [Fact]
    public void What_would_go_in_is_shown_to_the_candidate_alone() =>
        Given().When(new CommitteeInput.Prepare(From(), Setup)).Then(Prepared).ShowsNobodyElse()
            .Whispers("These reviewed rounds go in:\n1. System design, Question 1, 3 reviews\n2.", "They are shown in the review channel, under your name", "Reviewers are not named.", "after 3 days it closes with what there is")
            .Offers("Convene", "Under an alias", "Where");

    [Fact]
    public void Asked_again_without_a_change_nothing_is_recorded() => Given(Prepared).When(new CommitteeInput.Prepare(From(), Setup)).Then().Whispers("1. System design, Question 1");

    [Fact]
    public void Asked_again_with_another_round_what_was_chosen_stays_chosen()
    {
        var four = SetupOf([.. Rounds, Reviewed(4, R.By(R.Bea, 3, 3, 3))]);

        var draft = (Committee.Draft)Given(Prepared, new CommitteeEvent.ChannelChosen(Now, Here), new CommitteeEvent.NameChosen(Now, UnderAlias: true))
            .When(new CommitteeInput.Prepare(From(), four)).Then(new CommitteeEvent.Prepared(Now, four)).After;

        Assert.Equal((Here, true, 4), (draft.Place, draft.UnderAlias, draft.GoIn.Count));
    }

    [Fact]
    public void A_round_is_left_out_and_put_back()
    {
        var four = SetupOf([.. Rounds, Reviewed(4, R.By(R.Bea, 3, 3, 3))]);
        var fact = new CommitteeEvent.Prepared(Now, four);

        Given(fact).When(new CommitteeInput.Turn(From(), 1, "review2")).Then(new CommitteeEvent.RoundLeftOut(Now, new("review", "review2"))).Whispers("Left out: System design, Question 2")
            .Offers("Convene", "Under an alias", "Leave a round out, or put it back", "Where");
        Given(fact, new CommitteeEvent.RoundLeftOut(Now, new("review", "review2"))).When(new CommitteeInput.Turn(From(), 2, "review2"))
            .Then(new CommitteeEvent.RoundPutBack(Now, new("review", "review2"))).Whispers("4. System design, Question 4");
    }

    [Fact]
    public void Fewer_than_three_rounds_cannot_go_in() => Given(Prepared).When(new CommitteeInput.Turn(From(), 1, "review2")).Then().Whispers("3 rounds have to go in at least.");

    [Fact]
    public void Name_and_channel_are_chosen()
    {
        Given(Prepared).When(new CommitteeInput.Name(From(), 1, UnderAlias: true)).Then(new CommitteeEvent.NameChosen(Now, UnderAlias: true)).Whispers($"under the alias {Setup.Alias}").Offers("Convene", "Under my name", "Where");
        Given(Prepared).When(new CommitteeInput.Channel(From(), 1, Here.ToString())).Then(new CommitteeEvent.ChannelChosen(Now, Here)).Whispers("They are shown in this channel");
    }

    [Theory]
    [InlineData("terminal:#elsewhere")]
    [InlineData("")]
    public void A_channel_that_was_not_offered_changes_nothing(string place) => Given(Prepared).When(new CommitteeInput.Channel(From(), 1, place)).Then().Whispers("nothing was changed");

    [Fact]
    public void A_button_of_an_earlier_step_changes_nothing_and_shows_how_it_stands()
    {
        CommitteeInput[] stale = [new CommitteeInput.Turn(From(), 0, "review2"), new CommitteeInput.Name(From(), 2, UnderAlias: true), new CommitteeInput.Channel(From(), 0, Here.ToString()), Convene(step: 9)];

        Assert.All(stale, input => Given(Prepared).When(input).Then().Whispers("That button is from an earlier step", "1. System design"));
    }

    [Fact]
    public void Convening_shows_the_packet_and_the_card_where_it_was_chosen_and_sets_the_deadline()
    {
        var outcome = Given(Prepared).When(Convene()).Then(Convened);

        Assert.Equal([new Where.In(ReviewChannel), new Where.In(ReviewChannel)], outcome.Shows.Where(show => show.Only is null).Select(show => show.To));
        Assert.Equal(["Vote", "Packet", "Close"], outcome.Slot("votes").Message.Controls.OfType<Control.Button>().Select(button => button.Label));
        Assert.Contains("0 votes so far. It closes by itself on Thu 5 Mar, 10:00", outcome.Said("votes").Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(outcome.Slot("packet").Quotes);
        Assert.Contains(new Effect.Later(K.Stream, "close", [], Deadline), outcome.Decision.Effects);
        Assert.All(outcome.Shows, show => Assert.Empty(show.Notify));
        outcome.Whispers("It is convened: the packet stands in #reviews.");
    }

    [Fact]
    public void Only_what_was_chosen_goes_in_without_the_words_of_the_rubric()
    {
        Seq<Core.Reviews.ReviewedRound> four = [.. Rounds, Reviewed(4, R.By(R.Bea, 3, 3, 3))];
        var outcome = Given(new CommitteeEvent.Prepared(Now, SetupOf(four)), new CommitteeEvent.RoundLeftOut(Now, new("review", "review1")), new CommitteeEvent.NameChosen(Now, UnderAlias: true)).When(Convene(3, four));

        var packet = ((Committee.Open)outcome.After).Packet;
        Assert.Equal(["review2", "review3", "review4"], packet.Rounds.Select(round => round.Review.Key));
        Assert.Equal(Setup.Alias, packet.Alias);
        Assert.All(packet.Rounds.SelectMany(round => round.Rubric), dimension => Assert.Equal(("", 0), (dimension.Why, dimension.Anchors.Count)));
    }

    [Fact]
    public void Under_an_alias_the_candidate_is_named_nowhere()
    {
        var outcome = Given(Prepared, new CommitteeEvent.NameChosen(Now, UnderAlias: true)).When(Convene(2));

        Assert.Contains($"Candidate: {Setup.Alias}", outcome.Said("packet"), StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Shows.Where(show => show.Only is null).SelectMany(show => show.Message.Body.Parts), part => part is Part.Person);
    }

    [Fact]
    public void What_has_changed_since_is_shown_before_it_goes_in()
    {
        Seq<Core.Reviews.ReviewedRound> four = [.. Rounds, Reviewed(4, R.By(R.Bea, 3, 3, 3))];

        Given(Prepared).When(Convene(1, four)).Then(new CommitteeEvent.Prepared(Now, SetupOf(four))).ShowsNobodyElse().Whispers("Your reviewed rounds have changed since this was shown.", "4. System design, Question 4");
    }

    [Fact]
    public void When_too_few_are_left_it_says_what_is_missing() => Given(Prepared).When(Convene(1, [Rounds[0]])).Then().ShowsNobodyElse().Whispers("You have 1 of 3");

    [Fact]
    public void Nobody_else_learns_of_a_committee_that_is_not_convened()
    {
        CommitteeInput[] forged = [new CommitteeInput.Turn(From(R.Bea), 1, "review2"), Convene(1, who: R.Bea), Vote(R.Bea), new CommitteeInput.ReadPacket(From(R.Bea)), new CommitteeInput.Close(From(R.Bea)), new CommitteeInput.Prepare(From(R.Bea), Setup)];

        Assert.All(forged, input => Given(Prepared).When(input).Then().ShowsNobodyElse().Whispers("I do not know that committee here"));
    }

    [Fact]
    public void A_round_that_was_shared_under_an_alias_is_not_shown_under_the_name_unasked()
    {
        var shared = SetupOf([Rounds[0], Rounds[1], Rounds[2] with { Alias = "Quiet Otter" }]);

        Given().When(new CommitteeInput.Prepare(From(), shared)).Whispers("under the alias ");
        Given(Prepared).When(new CommitteeInput.Prepare(From(), shared)).Whispers("under the alias ");
        Given(new CommitteeEvent.Prepared(Now, shared)).When(new CommitteeInput.Name(From(), 1, UnderAlias: false)).Whispers("under your name", "others can tell that it is yours");
    }

    [Fact]
    public void With_one_channel_there_is_nothing_to_choose() =>
        Given().When(new CommitteeInput.Prepare(From(), SetupOf(Rounds, new()))).Offers("Convene", "Under an alias");
}
