namespace NetflixPrep.Core.Questions.Reading;

/// <summary>Cuts the sentence around a hit to what fits one line of a debrief.</summary>
internal static class Quoting
{
    internal const int Longest = 90;

    internal static string Around(Tokens tokens, int first, int last)
    {
        var text = tokens.Text;
        var (firstToken, after) = tokens.Sentence(tokens[first].Sentence);
        var (start, end) = (tokens[first].Start, tokens[last].End);
        var from = tokens[firstToken].Start;
        var to = Closed(text, Math.Max(tokens[after - 1].End, end));
        if (to - from > Longest)
        {
            from = end - from <= Longest ? from : WordStart(text, Math.Max(from, start - (Math.Max(0, Longest - (end - start)) / 2)), start);
            to = WordEnd(text, Math.Min(to, from + Longest), end);
        }
        return text[from..to].TrimEnd();
    }

    /// <summary>Takes the full stop or closing mark along.</summary>
    private static int Closed(string text, int end)
    {
        while (end < text.Length && text[end] is '.' or '!' or '?' or ')' or '"' or '\'' or '”') end++;
        return end;
    }

    private static int WordStart(string text, int at, int start)
    {
        while (at < start && at > 0 && !char.IsWhiteSpace(text[at - 1])) at++;
        while (at < start && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static int WordEnd(string text, int at, int end)
    {
        while (at > end && at < text.Length && !char.IsWhiteSpace(text[at])) at--;
        return at;
    }
}
