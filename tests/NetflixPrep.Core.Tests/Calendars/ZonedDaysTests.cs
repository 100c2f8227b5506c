using NetflixPrep.Core.Calendars;
using NodaTime;

namespace NetflixPrep.Core.Tests.Calendars;

/// <summary>Local times and instants, over every zone of the list and every clock change from 2026 to 2030.</summary>
public sealed class ZonedDaysTests
{
    private static readonly TimeOnly HalfPastEight = new(8, 30);

    [Fact]
    public void A_time_that_the_clocks_skip_is_the_first_one_after_the_gap() =>
        Assert.Equal(Utc(2027, 3, 28, 1, 0), ZonedDays.At(new(2027, 3, 28), new(1, 30), "Europe/Dublin"));

    [Fact]
    public void A_time_that_comes_twice_is_its_first_occurrence() =>
        Assert.Equal(Utc(2026, 10, 25, 0, 30), ZonedDays.At(new(2026, 10, 25), new(1, 30), "Europe/Dublin"));

    [Fact]
    public void A_gap_that_ends_at_midnight_keeps_the_date_that_was_meant()
    {
        // Scoresbysund goes from 23:00 to 24:00 on 27 March 2027.
        var skipped = ZonedDays.Next(new(23, 30), "America/Scoresbysund", Utc(2027, 3, 27, 12, 0));
        var after = ZonedDays.Next(new(23, 30), "America/Scoresbysund", skipped.At);

        Assert.Equal((new DateOnly(2027, 3, 27), new DateOnly(2027, 3, 28)), (skipped.Date, ZonedDays.DateOf(skipped.At, "America/Scoresbysund")));
        Assert.Equal(new DateOnly(2027, 3, 28), after.Date);
    }

    [Fact]
    public void The_same_hour_stays_the_same_hour_after_the_clocks_changed() =>
        Assert.Equal(
            [Utc(2027, 3, 27, 8, 30), Utc(2027, 3, 28, 7, 30), Utc(2027, 3, 29, 7, 30)],
            [.. Enumerable.Range(27, 3).Select(day => ZonedDays.At(new(2027, 3, day), HalfPastEight, "Europe/Dublin"))]);

    [Fact]
    public void A_zone_that_is_unknown_counts_as_utc() =>
        Assert.Equal(Utc(2026, 5, 1, 8, 30), ZonedDays.At(new(2026, 5, 1), HalfPastEight, "Nowhere/Land"));

    [Fact]
    public void Around_every_clock_change_of_every_zone_each_date_has_its_time_once_and_in_order()
    {
        foreach (var (zone, change) in Changes)
        {
            foreach (var time in TimesAround(change, zone))
            {
                var at = change - TimeSpan.FromDays(3);
                var dates = new List<DateOnly>();
                for (var n = 0; n < 6; n++)
                {
                    var next = ZonedDays.Next(time, zone, at);
                    Assert.True(next.At > at);
                    Assert.Equal(next.At, ZonedDays.At(next.Date, time, zone));
                    dates.Add(next.Date);
                    at = next.At;
                }
                Assert.Equal(dates.Order().Distinct(), dates);
                // A zone may leave a whole day out (Samoa did); from 2026 to 2030 none does.
                Assert.Equal(5, dates[^1].DayNumber - dates[0].DayNumber);
            }
        }
    }

    [Fact]
    public void In_every_zone_a_time_is_the_one_on_the_clock_unless_the_clocks_skip_it()
    {
        foreach (var (zone, change) in Changes)
        {
            foreach (var time in TimesAround(change, zone))
            {
                var date = ZonedDays.DateOf(change, zone);
                var at = ZonedDays.At(date, time, zone);
                var there = DateTimeZoneProviders.Tzdb[zone].MapLocal(LocalDate.FromDateOnly(date) + LocalTime.FromTimeOnly(time));

                if (there.Count > 0) Assert.Equal((date, time), (ZonedDays.DateOf(at, zone), ZonedDays.TimeOf(at, zone)));
                else Assert.Equal(change, at);
            }
        }
    }

    private static IEnumerable<(string Zone, DateTimeOffset Change)> Changes =>
        from zone in DateTimeZoneProviders.Tzdb.Ids
        from interval in DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2031, 1, 1, 0, 0))
        where interval.HasStart && interval.Start > Instant.FromUtc(2026, 1, 1, 0, 0)
        select (zone, interval.Start.ToDateTimeOffset());

    // Every quarter of an hour, in the six hours around the change.
    private static IEnumerable<TimeOnly> TimesAround(DateTimeOffset change, string zone) =>
        Enumerable.Range(-12, 25).Select(quarter => ZonedDays.TimeOf(change, zone).AddMinutes(15 * quarter));

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
