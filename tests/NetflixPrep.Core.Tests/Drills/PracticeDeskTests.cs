using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;
using static NetflixPrep.Core.Tests.Drills.PracticeOutcome;

namespace NetflixPrep.Core.Tests.Drills;

public class PracticeDeskTests
{
    [Fact]
    public void Turning_drills_on_sets_the_hour_and_says_when_the_first_one_comes() =>
        Given().When(D.Subscribe(D.At(1, "20:00"))).Then(D.On())
            .Wakes(D.At(2, "08:30")).Whispers("**08:30, daily**", "Europe/Dublin", "about 10 minutes", "Mon 2 Mar").WritesDirectly("Your drills come here");

    [Fact]
    public void An_hour_that_is_set_already_is_not_set_anew() => Assert.Empty(Given().When(D.Subscribe(D.At(1, "20:00"), slotIsSet: true)).Decision.Effects.OfType<Effect.Later>());

    [Fact]
    public void The_same_wish_again_writes_no_second_greeting() =>
        Assert.DoesNotContain(Given(D.On()).When(D.Subscribe(D.At(3, "20:00"), slotIsSet: true)).Whispers("Drills are on", "**08:30, daily**").Decision.Effects, effect => effect is Effect.Show { To: Where.Dm });

    [Fact]
    public void What_cannot_be_is_said_and_nothing_is_changed() => Given().When(D.Subscribe(D.At(1, "20:00"), complaint: "time: is a time of day.")).Then().Whispers("time: is a time of day. Nothing was changed.");

    [Fact]
    public void Turning_them_off_keeps_what_was_answered_and_ends_what_was_put_off()
    {
        var outcome = Given(D.On(), D.Sent(2), D.Answered(2), D.PutOff(3, "10:00")).When(new PracticeInput.Unsubscribe(D.From(D.At(3, "07:30")), Moved: false)).Whispers("Drills are off.");

        Assert.Null(PracticeDesk.Next(outcome.After, D.At(3, "07:30")));
        Assert.Single(outcome.After.Days);
    }

    [Fact]
    public void Turning_them_off_twice_is_said() => Given().When(new PracticeInput.Unsubscribe(D.From(D.At(1, "20:00")), Moved: false)).Then().Whispers("Drills are off already.");

    [Fact]
    public void Moving_to_another_group_is_said_there_alone() => Given(D.On()).When(new PracticeInput.Unsubscribe(D.From(D.At(1, "20:00")), Moved: true)).Quietly();

    // Due.
    [Fact]
    public void What_is_due_is_sent() => Given(D.On()).When(D.Due(2, D.At(2, "08:30"))).Opens(2);

    [Fact]
    public void It_is_sent_once_however_often_it_is_due() => Given(D.On(), D.Sent(2)).When(D.Due(2, D.At(2, "08:31"))).Then().Quietly();

    [Fact]
    public void Late_on_the_same_day_it_is_still_sent() => Given(D.On()).When(D.Due(2, D.At(2, "23:59"))).Opens(2);

    [Fact]
    public void Yesterdays_is_not_sent() => Given(D.On()).When(D.Due(2, D.At(3, "00:00"))).Withholds(Withheld.Missed);

    [Fact]
    public void One_whose_gap_ended_at_midnight_is_sent_on_the_day_into_which_it_fell() =>
        Given(D.On(D.Wanted with { Time = new(23, 30), Zone = "America/Scoresbysund" }))
            .When(new PracticeInput.Due(D.From(new(2027, 3, 28, 6, 0, 0, TimeSpan.Zero), PersonId.Bot), new(2027, 3, 27), new(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), null, "UTC", D.Drill(27), []))
            .Then(new PracticeEvent.Opened(new(2027, 3, 28, 6, 0, 0, TimeSpan.Zero), new(2027, 3, 27), DrillKind.Daily, D.Drill(27)));

    [Fact]
    public void Nothing_is_sent_once_they_are_off() => Given(D.On(), new PracticeEvent.Unsubscribed(D.At(2, "08:00"), false)).When(D.Due(2, D.At(2, "08:30"))).Withholds(Withheld.Off);

