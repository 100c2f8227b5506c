using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Reviews;
using static NetflixPrep.Core.Tests.Committees.K;
using static NetflixPrep.Core.Tests.Reviews.R;

namespace NetflixPrep.Core.Tests.Committees;

public class CommitteeVoteTests
{
    private static readonly CommitteeEvent[] OpenFacts = [Prepared, Convened];
    private static readonly CommitteeEvent[] Three = [.. OpenFacts, Voted(Bea), Voted(Cid, MoveOn.No), Voted(Dan, MoveOn.StrongYes)];
    private static readonly CommitteeEvent Over = new CommitteeEvent.Closed(Now, CommitteeEnding.Called);

    [Fact]
    public void A_member_votes_by_a_form_with_a_sentence()
    {
        var form = Assert.IsType<Effect.OpenForm>(Assert.Single(Given(OpenFacts).When(new CommitteeInput.OpenVote(From(Bea))).Decision.Effects)).Form;

        Assert.Equal(["strong-no", "no", "yes", "strong-yes"], form.Inputs[0].Options.Select(option => option.Value));
        Assert.Equal((300, true, null), (form.Inputs[1].MaxLength, form.Inputs[1].Required, form.Inputs[1].Value));
        Assert.All(form.Inputs, input => Assert.True(input.Label.Length <= 45));
    }

    [Fact]
    public void The_form_brings_back_what_one_voted_before()
    {
        var form = Assert.IsType<Effect.OpenForm>(Assert.Single(Given(Three).When(new CommitteeInput.OpenVote(From(Cid))).Decision.Effects)).Form;

        Assert.Equal(("no", Sentence), (form.Inputs[0].Value, form.Inputs[1].Value));
    }

