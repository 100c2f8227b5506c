using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Core.Tests.Reviews.Reviewers;

public class ReviewerDeskTests
{
    [Fact]
    public void The_licence_begins_with_the_question_and_the_first_sample_in_the_order_of_the_paper()
    {
        var decision = V.Decide(V.State(), new ReviewerInput.Take(V.From(), V.Paper, HeldElsewhere: false));

        Assert.Equal([V.Begun()], decision.Events);
        Assert.Equal("Licence: sample 1 of 3, score 1 of 6", decision.Told().Title);
        Assert.Contains("**Tell me about a choice.**", decision.Said(), StringComparison.Ordinal);
        Assert.Contains("the Strong answer", decision.Said(), StringComparison.Ordinal);
        Assert.DoesNotContain("the Weak answer", decision.Said(), StringComparison.Ordinal);
        Assert.EndsWith("**Impact**: Look at impact here.", decision.Said(), StringComparison.Ordinal);
        Assert.True(decision.Told().Long);
    }

    [Fact]
    public void Options_carry_the_short_anchors_of_the_question_else_of_the_rubric()
    {
        var select = Assert.IsType<Control.Select>(Assert.Single(V.Decide(V.State(), new ReviewerInput.Take(V.From(), V.Paper, false)).Told().Controls));

        Assert.Equal("Impact", select.Prompt);
        Assert.Equal(["1", "2", "3", "4", "5"], select.Options.Select(option => option.Value));
        Assert.Equal(["Own words for one", "Between 1 and 3", "Own words for three", "Between 3 and 5", "Impact high"], select.Options.Select(option => option.Description));
    }

    [Fact]
    public void Each_score_is_saved_as_it_is_given_and_the_next_dimension_asked_without_the_sample()
    {
        var decision = V.Score(V.State(V.Begun()), 4);

        Assert.Equal([new ReviewerEvent.SampleScored(V.Noon, new(SampleKind.Strong, "impact", 4))], decision.Events);
        Assert.Equal("Saved: Impact 4.\n\n**Execution**: Look at execution here.", decision.Said());
        Assert.Equal(["Execution", "Read it again", "Change the last score"], decision.Told().Controls.Select(Label));
    }

