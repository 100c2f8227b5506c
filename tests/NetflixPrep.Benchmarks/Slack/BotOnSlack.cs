using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NetflixPrep.Bot;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Benchmarks.Slack;

/// <summary>A person with an open session, and the thread it is in.</summary>
internal sealed record Talker(string User, string Place);

/// <summary>The whole bot as it is composed and hosted for real, connected to a fake Slack on loopback; limits of both are lifted.</summary>
internal sealed class BotOnSlack : IAsyncDisposable
{
    private const int NoLimit = 100_000;

    private readonly IHost host;

    private BotOnSlack(IHost host, FakeSlack fake) => (this.host, Fake) = (host, fake);

    public FakeSlack Fake { get; }

    public static async Task<BotOnSlack> StartAsync(string folder, CancellationToken ct)
    {
        var fake = await FakeSlack.StartAsync(TimeProvider.System);
        fake.PostBurst = NoLimit;
        var options = new BotOptions { Storage = new() { Path = Path.Combine(folder, "bot.db") }, Log = new() { Level = "Warning" } };
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddBotLog(options, TimeProvider.System);
        builder.Services.AddBot(options, Answers.Bank, TimeProvider.System)
            .AddSlack(new() { BotToken = fake.BotToken, AppToken = fake.AppToken, ApiBaseUrl = fake.ApiBaseUrl }, TimeProvider.System, SlackPace.Unheld)
            .AddWorkers();
        var bot = new BotOnSlack(builder.Build(), fake);
        await bot.host.StartAsync(ct);
        await fake.LiveAsync();
        return bot;
    }

    /// <summary>Everybody starts the homepage question with the slash command and presses Begin in the thread that opens in their direct messages.</summary>
    public async Task<IReadOnlyList<Talker>> OpenSessionsAsync(int count, CancellationToken ct)
    {
        var talkers = new Talker[count];
        for (var number = 0; number < count; number++) Fake.AddPerson($"p{number}");
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (number, _) =>
        {
            var user = $"U0P{number}";
            await Fake.SlashAsync(user, FakeSlack.ChannelId, $"start question:{Answers.QuestionId}");
            var begin = await ShownAsync(user, "Begin");
            await Fake.PressAsync(user, begin);
            await ShownAsync(user, "Done");
            talkers[number] = new(user, $"{begin.Message!.Channel}:{begin.Message.ThreadTs}");
        });
        await CalmAsync(ct);
        return talkers;
    }

    /// <summary>Everything that was wished for is sent and marked.</summary>
    public Task CalmAsync(CancellationToken ct) => host.Services.GetRequiredService<OutboxQueue>().WhenCalmAsync().WaitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await Fake.DisposeAsync();
    }

    /// <summary>The button with this label in the person's direct messages, once it is there.</summary>
    private async Task<FakeControl> ShownAsync(string user, string label)
    {
        FakeControl? found = null;
        var dm = Fake.Dm(user);
        await Fake.UntilAsync(() => (found = Fake.Channels[dm].Messages.SelectMany(FakeControls.Of).FirstOrDefault(one => one.Label == label)) is not null, $"{user} sees [{label}]");
        return found!;
    }
}
