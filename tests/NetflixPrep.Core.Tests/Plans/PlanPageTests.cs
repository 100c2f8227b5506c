using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Plans;

namespace NetflixPrep.Core.Tests.Plans;

public class PlanPageTests
{
    private static readonly PlanSheet Made = new PlanSheet(P.Stream).Evolve(new PlanEvent.Planned(P.Evening(), P.Setup()));

    public static TheoryData<string?, int> Views =>
        [.. from view in new[] { null, "today", "week", "all", "progress" } from day in new[] { 0, 1, 3, 5, 20, 35, 38, 41, 42, 50 } select new TheoryDataRow<string?, int>(view, day)];

    [Fact]
    public void Today_says_what_to_do_now_for_how_long_and_why()
    {
        var message = PlanPage.Of(Made, [], P.Evening(), PlanPage.Today);

        Assert.Equal("Today, Monday 5 January", message.Title);
        Assert.Equal("""
            **Today: coding, 70 min.**
            1. A timed problem, 45 min: /mock start round:coding minutes:45 level:L5
            2. Review: run it, name the cases you left out, and write the tests, 25 min

            Why: day 1 of the weekly rhythm: coding and review (S2).
            """.ReplaceLineEndings("\n"), message.Body.ToString());
    }

    [Fact]
    public void After_two_missed_days_it_says_that_the_plan_was_made_anew()
    {
        var text = PlanPage.Of(Made, [], P.Evening(2), PlanPage.Today).Body.ToString();

        Assert.Contains("2 days of practice went by without any; the plan is made anew from what is left. Days are 5 min longer than usual, never more than half as much again (ours).", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_is_that_of_the_plans_zone()
    {
        var sheet = new PlanSheet(P.Stream).Evolve(new PlanEvent.Planned(P.Evening(), P.Setup() with { Zone = "Pacific/Auckland" }));

        Assert.Equal("Today, Tuesday 6 January", PlanPage.Of(sheet, [], P.Evening(), PlanPage.Today).Title);
    }

    [Fact]
    public void A_line_of_the_check_list_shows_its_words_once_there_are_some()
    {
        var before = PlanPage.Of(Made, [], P.Evening(2), PlanPage.Today);
        var after = PlanPage.Of(Made.Evolve(new PlanEvent.ProofGiven(P.Evening(), "recommender", "Popularity first.")), [], P.Evening(2), PlanPage.Today);

        Assert.Equal("Proof: recommender", Assert.IsType<Control.Button>(Assert.Single(before.Controls)).Label);
        Assert.Contains("- A recommender from scratch (S1): From which data", before.Body.ToString(), StringComparison.Ordinal);
        Assert.Contains("- A recommender from scratch: \"Popularity first.\"", after.Body.ToString(), StringComparison.Ordinal);
        Assert.Empty(after.Controls);
    }

    [Fact]
    public void The_night_before_offers_every_line_without_words()
    {
        var night = PlanPage.Of(Made, [], P.Evening(41), PlanPage.Today);

        Assert.Contains("the night before, 30 min", night.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(Proofs.All.Count, night.Controls.Count);
    }

    [Fact]
    public void Progress_sets_practised_against_planned_by_area()
    {
        var text = PlanPage.Of(Made, [new("coding", P.Monday, 45), new("design", P.Monday.AddDays(2), 60)], P.Evening(3), PlanPage.Progress).Body.ToString();

        Assert.Contains("- Coding: 45 min of 1 h 10 min (", text, StringComparison.Ordinal);
        Assert.Contains("- Fundamentals: 0 min of 1 h 10 min (", text, StringComparison.Ordinal);
        Assert.Contains("- System design: 1 h of 1 h 10 min (", text, StringComparison.Ordinal);
        Assert.Contains("**All in all:** 1 h 45 min of 3 h 30 min (", text, StringComparison.Ordinal);
        Assert.Contains("Days of practice without any: 1", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void No_view_judges_or_is_empty_on_any_day(string? view, int day)
    {
        var message = PlanPage.Of(Made, [], P.Evening(day), view);

        Assert.DoesNotMatch(@"(?i)\b(right|wrong|good|bad|correct|incorrect|great|poor)\b", message.Body.ToString());
        Assert.NotEqual("", message.Body.ToString());
        Assert.All(message.Controls.OfType<Control.Button>(), button => Assert.InRange(button.Label.Length, 1, 30));
    }

    [Fact]
    public void The_Markdown_file_has_every_day_to_come_and_the_check_list()
    {
        var file = PlanFiles.Of(Made, [], P.Evening(), PlanFiles.Markdown)!.Attachment!;

        Assert.Equal(("study-plan.md", 31), (file.Name, file.Text.Split("\n## ").Length - 2));
        Assert.Contains("## Mon 5 Jan: coding, 70 min\n\n1. A timed problem, 45 min: /mock start round:coding minutes:45 level:L5\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("- A story with a number (S2): no words yet\n", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_calendar_keeps_its_names_and_says_when_it_was_written()
    {
        var (first, again) = (Calendar(day: 0), Calendar(day: 2));

        Assert.Contains("\r\nDTSTAMP:20260105T180000Z\r\n", first, StringComparison.Ordinal);
        Assert.Equal(32, Uids(first).Count);
        Assert.Equal(30, Uids(again).Count);
        Assert.Subset(Uids(first), Uids(again));
        Assert.DoesNotContain("ada", first, StringComparison.Ordinal);
    }

    private static string Calendar(int day) => PlanFiles.Of(Made, [], P.Evening(day), PlanFiles.Calendar)!.Attachment!.Text;

    private static HashSet<string> Uids(string file) => [.. file.Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];
}
