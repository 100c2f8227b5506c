using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>Who an inbound is for.</summary>
internal abstract record Routed
{
    private Routed() { }

    /// <summary>Not ours: other people's chat is never stored.</summary>
    public static Routed NotOurs { get; } = new Nobody();

    /// <summary>These streams get these inputs, in order; if one fails, none of it happened.</summary>
    public sealed record To(IReadOnlyList<StreamCall> Calls) : Routed
    {
        public To(StreamCall call) : this([call]) { }

        /// <summary>Wished for besides, without a stream.</summary>
        public Seq<Effect> Also { get; init; } = [];
    }

    /// <summary>As <see cref="To"/>, but each on its own: one that fails keeps no other from it (the bot woke up, for all open sessions).</summary>
    public sealed record Each(IReadOnlyList<StreamCall> Calls) : Routed;

    /// <summary>Answered at once, without a stream: no <see cref="Where.Home"/> among the effects.</summary>
    public sealed record Answer(Seq<Effect> Effects) : Routed;

    /// <summary>Something is erased first, in the same transaction; then as <see cref="Answer"/>, and these streams get these inputs.</summary>
    public sealed record Erase(Erasure What, Seq<Effect> Effects, IReadOnlyList<StreamCall> Calls) : Routed;

    public sealed record Nobody : Routed;
}

/// <summary>Says who an inbound is for. It reads, in the turn's own transaction, and writes nothing.</summary>
internal delegate Routed Router(Inbound inbound, Reads reads);
