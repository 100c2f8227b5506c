using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Plans;

namespace NetflixPrep.Core.Tests.Plans;

/// <summary>Plans that show only what matters. The usual one is six weeks of six hours, made on Monday 5 January 2026.</summary>
internal static class P
{
    internal static readonly PersonId Ada = new("terminal", "hall", "ada");
    internal static readonly StreamId Stream = new("plan", Ada.ToString());
    internal static readonly DateOnly Monday = new(2026, 1, 5);

    internal static PlanSetup Setup(int days = 42, int hours = 6) => new()
    {
        Person = Ada,
        Interview = Monday.AddDays(days),
        HoursPerWeek = hours,
        Level = "L5",
        Zone = "Europe/Dublin",
        Time = new(19, 0),
        MadeOn = Monday,
    };

    internal static Plan Build(PlanSetup setup, int day = 0, params Seq<Done> done) => Planner.Build(setup, done, Monday.AddDays(day));

    /// <summary>Lives through the plan: on each day that the person keeps, what is planned for it is done.</summary>
    internal static IEnumerable<(Plan Plan, Seq<Done> Before)> Live(PlanSetup setup, Func<DateOnly, bool> keeps)
    {
        var done = Seq<Done>.Empty;
        for (var today = setup.MadeOn; today < setup.Interview; today = today.AddDays(1))
        {
            var plan = Planner.Build(setup, done, today);
            yield return (plan, done);
            if (plan.Day(today) is { Area: { } area } day && keeps(today)) done = done.Add(new(area, today, day.Minutes));
        }
    }

    internal static int MinutesOf(this Plan plan, string area) => plan.Days.Where(day => day.Area == area).Sum(day => day.Minutes);

    internal static int Minutes(this Plan plan) => plan.Days.Sum(day => day.Minutes);

    internal static DateTimeOffset Evening(int day = 0) => new DateTimeOffset(2026, 1, 5, 18, 0, 0, TimeSpan.Zero).AddDays(day);

    internal static Origin From(int day = 0, PersonId? who = null) => new($"d{day}", who ?? Ada, new("terminal", "#hall"), Evening(day));
}
