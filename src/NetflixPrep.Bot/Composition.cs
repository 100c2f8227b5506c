using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Committees;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Drills;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Loops;
using NetflixPrep.Bot.Pairs;
using NetflixPrep.Bot.Plans;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Reviews;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Stories;
using NetflixPrep.Bot.Suggestions;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Drills.Dailies;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Plans;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Reviews;
using NetflixPrep.Core.Stories;

namespace NetflixPrep.Bot;

/// <summary>Every registration, top to bottom: store, sessions, conversations, adapters, workers.</summary>
internal static class Composition
{
    /// <summary>All of the bot but its adapters and its workers; a script drives these by hand.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, BotOptions options, LiveBank bank, TimeProvider time)
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
        services.AddSingleton(provider => new Opening(() => bank.Now, provider.GetRequiredService<ScriptShelf>().HashOf) { Person = Mentions.Person });
        services.AddSingleton<SessionRouter>();
        services.AddSingleton(LoopStream.Kind());
        services.AddSingleton<LoopRouter>();
        services.AddSingleton(PlanStream.Kind());
        services.AddSingleton<PlanRouter>();
        services.AddSingleton(StoryStream.Kind());
        services.AddSingleton<StoryRouter>();
        services.AddSingleton(SuggestionStream.Kind());
        services.AddSingleton<SuggestionRouter>();
        services.AddSingleton(new GroupDesk(Mentions.Names));
        services.AddSingleton(provider => GroupStream.Kind(provider.GetRequiredService<GroupDesk>()));
        services.AddSingleton<GroupRouter>();
        services.AddSingleton(SlotStream.Kind());
        services.AddSingleton(PracticeStream.Kind());
        services.AddSingleton(provider => DrillStream.Kind(provider.GetRequiredService<ScriptShelf>()));
        services.AddSingleton(provider => new DrillOpening(bank, provider.GetRequiredService<ScriptShelf>(), provider.GetRequiredService<StreamKind<Session, SessionInput, SessionEvent>>(), PlanReads.PlannedArea));
        services.AddSingleton<DrillRouter>();
        services.AddSingleton<DrillLookups>();
        services.AddSingleton(provider => DailyStream.Kind(provider.GetRequiredService<ScriptShelf>()));
        services.AddSingleton<DailyRouter>();
        services.AddSingleton(provider => ReviewStream.Kind(provider.GetRequiredService<ScriptShelf>()));
        services.AddSingleton<ReviewRouter>();
        services.AddSingleton(provider => ReviewerStream.Kind(provider.GetRequiredService<ScriptShelf>()));
        services.AddSingleton<ReviewerRouter>();
        services.AddSingleton<ReviewedRounds>(provider => provider.GetRequiredService<ReviewRouter>().RoundsOf);
        services.AddSingleton(CommitteeStream.Kind(new(bank.Now.RootCauses)));
        services.AddSingleton<CommitteeRouter>();
        services.AddSingleton(PairStreams.Pools());
        services.AddSingleton(provider => PairStreams.Meetings(provider.GetRequiredService<ScriptShelf>()));
        services.AddSingleton<PairRouter>();
        services.AddSingleton<RunningClocks>();
        services.AddSingleton<Homes>();
        services.AddSingleton<ILookups, Lookups>();

