using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>Carries committed wishes out: in order within a conversation, several conversations at once, with retries. At least once, always with the same key.</summary>
internal sealed partial class OutboxRelay(
    Database database, TurnLoop lane, OutboxQueue queue, IEnumerable<IChatAdapter> adapters, TimeProvider time, ILogger<OutboxRelay> log, RelayPolicy? policy = null)
    : IDisposable
{
    private static readonly TimeSpan RenewClaims = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AfterStorageFailure = TimeSpan.FromSeconds(5);

    private readonly RelayPolicy policy = policy ?? new();
    private readonly OutboxReads reads = new(database);
    private readonly Dictionary<string, IChatAdapter> adapters = adapters.ToDictionary(adapter => adapter.Platform);
    private Addressing? addressing;

    /// <summary>When a conversation that waits may go on; null when none does.</summary>
    public DateTimeOffset? NextAttempt => queue.NextAttempt;

    /// <summary>Step one of three: the next row that may go now, addressed. Its conversation is held until <see cref="MarkAsync"/>.</summary>
    public Sending? TakeNext()
    {
        while (queue.Take(time.GetUtcNow()) is { } entry)
        {
            try
            {
                if (reads.Row(entry.Id) is not { State: "pending" } row)
                {
                    queue.Finish(entry);
                    continue;
                }
                addressing ??= new(reads, adapters, database.Nonce);
                if (addressing.Address(entry, row) is { } sending) return sending;
                LogNoAdapter(entry.Id);
                queue.PutOff(entry, null);
            }
            catch (SqliteException failure)
            {
                LogCannotRead(entry.Id, failure.SqliteExtendedErrorCode);
                queue.PutOff(entry, time.GetUtcNow() + AfterStorageFailure);
            }
            catch (Exception failure) when (failure is JsonException or FormatException)
            {
                LogUnreadable(entry.Id, failure.GetType().Name);
                return new(entry, Unreadable(entry), new Effect.ClosePlace()) { Known = new Mark.Dead(entry.Id, entry.Conversation, "it cannot be read", null) };
            }
        }
        return null;
    }

    /// <summary>Step two: sends it and says what is to be marked. Throws only when cancelled.</summary>
    public async Task<Mark> SendAsync(Sending sending, CancellationToken ct)
    {
        if (sending is not { Outbound: { } outbound, Adapter: { } adapter }) return sending.Known!;
        try
        {
            var receipt = await adapter.SendAsync(outbound, ct);
            return new Mark.Sent(sending.Row.Id, sending.Row.Stream, sending.Effect, receipt.Place ?? outbound.Place, receipt.MessageIds, sending.Strips) { Forgets = Forgets(sending) };
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (SendException failure) when (failure.Fault != SendFault.Transient)
        {
            LogDead(sending.Row.Id, sending.Row.Kind, failure.Fault);
            var gone = failure.Fault is SendFault.PlaceGone or SendFault.DmClosed ? Gone(sending, failure.Fault) : null;
            return new Mark.Dead(sending.Row.Id, sending.Row.Conversation, failure.Message, gone) { Forgets = Forgets(sending) };
        }
        catch (Exception failure)
        {
            return Again(sending, outbound, failure);
        }
    }

    /// <summary>Step three: marks it through the lane, on the caller's own thread, and lets the conversation go on.</summary>
    /// <exception cref="NotKeptException">Storage failed: the row will be sent again with the same key.</exception>
    public async Task MarkAsync(Sending sending, Mark mark, CancellationToken ct)
    {
        var item = new LaneItem.Marked(mark, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await lane.HandleAsync([item], ct);
        try
        {
            await item.Done.Task;
            GoOn(sending.Entry, mark);
        }
        catch (NotKeptException)
        {
            queue.PutOff(sending.Entry, time.GetUtcNow() + AfterStorageFailure);
            throw;
        }
    }

    /// <summary>Sends everything that can go now, one after the other, and what that leads to. For scripts and tests; not beside <see cref="RunAsync"/>.</summary>
    /// <exception cref="NotKeptException">Storage failed at a mark; call again later.</exception>
    public async Task DrainAsync(CancellationToken ct)
    {
        while (TakeNext() is { } sending) await MarkAsync(sending, await SendAsync(sending, ct), ct);
    }

    /// <summary>Sends until cancelled. The lane must run too; stop it after this.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var running = new List<Task>();
        using var renewing = new PeriodicTimer(RenewClaims, time);
        var renewal = renewing.WaitForNextTickAsync(ct).AsTask();
        var changed = queue.Changes.ReadAsync(ct).AsTask();
        try
        {
            while (!ct.IsCancellationRequested)
            {
                while (running.Count < AtOnce && TakeNext() is { } sending) running.Add(CarryAsync(sending, ct));
                using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
                await Task.WhenAny([.. running, changed, renewal, Task.Delay(Wait(running.Count), time, enough.Token)]);
                await enough.CancelAsync();
                running.RemoveAll(task => task.IsCompleted);
                if (changed.IsCompletedSuccessfully) changed = queue.Changes.ReadAsync(ct).AsTask();
                if (!renewal.IsCompletedSuccessfully) continue;
                await lane.PostAsync(new LaneItem.Claim(), ct);
                renewal = renewing.WaitForNextTickAsync(ct).AsTask();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            LogStopping(running.Count);
        }
        // What was sent is marked before leaving, so that it is not sent again at the next start.
        await Task.WhenAll(running);
    }

    public void Dispose() => reads.Dispose();

    private async Task CarryAsync(Sending sending, CancellationToken ct)
    {
        try
        {
            // A send may be cancelled; the mark of one that went through may not.
            var mark = await SendAsync(sending, ct);
            while (!await MarkedAsync(mark)) await Task.Delay(AfterStorageFailure, time, ct);
            GoOn(sending.Entry, mark);
        }
        catch (Exception failure) when (failure is OperationCanceledException or ChannelClosedException)
        {
            LogLeft(sending.Row.Id);
        }
        catch (Exception failure)
        {
            LogCarryFailed(sending.Row.Id, failure.GetType().Name, failure.StackTrace);
            queue.PutOff(sending.Entry, time.GetUtcNow() + AfterStorageFailure);
        }
    }

    private async Task<bool> MarkedAsync(Mark mark)
    {
        var item = new LaneItem.Marked(mark, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await lane.PostAsync(item, CancellationToken.None);
        try
        {
            await item.Done.Task;
            return true;
        }
        catch (NotKeptException)
        {
            LogMarkNotKept(mark.RowId);
            return false;
        }
    }

    private void GoOn(OutboxEntry entry, Mark mark)
    {
        if (mark is Mark.Retry retry) queue.PutOff(entry, retry.NotBefore);
        else queue.Finish(entry);
    }

    // Looked at again whenever a send ends, so the end of a burst needs no signal.
    private int AtOnce => lane.IsCrowded ? policy.ConcurrencyInBurst : policy.Concurrency;

    private TimeSpan Wait(int running)
    {
        if (running >= AtOnce || queue.NextAttempt is not { } next) return Timeout.InfiniteTimeSpan;
        var left = next - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private Mark Again(Sending sending, Outbound outbound, Exception failure)
    {
        var attempt = (int)sending.Row.Attempts + 1;
        var asked = failure as SendException;
        var reason = asked?.Message ?? failure.GetType().Name;
        if (attempt >= policy.Attempts)
        {
            LogGivenUp(sending.Row.Id, sending.Row.Kind, attempt);
            return new Mark.Dead(sending.Row.Id, sending.Row.Conversation, $"given up after {attempt} attempts: {reason}", null) { Forgets = Forgets(sending) };
        }
        var wait = asked?.RetryAfter ?? policy.Delay(outbound.Key, attempt);
        LogAgain(sending.Row.Id, sending.Row.Kind, attempt, wait, failure.GetType().Name);
        return new Mark.Retry(sending.Row.Id, time.GetUtcNow() + wait, asked is { Sent.Count: > 0 } ? asked.Sent : outbound.Sent, reason, InDoubt: asked?.MayHaveArrived ?? true);
    }

    private Inbound.PlaceGone Gone(Sending sending, SendFault fault)
    {
        var person = sending.Effect switch
        {
            Effect.Show { To: Where.Dm dm } => dm.Person,
            Effect.OpenPlace { People: [var first, ..] } => first,
            _ => PersonId.Bot,
        };
        var place = sending.Outbound!.Place ?? sending.Effect switch
        {
            Effect.OpenPlace open when fault == SendFault.PlaceGone => open.Near,
            _ => new PlaceId(person.Platform, $"dm:{person.User}"),
        };
        return new(
            new($"gone:{database.Nonce}:{sending.Row.Id}", person, place, time.GetUtcNow()),
            fault == SendFault.DmClosed ? Inbound.PlaceGone.DmClosed : "place-gone",
            sending is { Effect: Effect.OpenPlace, Row.Stream: { } homeless } ? StreamId.Parse(homeless) : null);
    }

    private static bool Forgets(Sending sending) =>
        sending.Row.InboundKind == Eraser.ErasedKind || sending.Effect is Effect.Show { Message.Attachment: not null };

    private static OutboxRow Unreadable(OutboxEntry entry) => new(entry.Id, null, entry.Conversation, "", "", "pending", 0, "[]", "", "", "", "");

    [LoggerMessage(1, LogLevel.Warning, "Outbox row {RowId} ({Kind}) failed at attempt {Attempt} with {Error}; again in {Wait}.")]
    private partial void LogAgain(long rowId, string kind, int attempt, TimeSpan wait, string error);

    [LoggerMessage(2, LogLevel.Warning, "Outbox row {RowId} ({Kind}) cannot be delivered: {Fault}.")]
    private partial void LogDead(long rowId, string kind, SendFault fault);

    [LoggerMessage(3, LogLevel.Error, "Outbox row {RowId} ({Kind}) is given up after {Attempts} attempts.")]
    private partial void LogGivenUp(long rowId, string kind, int attempts);

    [LoggerMessage(4, LogLevel.Warning, "Outbox row {RowId} waits: this process has no adapter for its platform.")]
    private partial void LogNoAdapter(long rowId);

    [LoggerMessage(5, LogLevel.Error, "Outbox row {RowId} cannot be read from storage (SQLite code {Code}).")]
    private partial void LogCannotRead(long rowId, int code);

    [LoggerMessage(6, LogLevel.Error, "Outbox row {RowId} cannot be understood ({Error}).")]
    private partial void LogUnreadable(long rowId, string error);

    [LoggerMessage(7, LogLevel.Warning, "Outbox row {RowId} was sent, but storage did not keep that; trying again.")]
    private partial void LogMarkNotKept(long rowId);

    [LoggerMessage(8, LogLevel.Information, "Outbox row {RowId} is left for the next start.")]
    private partial void LogLeft(long rowId);

    [LoggerMessage(9, LogLevel.Information, "The relay stops; {Count} sends are finished first.")]
    private partial void LogStopping(int count);

    [LoggerMessage(10, LogLevel.Error, "Carrying outbox row {RowId} failed with {Error}.\n{Stack}")]
    private partial void LogCarryFailed(long rowId, string error, string? stack);
}
