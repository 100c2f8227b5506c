using NetflixPrep.Core.Drills;
using static NetflixPrep.Core.Tests.Drills.PracticeOutcome;

namespace NetflixPrep.Core.Tests.Drills;

public class DrillStatusPageTests
{
    private static readonly DateTimeOffset Now = D.At(2, "07:00");

    private static readonly (string State, string Said)[] Became =
    [
        ("sent", "Sent:"), ("away", "Not sent: you were away."), ("skipped", "Not sent: you had left it out."), ("quiet", "Not sent: it was quiet until the day was over."),
        ("missed", "Not sent: I was not running while it was still that day."), ("off", "Not sent: drills were off or paused."), ("put-off", "Put off to later that day."),
        ("no-question", "Not sent: the bank had nothing to ask."), ("due", "It waits its turn"),
    ];

    /// <summary>Every page there is, for the words on it.</summary>
    internal static IEnumerable<string> EveryPage() =>
        Became.Select(became => Why(became.State)).Concat(Pages.Value);

    private static readonly Lazy<List<string>> Pages = new(() =>
    [
        Status(D.On()), Status(), Status(D.On(), D.Sent(2)), Status(D.On(), new PracticeEvent.WentAway(Now, D.Day(9))),
        Status(D.On(), new PracticeEvent.Paused(Now, PauseReason.DmClosed)), Status(D.On(), new PracticeEvent.Paused(Now, PauseReason.Unanswered)), DrillStatusPage.NoDrill().Body.ToString(),
    ]);

    [Fact]
    public void It_says_when_the_next_one_comes_there() => Assert.Contains("08:30, daily, Europe/Dublin, about 10 minutes.\nNext: Mon 2 Mar", Status(D.On()), StringComparison.Ordinal);

    [Fact]
    public void Without_drills_it_says_how_to_turn_them_on() => Assert.StartsWith("Drills are off.", Status(), StringComparison.Ordinal);

    [Theory]
    [InlineData(PauseReason.DmClosed, "Paused: I could not write to you directly. Allow direct messages from me")]
    [InlineData(PauseReason.Unanswered, "Paused: 7 went by without an answer.")]
    public void A_pause_says_its_reason_and_the_way_out(PauseReason reason, string said) => Assert.Contains(said, Status(D.On(), new PracticeEvent.Paused(Now, reason)), StringComparison.Ordinal);

    [Fact]
    public void It_says_how_long_one_is_away_until_it_is_over()
    {
        Assert.Contains("Away until Mon 9 Mar.", Status(D.On(), new PracticeEvent.WentAway(Now, D.Day(9))), StringComparison.Ordinal);
        Assert.DoesNotContain("Away until", Status(D.On(), new PracticeEvent.WentAway(Now, D.Day(1))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_one_can_still_be_answered() => Assert.Contains("The drill of Mon 2 Mar is open; it can still be answered.", Status(D.On(), D.Sent(2)), StringComparison.Ordinal);

    [Fact]
    public void Every_state_of_a_date_has_its_own_words() =>
        Assert.All(Became, became => Assert.Contains(became.Said, Why(became.State), StringComparison.Ordinal));

    [Fact]
    public void A_drill_says_what_was_asked_why_and_what_became_of_it()
    {
        Assert.Contains("Asked: Homepage rows. System design is furthest behind", WhyOf(D.Offered()), StringComparison.Ordinal);
        Assert.Contains("Not answered so far; it can still be.", WhyOf(D.Offered()), StringComparison.Ordinal);
        Assert.Contains("Answered, with 1 message.", WhyOf(D.Offered(), D.Given("the goal"), D.Over()), StringComparison.Ordinal);
        Assert.Contains("You left it out.", WhyOf(D.Offered(), D.Over(DrillEnding.Skipped)), StringComparison.Ordinal);
        Assert.Contains("The follow-up came because of: a baseline was not mentioned.", WhyOf(D.Offered(), D.Given("the goal"), D.Probed()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_have_been_seen_twice_is_said() =>
        Assert.Contains("Perhaps shown twice", DrillStatusPage.Why(Row("sent"), null, null, D.Dublin, [Now]).Body.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_day_without_one_is_said_to_be() => Assert.StartsWith("No drill was due on that day.", DrillStatusPage.NoDrill().Body.ToString(), StringComparison.Ordinal);

    private static string Status(params PracticeEvent[] facts) => DrillStatusPage.For(StateOf(facts), Now).Body.ToString();

    private static DueDrill Row(string state) => new(D.Day(2), D.At(2, "08:30"), state, state == "due" ? null : D.At(2, "08:30"));

    private static string Why(string state) => DrillStatusPage.Why(Row(state), null, null, D.Dublin, []).Body.ToString();

    private static string WhyOf(params DrillEvent[] facts) => DrillStatusPage.Why(Row("sent"), (Drill.Offered)DrillOutcome.StateOf(facts), "Homepage rows", D.Dublin, []).Body.ToString();
}
