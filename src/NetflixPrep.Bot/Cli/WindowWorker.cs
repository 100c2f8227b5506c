using Microsoft.Extensions.Hosting;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Adapters.Terminal.Window;
using NetflixPrep.Bot.Conversations;
using Spectre.Console;

namespace NetflixPrep.Bot.Cli;

/// <summary>Opens the terminal's window and ends the bot when the person leaves.</summary>
internal sealed class WindowWorker(TerminalHands hands, OutboxQueue outbox, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The others start first: what was left from the last time is shown before the prompt.
            await Task.Yield();
            if (TerminalWindow.IsPossible) await new TerminalWindow(hands, Options(), AnsiConsole.Console).RunAsync(stoppingToken);
            else await new PlainWindow(hands, Options(), Console.In, Console.Out).RunAsync(stoppingToken);
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private WindowOptions Options() => hands.Server.LastAt is null
        ? new()
        {
            Greeting = "Hello. I run timed mock interviews. Press Enter for a three-minute sample, or type /mock start; /help says more.",
            SampleCommand = "/mock start question:sample.three-minutes place:dm",
            Settle = SettleAsync,
        }
        : new() { Greeting = "Welcome back. /help says what I can do, /places where something is open.", Settle = SettleAsync };

    /// <summary>Everything typed so far is kept, and its answers are shown: what follows in a pipe may press their buttons.</summary>
    private async Task SettleAsync(CancellationToken ct)
    {
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(TerminalNotice notice)
        {
            if (notice.Fact is TerminalFact.Settled && hands.Server.Read(state => state.Pending.Count == 0)) kept.TrySetResult();
        }

        hands.Server.Happened += Look;
        try
        {
            if (hands.Server.Read(state => state.Pending.Count == 0)) kept.TrySetResult();
            await kept.Task.WaitAsync(ct);
        }
        finally
        {
            hands.Server.Happened -= Look;
        }
        await outbox.WhenCalmAsync().WaitAsync(ct);
    }
}
