using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>
/// Remembers what people did that waits for an acknowledgement or an answer: three seconds for the first, by the
/// monotonic clock since it was received, and half an hour for the second.
/// </summary>
internal sealed class SlackDesk(SlackApi api, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    /// <summary>What the lane has not settled by then is acknowledged without it, so that nobody sees a warning sign.</summary>
    public static readonly TimeSpan AckAfter = TimeSpan.FromSeconds(2);

    private static readonly MessageBody OneMoment = MessageBody.Of("One moment, please.");

    private readonly ConcurrentDictionary<string, Open> open = new();
    private readonly ConcurrentQueue<(string Id, long Stamp)> old = new();
    private readonly CancellationTokenSource over = new();

    /// <summary>Takes note and sees to it from now on. False when it is known already: delivered again, and acknowledged with the first.</summary>
    public bool Take(SlackInteraction interaction, SlackAck ack, long stamp)
    {
        Forget();
        var taken = new Open(interaction, stamp);
        var known = open.GetOrAdd(interaction.DeliveryId, taken);
        known.Add(ack);
        if (!ReferenceEquals(known, taken)) return false;
        old.Enqueue((interaction.DeliveryId, stamp));
        taken.Watching = WatchAsync(taken, over.Token);
        return true;
    }

    /// <summary>What a person did is kept, or not.</summary>
    public async Task SettledAsync(string deliveryId, Settlement settlement, CancellationToken ct)
    {
        if (!open.TryGetValue(deliveryId, out var known)) return;
        known.Settled = settlement;
        if (settlement.Kept)
        {
            known.Acknowledge(ack => ack.Empty());
            // A private line whose step is over goes away, unless its answer takes its place.
            if (known.Interaction.OnPrivateLine && !settlement.Answered) await RespondAsync(known, new() { DeleteOriginal = true }, ct);
            return;
        }
        var sentence = settlement.Sentence ?? "That was not kept. Please try once more.";
        var told = known.Interaction switch
        {
            { Kind: SlackKind.Command } => known.Acknowledge(ack => ack.With(MessageBody.Of(sentence))),
            { Kind: SlackKind.Form, Blocks: [var first, ..] } => known.Acknowledge(ack => ack.With(new Dictionary<string, string> { [first] = sentence })),
            _ => known.Acknowledge(ack => ack.Empty()) && false,
        };
        if (!told) await AnswerAsync(deliveryId, [MessageBody.Of(sentence)], ct);
    }

    /// <summary>A slash command that only looks something up: the answer goes with the acknowledgement, or after it.</summary>
    public async Task AnswerCommandAsync(string deliveryId, IReadOnlyList<MessageBody> bodies, CancellationToken ct)
    {
        if (!open.TryGetValue(deliveryId, out var known)) return;
        var first = known.Acknowledge(ack => ack.With(bodies[0])) ? 1 : 0;
        if (bodies.Count > first) await AnswerAsync(deliveryId, [.. bodies.Skip(first)], ct);
    }

    /// <summary>What is wrong with a form, by block; false when it is closed already.</summary>
    public bool Complain(string deliveryId, IReadOnlyDictionary<string, string> errors) =>
        open.TryGetValue(deliveryId, out var known) && known.Acknowledge(ack => ack.With(errors));

    /// <summary>Answers so that only the person sees it; how many of the messages stand. Fewer when the address is used up or too old.</summary>
    public async Task<int> AnswerAsync(string? deliveryId, IReadOnlyList<MessageBody> bodies, CancellationToken ct)
    {
        if (deliveryId is null || !open.TryGetValue(deliveryId, out var known)) return 0;
        var stand = 0;
        foreach (var body in bodies)
        {
            var replaces = stand == 0 && known.Interaction.OnPrivateLine;
            var thread = known.Interaction.Place is { } place ? SlackPlace.Of(place).Thread : null;
            var response = new ResponseBody { ResponseType = "ephemeral", Text = body.Text, Blocks = body.SentBlocks, ReplaceOriginal = replaces, ThreadTs = replaces ? null : thread };
            if (!await RespondAsync(known, response, ct)) break;
            stand++;
        }
        return stand;
    }

    /// <summary>Tells the person who sent a command what came of it; nothing for everything else.</summary>
    public async Task FinishAsync(string? deliveryId, MessageBody note, CancellationToken ct)
    {
        if (deliveryId is not null && open.TryGetValue(deliveryId, out var known) && known.Interaction.Kind == SlackKind.Command) await AnswerAsync(deliveryId, [note], ct);
    }

    /// <summary>Who did it and where; null when that is half an hour ago or was another process.</summary>
    public SlackInteraction? Find(string? deliveryId) => deliveryId is not null && open.TryGetValue(deliveryId, out var known) ? known.Interaction : null;

    /// <summary>The trigger, while a form can still be opened with it.</summary>
    public string? TriggerOf(string? deliveryId) => deliveryId is not null && open.TryGetValue(deliveryId, out var known)
        && known.Interaction.Kind != SlackKind.Form // no form after a form
        && time.GetElapsedTime(known.Stamp) < SlackLimits.Trigger ? known.Interaction.Trigger : null;

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await Task.WhenAll(open.Values.Select(known => known.Watching));
        over.Dispose();
    }

    private async Task<bool> RespondAsync(Open known, ResponseBody body, CancellationToken ct)
    {
        if (known.Interaction.ResponseUrl is not { } url || time.GetElapsedTime(known.Stamp) >= SlackLimits.ResponseLife || !known.Use()) return false;
        try
        {
            await api.RespondAsync(url, body, ct);
            return true;
        }
        catch (SlackException failed)
        {
            DeskLog.NotAnswered(logger, known.Interaction.DeliveryId, failed.Message);
            return false;
        }
    }

    private async Task WatchAsync(Open known, CancellationToken ct)
    {
        try
        {
            var left = AckAfter - time.GetElapsedTime(known.Stamp);
            if (left > TimeSpan.Zero) await known.Acknowledged.WaitAsync(left, time, ct);
        }
        catch (TimeoutException)
        {
            // The lane is slow.
        }
        catch (OperationCanceledException)
        {
            return; // the adapter stops
        }
        if (known.Interaction.Kind == SlackKind.Command && known.Settled is null) known.Acknowledge(ack => ack.With(OneMoment));
        else known.Acknowledge(ack => ack.Empty());
    }

    private void Forget()
    {
        while (old.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Stamp) >= SlackLimits.ResponseLife && old.TryDequeue(out oldest)) open.TryRemove(oldest.Id, out _);
    }

    private sealed class Open(SlackInteraction interaction, long stamp)
    {
        private readonly Lock gate = new();
        private readonly List<SlackAck> acks = [];
        private readonly TaskCompletionSource acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int uses;
        private bool isOver;

        public SlackInteraction Interaction => interaction;

        public long Stamp => stamp;

        public volatile Settlement? Settled;

        public Task Watching { get; set; } = Task.CompletedTask;

        public Task Acknowledged => acknowledged.Task;

        public bool Use() => Interlocked.Increment(ref uses) <= SlackLimits.ResponseUses;

        /// <summary>One more delivery of the same: what was said to the first is over.</summary>
        public void Add(SlackAck ack)
        {
            lock (gate)
            {
                acks.Add(ack);
                if (isOver) ack.Empty();
            }
        }

        /// <summary>True when it was the first acknowledgement.</summary>
        public bool Acknowledge(Func<SlackAck, bool> say)
        {
            lock (gate)
            {
                if (isOver) return false;
                isOver = true;
                var said = false;
                foreach (var ack in acks) said |= say(ack);
                acknowledged.TrySetResult();
                return said;
            }
        }
    }
}

internal static partial class DeskLog
{
    [LoggerMessage(EventId = 4201, Level = LogLevel.Warning, Message = "{Id} could not be answered where it came from ({Why}); another way is taken where one is needed.")]
    public static partial void NotAnswered(ILogger logger, string id, string why);
}
