using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class BeginningTests
{
    [Fact]
    public void Opens_a_place_and_shows_the_card_there()
    {
        Given()
            .When(A.Start())
            .Then(A.Started)
            .Says("System design", "30 min, L5", "A tick means saved", "20 minutes for your answer", "2 follow-ups")
            .Opens<Effect.OpenPlace>()
            .Wakes(-1 + (24 * 60));
    }

    [Fact]
    public void The_card_carries_Begin_and_Change() => Given().When(A.Start()).Shows("Begin", "Change");

    [Fact]
    public void The_card_may_ping_the_person_and_nobody_else()
    {
        var shown = Given().When(A.Start()).Shown;

        Assert.Equal([A.Ada], Assert.Single(shown).Notify);
    }

    [Fact]
    public void The_card_names_the_one_thing_to_fix_from_last_time() =>
        Given().When(A.Start(A.Setup with { LastCause = A.LastTime })).Says("One thing to fix from last time: No baseline.");

    [Fact]
    public void A_public_place_hides_the_one_thing_from_last_time() =>
        Given().When(A.Start(A.Setup with { LastCause = A.LastTime, Openness = Openness.Public })).DoesNotSay("last time");

    [Fact]
    public void The_card_says_what_was_relaxed() =>
        Given().When(A.Start(A.Setup with { Note = "No L7 question fits." })).Says("No L7 question fits.");

    [Fact]
    public void Begin_asks_the_question_with_the_end_of_the_clock()
    {
        Given(A.Started)
            .When(A.Begin())
            .Then(A.Asked)
            .Says("Design the rows of the homepage.", "ends 10:20, all of it 10:30")
            .Shows("Done", "Hint", "Pause", "More")
            .Wakes(5);
    }

    [Theory]
    [InlineData("begin")]
    [InlineData(" Begin. ")]
    [InlineData("BEGIN!")]
    public void Plain_begin_does_the_same(string text) => Given(A.Started).When(A.Say(text, 0)).Then(A.Asked);

    [Fact]
    public void A_second_press_of_begin_changes_nothing() =>
        Given(A.Started, A.Asked).When(A.Begin(1)).ThenNothing().Whispers("The clock runs already").SaysNothing();

    [Fact]
    public void A_begin_from_before_a_change_is_stale() =>
        Given(A.Started, new SessionEvent.SetupChanged(A.Min(-0.5), A.Setup)).When(A.Begin(0, step: 0)).ThenNothing().Whispers("from an earlier step");

    [Fact]
    public void Change_opens_its_form() => Given(A.Started).When(new SessionInput.Change(A.From(-0.5))).ThenNothing().Opens<Effect.OpenForm>();

    [Fact]
    public void A_changed_set_up_renews_the_card_in_place()
    {
        var changed = A.Setup with { Minutes = 45 };

        var outcome = Given(A.Started).When(new SessionInput.Changed(A.From(-0.5), changed, null));

        outcome.Then(new SessionEvent.SetupChanged(A.Min(-0.5), changed)).Says("45 min").Shows("Begin", "Change");
        Assert.Equal("card", outcome.Shown[0].Slot);
    }

    [Fact]
    public void A_change_that_fits_nothing_says_what_to_do() =>
        Given(A.Started).When(new SessionInput.Changed(A.From(-0.5), null, "Coding has no question yet.")).ThenNothing().Whispers("Coding has no question yet.");

    [Fact]
    public void The_set_up_stays_once_the_clock_runs() =>
        Given(A.Started, A.Asked).When(new SessionInput.Changed(A.From(1), A.Setup, null)).ThenNothing().Whispers("its set-up stays");

    [Fact]
    public void Words_before_begin_are_not_taken_for_an_answer() =>
        Given(A.Started).When(A.Say("My goal is clear.", -0.5)).ThenNothing().Whispers("The clock is not running yet");

    [Fact]
    public void A_second_start_points_to_the_open_session() => Given(A.Started, A.Asked).When(A.Start()).ThenNothing().Whispers("is open already");

    [Fact]
    public void Nobody_begun_for_a_day_is_closed_without_blame() =>
        Given(A.Started).When(A.Due(-1 + (24 * 60))).Then(A.Ended(Ending.Abandoned, -1 + (24 * 60))).Says("Closed before it began");

    [Fact]
    public void Stop_before_begin_needs_no_second_word() =>
        Given(A.Started).When(A.Stop(0)).Then(A.Ended(Ending.Stopped, 0)).Says("Closed before it began").Shows();

    [Fact]
    public void What_was_never_asked_stays_sealed_after_the_end() =>
        Given(A.Started, A.Ended(Ending.Stopped, 0)).When(new SessionInput.Outline(A.From(1))).ThenNothing().Whispers("This session is over");

    [Fact]
    public void Only_the_person_can_press() =>
        Given(A.Started).When(new SessionInput.Begin(A.From(0, A.Bea), 0)).ThenNothing().Whispers("Only ada can press these");

    [Fact]
    public void A_press_without_a_session_is_answered_kindly() => Given().When(A.Done(1)).ThenNothing().Whispers("I do not know that session");

    [Fact]
    public void What_was_written_is_answered_where_it_stands()
    {
        var reply = Assert.Single(Given(A.Started).When(A.Say("hello", 1)).Whispered);

        Assert.IsType<Where.Home>(reply.To);
        Assert.Null(reply.Only);
    }

    [Fact]
    public void What_was_pressed_is_answered_to_the_person_alone() =>
        Assert.Equal(A.Ada, Assert.Single(Given(A.Started, A.Asked).When(new SessionInput.Begin(A.From(1), 0)).Whispered).Only);

    [Fact]
    public void Examples_stand_below_the_question_they_belong_to()
    {
        var script = Fixture.Script with { Question = Fixture.Script.Question with { Prompt = "Write top(k).", Context = "```\ntop(2)\n```" } };

        Given(script, A.Started).When(new SessionInput.Begin(A.From(0), 0)).Says("Write top(k).\n\n```\ntop(2)\n```\n\n");
    }
}
