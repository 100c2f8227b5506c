using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews.Reviewers;

/// <summary>
/// Chooses what a try at the licence is about: a reviewed question whose three samples have gold scores, new to the person while there is one,
/// among the shortest to read, so that three minutes are enough; at last a seed from person and try.
/// </summary>
public static class LicenceChoice
{
    /// <summary>The choice is among so many of the shortest.</summary>
    public const int Shortest = 6;

    /// <summary>Dimensions on which every sample must have a gold score.</summary>
    public const int FewestDimensions = 2;

    private static readonly Seq<SampleKind> Expected = [SampleKind.Weak, SampleKind.Fair, SampleKind.Strong];

    // Every order but the expected one, which would give the scores away.
    private static readonly Seq<Seq<SampleKind>> Orders =
    [
        [SampleKind.Weak, SampleKind.Strong, SampleKind.Fair],
        [SampleKind.Fair, SampleKind.Weak, SampleKind.Strong],
        [SampleKind.Fair, SampleKind.Strong, SampleKind.Weak],
        [SampleKind.Strong, SampleKind.Weak, SampleKind.Fair],
        [SampleKind.Strong, SampleKind.Fair, SampleKind.Weak],
    ];

    /// <param name="answering">Questions that the person is answering now: a strong sample of those stays sealed.</param>
    /// <param name="hashOf">The hash of a question's script.</param>
    /// <returns>Null when no question is free.</returns>
    public static LicencePaper? Next(QuestionBank bank, Reviewer reviewer, Seq<string> answering, Func<string, string> hashOf)
    {
        var open = bank.Questions.Where(question => Fits(question, bank.Rubric) && !answering.Contains(question.Id)).ToSeq();
        if (open.Count == 0) return null;
        int LastIn(Question question) => reviewer.Papers.LastOrDefault(paper => paper.QuestionId == question.Id)?.Number ?? 0;
        var longestAgo = open.Min(LastIn);
        var number = reviewer.Papers.Count + 1;
        var chance = Chance.From($"{reviewer.Stream.Key}|{number}");
        var shortest = open.Where(question => LastIn(question) == longestAgo).OrderBy(Words).ThenBy(question => question.Id, StringComparer.Ordinal).Take(Shortest).ToSeq();
        var chosen = shortest[chance.Below(shortest.Count)];
        var before = reviewer.Papers.LastOrDefault(paper => paper.QuestionId == chosen.Id)?.Order;
        var orders = Orders.Where(order => !order.Equals(before)).ToSeq();
        return new(number, chosen.Id, hashOf(chosen.Id), orders[chance.Next().Below(orders.Count)], reviewer.Licence is Licence.Missed);
    }

    internal static bool Fits(Question question, Seq<Dimension> rubric) =>
        question.Status == QuestionStatus.Reviewed
        && question.Samples.Select(sample => sample.Kind).Order().ToSeq().Equals(Expected)
        && rubric.Count(dimension => question.Samples.All(sample => sample.Gold.Any(gold => gold.Dimension == dimension.Id))) >= FewestDimensions;

    private static int Words(Question question) =>
        question.Samples.Sum(sample => sample.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
}