    [Fact]
    public void A_vote_is_kept_and_the_card_says_only_how_many()
    {
        var outcome = Given(OpenFacts).When(Vote(Bea, "strong-yes", $" {Sentence} ")).Then(Voted(Bea, MoveOn.StrongYes)).Whispers("Your vote is saved: strong yes.");

        Assert.Contains("1 vote so far.", outcome.Said("votes"), StringComparison.Ordinal);
        Assert.DoesNotContain(Sentence, outcome.Said("votes"), StringComparison.Ordinal);
        Assert.DoesNotContain("bea", outcome.Said("votes"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_changed_until_it_closes()
    {
        var outcome = Given(Three).When(Vote(Bea, "no")).Then(Voted(Bea, MoveOn.No)).ShowsNobodyElse().Whispers("Your vote is changed: no.");

        Assert.Equal([MoveOn.No, MoveOn.No, MoveOn.StrongYes], ((Committee.Open)outcome.After).Votes.Select(vote => vote.MoveOn));
    }

    [Fact]
    public void The_same_vote_again_is_no_new_fact() => Given(Three).When(Vote(Bea)).Then().ShowsNobodyElse().Whispers("Your vote is saved: yes.");

    [Fact]
    public void A_sentence_that_is_too_short_is_saved_and_counts_once_it_is_longer()
    {
        Given(OpenFacts).When(Vote(Bea, "yes", "Clear.")).Then(Voted(Bea, MoveOn.Yes, "Clear.")).ShowsNobodyElse().Whispers("Your yes is saved with what you wrote, 6 characters. It counts from 20 on").Offers("Vote");
        var outcome = Given([.. OpenFacts, Voted(Bea, MoveOn.Yes, "Clear.")]).When(Vote(Bea));
        Assert.Contains("1 vote so far.", outcome.Said("votes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(300, true)]
    public void Twenty_characters_are_enough(int length, bool counts) =>
        Assert.Equal(counts, ((Committee.Open)Given(OpenFacts).When(Vote(Bea, sentence: new('x', length))).After).Counted.Count == 1);

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void Beyond_the_form_nothing_is_saved(int length) => Given(OpenFacts).When(Vote(Bea, sentence: new('x', length))).Then().Whispers($"this one has {length}. Nothing was saved.").Offers("Vote");

    [Fact]
    public void A_vote_that_counts_is_not_lost_to_a_short_sentence() => Given(Three).When(Vote(Bea, "no", "Hm.")).Then().Whispers("Your vote stays as it was.");

    [Fact]
    public void A_vote_that_is_none_is_not_saved() => Given(OpenFacts).When(Vote(Bea, "maybe")).Then().Whispers("Choose one of strong no, no, yes and strong yes").Offers("Vote");

    [Fact]
    public void The_candidate_does_not_vote()
    {
        Given(OpenFacts).When(new CommitteeInput.OpenVote(From())).Then().Whispers("This is your own committee, so the votes are for others.");
        Given(OpenFacts).When(Vote(K.Ada)).Then().ShowsNobodyElse().Whispers("This is your own committee");
    }

    [Fact]
    public void Somebody_of_another_group_is_told_nothing_and_changes_nothing()
    {
        CommitteeInput[] forged = [new CommitteeInput.OpenVote(From(Stranger)), Vote(Stranger), new CommitteeInput.ReadPacket(From(Stranger)), new CommitteeInput.ReadResult(From(Stranger)), new CommitteeInput.Close(From(Stranger)), new CommitteeInput.OpenVote(From(Bea with { Group = null }))];

        Assert.All(forged, input => Given(Three).When(input).Then().ShowsNobodyElse().Whispers("I do not know that committee here"));
        Assert.All(forged, input => Given([.. Three, Over]).When(input).Then().ShowsNobodyElse().Whispers("I do not know that committee here"));
    }

    [Fact]
    public void Before_three_votes_the_candidate_is_told_how_many_are_missing() =>
        Given([.. OpenFacts, Voted(Bea), Voted(Cid, MoveOn.No, "Hm.")]).When(new CommitteeInput.Close(From())).Then().ShowsNobodyElse().Whispers("You can close it from 3 votes on; 2 more to come.");

    [Fact]
    public void With_three_votes_the_candidate_closes_it()
    {
        var outcome = Given(Three).When(new CommitteeInput.Close(From())).Then(Over).Whispers("Closed. The result stands in #reviews.");

        Assert.Equal("Closed with 3 votes. The result stands below.", outcome.Said("votes"));
        Assert.Contains("**Votes:** 1 strong yes, 1 yes, 1 no\n- bea, yes: \"She named", outcome.Said("result"), StringComparison.Ordinal);
        Assert.True(outcome.Slot("result").Quotes);
        Assert.Contains(new Effect.Later(K.Stream, "close", [], null), outcome.Decision.Effects);
    }

    [Fact]
    public void Nobody_else_closes_it_or_takes_it_back()
    {
        CommitteeInput[] others = [new CommitteeInput.Close(From(Bea)), new CommitteeInput.Withdraw(From(Bea)), new CommitteeInput.WithdrawConfirmed(From(Bea)), new CommitteeInput.Ask(From(Bea))];

        Assert.All(others, input => Given(Three).When(input).Then().ShowsNobodyElse().Whispers("Only the candidate can do that."));
    }

    [Fact]
    public void At_the_deadline_it_closes_with_what_there_is()
    {
        var outcome = Given([.. OpenFacts, Voted(Bea)]).When(Due(72)).Then(new CommitteeEvent.Closed(Deadline, CommitteeEnding.Deadline));

        Assert.Contains("Its days were over, so it closed with what there is.", outcome.Said("result"), StringComparison.Ordinal);
        Assert.All(outcome.Shows, show => Assert.Equal((new Where.In(ReviewChannel), null), (show.To, show.Only)));
    }

    [Fact]
    public void When_nobody_votes_it_ends_too() =>
        Assert.Contains("Nobody voted in time.", Given(OpenFacts).When(Due(72)).Said("result"), StringComparison.Ordinal);

    [Fact]
    public void Before_the_deadline_the_clock_changes_nothing() => Assert.Equal(Decision<CommitteeEvent>.Nothing, Given(Three).When(Due(71.9)).Decision);

    [Fact]
    public void Once_it_is_closed_the_clock_changes_nothing() => Assert.Equal(Decision<CommitteeEvent>.Nothing, Given([.. Three, Over]).When(Due(72)).Decision);

    [Fact]
    public void A_lost_channel_ends_it_and_the_candidate_gets_the_result_alone()
    {
        var outcome = Given(Three).When(new CommitteeInput.PlaceLost(From(PersonId.Bot))).Then(new CommitteeEvent.Closed(Now, CommitteeEnding.PlaceLost));

        Assert.Equal(new Where.Dm(K.Ada), Assert.Single(outcome.Shows).To);
        Assert.Contains("Its channel is gone or closed to me", outcome.Said("result"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_is_lost_before_anybody_voted_leaves_the_rounds_free()
    {
        var outcome = Given(OpenFacts).When(new CommitteeInput.PlaceLost(From(PersonId.Bot))).Then(new CommitteeEvent.Withdrawn(Now));

        Assert.Equal(new Where.Dm(K.Ada), Assert.Single(outcome.Shows).To);
        Assert.Contains("nobody could vote and your committee is taken back. Nothing is lost", outcome.Said("result"), StringComparison.Ordinal);
        Assert.Contains(new Effect.Later(K.Stream, "close", [], null), outcome.Decision.Effects);
    }

    [Fact]
    public void Taking_it_back_asks_once_and_then_shows_the_votes_to_nobody()
    {
        Given(Three).When(new CommitteeInput.Withdraw(From())).Then().ShowsNobodyElse().Whispers("The 3 votes so far are shown to nobody").Offers("Take back", "Go on");
        var outcome = Given(Three).When(new CommitteeInput.WithdrawConfirmed(From())).Then(new CommitteeEvent.Withdrawn(Now)).Whispers("This committee was taken back.");

        Assert.DoesNotContain(outcome.Shows, show => show.Message.Body.ToString().Contains(Sentence, StringComparison.Ordinal));
        Assert.Empty(outcome.Slot("votes").Message.Controls);
        Assert.DoesNotContain("System design", outcome.Slot("packet").Message.Body.ToString(), StringComparison.Ordinal);
        Assert.Contains(new Effect.Later(K.Stream, "close", [], null), outcome.Decision.Effects);
    }

    [Fact]
    public void After_it_was_taken_back_every_press_says_so() =>
        Assert.All((CommitteeInput[])[Vote(Bea), new CommitteeInput.ReadPacket(From(Bea)), new CommitteeInput.Close(From())],
            input => Given([.. Three, new CommitteeEvent.Withdrawn(Now)]).When(input).Then().ShowsNobodyElse().Whispers("This committee was taken back."));

    [Fact]
    public void Votes_are_sealed_until_it_closes() => Given(Three).When(new CommitteeInput.ReadResult(From(Bea))).Then().Whispers("Votes are sealed until the committee closes");

    [Fact]
    public void Packet_and_result_can_be_read_again()
    {
        Assert.True(Given(Three).When(new CommitteeInput.ReadPacket(From(Bea))).Then().Whispers("1. System design").Whispered.Quotes);
        Given([.. Three, Over]).When(new CommitteeInput.ReadPacket(From(K.Ada))).Then().Whispers("1. System design");
        Given([.. Three, Over]).When(new CommitteeInput.ReadResult(From(Cid))).Then().Whispers("bar 4.5");
    }

    [Fact]
    public void A_press_on_a_closed_one_says_so() => Given([.. Three, Over]).When(Vote(Bea, "no")).Then().ShowsNobodyElse().Whispers("This committee is closed, so nothing was changed.").Offers("Result", "Packet");

    [Fact]
    public void Its_candidate_sees_how_it_stands()
    {
        Given([.. OpenFacts, Voted(Bea)]).When(new CommitteeInput.Ask(From())).Then().Whispers("Your committee in #reviews is open. 1 vote so far.").Offers("Packet", "Take it back");
        Given(Three).When(new CommitteeInput.Ask(From())).Offers("Close", "Packet", "Take it back");
    }

    [Fact]
    public void When_a_vote_was_erased_the_card_counts_anew() => Assert.Contains("3 votes so far.", Given(Three).When(new CommitteeInput.Recount(From())).Then().Said("votes"), StringComparison.Ordinal);

    [Fact]
    public void Every_pair_of_state_and_input_is_answered_and_can_be_folded()
    {
        CommitteeEvent[][] histories = [[], [Prepared], [Prepared, new CommitteeEvent.NameChosen(Now, UnderAlias: true)], OpenFacts, Three, [.. Three, Over], [.. OpenFacts, new CommitteeEvent.Withdrawn(Now)]];
        var inputs = typeof(CommitteeInput).GetNestedTypes().SelectMany(Variants).ToList();

        Assert.Equal(typeof(Committee).GetNestedTypes().Count(type => !type.IsAbstract), histories.Select(history => Given(history).After.GetType()).Distinct().Count());
        Assert.All(histories, history => Assert.All(inputs, input => Assert.NotNull(Given(history).When(input).After)));
        Assert.All(histories, history => Assert.All(inputs.Where(input => input is not (CommitteeInput.Due or CommitteeInput.Recount or CommitteeInput.PlaceLost)), input => Assert.NotEmpty(Given(history).When(input).Decision.Effects)));
    }

    [Fact]
    public void An_impossible_fact_throws() => Assert.Throws<UnreachableException>(() => new Committee.NotPrepared(K.Stream).Evolve(Voted(Bea)));

    [Fact]
    public void Tokens_come_back_as_they_were_meant()
    {
        var tokens = Given().When(new CommitteeInput.Prepare(From(), Setup)).Whispered.Message.Controls.OfType<Control.Button>().Select(button => Token.Read(button.Token)!).ToList();

        Assert.True(CommitteeAct.Convenes(tokens[0]));
        Assert.Equal(new CommitteeInput.Name(From(), 1, UnderAlias: true), CommitteeAct.Read(tokens[1], (string?)null, From()));
        Assert.True(CommitteeAct.OpensForm(new(K.Stream, "vote", 0)));
        Assert.False(CommitteeAct.OpensForm(new(K.Stream, "packet", 0)));
    }

    private static IEnumerable<CommitteeInput> Variants(Type kind)
    {
        var origins = new[] { From(), From(Bea), From(Stranger) };
        return kind.Name switch
        {
            nameof(CommitteeInput.Prepare) => origins.Select(origin => new CommitteeInput.Prepare(origin, Setup)),
            nameof(CommitteeInput.Ask) => origins.Select(origin => new CommitteeInput.Ask(origin)),
            nameof(CommitteeInput.Turn) => from origin in origins from step in (int[])[0, 1, 2] from review in (string[])["", "review1"] select new CommitteeInput.Turn(origin, step, review),
            nameof(CommitteeInput.Name) => from origin in origins from step in (int[])[1, 2] from alias in (bool[])[true, false] select new CommitteeInput.Name(origin, step, alias),
            nameof(CommitteeInput.Channel) => from origin in origins from step in (int[])[1, 2] from place in (string[])["", Here.ToString()] select new CommitteeInput.Channel(origin, step, place),
            nameof(CommitteeInput.Convene) => from origin in origins from step in (int[])[1, 2] from rounds in (Seq<ReviewedRound>[])[[], Rounds] select new CommitteeInput.Convene(origin, step, SetupOf(rounds), rounds),
            nameof(CommitteeInput.Vote) => from origin in origins from word in (string[])["", "yes"] from sentence in (string[])["", "short", Sentence] select new CommitteeInput.Vote(origin, word, sentence),
            nameof(CommitteeInput.OpenVote) => origins.Select(origin => new CommitteeInput.OpenVote(origin)),
            nameof(CommitteeInput.Close) => origins.Select(origin => new CommitteeInput.Close(origin)),
            nameof(CommitteeInput.Withdraw) => origins.Select(origin => new CommitteeInput.Withdraw(origin)),
            nameof(CommitteeInput.WithdrawConfirmed) => origins.Select(origin => new CommitteeInput.WithdrawConfirmed(origin)),
            nameof(CommitteeInput.ReadPacket) => origins.Select(origin => new CommitteeInput.ReadPacket(origin)),
            nameof(CommitteeInput.ReadResult) => origins.Select(origin => new CommitteeInput.ReadResult(origin)),
            nameof(CommitteeInput.Unknown) => origins.Select(origin => new CommitteeInput.Unknown(origin)),
            nameof(CommitteeInput.Due) => [Due(1), Due(100)],
            nameof(CommitteeInput.Recount) => [new CommitteeInput.Recount(From())],
            nameof(CommitteeInput.PlaceLost) => [new CommitteeInput.PlaceLost(From(PersonId.Bot))],
            _ => throw new InvalidOperationException($"Say what {kind.Name} can look like."),
        };
    }
}
