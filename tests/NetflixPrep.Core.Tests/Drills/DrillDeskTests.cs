using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using static NetflixPrep.Core.Tests.Drills.DrillOutcome;

namespace NetflixPrep.Core.Tests.Drills;

public class DrillDeskTests
{
    [Fact]
    public void A_drill_opens_the_direct_messages_and_asks_with_the_reason()
    {
        var outcome = Given().When(new DrillInput.Start(D.From(D.Min(0), PersonId.Bot), D.Setup)).Then(D.Offered())
            .Says("Drill: Homepage rows", "Design the rows of the homepage.", "In full it takes 20 minutes; the outline of an answer in about 10 is enough.", "Why this one: system design is furthest behind")
            .Buttons("Done", "Hint", "Skip", "In an hour");

        Assert.Equal(Openness.Dm, Assert.Single(outcome.Decision.Effects.OfType<Effect.OpenPlace>()).Openness);
    }

    [Fact]
    public void One_that_fits_says_its_minutes() => Given().When(Start(D.Setup with { Minutes = 20 })).Says("About 20 minutes.");

    [Fact]
    public void After_days_without_an_answer_nothing_has_piled_up() => Given().When(Start(D.Setup with { AfterAGap = true })).Says("Nothing has piled up: one question, as always.");

    [Fact]
    public void The_same_start_twice_asks_once() => Given(D.Offered()).When(Start(D.Setup)).Then().Quietly();

    // Answers.
    [Fact]
    public void Each_message_is_kept_and_ticked() => Given(D.Offered()).When(D.Say("the goal", 1, "m1")).Then(D.Given("the goal"));

    [Fact]
    public void As_many_messages_as_needed_are_kept()
    {
        var outcome = Given(D.Offered());
        for (var n = 1; n <= 12; n++) outcome.When(D.Say($"line {n}", n, $"m{n}"));

        Assert.Equal(12, outcome.Sheet.Entries.Count);
    }

    [Fact]
    public void A_message_that_is_delivered_twice_is_kept_once() => Given(D.Offered(), D.Given("the goal")).When(D.Say("the goal", 1, "m1")).Then().Quietly();

    [Fact]
    public void A_text_file_is_an_answer_and_no_word() => Given(D.Offered()).When(D.Say("done", 1, "m1", "notes.txt")).Then(D.Given("done", 1, "m1", "notes.txt"));

    [Fact]
    public void A_blank_message_is_nothing() => Given(D.Offered()).When(D.Say("  \n", 1, "m1")).Then().Quietly();

    [Fact]
    public void Days_later_it_is_kept_all_the_same() => Given(D.Offered()).When(D.Say("the goal", 9000, "m1")).Then(D.Given("the goal", 9000));

    [Fact]
    public void An_edit_is_kept_before_and_after_the_end()
    {
        Given(D.Offered(), D.Given("the goal")).When(D.Edit("the goal and a baseline")).Then(new DrillEvent.AnswerEdited(D.Min(3), "m1", "the goal and a baseline")).Quietly();
        Assert.Equal("the goal, later", Given(D.Offered(), D.Given("the goal"), D.Over()).When(D.Edit("the goal, later")).Quietly().Sheet.Entries.Single().Text);
    }

    [Fact]
    public void A_deletion_is_kept_before_and_after_the_end()
    {
        Given(D.Offered(), D.Given("the goal")).When(D.Delete()).Then(new DrillEvent.AnswerDeleted(D.Min(3), "m1")).Quietly();
        Assert.True(Given(D.Offered(), D.Given("the goal"), D.Over()).When(D.Delete(by: new("terminal", null, ""))).Sheet.Entries.Single().Deleted);
    }

