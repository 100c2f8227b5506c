namespace NetflixPrep.Core.Questions.Reading;

/// <summary>
/// Other ways to write the same words: British and American spelling, and the plain plural of a last word that stands in the singular.
/// A nonsense spelling among them ("otherwize") does no harm, because nobody writes it.
/// </summary>
internal static class Spellings
{
    /// <summary>More spellings of one phrase are not looked for.</summary>
    private const int Most = 12;

    private static readonly (string Uk, string Us)[] Endings =
    [
        ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ised", "ized"), ("ises", "izes"), ("ising", "izing"), ("iser", "izer"), ("isers", "izers"),
        ("yse", "yze"), ("ysed", "yzed"), ("yses", "yzes"), ("ysing", "yzing"),
        ("elled", "eled"), ("elling", "eling"), ("eller", "eler"), ("ellation", "elation"),
    ];

    private static readonly (string Uk, string Us)[] Stems =
    [
        ("behaviour", "behavior"), ("favour", "favor"), ("neighbour", "neighbor"), ("colour", "color"), ("labour", "labor"), ("honour", "honor"), ("rumour", "rumor"),
        ("centre", "center"), ("grey", "gray"), ("catalogue", "catalog"), ("programme", "program"), ("judgement", "judgment"), ("licence", "license"),
        ("defence", "defense"), ("sceptic", "skeptic"), ("artefact", "artifact"), ("ageing", "aging"), ("fulfil", "fulfill"),
    ];

    /// <summary>The other spellings of a phrase, without the one given.</summary>
    /// <param name="isPrefix">The last word is the beginning of one.</param>
    internal static IEnumerable<string[]> Of(string[] words, bool isPrefix)
    {
        var spelled = new List<string[]> { words };
        for (var i = 0; i < words.Length; i++)
        {
            var isLast = i == words.Length - 1;
            foreach (var other in isLast && isPrefix ? OfBeginning(words[i]) : OfWord(words[i], isLast))
            {
                foreach (var phrase in spelled.ToArray())
                {
                    if (spelled.Count < Most) spelled.Add([.. phrase[..i], other, .. phrase[(i + 1)..]]);
                }
            }
        }
        return spelled.Skip(1);
    }

    private static List<string> OfBeginning(string word)
    {
        var others = new List<string>();
        if (word.Length >= 5 && word[^2..] is "is" or "iz" or "ys" or "yz") others.Add(word[..^1] + (word[^1] == 's' ? 'z' : 's'));
        Stem(word, others);
        return others;
    }

    private static List<string> OfWord(string word, bool isLast)
    {
        var others = new List<string>();
        foreach (var (uk, us) in Endings)
        {
            if (Ends(word, uk)) others.Add(word[..^uk.Length] + us);
            else if (Ends(word, us)) others.Add(word[..^us.Length] + uk);
        }
        Stem(word, others);
        if (isLast && word.Length >= 3 && word[^1] != 's' && word.All(char.IsAsciiLetter))
        {
            foreach (var one in (string[])[word, .. others]) others.Add(Plural(one));
        }
        return others;
    }

    private static bool Ends(string word, string ending) => word.Length >= ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal);

    private static void Stem(string word, List<string> into)
    {
        foreach (var (uk, us) in Stems)
        {
            if (word.StartsWith(uk, StringComparison.Ordinal)) into.Add(us + word[uk.Length..]);
            else if (word.StartsWith(us, StringComparison.Ordinal)) into.Add(uk + word[us.Length..]);
        }
    }

    private static string Plural(string word) => word switch
    {
        _ when word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'o' or 'u') => word[..^1] + "ies",
        _ when word[^1] is 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) => word + "es",
        _ => word + "s",
    };
}
