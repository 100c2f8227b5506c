using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Tests.Chat;

public class HelpPageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lists_every_command(bool inSession)
    {
        var text = HelpPage.For(inSession).Body.ToString();

        Assert.All(CommandTable.All, spec => Assert.Contains($"/{spec.Verb}: {spec.Help}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Inside_a_session_the_plain_words_come_first() =>
        Assert.StartsWith("You are in a session.", HelpPage.For(inSession: true).Body.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Outside_it_says_how_to_begin() => Assert.EndsWith("/mock start round:coding", HelpPage.For(inSession: false).Body.ToString(), StringComparison.Ordinal);
}

public class CommandTableTests
{
    [Fact]
    public void Every_verb_stands_there_once() => Assert.Equal(CommandTable.All.Count, CommandTable.All.Select(spec => spec.Verb).Distinct().Count());

    [Fact]
    public void Texts_fit_every_platform()
    {
        Assert.All(CommandTable.All, spec => Assert.InRange(spec.Help.Length, 1, 100));
        Assert.All(CommandTable.All.SelectMany(spec => spec.Arguments), argument => Assert.InRange(argument.Help.Length, 1, 100));
        Assert.All(CommandTable.All.SelectMany(spec => spec.Arguments), argument => Assert.InRange(argument.Choices.Count, 0, 25));
    }

    [Theory]
    [InlineData("mock start")]
    [InlineData("help")]
    public void A_verb_is_found(string verb) => Assert.Equal(verb, CommandTable.Find(verb)!.Verb);

    [Fact]
    public void An_unknown_verb_is_not() => Assert.Null(CommandTable.Find("chess"));

    [Fact]
    public void What_changes_nothing_is_read_only() => Assert.Equal(["mock status", "help"], CommandTable.All.Where(spec => spec.ReadsOnly).Select(spec => spec.Verb));
}
