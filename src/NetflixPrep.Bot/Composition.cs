using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot;

/// <summary>Every registration, top to bottom: store, sessions, conversations, adapters, workers.</summary>
internal static class Composition
{
    /// <summary>All of the bot but its adapters and its workers; a script drives these by hand.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, BotOptions options, QuestionBank bank, TimeProvider time)
    {
        services.AddSingleton(options).AddSingleton(bank).AddSingleton(time);
        services.AddSingleton(_ => Database.Open(new DatabaseOptions
        {
            Path = options.Storage.Path,
            Synchronous = options.Storage.Synchronous,
            Instance = options.Storage.Instance,
            ForceBundledSqlite = options.Storage.BundledSqlite,
        }));

        services.AddSingleton<ScriptShelf>();
        services.AddSingleton(provider => SessionStream.Kind(provider.GetRequiredService<ScriptShelf>()));
        services.AddSingleton(provider => new Opening(bank, provider.GetRequiredService<ScriptShelf>().HashOf));
        services.AddSingleton<SessionRouter>();
        services.AddSingleton<RunningClocks>();
        services.AddSingleton<ILookups, Lookups>();

        services.AddSingleton<Router>(provider => provider.GetRequiredService<SessionRouter>().Route);
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton<Timers>();
        services.AddSingleton(provider => new Heartbeat(time, provider.GetRequiredService<RunningClocks>().Any));
        services.AddSingleton<TurnLoop>();
        services.AddSingleton<OutboxRelay>();
        return services;
    }

    /// <summary>The terminal: a small chat platform whose memory is a file in the data folder.</summary>
    public static IServiceCollection AddTerminal(this IServiceCollection services, string folder, TimeProvider time)
    {
        services.AddSingleton(_ => TerminalServer.Open(folder, time));
        services.AddSingleton<TerminalAdapter>();
        services.AddSingleton<IChatAdapter>(provider => provider.GetRequiredService<TerminalAdapter>());
        services.AddSingleton(provider => new TerminalHands(provider.GetRequiredService<TerminalServer>(), CommandTable.All, provider.GetRequiredService<ILookups>()));
        return services;
    }

    public static IServiceCollection AddWorkers(this IServiceCollection services)
    {
        services.AddHostedService<LaneWorker>();
        services.AddHostedService<RelayWorker>();
        services.AddHostedService<ClockWorker>();
        services.AddHostedService<ReceiveWorker>();
        return services;
    }

    /// <summary>Log lines go to a file, never into the conversation.</summary>
    public static ILoggingBuilder AddBotLog(this ILoggingBuilder logging, BotOptions options, TimeProvider time)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(Enum.Parse<LogLevel>(options.Log.Level));
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.Services.AddSingleton<ILoggerProvider>(new FileLog(Path.Combine(options.Storage.Folder, "bot.log"), time));
        return logging;
    }
}
