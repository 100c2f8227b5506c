using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Plans;

/// <summary>The plan as files to take along: a calendar, and Markdown.</summary>
public static class PlanFiles
{
    public const string Calendar = "calendar";
    public const string Markdown = "markdown";

    /// <summary>Null when the view is no file, or there is nothing to write.</summary>
    public static Message? Of(PlanSheet sheet, Seq<Done> done, DateTimeOffset at, string view)
    {
        if (sheet.Setup is not { } setup) return PlanPage.None();
        var plan = Planner.Build(setup, done, ZonedDays.DateOf(at, setup.Zone));
        return view switch
        {
            Calendar or Markdown when plan.Days.Count == 0 => PlanPage.Of(sheet, done, at, PlanPage.Today),
            Calendar => new(Prose.Of($"Your plan from today on, as a calendar file: {setup.Zone}, {Written(setup.Time)} on each day of practice. Open it with your calendar. Taken again after a change, it replaces what you imported."))
            {
                Attachment = new("study-plan.ics", CalendarOf(sheet.Stream, plan, at)),
            },
            Markdown => new(Prose.Of($"Your plan from today on, as Markdown; any editor opens it.")) { Attachment = new("study-plan.md", MarkdownOf(sheet, plan)) },
            _ => null,
        };
    }

    /// <summary>From today on: one appointment each day of practice, and the interview as a whole day.</summary>
    public static string CalendarOf(StreamId stream, Plan plan, DateTimeOffset at) => CalendarFile.Write("Interview practice", plan.Setup.Zone,
    [
        .. plan.Days.Where(day => day.Kind != DayKind.Rest).Select(day => new Appointment(
            Uid(stream, day.Date), day.Date, plan.Setup.Time, day.Minutes, $"Practice: {Label(day)}",
            string.Join('\n', [.. day.Steps.Select((step, number) => $"{number + 1}. {Line(step)}"), $"Why: {day.Why}."]))),
        new(Uid(stream, plan.Setup.Interview), plan.Setup.Interview, null, 0, "Interview", ""),
    ], at);

    private static string MarkdownOf(PlanSheet sheet, Plan plan) => string.Join('\n',
    [
        "# Study plan", "",
        $"Interview on {PlanWording.LongDay(plan.Setup.Interview)} {plan.Setup.Interview.Year.ToString(CultureInfo.InvariantCulture)}, level {plan.Setup.Level}, {plan.Setup.HoursPerWeek.ToString(CultureInfo.InvariantCulture)} hours a week at {Written(plan.Setup.Time)} ({plan.Setup.Zone}).", "",
        PlanPage.Length(plan).ToString(), "",
        .. plan.Days.Where(day => day.Kind != DayKind.Rest).SelectMany(day => (string[])
        [
            $"## {PlanWording.Day(day.Date)}: {PlanWording.Name(day)}", "",
            .. day.Steps.Select((step, number) => $"{number + 1}. {Line(step)}"), "",
            $"Why: {day.Why}.", "",
        ]),
        "## Check-list, with your words as proof", "",
        .. Proofs.All.Select(item => $"- {item.Label} ({item.Source}): {Words(sheet, item)}"), "",
        PlanWording.Sources, "",
    ]);

    private static string Words(PlanSheet sheet, ProofItem item) =>
        sheet.Proofs.FirstOrDefault(proof => proof.Item == item.Id) is { } proof ? $"\"{proof.Text.ReplaceLineEndings(" ")}\"" : "no words yet";

    private static string Label(PlanDay day) => day.Kind == DayKind.NightBefore ? "the night before" : PlanWording.Label(day.Area!);

    private static string Line(PlanStep step) =>
        string.Create(CultureInfo.InvariantCulture, $"{PlanPage.Capital(step.What)}, {step.Minutes} min{(step.Command is { } command ? $": /{command.Verb}{(command.Arguments is { } more ? " " + more : "")}" : "")}");

    // Says nothing of whose plan it is.
    private static string Uid(StreamId stream, DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date:yyyyMMdd}-{Chance.From(stream.ToString()).Seed:x16}@netflixprep-bot");

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
