using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Bot.Cli;
using NetflixPrep.Bot.Tests.Slack;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Bot.Tests.Slack.Whole;
using NetflixPrep.Bot.Tests.Storage;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Golden;

/// <summary>
/// The golden conversations, held on Slack: what is recorded is the same. Left out are the deleted place, which Slack
/// does not tell of; the closed direct messages, because there a private place is a thread in them; the settings, because
/// they name channels by the platform's ids; the replay, because it is asked for by a key that comes from
/// such ids; and help, which records nothing.
/// </summary>
public sealed class SlackStoryTests
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
    public async Task The_session_log_is_the_same_as_through_the_terminal(string name)
    {
        using var terminal = new TempFolder();
        using var slack = new TempFolder();
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".script"), Ct);
        var bank = StoryBank.Of(name);

        var options = new BotOptions { Storage = new() { Path = terminal.File("netflixprep.db"), Synchronous = "NORMAL" } };
        Assert.Equal(0, await ScriptHost.RunAsync(options, bank, "story", script, TextWriter.Null, TextWriter.Null, Ct));
        await ThroughSlack(slack, bank, script);

        Assert.Equal(SessionLog.Read(terminal.File("netflixprep.db")), SessionLog.Read(slack.File("netflixprep.db")));
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_sent_fits_Slacks_own_types()
    {
        SlackSchemas.SkipUnlessThere();
        using var slack = new TempFolder();
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", "stale-and-double.script"), Ct);

        // What the fake answers is judged by its own tests.
        await ThroughSlack(slack, SmallBank.Load(), script, fake => Assert.DoesNotContain(SlackSchemas.Findings(fake), finding => !finding.StartsWith("answer of", StringComparison.Ordinal)));
    }

    private static async Task ThroughSlack(TempFolder folder, QuestionBank bank, string script, Action<FakeSlack>? look = null)
    {
        var time = new ManualTime(VirtualTime.Beginning);
        await using var fake = await FakeSlack.StartAsync(time);
        fake.Sockets.ChecksAcks = false; // a clock that leaps over days leaves no time for acknowledgements
        fake.PostBurst = 1000;
        await new SlackStoryPlayer(fake, time, () => new(new WholeSlack(fake), time, folder.Path, bank)).PlayAsync(script);
        Assert.Empty(fake.Violations);
        look?.Invoke(fake);
    }
}
