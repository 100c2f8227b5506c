namespace NetflixPrep.Core.Questions;

/// <summary>Finds the word that was probably meant.</summary>
public static class Spelling
{
    /// <summary>"Did you mean 'x'?", or the list of what there is.</summary>
    public static string Mend(string written, IEnumerable<string> known)
    {
        var names = known.ToSeq();
        var nearest = names.MinBy(name => Distance(written, name));
        return nearest is not null && Distance(written, nearest) <= Math.Max(2, nearest.Length / 3)
            ? $"Did you mean '{nearest}'?"
            : names.Count <= 30 ? $"Known: {string.Join(", ", names)}." : "See prompts/topics.yaml for the list.";
    }

    /// <summary>Letters to change, add or drop (Levenshtein); long words are cut.</summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > 60) left = left[..60];
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
