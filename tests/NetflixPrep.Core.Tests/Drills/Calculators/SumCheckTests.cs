using FsCheck;
using FsCheck.Fluent;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Drills.Memory;

namespace NetflixPrep.Core.Tests.Drills.Calculators;

public sealed class SumCheckTests
{
    /// <summary>14,749 per arm.</summary>
    private static readonly Sum Size = SampleSizeSum.For(Sums.Find("sample-size")!, "A trial.", 0.10, 0.11, 0.8);

    /// <summary>0.84 percentage points (0.8405).</summary>
    private static readonly Sum Effect = EffectSum.For(Sums.Find("mde")!, "A trial.", 0.10, 20_000, 0.8);

    /// <summary>0.62 at 4 (6.71 ÷ 10.82).</summary>
    private static readonly Sum Ranking = RankingSum.For(Sums.Find("ndcg-at-k")!, [1, 3, 0, 2, 2], 4);

    /// <summary>Precision 0.75, recall 0.6.</summary>
    private static readonly Sum Confusion = ConfusionSum.For(Sums.Find("precision-recall")!, ("A model.", "Yes", "No"), found: 60, missed: 40, extra: 20);

    /// <summary>From 38.9 to 45.1 minutes.</summary>
    private static readonly Sum Interval = BootstrapSum.For(Sums.Find("bootstrap-interval")!, [382, 389, 391, 395, 401, 405, 407, 411, 412, 413, 415, 418, 420, 421, 422, 430, 433, 440, 451, 460]);

    [Theory]
    [InlineData("14749", 14_749)]
    [InlineData("14,749", 14_749)]
    [InlineData("14 749", 14_749)]
    [InlineData("14'749 per arm", 14_749)]
    [InlineData("14_749", 14_749)]
    [InlineData("14.749", 14_749)]
    [InlineData("14.7k", 14_700)]
    [InlineData("14,7k", 14_700)]
    [InlineData("15K", 15_000)]
    [InlineData("about 15 thousand", 15_000)]
    [InlineData("fifteen thousand, roughly", 15_000)]
    [InlineData("~14749", 14_749)]
    [InlineData("≈ 14,749.", 14_749)]
    [InlineData("**14,749**", 14_749)]
    [InlineData("1.4749e4", 14_749)]
    [InlineData("n=14749 per arm", 14_749)]
    [InlineData("n = 14749/arm", 14_749)]
    [InlineData("is it 14,749?", 14_749)]
    [InlineData("so 14,749 per arm, 29,498 in total", 14_749)]
    [InlineData("29,498 in total so 14,749 per arm", 14_749)]
    [InlineData("29,498 members overall, that is 14,749 each", 14_749)]
    [InlineData("14,749 per arm (29,498 together)", 14_749)]
    [InlineData("14,749 per arm at alpha 0.05 and 80 % power", 14_749)]
    [InlineData("with z = 2.8 and 10 % to 11 % I get 14,749", 14_749)]
    [InlineData("(1.96 + 0.84)^2 * (0.09 + 0.0979) / 0.0001 = 14,732", 14_732)]
    [InlineData("14,732 = 7.84 × 0.1879 / 0.0001", 14_732)]
    [InlineData("each arm: 14,000. No, make that n = 14,749", 14_749)]
    [InlineData("```python\nn = 7.849 * 0.1879 / 0.0001\nprint(n)  # 14748.3\n```", 14_748.3)]
    [InlineData("`n = 14749`", 14_749)]
    [InlineData("def size():\n    return 14749", 14_749)]
    [InlineData("> How many does each of the 2 arms need?\n14,749", 14_749)]
    [InlineData("１４７４９", 14_749)]
    public void A_count_is_read_however_it_is_typed(string text, double stated)
    {
        var read = Read(Size, text);

        Assert.Equal((stated, true), (read.Stated, read.Within));
    }

    [Theory]
    [InlineData("0.618", 0.618)]
    [InlineData(".618", 0.618)]
    [InlineData("0,618", 0.618)]
    [InlineData("about 0.62", 0.62)]
    [InlineData("62 %", 0.62)]
    [InlineData("61.8%", 0.618)]
    [InlineData("62 percent", 0.62)]
    [InlineData("62", 0.62)]
    [InlineData("NDCG@4 = 0.618", 0.618)]
    [InlineData("ndcg at 4 is 0.618", 0.618)]
    [InlineData("DCG is 6.71, IDCG 10.82, so 0.62", 0.62)]
    [InlineData("6.71/10.82", 0.620148)]
    [InlineData("ndcg 0.618 (dcg / ideal = 0.9)", 0.618)]
    [InlineData("6.18e-1", 0.618)]
    [InlineData("½", 0.5)]
    public void A_share_is_read_however_it_is_typed(string text, double stated) => Assert.Equal(stated, Read(Ranking, text).Stated!.Value, 6);

    [Theory]
    [InlineData("0.84 pp", 0.84)]
    [InlineData("0.84", 0.84)]
    [InlineData("0,84 points", 0.84)]
    [InlineData("0.84 %", 0.84)]
    [InlineData("0.0084", 0.84)]
    [InlineData("from 10 % up, the MDE is 0.84 percentage points", 0.84)]
    public void Points_are_read_however_they_are_typed(string text, double stated)
    {
        var read = Read(Effect, text);

        Assert.Equal(stated, read.Stated!.Value, 6);
        Assert.True(read.Within);
    }

