using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Cli;

/// <summary>Runs a script against the whole bot, driven by hand on a virtual clock instead of by its workers.</summary>
internal static class ScriptHost
{
    public static async Task<int> RunAsync(BotOptions options, FileInfo file, CancellationToken ct)
    {
        var (name, text) = file.Name == "-" ? ("-", await Console.In.ReadToEndAsync(ct)) : (file.Name, await ReadAsync(file, ct));
        return await RunAsync(options, Settings.LoadBank(options), name, text, Console.Out, Console.Error, ct);
    }

    public static async Task<int> RunAsync(BotOptions options, QuestionBank bank, string name, string script, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var time = new VirtualTime(VirtualTime.Beginning);
        return await new ScriptRunner(_ => Task.FromResult(Start(options, bank, time)), time, output, errors).RunAsync(name, script, ct);
    }

    private static async Task<string> ReadAsync(FileInfo file, CancellationToken ct) =>
        file.Exists ? await File.ReadAllTextAsync(file.FullName, ct) : throw new StartException($"There is no script {file.Name}. Name a file of steps; the README shows them.");

    private static ScriptProcess Start(BotOptions options, QuestionBank bank, VirtualTime time)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddBotLog(options, time));
        services.AddBot(options, bank, time).AddTerminal(options.Storage.Folder, time);
        var provider = services.BuildServiceProvider();
        // A second run on the same data goes on when the first ended.
        if (provider.GetRequiredService<TerminalServer>().LastAt is { } last) time.AdvanceTo(last);
        var lane = provider.GetRequiredService<TurnLoop>();
        var relay = provider.GetRequiredService<OutboxRelay>();
        var timers = provider.GetRequiredService<Timers>();
        var clocks = provider.GetRequiredService<RunningClocks>();
        DateTimeOffset? beat = null;
        return new(provider.GetRequiredService<TerminalServer>(), provider.GetRequiredService<TerminalAdapter>(), provider.GetRequiredService<TerminalHands>())
        {
            Deliver = (delivery, token) => lane.HandleAsync([delivery], token),
            Settle = async token =>
            {
                // The first beat of a life notices the gap before it; later ones keep saying that the bot is alive.
                if (beat is null) await BeatAsync(token);
                await relay.DrainAsync(token);
            },
            NextDue = _ => Task.FromResult(Earliest(timers.NextDue, relay.NextAttempt, clocks.Any() ? beat + Heartbeat.Every : null)),
            FireDue = async token =>
            {
                var now = time.GetUtcNow();
                var due = timers.TakeDue(now).Select(timers.Deliver).ToList();
                if (due.Count > 0) await lane.HandleAsync(due, token);
                if (beat + Heartbeat.Every <= now) await BeatAsync(token);
            },
            Stop = async () => await provider.DisposeAsync(),
        };

        async Task BeatAsync(CancellationToken token)
        {
            beat = time.GetUtcNow();
            await lane.HandleAsync([new LaneItem.Beat()], token);
        }
    }

    private static DateTimeOffset? Earliest(params DateTimeOffset?[] moments) => moments.Min();
}
