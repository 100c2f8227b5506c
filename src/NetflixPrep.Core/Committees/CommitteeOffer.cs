using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Committees;

/// <summary>A loop that is over, as a committee sees it.</summary>
/// <param name="Sessions">Of its rounds that were held, in their order.</param>
public sealed record FinishedLoop(string Label, Seq<StreamId> Sessions);

/// <summary>Which reviewed rounds of somebody can go before a committee now, or how many are missing.</summary>
/// <param name="Rounds">Oldest first; those of a loop in its order.</param>
/// <param name="Needed">At least so many have to go in.</param>
/// <param name="Loop">The label of the loop that they are of; null when they are of none.</param>
public sealed record CommitteeOffer(Seq<ReviewedRound> Rounds, int Needed, string? Loop)
{
    /// <summary>Reviewed rounds that make a packet without a loop.</summary>
    public const int FewestRounds = 3;

    /// <summary>A packet holds at most so many; the newest go first.</summary>
    public const int MostRounds = 8;

    public bool IsEnough => Rounds.Count >= Needed;

    /// <param name="reviewed">All of the person's in this group.</param>
    /// <param name="used">Shares that stood in an earlier committee.</param>
    /// <param name="loop">Their newest finished loop.</param>
    public static CommitteeOffer Of(Seq<ReviewedRound> reviewed, Seq<StreamId> used, FinishedLoop? loop)
    {
        var fresh = reviewed.Where(round => round.Reviews.Count > 0 && !used.Contains(round.Review))
            .OrderBy(round => round.OpenedAt).ThenBy(round => round.Review.Key, StringComparer.Ordinal)
            .GroupBy(round => round.Source).Select(same => same.Last())
            .OrderBy(round => round.OpenedAt).ThenBy(round => round.Review.Key, StringComparer.Ordinal).ToSeq();
        if (loop is { Sessions.Count: > 0 and <= MostRounds } && loop.Sessions.All(session => fresh.Any(round => round.Source == session)))
            return new([.. loop.Sessions.Select(session => fresh.First(round => round.Source == session))], 1, loop.Label);
        return new([.. fresh.TakeLast(MostRounds)], FewestRounds, null);
    }

    /// <summary>Rounds as they go into a packet: without the words of the rubric, which the bank has, and without what the candidate gave and chose themselves.</summary>
    internal static ReviewedRound Slim(ReviewedRound round) => round with { Self = [], ChosenCause = null, Rubric = [.. round.Rubric.Select(dimension => dimension with { Why = "", Anchors = [], Rounds = [] })] };
}
