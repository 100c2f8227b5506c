using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;

namespace NetflixPrep.Bot;

// Each worker keeps one loop of the machinery running. They stop in the reverse order of their registration: the lane last.

internal sealed class LaneWorker(TurnLoop lane) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => lane.RunAsync(stoppingToken);
}

internal sealed class RelayWorker(OutboxRelay relay) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await relay.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops; what was not sent is in the outbox.
        }
    }
}

internal sealed class ClockWorker(Timers timers, Heartbeat heartbeat, TurnLoop lane) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        heartbeat.RunAsync(lane.PostAsync, stoppingToken),
        timers.RunAsync(lane.PostAsync, stoppingToken));
}

internal sealed partial class ReceiveWorker(IEnumerable<IChatAdapter> adapters, TurnLoop lane, IHostApplicationLifetime lifetime, ILogger<ReceiveWorker> log) : BackgroundService
{
    private int running = adapters.Count();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(adapters.Select(adapter => ReceiveAsync(adapter, stoppingToken)));

    private async Task ReceiveAsync(IChatAdapter adapter, CancellationToken ct)
    {
        try
        {
            await foreach (var delivery in adapter.ReceiveAsync(ct)) await lane.PostAsync(delivery, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The bot stops; what was not kept is delivered again.
        }
        catch (Exception failure)
        {
            LogLost(adapter.Platform, failure.Message);
            await Console.Error.WriteLineAsync($"{adapter.Platform}: {failure.Message}");
            // The other platforms go on; without any the bot would be deaf.
            if (Interlocked.Decrement(ref running) > 0) return;
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "The {Platform} adapter ended and cannot go on: {Reason}")]
    private partial void LogLost(string platform, string reason);
}
