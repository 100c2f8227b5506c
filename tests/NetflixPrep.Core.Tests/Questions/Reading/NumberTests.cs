using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Tests.Questions.Reading;

public sealed class NumberTests
{
    [Theory]
    [InlineData("ms", "about 150ms", 150, "150ms")]
    [InlineData("ms", "0.8 s at most", 800, "0.8 s")]
    [InlineData("ms", "p99<800 ms", 800, "800 ms")]
    [InlineData("s", "150 milliseconds", 0.15, "150 milliseconds")]
    [InlineData("min", "every 2 hours", 120, "2 hours")]
    [InlineData("min", "within 5m", 5, "5m")]
    [InlineData("%", "0.8 %", 0.8, "0.8 %")]
    [InlineData("%", "one percent", 1, "one percent")]
    [InlineData("%", "a drop of -3%", -3, "3%")]
    [InlineData("number", "80 %", 0.8, "80 %")]
    [InlineData("number", "about 1,234.5 rows", 1234.5, "1,234.5")]
    [InlineData("number", "10k rps", 10000, "10k")]
    [InlineData("number", "a rate of 1e-3", 0.001, "1e-3")]
    [InlineData("qps", "10k rps", 10000, "10k rps")]
    [InlineData("qps", "2 thousand requests per second", 2000, "2 thousand requests per second")]
    [InlineData("million", "280M members", 280, "280M")]
    [InlineData("million", "280,000,000 members", 280, "280,000,000")]
    [InlineData("member*", "280 million paying members", 280000000, "280 million paying members")]
    [InlineData("$", "$4 a month", 4, "$4")]
    [InlineData("$", "2k dollars", 2000, "2k dollars")]
    [InlineData("gb", "1.5 TB of logs", 1500, "1.5 TB")]
    public void A_number_is_read_in_the_first_unit(string unit, string text, double value, string words)
    {
        var number = Assert.Single(Numbers(new("n", "n", [unit], null, null), text));

        Assert.Equal(value, number.Value, 6);
        Assert.Equal(words, number.Hit.Words);
    }

    [Theory]
    [InlineData("ms", "p99 and l2 and f1")]
    [InlineData("ms", "in 3 weeks")]
    [InlineData("ms", "150. Ms Smith")]
    [InlineData("%", "about 80")]
    [InlineData("qps", "10 rows")]
    [InlineData("number", "one primary metric")]
    [InlineData("number", "")]
    public void Other_numbers_fill_nothing(string unit, string text) => Assert.Empty(Numbers(new("n", "n", [unit], null, null), text));

    [Fact]
    public void The_range_is_told_not_enforced()
    {
        var numbers = Numbers(new("n", "n", ["ms"], 100, 800), "50 ms, 100 ms, 0.8 s, 801 ms");

        Assert.Equal([false, true, true, false], numbers.Select(number => number.InRange));
    }

    [Fact]
    public void Around_words_stand_within_eight_words()
    {
        var slot = new NumberSlot("n", "n", ["ms"], null, null) { Around = ["rank*"] };

        Assert.Single(Numbers(slot, "ranking may take up to 150 ms"));
        Assert.Single(Numbers(slot, "150 ms for the second one, the ranker"));
        Assert.Empty(Numbers(slot, "150 ms"));
        Assert.Empty(Numbers(slot, "ranking is what comes after a lot of other things, 150 ms"));
    }

    [Fact]
    public void A_number_rule_fires_inside_its_range_only()
    {
        var detect = new Detector { Number = new(["ms"], 10, 500, []) };

        Assert.True(B.Find(detect, "200 ms").Mentioned);
        Assert.False(B.Find(detect, "2 s").Mentioned);
    }

    [Fact]
    public void Digits_without_end_are_no_number() => Assert.Empty(Numbers(new("n", "n", ["number"], null, null), new string('9', 500)));

    private static Seq<NumberFound> Numbers(NumberSlot slot, string text) =>
        QuestionReader.Compile(B.Script(B.Question() with { Numbers = [slot] })).Read([new("1", text, 0)]).Numbers;
}
