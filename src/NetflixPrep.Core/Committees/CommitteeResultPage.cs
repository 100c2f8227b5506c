using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Committees;

/// <summary>What a committee came to: the mean beside the bar, every score, the votes with their sentences, the closest path to the bar.</summary>
internal static class CommitteeResultPage
{
    /// <summary>Steps of the path that are shown; the others are counted.</summary>
    private const int ShownSteps = 6;

    public static Message Message(Committee.Closed closed, Seq<RootCause> causes)
    {
        var result = CommitteeResult.Of(closed);
        return new(Prose.Paragraphs(
            Lead(closed, result),
            Prose.Lines([Beside(result), .. result.Dimensions.Select(dimension => Prose.Markdown($"{dimension.Label} {ReviewWords.Scores(dimension)}"))]),
            Votes(closed, result),
            result.Path is { } path ? Path(path, causes) : Prose.Empty,
            Prose.Of($"Scores and votes are people's; I only add them up.")))
        {
            Title = "Committee: the result",
            Long = true,
        };
    }

    private static Prose Lead(Committee.Closed closed, CommitteeResult result) => Prose.Lines(
        Prose.Of($"Candidate: {CommitteePacketPage.Candidate(closed)}. {Prose.Markdown($"{Wording.Many(result.Rounds.Count, "round")}, {Wording.Many(result.Reviewers, "reviewer")}, {Wording.Many(result.ReviewerScores.Count, "review")}.")}"),
        closed.Ending switch
        {
            CommitteeEnding.Deadline when closed.Counted.Count < CommitteeDesk.FewestVotes => Prose.Of($"Its days were over, so it closed with what there is."),
            CommitteeEnding.PlaceLost => Prose.Of($"Its channel is gone or closed to me, so it closed with what there is, and only you get this."),
            _ => Prose.Empty,
        });

    private static Prose Beside(CommitteeResult result) => result.Mean is not { } mean
        ? Prose.Of($"{Prose.Markdown(result.Reviewers == 1 ? "One reviewer: this is one opinion." : Wording.Many(result.Reviewers, "reviewer") + ".")} From {CommitteeResult.FewestReviewers} on there is a mean beside the bar.")
        : Prose.Lines(
            Prose.Of($"**Mean {Prose.Markdown(Exact(mean))}, bar {Prose.Markdown(ReviewWords.Mean(CommitteeResult.Bar))}** (the bar comes from one source, unverified; taking the mean is ours)"),
            result.Interval is { } interval
                ? Prose.Markdown($"Range of the mean {ReviewWords.Mean(interval.Low)} to {ReviewWords.Mean(interval.High)}: 95 % of {Bootstrap.Draws.ToString("N0", CultureInfo.InvariantCulture)} seeded draws from {result.ReviewerScores.Count} reviewer scores")
                : Prose.Of($"{result.ReviewerScores.Count} reviewer scores; from {Bootstrap.FewestScores} on there is a range of the mean."));

    private static Prose Votes(Committee.Closed closed, CommitteeResult result) => closed.Counted.Count == 0
        ? Prose.Of($"Nobody voted in time.")
        : Prose.Lines(
        [
            Prose.Of($"**Votes:** {Prose.Markdown(ReviewWords.MoveOns(result.Votes))}"),
            .. closed.Counted.Select(vote => Prose.Of($"- {vote.Person}, {Prose.Markdown(ReviewWords.MoveOn(vote.MoveOn))}: \"{vote.Sentence}\"")),
        ]);

    private static Prose Path(ClosestPath path, Seq<RootCause> causes) => path.Steps.Count == 0
        ? Prose.Of($"The mean has reached {Prose.Markdown(ReviewWords.Mean(CommitteeResult.Bar))}.")
        : Prose.Lines(
        [
            Prose.Of($"**Closest path to {Prose.Markdown(ReviewWords.Mean(CommitteeResult.Bar))}:** {Prose.Markdown($"{Raises(path)} the mean to {Exact(path.Mean)}")}"),
            .. path.Steps.Take(ShownSteps).Select((step, at) => Step(step, at + 1, causes)),
            path.Steps.Count > ShownSteps ? Prose.Of($"and {path.Steps.Count - ShownSteps} more") : Prose.Empty,
        ]);

    private static string Raises(ClosestPath path) => path.Steps.Sum(step => step.Points) is var raises && raises == 1 ? "one raise of one point brings" : string.Create(CultureInfo.InvariantCulture, $"{raises} raises of one point bring");

    // Two places, so that a mean just below the bar does not read as if it had reached it.
    private static string Exact(double mean) => (Math.Floor(Math.Round(mean * 100, 6)) / 100).ToString("0.00", CultureInfo.InvariantCulture);

    private static Prose Step(PathStep step, int number, Seq<RootCause> causes) => Prose.Of(
        $"{number}. {Prose.Markdown($"{step.Dimension} in round {step.Round}, {step.RoundLabel}, median {ReviewWords.Points(step.Median)}{(step.Points == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {step.Points} points"))}{Named(step, causes)}")}. A peer asked: \"{CommitteePacketPage.Cut(step.Change)}\"");

    private static string Named(PathStep step, Seq<RootCause> causes) => step.Cause is not { } cause ? "" : string.Create(CultureInfo.InvariantCulture, $"; {ReviewWords.Cause(cause, causes)} named by {step.Named} of {step.Reviews}");
}
