using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews.Reviewers;
using NetflixPrep.Core.Tests.Questions;

namespace NetflixPrep.Core.Tests.Reviews.Reviewers;

/// <summary>Reviewers that show only what matters. Samples deserve 1, 3 and 5 on both dimensions that have gold scores.</summary>
internal static class V
{
    internal static readonly PersonId Ben = new("terminal", "hall", "ben");
    internal static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    internal static readonly StreamId Stream = Reviewer.StreamOf(Ben);

    internal static Seq<Dimension> Rubric { get; } =
    [
        Dimension("impact", "Impact"),
        Dimension("execution", "Execution"),
        Dimension("communication", "Communication"),
    ];

    internal static LicencePaper Paper { get; } = new(1, "culture.one", "hash-1", [SampleKind.Strong, SampleKind.Weak, SampleKind.Fair], IsSecond: false);

    internal static LicencePaper Second { get; } = new(2, "culture.two", "hash-2", [SampleKind.Fair, SampleKind.Weak, SampleKind.Strong], IsSecond: true);

    /// <summary>In the order of <see cref="Paper"/>, what people agreed on.</summary>
    internal static int[] Agreed { get; } = [5, 5, 1, 1, 3, 3];

    internal static Question Question(string id = "culture.one", int words = 3) => B.Question(id) with
    {
        Prompt = "A team of six.\n\n**Tell me about a choice.**",
        Anchors = [new("impact", 1, "Own words for one", "Nobody gained."), new("impact", 3, "Own words for three", "One side gained.")],
        Samples = [Sample(SampleKind.Weak, 1, words), Sample(SampleKind.Fair, 3, words), Sample(SampleKind.Strong, 5, words)],
    };

    internal static Sample Sample(SampleKind kind, int gold, int words = 3) =>
        new(kind, $"the {kind} answer {string.Join(' ', Enumerable.Repeat("word", words - 3))}".TrimEnd(), [new("impact", gold), new("execution", gold)]);

    internal static QuestionBank Bank(params Seq<Question> questions) => new(new() { Questions = questions, Rubric = Rubric });

    internal static InterviewScript Script(Question? question = null) => B.Script(question ?? Question()) with { Rubric = Rubric };

    internal static Origin From(double hours = 0, PersonId? person = null) => new($"d{hours}", person ?? Ben, new("terminal", "#hall"), Noon.AddHours(hours));

    internal static ReviewerEvent Begun(LicencePaper? paper = null) => new ReviewerEvent.LicenceBegun(Noon, paper ?? Paper);

    /// <summary>Scores in the order of the paper, up to as many as are given.</summary>
    internal static IEnumerable<ReviewerEvent> Scored(LicencePaper paper, params int[] scores) => paper.Order
        .SelectMany(kind => new[] { (kind, "impact"), (kind, "execution") })
        .Zip(scores, (step, score) => new ReviewerEvent.SampleScored(Noon, new(step.Item1, step.Item2, score)));

    internal static ReviewerEvent[] MissedOnce { get; } = [Begun(), .. Scored(Paper, 5, 5, 1, 1, 3, 5), new ReviewerEvent.LicenceMissed(Noon, null)];

    internal static ReviewerEvent[] MissedTwice { get; } =
        [.. MissedOnce, Begun(Second), .. Scored(Second, 3, 3, 1, 1, 1, 5), new ReviewerEvent.LicenceMissed(Noon, Noon.AddHours(20))];

    internal static Reviewer State(params IEnumerable<ReviewerEvent> facts) => facts.Aggregate(Reviewer.New(Stream), (reviewer, fact) => reviewer.Evolve(fact));

    internal static Decision<ReviewerEvent> Decide(Reviewer reviewer, ReviewerInput input, Question? question = null) =>
        new ReviewerDesk(Script(question), Script(question)).Decide(reviewer, input);

    internal static Decision<ReviewerEvent> Score(Reviewer reviewer, int points, Question? question = null) =>
        Decide(reviewer, new ReviewerInput.Score(From(), reviewer.Step, points), question);

    internal static Message Told(this Decision<ReviewerEvent> decision) => Assert.IsType<Effect.Show>(Assert.Single(decision.Effects)).Message;

    internal static string Said(this Decision<ReviewerEvent> decision) => decision.Told().Body.ToString();

    private static Dimension Dimension(string id, string label) => new(id, label, $"Why {id}?",
        [new(id, 1, $"{label} low", $"{label} hardly."), new(id, 3, $"{label} middle", $"{label} in part."), new(id, 5, $"{label} high", $"{label} in full.")],
        [new("recruiter-screen", $"Look at {id} here.")]);
}