    [Fact]
    public void The_next_sample_comes_after_the_last_dimension_of_one()
    {
        var decision = V.Score(V.State([V.Begun(), .. V.Scored(V.Paper, 5)]), 5);

        Assert.Equal("Licence: sample 2 of 3, score 3 of 6", decision.Told().Title);
        Assert.Contains("the Weak answer", decision.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_can_be_read_again_at_its_step()
    {
        var state = V.State([V.Begun(), .. V.Scored(V.Paper, 5)]);

        var decision = V.Decide(state, new ReviewerInput.ReadAgain(V.From(), state.Step));

        Assert.Empty(decision.Events);
        Assert.Contains("the Strong answer", decision.Said(), StringComparison.Ordinal);
        Assert.EndsWith("**Execution**: Look at execution here.", decision.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_score_can_be_given_again()
    {
        var state = V.State([V.Begun(), .. V.Scored(V.Paper, 5, 1)]);

        var decision = V.Decide(state, new ReviewerInput.TakeBack(V.From(), state.Step));

        Assert.Equal([new ReviewerEvent.ScoreTakenBack(V.Noon)], decision.Events);
        Assert.StartsWith("Taken back: Execution 1. Score it again.", decision.Said(), StringComparison.Ordinal);
        var after = state.Evolve(decision.Events[0]);
        Assert.Equal(new ReviewerEvent.SampleScored(V.Noon, new(SampleKind.Strong, "execution", 5)), V.Score(after, 5).Events[0]);
        Assert.Empty(V.Decide(after, new ReviewerInput.TakeBack(V.From(), state.Step)).Events);
    }

    [Fact]
    public void It_goes_on_where_it_was_days_later_whatever_would_be_chosen_now()
    {
        var state = V.State([V.Begun(), .. V.Scored(V.Paper, 5, 5, 1)]);

        var decision = V.Decide(state, new ReviewerInput.Take(V.From(hours: 90), V.Second, false));

        Assert.Empty(decision.Events);
        Assert.StartsWith("You go on where you were: 3 of 6 scores are saved.", decision.Said(), StringComparison.Ordinal);
        Assert.Contains("the Weak answer", decision.Said(), StringComparison.Ordinal);
        Assert.Equal("Licence: sample 2 of 3, score 4 of 6", decision.Told().Title);
    }

    [Theory]
    [InlineData(4, 5, 2, 1, 2, 4)]
    [InlineData(5, 5, 1, 1, 3, 3)]
    [InlineData(4, 4, 2, 2, 4, 2)]
    public void Within_one_point_on_all_gives_the_licence(params int[] scores)
    {
        var decision = V.Score(V.State([V.Begun(), .. V.Scored(V.Paper, scores[..^1])]), scores[^1]);

        Assert.Equal(new ReviewerEvent.LicenceGiven(V.Noon), decision.Events[^1]);
        Assert.StartsWith("You have the licence: each of your 6 scores lies within one point of what people agreed on.", decision.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_where_the_scores_were_exactly_theirs()
    {
        var decision = V.Score(V.State([V.Begun(), .. V.Scored(V.Paper, 4, 5, 1, 1, 2)]), 2);

        Assert.Contains("Exactly theirs:\n- sample 1: Execution\n- sample 2: Impact, Execution\n\n", decision.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_licence_without_one_exact_score_says_nothing_of_it()
    {
        var decision = V.Score(V.State([V.Begun(), .. V.Scored(V.Paper, 4, 4, 2, 2, 2)]), 2);

        Assert.DoesNotContain("Exactly", decision.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_points_apart_anywhere_opens_the_second_try_and_says_where()
    {
        var decision = V.Score(V.State([V.Begun(), .. V.Scored(V.Paper, 3, 5, 1, 1, 3)]), 5);

        Assert.Equal(new ReviewerEvent.LicenceMissed(V.Noon, null), decision.Events[^1]);
        Assert.StartsWith("""
            4 of 6 scores lie within one point of what people agreed on. Further apart are:

            **Sample 1, Impact**: you 3, people 5.
            5 means: Impact in full.

            **Sample 3, Execution**: you 5, people 3.
            3 means: Execution in part.
            """.ReplaceLineEndings("\n"), decision.Said(), StringComparison.Ordinal);
        Assert.Equal(["Second try"], decision.Told().Controls.Select(Label));
    }

    [Fact]
    public void An_agreed_score_between_two_anchors_is_explained_by_both_in_the_words_of_the_question()
    {
        var question = V.Question() with { Samples = [V.Sample(SampleKind.Weak, 1), V.Sample(SampleKind.Fair, 2), V.Sample(SampleKind.Strong, 5)] };

        var decision = V.Score(V.State([V.Begun(), .. V.Scored(V.Paper, 5, 5, 1, 1, 4)]), 2, question);

        Assert.Contains("**Sample 3, Impact**: you 4, people 2.\n2 lies between two. 1 means: Nobody gained. 3 means: One side gained.", decision.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_missed_can_be_read_again_with_the_second_try_beside_it()
    {
        var decision = V.Decide(V.State(V.MissedOnce), new ReviewerInput.Take(V.From(), V.Second, false));

        Assert.Empty(decision.Events);
        Assert.Contains("**Sample 3, Execution**: you 5, people 3.", decision.Said(), StringComparison.Ordinal);
        Assert.Equal(["Second try"], decision.Told().Controls.Select(Label));
    }

    [Fact]
    public void The_second_try_begins_its_own_paper()
    {
        var state = V.State(V.MissedOnce);

        var decision = V.Decide(state, new ReviewerInput.SecondTry(V.From(), state.Step, V.Second));

        Assert.Equal([V.Begun(V.Second)], decision.Events);
        Assert.StartsWith("Second try: three answers to one question", decision.Said(), StringComparison.Ordinal);
        Assert.Contains("the Fair answer", decision.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_try_can_give_the_licence()
    {
        var decision = V.Score(V.State([.. V.MissedOnce, V.Begun(V.Second), .. V.Scored(V.Second, 3, 3, 1, 1, 5)]), 4);

        Assert.Equal(new ReviewerEvent.LicenceGiven(V.Noon), decision.Events[^1]);
    }

    [Fact]
    public void After_a_second_miss_a_new_try_is_open_in_twenty_hours()
    {
        var decision = V.Score(V.State([.. V.MissedOnce, V.Begun(V.Second), .. V.Scored(V.Second, 3, 3, 1, 1, 1)]), 5);

        Assert.Equal(new ReviewerEvent.LicenceMissed(V.Noon, V.Noon.AddHours(20)), decision.Events[^1]);
        Assert.EndsWith("from tomorrow, in 20 hours, /review licence brings a new one.", decision.Said(), StringComparison.Ordinal);
        Assert.Empty(decision.Told().Controls);
    }

    [Theory]
    [InlineData(0.5, "Two tries are enough for one day. /review licence brings a new one in 20 hours.")]
    [InlineData(19.5, "Two tries are enough for one day. /review licence brings a new one within the hour.")]
    public void Before_that_it_says_how_long(double hours, string expected)
    {
        var decision = V.Decide(V.State(V.MissedTwice), new ReviewerInput.Take(V.From(hours), V.Paper with { Number = 3 }, false));

        Assert.Empty(decision.Events);
        Assert.Equal(expected, decision.Said());
    }

    [Fact]
    public void After_that_a_new_first_try_begins()
    {
        var third = V.Paper with { Number = 3 };

        var decision = V.Decide(V.State(V.MissedTwice), new ReviewerInput.Take(V.From(hours: 20), third, false));

        Assert.Equal([new ReviewerEvent.LicenceBegun(V.Noon.AddHours(20), third)], decision.Events);
    }

    [Fact]
    public void A_licence_that_is_held_here_or_counts_here_is_not_taken_twice()
    {
        var held = V.State([V.Begun(), .. V.Scored(V.Paper, V.Agreed), new ReviewerEvent.LicenceGiven(V.Noon)]);

        var here = V.Decide(held, new ReviewerInput.Take(V.From(), null, false));
        var elsewhere = V.Decide(V.State(), new ReviewerInput.Take(V.From(), V.Paper, HeldElsewhere: true));

        Assert.All([here, elsewhere], decision => Assert.Equal("You have the licence: your reviews carry it.", decision.Said()));
        Assert.All([here, elsewhere], decision => Assert.Empty(decision.Events));
    }

    [Fact]
    public void Without_a_free_question_nothing_begins()
    {
        var missed = V.State(V.MissedOnce);

        Assert.StartsWith("No question is free", V.Decide(V.State(), new ReviewerInput.Take(V.From(), null, false)).Said(), StringComparison.Ordinal);
        Assert.StartsWith("No question is free", V.Decide(missed, new ReviewerInput.SecondTry(V.From(), missed.Step, null)).Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(1, 5)]
    [InlineData(0, 0)]
    [InlineData(0, 6)]
    [InlineData(0, null)]
    public void A_doubled_older_or_forged_score_changes_nothing_and_shows_the_open_step(int off, int? points)
    {
        var state = V.State([V.Begun(), .. V.Scored(V.Paper, 5)]);

        var decision = V.Decide(state, new ReviewerInput.Score(V.From(), state.Step + off, points));

        Assert.Empty(decision.Events);
        Assert.StartsWith("That step is over, and what was saved stands.", decision.Said(), StringComparison.Ordinal);
        Assert.Contains(decision.Told().Controls, control => control is Control.Select { Prompt: "Execution" });
    }

    [Fact]
    public void Buttons_of_a_try_that_is_over_point_to_the_command()
    {
        var missed = V.State(V.MissedOnce);
        ReviewerInput[] older = [new ReviewerInput.Score(V.From(), missed.Step, 3), new ReviewerInput.TakeBack(V.From(), missed.Step), new ReviewerInput.ReadAgain(V.From(), missed.Step), new ReviewerInput.SecondTry(V.From(), missed.Step - 1, V.Second)];

        Assert.All(older, input => Assert.Empty(V.Decide(missed, input).Events));
        Assert.All(older, input => Assert.Equal("That step is over. /review licence says where your licence stands.", V.Decide(missed, input).Said()));
    }

    [Fact]
    public void Invitations_are_turned_off_and_on_once()
    {
        var off = V.Decide(V.State(), new ReviewerInput.TurnOff(V.From(), IsOff: false));
        var on = V.Decide(V.State(new ReviewerEvent.OptedOut(V.Noon)), new ReviewerInput.TurnOn(V.From(), IsOff: true));

        Assert.Equal([new ReviewerEvent.OptedOut(V.Noon)], off.Events);
        Assert.Equal([new ReviewerEvent.OptedIn(V.Noon)], on.Events);
        Assert.Contains("You can still review", off.Said(), StringComparison.Ordinal);
        Assert.Empty(V.Decide(V.State(), new ReviewerInput.TurnOff(V.From(), IsOff: true)).Events);
        Assert.Empty(V.Decide(V.State(), new ReviewerInput.TurnOn(V.From(), IsOff: false)).Events);
    }

    [Fact]
    public void Fenced_code_of_a_sample_stays_code_and_the_rest_is_shown_to_the_letter()
    {
        var strong = V.Sample(SampleKind.Strong, 5) with { Text = "A *plan*:\n```\nx = 1\n```\nDone." };
        var question = V.Question() with { Samples = [V.Sample(SampleKind.Weak, 1), V.Sample(SampleKind.Fair, 3), strong] };

        var parts = V.Decide(V.State(), new ReviewerInput.Take(V.From(), V.Paper, false), question).Told().Body.Parts;

        Assert.Contains(new Part.Typed("A *plan*:\n"), parts);
        Assert.Contains(new Part.Markdown("```\nx = 1\n```"), parts);
    }

    [Fact]
    public void A_long_prompt_is_cut_to_the_paragraph_with_what_is_asked()
    {
        var question = V.Question() with { Prompt = $"{new string('x', 300)}\n\n**Tell me about a choice.**" };

        var said = V.Decide(V.State(), new ReviewerInput.Take(V.From(), V.Paper, false), question).Said();

        Assert.Contains("**Question: culture.one**\n**Tell me about a choice.**\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", said, StringComparison.Ordinal);
    }

    private static string Label(Control control) => control switch
    {
        Control.Button button => button.Label,
        Control.Select select => select.Prompt,
        _ => "",
    };
}
