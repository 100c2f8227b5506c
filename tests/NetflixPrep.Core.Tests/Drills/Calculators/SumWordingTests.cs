using System.Text.RegularExpressions;
using NetflixPrep.Core.Drills.Calculators;

namespace NetflixPrep.Core.Tests.Drills.Calculators;

public sealed partial class SumWordingTests
{
    private static readonly Sum Size = SampleSizeSum.For(Sums.Find("sample-size")!, "A trial.", 0.10, 0.11, 0.8);
    private static readonly Sum Confusion = ConfusionSum.For(Sums.Find("precision-recall")!, ("A model.", "Yes", "No"), found: 60, missed: 40, extra: 20);

    [GeneratedRegex(@"\b(right|wrong|good|bad|correct|incorrect|well done|great|poor)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Judgement { get; }

    [Theory]
    [InlineData("14.7k", "You said 14.7k; the sum comes to 14,749 per arm.")]
    [InlineData("11,600", "You said 11,600; the sum comes to 14,749 per arm.\n11,618 is what it comes to with a one-sided α.")]
    [InlineData("no idea", "Size: I found no figure in that; the sum comes to 14,749 per arm.")]
    public void At_the_end_both_numbers_stand_side_by_side(string text, string said) => Assert.Equal(said, SumWording.Settled(SumCheck.Read(Size, text)).ToString());

    [Theory]
    [InlineData("29,498", "You said 29,498. That is what it comes to with both arms counted together.")]
    [InlineData("20,000", "You said 20,000; the sum comes to something else.")]
    [InlineData("no idea", "I found no figure for \"size\" in that. Write it as a number, such as \"12,300\".")]
    public void After_the_first_try_the_answer_stays_hidden(string text, string said)
    {
        var once = SumWording.OnceMore(SumCheck.Read(Size, text)).ToString();

        Assert.Equal($"{said}\nHave another go; the working comes after that.", once);
        Assert.DoesNotContain("14,749", once, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_figures_are_named_and_what_is_within_is_shown() =>
        Assert.Equal("Precision: you said 0.5; the sum comes to something else.\nRecall: you said 60 %; the sum comes to 0.6.\nHave another go; the working comes after that.",
            SumWording.OnceMore(SumCheck.Read(Confusion, "precision 0.5, recall 60 %")).ToString());

    [Fact]
    public void The_example_for_one_of_two_carries_its_word() =>
        Assert.Contains("such as \"precision 0.42\".", SumWording.OnceMore(SumCheck.Read(Confusion, "recall 0.6")).ToString(), StringComparison.Ordinal);

    [Fact]
    public void What_somebody_typed_stays_typed() =>
        Assert.Contains(SumWording.Settled(SumCheck.Read(Size, "14 749")).Parts, part => part is Core.Chat.Part.Typed { Text: "14 749" });

    [Fact]
    public void The_question_says_how_long_it_takes() =>
        Assert.StartsWith("**Size an A/B test**, about 4 min.\n\nA trial.\n- Today: 10 %\n", SumWording.Question(Size).ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_working_is_a_list() => Assert.Equal(
        """
        - For each arm n = (z + z)² × (p₀(1 − p₀) + p₁(1 − p₁)) ÷ (p₁ − p₀)².
        - 1.960 + 0.842 = 2.802; squared 7.849.
        - 0.1 × 0.9 + 0.11 × 0.89 = 0.1879.
        - 0.11 − 0.1 = 0.01; squared 0.0001.
        - 7.849 × 0.1879 ÷ 0.0001 = 14,749 per arm, rounded up.
        """, SumWording.Working(Size).ToString());

    [Fact]
    public void Nothing_that_is_said_judges()
    {
        var said = from kind in Sums.Kinds
                   from seed in Enumerable.Range(0, 50)
                   let sum = Sums.Make(kind.Id, (ulong)seed)
                   from stated in sum.Slips.Select(slip => slip.Value).Concat(sum.Expected.Select(answer => answer.Value)).Append(77)
                   let check = SumCheck.Read(sum, sum.Expected[0].Write(stated))
                   from text in new[] { SumWording.Question(sum), SumWording.OnceMore(check), SumWording.Settled(check), SumWording.Working(sum) }
                   select text.ToString();

        Assert.All(said.Distinct(), text => Assert.DoesNotMatch(Judgement, text));
    }
}
