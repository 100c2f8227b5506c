using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews;

/// <summary>A score on the page of a result.</summary>
/// <param name="Reviewer">The number of the review on the page, from 1.</param>
public sealed record GivenScore(int Reviewer, int Score, string? Quote);

/// <summary>What peers gave on one dimension.</summary>
/// <param name="Scores">In the order of the reviews.</param>
/// <param name="Self">The candidate's own score; null where it was left out.</param>
public sealed record DimensionResult(string Id, string Label, Seq<GivenScore> Scores, int? Self)
{
    public int Count => Scores.Count;

    /// <summary>Null when nobody scored it; between the two in the middle when their count is even.</summary>
    public double? Median
    {
        get
        {
            if (Scores.Count == 0) return null;
            var sorted = Scores.Select(score => score.Score).Order().ToSeq();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
        }
    }

    public int? Lowest => Scores.Count == 0 ? null : Scores.Min(score => score.Score);

    public int? Highest => Scores.Count == 0 ? null : Scores.Max(score => score.Score);

    /// <summary>Highest minus lowest.</summary>
    public int Spread => Highest - Lowest ?? 0;

    /// <summary>Own score minus the peers' median: positive when the candidate scored higher; null where either is missing.</summary>
    public double? Gap => Self - Median;
}

/// <summary>A dimension on which peers lie two points or more apart: something to talk about.</summary>
public sealed record TalkingPoint(string Dimension, GivenScore Low, GivenScore High);

/// <summary>How many reviewers gave the same answer to: would you move this candidate on?</summary>
public sealed record MoveOnCount(MoveOn MoveOn, int Count);

/// <summary>A root cause and how many peers named it.</summary>
/// <param name="Cause">An id of the closed list.</param>
public sealed record NamedCause(string Cause, int Count);

/// <summary>A reviewer of this answer who tends to score apart from others.</summary>
/// <param name="MeanWithout">The mean with that taken out; null where no mean is shown.</param>
public sealed record SeverityNote(int Reviewer, Severity Severity, double? MeanWithout);

/// <summary>The reviews of one answer, added up: nothing in it is the bot's opinion.</summary>
public sealed record ReviewResult
{
    /// <summary>Below so many reviews there is no mean, only what each said.</summary>
    public const int FewestForMean = 3;

    /// <summary>From this spread on a dimension is a talking point.</summary>
    public const int WideSpread = 2;

    private ReviewResult() { }

    public required ReviewedRound Round { get; init; }

    /// <summary>In the order of the rubric.</summary>
    public required Seq<DimensionResult> Dimensions { get; init; }

    /// <summary>Over all scores of all reviews; null below <see cref="FewestForMean"/> reviews.</summary>
    public required double? Mean { get; init; }

    public required Seq<TalkingPoint> TalkingPoints { get; init; }

    /// <summary>From strong yes to strong no, those that were given.</summary>
    public required Seq<MoveOnCount> MoveOns { get; init; }

    /// <summary>Reviews that were given without a licence.</summary>
    public required int Unlicensed { get; init; }

    /// <summary>What peers named, most often first.</summary>
    public required Seq<NamedCause> Causes { get; init; }

    /// <summary>Only effects that are shown; see <see cref="Severity.IsShown"/>.</summary>
    public required Seq<SeverityNote> Severities { get; init; }

    public int Count => Round.Reviews.Count;

    public bool IsOneOpinion => Count == 1;

    public bool IsEmpty => Count == 0;

    /// <param name="severities">Of the group, from <see cref="SeverityModel.Estimate"/>; they change no number.</param>
    public static ReviewResult Of(ReviewedRound round, Seq<Severity> severities)
    {
        var dimensions = round.Rubric.Select(dimension => Dimension(round, dimension)).ToSeq();
        return new()
        {
            Round = round,
            Dimensions = dimensions,
            Mean = MeanOf(round, _ => 0),
            TalkingPoints = [.. dimensions.Where(dimension => dimension.Spread >= WideSpread).Select(Talk)],
            MoveOns = [.. round.Reviews.GroupBy(review => review.MoveOn).OrderByDescending(same => same.Key).Select(same => new MoveOnCount(same.Key, same.Count()))],
            Unlicensed = round.Reviews.Count(review => !review.Licensed),
            Causes =
            [
                .. round.Reviews.Select(review => review.Cause).OfType<string>().GroupBy(cause => cause).Select(same => new NamedCause(same.Key, same.Count()))
                    .OrderByDescending(named => named.Count).ThenBy(named => named.Cause, StringComparer.Ordinal),
            ],
            Severities = Notes(round, severities),
        };
    }

    private static DimensionResult Dimension(ReviewedRound round, Dimension dimension) => new(
        dimension.Id,
        dimension.Label,
        [
            .. from review in round.Reviews.Select((review, at) => (review.Scores, Number: at + 1))
               from score in review.Scores
               where score.Dimension == dimension.Id
               select new GivenScore(review.Number, score.Score, score.Quote),
        ],
        round.Self.FirstOrDefault(score => score.Dimension == dimension.Id)?.Score);

    private static TalkingPoint Talk(DimensionResult dimension) => new(dimension.Label, With(dimension, dimension.Lowest), With(dimension, dimension.Highest));

    /// <summary>Of those who gave that score, the first who quoted.</summary>
    private static GivenScore With(DimensionResult dimension, int? score) => dimension.Scores.Where(given => given.Score == score).OrderBy(given => given.Quote is null).First();

    private static Seq<SeverityNote> Notes(ReviewedRound round, Seq<Severity> severities) =>
    [
        .. from review in round.Reviews.Select((review, at) => (review.Reviewer, Number: at + 1))
           join severity in severities on review.Reviewer equals severity.Reviewer
           where severity.IsShown
           select new SeverityNote(review.Number, severity, MeanOf(round, reviewer => reviewer == severity.Reviewer ? severity.Effect : 0)),
    ];

    private static double? MeanOf(ReviewedRound round, Func<PersonId, double> effect)
    {
        if (round.Reviews.Count < FewestForMean) return null;
        var scores = round.Reviews.SelectMany(review => review.Scores.Select(score => score.Score - effect(review.Reviewer))).ToSeq();
        return scores.Count == 0 ? null : scores.Average();
    }
}
