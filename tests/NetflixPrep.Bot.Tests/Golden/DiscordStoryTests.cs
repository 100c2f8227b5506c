using System.Collections.Concurrent;
using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Bot.Cli;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Bot.Tests.Discord.Whole;
using NetflixPrep.Bot.Tests.Storage;
using NetflixPrep.Bot.Tests.Whole;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Golden;

/// <summary>
/// The golden conversations, held on Discord: what is recorded is the same. Left out is the deleted place:
/// Discord tells of it at once, the terminal at the next message, so the times must differ.
/// </summary>
public sealed class DiscordStoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("taken-well")]
    [InlineData("taken-badly")]
    [InlineData("edit-and-delete")]
    [InlineData("wrong-person")]
    [InlineData("stale-and-double")]
    [InlineData("pause-and-resume")]
    [InlineData("public-thread")]
    [InlineData("second-session")]
    [InlineData("abandoned")]
    [InlineData("interrupted")]
    [InlineData("closed-dms")]
    [InlineData("sample-three-minutes")]
    [InlineData("round-design-well")]
    [InlineData("round-design-badly")]
    [InlineData("round-coding")]
    [InlineData("round-incident")]
    [InlineData("round-stories")]
    [InlineData("round-loop-two-days")]
    [InlineData("history")]
    [InlineData("why")]
    [InlineData("privacy")]
    [InlineData("review-three-agree")]
    [InlineData("review-apart-and-late")]
    [InlineData("panel-open")]
    public async Task The_session_log_is_the_same_as_through_the_terminal(string name)
    {
        using var terminal = new TempFolder();
        using var discord = new TempFolder();
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".script"), Ct);

        var bank = StoryBank.Of(name);

        await ThroughTerminal(terminal, bank, script);
        await ThroughDiscord(discord, bank, script);

        Assert.Equal(SessionLog.Read(terminal.File("netflixprep.db")), SessionLog.Read(discord.File("netflixprep.db")));
    }

    private static async Task ThroughTerminal(TempFolder folder, QuestionBank bank, string script)
    {
        var options = new BotOptions { Storage = new() { Path = folder.File("netflixprep.db"), Synchronous = "NORMAL" } };
        Assert.Equal(0, await ScriptHost.RunAsync(options, bank, "story", script, TextWriter.Null, TextWriter.Null, Ct));
    }

    private static async Task ThroughDiscord(TempFolder folder, QuestionBank bank, string script)
    {
        var time = new ManualTime(VirtualTime.Beginning);
        await using var fake = await FakeDiscord.StartAsync(time);
        fake.Gateway.HeartbeatInterval = int.MaxValue; // a clock that leaps over days leaves no time for answers to heartbeats
        var store = new ConcurrentDictionary<string, string>();
        await new StoryPlayer(fake, time, () => new(new WholeDiscord(fake, store), time, folder.Path, bank)).PlayAsync(script);
        Assert.Empty(fake.Violations);
    }
}