    [Fact]
    public void An_edit_that_changes_nothing_or_a_message_nobody_kept_is_nothing()
    {
        Given(D.Offered(), D.Given("the goal")).When(D.Edit("the goal")).Then();
        Given(D.Offered(), D.Given("the goal")).When(D.Edit("else", "m9")).Then();
        Given(D.Offered(), D.Given("the goal"), new DrillEvent.AnswerDeleted(D.Min(2), "m1")).When(D.Edit("else")).Then();
    }

    [Fact]
    public void A_question_with_a_fact_behind_it_is_answered() =>
        Given(D.Offered()).When(D.Say("What latency?", 1, "m1")).Then(D.Given("What latency?"), new DrillEvent.FactsTold(D.Min(1), ["latency"])).Says("The page has 800 ms at p99.");

    [Fact]
    public void A_statement_about_the_same_is_no_question() => Given(D.Offered()).When(D.Say("I mind the latency.", 1, "m1")).Then(D.Given("I mind the latency."));

    // Words and buttons.
    [Theory]
    [InlineData("done")]
    [InlineData(" Done. ")]
    [InlineData("DONE!")]
    public void Done_is_a_word(string typed) => Given(D.Offered(), D.Given("the goal")).When(D.Say(typed)).Records<DrillEvent.FollowUpAsked>();

    [Fact]
    public void Hint_and_skip_are_words()
    {
        Given(D.Offered()).When(D.Say("hint")).Then(new DrillEvent.HintGiven(D.Min(2), 1)).Says("Who has no history?");
        Given(D.Offered()).When(D.Say("skip")).Then(new DrillEvent.Ended(D.Min(2), DrillEnding.Skipped)).Tells("skipped");
    }

    [Fact]
    public void A_word_within_a_sentence_is_part_of_the_answer() => Given(D.Offered()).When(D.Say("then I am done with it")).Then(D.Given("then I am done with it", 2, "m2"));

    [Fact]
    public void Done_before_anything_is_written_says_what_to_do() => Given(D.Offered()).When(D.Done()).Then().Whispers("Nothing is written here yet.");

    [Fact]
    public void A_typed_done_before_anything_is_written_is_answered_where_it_stands() => Given(D.Offered()).When(D.Say("done")).Then().Says("Nothing is written here yet.");

    [Fact]
    public void Everything_deleted_counts_as_nothing_written() => Given(D.Offered(), D.Given("the goal"), new DrillEvent.AnswerDeleted(D.Min(2), "m1")).When(D.Done()).Then().Whispers("Nothing is written here yet.");

    [Fact]
    public void Hints_come_rung_by_rung_and_end()
    {
        var outcome = Given(D.Offered());
        foreach (var rung in new[] { 1, 2, 3 }) outcome.When(D.Hint(rung)).Then(new DrillEvent.HintGiven(D.Min(rung), rung));

        outcome.Buttons("Done", "Skip", "In an hour");
        outcome.When(D.Hint(4)).Then().Whispers("hint");
    }

    [Fact]
    public void A_button_of_an_earlier_step_does_nothing()
    {
        Given(D.Offered(), new DrillEvent.HintGiven(D.Min(1), 1)).When(D.Hint(2, step: 0)).Then().Whispers("from an earlier step");
        Given(D.Offered(), D.Given("the goal"), D.Probed()).When(D.Done(6, step: 0)).Then().Whispers("from an earlier step");
        Given(D.Offered(), D.Probed()).When(D.Skip(6, step: 0)).Then().Whispers("from an earlier step");
    }

    [Fact]
    public void A_button_of_a_newer_version_is_answered() => Given(D.Offered()).When(new DrillInput.Unknown(D.Here(1))).Then().Whispers("earlier step");

    [Fact]
    public void Somebody_else_cannot_press_and_is_told_how_to_get_their_own() => Given(D.Offered()).When(D.Done(by: D.Bea)).Then().Whispers("/drill now brings you one of your own");

