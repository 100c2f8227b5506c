using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NetflixPrep.Bot;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Benchmarks;

/// <summary>The whole bot as it is composed and hosted for real (lane, relay, clock, journal with synchronous=FULL), on a <see cref="SilentPlatform"/>.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static readonly PlaceId Lobby = new("silent", "lobby");

    private readonly IHost host;
    private long deliveries;

    private RunningBot(IHost host, SilentPlatform platform) => (this.host, Platform) = (host, platform);

    public SilentPlatform Platform { get; }

    public static async Task<RunningBot> StartAsync(string folder, CancellationToken ct)
    {
        var options = new BotOptions { Storage = new() { Path = Path.Combine(folder, "bot.db") }, Log = new() { Level = "Warning" } };
        var platform = new SilentPlatform();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddBotLog(options, TimeProvider.System);
        builder.Services.AddBot(options, Answers.Bank, TimeProvider.System).AddSingleton<IChatAdapter>(platform).AddWorkers();
        var bot = new RunningBot(builder.Build(), platform);
        await bot.host.StartAsync(ct);
        return bot;
    }

    /// <summary>Everybody starts the homepage question in a thread of their own and presses Begin.</summary>
    public async Task<IReadOnlyList<PersonId>> OpenSessionsAsync(int count, int atOnce, CancellationToken ct)
    {
        PersonId[] people = [.. Enumerable.Range(1, count).Select(number => new PersonId("silent", "group", $"u{number}"))];
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = ct }, async (person, token) =>
        {
            await HearAsync(new Inbound.Command(From(person, Lobby), CommandTable.MockStart, [new("question", Answers.QuestionId)]), token);
            var thread = Platform.ThreadOf(person);
            await HearAsync(new Inbound.Choice(From(person, thread), await Platform.BeginOfAsync(thread, token), null), token);
        });
        await CalmAsync(ct);
        return people;
    }

    /// <summary>One message of an answer, until it is kept.</summary>
    public Task SayAsync(PersonId person, string text, CancellationToken ct)
    {
        var from = From(person, Platform.ThreadOf(person));
        return HearAsync(new Inbound.Text(from, $"said-{from.DeliveryId}", text), ct);
    }

    /// <summary>Everything that was wished for is sent and marked.</summary>
    public Task CalmAsync(CancellationToken ct) => host.Services.GetRequiredService<OutboxQueue>().WhenCalmAsync().WaitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    /// <summary>A command that is answered privately, until it is kept: what somebody waits for.</summary>
    public Task StatusAsync(CancellationToken ct) => HearAsync(new Inbound.Command(From(new("silent", "group", "waiting"), Lobby), CommandTable.DrillSkip, []), ct);

    private async Task HearAsync(Inbound inbound, CancellationToken ct)
    {
        if (await Platform.HearAsync(inbound, ct) is { Kept: false, Sentence: var sentence }) throw new InvalidOperationException($"Not kept: {sentence}");
    }

    private Origin From(PersonId person, PlaceId place) => new($"d{Interlocked.Increment(ref deliveries)}", person, place, DateTimeOffset.UtcNow);
}
