using System.Text;

namespace NetflixPrep.Core.Reviews;

/// <summary>Holds what reviewers write against the answer and the anchors: quotes are really there, and changes are their own words.</summary>
public static class QuoteCheck
{
    /// <summary>Letters and digits that a quote needs at least.</summary>
    public const int ShortestQuote = 6;

    /// <summary>Characters of a strength and of a change.</summary>
    public const int ShortestWords = 20;

    /// <summary>True when these words stand in one of the texts, whatever the case, the spaces and the quotation marks around them.</summary>
    public static bool IsIn(string quote, IEnumerable<string> texts)
    {
        var wanted = Bare(quote);
        return wanted.Length >= ShortestQuote && texts.Any(text => Bare(text).Contains(wanted, StringComparison.Ordinal));
    }

    /// <summary>True when it only says what an anchor says.</summary>
    public static bool IsAnAnchor(string words, IEnumerable<string> anchors)
    {
        var bare = Bare(words);
        return anchors.Select(Bare).Any(anchor => anchor.Length > 0 && (bare == anchor || anchor.Contains(bare, StringComparison.Ordinal) || (bare.Contains(anchor, StringComparison.Ordinal) && bare.Length - anchor.Length < ShortestWords)));
    }

    // Letters and digits alone: people quote with other spaces, dots and quotation marks than they found.
    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC)) if (char.IsLetterOrDigit(letter)) bare.Append(char.ToLowerInvariant(letter));
        return bare.ToString();
    }
}
