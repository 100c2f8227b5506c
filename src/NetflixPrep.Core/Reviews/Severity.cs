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
        var all = rows.OrderBy(row => row.Answer.ToString(), StringComparer.Ordinal).ThenBy(row => row.Reviewer.ToString(), StringComparer.Ordinal).ThenBy(row => row.Score).ToSeq();
        var shared = all.GroupBy(row => row.Answer).Where(answer => answer.Select(row => row.Reviewer).Distinct().Count() > 1).SelectMany(answer => answer).ToSeq();
        var effects = all.Select(row => row.Reviewer).Distinct().ToDictionary(reviewer => reviewer, _ => 0.0);
        for (var turn = 0; turn < Turns; turn++)
        {
            var answers = shared.GroupBy(row => row.Answer).ToDictionary(answer => answer.Key, answer => answer.Average(row => row.Score - effects[row.Reviewer]));
            foreach (var reviewer in shared.GroupBy(row => row.Reviewer))
                effects[reviewer.Key] = reviewer.Sum(row => row.Score - answers[row.Answer]) / (reviewer.Count() + Shrinkage);
        }
        return [.. effects.OrderBy(effect => effect.Key.ToString(), StringComparer.Ordinal).Select(effect => new Severity(effect.Key, effect.Value, shared.Count(row => row.Reviewer == effect.Key)))];
    }
}
