using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Reviews;
using NetflixPrep.Core.Tests.Reviews;
using static NetflixPrep.Core.Tests.Committees.K;

namespace NetflixPrep.Core.Tests.Committees;

public class CommitteeResultTests
{
    [Fact]
    public void The_mean_is_over_all_scores_and_stands_beside_the_bar()
    {
        var result = CommitteeResult.Of(Closed(Rounds));

        Assert.Equal((3 * 36 + 0 + 3) / 27.0, result.Mean!.Value, 9);
        Assert.Equal((3, 9), (result.Reviewers, result.ReviewerScores.Count));
    }

    [Fact]
    public void Each_dimension_shows_every_score_in_order_with_median_range_and_count() =>
        Assert.Equal("Impact 3 4 4 4 4 4 4 5 5 (median 4, range 3 to 5, n 9)", CommitteeResult.Of(Closed(Rounds)).Dimensions.Select(dimension => $"{dimension.Label} {ReviewWords.Scores(dimension)}").First());

    [Fact]
    public void A_range_of_the_mean_needs_eight_reviewer_scores()
    {
        Assert.NotNull(CommitteeResult.Of(Closed(Rounds)).Interval);
        Assert.Null(CommitteeResult.Of(Closed([Rounds[0], Rounds[1]])).Interval);
    }

    [Fact]
    public void The_range_is_the_same_whenever_it_is_read() => Assert.Equal(CommitteeResult.Of(Closed(Rounds)).Interval, CommitteeResult.Of(Closed(Rounds)).Interval);

    [Fact]
    public void Below_three_reviewers_there_is_no_mean_no_range_and_no_path()
    {
        var result = CommitteeResult.Of(Closed([.. Enumerable.Range(1, 4).Select(number => Reviewed(number, R.By(R.Bea, 4, 4, 4), R.By(R.Cid, 4, 4, 4)))]));

        Assert.Equal((2, 8), (result.Reviewers, result.ReviewerScores.Count));
        Assert.Null(result.Mean);
        Assert.Null(result.Interval);
        Assert.Null(result.Path);
    }

    [Fact]
    public void A_round_whose_reviews_were_erased_counts_no_more_and_the_others_keep_their_numbers()
    {
        var result = CommitteeResult.Of(Closed([Reviewed(1), Rounds[1], Rounds[2]]));

        Assert.Equal([2, 3], result.Rounds.Select(round => round.Number));
    }

    [Fact]
    public void The_page_puts_mean_votes_and_path_one_below_the_other()
    {
        var interval = CommitteeResult.Of(Closed(Rounds)).Interval!;
        var body = Page(Closed(Rounds, new CommitteeVote(R.Bea, Now, MoveOn.Yes, Sentence), new CommitteeVote(R.Cid, Now, MoveOn.No, "The cost of it was never named."))).Split("\n\n");

        Assert.Equal("Candidate: ada. 3 rounds, 3 reviewers, 9 reviews.", body[0]);
        Assert.StartsWith($"**Mean 4.11, bar 4.5** (the bar comes from one source, unverified; taking the mean is ours)\nRange of the mean {ReviewWords.Mean(interval.Low)} to {ReviewWords.Mean(interval.High)}: 95 % of 2,000 seeded draws from 9 reviewer scores\n", body[1], StringComparison.Ordinal);
        Assert.EndsWith("\nImpact 3 4 4 4 4 4 4 5 5 (median 4, range 3 to 5, n 9)\nExecution 4 4 4 4 4 4 4 4 5 (median 4, range 4 to 5, n 9)\nClarity 4 4 4 4 4 4 4 4 5 (median 4, range 4 to 5, n 9)", body[1], StringComparison.Ordinal);
        Assert.Equal($"**Votes:** 1 yes, 1 no\n- bea, yes: \"{Sentence}\"\n- cid, no: \"The cost of it was never named.\"", body[2]);
        Assert.StartsWith("**Closest path to 4.5:** 4 raises of one point bring the mean to 4.51\n1. Impact in round 1, System design, median 4; No baseline named by 2 of 3. A peer asked: \"change, says cid\"\n", body[3], StringComparison.Ordinal);
        Assert.Equal("Scores and votes are people's; I only add them up.", body[4]);
    }

    [Fact]
    public void With_too_few_reviewers_the_page_says_so()
    {
        Assert.Contains("2 reviewers. From 3 on there is a mean beside the bar.", Page(Closed([Reviewed(1, R.By(R.Bea, 4, 4, 4), R.By(R.Cid, 4, 4, 4))])), StringComparison.Ordinal);
        Assert.Contains("One reviewer: this is one opinion.", Page(Closed([Reviewed(1, R.By(R.Bea, 4, 4, 4))])), StringComparison.Ordinal);
    }

    [Fact]
    public void With_too_few_scores_the_page_says_from_when_on_there_is_a_range() =>
        Assert.Contains("6 reviewer scores; from 8 on there is a range of the mean.", Page(Closed([Rounds[0], Rounds[1]])), StringComparison.Ordinal);

    [Fact]
    public void A_mean_just_below_the_bar_does_not_read_as_the_bar()
    {
        // 1,349 points over 300 scores are 4.4967.
        Seq<ReviewedRound> rounds = [Reviewed(1, [.. Enumerable.Range(0, 100).Select(number => R.By(R.Ada with { User = $"p{number}" }, number == 0 ? 3 : 4, 5, number % 2 == 0 ? 4 : 5))])];

        Assert.Contains("**Mean 4.49, bar 4.5**", Page(Closed(rounds)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_packet_shows_scores_two_quotes_and_where_peers_lie_apart_without_their_names()
    {
        var message = CommitteePacketPage.Message(Closed(Rounds), R.Causes);

        Assert.Equal("""
            **1. System design**, Question 1
            Impact 3 4 5 (median 4, range 3 to 5, n 3)
            Execution 4 4 4 (median 4, all 4, n 3)
            Clarity 4 4 4 (median 4, all 4, n 3)
            Move on: 3 yes
            Peers named: No baseline (2 of 3)
            "dan on impact" (Impact 4)
            "dan on clarity" (Clarity 4)
            Apart on Impact: one gave 3 ("cid on impact"); one gave 5 ("bea on impact")
            """.ReplaceLineEndings("\n"), message.Body.ToString().Split("\n\n")[1]);
        Assert.DoesNotContain(message.Body.Parts, part => part is Core.Chat.Part.Person { Id.User: not "ada" });
    }

    [Fact]
    public void A_long_quote_is_cut_at_a_word()
    {
        var words = string.Join(' ', Enumerable.Repeat("elephant", 60));
        var review = R.By(R.Bea, 4, 4, 4);
        var body = CommitteePacketPage.Message(Closed([Reviewed(1, review with { Scores = [new("impact", 4, words)] })]), R.Causes).Body.ToString();

        Assert.Contains($"\"{words[..197]}…\"", body, StringComparison.Ordinal);
        Assert.Contains("One review: this is one opinion", body, StringComparison.Ordinal);
    }

    private static string Page(Committee.Closed closed) => CommitteeResultPage.Message(closed, R.Causes).Body.ToString();

    private static Committee.Closed Closed(Seq<ReviewedRound> rounds, params CommitteeVote[] votes) => new(K.Setup, Packet with { Rounds = rounds }, [.. votes], CommitteeEnding.Called);
}
