using System.Collections.Concurrent;
using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Bot.Tests.Discord.Whole;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Bot.Tests.Slack.Whole;
using NetflixPrep.Bot.Tests.Storage;

namespace NetflixPrep.Bot.Tests.Golden;

/// <summary>Two who were matched, on platforms whose threads differ: what is said there is kept, pressed and swapped as in the terminal.</summary>
public sealed class PairStoryTests : IDisposable
{
    private const string Script = """
        @ana /pair round:any zone:UTC
        @ben /pair round:any zone:UTC
        +4h
        @ana [My script]
        @ana A ring of sixty buckets.
        @ben And the memory?
        @ben [My script]
        @ben [Done]
        @ana [Swap]
        @ben First the goal.
        @ana [Done]
        @ben [Notes]
        """;

    private static readonly string[] Facts = ["pair-met", "pair-said", "pair-said", "pair-half-ended", "pair-swapped", "pair-said", "pair-half-ended", "pair-ended"];

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task On_Discord_they_get_a_private_thread_for_both()
    {
        var time = new ManualTime(VirtualTime.Beginning);
        await using var fake = await FakeDiscord.StartAsync(time);
        fake.Gateway.HeartbeatInterval = int.MaxValue; // a clock that leaps over hours leaves no time for answers to heartbeats
        var store = new ConcurrentDictionary<string, string>();
        await new StoryPlayer(fake, time, () => new(new WholeDiscord(fake, store), time, folder.Path, SmallBank.Load())).PlayAsync(Script);

        Assert.Empty(fake.Violations);
        var thread = Assert.Single(fake.Channels.Values, channel => channel.IsThread);
        Assert.Equal(Discord.Fake.FakeChannel.PrivateThread, thread.Type);
        Assert.True(thread.IsSeenBy(Discord.AdapterRig.Ana) && thread.IsSeenBy(Discord.AdapterRig.Ben));
        Assert.Equal(Facts, Log());
    }

    [Fact(Timeout = 60_000)]
    public async Task On_Slack_they_get_a_thread_in_the_channel_because_nothing_else_reaches_both()
    {
        var time = new ManualTime(VirtualTime.Beginning);
        await using var fake = await FakeSlack.StartAsync(time);
        fake.Sockets.ChecksAcks = false; // as above, for acknowledgements
        fake.PostBurst = 1000;
        await new SlackStoryPlayer(fake, time, () => new(new WholeSlack(fake), time, folder.Path, SmallBank.Load())).PlayAsync(Script);

        Assert.Empty(fake.Violations);
        Assert.Equal(Facts, Log());
    }

    private List<string> Log() => [.. SessionLog.Read(folder.File("netflixprep.db")).Select(line => line.Split(' ')[1]).Where(type => type.StartsWith("pair-", StringComparison.Ordinal))];
}
