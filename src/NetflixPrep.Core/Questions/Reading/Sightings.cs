namespace NetflixPrep.Core.Questions.Reading;

/// <summary>Everything a question looks for, as one trie with numbered sets of items and numbered number rules.</summary>
internal sealed class Lexicon
{
    private readonly List<List<int>> setsOf = [];
    private readonly List<NumberPlan> numbers = [];
    private readonly PhraseTrie trie = new();
    private int sets;

    /// <summary>The number of a set of items, or -1 when it is empty.</summary>
    internal int Set(Seq<string> items)
    {
        if (items.Count == 0) return -1;
        foreach (var item in items)
        {
            var number = trie.Add(item);
            while (setsOf.Count < trie.Items) setsOf.Add([]);
            if (number >= 0 && !setsOf[number].Contains(sets)) setsOf[number].Add(sets);
        }
        return sets++;
    }

    internal int Number(Seq<string> units, double? min, double? max, Seq<string> around)
    {
        numbers.Add(new(units, min, max, Set(around)));
        return numbers.Count - 1;
    }

    internal Sightings Look(Seq<Said> messages)
    {
        var seen = new Sightings(messages, sets, numbers);
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i].IsCode) continue;
            var message = i;
            var tokens = Tokens.Of(messages[i].Text);
            seen.Begin(message, tokens);
            trie.Find(tokens, (item, first, last) => seen.Add(setsOf[item], item, message, first, last));
            seen.ReadNumbers(message);
        }
        return seen;
    }
}

/// <summary>What one look at an answer found, by set and by number rule, in reading order.</summary>
internal sealed class Sightings(Seq<Said> messages, int sets, List<NumberPlan> numbers)
{
    /// <summary>More hits of one thing tell nobody anything.</summary>
    internal const int MostHits = 64;

    private readonly List<Sight>?[] bySet = new List<Sight>?[sets];
    private readonly List<(Sight Sight, NumberSeen Seen, bool InRange)>[] byRule = [.. numbers.Select(_ => new List<(Sight, NumberSeen, bool)>())];
    private readonly Tokens?[] tokens = new Tokens?[messages.Count];
    private bool[] negated = [];
    private int sentences;
    private int nextSentences;

    internal int Words { get; private set; }

    internal IReadOnlyList<Sight> OfSet(int set) => bySet[set] ?? (IReadOnlyList<Sight>)[];

    internal IReadOnlyList<(Sight Sight, NumberSeen Seen, bool InRange)> Numbers(int rule) => byRule[rule];

    internal IEnumerable<Sight> OfRule(int rule) => byRule[rule].Where(number => number.InRange).Select(number => number.Sight);

    internal void Begin(int message, Tokens words)
    {
        tokens[message] = words;
        negated = Negation.In(words);
        sentences = nextSentences;
        nextSentences += words.Sentences;
        Words += words.Count;
    }

    internal void Add(List<int> toSets, int item, int message, int first, int last)
    {
        var sentence = tokens[message]![first].Sentence;
        var sight = new Sight(item, message, first, last, sentences + sentence, negated[first], tokens[message]!.IsAsking(sentence));
        foreach (var set in toSets) (bySet[set] ??= []).Add(sight);
    }

    internal void ReadNumbers(int message)
    {
        if (byRule.Length == 0) return;
        var words = tokens[message]!;
        for (var at = 0; at < words.Count; at++)
        {
            if (words.IsAsking(words[at].Sentence)) continue;
            if (!words[at].IsNumber && !Units.Spelled.ContainsKey(words.Word(at))) continue;
            for (var rule = 0; rule < byRule.Length; rule++)
            {
                if (numbers[rule].Read(words, at) is not { } seen || !IsNear(numbers[rule].Around, message, seen)) continue;
                var sight = new Sight(-1, message, seen.First, seen.Last, sentences + words[at].Sentence, negated[seen.First], IsAsking: false);
                byRule[rule].Add((sight, seen, numbers[rule].InRange(seen.Value)));
            }
        }
    }

    /// <summary>Hits as people see them: in reading order, the longest of those that overlap, at most <see cref="MostHits"/>.</summary>
    internal Seq<Hit> Show(List<Sight> sights) => Apart(sights).Take(MostHits).Select(Show).ToSeq();

    internal Hit Show(Sight sight)
    {
        var words = tokens[sight.Message]!;
        var (start, end) = (words[sight.First].Start, words[sight.Last].End);
        return new(sight.Message, start, end - start, words.Text[start..end], Quoting.Around(words, sight.First, sight.Last), messages[sight.Message].Minute);
    }

    internal static List<Sight> Apart(List<Sight> sights)
    {
        if (sights.Count < 2) return sights;
        var sorted = sights.OrderBy(sight => (sight.Message, sight.First, -sight.Last));
        var apart = new List<Sight>();
        foreach (var sight in sorted)
        {
            if (apart.Count == 0 || apart[^1].Message != sight.Message || sight.First > apart[^1].Last) apart.Add(sight);
        }
        return apart;
    }

    /// <summary>The sights of a set are in order, so the nearest is found by halving.</summary>
    private bool IsNear(int around, int message, NumberSeen seen)
    {
        if (around < 0) return true;
        if (bySet[around] is not { } near) return false;
        var (low, high) = (0, near.Count);
        var earliest = seen.First - NumberPlan.Reach - PhraseTrie.LongestWord;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((near[middle].Message, near[middle].First).CompareTo((message, earliest)) < 0) low = middle + 1;
            else high = middle;
        }
        for (; low < near.Count && near[low].Message == message && near[low].First - seen.Last <= NumberPlan.Reach; low++)
        {
            if (seen.First - near[low].Last <= NumberPlan.Reach) return true;
        }
        return false;
    }
}
