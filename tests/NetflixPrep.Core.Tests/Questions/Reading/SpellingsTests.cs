using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Tests.Questions.Reading;

public sealed class SpellingsTests
{
    [Theory]
    [InlineData("regularis*", "L2 regularization helps")]
    [InlineData("regulariz*", "we regularise it")]
    [InlineData("optimise for", "I'd optimize for retention")]
    [InlineData("normalization", "batch normalisation")]
    [InlineData("analys*", "I'd analyze the logs")]
    [InlineData("modelling", "feature modeling first")]
    [InlineData("labeled", "hand labelled rows")]
    [InlineData("user behaviour", "look at user behavior")]
    [InlineData("nearest neighbor", "the nearest neighbours of it")]
    [InlineData("catalogue", "the whole catalog")]
    public void British_and_American_are_the_same(string item, string text) => Assert.True(B.Find(new() { Any = [item] }, text).Mentioned);

    [Theory]
    [InlineData("feedback loop", "two feedback loops")]
    [InlineData("heavy query", "the heavy queries")]
    [InlineData("edge case", "all edge cases")]
    [InlineData("hash", "two hashes")]
    public void A_singular_finds_its_plural(string item, string text) => Assert.True(B.Find(new() { Any = [item] }, text).Mentioned);

    [Theory]
    [InlineData("points", "a point is that")]
    [InlineData("top k", "the top ks")]
    [InlineData("loss curve", "the losses curve")]
    public void Nothing_else_is(string item, string text) => Assert.False(B.Find(new() { Any = [item] }, text).Mentioned);

    [Fact]
    public void Two_items_that_are_spelled_alike_each_find_it()
    {
        var detector = new Detector { All = [["labelled row"], ["labeled rows", "nothing"]] };

        Assert.True(B.Find(detector, "many labeled rows").Mentioned);
        Assert.True(B.Find(detector, "many labelled rows").Mentioned);
    }

    [Fact]
    public void Two_spellings_are_one_item_when_different_ones_are_counted()
    {
        var detector = new Detector { Count = new(["optimise", "shadow"], 2) };

        Assert.False(B.Find(detector, "optimise and optimize").Mentioned);
        Assert.True(B.Find(detector, "optimize in shadow").Mentioned);
    }
}
