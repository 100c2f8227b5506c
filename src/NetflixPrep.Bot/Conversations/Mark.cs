using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>What became of an outbox row; the lane writes it.</summary>
internal abstract record Mark(long RowId)
{
    /// <summary>What it held is not to be kept once it is over: it answers an erasure, or handed a file over.</summary>
    public bool Forgets { get; init; }

    /// <param name="Stripped">The slot whose message lost its controls by it, or null.</param>
    public sealed record Sent(long RowId, string? Stream, Effect Effect, PlaceId? Place, IReadOnlyList<string> MessageIds, string? Stripped) : Mark(RowId);

    /// <summary>To be tried again; the parts that were sent stay known.</summary>
    /// <param name="InDoubt">Nobody knows whether this try arrived.</param>
    public sealed record Retry(long RowId, DateTimeOffset NotBefore, IReadOnlyList<string> SentSoFar, string Error, bool InDoubt) : Mark(RowId);

    /// <summary>Given up. With <paramref name="Gone"/> the rest of the conversation has nowhere to go, and the stream is told in the same transaction.</summary>
    public sealed record Dead(long RowId, string Conversation, string Error, Inbound.PlaceGone? Gone) : Mark(RowId);
}

/// <summary>What the lane works on.</summary>
internal abstract record LaneItem
{
    private LaneItem() { }

    public sealed record Arrived(Delivery Delivery) : LaneItem;

    /// <param name="Done">Set after the commit, or to the failure.</param>
    public sealed record Marked(Mark Mark, TaskCompletionSource Done) : LaneItem;

    /// <summary>A small text of an adapter, kept over restarts; null takes it away.</summary>
    /// <param name="Done">Set after the commit, or to the failure.</param>
    public sealed record Noted(string Key, string? Value, TaskCompletionSource Done) : LaneItem;

    /// <summary>The bot is alive: written down, so that a gap is noticed.</summary>
    public sealed record Beat : LaneItem;

    /// <summary>Claims on waiting rows are renewed, and expired ones of others are taken over.</summary>
    public sealed record Claim : LaneItem;
}

/// <summary>Storage failed; nothing of the step was kept. The details are in the log.</summary>
internal sealed class NotKeptException(Exception inner) : Exception("Storage failed; nothing of this step was kept.", inner);
