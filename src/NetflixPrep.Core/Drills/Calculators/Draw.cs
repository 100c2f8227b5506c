namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>Picks one after the other from one seed.</summary>
internal sealed class Draw(Chance chance)
{
    private Chance next = chance;

    internal int Between(int least, int most)
    {
        var picked = least + next.Below(most - least + 1);
        next = next.Next();
        return picked;
    }

    internal T Pick<T>(Seq<T> items) => items[Between(0, items.Count - 1)];
}