    [Fact]
    public void An_empty_bank_is_a_reason_too() => Given(D.On()).When(D.Due(2, D.At(2, "08:30"), offered: false)).Withholds(Withheld.NoQuestion);

    // Away.
    [Fact]
    public void Until_the_last_day_away_nothing_comes_and_the_day_after_it_does()
    {
        var away = new PracticeEvent.WentAway(D.At(1, "21:00"), D.Day(3));

        Given(D.On()).When(new PracticeInput.Away(D.From(D.At(1, "21:00")), D.Day(3), null)).Then(away).Whispers("No drill until Tue 3 Mar", "Wed 4 Mar", "Nothing piles up");
        Given(D.On(), away).When(D.Due(3, D.At(3, "08:30"))).Withholds(Withheld.Away);
        Given(D.On(), away).When(D.Due(4, D.At(4, "08:30"))).Opens(4);
    }

    [Fact]
    public void Somebody_back_earlier_gets_the_next_one() =>
        Given(D.On(), new PracticeEvent.WentAway(D.At(1, "21:00"), D.Day(20))).When(new PracticeInput.Away(D.From(D.At(2, "07:00")), null, null))
            .Then(new PracticeEvent.CameBack(D.At(2, "07:00"))).Whispers("You are back.", "Mon 2 Mar");

    [Fact]
    public void Back_without_having_been_away_is_answered_all_the_same() => Given(D.On()).When(new PracticeInput.Away(D.From(D.At(2, "07:00")), null, null)).Then().Whispers("The next drill comes on Mon 2 Mar");

    [Fact]
    public void Away_with_a_year_of_days_still_knows_the_next_one() =>
        Given(D.On()).When(new PracticeInput.Away(D.From(D.At(1, "21:00")), D.Day(1 + PracticeDesk.MostDaysAway), null)).Whispers("The next one comes on");

    [Fact]
    public void Away_is_refused_where_it_cannot_be() =>
        Given(D.On()).When(new PracticeInput.Away(D.From(D.At(1, "21:00")), null, "until: is the last day away.")).Then().Whispers("until: is the last day away.", "Nothing was changed.");

    [Fact]
    public void Away_without_drills_says_how_to_turn_them_on() => Given().When(new PracticeInput.Away(D.From(D.At(1, "21:00")), D.Day(9), null)).Then().Whispers("Drills are off");

    [Fact]
    public void Going_away_takes_what_was_put_off_with_it() =>
        Assert.Equal(D.Day(4), PracticeDesk.Next(StateOf(D.On(), D.PutOff(2, "12:00"), new PracticeEvent.WentAway(D.At(2, "09:00"), D.Day(3))), D.At(2, "09:00"))?.Date);

    // Left out.
    [Fact]
    public void Leaving_out_twice_leaves_out_two()
    {
        var once = Given(D.On()).When(Skip(D.At(1, "20:00"))).Then(new PracticeEvent.LeftOut(D.At(1, "20:00"), D.Day(2))).Whispers("The drill of Mon 2 Mar is left out.", "Tue 3 Mar");
        var twice = once.When(Skip(D.At(1, "20:01"))).Then(new PracticeEvent.LeftOut(D.At(1, "20:01"), D.Day(3))).Whispers("The drill of Tue 3 Mar is left out.", "Wed 4 Mar");

        twice.When(D.Due(2, D.At(2, "08:30"))).Withholds(Withheld.Skipped);
        twice.When(D.Due(3, D.At(3, "08:30"))).Withholds(Withheld.Skipped);
        twice.When(D.Due(4, D.At(4, "08:30"))).Opens(4);
    }

    [Fact]
    public void With_nothing_to_come_nothing_can_be_left_out() => Given().When(Skip(D.At(1, "20:00"))).Then().Whispers("No drill is open, and none is to come.");

    [Fact]
    public void A_drill_that_was_skipped_is_no_longer_open() => Assert.Null(Given(D.On(), D.Sent(2)).When(new PracticeInput.SkippedOne(D.From(D.At(2, "09:00")), D.Drill(2), D.Day(2))).After.Open);

