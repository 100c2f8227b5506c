namespace NetflixPrep.Core.Questions.Reading;

/// <summary>
/// All words and phrases of a question in one trie: letters lead to symbols (a word, or a prefix ending in '*'),
/// symbols lead to items. It is put together here and read as <see cref="Phrases"/>.
/// </summary>
internal sealed class PhraseTrie
{
    /// <summary>Words of a phrase stand next to each other: at most so many characters (spaces, hyphens, quotes) between two.</summary>
    internal const int MostBetween = 12;

    /// <summary>A longer word is not a word.</summary>
    internal const int LongestWord = 64;

    // First child and next sibling.
    private readonly List<(char Letter, int Child, int Sibling)> letters = [('\0', -1, -1)];
    private readonly List<(int Exact, int Prefix)> symbols = [(-1, -1)];
    private readonly Dictionary<long, int> steps = [];
    private readonly List<int> itemAt = [-1];
    private readonly Dictionary<string, int> items = [];
    private int symbolCount;

    internal int Items => items.Count;

    /// <summary>The number of an item, the same for the same words.</summary>
    internal int Add(string item)
    {
        var isPrefix = item.EndsWith('*');
        var tokens = Tokens.Of(isPrefix ? item[..^1] : item);
        var node = 0;
        var key = new System.Text.StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            var asPrefix = isPrefix && i == tokens.Count - 1;
            node = Follow(steps, node, Symbol(tokens.Word(i), asPrefix), itemAt);
            key.Append(tokens.Word(i)).Append(asPrefix ? '*' : ' ');
        }
        if (node == 0) return -1;
        if (itemAt[node] < 0) itemAt[node] = items[key.ToString()] = items.Count;
        return itemAt[node];
    }

    /// <summary>The same, laid out for reading.</summary>
    internal Phrases Freeze()
    {
        var children = letters.Select((_, node) => Children(node).OrderBy(child => letters[child].Letter).ToArray()).ToArray();
        var follow = itemAt.Select(_ => new List<(int Symbol, int Next)>()).ToArray();
        foreach (var (key, next) in steps) follow[(int)(key >> 32)].Add(((int)key, next));
        return new(children, [.. letters.Select(letter => letter.Letter)], [.. symbols], follow, [.. itemAt], symbolCount);

        IEnumerable<int> Children(int node)
        {
            for (var child = letters[node].Child; child >= 0; child = letters[child].Sibling) yield return child;
        }
    }

    private int Symbol(ReadOnlySpan<char> word, bool isPrefix)
    {
        var node = 0;
        foreach (var letter in word)
        {
            var next = Next(node, letter);
            node = next >= 0 ? next : Grow(node, letter);
        }
        var (exact, prefix) = symbols[node];
        if (isPrefix && prefix < 0) symbols[node] = (exact, prefix = symbolCount++);
        if (!isPrefix && exact < 0) symbols[node] = (exact = symbolCount++, prefix);
        return isPrefix ? prefix : exact;
    }

    private int Next(int node, char letter)
    {
        var child = letters[node].Child;
        while (child >= 0 && letters[child].Letter != letter) child = letters[child].Sibling;
        return child;
    }

    private int Grow(int node, char letter)
    {
        var grown = symbols.Count;
        symbols.Add((-1, -1));
        letters.Add((letter, -1, letters[node].Child));
        letters[node] = letters[node] with { Child = grown };
        return grown;
    }

    private static int Follow(Dictionary<long, int> steps, int node, int symbol, List<int> itemAt)
    {
        if (steps.TryGetValue(Key(node, symbol), out var next)) return next;
        steps[Key(node, symbol)] = next = itemAt.Count;
        itemAt.Add(-1);
        return next;
    }

    private static long Key(int node, int step) => ((long)node << 32) | (uint)step;
}
