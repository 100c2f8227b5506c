using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class FollowUpTests
{
    [Fact]
    public void Asks_for_what_was_not_mentioned() =>
        Given(A.Started, A.Asked, A.Answered("The goal.")).When(A.Done(10, step: 1))
            .Then(A.Finished(), A.Probed("ask-baseline", 10, "not mentioned: a baseline"))
            .Says("Follow-up 1 of 2:", "Question ask-baseline?", "5 minutes for this one").Shows("Done", "Hint", "Skip", "More").Wakes(15);

    [Fact]
    public void A_complete_answer_gets_the_harder_turn() =>
        Given(A.Started, A.Asked, A.Answered("goal, baseline, latency")).When(A.Done(10)).Then(A.Finished(), A.Probed("ask-deep", 10, "everything expected was mentioned"));

    [Fact]
    public void An_answer_with_nearly_nothing_gets_the_foundation() =>
        Given(A.Started, A.Asked, A.Answered("hm")).When(A.Done(10)).Then(A.Finished(), A.Probed("ask-foundation", 10, "0 of 5 things mentioned so far"));

    [Fact]
    public void The_last_one_is_the_fixed_one() =>
        Given(A.Started, A.Asked, A.Answered("hm"), A.Finished(), A.Probed("ask-foundation"), A.Answered("hm", 11, "m2")).When(A.Done(12))
            .Then(A.ProbeFinished(12), A.Probed("ask-fixed", 12)).Says("Follow-up 2 of 2");

    [Fact]
    public void After_the_most_follow_ups_come_the_questions_for_us() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-baseline"), A.ProbeFinished(11), A.Probed("ask-fixed", 11), A.Answered("x", 11.5, "m2")).When(A.Done(12))
            .Then(A.ProbeFinished(12), A.Invited(12)).Says("Your questions for us?").Shows("Done", "None").Wakes(14);

    [Fact]
    public void A_follow_up_can_be_skipped() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-baseline")).When(A.Skip(11)).Then(A.ProbeFinished(11, EndedBy.Skipped), A.Probed("ask-fixed", 11));

    [Fact]
    public void Done_twice_does_not_pass_a_follow_up_in_silence() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-baseline")).When(A.Say("done", 10.1)).ThenNothing().Whispers("Nothing is saved for this follow-up yet");

    [Fact]
    public void A_double_click_on_done_meets_a_stale_button() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-baseline")).When(A.Done(10.1, step: 1)).ThenNothing().Whispers("from an earlier step");

    [Fact]
    public void Words_of_a_follow_up_count_for_the_next_choice() =>
        Given(A.Started, A.Asked, A.Answered("hm"), A.Finished(), A.Probed("ask-foundation"), A.Answered("a baseline", 11, "m2")).When(A.Done(12)).DoesNotSay("ask-baseline");

    [Fact]
    public void Ties_go_by_the_order_of_the_file() =>
        AsksFirst([Fixture.Probe("first", FollowUpKind.Fixed, 10, new() { Always = true }), Fixture.Probe("second", FollowUpKind.Fixed, 10, new() { Always = true })], "goal", "first");

    [Fact]
    public void A_follow_up_that_does_not_fit_the_time_is_left_out() =>
        Given(Fixture.With(Fixture.Probe("long", FollowUpKind.Deep, 90, new() { Always = true }, seconds: 1500), Fixture.Fixed), A.Started, A.Asked, A.Answered("goal")).When(A.Done(10))
            .Then(A.Finished(), A.Probed("ask-fixed", 10, of: 1));

    [Fact]
    public void The_fixed_one_goes_first_when_time_is_left_for_one_only()
    {
        var script = Fixture.With(Fixture.Probe("big", FollowUpKind.Guided, 90, new() { Always = true }, seconds: 600), Fixture.Fixed);

        Given(script, A.Started, A.Asked, A.Answered("goal", 21.5)).When(A.Done(22)).Then(A.Finished(22), A.Probed("ask-fixed", 22));
    }

    [Fact]
    public void Nothing_fits_any_more_so_the_questions_for_us_come() =>
        Given(Fixture.With(Fixture.Probe("long", FollowUpKind.Fixed, 90, new() { Always = true }, seconds: 3000)), A.Started, A.Asked, A.Answered("goal")).When(A.Done(10)).Then(A.Finished(), A.Invited());

    public static TheoryData<string, When, string, string> Conditions => new()
    {
        { "missing", new() { Missing = ["baseline", "drift"] }, "goal", "not mentioned: a baseline, drift" },
        { "found", new() { Found = ["goal", "drift"] }, "goal and drift", "mentioned: the goal, drift" },
        { "all found", new() { AllFound = true }, "goal baseline latency", "everything expected was mentioned" },
        { "found at most", new() { FoundAtMost = 1 }, "goal", "1 of 5 things mentioned so far" },
        { "pitfall", new() { Pitfall = ["deep-first"] }, "A transformer, first.", "seen: \"A transformer, first.\"" },
        { "number empty", new() { NumberEmpty = ["p99"] }, "goal", "no number for p99 latency" },
        { "fact not asked", new() { FactNotAsked = ["members"] }, "goal", "not asked for: members" },
        { "time left over", new() { TimeLeftOver = 19 }, "goal", "20 minutes left" },
        { "time left under", new() { TimeLeftUnder = 21 }, "goal", "20 minutes left" },
        { "no hint used", new() { HintUsed = false }, "goal", "no hint was used" },
        { "two at once", new() { Missing = ["baseline"], NumberEmpty = ["p99"] }, "goal", "not mentioned: a baseline; no number for p99 latency" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Each_condition_gives_its_reason(string condition, When when, string answer, string reason) =>
        Given(Fixture.With(Fixture.Probe(condition, FollowUpKind.Guided, 90, when), Fixture.Fixed), A.Started, A.Asked, A.Answered(answer)).When(A.Done(10))
            .Then(A.Finished(), A.Probed(condition, 10, reason));

    public static TheoryData<string, When, string> Failing => new()
    {
        { "missing", new() { Missing = ["goal", "drift"] }, "goal" },
        { "found", new() { Found = ["goal", "drift"] }, "goal" },
        { "all found", new() { AllFound = true }, "goal baseline" },
        { "found at most", new() { FoundAtMost = 1 }, "goal baseline" },
        { "pitfall", new() { Pitfall = ["deep-first"] }, "goal" },
        { "pitfall for people", new() { Pitfall = ["rehearsed"] }, "goal" },
        { "pitfall beside another", new() { Found = ["goal"], Pitfall = ["deep-first"] }, "goal" },
        { "number empty", new() { NumberEmpty = ["p99"] }, "at 800 ms" },
        { "time left over", new() { TimeLeftOver = 20 }, "goal" },
        { "time left under", new() { TimeLeftUnder = 20 }, "goal" },
        { "hint used", new() { HintUsed = true }, "goal" },
        { "nothing set", new(), "goal" },
    };

    [Theory]
    [MemberData(nameof(Failing))]
    public void A_condition_that_does_not_hold_asks_nothing(string condition, When when, string answer) =>
        Given(Fixture.With(Fixture.Probe(condition, FollowUpKind.Guided, 90, when), Fixture.Fixed), A.Started, A.Asked, A.Answered(answer)).When(A.Done(10))
            .Then(A.Finished(), A.Probed("ask-fixed", 10, of: 1));

    [Fact]
    public void A_fact_that_was_asked_for_is_not_asked_about() =>
        Given(Fixture.With(Fixture.Probe("facts", FollowUpKind.Guided, 90, new() { FactNotAsked = ["members"] }), Fixture.Fixed), A.Started, A.Asked, A.Told(1, "members"), A.Answered("goal", 2)).When(A.Done(10))
            .Then(A.Finished(), A.Probed("ask-fixed", 10, of: 1));

    [Fact]
    public void A_used_hint_is_a_condition_too() =>
        Given(Fixture.With(Fixture.Probe("hinted", FollowUpKind.Guided, 90, new() { HintUsed = true }), Fixture.Fixed), A.Started, A.Asked, A.Hinted(1, 1), A.Answered("goal", 2)).When(A.Done(10))
            .Then(A.Finished(), A.Probed("hinted", 10, "a hint was used"));

    private static void AsksFirst(FollowUp[] followUps, string answer, string expected) =>
        Given(Fixture.With(followUps), A.Started, A.Asked, A.Answered(answer)).When(A.Done(10)).Then(A.Finished(), A.Probed(expected, 10));
}
