using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Pairs;

namespace NetflixPrep.Core.Tests.Pairs;

public class MeetingDeskTests
{
    [Fact]
    public void A_meeting_opens_one_thread_for_both_and_says_who_does_what()
    {
        var outcome = M.Given().When(new MeetingInput.Start(M.From(PersonId.Bot, 0), M.Setup)).Then(M.Met());

        var open = Assert.Single(outcome.Decision.Effects.OfType<Effect.OpenPlace>());
        Assert.Equal((M.Channel, Openness.Private), (open.Near, open.Openness));
        Assert.Equal([M.Ana, M.Ben], open.People);
        outcome.Says("ana and ben, you are each other's partner", "First half: ana answers, ben asks", "Tell me about culture.one.", "ana to move, 24 hours left").Pings(M.Ana)
            .Offers("My script", "Done", "Pass the turn", "Cannot make it", "Stop");
        Assert.DoesNotContain("culture.two", outcome.Public.Message.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_is_named_on_both_clocks() =>
        // Ana has ten hours today, then fourteen tomorrow from eight: 22:00 would be quiet, so it ends at eight the day after.
        M.Given().When(new MeetingInput.Start(M.From(PersonId.Bot, 0), M.Setup))
            .Says("until Wed 14 Jan, 08:00 for ana (Europe/Dublin), Wed 14 Jan, 03:00 for ben (America/New_York). Quiet hours, 22:00-08:00, do not count.");

    [Fact]
    public void What_the_side_to_move_writes_is_kept_ticked_and_hands_the_move_over()
    {
        var outcome = M.Given(M.Met()).When(M.Say(M.Ana, 3, "a baseline first")).Then(M.Said(0, 3, "a baseline first"));

        var after = Assert.IsType<Meeting.Running>(outcome.After);
        Assert.Equal((1, TimeSpan.FromHours(21), TimeSpan.FromHours(24)), (after.ToMove, after.Left[0], after.Left[1]));
        Assert.Contains(outcome.Decision.Effects, effect => effect is Effect.Tick);
        Assert.Empty(outcome.Shows);
    }

    [Fact]
    public void What_the_other_side_writes_is_kept_and_moves_nothing()
    {
        var after = Assert.IsType<Meeting.Running>(M.Given(M.Met()).When(M.Say(M.Ben, 3)).Then(M.Said(1, 3)).After);

        Assert.Equal((0, TimeSpan.FromHours(21)), (after.ToMove, after.LeftAt(M.Hour(3))));
    }

    [Fact]
    public void Only_the_side_to_move_uses_time()
    {
        var running = Assert.IsType<Meeting.Running>(M.Given(M.Met(), M.Said(0, 1), M.Said(1, 6), M.Said(0, 7)).Before);

        Assert.Equal([TimeSpan.FromHours(22), TimeSpan.FromHours(19)], running.Left);
    }

    [Fact]
    public void Quiet_hours_of_the_side_to_move_stop_its_clock()
    {
        var running = (Meeting.Running)M.Given(M.Met()).Before;

        Assert.Equal(TimeSpan.FromHours(14), running.LeftAt(M.Hour(10)));
        Assert.Equal(TimeSpan.FromHours(14), running.LeftAt(M.Hour(20)));
        Assert.Equal(TimeSpan.FromHours(13), running.LeftAt(M.Hour(21)));
    }

    [Fact]
    public void The_same_message_twice_is_kept_once() => M.Given(M.Met(), M.Said(0, 1)).When(M.Say(M.Ana, 2, id: "m-1")).Then();

    [Fact]
    public void What_others_write_in_the_thread_is_not_kept() => M.Given(M.Met()).When(M.Say(M.Cleo, 1)).Then();

    [Fact]
    public void Passing_hands_the_move_over_and_pings_the_other_alone() =>
        M.Given(M.Met()).When(new MeetingInput.Pass(M.From(M.Ana, 2), 0)).Then(new MeetingEvent.Passed(M.Hour(2), 0)).Says("ben to move, 24 hours left").Pings(M.Ben);

    [Fact]
    public void Nobody_is_pinged_in_their_quiet_hours() =>
        // Seven in the morning in Dublin is two at night in New York.
        M.Given(M.Met()).When(new MeetingInput.Pass(M.From(M.Ana, 19), 0)).Says("ben to move").Pings();

    [Fact]
    public void A_second_press_of_the_same_button_changes_nothing() =>
        M.Given(M.Met(), new MeetingEvent.Passed(M.Hour(1), 0)).When(new MeetingInput.Pass(M.From(M.Ana, 1), 0)).Then().Whispers("from an earlier step");

    [Fact]
    public void Who_has_not_the_move_cannot_pass_it() => M.Given(M.Met()).When(new MeetingInput.Pass(M.From(M.Ben, 1), 0)).Then().Whispers("It is ana's move");

    [Fact]
    public void A_stranger_learns_nothing() => M.Given(M.Met(), M.Said(0, 1)).When(new MeetingInput.Notes(M.From(M.Cleo, 2))).Then().Whispers("I do not know that meeting here");

    [Fact]
    public void The_script_is_for_who_asks_and_for_their_half_only()
    {
        M.Given(M.Met()).When(new MeetingInput.Script(M.From(M.Ben, 1))).Then().Whispers("Tell me about culture.one.", "Only you see this");
        M.Given(M.Met()).When(new MeetingInput.Script(M.From(M.Ana, 1))).Then().Whispers("In this half ben asks");
        M.Given(M.Met(), new MeetingEvent.HalfEnded(M.Hour(2), HalfEnd.Done), new MeetingEvent.Swapped(M.Hour(3), 0)).When(new MeetingInput.Script(M.From(M.Ana, 4))).Whispers("Tell me about culture.two.");
    }

    [Fact]
    public void Done_of_who_answers_calls_the_other_and_done_of_who_asks_ends_the_half()
    {
        M.Given(M.Met(), M.Said(0, 1)).When(new MeetingInput.Done(M.From(M.Ana, 2), 0)).Then(new MeetingEvent.AnswerDone(M.Hour(2), 0)).Says("ana has said everything. ben, ask").Pings(M.Ben);
        M.Given(M.Met(), M.Said(0, 1)).When(new MeetingInput.Done(M.From(M.Ben, 2), 0)).Then(new MeetingEvent.HalfEnded(M.Hour(2), HalfEnd.Done)).Says("The first half is over").Offers("Swap", "Cannot make it", "Stop");
    }

    [Fact]
    public void Done_without_a_word_says_what_to_do() =>
        M.Given(M.Met(), M.Said(1, 1)).When(new MeetingInput.Done(M.From(M.Ana, 2), 0)).Then().Whispers("You have not written an answer in this half yet.");

    [Fact]
    public void After_the_swap_the_other_answers_with_a_full_clock()
    {
        var outcome = M.Given(M.Met(), M.Said(0, 1), new MeetingEvent.HalfEnded(M.Hour(2), HalfEnd.Done)).When(new MeetingInput.Swap(M.From(M.Ana, 3), 1));

        outcome.Then(new MeetingEvent.Swapped(M.Hour(3), 0)).Says("ben answers, ana asks", "Tell me about culture.two.", "ben to move, 24 hours left").Pings(M.Ben);
        Assert.Equal(1, Assert.IsType<Meeting.Running>(outcome.After).ToMove);
    }

    [Fact]
    public void A_quarter_before_the_end_the_side_to_move_is_reminded_once()
    {
        // Ben's day goes to ten in the evening, which is hour 15 here, and on from eight in the morning, hour 25: eighteen hours are used at hour 29.
        M.Given(M.Met(), M.Said(0, 1)).When(M.Due(20)).Then();
        Assert.Equal(M.Hour(29), M.Given(M.Met()).When(M.Say(M.Ana, 1)).Clock);

        var reminded = M.Given(M.Met(), M.Said(0, 1)).When(M.Due(29)).Then(new MeetingEvent.Reminded(M.Hour(29), 1)).Says("ben, a quarter of your time is left", "ben to move, 6 hours left").Pings(M.Ben);
        Assert.Equal(M.Hour(35), reminded.Clock);
        M.Given(M.Met(), M.Said(0, 1), new MeetingEvent.Reminded(M.Hour(29), 1)).When(M.Due(30)).Then();
    }

    [Fact]
    public void A_timer_that_comes_late_in_the_night_waits_for_the_morning()
    {
        // The bot was down from hour 14 on in an evening in which the reminder was due: nothing before eight in New York.
        var setup = M.Setup with { Budget = TimeSpan.FromHours(16) };
        var outcome = M.Given(M.Met(setup), M.Said(0, 1)).When(M.Due(18)).Then();

        Assert.Equal(M.Hour(25), outcome.Clock);
    }

    [Fact]
    public void Whoever_never_came_ends_it_without_blame_and_the_other_goes_first()
    {
        var outcome = M.Given(M.Met(), M.Said(0, 1)).When(M.Due(100)).Then(new MeetingEvent.Ended(M.Hour(100), MeetingEnding.NoShow, 1));

        outcome.Says("ben did not get to it, which happens. ana, you wait for a partner again and nobody goes before you").Offers("Notes", "Again", "Start a mock instead");
        var asked = Assert.Single(outcome.Shows, show => show.To is Where.Dm { Person: var person } && person == M.Ben);
        Assert.Equal(["Stay in", "Leave it"], asked.Message.Controls.OfType<Control.Button>().Select(button => button.Label));
        Assert.Equal([0], MeetingDesk.Back(outcome.After));
        Assert.Contains(outcome.Decision.Effects, effect => effect is Effect.Later { To: var to } && to == M.Pool);
    }

    [Fact]
    public void Two_who_are_both_silent_end_by_themselves() => M.Given(M.Met()).When(M.Due(100)).Then(new MeetingEvent.Ended(M.Hour(100), MeetingEnding.NoShow, 0));

    [Fact]
    public void Who_came_to_the_first_half_alone_did_not_come_to_the_second() =>
        M.Given(M.Met(), M.Said(0, 1), M.Said(1, 2), new MeetingEvent.HalfEnded(M.Hour(3), HalfEnd.Done), new MeetingEvent.Swapped(M.Hour(4), 0)).When(M.Due(100))
            .Then(new MeetingEvent.Ended(M.Hour(100), MeetingEnding.NoShow, 1)).Says("nobody goes before you");

    [Fact]
    public void Time_that_runs_out_on_somebody_who_came_ends_the_half_only()
    {
        M.Given(M.Met(), M.Said(0, 1), M.Said(1, 2)).When(M.Due(100)).Then(new MeetingEvent.HalfEnded(M.Hour(100), HalfEnd.Time)).Says("The time of this half is used up");
        M.Given(M.Met(), M.Said(0, 1), M.Said(1, 2), new MeetingEvent.HalfEnded(M.Hour(3), HalfEnd.Done), new MeetingEvent.Swapped(M.Hour(4), 1)).When(M.Due(100))
            .Then(new MeetingEvent.HalfEnded(M.Hour(100), HalfEnd.Time), new MeetingEvent.Ended(M.Hour(100), MeetingEnding.Complete, null)).Says("That was both halves");
    }

    [Fact]
    public void Roles_that_nobody_swaps_for_two_days_end_it() =>
        M.Given(M.Met(), M.Said(0, 1), new MeetingEvent.HalfEnded(M.Hour(2), HalfEnd.Done)).When(M.Due(50)).Then(new MeetingEvent.Ended(M.Hour(50), MeetingEnding.Halfway, null));

    [Fact]
    public void Who_cannot_make_it_is_asked_once_and_then_the_other_goes_first()
    {
        M.Given(M.Met()).When(new MeetingInput.CannotCome(M.From(M.Ben, 1), Sure: false)).Then().Offers("Yes, tell them", "Go on");

        var outcome = M.Given(M.Met()).When(new MeetingInput.CannotCome(M.From(M.Ben, 1), Sure: true)).Then(new MeetingEvent.Ended(M.Hour(1), MeetingEnding.CannotCome, 1)).Says("ben cannot make it").Pings(M.Ana);
        Assert.Equal([0], MeetingDesk.Back(outcome.After));
    }

    [Fact]
    public void Stopping_asks_once_and_brings_nobody_back()
    {
        M.Given(M.Met()).When(new MeetingInput.Stop(M.From(M.Ana, 1), Sure: false)).Then().Offers("Stop and keep", "Go on");
        Assert.Empty(MeetingDesk.Back(M.Given(M.Met()).When(new MeetingInput.Stop(M.From(M.Ana, 1), Sure: true)).Then(new MeetingEvent.Ended(M.Hour(1), MeetingEnding.Stopped, 0)).After));
    }

    [Fact]
    public void A_lost_thread_ends_it_and_both_are_told_directly()
    {
        var lost = M.Given(M.Met(), M.Said(0, 1)).When(new MeetingInput.PlaceLost(M.From(M.Ana, 2), NeverOpened: false)).Then(new MeetingEvent.Ended(M.Hour(2), MeetingEnding.PlaceLost, null));
        Assert.Equal([new Where.Dm(M.Ana), new Where.Dm(M.Ben)], lost.Shows.Select(show => show.To));

        var never = M.Given(M.Met()).When(new MeetingInput.PlaceLost(M.From(M.Ana, 0), NeverOpened: true));
        Assert.Equal([0, 1], MeetingDesk.Back(never.After));
        Assert.All(never.Shows, show => Assert.Contains("could not open a thread", show.Message.Body.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void When_the_data_of_one_is_erased_the_other_is_told_and_goes_first()
    {
        var setup = M.Setup with { Sides = [M.Setup.Sides[0], new(new("terminal", null, ""), "UTC", null, "UTC")] };

        var outcome = M.Given(M.Met(setup), M.Said(0, 1)).When(new MeetingInput.PersonGone(M.From(M.Ben, 2))).Then(new MeetingEvent.Ended(M.Hour(2), MeetingEnding.PersonGone, 1));

        outcome.Says("Your partner is no longer here").Pings(M.Ana);
    }

    [Fact]
    public void The_notes_come_at_the_end_for_both_with_coverage_and_no_score()
    {
        M.Given(M.Met(), M.Said(0, 1)).When(new MeetingInput.Notes(M.From(M.Ben, 2))).Then().Whispers("when the meeting is over");

        foreach (var person in new[] { M.Ana, M.Ben })
        {
            var notes = M.Given(M.Met(), M.Said(0, 1, "A simple baseline goes first."), M.Said(1, 2, "Why a baseline?"), new MeetingEvent.Ended(M.Hour(3), MeetingEnding.Stopped, 0)).When(new MeetingInput.Notes(M.From(person, 4)))
                .Then().Whispers("ana answered, ben asked", "Mentioned 1 of 1.", "\"A simple baseline goes first.\"", "ben: Why a baseline?");
            Assert.True(notes.Whisper.Quotes);
        }
    }

    [Fact]
    public void What_who_asks_says_counts_for_nothing_in_the_coverage() =>
        M.Given(M.Met(), M.Said(0, 1, "Popularity."), M.Said(1, 2, "A baseline."), new MeetingEvent.Ended(M.Hour(3), MeetingEnding.Stopped, 0)).When(new MeetingInput.Notes(M.From(M.Ana, 4)))
            .Whispers("Mentioned 0 of 1.", "Not mentioned: baseline.");

    [Fact]
    public void What_was_edited_or_taken_back_counts_as_it_is_now()
    {
        M.Given(M.Met(), M.Said(0, 1)).When(new MeetingInput.Edit(M.From(M.Ana, 2), "m-1", "other words")).Then(new MeetingEvent.Edited(M.Hour(2), 0, "m-1", "other words"));
        M.Given(M.Met(), M.Said(0, 1)).When(new MeetingInput.Edit(M.From(M.Ben, 2), "m-1", "other words")).Then();
        M.Given(M.Met(), M.Said(0, 1)).When(new MeetingInput.Delete(M.From(M.Ana, 2), "m-1")).Then(new MeetingEvent.Deleted(M.Hour(2), 0, "m-1"));
    }
}
