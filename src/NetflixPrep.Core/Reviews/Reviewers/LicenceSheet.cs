using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews.Reviewers;

/// <summary>One score of a try: a sample on one dimension.</summary>
/// <param name="Number">The sample's place in the order shown, from 1.</param>
/// <param name="Gold">What people agreed on.</param>
internal sealed record LicenceStep(int Number, Sample Sample, Dimension Dimension, int Gold);

/// <summary>A score beside the one that people agreed on.</summary>
internal sealed record Compared(LicenceStep Step, int Score)
{
    public bool IsExact => Score == Step.Gold;

    public bool IsApart => Math.Abs(Score - Step.Gold) > LicenceSheet.MostApart;
}

/// <summary>The steps of a try, by the script that it was begun with.</summary>
internal sealed class LicenceSheet(InterviewScript script, LicencePaper paper)
{
    /// <summary>Points between a score and the agreed one that still give the licence.</summary>
    public const int MostApart = 1;

    public InterviewScript Script => script;

    public Seq<LicenceStep> Steps { get; } =
    [
        .. from kind in paper.Order.Select((kind, at) => (Kind: kind, Number: at + 1))
           let sample = script.Question.Samples.First(sample => sample.Kind == kind.Kind)
           from dimension in script.Rubric
           let gold = sample.Gold.FirstOrDefault(gold => gold.Dimension == dimension.Id)
           where gold is not null
           select new LicenceStep(kind.Number, sample, dimension, gold.Score),
    ];

    /// <summary>The next one to score; null when all are.</summary>
    public LicenceStep? Open(Seq<LicenceScore> scores) => scores.Count < Steps.Count ? Steps[scores.Count] : null;

    public Seq<Compared> Compare(Seq<LicenceScore> scores) => [.. Steps.Zip(scores, (step, score) => new Compared(step, score.Score))];

    /// <summary>The question's own anchor, else that of the rubric; null where a score lies between two.</summary>
    public Anchor? AnchorOf(Dimension dimension, int score) =>
        script.Question.Anchors.FirstOrDefault(anchor => anchor.Dimension == dimension.Id && anchor.Score == score)
        ?? dimension.Anchors.FirstOrDefault(anchor => anchor.Score == score);
}