    [Fact]
    public void Somebody_elses_words_are_none_of_it()
    {
        Given(D.Offered()).When(D.Say("my goal", by: D.Bea)).Then().Quietly();
        Given(D.Offered(), D.Given("the goal")).When(D.Edit("hers", by: D.Bea)).Then().Quietly();
        Given(D.Offered(), D.Given("the goal")).When(D.Delete(by: D.Bea)).Then().Quietly();
    }

    // The follow-up and the end.
    [Fact]
    public void Done_brings_the_one_follow_up_that_fits()
    {
        Given(D.Offered(), D.Given("the goal")).When(D.Done(5, 0)).Then(D.Probed("ask-baseline", reason: "not mentioned: a baseline")).Says("**One follow-up:** Question ask-baseline?").Buttons("Done", "Hint", "Skip");
        Given(D.Offered(), D.Given("the weather")).When(D.Done()).Says("Question ask-foundation?");
    }

    [Fact]
    public void After_one_follow_up_it_is_over_whatever_is_still_missing()
    {
        var outcome = Given(D.Offered(), D.Given("the goal"), D.Probed()).When(D.Say("a baseline", 6)).When(D.Done(7, 1)).Then(D.Over(minute: 7)).Says("Mentioned 2 of 5.", "Not mentioned:", "These come back sooner.")
            .Buttons("Outline", "Share for review").Tells("answered", "state-the-goal Good", "start-simple Hard", "latency-budget Again", "monitor Again", "cost Again");

        Assert.Single(outcome.Sheet.Probes);
    }

    [Fact]
    public void The_follow_up_may_stay_without_words() => Given(D.Offered(), D.Given("the goal"), D.Probed()).When(D.Done(7)).Records<DrillEvent.Ended>();

    [Fact]
    public void A_second_press_of_done_ends_it_once() => Given(D.Offered(), D.Given("the goal"), D.Probed(), D.Over(minute: 7)).When(D.Done(7, 1)).Then().Whispers("This drill is over.");

    [Fact]
    public void The_end_has_three_lines_at_most()
    {
        var setup = D.Setup with { Before = new(5, 6) };
        var debrief = Given(D.Offered(setup), D.Given("the goal"), D.Probed()).When(D.Done(7)).Says("Your last 7 drills: 6 answered, 1 free day.").Decision.Effects.OfType<Effect.Show>().Single().Message.Body.ToString();

        Assert.Equal(3, debrief.Split('\n').Length);
    }

