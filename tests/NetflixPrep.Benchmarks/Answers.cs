using NetflixPrep.Bot.Questions;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Benchmarks;

/// <summary>What people say in the measurements: the sample answers of the homepage question.</summary>
internal static class Answers
{
    public const string QuestionId = "ml-system-design.homepage-rows";

    public static QuestionBank Bank { get; } = BuiltInBank.Load();

    /// <summary>Paragraphs, as people send them: one message each.</summary>
    public static string[] Messages { get; } =
        [.. Question.Samples.SelectMany(sample => sample.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static Question Question => Bank.Find(QuestionId)!;

    public static string Sample(SampleKind kind) => Question.Samples.First(sample => sample.Kind == kind).Text;

    /// <summary>The strong sample followed by the fair one, cut after so many words.</summary>
    public static string OfWords(int words)
    {
        var text = Sample(SampleKind.Strong) + "\n" + Sample(SampleKind.Fair);
        var at = 0;
        for (var count = 0; count < words && at < text.Length; count++)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
        }
        return text[..at];
    }
}
