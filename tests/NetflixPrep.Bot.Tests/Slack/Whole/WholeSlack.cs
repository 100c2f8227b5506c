using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Bot.Tests.Whole;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Tests.Slack.Whole;

/// <summary>The fake Slack under one life of a whole bot.</summary>
internal sealed class WholeSlack(FakeSlack fake) : IWholePlatform
{
    public void Add(IServiceCollection services) => services.AddSingleton<IChatAdapter>(parts =>
    {
        var homes = parts.GetRequiredService<Homes>();
        return new SlackAdapter(new()
        {
            Options = new() { BotToken = fake.BotToken, AppToken = fake.AppToken, ApiBaseUrl = fake.ApiBaseUrl },
            Commands = CommandTable.All,
            Lookups = parts.GetRequiredService<ILookups>(),
            OpenConversations = _ => ValueTask.FromResult<IReadOnlyList<OpenConversation>>(
                [.. homes.Open(SlackReader.Platform).Select(home => new OpenConversation(home.Place, home.Group, home.LastMessageId))]),
            Listens = homes.IsHome,
            MindsAdmin = ReviewAct.MindsAdmin,
            Pace = SlackPace.Unheld,
            // A clock that leaps leaves no time for replacing sockets; other tests do that.
            Sockets = 1,
            Silence = TimeSpan.FromDays(1000),
        }, fake.Time, new Listener(fake));
    });

    // A socket is live, and everything raised is acknowledged, given up, or waits for the clock.
    public bool IsQuiet(IChatAdapter adapter) => ((SlackAdapter)adapter).Health is { Live: > 0 }
        && fake.Envelopes.TrueForAll(envelope => envelope.Acked || envelope.Lost || envelope.Deliveries[^1] is { TimedOut: true } or { Socket: not { IsOpen: true } });

    public Task UntilAsync(Func<bool> holds) => fake.UntilAsync(holds);

    public Task BesideAsync(IChatAdapter adapter) => ((SlackAdapter)adapter).BesideAsync();

    public void Signal() => fake.Signal();

    /// <summary>What the adapter notes may be what somebody waits for.</summary>
    private sealed class Listener(FakeSlack fake) : ILogger<SlackAdapter>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => fake.Signal();
    }
}
