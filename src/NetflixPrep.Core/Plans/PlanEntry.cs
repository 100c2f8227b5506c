using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Plans;

/// <summary>Holds what was typed against what a plan can be: all of it is taken, or nothing with a sentence for each part that cannot be.</summary>
internal static class PlanEntry
{
    private const int MostDaysAhead = 366;

    private static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d"];

    // Told apart from each other whatever comes first, unlike 02/03/2027.
    private static readonly string[] OtherDates = ["d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d-MMM-yyyy", "yyyyMMdd"];
    private static readonly string[] Times = ["H:mm", "HH:mm", "H.mm"];

    /// <param name="before">What is changed; null when it is made anew.</param>
    /// <param name="zone">The zone when none is named.</param>
    public static (PlanSetup? Setup, Seq<Prose> Complaints) Read(PlanSetup? before, PersonId person, Seq<Argument> arguments, string zone, DateTimeOffset at)
    {
        var complaints = new List<Prose>();
        var named = Value("zone");
        if (named is not null && Zones.Find(named) is null)
            complaints.Add(Prose.Typed(Zones.Nearest(named) is { } near ? $"zone: there is no {named}. Did you mean zone:{near}?" : "zone: is a name such as Europe/Dublin or America/New_York."));
        var lives = (named is null ? null : Zones.Find(named)) ?? before?.Zone ?? zone;
        var today = ZonedDays.DateOf(at, lives);
        var renewed = before is not null && before.Interview <= today;

        var time = before?.Time ?? PlanSetup.UsualTime;
        if (Value("time") is { } clock && !TimeOnly.TryParseExact(clock, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
            complaints.Add(Prose.Typed("time: is a time of day such as 19:00."));

        var interview = before?.Interview ?? default;
        if (Value("interview-date") is { } typed) complaints.AddRange(Day(typed, today, out interview));
        else if (before is null) complaints.Add(Prose.Of($"I need the day of the interview first, such as {new CommandRef(CommandTable.Plan, "interview-date:2027-01-15")}."));
        else if (renewed) complaints.Add(Prose.Of($"That interview is over. {new CommandRef(CommandTable.Plan, "interview-date:2027-01-15")} plans for the next one."));

        return complaints.Count > 0 ? (null, complaints.ToSeq()) : (new()
        {
            Person = before?.Person ?? person,
            Interview = interview,
            HoursPerWeek = Value("hours-per-week") is { } hours ? int.Parse(hours, CultureInfo.InvariantCulture) : before?.HoursPerWeek ?? PlanSetup.UsualHours,
            Level = Value("level") ?? before?.Level ?? PlanSetup.UsualLevel,
            Zone = lives,
            Time = time,
            MadeOn = before is null || renewed ? today : before.MadeOn,
        }, []);

        string? Value(string name) => arguments.FirstOrDefault(argument => argument.Name == name)?.Value.Trim();
    }

    private static IEnumerable<Prose> Day(string typed, DateOnly today, out DateOnly day)
    {
        if (!DateOnly.TryParseExact(typed, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day))
        {
            return [Prose.Typed(DateOnly.TryParseExact(typed, OtherDates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var meant)
                ? $"interview-date: is written year-month-day. Did you mean interview-date:{Written(meant)}?"
                : $"interview-date: I can read no day in \"{typed}\". Write it as year-month-day, such as 2027-01-15.")];
        }
        if (day < today) return [Prose.Of($"interview-date: {Written(day)} is over. Which day is your next interview?")];
        if (day == today) return [Prose.Of($"That is today, so there is no day left to plan. All the best; {new CommandRef(CommandTable.Plan)} is here for the next one.")];
        return day.DayNumber - today.DayNumber > MostDaysAhead
            ? [Prose.Of($"interview-date: {Written(day)} is more than a year ahead. Six weeks are the full plan, so come back when it is nearer.")]
            : [];
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
