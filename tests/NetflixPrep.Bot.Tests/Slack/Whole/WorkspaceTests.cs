using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Bot.Tests.Storage;
using NetflixPrep.Bot.Tests.Whole;

namespace NetflixPrep.Bot.Tests.Slack.Whole;

/// <summary>The whole bot in a workspace, beyond sessions: its settings and App Home.</summary>
public sealed class WorkspaceTests : IAsyncLifetime
{
    private const string Ana = "U0ANA";
    private const string Ben = "U0BENEDICT";

    private readonly TempFolder folder = new();
    private readonly ManualTime time = new(VirtualTime.Beginning);
    private FakeSlack fake = null!;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeSlack.StartAsync(time);
        fake.Sockets.ChecksAcks = false; // the story below leaps over days
        fake.PostBurst = 1000;
        fake.AddPerson("ana", admin: true);
        fake.AddPerson("benedict");
        fake.AddChannel("study", people: [Ana, Ben]);
    }

    public async ValueTask DisposeAsync()
    {
        await fake.DisposeAsync();
        folder.Dispose();
        Assert.Empty(fake.Violations);
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_manages_the_workspace_may_change_its_settings_in_a_channel_and_others_may_not()
    {
        await using var bot = Bot();
        await bot.CalmAsync();

        var saved = await SaysAsync(bot, Ana, FakeSlack.ChannelId, "settings zone:Europe/Berlin practice-channel:#study moderators:@benedict");
        var refused = await SaysAsync(bot, Ben, FakeSlack.ChannelId, "settings zone:Asia/Tokyo");
        var shown = await SaysAsync(bot, Ben, FakeSlack.ChannelId, "settings");

        Assert.Contains("Saved.", saved, StringComparison.Ordinal);
        Assert.Contains("Only those who manage this group can change its settings", refused, StringComparison.Ordinal);
        Assert.Contains("• Practice channel: (mention)\n• Review channel: none; things are shown where they are asked for\n• Moderators: benedict\n• Zone: Europe/Berlin", shown, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task App_Home_reads_as_one_page_status_first_then_drills_plan_sessions_settings_and_help()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", "history.script"), TestContext.Current.CancellationToken);
        await new SlackStoryPlayer(fake, time, Bot).PlayAsync(script);
        fake.People[Ana].IsAdmin = true;
        await using var bot = Bot();
        await bot.CalmAsync();
        await SaysAsync(bot, Ana, FakeSlack.ChannelId, "plan interview-date:2026-02-18 time:7:30");

        await fake.OpenHomeAsync(Ana);
        await bot.CalmAsync();

        Assert.StartsWith("""
            Mock interviews
            No session is open. /mock start opens one.
            Your drills
            Drills are off. /mock drill on time:08:30 zone:Europe/Dublin brings one small question a day by direct message.
            Your plan
            Interview on Wednesday 18 February 2026, L5, 6 h a week at 07:30, UTC.
            Six weeks, built back from the interview: split and weekly rhythm are S2's, the last week is S1's, the days and minutes are ours.

            Today: coding, 70 min. 4 min practised so far.
            Then: Thu 8 Jan fundamentals, 70 min; Fri 9 Jan system design, 70 min; Sun 11 Jan behaviour and stories, 70 min.

            /mock plan today says what to do now; /mock plan week, all and progress show more, calendar and markdown give you files.
            You as a reviewer
            • Licence: not taken yet
            • Invitations to review: on
            • Reviews: 0 given, 0 received
            You can review without a licence; such reviews are marked so. The licence takes three minutes: three samples to score.
            Your sessions
            • 2026-01-07 · Coding · closed before it began
            • 2026-01-07 · ML fundamentals · Two ways to hold back · 4 min · to the end · to fix: No trade-off
            • 2026-01-06 · ML fundamentals · Two ways to hold back · 2 min · to the end · to fix: Talked too fast
            • 2026-01-05 · ML fundamentals · Two ways to hold back · under a minute · to the end · to fix: No trade-off
            What you chose to fix
            • Talked too fast: chosen once, slipped once
            • No trade-off: chosen twice, held once, came back on 2026-01-07
            /mock why says why a session asked what it asked.
            Settings of this group
            • Practice channel: none; things are shown where they are asked for
            • Review channel: none; things are shown where they are asked for
            • Moderators: none; those who manage the group look after it
            • Zone: UTC
            • Quiet hours: none
            • Retention: off; sessions are kept until their person deletes them
            • Daily question: none
            • Reviews: 3 open an answer, or 3 days with what there is
            • Reviewer's licence: recommended
            To change one: /mock settings zone:Europe/Berlin. off takes it back. Nothing needs to be set.
            What I can do
            """.ReplaceLineEndings("\n"), SlackEyes.Read(fake.Home(Ana)!), StringComparison.Ordinal);
    }

    private WholeBot Bot() => new(new WholeSlack(fake), time, folder.Path, SmallBank.Load());

    /// <summary>What the person alone is told.</summary>
    private async Task<string> SaysAsync(WholeBot bot, string user, string place, string command)
    {
        await fake.SlashAsync(user, place, command);
        await bot.CalmAsync();
        return SlackEyes.Read(fake.Ephemerals(user)[^1]);
    }
}
