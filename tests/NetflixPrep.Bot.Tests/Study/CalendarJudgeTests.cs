using System.Globalization;
using System.Text.Json;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Plans;

namespace NetflixPrep.Bot.Tests.Study;

/// <summary>ical.js, the reader behind calendars in browsers, on the calendar files of plans.</summary>
public sealed class CalendarJudgeTests
{
    private static readonly NodeJudge Node = new("Study");
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    /// <summary>Zones, with a Monday three weeks before their clocks change, where they do.</summary>
    public static TheoryData<string, string, bool> Plans => new()
    {
        { "Europe/Dublin", "2026-03-09", true },
        { "Europe/Dublin", "2026-10-05", true },
        { "America/New_York", "2026-02-16", true },
        { "America/New_York", "2026-10-12", true },
        { "Asia/Kolkata", "2026-03-09", false },
        { "Australia/Lord_Howe", "2026-03-16", true },
        { "Australia/Lord_Howe", "2026-09-14", true },
        { "America/Sao_Paulo", "2026-02-16", false },
        { "UTC", "2026-03-09", false },
    };

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Plans))]
    public async Task Every_appointment_is_read_back_at_its_hour_in_its_zone(string zone, string monday, bool changes)
    {
        Node.SkipUnlessThere("ical.js");
        var plan = Made(zone, DateOnly.Parse(monday, CultureInfo.InvariantCulture));
        var days = plan.Days.Where(day => day.Kind != DayKind.Rest).ToList();

        var read = await ReadAsync(PlanFiles.CalendarOf(new("plan", "terminal:one:ana"), plan, new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)));

        Assert.Equal(days.Select(day => $"{day.Date:yyyy-MM-dd}T19:15:00 {zone} {day.Minutes}"), read.SkipLast(1).Select(each => $"{each.Wall} {each.Zone} {each.Minutes}"));
        Assert.Equal(days.Select(day => Offset(day.Date, zone)), read.SkipLast(1).Select(each => each.Offset));
        Assert.Equal(changes, read.SkipLast(1).Select(each => each.Offset).Distinct().Count() > 1);
        Assert.Equal((plan.Setup.Interview.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), true, "Interview"), (read[^1].Wall, read[^1].IsDay, read[^1].Summary));
        Assert.Equal(read.Count, read.Select(each => each.Uid).Distinct().Count());
        Assert.All(days.Zip(read), pair => Assert.EndsWith($"\nWhy: {pair.First.Why}.", pair.Second.Description, StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Any_text_comes_back_to_the_letter()
    {
        Node.SkipUnlessThere("ical.js");
        var text = string.Concat(Enumerable.Repeat("one; two, three\\n four:\nfünf 日本 😀 \"six\" ", 8)).Trim();

        var read = Assert.Single(await ReadAsync(CalendarFile.Write("Plan", "Asia/Kolkata", [new("u", new(2026, 3, 2), new(7, 0), 5, text, text)], new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero))));

        Assert.Equal((text, text), (read.Summary, read.Description));
    }

    private static int Offset(DateOnly date, string zone) =>
        (int)(date.ToDateTime(new(19, 15)) - ZonedDays.At(date, new(19, 15), zone).UtcDateTime).TotalSeconds;

    private static Plan Made(string zone, DateOnly monday) => Planner.Build(new()
    {
        Person = new("terminal", "one", "ana"),
        Interview = monday.AddDays(42),
        HoursPerWeek = 6,
        Level = "L5",
        Zone = zone,
        Time = new(19, 15),
        MadeOn = monday,
    }, [], monday);

    private static async Task<List<Read>> ReadAsync(string file) =>
        JsonSerializer.Deserialize<List<Read>>(await Node.AskAsync("calendar.mjs", JsonSerializer.Serialize(file) + "\n", TestContext.Current.CancellationToken), Camel)!;

    private sealed record Read(string Uid, string? Zone, string Wall, bool IsDay, int Offset, int Minutes, string Summary, string Description);
}
