using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>
/// Remembers the interactions that are still open and sees that each is answered in time: three seconds for the first
/// answer, by the monotonic clock since it was received, and fifteen minutes for more.
/// </summary>
internal sealed class InteractionDesk(DiscordRest rest, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    public static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(2);

    /// <summary>A deferred command that nothing answered loses its "thinking" line after this.</summary>
    public static readonly TimeSpan QuietAfter = TimeSpan.FromSeconds(12);

    private readonly ConcurrentDictionary<string, OpenInteraction> open = new();
    private readonly CancellationTokenSource over = new();

    /// <summary>Takes note of an interaction and sees to it from now on. False when it is known already: a replay.</summary>
    public bool Take(DiscordInteraction interaction, long stamp, bool privately, bool opensForm)
    {
        var taken = new OpenInteraction(interaction, stamp, privately, opensForm);
        if (!open.TryAdd(interaction.DeliveryId, taken)) return false;
        taken.Watching = Task.Run(() => WatchAsync(taken, over.Token), CancellationToken.None);
        return true;
    }

    /// <summary>What a person did is kept, or not: acknowledges as far as no answer is to follow.</summary>
    public async Task SettledAsync(string deliveryId, Settlement settlement, CancellationToken ct)
    {
        if (!open.TryGetValue(deliveryId, out var known)) return;
        known.Settled = settlement;
        if (!settlement.Kept)
            await AnswerAsync(deliveryId, [new() { Content = settlement.Sentence ?? "That was not kept. Please try once more." }], onlyThem: true, ct);
        else if (!settlement.Answered && known.Interaction.Kind is InteractionKind.Press or InteractionKind.Form)
            await InTurnAsync(known, () => known.Stage == Stage.New ? QuietlyAsync(known, ct) : Task.FromResult(true), ct);
    }

    /// <summary>Answers with messages; the receipt ids of those that stand. Null when it is too late for any, so that an ordinary message has to do.</summary>
    public async Task<IReadOnlyList<string>?> AnswerAsync(string? deliveryId, IReadOnlyList<MessageBody> bodies, bool onlyThem, CancellationToken ct)
    {
        if (deliveryId is null || !open.TryGetValue(deliveryId, out var known)) return null;
        List<string> ids = [];
        var bodiesFor = bodies.Select(body => body with { Flags = (body.Flags ?? 0) | (onlyThem ? MessageFlag.Ephemeral : 0) }).ToList();
        var done = await InTurnAsync(known, async () =>
        {
            var left = bodiesFor.AsEnumerable();
            // A file takes longer than the first answer may.
            if (known.Stage == Stage.New && bodiesFor.Exists(body => body.Upload is not null) && !await DeferAsync(known, ct)) return false;
            if (known.Stage is Stage.New or Stage.Thinking)
            {
                if (await FirstAsync(known, bodiesFor[0], onlyThem, ct) is not { } first) return false;
                ids.Add(ReceiptId(known, first));
                left = left.Skip(1);
            }
            foreach (var body in left) ids.Add(ReceiptId(known, await FollowUpAsync(known, body, ct)));
            return true;
        }, ct);
        return done || ids.Count > 0 ? ids : null;
    }

    /// <summary>Opens a form; false when it is too late or something else was answered already.</summary>
    public async Task<bool> OpenFormAsync(string? deliveryId, ModalBody modal, CancellationToken ct) =>
        deliveryId is not null && open.TryGetValue(deliveryId, out var known)
        && known.Interaction.Kind != InteractionKind.Form // no form after a form
        && await InTurnAsync(known, async () => known.Stage == Stage.New && await CallAsync(known, Stage.Answered, () => rest.OpenModalAsync(known.Interaction, modal, ct)), ct);

    /// <summary>Something that everybody sees came of it: a command that still waits for an answer gets the note, or none and goes away.</summary>
    public async Task FinishAsync(string? deliveryId, string? note, CancellationToken ct)
    {
        if (deliveryId is null || !open.TryGetValue(deliveryId, out var known) || known.Stage is not (Stage.New or Stage.Thinking)) return;
        if (known.Settled is { Answered: true } && note is null) return; // the private answer is still to come
        if (note is not null) await AnswerAsync(deliveryId, [new() { Content = note }], onlyThem: true, ct);
        else await InTurnAsync(known, () => QuietlyAsync(known, ct), ct);
    }

    /// <summary>Changes an earlier answer; false when its fifteen minutes are over.</summary>
    public async Task<bool> EditAsync(string receiptId, MessageBody body, CancellationToken ct)
    {
        if (ParseReceipt(receiptId) is not var (interaction, message) || !open.TryGetValue(DiscordInteraction.DeliveryOf(interaction), out var known)) return false;
        return await InTurnAsync(known, async () =>
        {
            if (message == "@original") await rest.EditOriginalAsync(known.Interaction, body, ct);
            else await rest.EditFollowUpAsync(known.Interaction, message, body, ct);
            return true;
        }, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await Task.WhenAll(open.Values.Select(known => known.Watching));
        over.Dispose();
    }

    public static bool IsReceipt(string messageId) => messageId.StartsWith("e:", StringComparison.Ordinal);

    private static string ReceiptId(OpenInteraction known, string message) => $"e:{known.Interaction.Id}:{message}";

    private static (string Interaction, string Message)? ParseReceipt(string id) =>
        id.Split(':') is ["e", var interaction, var message] ? (interaction, message) : null;

    private async Task WatchAsync(OpenInteraction known, CancellationToken ct)
    {
        try
        {
            await UntilAsync(known, DeferAfter, ct);
            if (known is { Stage: Stage.New, OpensForm: false })
                await InTurnAsync(known, () => known.Stage == Stage.New ? DeferAsync(known, ct) : Task.FromResult(true), ct);
            for (var age = QuietAfter; age < DiscordLimits.InteractionLife && known.Stage is Stage.New or Stage.Thinking; age += QuietAfter)
            {
                await UntilAsync(known, age, ct); // a slow turn is looked at again
                if (known is { Stage: Stage.Thinking, Settled: { Answered: false } })
                    await InTurnAsync(known, () => known.Stage == Stage.Thinking ? QuietlyAsync(known, ct) : Task.FromResult(true), ct);
            }
            await UntilAsync(known, DiscordLimits.InteractionLife, ct);
        }
        catch (OperationCanceledException)
        {
            // The adapter stops.
        }
        open.TryRemove(known.Interaction.DeliveryId, out _);
    }

    private async Task UntilAsync(OpenInteraction known, TimeSpan age, CancellationToken ct)
    {
        var left = age - time.GetElapsedTime(known.Stamp);
        if (left > TimeSpan.Zero) await Task.Delay(left, time, ct);
    }

    /// <summary>One call at a time an interaction. False when Discord no longer takes answers to it.</summary>
    private async Task<bool> InTurnAsync(OpenInteraction known, Func<Task<bool>> act, CancellationToken ct)
    {
        await known.Turn.WaitAsync(ct);
        try
        {
            if (known.Stage == Stage.Lost || time.GetElapsedTime(known.Stamp) >= DiscordLimits.InteractionLife) return false;
            return await act();
        }
        catch (DiscordException late) when (late.Code is DiscordCode.UnknownInteraction or DiscordCode.UnknownWebhook or DiscordCode.InvalidWebhookToken or DiscordCode.UnknownMessage)
        {
            if (late.Code != DiscordCode.UnknownMessage) known.Stage = Stage.Lost;
            DeskLog.TooLate(logger, known.Interaction.Id, late.Code);
            return false;
        }
        catch (Exception failed) when (failed is DiscordException { Status: >= 500 or 429 } or HttpRequestException or TimeoutException or IOException)
        {
            DeskLog.Failed(logger, known.Interaction.Id, failed);
            return false;
        }
        finally
        {
            known.Turn.Release();
        }
    }

    private async Task<string?> FirstAsync(OpenInteraction known, MessageBody body, bool onlyThem, CancellationToken ct)
    {
        if (known.Stage == Stage.Thinking)
        {
            known.Stage = Stage.Answered;
            if (onlyThem == known.Privately) return await rest.EditOriginalAsync(known.Interaction, body, ct) ?? "@original";
            // Who may see an answer was fixed when it was deferred: that line goes and another comes.
            await rest.DeleteOriginalAsync(known.Interaction, ct);
            return await FollowUpAsync(known, body, ct);
        }
        string? id = null;
        return await CallAsync(known, Stage.Answered, async () => id = await rest.AnswerAsync(known.Interaction, CallbackType.Message, body, ct)) ? id ?? "@original" : null;
    }

    private async Task<string> FollowUpAsync(OpenInteraction known, MessageBody body, CancellationToken ct) =>
        await rest.FollowUpAsync(known.Interaction, body, ct) ?? "@original";

    /// <summary>Acknowledges without a word.</summary>
    private async Task<bool> QuietlyAsync(OpenInteraction known, CancellationToken ct)
    {
        if (known.Stage == Stage.New && known.LeavesMessage)
            return await CallAsync(known, Stage.Answered, () => rest.AnswerAsync(known.Interaction, CallbackType.DeferredUpdate, null, ct));
        if (known.Stage == Stage.New && !await CallAsync(known, Stage.Answered, () => rest.AnswerAsync(known.Interaction, CallbackType.DeferredMessage, Unseen, ct))) return false;
        known.Stage = Stage.Answered;
        await rest.DeleteOriginalAsync(known.Interaction, ct);
        return true;
    }

    private Task<bool> DeferAsync(OpenInteraction known, CancellationToken ct) => known.LeavesMessage
        ? CallAsync(known, Stage.Answered, () => rest.AnswerAsync(known.Interaction, CallbackType.DeferredUpdate, null, ct))
        : CallAsync(known, Stage.Thinking, () => rest.AnswerAsync(known.Interaction, CallbackType.DeferredMessage, known.Privately ? Unseen : null, ct));

    /// <summary>The one first answer. When it is in doubt it is tried once more; "already acknowledged" then means that it worked.</summary>
    private async Task<bool> CallAsync(OpenInteraction known, Stage then, Func<Task> call)
    {
        for (var second = false; ; second = true)
        {
            if (time.GetElapsedTime(known.Stamp) >= DiscordLimits.FirstAnswer)
            {
                known.Stage = Stage.Lost;
                DeskLog.TooLate(logger, known.Interaction.Id, 0);
                return false;
            }
            try
            {
                await call();
                known.Stage = then;
                return true;
            }
            catch (DiscordException again) when (again.Code == DiscordCode.AlreadyAcknowledged)
            {
                known.Stage = then;
                return true;
            }
            catch (Exception doubt) when (!second && doubt is HttpRequestException or TimeoutException or IOException or DiscordException { Status: >= 500 })
            {
                DeskLog.Failed(logger, known.Interaction.Id, doubt);
            }
        }
    }

    private static MessageBody Unseen { get; } = new() { Flags = MessageFlag.Ephemeral };

    private enum Stage
    {
        New,

        /// <summary>Deferred: people see that the bot is thinking.</summary>
        Thinking,
        Answered,
        Lost,
    }

    private sealed class OpenInteraction(DiscordInteraction interaction, long stamp, bool privately, bool opensForm)
    {
        public DiscordInteraction Interaction => interaction;

        public long Stamp => stamp;

        public bool Privately => privately;

        public bool OpensForm => opensForm;

        public bool LeavesMessage => interaction.HasMessage && interaction.Kind != InteractionKind.Command;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public volatile Settlement? Settled;

        public volatile Stage Stage;

        public Task Watching { get; set; } = Task.CompletedTask;
    }
}

internal static partial class DeskLog
{
    [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "Interaction {Id} no longer takes answers (code {Code}); an ordinary message is used where one is needed.")]
    public static partial void TooLate(ILogger logger, string id, int code);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Warning, Message = "Answering interaction {Id} failed.")]
    public static partial void Failed(ILogger logger, string id, Exception why);
}
