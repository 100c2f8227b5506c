using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Histories;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Tests.Interviews;

namespace NetflixPrep.Core.Tests.Histories;

public class PageTests
{
    private static readonly SessionEvent[] Whole =
        [A.Started, A.Asked, A.Answered("the goal", 1), A.Finished(10), A.Probed("ask-baseline", 10, "no baseline was mentioned"), A.ProbeFinished(12), A.Invited(12), A.QuestionsOver(13), A.ScoresSkipped(), A.Debriefed(), A.Chose(), A.Ended(Ending.Complete, 14)];

    [Fact]
    public void A_session_is_one_line_with_minutes_ending_and_what_to_fix()
    {
        var page = HistoryPage.For([Past(Whole)], 1, [], everywhere: false, Day);

        Assert.StartsWith("- 2026-03-02 · System design · Homepage rows · 12 min · to the end · to fix: No baseline", page.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_was_not_asked_yet_stays_a_surprise()
    {
        var page = HistoryPage.For([Past(A.Started), Past(A.Started, A.Ended(Ending.Stopped, 0))], 2, [], everywhere: false, Day);

        Assert.StartsWith("- 2026-03-02 · System design · open\n- 2026-03-02 · System design · closed before it began\n", page.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sessions_beyond_the_lines_are_counted() =>
        Assert.Contains("\n- and 3 before these", HistoryPage.For([Past(Whole)], 4, [], everywhere: true, Day).Body.ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_ledger_says_what_came_back() =>
        Assert.Contains("- No baseline: chosen twice, held once, slipped 3 times, came back on 2026-03-02",
            HistoryPage.For([Past(Whole)], 1, [new("No baseline", 2, 1, 3, A.TenOClock)], everywhere: false, Day).Body.ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_ledger_puts_what_peers_named_beside_what_was_chosen()
    {
        var body = HistoryPage.For([Past(Whole)], 1,
            [
                new("No baseline", 1, 0, 0, null) { Peers = new(3, [new("Late roll-out", 2), new("No baseline", 1)]) },
                new("No metric", 1, 0, 0, null) { Peers = new(2, []) },
            ], everywhere: false, Day, unchosen: new(3, [new("No metric", 2)])).Body.ToString();

        Assert.Contains("- No baseline: chosen once, peers named: Late roll-out (2 of 3), No baseline (1 of 3)\n- No metric: chosen once, 2 peers named none\n\nWhere you chose nothing, peers named: No metric (2 of 3)\n\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_sessions_it_says_how_to_begin() =>
        Assert.Equal("You have no sessions in this group yet. /mock start opens the first.", HistoryPage.For([], 0, [], everywhere: false, Day).Body.ToString());

    [Fact]
    public void Why_names_the_question_and_the_recorded_reason_of_each_follow_up()
    {
        var text = Why([], Whole);

        Assert.StartsWith("**The question:** Homepage rows. It fits what was asked for", text, StringComparison.Ordinal);
        Assert.Contains("- Min 11: Question ask-baseline? Why: no baseline was mentioned.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_says_that_a_question_was_named() =>
        Assert.StartsWith("**The question:** Homepage rows. You named it.", Why([], [A.StartedWith(A.Setup with { Named = true }), .. Whole[1..]]), StringComparison.Ordinal);

    [Fact]
    public void Why_admits_what_may_have_been_shown_twice() =>
        Assert.Contains("**Perhaps shown twice:** 10:02, 10:07.", Why([A.Min(2), A.Min(7)], Whole), StringComparison.Ordinal);

    [Fact]
    public void Why_gives_no_question_away_that_was_never_asked() =>
        Assert.Equal("Session 7k2m9q4d was closed before it began, so nothing was asked.", Why([], A.Started, A.Ended(Ending.Stopped, 0)));

    private static string Why(Seq<DateTimeOffset> sentAgain, params SessionEvent[] facts) =>
        WhyPage.For((Session.Finished)Specification.Given(facts).Session, [Fixture.Script], sentAgain, "2026-03-02").Body.ToString();

    private static PastSession Past(params SessionEvent[] facts) => PastSession.Of(A.TenOClock, Specification.Given(facts).Session, [Fixture.Script]);

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