    [Theory]
    [InlineData("precision 0.75, recall 0.6")]
    [InlineData("recall 0.6, precision 0.75")]
    [InlineData("0.75 precision 0.6 recall")]
    [InlineData("precision is 75 % and recall is 60 %")]
    [InlineData("0.75 and 0.6")]
    [InlineData("75 %, 60 %")]
    [InlineData("75, 60")]
    [InlineData("60/80, 60/100")]
    [InlineData("Precision:\n60/80 = 0.75\nRecall:\n60/100 = 0.6")]
    [InlineData("precision = 60/(60+20) = 3/4 and recall = 60/(60+40) = 0.6")]
    [InlineData("p = .75; r = .6")]
    [InlineData("0.75 and a recall of 0.6")]
    public void Two_shares_are_told_apart(string text) => Assert.Equal([0.75, 0.6], SumCheck.Read(Confusion, text).Answers.Select(answer => answer.Stated!.Value));

    [Theory]
    [InlineData("38.9 to 45.1")]
    [InlineData("38.9–45.1")]
    [InlineData("38.9 - 45.1 minutes")]
    [InlineData("[38.9, 45.1]")]
    [InlineData("between 38.9 and 45.1")]
    [InlineData("of the 20 means the 2nd and the 19th: 38.9 and 45.1")]
    [InlineData("90 % interval: (38.9; 45.1)")]
    [InlineData("upper 45.1, lower 38.9")]
    public void The_ends_of_an_interval_are_read_however_they_are_typed(string text)
    {
        var check = SumCheck.Read(Interval, text);

        Assert.Equal([38.9, 45.1], check.Answers.Select(answer => answer.Stated!.Value));
        Assert.True(check.AllWithin);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no idea")]
    [InlineData("80 % power")]
    [InlineData("one arm")]
    [InlineData("1e308 k")]
    [InlineData("> it needs 14,749 per arm")]
    public void Without_a_figure_that_may_be_meant_nothing_is_stated(string text) => Assert.Equal((null, null, false), Read(Size, text) is var read ? (read.Stated, read.Hit, read.Within) : default);

    [Fact]
    public void One_figure_of_two_leaves_the_other_open()
    {
        var check = SumCheck.Read(Confusion, "recall 0.6");

        Assert.Equal([null, 0.6], check.Answers.Select(answer => answer.Stated));
        Assert.False(check.AllWithin);
    }

    [Fact]
    public void The_words_are_quoted_to_the_letter() => Assert.Equal(("14 749", "So n = 14 749 per arm."), Read(Size, "Let me see. So n = 14 749 per arm.") is { Hit: { } hit } ? (hit.Words, hit.Quote) : default);

    [Theory]
    [InlineData("11,600", "with a one-sided α")]
    [InlineData("29,500 in all", "with both arms counted together")]
    [InlineData("7.2k", "with the z of the power left out")]
    public void A_usual_slip_is_named(string text, string how) => Assert.Equal(how, Read(Size, text).Slip!.How);

    [Fact]
    public void A_figure_beside_everything_is_no_slip() => Assert.Equal((20_000.0, false, null), Read(Size, "20,000") is var read ? (read.Stated, read.Within, read.Slip) : default);

    [Fact]
    public void A_sum_undivided_is_told_from_a_share() => Assert.Equal("without dividing by the ideal list", Read(Ranking, "6.71").Slip!.How);

    [Fact]
    public void The_tolerance_is_a_percentage_of_the_answer() =>
        Assert.Equal([true, false], [Read(Size, "15,040").Within, Read(Size, "15,050").Within]);

    [Fact]
    public void Within_at_first_is_good_at_the_second_try_hard_and_else_again()
    {
        var (within, apart) = (SumCheck.Read(Size, "14,749"), SumCheck.Read(Size, "20,000"));

        Assert.Equal([Grade.Good, Grade.Hard, Grade.Again, Grade.Again, Grade.Again, Grade.Again],
            [SumCheck.GradeOf([within]), SumCheck.GradeOf([apart, within]), SumCheck.GradeOf([apart, apart]), SumCheck.GradeOf([apart]), SumCheck.GradeOf([]), SumCheck.GradeOf([apart, apart, within])]);
    }

    [Fact]
    public void A_long_message_of_numbers_is_read_once_through() =>
        Assert.Equal(14_749, Read(Size, string.Concat(Enumerable.Repeat("12 ", 20_000)) + "n = 14,749").Stated);

    [Fact]
    public void Whatever_is_typed_is_read_and_quoted_from_the_text_itself()
    {
        var pieces = Gen.Elements("14,749", "14 749", "0,82", "82 %", ".5", "1e308", "9e999 k", "3/0", " = ", "/", "–", "(", ")", "\n", ">", "```", "`", ", ", "; ", ". ", "precision ", "r ", "n=", "²", "é", "\u200b", "😀", "½", "٣", "x");
        var texts = Arb.From(Gen.ArrayOf(pieces).Select(string.Concat));

        Prop.ForAll(texts, text => ((Sum[])[Size, Effect, Ranking, Confusion, Interval]).All(sum => SumCheck.Read(sum, text).Answers.All(answer =>
            answer.Hit is null || (answer.Hit.Words == text.Substring(answer.Hit.Start, answer.Hit.Length) && text.Contains(answer.Hit.Quote, StringComparison.Ordinal)))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static SumRead Read(Sum sum, string text) => Assert.Single(SumCheck.Read(sum, text).Answers);
}
