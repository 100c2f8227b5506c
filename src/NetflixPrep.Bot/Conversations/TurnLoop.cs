using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Conversations;

/// <summary>The one lane that writes: takes what waits, handles it in one transaction, commits, and only then settles it and hands on what it wished for.</summary>
internal sealed partial class TurnLoop : IDisposable
{
    /// <summary>At most this many items share a commit.</summary>
    public const int MaxBatch = 256;

    private const int MaxWaiting = 1024;
    private const int CachedStates = 4096;

    private readonly Channel<LaneItem> waiting = Channel.CreateBounded<LaneItem>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly StateCache states = new(CachedStates);
    private readonly Journal journal;
    private readonly Outbox outbox;
    private readonly Turn turn;
    private readonly MarkWriter marks;
    private readonly Database database;
    private readonly OutboxQueue queue;
    private readonly Timers timers;
    private readonly Heartbeat? heartbeat;
    private readonly TimeProvider time;
    private readonly ILogger<TurnLoop> log;
    private DateTimeOffset lastAt;

    /// <summary>Takes up what the database holds from before: unsent rows, timers, the last sign of life.</summary>
    public TurnLoop(Database database, Router route, OutboxQueue queue, Timers timers, TimeProvider time, ILogger<TurnLoop> log, Heartbeat? heartbeat = null)
    {
        (this.database, this.queue, this.timers, this.time, this.log, this.heartbeat) = (database, queue, timers, time, log, heartbeat);
        journal = new(database);
        outbox = new(database);
        var reads = new Reads(database.Writer);
        turn = new(journal, outbox, states, reads, new(database.Writer), new(journal, outbox, reads, time), new(database.Writer), route, log);
        marks = new(outbox, turn);
        TakeUp();
    }

    /// <summary>Handles these now, with what they share of a commit. Never throws for what a turn or the storage does.</summary>
    public Task HandleAsync(IReadOnlyList<Delivery> batch, CancellationToken ct) =>
        HandleAsync([.. batch.Select(delivery => new LaneItem.Arrived(delivery))], ct);

