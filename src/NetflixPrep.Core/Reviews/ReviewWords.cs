using System.Globalization;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews;

/// <summary>How scores and votes are written.</summary>
public static class ReviewWords
{
    public static string MoveOn(MoveOn vote) => vote switch
    {
        Reviews.MoveOn.StrongNo => "strong no",
        Reviews.MoveOn.No => "no",
        Reviews.MoveOn.Yes => "yes",
        _ => "strong yes",
    };

    /// <summary>Such as "2 yes, 1 no".</summary>
    public static string MoveOns(IEnumerable<MoveOnCount> counts) => string.Join(", ", counts.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Count} {MoveOn(each.MoveOn)}")));

    /// <summary>A whole number, or with its half: 4, 3.5.</summary>
    public static string Points(double points) => points.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>With one decimal always: a mean.</summary>
    public static string Mean(double mean) => mean.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A dimension as text that can be read aloud: every score, then median, range and n.</summary>
    public static string Scores(DimensionResult dimension) => dimension.Scores.Count switch
    {
        0 => "not scored",
        1 => string.Create(CultureInfo.InvariantCulture, $"{dimension.Scores[0].Score} (n 1)"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', dimension.Scores.Select(score => score.Score))} (median {Points(dimension.Median!.Value)}, {Range(dimension)}, n {dimension.Count})"),
    };

    /// <summary>The label of a root cause; an id that the list no longer has stands for itself.</summary>
    public static string Cause(string id, IEnumerable<RootCause> causes) => causes.FirstOrDefault(cause => cause.Id == id)?.Label ?? id;

    /// <summary>What peers named, such as "No baseline (2 of 3); Late roll-out (1 of 3)".</summary>
    public static string Causes(ReviewResult result, IEnumerable<RootCause> causes) =>
        string.Join("; ", result.Causes.Select(each => string.Create(CultureInfo.InvariantCulture, $"{Cause(each.Cause, causes)} ({each.Count} of {result.Count})")));

    private static string Range(DimensionResult dimension) => dimension.Spread == 0
        ? $"all {dimension.Lowest}"
        : $"range {dimension.Lowest} to {dimension.Highest}";
}