    [Fact]
    public void An_extra_one_says_nothing_of_the_streak() =>
        Assert.DoesNotContain("Your last", Given(D.Offered(D.Setup with { Kind = DrillKind.Extra, Before = new(5, 6) }), D.Given("the goal"), D.Probed()).When(D.Done(7)).Decision.Effects.OfType<Effect.Show>().Single().Message.Body.ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_outline_waits_for_the_answer_and_comes_on_request()
    {
        Given(D.Offered()).When(new DrillInput.Outline(D.Here(1))).Then().Whispers("The outline comes after your answer.");
        Given(D.Offered(), D.Given("the goal"), D.Over()).When(new DrillInput.Outline(D.Here(10))).Then().Whispers("Retrieval and ranking");
        Given(D.Offered(), D.Over(DrillEnding.Skipped)).When(new DrillInput.Outline(D.Here(10))).Whispers("Retrieval and ranking");
    }

    [Fact]
    public void Skipping_costs_nothing_and_says_when_the_next_one_comes() => Given(D.Offered(), D.Given("the goal")).When(D.Skip(4, 0)).Then(new DrillEvent.Ended(D.Min(4), DrillEnding.Skipped)).Says("Left out. The next one comes at its usual time.").Tells("skipped");

    [Fact]
    public void The_day_on_which_it_was_answered_is_counted_where_the_person_lives()
    {
        var kiritimati = D.Setup with { Zone = "Pacific/Kiritimati" }; // 14 hours ahead
        var told = Given(D.Offered(kiritimati), D.Given("the goal"), D.Probed()).When(new DrillInput.Done(D.From(D.At(2, "10:00"), place: D.Direct), null)).Decision.Effects.OfType<Effect.Later>().Single();

        Assert.Contains(new Argument("on", "2026-03-03"), told.With);
    }

    [Fact]
    public void Time_of_work_counts_what_each_message_took_and_five_minutes_at_most()
    {
        var drill = (Drill.Offered)StateOf(D.Offered(), D.Given(string.Join(' ', Enumerable.Repeat("word", 60)), 100), D.Given("more", 103, "m2"), D.Given("tomorrow", 1500, "m3"));

        Assert.Equal(TimeSpan.FromMinutes(2 + 3 + 5), drill.Worked);
    }

    // Its place.
    [Fact]
    public void With_closed_direct_messages_it_moves_to_a_thread_and_is_asked_there()
    {
        var outcome = Given(D.Offered()).When(new DrillInput.PlaceLost(D.From(D.Min(1), PersonId.Bot), D.Channel)).Then(new DrillEvent.Moved(D.Min(1), D.Channel)).Says("Design the rows of the homepage.").Buttons("Done", "Hint", "Skip", "In an hour");

        Assert.Equal((D.Channel, Openness.Private), (Opening(outcome).Near, Opening(outcome).Openness));
    }

    [Fact]
    public void It_moves_once_and_not_from_thread_to_thread() =>
        Given(D.Offered(), new DrillEvent.Moved(D.Min(1), D.Channel)).When(new DrillInput.PlaceLost(D.From(D.Min(2), PersonId.Bot), D.Channel)).Then(new DrillEvent.PlaceLost(D.Min(2))).Quietly();

    [Fact]
    public void Without_anywhere_to_go_it_stays_open() => Assert.IsType<Drill.Open>(Given(D.Offered()).When(new DrillInput.PlaceLost(D.From(D.Min(1), PersonId.Bot), null)).Then(new DrillEvent.PlaceLost(D.Min(1))).Quietly().After);

    [Fact]
    public void Asked_for_again_after_its_place_was_lost_it_opens_another_one_and_asks_in_full()
    {
        var outcome = Given(D.Offered(), D.Given("the goal"), new DrillEvent.PlaceLost(D.Min(2))).When(new DrillInput.BringUp(D.From(D.Min(60)))).Then(new DrillEvent.BroughtUp(D.Min(60))).Says("Design the rows of the homepage.");

        Assert.Equal(Openness.Dm, Opening(outcome).Openness);
        Assert.Empty(outcome.When(new DrillInput.BringUp(D.From(D.Min(90)))).Decision.Effects.OfType<Effect.OpenPlace>());
    }

    [Fact]
    public void One_that_is_over_moves_nowhere() => Given(D.Offered(), D.Over()).When(new DrillInput.PlaceLost(D.From(D.Min(10), PersonId.Bot), D.Channel)).Then().Quietly();

    [Fact]
    public void Asked_for_again_it_is_brought_up_with_its_buttons() => Given(D.Offered(), D.Given("the goal")).When(new DrillInput.BringUp(D.From(D.Min(60), PersonId.Bot))).Then(new DrillEvent.BroughtUp(D.Min(60))).Says("Here it is again", "Homepage rows").Buttons("Done", "Hint", "Skip");

    [Fact]
    public void One_that_is_over_is_not_brought_up() => Given(D.Offered(), D.Over()).When(new DrillInput.BringUp(D.From(D.Min(60), PersonId.Bot))).Then().Quietly();

    [Fact]
    public void A_drill_that_is_gone_is_said_to_be() => Given().When(D.Done()).Then().Whispers("I do not know that drill any more.");

    private static DrillInput.Start Start(DrillSetup setup) => new(D.From(D.Min(0), PersonId.Bot), setup);

    private static Effect.OpenPlace Opening(DrillOutcome outcome) => Assert.Single(outcome.Decision.Effects.OfType<Effect.OpenPlace>());
}
