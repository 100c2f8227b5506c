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
    private int count;
    private int symbolCount;

    internal int Items => count;

    /// <summary>
    /// The numbers under which an item is found: its own, and those of earlier items that are spelled like one of its spellings.
    /// None when it holds no word.
    /// </summary>
    internal Seq<int> Add(string item)
    {
        var isPrefix = item.EndsWith('*');
        var tokens = Tokens.Of(isPrefix ? item[..^1] : item);
        if (tokens.Count == 0) return [];
        string[] words = [.. Enumerable.Range(0, tokens.Count).Select(i => tokens.Word(i).ToString())];
        var own = Path(words, isPrefix);
        if (itemAt[own] < 0) itemAt[own] = count++;
        var numbers = new List<int> { itemAt[own] };
        foreach (var spelled in Spellings.Of(words, isPrefix))
        {
            var node = Path(spelled, isPrefix);
            if (itemAt[node] < 0) itemAt[node] = itemAt[own];
            else if (!numbers.Contains(itemAt[node])) numbers.Add(itemAt[node]);
        }
        return numbers.ToSeq();
    }

    /// <summary>A number for something that is found otherwise than by its letters.</summary>
    internal int AddUnspelled() => count++;

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

    private int Path(string[] words, bool isPrefix)
    {
        var node = 0;
        for (var i = 0; i < words.Length; i++) node = Follow(steps, node, Symbol(words[i], isPrefix && i == words.Length - 1), itemAt);
        return node;
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
