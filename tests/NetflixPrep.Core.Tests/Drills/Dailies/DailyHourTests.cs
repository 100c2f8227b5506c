using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Dailies;
using static NetflixPrep.Core.Tests.Drills.Dailies.Q;

namespace NetflixPrep.Core.Tests.Drills.Dailies;

public class DailyHourTests
{
    [Theory]
    [InlineData("09:00 weekdays", "09:00 weekdays")]
    [InlineData("9:00", "09:00 daily")]
    [InlineData("9 am mon, wed and fri", "09:00 Mon, Wed, Fri")]
    [InlineData("17.30  weekends", "17:30 weekends")]
    public void Reads_a_time_and_days_and_writes_them_so_that_they_can_be_read_again(string typed, string written)
    {
        Assert.Equal(written, DailyHour.Read(typed)?.ToString());
        Assert.Equal(DailyHour.Read(typed), DailyHour.Read(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("weekdays")]
    [InlineData("25:00")]
    [InlineData("09:00 sometimes")]
    [InlineData("09:00 10:00")]
    public void Takes_nothing_else(string typed) => Assert.Null(DailyHour.Read(typed));

    [Fact]
    public void When_the_hour_strikes_each_group_whose_day_it_is_has_its_question_asked_at_once()
    {
        var slot = new Slot(Zone, new(9, 0));
        var attic = new StreamId("group", "terminal:attic");
        var due = new SlotInput.Due(From(PersonId.Bot, "09:00"), Since: null) { Groups = [(Hall, DrillDays.Weekdays), (attic, DrillDays.Weekends)] };

        var decision = SlotDesk.Decide(new(slot, null), due);

        Assert.Equal([DailyDesk.AskAt(Day, At("09:00"), At("09:00"))], decision.Effects.OfType<Effect.Later>().Where(later => later.To.Kind == Daily.StreamName));
    }

    [Fact]
    public void Late_on_the_same_day_it_is_asked_for_the_instant_that_was_meant()
    {
        var due = new SlotInput.Due(From(PersonId.Bot, "20:00"), Since: null) { Groups = [(Hall, DrillDays.Daily)] };

        var decision = SlotDesk.Decide(new(new(Zone, new(9, 0)), Monday.AddDays(-3)), due);

        Assert.Equal([DailyDesk.AskAt(Day, At("09:00"), At("20:00"))], decision.Effects.OfType<Effect.Later>().Where(later => later.To.Kind == Daily.StreamName));
    }

    [Fact]
    public void It_comes_also_when_the_only_person_of_that_hour_begins_tomorrow()
    {
        var due = new SlotInput.Due(From(PersonId.Bot, "09:00"), Since: Monday.AddDays(1)) { Groups = [(Hall, DrillDays.Daily)] };

        Assert.Contains(SlotDesk.Decide(new(new(Zone, new(9, 0)), null), due).Effects, effect => effect == DailyDesk.AskAt(Day, At("09:00"), At("09:00")));
    }

    [Fact]
    public void Days_that_are_over_bring_no_question()
    {
        var due = new SlotInput.Due(From(PersonId.Bot, "08:00"), Since: Monday.AddDays(-9)) { Groups = [(Hall, DrillDays.Daily)] };

        Assert.DoesNotContain(SlotDesk.Decide(new(new(Zone, new(9, 0)), Monday.AddDays(-4)), due).Effects.OfType<Effect.Later>(), later => later.To.Kind == Daily.StreamName);
    }

    [Fact]
    public void A_date_that_has_struck_strikes_for_no_group_again()
    {
        var due = new SlotInput.Due(From(PersonId.Bot, "09:00"), Since: null) { Groups = [(Hall, DrillDays.Daily)] };

        Assert.DoesNotContain(SlotDesk.Decide(new(new(Zone, new(9, 0)), Monday), due).Effects.OfType<Effect.Later>(), later => later.To.Kind == Daily.StreamName);
    }
}
