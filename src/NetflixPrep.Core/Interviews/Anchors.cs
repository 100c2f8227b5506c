using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>What a score looks like: the question's own anchor, or else that of the rubric.</summary>
internal static class Anchors
{
    /// <summary>At most 75 characters; null where nothing is said.</summary>
    public static string? Short(Dimension dimension, int score, InterviewScript script) =>
        Find(dimension, score, script)?.Short ?? (score == 2 ? "Between 1 and 3" : score == 4 ? "Between 3 and 5" : null);

    /// <summary>Every wording of the scale, so that it can be told from own words.</summary>
    public static IEnumerable<string> All(InterviewScript script) =>
    [
        .. script.Question.Anchors.Concat(script.Rubric.SelectMany(dimension => dimension.Anchors)).SelectMany(anchor => new[] { anchor.Short, anchor.Long }),
        .. script.Rubric.SelectMany(dimension => dimension.Rounds.Select(round => round.Text)),
    ];

    private static Anchor? Find(Dimension dimension, int score, InterviewScript script) =>
        script.Question.Anchors.FirstOrDefault(anchor => anchor.Dimension == dimension.Id && anchor.Score == score)
        ?? dimension.Anchors.FirstOrDefault(anchor => anchor.Score == score);
}
