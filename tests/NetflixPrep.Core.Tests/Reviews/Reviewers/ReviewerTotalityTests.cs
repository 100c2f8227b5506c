using System.Text.RegularExpressions;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Reviews.Reviewers;

namespace NetflixPrep.Core.Tests.Reviews.Reviewers;

/// <summary>Every state with every input.</summary>
public partial class ReviewerTotalityTests
{
    private static readonly ReviewerEvent[][] Histories =
    [
        [],
        [new ReviewerEvent.OptedOut(V.Noon)],
        [V.Begun()],
        [V.Begun(), .. V.Scored(V.Paper, 5, 5, 1)],
        [V.Begun(), .. V.Scored(V.Paper, 5, 5, 1, 1, 3)],
        V.MissedOnce,
        [.. V.MissedOnce, V.Begun(V.Second), .. V.Scored(V.Second, 3, 3, 1, 1, 1)],
        V.MissedTwice,
        [V.Begun(), .. V.Scored(V.Paper, V.Agreed), new ReviewerEvent.LicenceGiven(V.Noon)],
    ];

    private static readonly List<(Reviewer Before, ReviewerInput Input, Decision<ReviewerEvent> Decision)> All =
    [
        .. from history in Histories
           let before = V.State(history)
           from input in Inputs(before)
           select (before, input, V.Decide(before, input)),
    ];

    [GeneratedRegex(@"\b(right|wrong|good|bad|correct|incorrect|well done|great|poor|fail\w*|pass\w*|test)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Judgement { get; }

    [Fact]
    public void Every_pair_is_answered_privately_and_can_be_folded()
    {
        Assert.All(All, pair => Assert.NotNull(pair.Decision.Events.Aggregate(pair.Before, (reviewer, fact) => reviewer.Evolve(fact))));
        Assert.All(All, pair => Assert.True(Assert.Single(pair.Decision.Effects) is Effect.Show { Only: { } only, Notify.Count: 0 } && only == V.Ben));
    }

    [Fact]
    public void Every_kind_of_licence_and_of_input_is_among_them()
    {
        Assert.Equal(typeof(Licence).GetNestedTypes().Select(type => type.Name).Order(), All.Select(pair => pair.Before.Licence.GetType().Name).Distinct().Order());
        Assert.Equal(typeof(ReviewerInput).GetNestedTypes().Select(type => type.Name).Order(), All.Select(pair => pair.Input.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Nothing_that_is_said_judges_anybody() =>
        Assert.All(All, pair => Assert.DoesNotMatch(Judgement, $"{pair.Decision.Told().Title} {pair.Decision.Said()}"));

    [Fact]
    public void Buttons_fit_their_limits() =>
        Assert.All(All.SelectMany(pair => pair.Decision.Told().Controls), control => Assert.True(control switch
        {
            Control.Button button => button.Label.Length <= 30 && button.Token.Length <= Token.MaxLength,
            Control.Select select => select.Token.Length <= Token.MaxLength && select.Options.All(option => option.Description?.Length <= 75),
            _ => false,
        }));

    [Fact]
    public void Every_state_can_be_looked_up()
    {
        var pages = Histories.Select(history => ReviewerLines.Status(V.State(history), licensed: false, isOff: false, new(2, 1), LicenceRule.Recommended, V.Noon).Body.ToString().Split('\n')[0]);

        Assert.Equal(
        [
            "- Licence: not taken yet", "- Licence: not taken yet", "- Licence: begun, 0 scores saved", "- Licence: begun, 3 scores saved", "- Licence: begun, 5 scores saved",
            "- Licence: one try taken, the second is open", "- Licence: begun, 5 scores saved", "- Licence: two tries taken, a new one in 20 hours", "- Licence: not taken yet",
        ], pages);
    }

    [Fact]
    public void The_page_offers_what_can_be_done_now()
    {
        string[] Labels(IEnumerable<ReviewerEvent> history, double hours) =>
            [.. ReviewerLines.Status(V.State(history), licensed: false, isOff: false, new(0, 0), LicenceRule.Recommended, V.Noon.AddHours(hours)).Controls.OfType<Control.Button>().Select(button => button.Label)];

        Assert.Equal(["Take the licence", "Invitations off"], Labels([], 0));
        Assert.Equal(["Go on", "Invitations off"], Labels([V.Begun()], 0));
        Assert.Equal(["Go on", "Invitations off"], Labels(V.MissedOnce, 0));
        Assert.Equal(["Invitations off"], Labels(V.MissedTwice, 19));
        Assert.Equal(["Take the licence", "Invitations off"], Labels(V.MissedTwice, 20));
    }

    [Fact]
    public void The_page_of_a_licensed_reviewer_offers_no_licence()
    {
        var page = ReviewerLines.Status(V.State(), licensed: true, isOff: true, new(2, 1), LicenceRule.Required, V.Noon);

        Assert.Equal("- Licence: you have it\n- Invitations to review: off\n- Reviews: 2 given, 1 received", page.Body.ToString());
        Assert.Equal(["Invitations on"], page.Controls.OfType<Control.Button>().Select(button => button.Label));
    }

    [Fact]
    public void A_group_that_asks_for_a_licence_says_so_on_the_page() =>
        Assert.EndsWith("This group asks for a licence before the first review. It takes three minutes: three samples to score.",
            ReviewerLines.Status(V.State(), licensed: false, isOff: false, new(0, 0), LicenceRule.Required, V.Noon).Body.ToString(), StringComparison.Ordinal);

    private static IEnumerable<ReviewerInput> Inputs(Reviewer before) =>
    [
        new ReviewerInput.Take(V.From(), V.Paper with { Number = 9, IsSecond = before.Licence is Licence.Missed }, false),
        new ReviewerInput.Take(V.From(hours: 30), V.Paper with { Number = 9 }, false),
        new ReviewerInput.Take(V.From(), null, false),
        new ReviewerInput.Take(V.From(), null, true),
        new ReviewerInput.SecondTry(V.From(), before.Step, V.Second),
        new ReviewerInput.SecondTry(V.From(), before.Step + 1, null),
        new ReviewerInput.Score(V.From(), before.Step, 1),
        new ReviewerInput.Score(V.From(), before.Step, 5),
        new ReviewerInput.Score(V.From(), before.Step, null),
        new ReviewerInput.Score(V.From(), 0, 3),
        new ReviewerInput.TakeBack(V.From(), before.Step),
        new ReviewerInput.TakeBack(V.From(), before.Step - 1),
        new ReviewerInput.ReadAgain(V.From(), before.Step),
        new ReviewerInput.ReadAgain(V.From(), 99),
        new ReviewerInput.TurnOff(V.From(), before.OptedOut),
        new ReviewerInput.TurnOn(V.From(), before.OptedOut),
        new ReviewerInput.Unknown(V.From()),
    ];
}
