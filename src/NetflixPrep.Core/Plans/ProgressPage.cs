using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Plans;

/// <summary><c>/plan progress</c>: minutes planned against minutes practised, area by area, and the check-list.</summary>
internal static class ProgressPage
{
    public static Message For(PlanSheet sheet, Seq<Done> done, DateOnly today)
    {
        var setup = sheet.Setup!;
        var areas = Planner.Progress(setup, done, today);
        var plan = Planner.Build(setup, done, today);
        return new(Prose.Paragraphs(
            Prose.Of($"Practised up to now, of what was planned up to yesterday; in brackets the whole plan."),
            Prose.Lines(areas.Where(area => area.PlannedInAll > 0 || area.Done > 0).Select(Line)),
            Prose.Lines(
                Prose.Markdown($"**All in all:** {PlanWording.Long(areas.Sum(area => area.Done))} of {PlanWording.Long(areas.Sum(area => area.PlannedSoFar))} ({PlanWording.Long(areas.Sum(area => area.PlannedInAll))})"),
                plan.Missed == 0 ? Prose.Empty : Prose.Markdown($"Days of practice without any: {plan.Missed}"),
                plan.LeftOut == 0 ? Prose.Empty : Prose.Markdown($"Left out, because it does not fit any more: {PlanWording.Long(plan.LeftOut)}"),
                Prose.Markdown($"Check-list: words for {sheet.Proofs.Count} of {Proofs.All.Count} lines")),
            PlanPage.GivenProofs(sheet.Proofs),
            Prose.Of($"Minutes are those of mocks and drills. {new CommandRef(CommandTable.Plan, PlanPage.Today)} says what to do now.")))
        {
            Title = "Planned and practised",
        };
    }

    private static Prose Line(AreaMinutes area) => Prose.Markdown(
        $"- {PlanPage.Capital(PlanWording.Label(area.Area))}: {PlanWording.Long(area.Done)} of {PlanWording.Long(area.PlannedSoFar)} ({PlanWording.Long(area.PlannedInAll)})");
}
