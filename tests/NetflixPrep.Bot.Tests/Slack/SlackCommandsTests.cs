using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Cli;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Slack;

public sealed class SlackCommandsTests
{
    private static readonly SlackCommands Here = new("/mock", SlackRig.Table);
    private static readonly SlackCommands Elsewhere = new("/practice", SlackRig.Table);

    public static TheoryData<string> Verbs => [.. CommandTable.All.Concat(SlackRig.Table).Select(spec => spec.Verb).Distinct()];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void What_is_shown_can_be_typed(string verb)
    {
        var shown = Elsewhere.Show(new(verb));
        var needed = CommandTable.All.Concat(SlackRig.Table).First(spec => spec.Verb == verb).Arguments.Where(argument => argument.Required).Select(argument => $" {argument.Name}:{(argument.Choices.Count > 0 ? argument.Choices[0].Value : "abcdefgh")}");

        var read = Assert.IsType<CommandLine.Parsed>(Elsewhere.Read(shown["/practice".Length..] + string.Concat(needed)));

        Assert.StartsWith("/practice ", shown, StringComparison.Ordinal);
        Assert.Equal(verb, read.Spec.Verb);
    }

    [Theory]
    [InlineData("start round:coding", "mock start")]
    [InlineData("mock start", "mock start")]
    [InlineData("drill on time:9", "drill on")]
    [InlineData("HELP", "help")]
    [InlineData("", "help")]
    public void The_first_word_is_a_verb_of_the_family_or_of_the_table(string typed, string verb) =>
        Assert.Equal(verb, Assert.IsType<CommandLine.Parsed>(Here.Read(typed)).Spec.Verb);

    [Theory]
    [InlineData("strat", "Did you mean /practice start?")]
    [InlineData("hepl", "Did you mean /practice help?")]
    [InlineData("nonsense", "/practice help lists the commands.")]
    [InlineData("start minutes:500", "minutes:")]
    [InlineData("drill", "/practice drill on")]
    public void A_complaint_names_commands_as_they_are_typed_here(string typed, string says) =>
        Assert.Contains(says, Assert.IsType<CommandLine.Complaint>(Elsewhere.Read(typed)).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Other_slashes_stay_as_they_are() =>
        Assert.Equal("See https://a.b/help and 1/2, or /practice help.", Elsewhere.Here("See https://a.b/help and 1/2, or /help."));

    [Fact]
    public void The_manifest_in_the_repository_is_the_one_the_table_gives() =>
        Assert.Equal(SlackManifest.Write(CommandTable.All, "/mock", channels: false, files: false), Tidy.Tree.Read(SlackManifestVerb.FileName).ReplaceLineEndings("\n"));

    [Fact]
    public void The_manifest_asks_for_more_only_where_a_feature_needs_it()
    {
        var least = SlackManifest.Write(CommandTable.All, "/mock", channels: false, files: false);
        var most = SlackManifest.Write(CommandTable.All, "/practice", channels: true, files: true);

        Assert.DoesNotContain("channels:history", least, StringComparison.Ordinal);
        Assert.DoesNotContain("files:read", least, StringComparison.Ordinal);
        Assert.All(["channels:history", "groups:history", "files:read", "message.channels", "command: /practice"], each => Assert.Contains(each, most, StringComparison.Ordinal));
    }

    [Fact]
    public void The_manifest_keeps_to_the_limits()
    {
        var yaml = SlackManifest.Write(CommandTable.All, "/mock", channels: true, files: true);
        var names = yaml.Split('\n').Where(line => line.Contains("- name: ", StringComparison.Ordinal)).Select(line => line.Split("name: ")[1]);

        Assert.All(names, name => Assert.True(name.Length <= SlackLimits.ShortcutName, name));
        Assert.All(yaml.Split('\n').Where(line => line.Contains("description: ", StringComparison.Ordinal)), line => Assert.True(line.Split("description: ")[1].Length <= SlackLimits.Description, line));
    }
}
