using System.Collections.Frozen;

namespace NetflixPrep.Core.Questions.Reading;

/// <summary>
/// The negation guard: what stands within three words after "no", "not", "without", "never" or "don't need" does not count.
/// A sentence end, a comma or a "but" ends it; "not only", "no doubt", "why not", "no more than" and "not … without" do not negate.
/// </summary>
internal static class Negation
{
    private const int Reach = 3;

    private enum Kind
    {
        Negator,
        Contraction,
        End,
    }

    private static readonly FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> Kinds = new Dictionary<string, Kind>
    {
        ["no"] = Kind.Negator,
        ["not"] = Kind.Negator,
        ["without"] = Kind.Negator,
        ["never"] = Kind.Negator,
        ["dont"] = Kind.Contraction,
        ["doesnt"] = Kind.Contraction,
        ["didnt"] = Kind.Contraction,
        ["wont"] = Kind.Contraction,
        ["wouldnt"] = Kind.Contraction,
        ["cant"] = Kind.Contraction,
        ["cannot"] = Kind.Contraction,
        ["shouldnt"] = Kind.Contraction,
        ["nothing"] = Kind.Contraction,
        ["nobody"] = Kind.Contraction,
        ["but"] = Kind.End,
        ["instead"] = Kind.End,
        ["rather"] = Kind.End,
        ["because"] = Kind.End,
        ["until"] = Kind.End,
        ["unless"] = Kind.End,
    }.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>For each token whether it stands behind a negation.</summary>
    internal static bool[] In(Tokens tokens)
    {
        var negated = new bool[tokens.Count];
        var until = -1;
        var lastNo = -10;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0 && tokens[i].Sentence != tokens[i - 1].Sentence) (until, lastNo) = (-1, -10);
            if (tokens[i].Clause) until = -1;
            negated[i] = i <= until;
            if (!Kinds.TryGetValue(tokens.Word(i), out var kind)) continue;
            if (kind == Kind.End)
            {
                until = -1;
                negated[i] = false;
                continue;
            }
            var needs = Says(tokens, i + 1, "need") || Says(tokens, i + 1, "needs");
            if (kind == Kind.Negator && tokens.Word(i) is "without" && i - lastNo <= 4) until = -1;
            else if (kind == Kind.Negator && !IsExempt(tokens, i)) until = i + Reach + (needs ? 1 : 0);
            else if (kind == Kind.Contraction && needs) until = i + 1 + Reach;
            lastNo = i;
        }
        return negated;
    }

    private static bool IsExempt(Tokens tokens, int at)
    {
        var next = Next(tokens, at + 1);
        var before = at > 0 && tokens[at - 1].Sentence == tokens[at].Sentence ? tokens.Word(at - 1) : [];
        return tokens.Word(at) switch
        {
            "no" => next is "doubt" or "matter" or "wonder"
                || (next is "more" or "less" or "fewer" or "later" or "longer" or "earlier" && Says(tokens, at + 2, "than")),
            "not" => next is "only" or "just" or "merely" or "simply" or "least" or "forget" or "ignore" or "exceed"
                || before is "why" or "or"
                || (next is "more" or "less" or "later" && Says(tokens, at + 2, "than"))
                || (next is "to" && Next(tokens, at + 2) is "mention" or "forget"),
            "never" => next is "forget" or "ignore" or "mind" or "exceed",
            _ => false,
        };
    }

    private static bool Says(Tokens tokens, int at, string word) => Next(tokens, at).SequenceEqual(word);

    private static ReadOnlySpan<char> Next(Tokens tokens, int at) =>
        at < tokens.Count && tokens[at].Sentence == tokens[at - 1].Sentence && !tokens[at].Clause ? tokens.Word(at) : [];
}