        services.AddSingleton<Switchboard>();
        services.AddSingleton<Router>(provider => provider.GetRequiredService<Switchboard>().Route);
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton(provider => new Timers(time, provider.GetService<ITriggers>()));
        services.AddSingleton(provider => new Heartbeat(time, provider.GetRequiredService<RunningClocks>().Any));
        services.AddSingleton<TurnLoop>();
        services.AddSingleton<OutboxRelay>();
        return services;
    }

    /// <summary>The terminal: a small chat platform whose memory is a file in the data folder.</summary>
    /// <param name="letters">What the ids of a new memory end in; a script has none, so that it plays the same every time.</param>
    public static IServiceCollection AddTerminal(this IServiceCollection services, string folder, TimeProvider time, Func<string>? letters = null)
    {
        services.AddSingleton(_ => TerminalServer.Open(folder, time, letters));
        services.AddSingleton<TerminalAdapter>();
        services.AddSingleton<IChatAdapter>(provider => provider.GetRequiredService<TerminalAdapter>());
        services.AddSingleton(provider => new TerminalHands(provider.GetRequiredService<TerminalServer>(), CommandTable.All, provider.GetRequiredService<ILookups>()));
        return services;
    }

    /// <summary>Discord, with what its adapter may know of the rest: commands, look-ups, notes, and which places are homes.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions discord, TimeProvider time)
    {
        services.AddSingleton<IChatAdapter>(provider =>
        {
            var homes = provider.GetRequiredService<Homes>();
            var lane = provider.GetRequiredService<TurnLoop>();
            return new DiscordAdapter(new DiscordWiring
            {
                Options = discord,
                Commands = CommandTable.All,
                Lookups = provider.GetRequiredService<ILookups>(),
                Load = (key, _) => ValueTask.FromResult(homes.Note(key)),
                Save = lane.NoteAsync,
                OpenConversations = OpenOn(DiscordReader.Platform, homes),
                Listens = homes.IsHome,
                OpensForm = token => Act.OpensForm(token) || PlanAct.OpensForm(token) || StoryAct.OpensForm(token) || DailyAct.OpensForm(token) || ReviewAct.OpensForm(token) || CommitteeAct.OpensForm(token),
            }, time, provider.GetRequiredService<ILogger<DiscordAdapter>>());
        });
        return services;
    }

    /// <summary>Slack, with what its adapter may know of the rest: commands, look-ups, and which places are homes.</summary>
    /// <param name="pace">How fast it may call; Slack's own limits by default.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions slack, TimeProvider time, SlackPace? pace = null)
    {
        services.AddSingleton<IChatAdapter>(provider =>
        {
            var homes = provider.GetRequiredService<Homes>();
            return new SlackAdapter(new SlackWiring
            {
                Options = slack,
                Commands = CommandTable.All,
                Lookups = provider.GetRequiredService<ILookups>(),
                OpenConversations = OpenOn(SlackReader.Platform, homes),
                Listens = homes.IsHome,
                MindsAdmin = ReviewAct.MindsAdmin,
                Pace = pace ?? new(),
                Seed = Chance.From(slack.AppToken ?? ""),
            }, time, provider.GetRequiredService<ILogger<SlackAdapter>>());
        });
        return services;
    }

    public static IServiceCollection AddWorkers(this IServiceCollection services)
    {
        services.AddSlotTriggers();
        services.AddHostedService<LaneWorker>();
        services.AddHostedService<RelayWorker>();
        services.AddHostedService<ClockWorker>();
        services.AddHostedService<SlotWorker>();
        services.AddHostedService<ReceiveWorker>();
        services.AddSingleton(provider => new BankSources(provider.GetRequiredService<BotOptions>().Questions)).AddSingleton<BankReload>();
        services.AddHostedService(provider => provider.GetRequiredService<BankReload>());
        return services;
    }

    private static Func<CancellationToken, ValueTask<IReadOnlyList<OpenConversation>>> OpenOn(string platform, Homes homes) =>
        _ => ValueTask.FromResult<IReadOnlyList<OpenConversation>>([.. homes.Open(platform).Select(home => new OpenConversation(home.Place, home.Group, home.LastMessageId))]);

    /// <summary>Log lines go to a file, never into the conversation.</summary>
    /// <param name="console">Also on standard error: where nobody converses in the terminal.</param>
    public static ILoggingBuilder AddBotLog(this ILoggingBuilder logging, BotOptions options, TimeProvider time, bool console = false)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(Enum.Parse<LogLevel>(options.Log.Level));
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.Services.AddSingleton<ILoggerProvider>(new FileLog(Path.Combine(options.Storage.Folder, "bot.log"), time));
        if (console) logging.AddSimpleConsole(simple => simple.SingleLine = true).Services.Configure<ConsoleLoggerOptions>(to => to.LogToStandardErrorThreshold = LogLevel.Trace);
        return logging;
    }
}
