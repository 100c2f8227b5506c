using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Tests.Reviews;

/// <summary>Answers with reviews; only the fields that matter to a test are named.</summary>
internal static class R
{
    public static readonly PersonId Ada = new("terminal", "hall", "ada");
    public static readonly PersonId Bea = Ada with { User = "bea" };
    public static readonly PersonId Cid = Ada with { User = "cid" };
    public static readonly PersonId Dan = Ada with { User = "dan" };

    public static readonly Seq<Dimension> Rubric = [Of("impact", "Impact"), Of("execution", "Execution"), Of("clarity", "Clarity")];

    public static readonly Seq<RootCause> Causes = [new("no-baseline", "No baseline", "Start simple.", [], Behaviour.None), new("late-rollout", "Late roll-out", "Keep five minutes.", [], Behaviour.None)];

    public static DateTimeOffset Day(int day) => new(2026, 3, day, 9, 0, 0, TimeSpan.Zero);

    public static ReviewedRound Round(params PeerReview[] reviews) => new()
    {
        Review = new("review", "aaaaaaaa"),
        Source = new("session", "ssssssss"),
        Candidate = Ada,
        RoundId = "ml-system-design",
        RoundLabel = "System design",
        Title = "Homepage rows",
        OpenedAt = Day(2),
        Rubric = Rubric,
        Self = [],
        Reviews = [.. reviews],
    };

    public static ReviewedRound Own(this ReviewedRound round, int impact, int execution, int clarity) =>
        round with { Self = [new("impact", impact), new("execution", execution), new("clarity", clarity)] };

    public static PeerReview By(PersonId reviewer, int impact, int execution, int clarity, MoveOn moveOn = MoveOn.Yes) => new()
    {
        Reviewer = reviewer,
        At = Day(1),
        Scores =
        [
            new("impact", impact, $"{reviewer.User} on impact"),
            new("execution", execution, $"{reviewer.User} on execution"),
            new("clarity", clarity, $"{reviewer.User} on clarity"),
        ],
        Strength = $"strong, says {reviewer.User}",
        Change = $"change, says {reviewer.User}",
        MoveOn = moveOn,
        Licensed = true,
    };

    private static Dimension Of(string id, string label) => new(id, label, $"Why {label}.", [], []);
}
