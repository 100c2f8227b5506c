using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class FactTests
{
    [Fact]
    public void Several_facts_come_in_one_message()
    {
        Given(A.Started, A.Asked)
            .When(A.Say("How many members? What latency?"))
            .Then(A.Answered("How many members? What latency?", 2, "m2"), A.Told(2, "members", "latency"))
            .Says("280 million members. The page has 800 ms at p99.")
            .Shows("Done", "Hint", "Pause", "More");
    }

    [Fact]
    public void A_fact_is_only_given_to_a_question() =>
        Given(A.Started, A.Asked).When(A.Say("Many members, low latency.")).Then(A.Answered("Many members, low latency.", 2, "m2")).SaysNothing();

    [Fact]
    public void A_question_mark_in_the_middle_asks_nothing() => Given(A.Started, A.Asked).When(A.Say("How many members? I assume a lot.")).SaysNothing();

    [Fact]
    public void A_question_without_a_figure_is_told_so() =>
        Given(A.Started, A.Asked).When(A.Say("What is the weather?"))
            .Then(A.Answered("What is the weather?", 2, "m2"), new SessionEvent.FactMissed(A.Min(2), "What is the weather?")).Says("I have no figure for that");

    [Fact]
    public void A_long_thought_that_happens_to_end_in_a_question_gets_no_answer() =>
        Given(A.Started, A.Asked).When(A.Say(string.Concat(Enumerable.Repeat("thinking ", 31)) + "why?")).SaysNothing();

    [Fact]
    public void The_ask_form_needs_no_question_mark() => Given(A.Started, A.Asked).When(A.Ask("members")).Then(A.Told(2, "members")).Says("280 million members.");

    [Fact]
    public void The_ask_form_says_when_there_is_no_figure() =>
        Given(A.Started, A.Asked).When(A.Ask("weather")).Then(new SessionEvent.FactMissed(A.Min(2), "weather")).Says("I have no figure for that");

    [Fact]
    public void Ask_opens_its_form() => Given(A.Started, A.Asked).When(new SessionInput.Ask(A.From(1))).ThenNothing().Opens<Effect.OpenForm>();

    [Fact]
    public void The_same_fact_twice_counts_once()
    {
        var outcome = Given(A.Started, A.Asked, A.Told(1, "members")).When(A.Ask("members"));

        Assert.Equal(["members"], ((Session.Started)outcome.Says("280 million").After).Sheet.FactsTold);
    }

    [Fact]
    public void Questions_for_us_are_kept_and_not_answered_from_the_facts() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Invited()).When(A.Say("How many members?", 11)).Then(A.Answered("How many members?", 11, "m2")).SaysNothing();
}
