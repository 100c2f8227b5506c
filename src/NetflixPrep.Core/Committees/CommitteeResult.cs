using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Committees;

/// <summary>A round of the packet with its reviews added up.</summary>
/// <param name="Number">Its number in the packet, from 1.</param>
public sealed record CommitteeRound(int Number, ReviewResult Result);

/// <summary>What peers scored and what the committee voted, added up: nothing in it is the bot's opinion.</summary>
public sealed record CommitteeResult
{
    /// <summary>The bar that one source names (S0, unverified); that the mean is held beside it is ours.</summary>
    public const double Bar = 4.5;

    /// <summary>Below so many reviewers there is no view of a committee, only scores.</summary>
    public const int FewestReviewers = 3;

    private CommitteeResult() { }

    /// <summary>Those that have reviews.</summary>
    public required Seq<CommitteeRound> Rounds { get; init; }

    /// <summary>Each dimension over all rounds, scores in ascending order.</summary>
    public required Seq<DimensionResult> Dimensions { get; init; }

    /// <summary>Different people who reviewed.</summary>
    public required int Reviewers { get; init; }

    /// <summary>One reviewer's mean of one answer each.</summary>
    public required Seq<double> ReviewerScores { get; init; }

    /// <summary>Over all scores; null below <see cref="FewestReviewers"/>.</summary>
    public required double? Mean { get; init; }

    /// <summary>Of the mean; null where there is no mean, or too few reviewer scores.</summary>
    public required Interval? Interval { get; init; }

    /// <summary>Null where there is no mean; empty when the mean has reached the bar.</summary>
    public required ClosestPath? Path { get; init; }

    /// <summary>From strong yes to strong no, those that were given.</summary>
    public required Seq<MoveOnCount> Votes { get; init; }

    public static CommitteeResult Of(Committee.Convened committee)
    {
        var rounds = Add(committee.Packet.Rounds);
        var reviews = rounds.SelectMany(round => round.Result.Round.Reviews).ToSeq();
        var reviewers = reviews.Select(review => review.Reviewer).Distinct().Count();
        var scores = reviews.SelectMany(review => review.Scores).ToSeq();
        double? mean = reviewers < FewestReviewers || scores.Count == 0 ? null : scores.Average(score => score.Score);
        Seq<double> means = [.. reviews.Where(review => review.Scores.Count > 0).Select(review => review.Scores.Average(score => score.Score))];
        return new()
        {
            Rounds = rounds,
            Dimensions = Pooled(rounds),
            Reviewers = reviewers,
            ReviewerScores = means,
            Mean = mean,
            Interval = mean is null ? null : Bootstrap.Interval(means, Chance.From(committee.Setup.Stream.ToString()).Seed),
            Path = mean is null ? null : ClosestPath.To(Bar, rounds),
            Votes = [.. committee.Counted.GroupBy(vote => vote.MoveOn).OrderByDescending(same => same.Key).Select(same => new MoveOnCount(same.Key, same.Count()))],
        };
    }

    /// <summary>The rounds of a packet that have reviews, numbered as they stand in it.</summary>
    internal static Seq<CommitteeRound> Add(Seq<ReviewedRound> rounds) =>
        [.. rounds.Select((round, at) => new CommitteeRound(at + 1, ReviewResult.Of(round, []))).Where(round => !round.Result.IsEmpty)];

    private static Seq<DimensionResult> Pooled(Seq<CommitteeRound> rounds) =>
    [
        .. from dimension in rounds.SelectMany(round => round.Result.Dimensions)
           group dimension by dimension.Id into same
           select new DimensionResult(same.Key, same.First().Label, [.. same.SelectMany(dimension => dimension.Scores).OrderBy(score => score.Score)], null),
    ];
}
