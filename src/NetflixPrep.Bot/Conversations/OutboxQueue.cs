using System.Threading.Channels;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Conversations;

/// <summary>Which waiting row goes next: in order within a conversation, interactive before background. Ids only; the rows stay in the database. Safe for threads.</summary>
internal sealed class OutboxQueue
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Conversation> conversations = [];
    private readonly HashSet<long> known = [];
    private readonly SortedDictionary<(int Lane, long Id), Conversation> ready = [];
    private readonly PriorityQueue<Conversation, DateTimeOffset> waiting = new();
    private TaskCompletionSource? calm;
    private int busy;
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Gets an item when something was added, finished or put off.</summary>
    public ChannelReader<bool> Changes => changes.Reader;

    /// <summary>How many rows wait or are on their way.</summary>
    public int Count
    {
        get { lock (gate) return known.Count; }
    }

    /// <summary>Completes once nothing can be sent now: what is left waits for a later attempt.</summary>
    public Task WhenCalmAsync()
    {
        lock (gate)
        {
            if (IsCalm) return Task.CompletedTask;
            return (calm ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    public void Add(IReadOnlyList<OutboxEntry> entries)
    {
        if (entries.Count == 0) return;
        lock (gate)
        {
            foreach (var entry in entries)
            {
                if (!known.Add(entry.Id)) continue;
                if (!conversations.TryGetValue(entry.Conversation, out var conversation))
                    conversations[entry.Conversation] = conversation = new();
                Unready(conversation);
                conversation.Rows.Add(entry.Id, entry);
                if (conversation.Rows.Count == 1 && entry.NotBefore is { } before) conversation.NotBefore = before;
                Line(conversation);
            }
        }
        changes.Writer.TryWrite(true);
    }

    /// <summary>The next row that may go at <paramref name="now"/>; its conversation is held until it is finished or put off.</summary>
    public OutboxEntry? Take(DateTimeOffset now)
    {
        lock (gate)
        {
            while (waiting.TryPeek(out var due, out var at) && at <= now)
            {
                waiting.Dequeue();
                if (due.NotBefore != at) continue;
                due.NotBefore = null;
                Line(due);
            }
            if (ready.Count == 0) return null;
            var conversation = ready.First().Value;
            Unready(conversation);
            conversation.Busy = true;
            busy++;
            return conversation.Head;
        }
    }

    /// <summary>Sent, dead or dropped: the next row of the conversation may go.</summary>
    public void Finish(OutboxEntry entry)
    {
        lock (gate)
        {
            known.Remove(entry.Id);
            if (!conversations.TryGetValue(entry.Conversation, out var conversation)) return;
            conversation.Rows.Remove(entry.Id);
            Free(conversation);
            if (conversation.Rows.Count == 0) conversations.Remove(entry.Conversation);
            else Line(conversation);
            TellCalm();
        }
        changes.Writer.TryWrite(true);
    }

    /// <summary>To be tried again at that time; the conversation waits for it. Null: not by this process.</summary>
    public void PutOff(OutboxEntry entry, DateTimeOffset? until)
    {
        lock (gate)
        {
            if (!conversations.TryGetValue(entry.Conversation, out var conversation)) return;
            conversation.NotBefore = until ?? DateTimeOffset.MaxValue;
            Free(conversation);
            Line(conversation);
            TellCalm();
        }
        changes.Writer.TryWrite(true);
    }

    /// <summary>When the next conversation that waits may go on; null when none does.</summary>
    public DateTimeOffset? NextAttempt
    {
        get
        {
            lock (gate)
            {
                while (waiting.TryPeek(out var conversation, out var at))
                {
                    if (conversation.NotBefore == at) return at;
                    waiting.Dequeue();
                }
                return null;
            }
        }
    }

    private bool IsCalm => ready.Count == 0 && busy == 0;

    private void Free(Conversation conversation)
    {
        if (!conversation.Busy) return;
        conversation.Busy = false;
        busy--;
    }

    private void TellCalm()
    {
        if (!IsCalm) return;
        calm?.TrySetResult();
        calm = null;
    }

    private void Line(Conversation conversation)
    {
        if (conversation.Busy) return;
        if (conversation.NotBefore is null) ready[conversation.Place] = conversation;
        else if (conversation.NotBefore < DateTimeOffset.MaxValue) waiting.Enqueue(conversation, conversation.NotBefore.Value);
    }

    private void Unready(Conversation conversation)
    {
        if (conversation.Rows.Count > 0) ready.Remove(conversation.Place);
    }

    private sealed class Conversation
    {
        public SortedList<long, OutboxEntry> Rows { get; } = [];

        public bool Busy { get; set; }

        public DateTimeOffset? NotBefore { get; set; }

        public OutboxEntry Head => Rows.Values[0];

        public (int Lane, long Id) Place => (Head.Lane, Head.Id);
    }
}
