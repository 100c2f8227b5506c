namespace NetflixPrep.Core.Tests.Questions.Reading;

public sealed class NegationTests
{
    [Theory]
    [InlineData("no baseline")]
    [InlineData("not a real baseline")]
    [InlineData("without any baseline")]
    [InlineData("we never had a baseline")]
    [InlineData("we don't need a fancy baseline")]
    [InlineData("We don’t need a baseline")]
    [InlineData("there is no need for a baseline")]
    public void A_hit_behind_a_negation_is_kept_apart(string text)
    {
        var finding = B.Find(new() { Any = ["baseline"] }, text);

        Assert.False(finding.Mentioned);
        Assert.Equal("baseline", Assert.Single(finding.Negated).Words);
    }

    [Theory]
    [InlineData("not only a baseline")]
    [InlineData("no doubt a baseline")]
    [InlineData("not just the baseline")]
    [InlineData("why not a baseline")]
    [InlineData("No, a baseline first")]
    [InlineData("No. Baseline first")]
    [InlineData("I would not.\nBaseline first")]
    [InlineData("not a deep model at first: baseline")]
    [InlineData("not accuracy but the baseline")]
    [InlineData("never ship without a baseline")]
    [InlineData("you can't start without a baseline")]
    [InlineData("don't forget the baseline")]
    [InlineData("never forget the baseline")]
    [InlineData("not to mention the baseline")]
    [InlineData("no one had ever built baseline")]
    [InlineData("Without labels, baseline it is")]
    [InlineData("no more than one baseline")]
    public void Other_words_do_not_negate(string text) => Assert.True(B.Find(new() { Any = ["baseline"] }, text).Mentioned);

    [Fact]
    public void An_item_that_begins_with_the_negation_counts() => Assert.True(B.Find(new() { Any = ["no history"] }, "They have no history").Mentioned);

    [Fact]
    public void A_negated_half_keeps_a_pair_from_counting()
    {
        var finding = B.Find(new() { All = [["precision"], ["recall"]] }, "precision, but no recall");

        Assert.False(finding.Mentioned);
        Assert.Equal("recall", Assert.Single(finding.Negated).Words);
    }
}
