namespace NetflixPrep.Core.Questions.Reading;

/// <summary>The stretches of a message that are not the person's own prose: code with or without a fence, longer inline code, quoted lines.</summary>
internal static class Unread
{
    private const int MostInlineWords = 3;

    internal static List<(int Start, int End)> In(string text)
    {
        var found = new List<(int, int)>();
        if (text.AsSpan().IndexOfAny('`', '>', '~') < 0 && text.AsSpan().IndexOfAny(':', '(') < 0 && !text.Contains("import ", StringComparison.Ordinal)) return found;
        for (var at = 0; at < text.Length;)
        {
            var lineStart = at == 0 || text[at - 1] == '\n';
            if (lineStart && QuoteEnd(text, at) is var quoteEnd and > 0)
            {
                found.Add((at, quoteEnd));
                at = quoteEnd;
            }
            else if (lineStart && CodeLines.EndFrom(text, at) is var codeEnd and > 0)
            {
                found.Add((at, codeEnd));
                at = codeEnd;
            }
            else if (IsFence(text, at, '`') || (lineStart && IsFence(text, at, '~')))
            {
                var end = FenceEnd(text, at);
                found.Add((at, end));
                at = end;
            }
            else if (text[at] == '`')
            {
                var (end, isCode) = InlineEnd(text, at);
                if (isCode) found.Add((at, end));
                at = end;
            }
            else
            {
                at++;
            }
        }
        return found;
    }

    /// <summary>The quoted lines outside fences: all that is not the person's own where code counts.</summary>
    internal static List<(int Start, int End)> Quoted(string text)
    {
        var found = new List<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var lineStart = at == 0 || text[at - 1] == '\n';
            if (IsFence(text, at, '`') || (lineStart && IsFence(text, at, '~')))
            {
                at = FenceEnd(text, at);
            }
            else if (lineStart && QuoteEnd(text, at) is var quoteEnd and > 0)
            {
                found.Add((at, quoteEnd));
                at = quoteEnd;
            }
            else
            {
                at++;
            }
        }
        return found;
    }

    /// <summary>The end of a quoted line, or 0. A line such as "> 800 ms" is a comparison, not a quote.</summary>
    private static int QuoteEnd(string text, int at)
    {
        var mark = at;
        while (mark < text.Length && text[mark] is ' ' or '\t') mark++;
        if (mark >= text.Length || text[mark] != '>') return 0;
        if (text.AsSpan(mark).StartsWith(">>> ")) return text.Length;
        var next = mark + 1;
        while (next < text.Length && text[next] == ' ') next++;
        if (next < text.Length && (text[next] == '=' || char.IsAsciiDigit(text[next]))) return 0;
        return LineEnd(text, mark);
    }

    private static bool IsFence(string text, int at, char mark) =>
        at + 2 < text.Length && text[at] == mark && text[at + 1] == mark && text[at + 2] == mark;

    /// <summary>An open fence reaches to the end of the message.</summary>
    private static int FenceEnd(string text, int at)
    {
        var fence = text.Substring(at, 3);
        var close = text.IndexOf(fence, at + 3, StringComparison.Ordinal);
        if (close < 0) return text.Length;
        var end = close + 3;
        while (end < text.Length && text[end] == fence[0]) end++;
        return end;
    }

    private static (int End, bool IsCode) InlineEnd(string text, int at)
    {
        var line = LineEnd(text, at);
        var open = at;
        while (open < line && text[open] == '`') open++;
        var close = text.IndexOf('`', open, line - open);
        if (close < 0) return (line, false);
        var end = close;
        while (end < line && text[end] == '`') end++;
        return Words(text.AsSpan(open, close - open)) > MostInlineWords ? (end, true) : (end, false);
    }

    private static int Words(ReadOnlySpan<char> code)
    {
        var words = 0;
        foreach (var _ in code.Split(' ')) words++;
        return words;
    }

    private static int LineEnd(string text, int at) =>
        text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
}
