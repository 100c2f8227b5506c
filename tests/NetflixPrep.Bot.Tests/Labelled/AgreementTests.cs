using System.Globalization;
using NetflixPrep.Bot.Questions;

namespace NetflixPrep.Bot.Tests.Labelled;

/// <summary>The detectors held against answers that people labelled. The table that docs/BENCHMARKS.md quotes is this test's output.</summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private readonly IReadOnlyList<LabelledAnswer> answers = LabelledAnswer.Load();

    [Fact]
    public void There_are_at_least_400_answers_and_half_of_them_are_held_out()
    {
        Assert.True(answers.Count >= 400);
        Assert.InRange(answers.Count(answer => answer.Half == "held-out"), (answers.Count / 2) - (answers.Count / 50), (answers.Count / 2) + (answers.Count / 50));
        Assert.All(answers, answer => Assert.Contains(answer.Half, new[] { "held-out", "tuning" }));
    }

    [Fact]
    public void Every_label_names_a_signal_of_its_question_and_quotes_the_answer()
    {
        var bank = BuiltInBank.Load();

        Assert.All(answers, answer => Assert.All(answer.Mentions, mention =>
        {
            Assert.Contains(bank.Find(answer.Question)!.Signals, signal => signal.Id == mention.Key);
            Assert.Contains(mention.Value, answer.Text, StringComparison.OrdinalIgnoreCase);
        }));
    }

    [Fact]
    public void On_the_answers_that_were_never_looked_at_the_detectors_agree_with_people()
    {
        var bank = BuiltInBank.Load();
        foreach (var half in answers.GroupBy(answer => answer.Half).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (var round in half.GroupBy(answer => answer.Question.Split('.')[0]).OrderBy(group => group.Key, StringComparer.Ordinal)) Print($"{half.Key}, {round.Key}", round.Count(), Agreement.Of(round, bank));
            Print($"{half.Key}, all", half.Count(), Agreement.Of(half, bank));
        }

        var heldOut = answers.Where(answer => answer.Half == "held-out").ToList();
        var (all, first) = (Agreement.Of(heldOut, bank), Agreement.Of(heldOut.Where(IsOfTheFirstSet), bank));
        Print("held-out, first set", heldOut.Count(IsOfTheFirstSet), first);
        var (second, third) = (heldOut.Where(answer => !IsOfTheFirstSet(answer) && !IsOfTheThirdSet(answer)).ToList(), heldOut.Where(IsOfTheThirdSet).ToList());
        Print("held-out, second set", second.Count, Agreement.Of(second, bank));
        Print("held-out, third set", third.Count, Agreement.Of(third, bank));

        Assert.True(first.Precision >= AimedPrecision, $"precision of the first set {first.Precision:F3}");
        Assert.True(first.F1 >= AimedF1, $"F1 of the first set {first.F1:F3}");
        Assert.True(all.Precision >= LeastPrecision, $"precision {all.Precision:F3}");
        Assert.True(all.F1 >= LeastF1, $"F1 {all.F1:F3}");
    }

    /// <summary>For whoever mends detectors: NETFLIXPREP_DISAGREEMENTS=FILE writes where they and the people differ, of the tuning half only.</summary>
    [Fact]
    public void On_the_tuning_half_it_can_be_seen_where_they_differ()
    {
        var bank = BuiltInBank.Load();
        var lines = answers.Where(answer => answer.Half == "tuning").SelectMany(answer => Disagreements.Of(answer, bank)).ToList();

        Assert.All(lines, line => Assert.StartsWith("{", line, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("NETFLIXPREP_DISAGREEMENTS") is { Length: > 0 } file) File.WriteAllLines(file, lines);
    }

    // The aims, met on the first set.
    private const double AimedPrecision = 0.92;
    private const double AimedF1 = 0.85;

    // Just below what was measured last on all sets together, so that a change for the worse is seen. What is missing to the aims stands in docs/BENCHMARKS.md.
    private const double LeastPrecision = 0.895;
    private const double LeastF1 = 0.838;

    /// <summary>Three answers a question, of even quality; the second set has four more, half of them by fluent people who say little.</summary>
    private static bool IsOfTheFirstSet(LabelledAnswer answer) => answer.Writer is "a" or "b" or "c";

    /// <summary>Two answers to each question that came later, by seven writers: a third strong, a third fair, a third fluent and thin.</summary>
    private static bool IsOfTheThirdSet(LabelledAnswer answer) => answer.Writer[0] is 'p' or 'q' or 'r';

    private void Print(string what, int count, Agreement agreement) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {what} | {count} | {agreement.Both} | {agreement.Found} | {agreement.Missed} | {agreement.Precision:F3} | {agreement.Recall:F3} | {agreement.F1:F3} |"));
}
