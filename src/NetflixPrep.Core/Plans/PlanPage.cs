using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Plans;

/// <summary>What <c>/plan</c> shows: at a glance, today, a week, all of it, and planned against practised.</summary>
public static class PlanPage
{
    public const string Today = "today";
    public const string Week = "week";
    public const string All = "all";
    public const string Progress = "progress";

    private const int MostButtons = 3;

    public static Message None() => new(Prose.Of($"You have no plan yet. Say when the interview is: {new CommandRef(CommandTable.Plan, "interview-date:2027-01-15 hours-per-week:6 level:L5")}."))
    {
        Title = "Your plan",
    };

    /// <param name="view">One of the names above; null for a glance.</param>
    public static Message Of(PlanSheet sheet, Seq<Done> done, DateTimeOffset at, string? view) => sheet.Setup is null ? None() : view switch
    {
        Today => OfToday(sheet, done, at),
        Week => OfWeek(sheet, done, at),
        All => Whole(sheet, done, at),
        Progress => ProgressPage.For(sheet, done, ZonedDays.DateOf(at, sheet.Setup.Zone)),
        _ => Overview(sheet, done, at, saved: false),
    };

    /// <summary>Today's line and the next three days of practice; App Home shows it too.</summary>
    internal static Message Overview(PlanSheet sheet, Seq<Done> done, DateTimeOffset at, bool saved)
    {
        var (setup, plan) = Made(sheet, done, at);
        var next = plan.Days.Where(day => day.Date > plan.Today && day.Kind != DayKind.Rest).Take(3).ToSeq();
        return new(Prose.Paragraphs(
            Prose.Lines(
                Prose.Of($"{Prose.Markdown(saved ? "Saved. " : "")}Interview on {PlanWording.LongDay(setup.Interview)} {setup.Interview.Year}, {Prose.Markdown(setup.Level)}, {setup.HoursPerWeek} h a week at {setup.Time.ToString("HH:mm", CultureInfo.InvariantCulture)}, {setup.Zone}."),
                Length(plan)),
            Prose.Lines(
                Glance(plan, done),
                next.Count == 0 ? Prose.Empty : Prose.Of($"Then: {Prose.Join("; ", next.Select(day => Prose.Markdown($"{PlanWording.Day(day.Date)} {PlanWording.Name(day)}")))}."),
                Replanned(plan)),
            plan.DaysLeft <= 0 ? Prose.Empty
                : Prose.Of($"{new CommandRef(CommandTable.Plan, Today)} says what to do now; {new CommandRef(CommandTable.Plan, Week)}, all and progress show more, calendar and markdown give you files.")))
        {
            Title = "Your plan",
        };
    }

    private static Message OfToday(PlanSheet sheet, Seq<Done> done, DateTimeOffset at)
    {
        var (_, plan) = Made(sheet, done, at);
        if (plan.Day(plan.Today) is not { } day || day.Kind == DayKind.Rest)
        {
            return new(Prose.Lines(Glance(plan, done), plan.Days.FirstOrDefault(each => each.Date > plan.Today && each.Kind != DayKind.Rest) is { } next
                ? Prose.Of($"Next: {Prose.Markdown($"{PlanWording.Day(next.Date)}, {PlanWording.Name(next)}")}.")
                : Prose.Empty))
            {
                Title = $"Today, {PlanWording.LongDay(plan.Today)}",
            };
        }
        var open = Proofs.Open(day, sheet.Proofs);
        return new(Prose.Paragraphs(
            Prose.Lines([Glance(plan, done), .. day.Steps.Select((step, number) => Prose.Of($"{number + 1}. {Step(step)}"))]),
            Prose.Lines(Prose.Markdown($"Why: {day.Why}."), Replanned(plan)),
            CheckList(day, sheet.Proofs)))
        {
            Title = $"Today, {PlanWording.LongDay(plan.Today)}",
            Controls = [.. open.Take(day.Kind is DayKind.FinalWeek or DayKind.NightBefore ? Proofs.All.Count : MostButtons).Select(item => PlanWording.Button(sheet.Stream, item))],
        };
    }

    private static Message OfWeek(PlanSheet sheet, Seq<Done> done, DateTimeOffset at)
    {
        var (_, plan) = Made(sheet, done, at);
        var week = plan.Days.Take(7).ToSeq();
        var open = week.SelectMany(day => Proofs.Open(day, sheet.Proofs)).Distinct().ToSeq();
        return new(Prose.Paragraphs(
            week.Count == 0 ? Glance(plan, done) : Prose.Lines(week.Select(Line)),
            Replanned(plan),
            Prose.Markdown(PlanWording.Sources)))
        {
            Title = "Your next seven days",
            Controls = [.. open.Take(MostButtons).Select(item => PlanWording.Button(sheet.Stream, item))],
        };
    }

    private static Message Whole(PlanSheet sheet, Seq<Done> done, DateTimeOffset at)
    {
        var (_, plan) = Made(sheet, done, at);
        return new(Prose.Paragraphs(
        [
            Length(plan),
            plan.Days.Count == 0 ? Glance(plan, done) : Prose.Empty,
            .. plan.Days.GroupBy(day => (plan.Setup.Interview.DayNumber - day.Date.DayNumber - 1) / 7)
                .Select(week => Prose.Lines([Prose.Markdown(Heading(week.Key)), .. week.Where(day => day.Kind != DayKind.Rest).Select(Line)])),
            Replanned(plan),
            GivenProofs(sheet.Proofs),
            Prose.Markdown(PlanWording.Sources),
        ]))
        {
            Title = "Your plan, all of it",
            Long = true,
        };
    }

