using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Reviews;
using static NetflixPrep.Core.Tests.Reviews.R;

namespace NetflixPrep.Core.Tests.Reviews;

public class ReviewResultPageTests
{
    [Fact]
    public void Numbers_come_first_then_what_to_talk_about_then_each_review_in_its_words()
    {
        var round = (Round(
            By(Bea, 5, 4, 4) with { Cause = "late-rollout", Licensed = false },
            By(Cid, 3, 4, 4, MoveOn.No) with { Cause = "no-baseline" },
            By(Dan, 4, 4, 4) with { Cause = "late-rollout" }).Own(5, 4, 3)) with
        { ChosenCause = "No baseline" };

        var message = ReviewResultPage.Message(ReviewResult.Of(round, [new(Cid, -0.4, 9)]), Causes);

        Assert.Equal("Reviews: System design, Homepage rows", message.Title);
        Assert.Equal("""
            3 reviews, mean 4.0 of 5 over all scores
            Impact 5 3 4 (median 4, range 3 to 5, n 3); your own 5, 1 above
            Execution 4 4 4 (median 4, all 4, n 3); your own 4, the same
            Clarity 4 4 4 (median 4, all 4, n 3); your own 3, 1 below
            Move on: 2 yes, 1 no
            Peers named: Late roll-out (2 of 3); No baseline (1 of 3). You chose: No baseline

            **To talk about**
            - Impact: Reviewer 2 gave 3 ("cid on impact"); Reviewer 1 gave 5 ("bea on impact")

            **Reviewer 1**, bea, move on: yes
            Impact 5: "bea on impact"
            Execution 4: "bea on execution"
            Clarity 4: "bea on clarity"
            Strong: strong, says bea
            To change: change, says bea
            Root cause: Late roll-out

            **Reviewer 2**, cid, move on: no
            Impact 3: "cid on impact"
            Execution 4: "cid on execution"
            Clarity 4: "cid on clarity"
            Strong: strong, says cid
            To change: change, says cid
            Root cause: No baseline

            **Reviewer 3**, dan, move on: yes
            Impact 4: "dan on impact"
            Execution 4: "dan on execution"
            Clarity 4: "dan on clarity"
            Strong: strong, says dan
            To change: change, says dan
            Root cause: Late roll-out

            Reviewer 2 tends to score 0.4 lower than others on the same answers (9 reviews); with that taken out the mean would be 4.1.
            Given without a reviewer's licence: 1 review of 3.
            """.ReplaceLineEndings("\n"), message.Body.ToString());
    }

    [Fact]
    public void One_review_is_called_one_opinion()
    {
        var body = Body(Round(By(Bea, 4, 4, 4)));

        Assert.StartsWith("One review: this is one opinion.\nImpact 4 (n 1)\n", body, StringComparison.Ordinal);
        Assert.DoesNotContain("mean", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_reviews_show_no_mean() => Assert.StartsWith("2 reviews. A mean is shown from 3 on.\nImpact 4 3 (median 3.5, range 3 to 4, n 2)", Body(Round(By(Bea, 4, 4, 4), By(Cid, 3, 4, 4))), StringComparison.Ordinal);

    [Fact]
    public void When_nobody_reviewed_it_says_so() => Assert.StartsWith("Nobody reviewed this in time: System design, Homepage rows.", Body(Round()), StringComparison.Ordinal);

    [Fact]
    public void What_reviewers_typed_is_shown_to_the_letter()
    {
        var parts = ReviewResultPage.Message(ReviewResult.Of(Round(By(Bea, 4, 4, 4) with { Strength = "**@everyone**" }), []), Causes).Body.Parts;

        Assert.Contains(new Part.Typed("**@everyone**"), parts);
        Assert.Contains(new Part.Typed("bea on impact"), parts);
    }

    [Fact]
    public void Names_can_be_left_out() => Assert.DoesNotContain(ReviewResultPage.Message(ReviewResult.Of(Round(By(Bea, 4, 4, 4)), []), Causes, named: false).Body.Parts, part => part is Part.Person);

    [Fact]
    public void A_cause_that_the_list_no_longer_has_is_shown_by_its_id() => Assert.Contains("Peers named: gone-cause (1 of 1)", Body(Round(By(Bea, 4, 4, 4) with { Cause = "gone-cause" })), StringComparison.Ordinal);

    private static string Body(ReviewedRound round) => ReviewResultPage.Message(ReviewResult.Of(round, []), Causes).Body.ToString();
}