    /// <inheritdoc cref="HandleAsync(IReadOnlyList{Delivery}, CancellationToken)"/>
    public async Task HandleAsync(IReadOnlyList<LaneItem> items, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (items.Count <= MaxBatch) await StepAsync(items);
            else foreach (var part in items.Chunk(MaxBatch)) await StepAsync(part);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>More waits than one commit takes: a burst.</summary>
    public bool IsCrowded => waiting.Reader.Count > MaxBatch;

    /// <summary>Waits while the lane is full.</summary>
    /// <exception cref="ChannelClosedException">The lane has stopped.</exception>
    public ValueTask PostAsync(LaneItem item, CancellationToken ct) => waiting.Writer.WriteAsync(item, ct);

    public ValueTask PostAsync(Delivery delivery, CancellationToken ct) => PostAsync(new LaneItem.Arrived(delivery), ct);

    /// <summary>Keeps a small text of an adapter over restarts, in a shared commit; null takes it away.</summary>
    /// <exception cref="NotKeptException">Storage failed.</exception>
    public async ValueTask NoteAsync(string key, string? value, CancellationToken ct)
    {
        var item = new LaneItem.Noted(key, value, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await PostAsync(item, ct);
        await item.Done.Task.WaitAsync(ct);
    }

    /// <summary>Works until cancelled, then finishes what was already waiting.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        using var stop = ct.Register(() => waiting.Writer.TryComplete());
        var batch = new List<LaneItem>(MaxBatch);
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < MaxBatch && waiting.Reader.TryRead(out var item)) batch.Add(item);
            await HandleAsync(batch, CancellationToken.None);
            batch.Clear();
        }
    }

    public void Dispose()
    {
        journal.Dispose();
        outbox.Dispose();
        oneAtATime.Dispose();
    }

    private void TakeUp()
    {
        var now = time.GetUtcNow();
        lastAt = journal.LastInboundAt() ?? DateTimeOffset.MinValue;
        timers.Load(journal.Timers());
        queue.Add(outbox.TakeUp(now));
        var beat = journal.LastBeat(database.Options.Instance);
        heartbeat?.Start(beat > lastAt || lastAt == DateTimeOffset.MinValue ? beat : lastAt, now);
    }

    private async Task StepAsync(IReadOnlyList<LaneItem> items)
    {
        var now = time.GetUtcNow();
        var pending = new Pending(lastAt);
        var outcomes = new Outcome[items.Count];
        try
        {
            journal.Begin();
            if (heartbeat?.Look(now) is { } woke) Do(new LaneItem.Arrived(new(woke, static _ => ValueTask.CompletedTask)), now, pending);
            for (var i = 0; i < items.Count; i++) outcomes[i] = Do(items[i], now, pending);
            journal.Commit();
        }
        catch (Exception failure)
        {
            TakeBack(failure);
            Array.Fill(outcomes, new(false, failure));
            await SettleAsync(items, outcomes);
            return;
        }
        lastAt = pending.LastAt;
        heartbeat?.Alive(now);
        queue.Add(pending.Rows);
        timers.Apply(pending.Timers);
        await SettleAsync(items, outcomes);
    }

    private Outcome Do(LaneItem item, DateTimeOffset now, Pending pending)
    {
        var here = pending.Here;
        using var step = journal.Savepoint();
        try
        {
            var answered = false;
            switch (item)
            {
                case LaneItem.Arrived arrived: answered = turn.Run(arrived.Delivery.Inbound, pending); break;
                case LaneItem.Marked marked: marks.Write(marked.Mark, now, pending); break;
                case LaneItem.Noted note: journal.Note(note.Key, note.Value); break;
                case LaneItem.Beat: journal.Beat(database.Options.Instance, now); break;
                case LaneItem.Claim: pending.Rows.AddRange(outbox.Claim(now)); break;
            }
            step.Keep();
            return new(answered, null);
        }
        catch (Exception failure) when (StorageFaults.Of(failure) is null)
        {
            // A mistake of ours around the turn, not in it: this item is not kept, the others are.
            pending.BackTo(here);
            states.Clear();
            LogItemFailed(item.GetType().Name, failure.GetType().Name, failure.StackTrace);
            return new(false, failure);
        }
    }

    private void TakeBack(Exception failure)
    {
        states.Clear();
        LogStorageFailed(StorageFaults.Of(failure), (failure as SqliteException)?.SqliteExtendedErrorCode ?? 0, failure.GetType().Name);
        try
        {
            journal.Rollback();
        }
        catch (SqliteException again)
        {
            LogStorageFailed(StorageFaults.Of(again), again.SqliteExtendedErrorCode, "rollback");
        }
    }

    private async Task SettleAsync(IReadOnlyList<LaneItem> items, Outcome[] outcomes)
    {
        var slow = new List<Task>();
        for (var i = 0; i < items.Count; i++)
        {
            switch (items[i])
            {
                case LaneItem.Arrived arrived:
                    var settling = SettleAsync(arrived.Delivery, outcomes[i]);
                    if (!settling.IsCompletedSuccessfully) slow.Add(settling.AsTask());
                    break;
                case LaneItem.Marked marked:
                    Tell(marked.Done, outcomes[i]);
                    break;
                case LaneItem.Noted note:
                    Tell(note.Done, outcomes[i]);
                    break;
            }
        }
        await Task.WhenAll(slow);
    }

    private static void Tell(TaskCompletionSource done, Outcome outcome)
    {
        if (outcome.Failure is { } failure) done.TrySetException(new NotKeptException(failure));
        else done.TrySetResult();
    }

    private async ValueTask SettleAsync(Delivery delivery, Outcome outcome)
    {
        try
        {
            await delivery.Settle(outcome.Failure is { } failure
                ? Settlement.NotKept(Sentences.NotKept(StorageFaults.Of(failure)))
                : Settlement.Done(outcome.Answered));
        }
        catch (Exception failure)
        {
            // What was kept stays kept; the platform delivers again what it did not hear of.
            LogSettleFailed(failure.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Storage failed ({Fault}, SQLite code {Code}, {Error}); nothing of this step was kept.")]
    private partial void LogStorageFailed(StorageFault? fault, int code, string error);

    [LoggerMessage(2, LogLevel.Error, "An item of the lane ({Item}) failed with {Error} and was not kept.\n{Stack}")]
    private partial void LogItemFailed(string item, string error, string? stack);

    [LoggerMessage(3, LogLevel.Warning, "An adapter failed with {Error} while it was told what became of a delivery.")]
    private partial void LogSettleFailed(string error);

    private readonly record struct Outcome(bool Answered, Exception? Failure);
}
