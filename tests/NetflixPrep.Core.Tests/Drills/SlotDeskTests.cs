using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;

namespace NetflixPrep.Core.Tests.Drills;

/// <summary>When the hour of many strikes.</summary>
public class SlotDeskTests
{
    private static readonly Slot HalfPastEight = new(D.Dublin, new(8, 30));
    private static readonly Slot LateInGreenland = new("America/Scoresbysund", new(23, 30));

    [Fact]
    public void It_strikes_for_its_date_wakes_the_pacer_and_is_set_to_the_next_day()
    {
        var decision = Strike(HalfPastEight, D.At(2, "08:30"), last: D.Day(1));

        Assert.Equal([new SlotEvent.Struck(D.At(2, "08:30"), D.Day(2), D.At(2, "08:30"))], decision.Events);
        Assert.Equal([(HalfPastEight.Stream, D.At(3, "08:30")), (SlotDesk.Pacer, D.At(2, "08:30"))], Timers(decision));
    }

    [Fact]
    public void It_strikes_once_a_date_however_often_its_timer_comes()
    {
        var decision = Strike(HalfPastEight, D.At(2, "08:31"), last: D.Day(2));

        Assert.Empty(decision.Events);
        Assert.Equal([(HalfPastEight.Stream, D.At(3, "08:30"))], Timers(decision));
    }

    [Fact]
    public void Late_on_the_same_day_it_strikes_with_the_instant_that_was_meant() =>
        Assert.Equal([new SlotEvent.Struck(D.At(2, "23:59"), D.Day(2), D.At(2, "08:30"))], Strike(HalfPastEight, D.At(2, "23:59"), last: D.Day(1)).Events);

    [Fact]
    public void After_days_of_downtime_each_day_is_on_record_and_only_todays_is_not_over()
    {
        var decision = Strike(HalfPastEight, D.At(9, "12:00"), last: D.Day(5));

        Assert.Equal([(D.Day(6), true), (D.Day(7), true), (D.Day(8), true), (D.Day(9), false)], decision.Events.Cast<SlotEvent.Struck>().Select(struck => (struck.Date, struck.IsOver(D.Dublin))));
    }

    [Fact]
    public void After_midnight_yesterdays_is_over_nothing_is_sent_and_todays_is_still_to_come()
    {
        var decision = Strike(HalfPastEight, D.At(3, "00:10"), last: D.Day(1));

        Assert.True(Assert.IsType<SlotEvent.Struck>(Assert.Single(decision.Events)).IsOver(D.Dublin));
        Assert.Equal([(HalfPastEight.Stream, D.At(3, "08:30"))], Timers(decision));
    }

    [Fact]
    public void Downtime_before_the_first_strike_is_on_record_from_the_first_date_that_was_meant() =>
        Assert.Equal([D.Day(4), D.Day(5)], Dates(Strike(HalfPastEight, D.At(5, "12:00"), last: null, since: D.Day(4))));

    [Fact]
    public void Days_before_anybody_wanted_it_are_none_of_it() => Assert.Equal([D.Day(9)], Dates(Strike(HalfPastEight, D.At(9, "08:30"), last: D.Day(2), since: D.Day(9))));

    [Fact]
    public void A_year_of_downtime_is_put_on_record_for_its_last_month() =>
        Assert.Equal((32, D.Day(365)), (Dates(Strike(HalfPastEight, D.At(365, "12:00"), last: D.Day(2))).Count(), Dates(Strike(HalfPastEight, D.At(365, "12:00"), last: D.Day(2))).Last()));

    [Fact]
    public void A_gap_that_ends_at_midnight_gives_two_dates_on_one_day_in_order()
    {
        // On 27 March 2027 the clocks there go from 23:00 to 24:00.
        var first = Strike(LateInGreenland, Utc(2027, 3, 28, 1, 0), last: new(2027, 3, 26));
        var second = Strike(LateInGreenland, Utc(2027, 3, 29, 0, 30), last: new(2027, 3, 27));

        Assert.Equal([new DateOnly(2027, 3, 27)], Dates(first));
        Assert.Equal(Utc(2027, 3, 29, 0, 30), Timers(first)[0].At);
        Assert.Equal([new DateOnly(2027, 3, 28)], Dates(second));
    }

    [Fact]
    public void Both_of_them_strike_in_order_when_the_bot_was_away_meanwhile() =>
        Assert.Equal([new DateOnly(2027, 3, 27), new(2027, 3, 28)], Sent(LateInGreenland, Strike(LateInGreenland, Utc(2027, 3, 29, 0, 45), last: new(2027, 3, 25))));

    [Fact]
    public void A_time_that_comes_twice_strikes_at_its_first_occurrence_alone()
    {
        var slot = new Slot(D.Dublin, new(1, 30));
        var first = Strike(slot, Utc(2026, 10, 25, 0, 30), last: new(2026, 10, 24));

        Assert.Equal([new DateOnly(2026, 10, 25)], Dates(first));
        Assert.Equal(Utc(2026, 10, 26, 1, 30), Timers(first)[0].At);
    }

    [Fact]
    public void When_nobody_wants_it_any_more_it_is_not_set_again()
    {
        var decision = SlotDesk.Decide(new(HalfPastEight, D.Day(1)), new SlotInput.Due(D.From(D.At(2, "08:30"), PersonId.Bot), null));

        Assert.Equal((0, 0), (decision.Events.Count, decision.Effects.Count));
    }

    [Fact]
    public void A_clock_that_is_set_back_strikes_no_date_again() => Assert.Empty(Strike(HalfPastEight, D.At(2, "08:30"), last: D.Day(3)).Events);

    private static Decision<SlotEvent> Strike(Slot slot, DateTimeOffset at, DateOnly? last, DateOnly? since = null) =>
        SlotDesk.Decide(new(slot, last), new SlotInput.Due(D.From(at, PersonId.Bot), since ?? new(2026, 1, 1)));

    private static IEnumerable<DateOnly> Sent(Slot slot, Decision<SlotEvent> decision) => decision.Events.Cast<SlotEvent.Struck>().Where(struck => !struck.IsOver(slot.Zone)).Select(struck => struck.Date);

    private static IEnumerable<DateOnly> Dates(Decision<SlotEvent> decision) => decision.Events.Cast<SlotEvent.Struck>().Select(struck => struck.Date);

    private static List<(StreamId To, DateTimeOffset At)> Timers(Decision<SlotEvent> decision) => [.. decision.Effects.Cast<Effect.Later>().Select(later => (later.To, later.At!.Value))];

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
