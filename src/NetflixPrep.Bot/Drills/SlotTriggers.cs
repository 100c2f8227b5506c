using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;
using Quartz;

namespace NetflixPrep.Bot.Drills;

/// <summary>
/// Quartz rings the hours at which drills are due: one one-shot trigger for each local time and zone, in memory.
/// It holds no truth and reckons no calendar: instants come from the table of timers, at start and with each commit.
/// </summary>
internal sealed partial class SlotTriggers(ISchedulerFactory factory, ILogger<SlotTriggers> log) : ITriggers, IDisposable
{
    private static readonly JobKey Strike = new("strike", "slots");

    // Commits never wait for Quartz; there are as many entries as changes that it has not taken over yet.
    private readonly Channel<(StreamId Stream, string Timer, DateTimeOffset? At)> changes = Channel.CreateUnbounded<(StreamId, string, DateTimeOffset?)>(new() { SingleReader = true });

    /// <summary>Many hours may strike in the same minute: so many at once share a commit, and people's turns come in between.</summary>
    internal SemaphoreSlim Few { get; } = new(8);

    public bool Takes(StreamId stream) => stream.Kind == Slot.StreamName;

    public void Set(StreamId stream, string timer, DateTimeOffset at) => changes.Writer.TryWrite((stream, timer, at));

    public void Clear(StreamId stream, string timer) => changes.Writer.TryWrite((stream, timer, null));

    public void Dispose() => Few.Dispose();

    /// <summary>Takes changes over and lets Quartz run, until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var scheduler = await factory.GetScheduler(ct);
        await scheduler.AddJob(JobBuilder.Create<SlotJob>().WithIdentity(Strike).StoreDurably().Build(), new AddJobOptions { Replace = true }, ct);
        await scheduler.Start(ct);
        try
        {
            await foreach (var (stream, timer, at) in changes.Reader.ReadAllAsync(ct)) await TakeOverAsync(scheduler, stream, timer, at, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            LogStopping();
        }
        finally
        {
            await scheduler.Shutdown(true, CancellationToken.None);
        }
    }

    private static async Task TakeOverAsync(IScheduler scheduler, StreamId stream, string timer, DateTimeOffset? at, CancellationToken ct)
    {
        var key = new TriggerKey(timer, stream.ToString());
        await scheduler.UnscheduleJob(key, ct);
        if (at is not { } due) return;
        await scheduler.ScheduleJob(TriggerBuilder.Create().WithIdentity(key).ForJob(Strike).StartAt(due).Build(), cancellationToken: ct);
    }

    [LoggerMessage(1, LogLevel.Information, "The hours of drills are no longer rung; they are in the table of timers.")]
    private partial void LogStopping();
}

/// <summary>What Quartz runs: it turns a ring into an inbound, nothing else, and waits until that is kept.</summary>
internal sealed class SlotJob(SlotTriggers triggers, Timers timers, TurnLoop lane) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await triggers.Few.WaitAsync(cancellationToken);
        try
        {
            if (timers.Take(StreamId.Parse(context.Trigger.Key.Group), context.Trigger.Key.Name) is not { } due) return;
            var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var delivery = timers.Deliver(due);
            await lane.PostAsync(delivery with { Settle = settlement => Settled(delivery, settlement, kept) }, cancellationToken);
            await kept.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            triggers.Few.Release();
        }
    }

    private static async ValueTask Settled(Delivery delivery, Settlement settlement, TaskCompletionSource kept)
    {
        await delivery.Settle(settlement);
        kept.TrySetResult();
    }
}

/// <summary>Keeps Quartz running.</summary>
internal sealed class SlotWorker(SlotTriggers triggers) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => triggers.RunAsync(stoppingToken);
}

internal static class SlotTriggersRegistration
{
    /// <summary>Quartz rings the hours of drills; it is named nowhere else.</summary>
    public static IServiceCollection AddSlotTriggers(this IServiceCollection services)
    {
        services.AddQuartz();
        return services.AddSingleton<SlotTriggers>().AddSingleton<ITriggers>(provider => provider.GetRequiredService<SlotTriggers>());
    }
}
