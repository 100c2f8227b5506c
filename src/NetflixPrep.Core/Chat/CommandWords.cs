using System.Text;

namespace NetflixPrep.Core.Chat;

/// <summary>One word of a typed command: <c>name:value</c>, or a bare value without a name.</summary>
internal sealed record CommandWord(string? Name, string Value)
{
    public string Text => Name is null ? Value : $"{Name}:{Value}";

    public bool Is(string word) => Name is null && string.Equals(Value, word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Splits a typed command at blanks that stand outside quotation marks (also the curly ones that phones write).</summary>
internal static class CommandWords
{
    /// <summary>Null when a quotation mark is not closed.</summary>
    public static IReadOnlyList<CommandWord>? Split(string text)
    {
        var words = new List<CommandWord>();
        var word = new StringBuilder();
        string? name = null;
        var (quoted, started) = (false, false);
        foreach (var letter in text)
        {
            if (IsQuote(letter) && (quoted || word.Length == 0))
            {
                (quoted, started) = (!quoted, true);
            }
            else if (!quoted && char.IsWhiteSpace(letter))
            {
                End();
            }
            else if (letter == ':' && !quoted && name is null && IsName(word))
            {
                name = word.ToString();
                word.Clear();
                started = true;
            }
            else
            {
                word.Append(letter);
                started = true;
            }
        }
        End();
        return quoted ? null : words;

        void End()
        {
            if (started) words.Add(new(name, word.ToString()));
            word.Clear();
            (name, started) = (null, false);
        }
    }

    private static bool IsQuote(char letter) => letter is '"' or '“' or '”' or '„';

    // An option's name starts with a letter, so that 07:30 stays a value.
    private static bool IsName(StringBuilder word)
    {
        if (word.Length == 0 || !char.IsAsciiLetter(word[0])) return false;
        for (var at = 1; at < word.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(word[at]) && word[at] is not ('-' or '_')) return false;
        }
        return true;
    }
}
