using System.Text;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Splits text for a platform's length limit: between paragraphs, then lines, then words. Fenced code stays whole, or is fenced anew in each part.</summary>
internal static class TextSplitter
{
    private const string Fence = "```";

    public static List<string> Split(string text, int limit)
    {
        var parts = new List<string>();
        var current = new StringBuilder();
        foreach (var block in Blocks(text).SelectMany(block => Fit(block, limit)))
        {
            if (current.Length > 0 && current.Length + 2 + block.Length > limit)
            {
                parts.Add(current.ToString());
                current.Clear();
            }
            if (current.Length > 0) current.Append("\n\n");
            current.Append(block);
        }
        if (current.Length > 0) parts.Add(current.ToString());
        return parts;
    }

    /// <summary>Paragraphs, and fenced code as blocks of their own.</summary>
    private static IEnumerable<string> Blocks(string text)
    {
        var block = new List<string>();
        var fenced = false;
        foreach (var line in text.Split('\n'))
        {
            var isFence = line.TrimStart().StartsWith(Fence, StringComparison.Ordinal) && (fenced || !line.TrimStart()[3..].Contains(Fence, StringComparison.Ordinal));
            if (!fenced && (isFence || line.Trim().Length == 0) && block.Count > 0)
            {
                yield return string.Join('\n', block);
                block.Clear();
            }
            if (fenced || isFence || line.Trim().Length > 0) block.Add(line);
            if (isFence && fenced)
            {
                yield return string.Join('\n', block);
                block.Clear();
            }
            if (isFence) fenced = !fenced;
        }
        if (block.Count == 0) yield break;
        if (fenced) block.Add(Fence);
        yield return string.Join('\n', block);
    }

    private static IEnumerable<string> Fit(string block, int limit)
    {
        if (block.Length <= limit) return [block];
        if (!block.TrimStart().StartsWith(Fence, StringComparison.Ordinal)) return Pack(block.Split('\n'), limit);
        var lines = block.Split('\n');
        var open = lines[0].Length <= 40 ? lines[0] : Fence;
        var inside = lines[0].Length <= 40 ? lines[1..^1] : [lines[0][3..], .. lines[1..^1]];
        return Pack(inside, limit - open.Length - Fence.Length - 2).Select(code => $"{open}\n{code}\n{Fence}");
    }

    private static IEnumerable<string> Pack(IEnumerable<string> lines, int limit)
    {
        var current = new StringBuilder();
        foreach (var piece in lines.SelectMany(line => Words(line, limit)))
        {
            if (current.Length > 0 && current.Length + 1 + piece.Length > limit)
            {
                yield return current.ToString();
                current.Clear();
            }
            if (current.Length > 0) current.Append('\n');
            current.Append(piece);
        }
        if (current.Length > 0) yield return current.ToString();
    }

    private static IEnumerable<string> Words(string line, int limit)
    {
        while (line.Length > limit)
        {
            var cut = line.LastIndexOf(' ', limit - 1, limit / 2);
            if (cut <= 0) cut = SafeCut(line, limit);
            yield return line[..cut];
            line = line[cut..].TrimStart(' ');
        }
        yield return line;
    }

    // Not between the halves of a character, nor between a backslash and what it protects.
    private static int SafeCut(string line, int limit)
    {
        var cut = limit;
        if (char.IsHighSurrogate(line[cut - 1])) cut--;
        var slashes = 0;
        while (slashes < cut && line[cut - 1 - slashes] == '\\') slashes++;
        return slashes % 2 == 1 && cut > 1 ? cut - 1 : cut;
    }
}