    // Put off.
    [Fact]
    public void Put_off_it_comes_later_that_day_and_once()
    {
        var outcome = Given(D.On()).When(Snooze(D.At(2, "07:00"), 90)).Then(new PracticeEvent.PutOff(D.At(2, "07:00"), D.Day(2), D.At(2, "10:00"))).Whispers("The drill of Mon 2 Mar comes at");

        outcome.When(D.Due(2, D.At(2, "08:30"))).Withholds(Withheld.PutOff).Wakes(D.At(2, "10:00"));
        outcome.When(D.Due(2, D.At(2, "10:00"))).Opens(2);
        outcome.When(D.Due(2, D.At(2, "10:00"))).Then();
    }

    [Fact]
    public void Put_off_again_it_waits_for_the_later_time()
    {
        var outcome = Given(D.On(), D.PutOff(2, "10:00")).When(Snooze(D.At(2, "09:00"), 60));

        outcome.When(D.Due(2, D.At(2, "10:00"))).Withholds(Withheld.PutOff).Wakes(D.At(2, "11:00"));
    }

    [Fact]
    public void It_cannot_be_put_off_over_midnight() =>
        Given(D.On(D.Wanted with { Time = new(23, 30) })).When(Snooze(D.At(2, "22:00"), 30)).Then().Whispers("That would be after midnight.", "The drill of Mon 2 Mar stays as it is.");

    [Fact]
    public void It_cannot_be_put_off_into_quiet_hours_that_last_to_the_end_of_the_day() =>
        Given(D.On(D.Wanted with { QuietHours = QuietHours.Read("20:00-07:00") })).When(Snooze(D.At(2, "07:00"), 720)).Then().Whispers("quiet hours", "The drill of Mon 2 Mar stays as it is.");

    [Fact]
    public void Put_off_into_quiet_hours_that_end_the_same_day_it_comes_when_they_end()
    {
        var outcome = Given(D.On(D.Wanted with { QuietHours = QuietHours.Read("12:00-13:00") })).When(Snooze(D.At(2, "07:00"), 240));

        outcome.When(D.Due(2, D.At(2, "08:30"))).Withholds(Withheld.PutOff).Wakes(D.At(2, "13:00"));
    }

    [Fact]
    public void One_that_was_put_off_to_where_the_group_is_quiet_until_the_end_of_the_day_is_not_said_to_be_missed() =>
        Given(D.On(), D.PutOff(2, "21:00")).When(D.Due(2, D.At(2, "08:30"), groupQuiet: QuietHours.Read("20:00-07:00"))).Withholds(Withheld.Quiet).Quietly();

    [Fact]
    public void An_open_one_is_brought_up_again_also_after_midnight() =>
        Given(D.On(), D.Sent(2)).When(new PracticeInput.SnoozeOpen(D.From(D.At(2, "23:30")), 60)).Wakes(D.At(3, "00:30")).Whispers("I bring it up again at");

    [Fact]
    public void Bringing_an_extra_one_up_later_does_not_hold_back_the_daily_one()
    {
        var outcome = Given(D.On(), D.Sent(2, DrillKind.Extra)).When(new PracticeInput.SnoozeOpen(D.From(D.At(2, "08:00")), 60)).Wakes(D.At(2, "09:00"));

        outcome.When(D.Due(2, D.At(2, "08:30"))).Opens(2);
    }

    [Fact]
    public void An_extra_one_does_not_bring_forward_what_was_put_off() => Given(D.On(), D.PutOff(2, "10:00"), D.Sent(2, DrillKind.Extra)).When(D.Due(2, D.At(2, "08:30"))).Withholds(Withheld.PutOff).Wakes(D.At(2, "10:00"));

    [Fact]
    public void With_nothing_to_come_nothing_can_be_put_off()
    {
        Given().When(Snooze(D.At(2, "07:00"), 60)).Then().Whispers("none is to come");
        Given(D.On()).When(new PracticeInput.SnoozeOpen(D.From(D.At(2, "07:00")), 60)).Then().Whispers("none is to come");
    }

    // Quiet.
    [Fact]
    public void In_quiet_hours_it_waits_for_their_end() => Given(D.On()).When(D.Due(2, D.At(2, "08:30"), groupQuiet: QuietHours.Read("22:00-09:00"))).Withholds(Withheld.PutOff).Wakes(D.At(2, "09:00"));