    internal static string Heading(int weeksAfter) => weeksAfter switch
    {
        0 => "**Last week**",
        1 => "**The week before**",
        _ => $"**{weeksAfter} weeks before the last**",
    };

    /// <summary>Each line that has words, with them.</summary>
    internal static Prose GivenProofs(Seq<Proof> proofs) => proofs.Count == 0 ? Prose.Empty : Prose.Lines(
    [
        Prose.Of($"**Check-list, in your words**"),
        .. proofs.Select(proof => Prose.Of($"- {Prose.Markdown(Proofs.Find(proof.Item)?.Label ?? proof.Item)}: \"{proof.Text}\"")),
    ]);

    internal static Prose Step(PlanStep step) => step.Command is { } command
        ? Prose.Of($"{Prose.Markdown(Capital(step.What))}, {step.Minutes} min: {command}")
        : Prose.Of($"{Prose.Markdown(Capital(step.What))}, {step.Minutes} min");

    /// <summary>How long it is and where it comes from.</summary>
    internal static Prose Length(Plan plan) => plan.Length switch
    {
        PlanLength.Full => Prose.Of($"Six weeks, built back from the interview: split and weekly rhythm are S2's, the last week is S1's, the days and minutes are ours."),
        PlanLength.Shorter => Prose.Of($"Less than six weeks: system design and experimentation first, rare puzzles dropped, one project reused in every round (S2). The split and the days are ours."),
        _ => Prose.Of($"Less than a week: only system design, experimentation, your stories and the night before. That choice is ours."),
    };

    private static Prose Line(PlanDay day) => Prose.Markdown($"- {PlanWording.Day(day.Date)}: {PlanWording.Name(day)}{(day.Kind is DayKind.Rest or DayKind.NightBefore ? "" : $". {Capital(day.Steps[0].What)}")}");

    /// <summary>What today is, in one line.</summary>
    private static Prose Glance(Plan plan, Seq<Done> done)
    {
        if (plan.DaysLeft < 0) return Prose.Of($"That interview is over. {new CommandRef(CommandTable.Plan, "interview-date:2027-01-15")} plans for the next one.");
        if (plan.DaysLeft == 0) return Prose.Of($"Your interview is today. Nothing is planned: eat, sleep, go.");
        if (plan.Today < plan.Start) return Prose.Of($"The six weeks begin on {PlanWording.LongDay(plan.Start)}. Until then write down a story now and then: {new CommandRef(CommandTable.StoryAdd)}.");
        var day = plan.Day(plan.Today)!;
        if (day.Kind == DayKind.Rest) return Prose.Of($"Today: rest.");
        var already = (int)Math.Round(done.Where(each => each.Date == plan.Today).Sum(each => each.Minutes), MidpointRounding.AwayFromZero);
        return Prose.Markdown($"**Today: {PlanWording.Name(day)}.**{(already > 0 ? $" {already} min practised so far." : "")}");
    }

    private static Prose Replanned(Plan plan)
    {
        if (plan.DaysLeft <= 0) return Prose.Empty;
        var longer = plan.MinutesPerDay - (int)(Math.Round(plan.UsualDay / 5, MidpointRounding.AwayFromZero) * 5);
        return Prose.Join(" ",
        [
            plan.Missed == 0 ? Prose.Empty : Prose.Markdown($"{(plan.Missed == 1 ? "One day of practice" : $"{plan.Missed} days of practice")} went by without any; the plan is made anew from what is left."),
            longer > 0 && plan.Missed > 0 ? Prose.Markdown($"Days are {longer} min longer than usual, never more than half as much again (ours).") : Prose.Empty,
            plan.LeftOut > 0 ? Prose.Markdown($"About {PlanWording.Long(plan.LeftOut)} do not fit any more and are left out; system design and experimentation are the last to lose (ours).") : Prose.Empty,
        ]);
    }

    private static Prose CheckList(PlanDay day, Seq<Proof> given)
    {
        var lines = day.Kind is DayKind.FinalWeek or DayKind.NightBefore ? Proofs.All : [.. Proofs.All.Where(item => item.Area == day.Area)];
        var open = Proofs.Open(day, given);
        var shown = lines.Where(item => open.Contains(item) || given.Any(proof => proof.Item == item.Id)).ToSeq();
        return shown.Count == 0 ? Prose.Empty : Prose.Lines(
        [
            Prose.Of($"Check-list, with your words as proof:"),
            .. shown.Select(item => given.FirstOrDefault(proof => proof.Item == item.Id) is { } proof
                ? Prose.Of($"- {Prose.Markdown(item.Label)}: \"{proof.Text}\"")
                : Prose.Markdown($"- {item.Label} ({item.Source}): {item.Asks}")),
        ]);
    }

    private static (PlanSetup Setup, Plan Plan) Made(PlanSheet sheet, Seq<Done> done, DateTimeOffset at)
    {
        var setup = sheet.Setup!;
        return (setup, Planner.Build(setup, done, ZonedDays.DateOf(at, setup.Zone)));
    }

    internal static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
