namespace NetflixPrep.Core.Chat;

/// <summary>The word that was probably meant (Damerau–Levenshtein distance, neighbours swapped count once).</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest slips, or null when even that one has more than a third of its letters wrong.</summary>
    public static string? Of(string typed, IEnumerable<string> candidates)
    {
        var lower = typed.ToLowerInvariant();
        return candidates
            .Select(word => (word, slips: Slips(lower, word.ToLowerInvariant())))
            .Where(each => each.slips <= Math.Max(1, each.word.Length / 3))
            .OrderBy(each => each.slips)
            .Select(each => each.word)
            .FirstOrDefault();
    }

    private static int Slips(string from, string to)
    {
        if (from.Length > 100 || to.Length > 100) return int.MaxValue;
        var table = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++) table[row, 0] = row;
        for (var column = 0; column <= to.Length; column++) table[0, column] = column;
        for (var row = 1; row <= from.Length; row++)
        {
            for (var column = 1; column <= to.Length; column++)
            {
                var change = from[row - 1] == to[column - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(table[row - 1, column], table[row, column - 1]) + 1, table[row - 1, column - 1] + change);
                if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1])
                {
                    best = Math.Min(best, table[row - 2, column - 2] + 1);
                }
                table[row, column] = best;
            }
        }
        return table[from.Length, to.Length];
    }
}
