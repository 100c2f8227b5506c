using NetflixPrep.Core;

namespace NetflixPrep.Bot.Tests.Simulation;

/// <summary>The one source of chance of a simulation: the same seed throws the same.</summary>
internal sealed class Dice(ulong seed)
{
    private Chance chance = new(seed);

    public int Below(int limit)
    {
        chance = chance.Next();
        return chance.Below(limit);
    }

    public bool Percent(int percent) => Below(100) < percent;

    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    public TimeSpan Seconds(int from, int to) => TimeSpan.FromSeconds(from + Below(to - from));
}
