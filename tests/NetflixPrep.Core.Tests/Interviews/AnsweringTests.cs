using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class AnsweringTests
{
    [Fact]
    public void An_answer_is_kept_with_a_tick_and_not_a_word() =>
        Given(A.Started, A.Asked).When(A.Say("The goal is fewer wasted evenings.")).Then(A.Answered("The goal is fewer wasted evenings.", 2, "m2")).Ticks("m2").IsSilent();

    [Fact]
    public void Somebody_else_may_talk_in_the_thread() => Given(A.Started, A.Asked).When(A.Say("Good luck!", by: A.Bea)).ThenNothing().Ticks().IsSilent();

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void A_message_without_a_word_is_not_an_answer(string text) => Given(A.Started, A.Asked).When(A.Say(text)).ThenNothing().Ticks().IsSilent();

    [Fact]
    public void The_same_message_is_recorded_once() =>
        Given(A.Started, A.Asked, A.Answered("The goal.")).When(A.Say("The goal.", 2, "m1")).ThenNothing().IsSilent();

    [Fact]
    public void A_file_beside_a_text_of_the_same_message_is_kept_too() =>
        Given(A.Started, A.Asked, A.Answered("See the file.")).When(A.Say("print(1)", 2, "m1", "plan.py")).Then(A.Answered("print(1)", 2, "m1", "plan.py"));

    [Fact]
    public void A_very_long_text_is_kept_whole()
    {
        var text = string.Concat(Enumerable.Repeat("goal ", 50_000));

        Given(A.Started, A.Asked).When(A.Say(text)).Is<Session.Answering>().Ticks("m2");
    }

    [Theory]
    [InlineData("hint")]
    [InlineData("Hint.")]
    public void Plain_words_press_the_button(string text) => Given(A.Started, A.Asked).When(A.Say(text)).Then(A.Hinted(1, 2));

    [Fact]
    public void A_plain_word_inside_a_sentence_is_something_said() =>
        Given(A.Started, A.Asked).When(A.Say("stop early when it drifts")).Then(A.Answered("stop early when it drifts", 2, "m2"));

    [Fact]
    public void A_file_called_done_is_an_answer() => Given(A.Started, A.Asked).When(A.Say("done", file: "a.txt")).Then(A.Answered("done", 2, "m2", "a.txt"));

    [Fact]
    public void Done_needs_something_said() => Given(A.Started, A.Asked).When(A.Done(2)).ThenNothing().Whispers("Nothing is saved for this question yet");

    [Fact]
    public void Done_after_all_was_taken_back_needs_something_said() =>
        Given(A.Started, A.Asked, A.Answered("goal"), new SessionEvent.AnswerDeleted(A.Min(2), "m1")).When(A.Done(3)).ThenNothing().Whispers("Nothing is saved");

    [Fact]
    public void A_button_of_an_earlier_step_does_nothing() =>
        Given(A.Started, A.Asked, A.Answered("goal")).When(A.Done(2, step: 0)).ThenNothing().Whispers("from an earlier step");

    [Fact]
    public void Skip_leaves_the_question_and_its_follow_ups() =>
        Given(A.Started, A.Asked).When(A.Skip(2)).Then(A.Finished(2, EndedBy.Skipped), A.Invited(2)).Says("Your questions for us?");

    [Fact]
    public void More_offers_the_rest_to_the_person_alone() =>
        Given(A.Started, A.Asked).When(new SessionInput.More(A.From(1))).ThenNothing().Whispers("What else?").Shows("Ask", "Pause", "Skip", "Stop");

    [Fact]
    public void An_edit_replaces_what_was_said()
    {
        var outcome = Given(A.Started, A.Asked, A.Answered("gaol")).When(A.Edit("goal"));

        outcome.Then(new SessionEvent.AnswerEdited(A.Min(3), "m1", "goal")).IsSilent();
        Assert.Equal("goal", ((Session.Started)outcome.After).Sheet.Answer[0].Text);
    }

    [Fact]
    public void An_edit_that_changes_nothing_is_not_a_fact() => Given(A.Started, A.Asked, A.Answered("goal")).When(A.Edit("goal")).ThenNothing();

    [Fact]
    public void An_edit_of_the_text_leaves_its_file_alone()
    {
        var outcome = Given(A.Started, A.Asked, A.Answered("baseline first", file: "plan.txt")).When(A.Edit(""));

        Assert.Equal("baseline first", ((Session.Started)outcome.ThenNothing().After).Sheet.Answer[0].Text);
    }

    [Fact]
    public void What_was_taken_back_does_not_return_with_a_late_edit() =>
        Given(A.Started, A.Asked, A.Answered("goal"), new SessionEvent.AnswerDeleted(A.Min(2), "m1")).When(A.Edit("goal, again")).ThenNothing();

    [Fact]
    public void A_deletion_takes_the_words_back()
    {
        var outcome = Given(A.Started, A.Asked, A.Answered("goal")).When(A.Delete());

        outcome.Then(new SessionEvent.AnswerDeleted(A.Min(3), "m1")).IsSilent();
        Assert.Empty(((Session.Started)outcome.After).Sheet.Answer);
    }

    [Fact]
    public void A_deletion_that_does_not_say_whose_it_was_counts_by_its_message()
    {
        var deletion = A.Delete();
        var bySomebody = deletion with { From = deletion.From with { Person = A.Ada with { User = "" } } };

        Given(A.Started, A.Asked, A.Answered("goal")).When(bySomebody).Then(new SessionEvent.AnswerDeleted(A.Min(3), "m1"));
    }

    [Fact]
    public void An_edit_after_the_end_is_kept_and_leaves_the_timer() =>
        Given(A.Started, A.Asked, A.Answered("gaol"), A.Ended(Ending.Stopped, 5)).When(A.Edit("goal", 90)).Then(new SessionEvent.AnswerEdited(A.Min(90), "m1", "goal")).LeavesTheTimer();

    [Fact]
    public void An_edit_of_something_else_is_nothing() => Given(A.Started, A.Asked, A.Answered("goal")).When(A.Edit("x", id: "other")).ThenNothing();

    [Fact]
    public void Words_after_the_answer_closed_are_not_counted_and_that_is_said() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Invited(), A.QuestionsOver()).When(A.Say("And drift.", 12)).ThenNothing().Whispers("The answer is closed", "Press *Score*");

    [Fact]
    public void Words_after_the_end_are_left_alone() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Ended(Ending.Stopped, 5)).When(A.Say("thanks all", 6)).ThenNothing().IsSilent();

    [Fact]
    public void A_word_that_came_in_the_second_of_time_up_still_counts_and_the_clock_goes_on() =>
        Given(A.Started, A.Asked, A.Answered("goal", 19)).When(A.Say("and drift", 20)).Then(A.Answered("and drift", 20, "m2")).Wakes(20);
}
