using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core;

/// <summary>What a decider returns: facts to record and wishes to the world, in order. A wrong move has no events and one <see cref="Effect.Show"/>.</summary>
public sealed record Decision<TEvent>(Seq<TEvent> Events, Seq<Effect> Effects)
{
    public static Decision<TEvent> Nothing { get; } = new([], []);
}
