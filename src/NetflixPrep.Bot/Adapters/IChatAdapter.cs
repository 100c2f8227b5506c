using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters;

/// <summary>The seam to a chat platform. A platform library would stand behind it; so do our own small clients.</summary>
internal interface IChatAdapter
{
    /// <summary>discord, slack or terminal: the same word as in the ids it makes.</summary>
    string Platform { get; }

    /// <summary>What people do, until cancelled. Reconnects by itself; throws only when starting again cannot help.</summary>
    IAsyncEnumerable<Delivery> ReceiveAsync(CancellationToken ct);

    /// <summary>Carries out one effect. The same <see cref="Outbound.Key"/> again must not show a second message where the platform allows that.</summary>
    Task<Receipt> SendAsync(Outbound outbound, CancellationToken ct);
}

/// <summary>One inbound with the way to tell the platform what became of it.</summary>
/// <param name="Settle">Called once. Kept: durable, so acknowledge. Otherwise say <see cref="Settlement.Sentence"/> and do not acknowledge, so that it comes again.</param>
internal sealed record Delivery(Inbound Inbound, Func<Settlement, ValueTask> Settle);

/// <summary>What became of a delivery.</summary>
/// <param name="Answered">True when an effect that answers it privately or with a form follows; else an adapter acknowledges a press silently.</param>
/// <param name="Sentence">What to tell the person when it was not kept.</param>
internal sealed record Settlement(bool Kept, bool Answered, string? Sentence)
{
    public static Settlement Done(bool answered) => new(true, answered, null);

    public static Settlement NotKept(string sentence) => new(false, false, sentence);
}

/// <summary>One effect on its way out, addressed.</summary>
internal sealed record Outbound
{
    /// <summary>Idempotency key, at most 25 characters, the same at every attempt.</summary>
    public required string Key { get; init; }

    public required Effect Effect { get; init; }

    /// <summary>Where it goes; null for an <see cref="Effect.OpenPlace"/> and for a direct message that is not open yet.</summary>
    public required PlaceId? Place { get; init; }

    /// <summary>The delivery that caused it, so that a press or command can be answered as such; null for timers.</summary>
    public required string? InReplyTo { get; init; }

    /// <summary>Messages shown earlier in the same slot, to be changed in place; empty to post anew.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>How many parts of this were sent in an earlier attempt; their ids are in <see cref="Sent"/>.</summary>
    public IReadOnlyList<string> Sent { get; init; } = [];

    /// <summary>The stream's earlier message that still carries controls and loses them now: its ids and content, or null.</summary>
    public Strip? Strip { get; init; }
}

/// <summary>A message that loses its controls because a newer one carries them.</summary>
internal sealed record Strip(PlaceId Place, IReadOnlyList<string> MessageIds, Message Message);

/// <summary>What the platform answered.</summary>
/// <param name="MessageIds">The platform's ids of the message, one per part, in order.</param>
/// <param name="Place">Where it stands: the place opened, or the direct message found.</param>
internal sealed record Receipt(IReadOnlyList<string> MessageIds, PlaceId? Place);

/// <summary>How a send failed, which decides what happens next.</summary>
internal enum SendFault
{
    /// <summary>Try again later; after <see cref="SendException.RetryAfter"/> when it is set.</summary>
    Transient,

    /// <summary>The place is gone or closed to the bot: the stream is told.</summary>
    PlaceGone,

    /// <summary>The person takes no direct messages from the bot.</summary>
    DmClosed,

    /// <summary>The platform refuses this content: kept as a dead letter, and the rest goes on.</summary>
    Refused,
}

/// <summary>A send failed for the reason in <see cref="Fault"/>; the message is for the log and never holds answer text or tokens.</summary>
internal sealed class SendException(SendFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public SendFault Fault => fault;

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Nobody knows whether the platform carried it out: no answer came, or one that does not tell. What is sent again may then be seen twice.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>The parts that did go out before it failed: the next attempt gets them as <see cref="Outbound.Sent"/>.</summary>
    public IReadOnlyList<string> Sent { get; init; } = [];
}
