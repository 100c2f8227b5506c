using System.Globalization;
using NetflixPrep.Bot.Questions;

namespace NetflixPrep.Bot.Tests.Labelled;

/// <summary>The detectors held against answers that people labelled. The table that docs/BENCHMARKS.md quotes is this test's output.</summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private readonly IReadOnlyList<LabelledAnswer> answers = LabelledAnswer.Load();

    [Fact]
    public void There_are_at_least_120_answers_and_half_of_them_are_held_out()
    {
        Assert.True(answers.Count >= 120);
        Assert.InRange(answers.Count(answer => answer.Half == "held-out"), (answers.Count / 2) - 1, (answers.Count / 2) + 1);
        Assert.All(answers, answer => Assert.Contains(answer.Half, new[] { "held-out", "tuning" }));
    }

    [Fact]
    public void Every_label_names_a_signal_of_its_question_and_quotes_the_answer()
    {
        var bank = BankLoader.LoadBuiltIn().Bank;

        Assert.All(answers, answer => Assert.All(answer.Mentions, mention =>
        {
            Assert.Contains(bank.Find(answer.Question)!.Signals, signal => signal.Id == mention.Key);
            Assert.Contains(mention.Value, answer.Text, StringComparison.OrdinalIgnoreCase);
        }));
    }

    [Fact]
    public void On_the_answers_that_were_never_looked_at_the_detectors_agree_with_people()
    {
        var bank = BankLoader.LoadBuiltIn().Bank;
        foreach (var half in answers.GroupBy(answer => answer.Half).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (var round in half.GroupBy(answer => answer.Question.Split('.')[0]).OrderBy(group => group.Key, StringComparer.Ordinal)) Print($"{half.Key}, {round.Key}", round.Count(), Agreement.Of(round, bank));
            Print($"{half.Key}, all", half.Count(), Agreement.Of(half, bank));
        }

        var heldOut = Agreement.Of(answers.Where(answer => answer.Half == "held-out"), bank);

        Assert.True(heldOut.Precision >= LeastPrecision, $"precision {heldOut.Precision:F3}");
        Assert.True(heldOut.F1 >= LeastF1, $"F1 {heldOut.F1:F3}");
    }

    // Just below what was measured last, so that a change for the worse is seen. The aims, and what is missing to them, stand in docs/BENCHMARKS.md.
    private const double LeastPrecision = 0.88;
    private const double LeastF1 = 0.83;

    private void Print(string what, int count, Agreement agreement) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {what} | {count} | {agreement.Both} | {agreement.Found} | {agreement.Missed} | {agreement.Precision:F3} | {agreement.Recall:F3} | {agreement.F1:F3} |"));
}
