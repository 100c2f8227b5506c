using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Tests.Drills;

/// <summary>What people type about when their drill is to come.</summary>
public class SubscriptionEntryTests
{
    [Theory]
    [InlineData("08:30", 8, 30)]
    [InlineData("8:30", 8, 30)]
    [InlineData("8.30", 8, 30)]
    [InlineData("0830", 8, 30)]
    [InlineData("8:30am", 8, 30)]
    [InlineData("8:30 PM", 20, 30)]
    [InlineData("7pm", 19, 0)]
    [InlineData("7 pm", 19, 0)]
    [InlineData("12am", 0, 0)]
    [InlineData("12pm", 12, 0)]
    [InlineData("00:00", 0, 0)]
    [InlineData(" 23:59 ", 23, 59)]
    public void A_time_is_read_as_people_type_it(string typed, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), SubscriptionEntry.ReadTime(typed));

    [Theory]
    [InlineData("24:00")]
    [InlineData("8:60")]
    [InlineData("13pm")]
    [InlineData("8")]
    [InlineData("half eight")]
    [InlineData("-8:30")]
    [InlineData("08:30:15")]
    [InlineData("")]
    public void What_is_no_time_is_not_guessed(string typed) => Assert.Null(SubscriptionEntry.ReadTime(typed));

    [Theory]
    [InlineData("2026-12-24")]
    [InlineData("2026/12/24")]
    [InlineData("24.12.2026")]
    [InlineData("24 Dec 2026")]
    [InlineData("24 december 2026")]
    public void A_date_is_read_as_people_type_it(string typed) => Assert.Equal(new DateOnly(2026, 12, 24), SubscriptionEntry.ReadDate(typed));

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("12/24/2026")]
    [InlineData("24.12.")]
    [InlineData("christmas")]
    public void What_is_no_date_is_not_guessed(string typed) => Assert.Null(SubscriptionEntry.ReadDate(typed));

    [Theory]
    [InlineData("daily", "daily")]
    [InlineData("Weekdays", "weekdays")]
    [InlineData("weekends", "weekends")]
    [InlineData("mon,wed,fri", "Mon, Wed, Fri")]
    [InlineData("Mondays and Thursdays", "Mon, Thu")]
    [InlineData("tues/thurs", "Tue, Thu")]
    [InlineData("sat + sun", "weekends")]
    [InlineData("weekdays sat", "Mon, Tue, Wed, Thu, Fri, Sat")]
    public void Days_are_read_as_people_type_them(string typed, string read) => Assert.Equal(read, DrillDays.Read(typed)?.ToString());

    [Theory]
    [InlineData("someday")]
    [InlineData("mon, never")]
    [InlineData("monkey")]
    [InlineData("and")]
    [InlineData("")]
    public void What_is_no_day_is_not_guessed(string typed) => Assert.Null(DrillDays.Read(typed));

    [Theory]
    [InlineData("back", null)]
    [InlineData("BACK", null)]
    [InlineData("1", "2026-03-02")]
    [InlineData("14", "2026-03-15")]
    [InlineData("3 days", "2026-03-04")]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2027-03-03", "2027-03-03")]
    public void The_last_day_away_counts_from_today(string typed, string? until)
    {
        var (read, complaint) = SubscriptionEntry.ReadAway(typed, D.Day(2));

        Assert.Equal((until, null), (read is { } date ? DrillWording.Iso(date) : null, complaint));
    }

    [Theory]
    [InlineData("0", "until: is the last day away")]
    [InlineData("-3", "until: is the last day away")]
    [InlineData("400", "until: is the last day away")]
    [InlineData("a while", "until: is the last day away")]
    [InlineData("2026-03-01", "2026-03-01 has passed. Name the last day away, or back.")]
    [InlineData("2028-01-01", "That is more than a year.")]
    public void A_day_that_cannot_be_says_what_to_type(string typed, string said)
    {
        var (read, complaint) = SubscriptionEntry.ReadAway(typed, D.Day(2));

        Assert.Null(read);
        Assert.StartsWith(said, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_arguments_it_is_daily_at_half_past_eight_in_the_zone_of_the_group() =>
        Assert.Equal((new TimeOnly(8, 30), "Europe/Berlin", DrillDays.Daily, 10, null, false), Parts(Read([], group: new() { Zone = "Europe/Berlin" })));

    [Fact]
    public void The_zone_of_the_profile_goes_before_that_of_the_group() =>
        Assert.Equal("Asia/Tokyo", Read([], profile: "Asia/Tokyo", group: new() { Zone = "Europe/Berlin" }).Subscription!.Zone);

    [Fact]
    public void A_profile_with_a_zone_that_nobody_knows_is_passed_over() =>
        Assert.Equal("Europe/Berlin", Read([], profile: "Mars/Olympus", group: new() { Zone = "Europe/Berlin" }).Subscription!.Zone);

    [Theory]
    [InlineData("europe/dublin", "Europe/Dublin")]
    [InlineData("America/New York", "America/New_York")]
    [InlineData("utc", "UTC")]
    public void A_zone_may_be_typed_loosely(string typed, string zone) => Assert.Equal(zone, Read([new("zone", typed)]).Subscription!.Zone);

    [Theory]
    [InlineData("Dublin", "there is no Dublin. Did you mean zone:Europe/Dublin?")]
    [InlineData("new york", "Did you mean zone:America/New_York?")]
    [InlineData("Europe/Dubln", "Did you mean zone:Europe/Dublin?")]
    [InlineData("the moon base", "zone: is a name such as Europe/Dublin")]
    public void An_unknown_zone_is_answered_with_the_likely_one(string typed, string said) => Assert.Contains(said, Read([new("zone", typed)]).Complaint, StringComparison.Ordinal);

    [Fact]
    public void What_is_not_named_again_stays_as_it_was()
    {
        var before = D.Wanted with { Days = DrillDays.Weekdays, Minutes = 25, QuietHours = QuietHours.Read("22:00-07:00"), ThreadAllowed = true };

        Assert.Equal((new TimeOnly(19, 0), D.Dublin, DrillDays.Weekdays, 25, before.QuietHours, true), Parts(Read([new("time", "7pm")], before: before)));
    }

    [Fact]
    public void Quiet_hours_and_the_thread_can_be_taken_back()
    {
        var before = D.Wanted with { QuietHours = QuietHours.Read("22:00-07:00"), ThreadAllowed = true };
        var (now, _) = Read([new("quiet-hours", "off"), new("if-closed", "pause")], before: before);

        Assert.Equal((null, false), (now!.QuietHours, now.ThreadAllowed));
    }

    [Theory]
    [InlineData("time", "soon", "time: is a time of day such as 08:30 or 7pm, not soon.")]
    [InlineData("days", "someday", "days: is daily, weekdays, weekends, or a list")]
    [InlineData("quiet-hours", "at night", "quiet-hours: is two times, such as 22:00-07:30, or off.")]
    [InlineData("quiet-hours", "08:00-09:00", "08:30 lies in your quiet hours, 08:00-09:00.")]
    public void One_argument_that_cannot_be_means_that_nothing_is_taken(string name, string typed, string said)
    {
        var (subscription, complaint) = Read([new("minutes", "20"), new(name, typed)]);

        Assert.Null(subscription);
        Assert.Contains(said, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_in_the_quiet_hours_of_the_group_is_refused_in_the_zone_of_the_group()
    {
        var group = new GroupSettings { Zone = "America/New_York", QuietHours = QuietHours.Read("22:00-07:00") };

        Assert.Contains("the quiet hours of this group, 22:00-07:00 (America/New_York)", Read([new("time", "08:30"), new("zone", D.Dublin)], group: group).Complaint, StringComparison.Ordinal);
        Assert.Null(Read([new("time", "13:30"), new("zone", D.Dublin)], group: group).Complaint);
    }

    [Theory]
    [InlineData("08:29", 2)]
    [InlineData("08:30", 3)]
    [InlineData("08:31", 3)]
    public void The_first_date_is_today_until_the_time_has_come(string now, int first) =>
        Assert.Equal(D.Day(first), Read([new("time", "08:30"), new("zone", D.Dublin)], at: D.At(2, now)).Subscription!.FirstOn);

    [Fact]
    public void A_slot_is_read_back_as_it_is_written() => Assert.Equal(new Slot("America/Port-au-Prince", new(0, 5)), Slot.Parse(new Slot("America/Port-au-Prince", new(0, 5)).ToString()));

    private static (Subscription? Subscription, string? Complaint) Read(Seq<Argument> arguments, string? profile = null, Subscription? before = null, GroupSettings? group = null, DateTimeOffset? at = null) =>
        SubscriptionEntry.Read(arguments, D.From(at ?? D.At(2, "07:00")) with { Zone = profile }, before, group ?? GroupSettings.Default);

    private static (TimeOnly, string, DrillDays, int, QuietHours?, bool) Parts((Subscription? Subscription, string? Complaint) read)
    {
        Assert.Null(read.Complaint);
        var it = read.Subscription!;
        return (it.Time, it.Zone, it.Days, it.Minutes, it.QuietHours, it.ThreadAllowed);
    }
}
