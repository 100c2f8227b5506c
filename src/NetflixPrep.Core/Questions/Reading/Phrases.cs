namespace NetflixPrep.Core.Questions.Reading;

/// <summary>A hit of one item, from its first to its last token.</summary>
internal readonly record struct Found(int Item, int First, int Last);

/// <summary>
/// A <see cref="PhraseTrie"/> in arrays, where what follows a node lies side by side.
/// Looking costs a step for each letter and, for each word, one for each word of the longest phrase.
/// </summary>
internal sealed class Phrases
{
    private readonly Letter[] letters;
    private readonly int[] firstLetters = new int[128];
    private readonly Node[] nodes;
    private readonly (int Symbol, int Next)[] steps;
    private readonly int[] firstWords;

    internal Phrases(
        int[][] children, char[] signs, (int Exact, int Prefix)[] symbols, List<(int Symbol, int Next)>[] follow, int[] itemAt, int symbolCount)
    {
        letters = Letters(children, signs, symbols);
        Array.Fill(firstLetters, -1);
        for (var child = letters[0].First; child < letters[0].After; child++)
        {
            if (letters[child].Sign < firstLetters.Length) firstLetters[letters[child].Sign] = child;
        }
        steps = [.. follow.SelectMany(own => own)];
        nodes = new Node[follow.Length];
        for (var (node, at) = (0, 0); node < follow.Length; at += follow[node++].Count) nodes[node] = new(at, at + follow[node].Count, itemAt[node]);
        firstWords = new int[symbolCount];
        Array.Fill(firstWords, -1);
        foreach (var (symbol, next) in follow[0]) firstWords[symbol] = next;
    }

    /// <summary>Every hit, in order of the first token.</summary>
    internal List<Found> In(Tokens tokens)
    {
        var starts = new int[tokens.Count + 1];
        var symbols = new List<int>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            starts[i] = symbols.Count;
            SymbolsOf(tokens.Word(i), symbols);
        }
        starts[tokens.Count] = symbols.Count;

        var found = new List<Found>(symbols.Count);
        for (var first = 0; first < tokens.Count; first++)
        {
            for (var s = starts[first]; s < starts[first + 1]; s++)
            {
                if (firstWords[symbols[s]] is var next and >= 0) Reached(next, first, first);
            }
        }
        return found;

        void Reached(int node, int first, int at)
        {
            var (from, after, item) = nodes[node];
            if (item >= 0) found.Add(new(item, first, at));
            if (from == after || at + 1 == tokens.Count) return;
            if (tokens[at + 1].Sentence != tokens[at].Sentence || tokens[at + 1].Start - tokens[at].End > PhraseTrie.MostBetween) return;
            for (var s = starts[at + 1]; s < starts[at + 2]; s++)
            {
                for (var step = from; step < after; step++)
                {
                    if (steps[step].Symbol == symbols[s]) Reached(steps[step].Next, first, at + 1);
                }
            }
        }
    }

    private void SymbolsOf(ReadOnlySpan<char> word, List<int> into)
    {
        if (word.Length > PhraseTrie.LongestWord) return;
        var node = 0;
        foreach (var sign in word)
        {
            if ((node = Next(node, sign)) < 0) return;
            if (letters[node].Prefix >= 0) into.Add(letters[node].Prefix);
        }
        if (letters[node].Exact >= 0) into.Add(letters[node].Exact);
    }

    private int Next(int node, char sign)
    {
        if (node == 0 && sign < firstLetters.Length) return firstLetters[sign];
        for (var child = letters[node].First; child < letters[node].After; child++)
        {
            if (letters[child].Sign == sign) return child;
        }
        return -1;
    }

    /// <summary>Numbered anew, breadth first.</summary>
    private static Letter[] Letters(int[][] children, char[] signs, (int Exact, int Prefix)[] symbols)
    {
        var made = new Letter[signs.Length];
        var order = new List<int>(signs.Length) { 0 };
        for (var i = 0; i < order.Count; i++)
        {
            var old = order[i];
            made[i] = new(signs[old], order.Count, order.Count + children[old].Length, symbols[old].Exact, symbols[old].Prefix);
            order.AddRange(children[old]);
        }
        return made;
    }

    /// <summary>A letter, the range of those that may follow it, and the symbols that end here.</summary>
    private readonly record struct Letter(char Sign, int First, int After, int Exact, int Prefix);

    /// <summary>A beginning of phrases: the range of its steps and the item that ends here.</summary>
    private readonly record struct Node(int First, int After, int Item);
}
