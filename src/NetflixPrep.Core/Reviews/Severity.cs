using System.Globalization;

namespace NetflixPrep.Core.Reviews;

/// <summary>One reviewer's mean of one answer: what the model of severity reads.</summary>
public sealed record SeverityRow(StreamId Answer, PersonId Reviewer, double Score);

/// <summary>How far a reviewer tends to score from others on the same answers. It is said beside a result and never changes it.</summary>
/// <param name="Effect">Points above (positive) or below the others, drawn towards zero while there are few reviews.</param>
/// <param name="Reviews">Reviews of answers that somebody else reviewed too.</param>
public sealed record Severity(PersonId Reviewer, double Effect, int Reviews)
{
    /// <summary>So many reviews until it is said at all.</summary>
    public const int FewestReviews = 6;

    /// <summary>There are enough reviews, and the effect is at least a tenth of a point.</summary>
    public bool IsShown => Reviews >= FewestReviews && Math.Abs(Effect) >= 0.05;

    /// <summary>The sentence for a reviewer with that number on the page.</summary>
    /// <param name="meanWithout">The mean with the effect taken out of this reviewer's scores; null where no mean is shown.</param>
    public string Sentence(int number, double? meanWithout) => string.Create(CultureInfo.InvariantCulture,
        $"Reviewer {number} tends to score {Math.Abs(Effect):0.0} {(Effect < 0 ? "lower" : "higher")} than others on the same answers ({Reviews} reviews){(meanWithout is { } mean ? $"; with that taken out the mean would be {mean:0.0}" : "")}.");
}

/// <summary>
/// An additive model of one group's reviews: score = answer + reviewer. Fitted by turns (backfitting) a fixed number of times;
/// a reviewer's effect is the sum of what the answers leave over, divided by its count and four, so that few reviews say little.
/// </summary>
public static class SeverityModel
{
    /// <summary>Pseudo-reviews that draw an effect towards zero.</summary>
    public const int Shrinkage = 4;

    private const int Turns = 50;

    /// <summary>One row for each review of these rounds.</summary>
    public static Seq<SeverityRow> Rows(IEnumerable<ReviewedRound> rounds) =>
    [
        .. from round in rounds
           from review in round.Reviews
           where review.Scores.Count > 0
           select new SeverityRow(round.Review, review.Reviewer, review.Scores.Average(score => score.Score)),
    ];

    /// <summary>Every reviewer of the rows, in the order of their names. Only rows of one group belong together.</summary>
    public static Seq<Severity> Estimate(IEnumerable<SeverityRow> rows)
    {
        // Sums of fractions depend on their order, so the order is made.
        var all = rows.OrderBy(row => row.Answer.Key, StringComparer.Ordinal).ThenBy(row => row.Reviewer.ToString(), StringComparer.Ordinal).ThenBy(row => row.Score).ToSeq();
        var shared = all.GroupBy(row => row.Answer).Where(answer => answer.Select(row => row.Reviewer).Distinct().Count() > 1).SelectMany(answer => answer).ToArray();
        var reviewers = all.Select(row => row.Reviewer).Distinct().ToSeq();
        // Numbers instead of names: a press waits for this.
        var (whose, of) = (Numbered(shared.Select(row => row.Reviewer), reviewers), Numbered(shared.Select(row => row.Answer), shared.Select(row => row.Answer).Distinct()));
        var (effects, reviews) = (new double[reviewers.Count], new int[reviewers.Count]);
        foreach (var reviewer in whose) reviews[reviewer]++;
        var counts = new int[of.Length == 0 ? 0 : of.Max() + 1];
        foreach (var answer in of) counts[answer]++;
        for (var turn = 0; turn < Turns; turn++)
        {
            var (answers, left) = (new double[counts.Length], new double[effects.Length]);
            for (var row = 0; row < of.Length; row++) answers[of[row]] += shared[row].Score - effects[whose[row]];
            for (var row = 0; row < of.Length; row++) left[whose[row]] += shared[row].Score - (answers[of[row]] / counts[of[row]]);
            for (var reviewer = 0; reviewer < effects.Length; reviewer++) if (reviews[reviewer] > 0) effects[reviewer] = left[reviewer] / (reviews[reviewer] + Shrinkage);
        }
        return [.. reviewers.Select((reviewer, at) => new Severity(reviewer, effects[at], reviews[at])).OrderBy(severity => severity.Reviewer.ToString(), StringComparer.Ordinal)];
    }

    private static int[] Numbered<T>(IEnumerable<T> each, IEnumerable<T> all) where T : notnull
    {
        var numbers = all.Select((one, number) => (one, number)).ToDictionary(pair => pair.one, pair => pair.number);
        return [.. each.Select(one => numbers[one])];
    }
}
