using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Pairs;

namespace NetflixPrep.Core.Tests.Pairs;

public class TurnClockTests
{
    private static readonly QuietHours Night = QuietHours.Read("22:00-08:00")!;

    [Theory]
    [InlineData("Europe/Dublin")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kolkata")]
    public void A_day_has_fourteen_hours_that_count_wherever_it_is(string zone) =>
        Assert.Equal(TimeSpan.FromHours(14), TurnClock.Burnt(M.Noon, M.Noon.AddDays(1), Night, zone));

    [Theory]
    [InlineData("Europe/Dublin", 2026, 3, 28)]
    [InlineData("Europe/Dublin", 2026, 10, 24)]
    [InlineData("America/New_York", 2026, 3, 7)]
    [InlineData("America/New_York", 2026, 10, 31)]
    public void A_night_in_which_the_clocks_change_counts_no_more_than_any_other(string zone, int year, int month, int day)
    {
        var evening = ZonedDays.At(new(year, month, day), new(21, 0), zone);
        var morning = ZonedDays.At(new DateOnly(year, month, day).AddDays(1), new(9, 0), zone);

        Assert.Equal(TimeSpan.FromHours(2), TurnClock.Burnt(evening, morning, Night, zone));
    }

    [Fact]
    public void Hours_that_end_inside_the_repeated_hour_end_once()
    {
        // In Dublin 01:30 comes twice on 25 October 2026: at 00:30 and at 01:30 UTC.
        var quiet = QuietHours.Read("22:00-01:30")!;
        var from = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);

        Assert.False(TurnClock.IsQuiet(from.AddMinutes(45), quiet, "Europe/Dublin"));
        Assert.Equal(from.AddHours(4), TurnClock.EndsAt(from, TimeSpan.FromHours(4), quiet, "Europe/Dublin"));
    }

    [Fact]
    public void What_would_end_in_quiet_hours_goes_on_after_them() =>
        // Eleven in the morning in Kolkata is 05:30 UTC; eleven hours later it is ten in the evening.
        Assert.Equal(ZonedDays.At(new(2026, 1, 13), new(8, 0), "Asia/Kolkata"), TurnClock.EndsAt(ZonedDays.At(new(2026, 1, 12), new(11, 0), "Asia/Kolkata"), TimeSpan.FromHours(11), Night, "Asia/Kolkata"));

    [Fact]
    public void Quiet_hours_that_leave_hardly_an_hour_of_the_day_stop_no_clock() =>
        Assert.Equal((Night, null), (TurnClock.Fair(Night), TurnClock.Fair(QuietHours.Read("08:00-06:00"))));

    [Fact]
    public void Without_quiet_hours_an_hour_is_an_hour() =>
        Assert.Equal((TimeSpan.FromHours(5), M.Hour(5)), (TurnClock.Burnt(M.Noon, M.Hour(5), null, "UTC"), TurnClock.EndsAt(M.Noon, TimeSpan.FromHours(5), null, "UTC")));

    [Fact]
    public void What_is_used_up_to_the_end_is_what_was_left_in_every_zone_and_season()
    {
        var chance = new Chance(5);
        int Next(int limit) => (chance = chance.Next()).Below(limit);
        for (var tries = 0; tries < 400; tries++)
        {
            var zone = new[] { "Europe/Dublin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe" }[Next(4)];
            var quiet = new QuietHours(new(Next(24), Next(2) * 30), new(Next(23), 15));
            var from = M.Noon.AddMinutes(Next(525_600));
            var left = TimeSpan.FromMinutes(1 + Next(1440));

            var end = TurnClock.EndsAt(from, left, quiet, zone);

            Assert.Equal(left, TurnClock.Burnt(from, end, quiet, zone));
            Assert.False(TurnClock.IsQuiet(end, quiet, zone));
        }
    }
}
