using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;
using static NetflixPrep.Core.Tests.Groups.G;

namespace NetflixPrep.Core.Tests.Groups;

/// <summary>The question of the day among the settings of a group.</summary>
public class DailySettingsTests
{
    private static readonly GroupSettings On = GroupSettings.Default with { PracticeChannel = Hall, Zone = "Europe/Berlin", DailyQuestion = new(new(9, 0), DrillDays.Weekdays) };

    [Fact]
    public void A_time_and_days_are_kept_and_the_hour_is_set()
    {
        var outcome = Given().When(Change(("practice-channel", "#hall"), ("zone", "Europe/Berlin"), ("daily-question", "9:00 weekdays"))).Then(Set(On)).Says("- Daily question: 09:00 weekdays");

        // Noon in UTC is past nine in Berlin.
        Assert.Equal(new Effect.Later(new Slot("Europe/Berlin", new(9, 0)).Stream, SlotDesk.StrikeTimer, [], Noon.AddDays(1).AddHours(-4)), Assert.Single(outcome.Decision.Effects.OfType<Effect.Later>()));
    }

    [Fact]
    public void An_hour_that_is_set_already_is_left_alone() =>
        Assert.Empty(Given(Set(On with { DailyQuestion = null })).When(((GroupInput.Change)Change(("daily-question", "9:00 weekdays"))) with { SlotIsSet = true }).Then(Set(On)).Decision.Effects.OfType<Effect.Later>());

    [Fact]
    public void Another_zone_is_another_hour() =>
        Assert.Equal(new Slot("UTC", new(9, 0)).Stream, Assert.Single(Given(Set(On)).When(Change(("zone", "off"))).Decision.Effects.OfType<Effect.Later>()).To);

    [Fact]
    public void It_needs_a_practice_channel() =>
        Given().When(Change(("daily-question", "9:00"))).Then().Says("daily-question: comes to the practice channel. Name one with practice-channel:#practice", "Nothing was changed.");

    [Fact]
    public void The_practice_channel_is_not_taken_away_under_it() => Given(Set(On)).When(Change(("practice-channel", "off"))).Then().Says("daily-question:off");

    [Fact]
    public void Both_can_go_together() => Given(Set(On)).When(Change(("practice-channel", "off"), ("daily-question", "off"))).Then(Set(GroupSettings.Default with { Zone = "Europe/Berlin" }));

    [Fact]
    public void It_lies_outside_the_quiet_hours() =>
        Given(Set(On with { DailyQuestion = null, QuietHours = new(new(22, 0), new(9, 30)) })).When(Change(("daily-question", "9:00"))).Then()
            .Says("09:00 lies in the quiet hours of this group, 22:00-09:30.", "Nothing was changed.");

    [Fact]
    public void Quiet_hours_do_not_come_over_it() => Given(Set(On)).When(Change(("quiet-hours", "22:00-09:30"))).Then().Says("09:00 lies in the quiet hours of this group");

    [Fact]
    public void What_cannot_be_read_is_answered_with_what_to_type() => Given(Set(On)).When(Change(("daily-question", "mornings"))).Then().Says("daily-question: is a time and days, such as \"09:00 weekdays\"");

    [Fact]
    public void The_hour_after_a_change_is_known_before_it_is_decided()
    {
        var desk = new GroupDesk(Names);
        var group = Given(Set(On)).Group;

        Assert.Equal(new Slot("Europe/Berlin", new(17, 0)), desk.SlotAfter(group, (GroupInput.Change)Change(("daily-question", "17:00"))));
        Assert.Null(desk.SlotAfter(group, (GroupInput.Change)Change(("daily-question", "off"))));
        Assert.Null(desk.SlotAfter(group, (GroupInput.Change)Change(("daily-question", "never"))));
    }

    [Fact]
    public void Who_manages_the_group_sees_that_the_channel_was_lost_and_what_to_do()
    {
        var lost = new DateOnly(2026, 3, 2);

        Assert.Contains("The question of Mon 2 Mar could not be shown", GroupWording.Settings(On, admin: true, dailyLost: lost).Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("could not be shown", GroupWording.Settings(On, admin: false, dailyLost: lost).Body.ToString(), StringComparison.Ordinal);
    }
}
