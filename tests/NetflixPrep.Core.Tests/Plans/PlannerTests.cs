using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Plans;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Tests.Plans;

public class PlannerTests
{
    public static TheoryData<int> Starts => [.. Enumerable.Range(1, 60)];

    public static TheoryData<int> Hours => [.. Enumerable.Range(PlanSetup.FewestHours, PlanSetup.MostHours)];

    [Theory]
    [MemberData(nameof(Hours))]
    public void Six_weeks_are_split_as_the_areas_say_within_five_points(int hours)
    {
        var plan = P.Build(P.Setup(hours: hours));

        Assert.All(Areas.All, area => Assert.InRange(100.0 * plan.MinutesOf(area.Id) / plan.Minutes(), area.Share - 5, area.Share + 5));
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public void The_minutes_of_a_week_are_the_hours_that_were_given(int hours)
    {
        var plan = P.Build(P.Setup(hours: hours));

        Assert.All(Enumerable.Range(0, 5), week => Assert.InRange(
            plan.Days.Where(day => (day.Date.DayNumber - P.Monday.DayNumber) / 7 == week).Sum(day => day.Minutes), hours * 60 * 0.92, hours * 60 * 1.08));
        Assert.InRange(plan.Minutes(), hours * 360 * 0.94, hours * 360 * 1.06);
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void Every_start_comes_to_the_hours_for_the_time_there_is_and_ends_the_night_before(int days)
    {
        var plan = P.Build(P.Setup(days));
        var weeks = Math.Min(days, 42) / 7.0;

        Assert.InRange(plan.Minutes(), (weeks * 360) - 100, (weeks * 360) + 100);
        Assert.Equal(DayKind.NightBefore, plan.Days[^1].Kind);
        Assert.Equal(plan.Setup.Interview.AddDays(-1), plan.Days[^1].Date);
        Assert.Equal(Math.Min(days, 42), plan.Days.Count);
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void Whatever_is_missed_no_day_is_piled_up_and_no_minute_is_promised_that_does_not_fit(int days)
    {
        foreach (var seed in Enumerable.Range(0, 4))
        {
            var setup = P.Setup(days, hours: 1 + (((days * 7) + (seed * 11)) % 30));
            var all = Planner.Progress(setup, [], setup.MadeOn).Sum(area => area.PlannedInAll);
            foreach (var (plan, before) in P.Live(setup, date => Chance.From($"{seed} {date}").Below(4) < seed))
            {
                Assert.All(plan.Days, day => Assert.InRange(day.Minutes, 0, plan.UsualDay * 1.5));
                Assert.InRange(plan.MinutesPerDay, 1, plan.UsualDay * 1.5);
                var wanted = all - before.Sum(each => each.Minutes);
                Assert.True(plan.Minutes() + plan.LeftOut >= wanted - (0.12 * wanted) - 60, $"{plan.Today}: {plan.Minutes()} planned and {plan.LeftOut} left out of {wanted}");
            }
        }
    }

    [Fact]
    public void Who_keeps_to_the_plan_ends_where_it_meant_to()
    {
        var (plan, done) = P.Live(P.Setup(), _ => true).Last();

        Assert.Equal(0, plan.Missed);
        Assert.All(Planner.Progress(P.Setup(), done, plan.Today), area => Assert.InRange(area.Done, area.PlannedSoFar - 75, area.PlannedSoFar + 75));
    }

    [Fact]
    public void Two_missed_days_make_the_days_to_come_a_little_longer()
    {
        var kept = P.Build(P.Setup(), day: 2, new("coding", P.Monday, 70), new Done("fundamentals", P.Monday.AddDays(1), 70));
        var missed = P.Build(P.Setup(), day: 2);

        Assert.Equal((0, 70), (kept.Missed, kept.MinutesPerDay));
        Assert.Equal((2, 75), (missed.Missed, missed.MinutesPerDay));
        Assert.True(missed.MinutesOf("coding") > kept.MinutesOf("coding"));
    }

    [Fact]
    public void A_week_follows_the_rhythm()
    {
        var week = P.Build(P.Setup()).Days.Take(7).ToList();

        Assert.Equal(["coding", "fundamentals", "design", null, "behaviour", "coding", null], week.Select(day => day.Area));
        Assert.Equal(DayKind.FullMock, week[5].Kind);
        Assert.Contains("day 1 of the weekly rhythm: coding and review (S2)", week[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_practised_much_gives_its_day_to_what_has_most_left()
    {
        var plan = P.Build(P.Setup(), day: 7, new Done("coding", P.Monday, 640));

        Assert.NotEqual("coding", plan.Days[0].Area);
        Assert.Contains("is covered, and system design has most left to do (ours)", plan.Days[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_six_weeks_system_design_comes_first_and_has_most()
    {
        var plan = P.Build(P.Setup(days: 28));

        Assert.Equal("design", plan.Days[0].Area);
        Assert.Equal("design", Areas.All.MaxBy(area => plan.MinutesOf(area.Id))!.Id);
        Assert.True(plan.MinutesOf("experimentation") > P.Build(P.Setup()).MinutesOf("experimentation") * 28 / 42);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Under_a_week_there_is_only_design_experimentation_stories_and_the_night_before(int days)
    {
        var plan = P.Build(P.Setup(days));

        Assert.Empty(plan.Days.Select(day => day.Area).Except(["design", "experimentation", "behaviour"]));
        Assert.Equal(DayKind.NightBefore, plan.Days[^1].Kind);
        Assert.DoesNotContain(plan.Days, day => day.Kind == DayKind.Rest);
    }

    [Fact]
    public void The_last_week_has_stories_designs_aloud_and_Python_under_time()
    {
        var week = P.Build(P.Setup()).Days.TakeLast(7).Where(day => day.Kind == DayKind.FinalWeek).ToList();

        Assert.Equal(5, week.Count);
        Assert.Contains(week, day => day.Steps.Any(step => step.What.Contains("Python", StringComparison.Ordinal)));
        Assert.Contains(week, day => day.Steps.Any(step => step.What.Contains("each of your stories", StringComparison.Ordinal)));
        Assert.InRange(week.Count(day => day.Area == "design"), 1, 2);
    }

    [Fact]
    public void Before_the_six_weeks_begin_and_from_the_interview_on_nothing_is_planned()
    {
        Assert.Null(Planner.TodayOf(P.Setup(60), [], P.Monday.AddDays(17)));
        Assert.NotNull(Planner.TodayOf(P.Setup(60), [], P.Monday.AddDays(18)));
        Assert.Null(Planner.AreaFor(P.Setup(60), [], P.Monday.AddDays(60)));
        Assert.Empty(P.Build(P.Setup(60), day: 61).Days);
    }

    [Fact]
    public void What_is_done_today_changes_only_tomorrow()
    {
        Seq<Done> today = [new("coding", P.Monday, 200)];

        Assert.Equal(P.Build(P.Setup()), P.Build(P.Setup(), 0, today));
        Assert.NotEqual(P.Build(P.Setup(), 1), P.Build(P.Setup(), 1, today));
    }

    [Fact]
    public void Each_mock_can_be_started_as_it_is_written()
    {
        var commands = from hours in Enumerable.Range(1, 30)
                       from day in P.Build(P.Setup(hours: hours)).Days
                       from step in day.Steps
                       where step.Command is not null
                       select $"/{step.Command!.Verb} {step.Command.Arguments}";

        Assert.All(commands.Distinct(), command => Assert.IsType<CommandLine.Parsed>(CommandLine.Read(command, CommandTable.All)));
    }
}
