using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class ClockMarkTests
{
    private static readonly SessionEvent Quiet = A.Nudged(NudgeKind.Silence, "5 minutes without a word", 5);

    [Fact]
    public void A_quarter_of_the_budget_without_a_word_is_met_with_thinking_time() =>
        Given(A.Started, A.Asked).When(A.Due(5)).Then(Quiet).Says("Take the time you need").Wakes(10);

    [Fact]
    public void A_word_puts_the_silence_nudge_off() => Given(A.Started, A.Asked).When(A.Say("The goal.", 4)).Wakes(9);

    [Fact]
    public void The_silence_nudge_comes_once() => Given(A.Started, A.Asked, Quiet, A.Thrown()).When(A.Due(15)).ThenNothing().IsSilent().Wakes(18);

    [Fact]
    public void The_curveball_comes_at_its_minute() =>
        Given(A.Started, A.Asked, A.Answered("goal", 9)).When(A.Due(10)).Then(A.Thrown()).Says("News: A new country launches tomorrow.").Wakes(15);

    [Fact]
    public void The_curveball_scales_with_the_minutes() =>
        Given(A.StartedWith(A.Setup with { Minutes = 60 }), A.Asked, A.Answered("goal", 19)).When(A.Due(20)).Then(A.Thrown(20));

    [Fact]
    public void There_is_one_curveball_also_when_the_question_has_several()
    {
        var two = Fixture.Script with { Question = Fixture.Script.Question with { Curveballs = [new("launch", 10, "One.", []), new("second", 12, "Two.", [])] } };
        var setup = A.StartedWith(A.Setup with { Seed = SeedOf("launch", two) });

        Given(two, setup, A.Asked, A.Answered("goal", 9), A.Thrown(), A.Answered("popular there", 11, "m2")).When(A.Due(12)).ThenNothing();
    }

    [Fact]
    public void A_curveball_in_the_last_two_minutes_is_not_thrown()
    {
        var late = Fixture.Script with { Question = Fixture.Script.Question with { Curveballs = [new("launch", 18, "News.", [])] } };

        Given(late, A.Started, A.Asked, A.Answered("goal", 17.5)).When(A.Due(18)).Then(A.Passed(ClockMark.LastMinutes, 18)).DoesNotSay("News");
    }

    [Fact]
    public void Two_minutes_are_left() =>
        Given(A.Started, A.Asked, A.Answered("goal", 16), A.Thrown()).When(A.Due(18)).Then(A.Passed(ClockMark.LastMinutes, 18)).Says("Two minutes left.").Wakes(20);

    [Fact]
    public void A_short_answer_is_warned_a_minute_before() =>
        Given(A.StartedWith(A.Setup with { Minutes = 6 }), A.Asked, A.Answered("goal", 2.9), A.Thrown(2)).When(A.Due(3)).Then(A.Passed(ClockMark.LastMinutes, 3)).Says("One minute left.");

    [Fact]
    public void Marks_that_passed_together_are_not_followed_by_a_nudge() =>
        Given(A.Started, A.Asked, A.Answered("goal", 4)).When(A.Due(10)).Then(A.Thrown()).Says("News").Wakes(15);

    [Fact]
    public void After_two_minutes_left_nobody_is_nudged() =>
        Given(A.Started, A.Asked, A.Answered("goal", 11), A.Thrown()).When(A.Due(18)).Then(A.Passed(ClockMark.LastMinutes, 18)).Wakes(20);

    [Fact]
    public void Time_up_ends_the_answer_and_asks_the_follow_up()
    {
        Given(A.Started, A.Asked, A.Answered("the goal", 19))
            .When(A.Due(20))
            .Then(A.Passed(ClockMark.TimeUp, 20), A.Finished(20, EndedBy.TimeUp), A.Probed("ask-baseline", 20, "not mentioned: a baseline"))
            .Says("That is the time. Everything so far is saved.", "Follow-up 1 of 2");
    }

    [Fact]
    public void Only_time_up_is_said_when_other_marks_passed_with_it() =>
        Given(A.Started, A.Asked, A.Answered("the goal", 1)).When(A.Due(25)).Says("That is the time");

    [Fact]
    public void Time_up_of_a_follow_up_goes_on() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-baseline"), A.Answered("popular", 11, "m2")).When(A.Due(15))
            .Then(A.Passed(ClockMark.TimeUp, 15), A.ProbeFinished(15, EndedBy.TimeUp), A.Probed("ask-fixed", 15)).Says("Follow-up 2 of 2").Wakes(17);

    [Fact]
    public void A_timer_that_fires_early_is_set_again() => Given(A.Started, A.Asked).When(A.Due(4.9)).ThenNothing().IsSilent().Wakes(5);

    [Fact]
    public void A_monologue_is_pointed_out_once()
    {
        var talk = string.Concat(Enumerable.Repeat("word ", 200));
        var more = string.Concat(Enumerable.Repeat("more ", 150));

        Given(A.Started, A.Asked, A.Answered(talk)).When(A.Say(more))
            .Then(A.Answered(more, 2, "m2"), A.Nudged(NudgeKind.Monologue, "350 words in a row", 2)).Says("350 words without a pause");
        Given(A.Started, A.Asked, A.Nudged(NudgeKind.Monologue, "350 words in a row", 1), A.Answered(talk, 2, "m3")).When(A.Say(more)).SaysNothing();
    }

    [Fact]
    public void What_the_bot_says_ends_a_monologue() =>
        Given(A.Started, A.Asked, A.Answered(string.Concat(Enumerable.Repeat("word ", 250))), A.Hinted(1, 2)).When(A.Say(string.Concat(Enumerable.Repeat("more ", 150)), 3)).SaysNothing();

    [Fact]
    public void Code_in_a_file_is_not_a_monologue() =>
        Given(A.Started, A.Asked).When(A.Say(string.Concat(Enumerable.Repeat("x = 1\n", 400)), file: "plan.py")).SaysNothing();

    [Fact]
    public void One_minute_in_all_keeps_everything_in_proportion() =>
        Given(A.StartedWith(A.Setup with { Minutes = 1 })).When(A.Begin()).Says("ends 10:00, all of it 10:01").Wakes(10 / 60.0);

    [Fact]
    public void Three_hours_keep_everything_in_proportion() =>
        Given(A.StartedWith(A.Setup with { Minutes = 180 })).When(A.Begin()).Says("ends 12:00, all of it 13:00").Wakes(30);

    private static ulong SeedOf(string card, InterviewScript script) =>
        Enumerable.Range(0, 100).Select(seed => (ulong)seed).First(seed => new Pace(A.Setup with { Seed = seed }, script.Question).Curveballs.Single().Id == card);
}
