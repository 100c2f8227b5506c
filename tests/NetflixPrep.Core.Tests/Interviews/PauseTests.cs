using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class PauseTests
{
    [Fact]
    public void The_clock_stands_while_paused() =>
        Given(A.Started, A.Asked, A.Answered("goal", 4)).When(A.Pause(6)).Then(A.Paused(6)).Says("Paused. The clock stands with 14 minutes left.").Shows("Resume", "More").Wakes(6 + (7 * 24 * 60));

    [Fact]
    public void Resume_moves_every_mark_by_the_pause() =>
        Given(A.Started, A.Asked, A.Answered("goal", 4), A.Paused(6)).When(A.Resume(66)).Then(A.Resumed(66)).Says("14 minutes left").Wakes(69);

    [Fact]
    public void What_is_written_while_paused_is_saved() => Given(A.Started, A.Asked, A.Paused(6)).When(A.Say("the goal", 30)).Then(A.Answered("the goal", 30, "m2")).Ticks("m2");

    [Fact]
    public void A_second_pause_changes_nothing() => Given(A.Started, A.Asked, A.Paused(6)).When(A.Pause(7)).ThenNothing().Whispers("stands already");

    [Fact]
    public void Resume_on_a_running_clock_changes_nothing() => Given(A.Started, A.Asked).When(A.Resume(7)).ThenNothing().Whispers("nothing to resume");

    [Fact]
    public void A_mark_that_was_set_before_the_pause_waits() => Given(A.Started, A.Asked, A.Answered("goal", 9), A.Paused(9.9)).When(A.Due(10)).ThenNothing().IsSilent().Wakes(9.9 + (7 * 24 * 60));

    [Fact]
    public void A_pause_a_moment_after_the_time_was_up_ends_the_part_on_resume() => Given(A.Started, A.Asked, A.Answered("goal", 19), A.Paused(20.01)).When(A.Resume(30)).Wakes(30);

    [Fact]
    public void Waking_while_paused_holds_nothing() => Given(A.Started, A.Asked, A.Paused(6)).When(A.Woke(7, 20)).ThenNothing().IsSilent();

    [Fact]
    public void Done_while_paused_goes_on_with_the_clock_running() =>
        Given(A.Started, A.Asked, A.Answered("goal", 4), A.Paused(6)).When(A.Done(66)).Then(A.Finished(66), A.Probed("ask-baseline", 66, "not mentioned: a baseline")).Wakes(71);

    [Fact]
    public void More_offers_resume_while_paused() => Given(A.Started, A.Asked, A.Paused(6)).When(new SessionInput.More(A.From(7))).Shows("Ask", "Resume", "Skip", "Stop");

    [Fact]
    public void A_week_of_pause_ends_the_session_and_keeps_what_was_said() =>
        Given(A.Started, A.Asked, A.Answered("the goal", 4), A.Paused(6)).When(A.Due(6 + (7 * 24 * 60))).Then(A.Ended(Ending.Abandoned, 6 + (7 * 24 * 60))).Says("All you said is kept");
}

public class AwayTests
{
    [Fact]
    public void The_clock_stood_while_the_bot_was_away() =>
        Given(A.Started, A.Asked, A.Answered("goal", 4)).When(A.Woke(6, 16)).Then(A.Held(6, 16)).Says("I was away from 10:06 to 10:16.", "14 minutes left").Wakes(19);

    [Fact]
    public void Time_before_begin_is_not_held() => Given(A.Started, A.Asked).When(A.Woke(-1, 3)).Says("20 minutes left");

    [Fact]
    public void Time_before_the_last_word_is_not_held() => Given(A.Started, A.Asked, A.Answered("goal", 4)).When(A.Woke(3.9, 10)).Says("16 minutes left").Wakes(15);

    [Fact]
    public void A_pause_inside_the_gap_is_not_held_twice() => Given(A.Started, A.Asked, A.Answered("goal", 1), A.Paused(2), A.Resumed(3)).When(A.Woke(1.9, 10)).Says("18 minutes left");

    [Fact]
    public void The_same_gap_twice_is_held_once() => Given(A.Started, A.Asked, A.Answered("goal", 4), A.Held(6, 16)).When(A.Woke(6, 16)).ThenNothing().IsSilent();

    [Fact]
    public void A_gap_before_begin_is_not_mentioned() => Given(A.Started).When(A.Woke(-1, 0)).ThenNothing().IsSilent();
}

public class ClockTests
{
    private static readonly Clock Running = new(A.Min(0), TimeSpan.Zero, null);

    [Fact]
    public void Is_exact_over_pause_and_resume() => Assert.Equal(TimeSpan.FromMinutes(7), Running.Pause(A.Min(5)).Resume(A.Min(100)).Elapsed(A.Min(102)));

    [Fact]
    public void Stands_while_paused() => Assert.Equal(TimeSpan.FromMinutes(5), Running.Pause(A.Min(5)).Elapsed(A.Min(50)));

    [Fact]
    public void Never_goes_below_zero() => Assert.Equal(TimeSpan.Zero, Running.Elapsed(A.Min(-9)));

    [Fact]
    public void A_second_pause_does_not_move_the_first() => Assert.Equal(Running.Pause(A.Min(5)), Running.Pause(A.Min(5)).Pause(A.Min(6)));

    [Fact]
    public void When_and_elapsed_are_each_others_inverse()
    {
        var clock = Running.Pause(A.Min(5)).Resume(A.Min(8)).Hold(A.Min(9), A.Min(11));

        Assert.Equal(TimeSpan.FromMinutes(20), clock.Elapsed(clock.When(TimeSpan.FromMinutes(20))));
    }
}
