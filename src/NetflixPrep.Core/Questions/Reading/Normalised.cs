using System.Globalization;
using System.Text;

namespace NetflixPrep.Core.Questions.Reading;

/// <summary>
/// A text in NFKC, lower case and with straight quotes, where every character knows its place in the original.
/// Zero-width characters are gone; a stretch that is not read is one <see cref="Break"/> or several.
/// </summary>
internal sealed class Normalised
{
    /// <summary>Stands for what is not read; ends a sentence.</summary>
    internal const char Break = '\u0001';

    private const int MostMarks = 8;

    private readonly int[]? starts;
    private readonly int[]? ends;

    private Normalised(char[] letters, int[]? starts, int[]? ends) => (Letters, this.starts, this.ends) = (letters, starts, ends);

    internal char[] Letters { get; }

    internal int StartOf(int at) => starts is null ? at : starts[at];

    internal int EndOf(int at) => ends is null ? at + 1 : ends[at];

    internal static Normalised Of(string text) => Without(Unread.In(text), text);

    /// <summary>Code is read as well; only quoted lines are left out.</summary>
    internal static Normalised WithCode(string text) => Without(Unread.Quoted(text), text);

    private static Normalised Without(List<(int Start, int End)> unread, string text) =>
        Ascii.IsValid(text) ? FromAscii(text, unread) : FromUnicode(text, unread);

    /// <summary>Nearly every answer: one character stays one character, so no map is needed.</summary>
    private static Normalised FromAscii(string text, List<(int Start, int End)> unread)
    {
        var letters = new char[text.Length];
        Ascii.ToLower(text, letters, out _);
        foreach (var (start, end) in unread) letters.AsSpan(start, end - start).Fill(Break);
        return new(letters, null, null);
    }

    private static Normalised FromUnicode(string text, List<(int Start, int End)> unread)
    {
        var letters = new char[text.Length + 16];
        var starts = new int[letters.Length];
        var ends = new int[letters.Length];
        var count = 0;
        var skip = 0;
        Span<char> buffer = stackalloc char[128];
        for (var at = 0; at < text.Length;)
        {
            if (skip < unread.Count && unread[skip].Start == at)
            {
                Put(Break, at, unread[skip].End);
                at = unread[skip++].End;
                continue;
            }
            var plainEnd = PlainEnd(text, at, skip < unread.Count ? unread[skip].Start : text.Length);
            if (plainEnd > at)
            {
                PutPlain(at, plainEnd);
                at = plainEnd;
                continue;
            }
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                Put(' ', at, at + 1);
                at++;
                continue;
            }
            var end = at + rune.Utf16SequenceLength;
            var marks = 0;
            var whole = end;
            while (end < text.Length && text[end] >= '\u0300' && IsMark(CharUnicodeInfo.GetUnicodeCategory(text[end])))
            {
                end++;
                if (++marks <= MostMarks) whole = end;
            }
            if (marks == 0 && rune.IsAscii)
            {
                Put(char.ToLowerInvariant((char)rune.Value), at, end);
            }
            else if (Plain(rune, count > 0 ? letters[count - 1] : ' ') is { } plain)
            {
                if (plain != '\0') Put(plain, at, end);
            }
            else if (text.AsSpan(at, whole - at).TryNormalize(buffer, out var written, NormalizationForm.FormKC))
            {
                foreach (var letter in buffer[..written]) Put(char.ToLowerInvariant(letter), at, end);
            }
            else
            {
                Put(' ', at, end);
            }
            at = end;
        }
        return new(letters[..count], starts, ends);

        void Put(char letter, int start, int end)
        {
            Reserve(1);
            (letters[count], starts[count], ends[count]) = (letter, start, end);
            count++;
        }

        void PutPlain(int from, int to)
        {
            Reserve(to - from);
            Ascii.ToLower(text.AsSpan(from, to - from), letters.AsSpan(count), out _);
            for (var at = from; at < to; at++) (starts[count], ends[count++]) = (at, at + 1);
        }

        void Reserve(int more)
        {
            if (count + more <= letters.Length) return;
            var size = Math.Max(letters.Length * 2, count + more);
            Array.Resize(ref letters, size);
            Array.Resize(ref starts, size);
            Array.Resize(ref ends, size);
        }
    }

    /// <summary>The end of the ASCII that starts here; its last letter is left out when a mark may stand on it.</summary>
    private static int PlainEnd(string text, int at, int before)
    {
        var run = text.AsSpan(at, before - at).IndexOfAnyExceptInRange('\0', '\u007F');
        var end = run < 0 ? before : at + run;
        return end > at && end < text.Length && text[end] >= '\u0300' ? end - 1 : end;
    }

    /// <summary>Quotes, dashes and full stops of other scripts as ASCII; '\0' for what has no width; null for the rest.</summary>
    private static char? Plain(Rune rune, char before) => rune.Value switch
    {
        '‘' or '’' or 'ʼ' or '´' or '＇' => '\'',
        '“' or '”' or '„' or '«' or '»' => '"',
        '—' or '―' => ';',
        '–' => before != ' ' ? '-' : ';',
        '−' or '‐' or '‑' => '-',
        '•' or '·' => '*',
        '。' => '.',
        '؟' => '?',
        '،' or '、' => ',',
        0x2028 or 0x2029 or 0x85 => '\n',
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format or UnicodeCategory.Control => '\0',
            UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => ' ',
            UnicodeCategory.SpaceSeparator => ' ',
            // Arrows, emoji and the like part words; the squared units of East Asian type are letters in disguise.
            UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol when rune.Value is < 0x3200 or > 0x33FF => ' ',
            _ => null,
        },
    };

    internal static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
