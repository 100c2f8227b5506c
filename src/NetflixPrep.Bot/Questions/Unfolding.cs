using System.Text;

namespace NetflixPrep.Bot.Questions;

/// <summary>Lines that were broken to fit an editor become paragraphs again: chat platforms show every line break.</summary>
internal static class Unfolding
{
    public static string Unfold(string text)
    {
        var unfolded = new StringBuilder(text.Length);
        var (inFence, join) = (false, false);
        foreach (var line in text.TrimEnd().Split('\n'))
        {
            var trimmed = line.Trim();
            var isFence = trimmed.StartsWith("```", StringComparison.Ordinal);
            if (unfolded.Length > 0) unfolded.Append(join && !isFence && !StartsItem(trimmed) && trimmed.Length > 0 ? ' ' : '\n');
            unfolded.Append(inFence || isFence ? line.TrimEnd() : trimmed);
            inFence ^= isFence;
            join = !inFence && !isFence && trimmed.Length > 0;
        }
        return unfolded.ToString();
    }

    private static bool StartsItem(string line) =>
        line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal)
        || (line.Length > 2 && char.IsAsciiDigit(line[0]) && line.AsSpan(1).TrimStart("0123456789").StartsWith(". "));
}