    [Fact]
    public void When_it_is_quiet_until_the_day_is_over_it_is_not_sent() =>
        Given(D.On(D.Wanted with { Time = new(22, 30) })).When(D.Due(2, D.At(2, "22:30"), groupQuiet: QuietHours.Read("22:00-07:00"), dueAt: D.At(2, "22:30"))).Withholds(Withheld.Quiet).Quietly();

    [Theory]
    [InlineData("08:00-09:00", "03:30-05:00", "10:00")] // hers, then the group's: New York is five hours behind.
    [InlineData("09:00-11:00", "03:00-04:30", "11:00")] // the group's, then hers
    [InlineData("08:15-08:45", "03:00-03:40", "08:45")] // side by side
    [InlineData("08:00-09:00", "06:00-07:00", "09:00")] // the group's come later and do not touch
    public void Quiet_hours_of_person_and_group_in_two_zones_add_up_one_after_the_other(string hers, string groups, string ends) =>
        Assert.Equal(D.At(2, ends), PracticeDesk.QuietUntil(D.Wanted with { QuietHours = QuietHours.Read(hers) }, D.At(2, "08:30"), QuietHours.Read(groups), "America/New_York"));

    [Fact]
    public void Quiet_hours_that_together_cover_every_hour_withhold_everything() =>
        Given(D.On(D.Wanted with { QuietHours = QuietHours.Read("00:00-12:00") })).When(D.Due(2, D.At(2, "08:30"), groupQuiet: QuietHours.Read("12:00-00:00"))).Withholds(Withheld.Quiet);

    // Unanswered.
    [Fact]
    public void After_seven_without_an_answer_the_bot_stops_by_itself_and_says_so() =>
        Given([D.On(), .. D.SentUnanswered(2, 8)]).When(D.Due(9, D.At(9, "08:30")))
            .Then(new PracticeEvent.Paused(D.At(9, "08:30"), PauseReason.Unanswered), new PracticeEvent.NotSent(D.At(9, "08:30"), D.Day(9), Withheld.Off))
            .WritesDirectly("7 drills went by, so I stop here");

    [Fact]
    public void One_answer_among_them_goes_on() => Given([D.On(), .. D.SentUnanswered(2, 8), D.Answered(5, on: 8)]).When(D.Due(9, D.At(9, "08:30"))).Opens(9);

    [Fact]
    public void While_it_is_stopped_nothing_more_is_said() =>
        Given([D.On(), .. D.SentUnanswered(2, 8), new PracticeEvent.Paused(D.At(9, "08:30"), PauseReason.Unanswered)]).When(D.Due(10, D.At(10, "08:30"))).Withholds(Withheld.Off).Quietly();

    [Fact]
    public void Turned_on_again_it_begins_anew()
    {
        var outcome = Given([D.On(), .. D.SentUnanswered(2, 8), new PracticeEvent.Paused(D.At(9, "08:30"), PauseReason.Unanswered)]).When(D.Subscribe(D.At(9, "20:00"), D.Wanted with { FirstOn = D.Day(10) }));

        outcome.When(D.Due(10, D.At(10, "08:30"))).Opens(10);
        Assert.Equal(1, outcome.After.UnansweredInARow);
    }

    // Direct messages.
    [Fact]
    public void Closed_direct_messages_pause_drills_and_say_so_where_they_were_asked_for()
    {
        var outcome = Given(D.On(), D.Sent(2)).When(new PracticeInput.DmClosed(D.From(D.At(2, "08:31"), PersonId.Bot), Elsewhere: false)).Then(new PracticeEvent.Paused(D.At(2, "08:31"), PauseReason.DmClosed)).Whispers("I could not write to you directly");

        Assert.Equal(new Where.In(D.Channel), Assert.Single(outcome.Decision.Effects.OfType<Effect.Show>()).To);
        outcome.When(D.Due(3, D.At(3, "08:30"))).Withholds(Withheld.Off);
        outcome.When(D.Subscribe(D.At(3, "20:00"))).WritesDirectly("Your drills come here");
        outcome.When(D.Due(4, D.At(4, "08:30"))).Opens(4);
    }

