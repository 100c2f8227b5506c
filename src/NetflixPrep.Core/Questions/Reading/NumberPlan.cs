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

    private const int MostBetween = 2;

    private static readonly Unit Dollar = All["$"];
    private static readonly Unit Plain = All["number"];

    private readonly string first = units.Count > 0 ? units[0] : "number";
    private readonly (Unit Unit, string Name)[] known = [.. units.Where(IsKnown).Select(name => (All[name.ToLowerInvariant()], name))];
    private readonly (string[] Words, bool IsPrefix, string Name)[] literal = [.. units.Where(unit => !IsKnown(unit)).Select(Literal)];
    private readonly bool takesBare = units.Any(unit => unit == "number");

    internal int Around => around;

    internal bool InRange(double value) => (min is null || value >= min - 1e-9) && (max is null || value <= max + 1e-9);

    internal NumberSeen? Read(Tokens tokens, NumberAt number)
    {
        var at = number.At;
        if (number.IsMoney && Convert(Dollar) is { } money) return new(at - 1, number.Last, number.Scaled * money.Factor, money.Name);
        if (Known(at, number.Plain, number.Value) is { } plain) return plain;
        if (Known(at, number.Multiplied, number.Scaled) is { } multiplied) return multiplied;
        if (literal.Length > 0 && LiteralAfter(tokens, at, number.Last + 1, number.Scaled) is { } worded) return worded;
        if (number is { IsSpelled: true, Multiplier: null }) return null;
        return Bare(at, number.Last, number.Scaled, number.Multiplier is not null);
    }

    /// <summary>A number without a unit fills "number"; with thousand or million it fills those as well.</summary>
    private NumberSeen? Bare(int at, int last, double value, bool isMultiplied)
    {
        if (takesBare) return new(at, last, Convert(Plain) is { } bare ? value * bare.Factor : value, first);
        if (!isMultiplied && Math.Abs(value) < 1000) return null;
        return Convert(Plain) is { } counted ? new(at, last, value * counted.Factor, counted.Name) : null;
    }

    /// <summary>The longest unit that converts.</summary>
    private NumberSeen? Known(int at, List<(Unit Unit, int Last)> units, double value)
    {
        for (var i = units.Count - 1; i >= 0; i--)
        {
            if (Convert(units[i].Unit) is { } to) return new(at, units[i].Last, value * to.Factor, to.Name);
        }
        return null;
    }

    private NumberSeen? LiteralAfter(Tokens tokens, int at, int next, double value)
    {
        foreach (var (words, isPrefix, name) in literal)
        {
            for (var start = next; start <= next + MostBetween && start < tokens.Count && NumberAt.IsNear(tokens, start - 1); start++)
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
            if (i > 0 && !NumberAt.IsNear(tokens, start + i - 1)) return false;
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

    private static bool IsKnown(string unit) => All.ContainsKey(unit.ToLowerInvariant());

    private static (string[], bool, string) Literal(string unit)
    {
        var tokens = Tokens.Of(unit.TrimEnd('*'));
        return ([.. Enumerable.Range(0, tokens.Count).Select(i => tokens.Word(i).ToString())], unit.EndsWith('*'), unit.TrimEnd('*'));
    }
}
