using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Committees;

/// <summary>One dimension of one round to raise.</summary>
/// <param name="Round">The number of the round in the packet.</param>
/// <param name="Points">By so many points each score of it goes up, to 5 at most.</param>
/// <param name="Median">As it is.</param>
/// <param name="Cause">The root cause that peers named most often in that round, by its id; null when none was named.</param>
/// <param name="Named">How many of <paramref name="Reviews"/> named it.</param>
/// <param name="Change">What the reviewer who scored it lowest asked to change.</param>
public sealed record PathStep(int Round, string RoundLabel, string Dimension, int Points, double Median, string? Cause, int Named, int Reviews, string Change);

/// <summary>
/// The fewest raises by one point that bring the mean to the bar. One raise lifts every score of one dimension in one round by one, none beyond 5;
/// of all sets that are equally small it takes those whose change peers named most often.
/// </summary>
/// <param name="Steps">What was named most often first; empty when the bar is reached already.</param>
/// <param name="Mean">With all of them.</param>
public sealed record ClosestPath(Seq<PathStep> Steps, double Mean)
{
    public static ClosestPath To(double bar, Seq<CommitteeRound> rounds)
    {
        var cells = rounds.SelectMany(Cells).Where(cell => cell.Dimension.Count > 0)
            .OrderByDescending(cell => cell.Named).ThenBy(cell => cell.Dimension.Median).ThenBy(cell => cell.Round.Number).ToSeq();
        var (sum, count) = (cells.Sum(cell => cell.Dimension.Scores.Sum(score => score.Score)), cells.Sum(cell => cell.Dimension.Count));
        var missing = (int)Math.Ceiling((bar * count) - sum);
        var raised = new int[cells.Count];
        var gained = 0;
        for (var left = Fewest(cells, raised, missing); left > 0; left--)
        {
            // The most often named one with which the rest can still be done in as few.
            var at = Enumerable.Range(0, cells.Count).First(each => cells[each].Gain(raised[each]) is > 0 and var gain && Reaches(cells, With(raised, each), left - 1, missing - gained - gain));
            gained += cells[at].Gain(raised[at]);
            raised[at]++;
        }
        return new(
            [.. cells.Select((cell, at) => (Cell: cell, Points: raised[at])).Where(each => each.Points > 0).Select(each => each.Cell.Step(each.Points))],
            count == 0 ? 0 : (double)(sum + gained) / count);
    }

    private static int Fewest(Seq<Cell> cells, int[] raised, int missing)
    {
        var steps = 0;
        while (!Reaches(cells, raised, steps, missing)) steps++;
        return steps;
    }

    /// <summary>Whether so many further raises can bring so much. A second raise of a cell never brings more than its first, so the largest may be taken from all.</summary>
    private static bool Reaches(Seq<Cell> cells, int[] raised, int steps, int missing) =>
        cells.SelectMany((cell, at) => Enumerable.Range(raised[at], Highest - 1).Select(cell.Gain)).OrderDescending().Take(steps).Sum() >= missing;

    private static int[] With(int[] raised, int at) => [.. raised.Select((points, each) => each == at ? points + 1 : points)];

    private const int Highest = 5;

    private static IEnumerable<Cell> Cells(CommitteeRound round)
    {
        var named = round.Result.Causes is [var first, ..] ? first : null;
        return round.Result.Dimensions.Select(dimension => new Cell(round, dimension, named?.Cause, named?.Count ?? 0));
    }

    private sealed record Cell(CommitteeRound Round, DimensionResult Dimension, string? Cause, int Named)
    {
        /// <summary>What one more raise brings after so many.</summary>
        public int Gain(int raised) => Dimension.Scores.Count(score => score.Score + raised < Highest);

        public PathStep Step(int points) => new(
            Round.Number, Round.Result.Round.RoundLabel, Dimension.Label, points, Dimension.Median!.Value, Cause, Named, Round.Result.Count,
            Round.Result.Round.Reviews[Dimension.Scores.OrderBy(score => score.Score).First().Reviewer - 1].Change);
    }
}
