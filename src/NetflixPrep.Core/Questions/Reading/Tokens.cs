using System.Globalization;

namespace NetflixPrep.Core.Questions.Reading;

/// <summary>One word or number.</summary>
/// <param name="Start">First character in the original text.</param>
/// <param name="Letters">Where its normalised letters start.</param>
/// <param name="Number">Its value, or NaN for a word.</param>
/// <param name="Clause">True when a comma, colon, bracket or dash stands before it.</param>
internal readonly record struct Token(int Start, int End, int Letters, int Length, double Number, int Sentence, bool Clause)
{
    internal bool IsNumber => !double.IsNaN(Number);
}

/// <summary>A message as words that know their sentence and clause; positions are those of the original text. Linear time.</summary>
internal sealed class Tokens
{
    /// <summary>A line at least so long may have been wrapped: the next one goes on if it starts in lower case.</summary>
    private const int WrappedLine = 50;

    private readonly Normalised source;
    private readonly char[] letters;
    private readonly List<int> sentences = [];
    private Token[] items;
    private HashSet<int>? asking;
    private bool sentenceOver = true;
    private bool clauseOver;
    private int lineStart;

    private Tokens(string text, Normalised source)
    {
        (Text, this.source) = (text, source);
        letters = source.Letters;
        items = new Token[(letters.Length / 5) + 4];
        Split();
    }

    internal string Text { get; }

    internal int Count { get; private set; }

    internal int Sentences => sentences.Count;

    internal ref readonly Token this[int index] => ref items[index];

    internal static Tokens Of(string text) => new(text, Normalised.Of(text));

    /// <summary>The words of a text, code included: only quoted lines are left out.</summary>
    /// <param name="readAs">The same text, letter by letter, with its numbers in the English way of writing.</param>
    internal static Tokens WithCode(string text, string readAs) => new(text, Normalised.WithCode(readAs));

    internal ReadOnlySpan<char> Word(int index) => letters.AsSpan(items[index].Letters, items[index].Length);

    /// <summary>Whether a sentence ends in a question mark.</summary>
    internal bool IsAsking(int sentence) => asking is not null && asking.Contains(sentence);

    /// <summary>First token of a sentence and the one after its last.</summary>
    internal (int First, int After) Sentence(int number) =>
        (sentences[number], number + 1 < sentences.Count ? sentences[number + 1] : Count);

    private void Split()
    {
        for (var at = 0; at < letters.Length;)
        {
            var letter = letters[at];
            if (char.IsAsciiDigit(letter) || (letter == '.' && char.IsAsciiDigit(Letter(at + 1)) && !IsWord(Letter(at - 1)))) at = Number(at);
            else if (IsWord(letter)) at = WordAt(at);
            else if (letter is '%' or '$' or '€' or '£') at = Put(at, at + 1, 1, double.NaN);
            else at = Between(at, letter);
        }
    }

    private int Between(int at, char letter)
    {
        switch (letter)
        {
            case '?' when sentences.Count > 0 && !sentenceOver:
                (asking ??= []).Add(sentences.Count - 1);
                sentenceOver = true;
                break;
            case Normalised.Break or '!' or '?':
                sentenceOver = true;
                break;
            case '.' when EndsSentence(at):
                sentenceOver = true;
                break;
            case '\n':
                sentenceOver |= !GoesOn(at);
                lineStart = at + 1;
                break;
            case ',' or ';' or ':' or '(' or ')' or '[' or ']':
            case '-' when Letter(at - 1) == ' ' && Letter(at + 1) == ' ':
                clauseOver = true;
                break;
        }
        return at + 1;
    }

    private bool EndsSentence(int at)
    {
        if (Letter(at + 1) is not (' ' or '\n' or '\r' or '\t' or '"' or '\'' or ')' or '*' or Normalised.Break)) return false;
        var last = Count - 1;
        if (last < 0 || items[last].Letters + items[last].Length != at) return true;
        var isAbbreviation = items[last].Length == 1 ? Letter(at - 2) == '.' : Word(last) is "vs" or "approx" or "cf" or "incl";
        return !isAbbreviation;
    }

    /// <summary>A long line that breaks off in the middle of a sentence was wrapped by an editor.</summary>
    private bool GoesOn(int at)
    {
        var next = at + 1;
        while (Letter(next) is ' ' or '\t') next++;
        var last = Letter(at - 1) == '\r' ? at - 2 : at - 1;
        return at - lineStart >= WrappedLine && next < letters.Length && (IsWord(Letter(last)) || Letter(last) == ',')
            && char.IsLower(Text[source.StartOf(next)]);
    }

    private int WordAt(int start)
    {
        var (at, length) = (start, 0);
        while (at < letters.Length && (IsWord(letters[at]) || (letters[at] == '\'' && IsWord(Letter(at + 1)))))
        {
            if (letters[at] != '\'') letters[start + length++] = letters[at];
            at++;
        }
        return Put(start, at, length, double.NaN);
    }

    /// <summary>Digits with thousands separators, decimals and an exponent; "150ms" gives the number, then the word.</summary>
    private int Number(int start)
    {
        var (at, length) = (start, 0);
        Take();
        while (length <= 15 && Letter(at) == ',' && at - start <= 15 && IsDigits(at + 1, 3) && !char.IsAsciiDigit(Letter(at + 4)))
        {
            at++;
            Take();
        }
        if (Letter(at) == '.' && char.IsAsciiDigit(Letter(at + 1)))
        {
            letters[start + length++] = letters[at++];
            Take();
        }
        var sign = Letter(at + 1) is '-' or '+' ? 1 : 0;
        if (Letter(at) == 'e' && char.IsAsciiDigit(Letter(at + 1 + sign)))
        {
            for (var i = 0; i <= sign; i++) letters[start + length++] = letters[at++];
            Take();
        }
        var value = double.Parse(letters.AsSpan(start, length), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (Letter(start - 1) == '-' && Letter(start - 2) is ' ' or '\0' or '(' or '\n') value = -value;
        return Put(start, at, length, double.IsFinite(value) ? value : double.NaN);

        void Take()
        {
            while (at < letters.Length && char.IsAsciiDigit(letters[at])) letters[start + length++] = letters[at++];
        }
    }

    private int Put(int start, int end, int length, double number)
    {
        if (sentenceOver) sentences.Add(Count);
        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        items[Count++] = new(source.StartOf(start), source.EndOf(end - 1), start, length, number, sentences.Count - 1, clauseOver && !sentenceOver);
        (sentenceOver, clauseOver) = (false, false);
        return end;
    }

    private bool IsDigits(int at, int count)
    {
        for (var i = at; i < at + count; i++)
        {
            if (!char.IsAsciiDigit(Letter(i))) return false;
        }
        return true;
    }

    private char Letter(int at) => at >= 0 && at < letters.Length ? letters[at] : at < 0 ? '\0' : '\n';

    private static bool IsWord(char letter) =>
        char.IsAscii(letter) ? char.IsAsciiLetterOrDigit(letter)
        : char.IsLetterOrDigit(letter) || Normalised.IsMark(CharUnicodeInfo.GetUnicodeCategory(letter));
}
