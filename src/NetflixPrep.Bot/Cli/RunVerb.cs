using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Adapters.Terminal.Window;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>run</c>: the bot itself, or a script of a conversation.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var script = new Option<FileInfo?>("--script") { Description = "Play this file of steps on a virtual clock and print the transcript; - reads standard input." };
        var verb = new Command("run", "Run the bot: in the terminal while no chat platform is configured.") { script };
        verb.SetAction((parsed, ct) => Verbs.GuardAsync(async () =>
        {
            var options = Settings.Load(parsed);
            return parsed.GetValue(script) is { } file
                ? await ScriptHost.RunAsync(options, file, ct)
                : await RunAsync(options, ct);
        }));
        return verb;
    }

    private static async Task<int> RunAsync(BotOptions options, CancellationToken ct)
    {
        var bank = Settings.LoadBank(options);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddBotLog(options, TimeProvider.System, console: options.HasPlatform);
        builder.Services.AddBot(options, bank, TimeProvider.System).AddWorkers();
        if (options.Discord.IsConfigured) builder.Services.AddDiscord(options.Discord, TimeProvider.System);
        if (options.Slack.IsConfigured) builder.Services.AddSlack(options.Slack, TimeProvider.System);
        if (!options.HasPlatform)
        {
            builder.Services.AddTerminal(options.Storage.Folder, TimeProvider.System);
            builder.Services.AddHostedService<WindowWorker>();
        }
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        if (options.HasPlatform) await Console.Error.WriteLineAsync($"Running; Ctrl-C stops. The log is also in {Path.Combine(options.Storage.Folder, "bot.log")}.");
        var host = builder.Build();
        await host.RunAsync(ct);
        return Environment.ExitCode;
    }
}
