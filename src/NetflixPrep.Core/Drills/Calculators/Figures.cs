using System.Text.RegularExpressions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>A number that somebody typed, or the end of a calculation such as 45/60 = 0.75.</summary>
/// <param name="First">Its first token, of the whole calculation where it is one.</param>
/// <param name="Last">Its last token, of the whole calculation where it is one.</param>
/// <param name="ShownFirst">The first token of the number itself.</param>
/// <param name="ShownLast">The last token of the number itself.</param>
/// <param name="IsPercent">A percent sign or its like stands behind it.</param>
/// <param name="MayBeThousands">It is written as 14.749, which is fourteen thousand to many.</param>
internal readonly record struct Figure(int First, int Last, int ShownFirst, int ShownLast, double Value, bool IsPercent, bool MayBeThousands);

/// <summary>Finds the numbers of a message, code included, and joins those that one calculation links.</summary>
internal static partial class Figures
{
    private const int LongestLink = 12;

    /// <summary>The text, as long as before, with its numbers in the English way of writing: 0,82 as 0.82, 14 749 as 14,749.</summary>
    /// <param name="groups">Digits in groups of three are one number.</param>
    /// <param name="decimalComma">A comma before one or two digits is no list.</param>
    internal static string InEnglish(string text, bool groups, bool decimalComma)
    {
        var english = ZeroComma().Replace(text, "0.");
        if (groups) english = Grouped().Replace(english, static found => Separator().Replace(found.Value, ","));
        return decimalComma ? DecimalComma().Replace(english, "$1.$2") : english;
    }

    internal static List<Figure> In(Tokens tokens)
    {
        var numbers = Numbers(tokens);
        var joined = new List<Figure>();
        for (var from = 0; from < numbers.Count;)
        {
            var to = from;
            while (to + 1 < numbers.Count && Link(tokens, numbers[to], numbers[to + 1]).Length > 0) to++;
            joined.Add(Together(tokens, numbers[from..(to + 1)]));
            from = to + 1;
        }
        return joined;
    }

    private static List<Figure> Numbers(Tokens tokens)
    {
        var found = new List<Figure>();
        var number = new NumberAt();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!number.Look(tokens, at) || (number.IsSpelled && number.Multiplier is null) || IsOrdinal(tokens, at)) continue;
            var percent = number.Plain.FindLast(unit => unit.Unit.Family == Units.Family.Share);
            var last = percent.Unit is null ? number.Last : percent.Last;
            var typed = tokens.Text[tokens[at].Start..tokens[at].End];
            found.Add(new(at, last, at, last, Math.Abs(percent.Unit is null ? number.Scaled : number.Value), percent.Unit is not null, number.Multiplier is null && Thousands().IsMatch(typed)));
            at = last;
        }
        return found;
    }

    /// <summary>What a calculation comes to: what stands after its last equals sign, or before the first one where only that is a single number. A bare fraction is its value.</summary>
    private static Figure Together(Tokens tokens, List<Figure> parts)
    {
        var equals = Enumerable.Range(0, parts.Count - 1).Where(at => EqualsSign().IsMatch(Link(tokens, parts[at], parts[at + 1]))).ToList();
        var result = equals.Count == 0 ? parts : parts[(equals[^1] + 1)..];
        var figure = result is [var one] ? one
            : equals is [0, ..] ? parts[0]
            : result is [var over, { Value: > 0 } under] && Divides().IsMatch(Link(tokens, over, under)) ? new(0, 0, over.First, under.Last, over.Value / under.Value, IsPercent: false, MayBeThousands: false)
            : parts[^1];
        return figure with { First = parts[0].First, Last = parts[^1].Last };
    }

    /// <summary>What stands between two numbers of one calculation; empty when they do not belong together.</summary>
    private static string Link(Tokens tokens, Figure left, Figure right)
    {
        var (from, to) = (tokens[left.Last].End, tokens[right.First].Start);
        if (to < from) return "/"; // both are one letter, such as ½
        return right.First == left.Last + 1 && to - from <= LongestLink && tokens.Text[from..to] is var link && Linked().IsMatch(link) ? link : "";
    }

    private static bool IsOrdinal(Tokens tokens, int at) =>
        at + 1 < tokens.Count && tokens[at + 1].Start == tokens[at].End && tokens.Word(at + 1) is "st" or "nd" or "rd" or "th";

    [GeneratedRegex(@"(?<![\d.,])0,(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex ZeroComma();

    [GeneratedRegex(@"(?<![\d.,])[1-9]\d{0,2}([ '’_\u00A0\u2009\u202F]\d{3})+(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[ '’_\u00A0\u2009\u202F]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<![\d.,])(\d+),(\d{1,2})(?![\d.,])", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^\d{1,3}\.\d{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    /// <summary>Signs of a calculation and nothing else; a dash alone parts the ends of an interval.</summary>
    [GeneratedRegex(@"^[ ()²\-−]*[=≈~/÷*×·+^→][ ()²=≈~/÷*×·+^→\-−]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Linked();

    [GeneratedRegex("[=≈→]", RegexOptions.CultureInvariant)]
    private static partial Regex EqualsSign();

    [GeneratedRegex(@"^ ?[/÷] ?$", RegexOptions.CultureInvariant)]
    private static partial Regex Divides();
}
