using System.Collections.Frozen;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>How closely a figure carries the word of an answer.</summary>
internal enum Carries
{
    Nothing,

    /// <summary>The word stands earlier in the same clause.</summary>
    Loosely,

    /// <summary>Only words such as "is" or "about" stand between.</summary>
    Closely,
}

/// <summary>Tells which answer a figure speaks of, by the words around it.</summary>
internal sealed class Owners(Tokens tokens, Seq<SumAnswer> answers)
{
    /// <summary>A word further away belongs to something else.</summary>
    private const int Reach = 40;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers = ((string[])
    [
        "is", "are", "was", "be", "at", "of", "the", "a", "about", "around", "roughly", "approximately", "approx", "circa", "ca", "some", "nearly", "just",
        "to", "comes", "come", "equals", "gives", "needs", "need", "would", "value", "size", "then", "so", "per", "in", "for", "every", "members", "users", "people",
    ]).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The answer's place in the list, or -1.</summary>
    internal (int Answer, Carries How) Of(Figure figure)
    {
        var before = Walk(figure.First, -1);
        var after = Walk(figure.Last, +1);
        if (after.How == Carries.Closely && (before.How != Carries.Closely || Begins(figure))) return after;
        return before;
    }

    /// <summary>Backwards through the clause, forwards only over small words.</summary>
    private (int Answer, Carries How) Walk(int from, int step)
    {
        var how = Carries.Closely;
        for (var at = from + step; at >= 0 && at < tokens.Count && Math.Abs(at - from) <= Reach && !IsBreak(Math.Min(at, at - step), forwards: step > 0); at += step)
        {
            // "14,749 per arm (29,498 together)": what stands in brackets is said beside.
            if (step < 0 && Between(at).Contains('(')) how = Carries.Loosely;
            if (OwnerAt(at) is var owner and >= 0) return (owner, how);
            if (Fillers.Contains(tokens.Word(at))) continue;
            if (step > 0) break;
            how = Carries.Loosely;
        }
        return (-1, Carries.Nothing);
    }

    private int OwnerAt(int at)
    {
        if (tokens[at].IsNumber) return -1;
        for (var i = 0; i < answers.Count; i++)
        {
            foreach (var word in answers[i].Words)
            {
                if (tokens.Word(at).SequenceEqual(word)) return i;
            }
        }
        return -1;
    }

    /// <summary>Whether nothing but small words stands before it in its clause: then words follow their figures, as in "0.75 precision 0.5 recall".</summary>
    private bool Begins(Figure figure)
    {
        var at = figure.First;
        while (at > 0 && figure.First - at < Reach && !IsBreak(at - 1, forwards: true)) at--;
        for (; at < figure.First; at++)
        {
            if (OwnerAt(at) >= 0) return false;
            if (tokens[at].IsNumber) return true;
        }
        return true;
    }

    /// <summary>Whether the token after this one begins something else. A word on the line above belongs to the figure below it, not the other way round.</summary>
    private bool IsBreak(int left, bool forwards)
    {
        var between = Between(left);
        if (between.IndexOfAny(',', ';') >= 0) return true;
        if (tokens[left].Sentence == tokens[left + 1].Sentence) return false;
        return forwards || between.IndexOfAny('.', '!', '?') >= 0 || !between.Contains('\n');
    }

    private ReadOnlySpan<char> Between(int left) => tokens.Text.AsSpan(tokens[left].End, Math.Max(0, tokens[left + 1].Start - tokens[left].End));
}
