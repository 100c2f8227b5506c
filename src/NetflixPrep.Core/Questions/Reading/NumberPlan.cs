using static NetflixPrep.Core.Questions.Reading.Units;

namespace NetflixPrep.Core.Questions.Reading;

/// <summary>A number as one rule reads it: the value in the rule's first unit where it converts.</summary>
internal readonly record struct NumberSeen(int First, int Last, double Value, string Unit);

/// <summary>Units, range and neighbours of one number slot or number rule, ready to be read.</summary>
/// <param name="around">The set of words of which one must stand near, or -1.</param>
internal sealed class NumberPlan(Seq<string> units, double? min, double? max, int around)
{
    /// <summary>A word of "around" stands at most so many words away.</summary>
    internal const int Reach = 8;

    private const int LongestUnit = 3;
    private const int MostBetween = 2;

    private readonly string first = units.Count > 0 ? units[0] : "number";
    private readonly (Unit Unit, string Name)[] known = [.. units.Where(IsKnown).Select(name => (All[name.ToLowerInvariant()], name))];
    private readonly (string[] Words, bool IsPrefix, string Name)[] literal = [.. units.Where(unit => !IsKnown(unit)).Select(Literal)];
    private readonly bool takesBare = units.Any(unit => unit == "number");

    internal int Around => around;

    internal bool InRange(double value) => (min is null || value >= min - 1e-9) && (max is null || value <= max + 1e-9);

    internal NumberSeen? Read(Tokens tokens, int at)
    {
        var token = tokens[at];
        var isSpelled = false;
        var value = token.Number;
        if (!token.IsNumber && !(isSpelled = Spelled.TryGetValue(tokens.Word(at), out value))) return null;
        if (at > 0 && tokens.Word(at - 1) is "$" && Near(tokens, at - 1) && Convert(All["$"]) is { } money)
        {
            var times = Multiplier(tokens, at + 1);
            return new(at - 1, times is null ? at : at + 1, value * (times ?? 1) * money.Factor, money.Name);
        }
        if (Known(tokens, at, at + 1, value) is { } plain) return plain;
        var multiplier = Multiplier(tokens, at + 1);
        var scaled = value * (multiplier ?? 1);
        var last = multiplier is null ? at : at + 1;
        if (multiplier is not null && Known(tokens, at, at + 2, scaled) is { } multiplied) return multiplied;
        if (LiteralAfter(tokens, at, last + 1, scaled) is { } worded) return worded;
        if (isSpelled && multiplier is null) return null;
        return Bare(at, last, scaled, multiplier is not null);
    }

    /// <summary>A number without a unit fills "number"; with thousand or million it fills those as well.</summary>
    private NumberSeen? Bare(int at, int last, double value, bool isMultiplied)
    {
        if (takesBare) return new(at, last, Convert(All["number"]) is { } bare ? value * bare.Factor : value, first);
        if (!isMultiplied && Math.Abs(value) < 1000) return null;
        return Convert(All["number"]) is { } counted ? new(at, last, value * counted.Factor, counted.Name) : null;
    }

    private NumberSeen? Known(Tokens tokens, int at, int next, double value)
    {
        Span<char> name = stackalloc char[40];
        var length = 0;
        NumberSeen? seen = null;
        for (var i = next; i < next + LongestUnit && i < tokens.Count && Near(tokens, i - 1); i++)
        {
            var word = tokens.Word(i);
            if (length + word.Length + 1 > name.Length) break;
            if (length > 0) name[length++] = ' ';
            word.CopyTo(name[length..]);
            length += word.Length;
            if (All.TryGetValue(name[..length], out var unit) && unit.Family != Family.Count && Convert(unit) is { } to)
            {
                seen = new(at, i, value * to.Factor, to.Name);
            }
        }
        return seen;
    }

    private NumberSeen? LiteralAfter(Tokens tokens, int at, int next, double value)
    {
        foreach (var (words, isPrefix, name) in literal)
        {
            for (var start = next; start <= next + MostBetween && start < tokens.Count && Near(tokens, start - 1); start++)
            {
                if (tokens[start].IsNumber) break;
                if (Matches(tokens, start, words, isPrefix)) return new(at, start + words.Length - 1, value, name);
            }
        }
        return null;
    }

    private static bool Matches(Tokens tokens, int start, string[] words, bool isPrefix)
    {
        if (start + words.Length > tokens.Count) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && !Near(tokens, start + i - 1)) return false;
            var word = tokens.Word(start + i);
            if (word.Length > PhraseTrie.LongestWord) return false;
            if (!(isPrefix && i == words.Length - 1 ? word.StartsWith(words[i]) : word.SequenceEqual(words[i]))) return false;
        }
        return true;
    }

    /// <summary>The factor to the rule's first unit, or as it stands when only a later unit is of the same kind.</summary>
    private (double Factor, string Name)? Convert(Unit unit)
    {
        foreach (var (own, name) in known)
        {
            var isShareAsNumber = unit.Family == Family.Share && name == "number";
            if (!isShareAsNumber && (own.Family != unit.Family || (own.Scale & unit.Scale) == 0)) continue;
            var main = known[0].Unit.Family == own.Family ? known[0] : (own, name);
            return (unit.Factor / main.Item1.Factor, main.Item2);
        }
        return null;
    }

    private static double? Multiplier(Tokens tokens, int at) =>
        at < tokens.Count && Near(tokens, at - 1) && Multipliers.TryGetValue(tokens.Word(at), out var times) ? times : null;

    /// <summary>The word after this one belongs to it: same sentence, no wide gap.</summary>
    private static bool Near(Tokens tokens, int at) =>
        at + 1 < tokens.Count && tokens[at + 1].Sentence == tokens[at].Sentence && tokens[at + 1].Start - tokens[at].End <= PhraseTrie.MostBetween;

    private static bool IsKnown(string unit) => All.ContainsKey(unit.ToLowerInvariant());

    private static (string[], bool, string) Literal(string unit)
    {
        var tokens = Tokens.Of(unit.TrimEnd('*'));
        return ([.. Enumerable.Range(0, tokens.Count).Select(i => tokens.Word(i).ToString())], unit.EndsWith('*'), unit.TrimEnd('*'));
    }
}