    [Fact]
    public void They_pause_once() => Given(D.On(), new PracticeEvent.Paused(D.At(2, "08:31"), PauseReason.DmClosed)).When(new PracticeInput.DmClosed(D.From(D.At(2, "08:32"), PersonId.Bot), Elsewhere: false)).Then().Quietly();

    [Fact]
    public void With_a_thread_to_go_to_they_go_on() => Given(D.On(), D.Sent(2)).When(new PracticeInput.DmClosed(D.From(D.At(2, "08:31"), PersonId.Bot), Elsewhere: true)).Then().Quietly();

    // Now and answers.
    [Fact]
    public void One_asked_for_beside_the_daily_one_is_no_day_of_the_streak()
    {
        var outcome = Given(D.On()).When(new PracticeInput.Now(D.From(D.At(2, "07:00")), D.Drill(2))).Then(new PracticeEvent.Opened(D.At(2, "07:00"), D.Day(2), DrillKind.Extra, D.Drill(2)));

        Assert.Empty(outcome.After.Days);
        outcome.When(D.Due(2, D.At(2, "08:30"))).Opens(2);
    }

    [Fact]
    public void With_an_empty_bank_there_is_none_at_once() => Given().When(new PracticeInput.Now(D.From(D.At(2, "07:00")), null)).Then().Whispers("The bank has nothing to ask.");

    [Fact]
    public void An_answer_on_a_later_day_is_a_late_one()
    {
        var outcome = Given(D.On(), D.Sent(2), D.Sent(3)).When(new PracticeInput.Answered(D.From(D.At(4, "09:00")), D.Drill(2), D.Day(2), D.Day(4), []));

        Assert.Equal([DayMark.Late, DayMark.Open], outcome.After.Days.Select(day => day.Mark));
        Assert.Equal(D.Drill(3), outcome.After.Open?.Drill);
    }

    [Fact]
    public void What_an_answer_showed_is_remembered_and_what_was_seen_later_is_not_taken_back()
    {
        var late = Given(D.On(), D.Sent(2), D.Sent(3)).When(new PracticeInput.Answered(D.From(D.At(9, "09:00")), D.Drill(3), D.Day(3), D.Day(9), [new("start-simple", Grade3)]));
        var remembered = late.After.Memory.Single().Remembered;

        late.When(new PracticeInput.Answered(D.From(D.At(9, "09:01")), D.Drill(2), D.Day(2), D.Day(2), [new("start-simple", Core.Drills.Memory.Grade.Again)]));
        Assert.Equal(remembered, late.After.Memory.Single().Remembered);
    }

    // Next.
    [Fact]
    public void The_next_one_passes_over_days_that_are_not_wanted() =>
        Assert.Equal((D.Day(7), D.At(7, "08:30")), PracticeDesk.Next(StateOf(D.On(D.Wanted with { Days = DrillDays.Weekends })), D.At(2, "07:00")));

    [Fact]
    public void The_next_one_is_never_a_date_that_was_sent_already()
    {
        var later = D.Wanted with { Time = new(18, 0), FirstOn = D.Day(2) };

        Given(D.On(), D.Sent(2)).When(D.Subscribe(D.At(2, "10:00"), later)).Whispers("The next one comes on Tue 3 Mar");
    }

    [Fact]
    public void The_next_one_is_never_a_date_that_is_settled_for_another_reason() =>
        Given(D.On(), new PracticeEvent.NotSent(D.At(2, "08:30"), D.Day(2), Withheld.Skipped)).When(D.Subscribe(D.At(2, "10:00"), D.Wanted with { Time = new(18, 0), FirstOn = D.Day(2) })).Whispers("The next one comes on Tue 3 Mar");

    [Fact]
    public void One_that_waits_for_later_today_is_the_next_one() => Assert.Equal((D.Day(2), D.At(2, "10:00")), PracticeDesk.Next(StateOf(D.On(), D.PutOff(2, "10:00")), D.At(2, "09:00")));

    private const Core.Drills.Memory.Grade Grade3 = Core.Drills.Memory.Grade.Good;

    private static PracticeInput.Skip Skip(DateTimeOffset at) => new(D.From(at));

    private static PracticeInput.Snooze Snooze(DateTimeOffset at, int minutes) => new(D.From(at), minutes);
}
