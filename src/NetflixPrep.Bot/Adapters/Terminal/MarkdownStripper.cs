using System.Text;

namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>Takes the marks of the Markdown subset out of a text; only letters that are <paramref name="ours"/> can be marks.</summary>
internal sealed class MarkdownStripper(string text, IReadOnlyList<bool> ours)
{
    private readonly StringBuilder plain = new(text.Length);
    private bool fenced;
    private bool inCode;

    public string Strip()
    {
        for (var at = 0; at < text.Length;)
        {
            if (IsLineStart(at) && IsRun(at, "```"))
            {
                fenced = !fenced;
                at = SkipLine(at);
                continue;
            }
            if (fenced)
            {
                if (IsLineStart(at)) plain.Append("    ");
                plain.Append(text[at++]);
                continue;
            }
            at += Mark(at);
        }
        return plain.ToString().TrimEnd();
    }

    // Writes what stands at this letter and says how many letters it took.
    private int Mark(int at)
    {
        if (IsRun(at, "`"))
        {
            inCode = !inCode;
            return 1;
        }
        if (!inCode)
        {
            if (ours[at] && text[at] == '\\' && at + 1 < text.Length && char.IsPunctuation(text[at + 1]))
            {
                plain.Append(text[at + 1]);
                return 2;
            }
            if (IsRun(at, "**") || IsRun(at, "__")) return 2;
            if (IsRun(at, "*") && IsEmphasis(at, needsWordEdge: false)) return 1;
            if (IsRun(at, "_") && IsEmphasis(at, needsWordEdge: true)) return 1;
        }
        plain.Append(text[at]);
        return 1;
    }

    // An emphasis mark touches a word on one side and not on the other; "3 * 4" and "snake_case" have none.
    private bool IsEmphasis(int at, bool needsWordEdge)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        if (char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) return false;
        return !(needsWordEdge && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after));
    }

    private bool IsLineStart(int at) => at == 0 || text[at - 1] == '\n';

    private bool IsRun(int at, string mark)
    {
        if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0) return false;
        for (var letter = 0; letter < mark.Length; letter++)
        {
            if (!ours[at + letter]) return false;
        }
        return true;
    }

    private int SkipLine(int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }
}
