using static NetflixPrep.Core.Questions.Reading.Units;

namespace NetflixPrep.Core.Questions.Reading;

/// <summary>A number in a text and the units that may be meant by the words around it: looked up once, for all rules.</summary>
internal sealed class NumberAt
{
    private const int LongestUnit = 3;

    private readonly List<(Unit Unit, int Last)> plain = [];
    private readonly List<(Unit Unit, int Last)> multiplied = [];

    internal int At { get; private set; }

    internal double Value { get; private set; }

    internal bool IsSpelled { get; private set; }

    /// <summary>A currency sign stands before it.</summary>
    internal bool IsMoney { get; private set; }

    /// <summary>The million in "3 million"; null without one.</summary>
    internal double? Multiplier { get; private set; }

    internal double Scaled => Value * (Multiplier ?? 1);

    /// <summary>The number's last token, its multiplier included.</summary>
    internal int Last => Multiplier is null ? At : At + 1;

    /// <summary>The known units right behind the number, shortest first.</summary>
    internal List<(Unit Unit, int Last)> Plain => plain;

    /// <summary>The known units behind its multiplier, shortest first.</summary>
    internal List<(Unit Unit, int Last)> Multiplied => multiplied;

    /// <summary>False when no number stands there.</summary>
    internal bool Look(Tokens tokens, int at)
    {
        var value = tokens[at].Number;
        var isSpelled = false;
        if (!tokens[at].IsNumber && !(isSpelled = Spelled.TryGetValue(tokens.Word(at), out value))) return false;
        (At, Value, IsSpelled) = (at, value, isSpelled);
        IsMoney = at > 0 && tokens.Word(at - 1) is "$" && IsNear(tokens, at - 1);
        Multiplier = at + 1 < tokens.Count && IsNear(tokens, at) && Multipliers.TryGetValue(tokens.Word(at + 1), out var times) ? times : null;
        LookForUnits(tokens, at + 1, plain);
        multiplied.Clear();
        if (Multiplier is not null) LookForUnits(tokens, at + 2, multiplied);
        return true;
    }

    /// <summary>The word after this one belongs to it: same sentence, no wide gap.</summary>
    internal static bool IsNear(Tokens tokens, int at) =>
        at + 1 < tokens.Count && tokens[at + 1].Sentence == tokens[at].Sentence && tokens[at + 1].Start - tokens[at].End <= PhraseTrie.MostBetween;

    private static void LookForUnits(Tokens tokens, int next, List<(Unit Unit, int Last)> into)
    {
        into.Clear();
        Span<char> name = stackalloc char[40];
        var length = 0;
        for (var i = next; i < next + LongestUnit && i < tokens.Count && IsNear(tokens, i - 1); i++)
        {
            var word = tokens.Word(i);
            if (length + word.Length + 1 > name.Length) break;
            if (length > 0) name[length++] = ' ';
            word.CopyTo(name[length..]);
            length += word.Length;
            if (All.TryGetValue(name[..length], out var unit) && unit.Family != Family.Count) into.Add((unit, i));
        }
    }
}
