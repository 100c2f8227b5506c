namespace NetflixPrep.Core.Questions.Reading;

/// <summary>Counts words as people count them: runs of letters and digits between white space.</summary>
public static class Words
{
    /// <summary>The words of the person's own prose: code and quoted lines are left out.</summary>
    public static int CountProse(string text)
    {
        var unread = Unread.In(text);
        if (unread.Count == 0) return Count(text);
        var (count, from) = (0, 0);
        foreach (var (start, end) in unread)
        {
            count += Count(text.AsSpan(from, start - from));
            from = end;
        }
        return count + Count(text.AsSpan(from));
    }

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inside = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter)) inside = false;
            else if (!inside && char.IsLetterOrDigit(letter))
            {
                inside = true;
                count++;
            }
        }
        return count;
    }
}
