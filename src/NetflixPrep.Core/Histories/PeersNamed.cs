using System.Globalization;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Histories;

/// <summary>A root cause that peers named, by its label, and how many of them did.</summary>
public sealed record NamedByPeers(string Label, int Count);

/// <summary>What peers named as the root cause, of one session or of several.</summary>
/// <param name="Reviews">How many reviews there are, also those that named none.</param>
/// <param name="Causes">Most often named first.</param>
public sealed record PeersNamed(int Reviews, Seq<NamedByPeers> Causes)
{
    /// <summary>So many are shown.</summary>
    private const int Shown = 3;

    /// <summary>By the session or drill that was shared; what was shared twice is added up.</summary>
    /// <param name="causes">The closed list, for the labels.</param>
    public static IReadOnlyDictionary<StreamId, PeersNamed> BySource(IEnumerable<ReviewedRound> rounds, Seq<RootCause> causes) =>
        rounds.Where(round => round.Reviews.Count > 0).GroupBy(round => round.Source)
            .ToDictionary(same => same.Key, same => same.Select(round => Of(round, causes)).Aggregate((sum, each) => Add(sum, each)));

    /// <summary>Both together.</summary>
    public static PeersNamed Add(PeersNamed? left, PeersNamed right) => left is null ? right : new(
        left.Reviews + right.Reviews,
        [
            .. left.Causes.Concat(right.Causes).GroupBy(cause => cause.Label).Select(same => new NamedByPeers(same.Key, same.Sum(cause => cause.Count)))
                .OrderByDescending(cause => cause.Count).ThenBy(cause => cause.Label, StringComparer.Ordinal),
        ]);

    /// <summary>Such as "No baseline (2 of 3), Late roll-out (1 of 3)".</summary>
    public override string ToString() => string.Join(", ", Causes.Take(Shown).Select(cause => string.Create(CultureInfo.InvariantCulture, $"{cause.Label} ({cause.Count} of {Reviews})")));

    private static PeersNamed Of(ReviewedRound round, Seq<RootCause> causes) =>
        new(round.Reviews.Count, [.. ReviewResult.Of(round, []).Causes.Select(named => new NamedByPeers(ReviewWords.Cause(named.Cause, causes), named.Count))]);
}
