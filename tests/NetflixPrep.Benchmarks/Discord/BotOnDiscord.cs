using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NetflixPrep.Bot;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Tests.Discord;
using NetflixPrep.Bot.Tests.Discord.Fake;

namespace NetflixPrep.Benchmarks.Discord;

/// <summary>A person with an open session, and the thread it is in.</summary>
internal sealed record Talker(string User, string Thread);

/// <summary>The whole bot as it is composed and hosted for real, connected to a fake Discord on loopback whose limits are lifted.</summary>
internal sealed class BotOnDiscord : IAsyncDisposable
{
    private const int NoLimit = 100_000;

    private readonly IHost host;

    private BotOnDiscord(IHost host, FakeDiscord fake) => (this.host, Fake) = (host, fake);

    public FakeDiscord Fake { get; }

    public static async Task<BotOnDiscord> StartAsync(string folder, CancellationToken ct)
    {
        var fake = await FakeDiscord.StartAsync(TimeProvider.System);
        (fake.RequestsPerSecond, fake.MessagesPerFiveSeconds, fake.ActiveThreads) = (NoLimit, NoLimit, NoLimit);
        // More often than Discord asks, so that there are some to be late. The fake closes a connection whose heartbeat is a quarter late.
        fake.Gateway.HeartbeatInterval = 2000;
        var options = new BotOptions { Storage = new() { Path = Path.Combine(folder, "bot.db") }, Log = new() { Level = "Warning" } };
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddBotLog(options, TimeProvider.System);
        builder.Services.AddBot(options, Answers.Bank, TimeProvider.System)
            .AddDiscord(new() { Token = fake.Token, ApiBaseUrl = fake.ApiBase, RequestsPerSecond = NoLimit }, TimeProvider.System)
            .AddWorkers();
        var bot = new BotOnDiscord(builder.Build(), fake);
        await bot.host.StartAsync(ct);
        await fake.LiveAsync();
        return bot;
    }

    /// <summary>Everybody starts the homepage question with the slash command and presses Begin in the thread that opens.</summary>
    public async Task<IReadOnlyList<Talker>> OpenSessionsAsync(int count, CancellationToken ct)
    {
        var talkers = new Talker[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (number, _) =>
        {
            var user = (200_000_000_000_000_000 + number).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await Fake.CommandAsync(user, FakeDiscord.ChannelId, "mock start", ("question", Answers.QuestionId));
            var begin = await ShownAsync(user, "Begin");
            await Fake.PressAsync(user, begin.Message.Channel, begin.CustomId);
            await ShownAsync(user, "Done");
            talkers[number] = new(user, begin.Message.Channel);
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

    /// <summary>The button with this label in the person's own thread, once it is there.</summary>
    private async Task<Pressable> ShownAsync(string user, string label)
    {
        Pressable? found = null;
        await Fake.UntilAsync(() => (found = Fake.Channels.Values.Where(channel => channel.IsThread && channel.Members.Contains(user))
            .SelectMany(channel => channel.Messages).SelectMany(DiscordHands.Pressables).FirstOrDefault(one => one.Label == label)) is not null, $"{user} sees [{label}]");
        return found!;
    }
}
