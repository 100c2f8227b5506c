namespace NetflixPrep.Core.Questions.Reading;

/// <summary>Everything a question looks for, as one set of phrases with numbered sets of items and numbered number rules.</summary>
internal sealed class Lexicon(Phrases phrases, int[][] setsOf, NumberPlan[] numbers, int sets, int anyNumber)
{
    internal Sightings Look(Seq<Said> messages)
    {
        var seen = new Sightings(messages, sets, numbers);
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i].IsCode) continue;
            var tokens = Tokens.Of(messages[i].Text);
            seen.Begin(i, tokens);
            foreach (var found in Found(tokens)) seen.Add(setsOf[found.Item], found);
            seen.ReadNumbers();
        }
        return seen;
    }

    /// <summary>The words that are looked for and, where a list wants one, every number in digits: in reading order.</summary>
    private List<Found> Found(Tokens tokens)
    {
        var found = phrases.In(tokens);
        if (anyNumber < 0) return found;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsNumber) found.Add(new(anyNumber, i, i));
        }
        return [.. found.OrderBy(hit => hit.First)];
    }

    /// <summary>Puts a lexicon together.</summary>
    internal sealed class Builder
    {
        private readonly List<List<int>> setsOf = [];
        private readonly List<NumberPlan> numbers = [];
        private readonly PhraseTrie trie = new();
        private int sets;
        private int anyNumber = -1;

        /// <summary>The number of a set of items, or -1 when it is empty.</summary>
        internal int Set(Seq<string> items)
        {
            if (items.Count == 0) return -1;
            foreach (var item in items)
            {
                Seq<int> found = item == Detector.AnyNumber ? [anyNumber < 0 ? anyNumber = trie.AddUnspelled() : anyNumber] : trie.Add(item);
                while (setsOf.Count < trie.Items) setsOf.Add([]);
                foreach (var number in found)
                {
                    if (!setsOf[number].Contains(sets)) setsOf[number].Add(sets);
                }
            }
            return sets++;
        }

        internal int Number(Seq<string> units, double? min, double? max, Seq<string> around)
        {
            numbers.Add(new(units, min, max, Set(around)));
            return numbers.Count - 1;
        }

        internal Lexicon Build() => new(trie.Freeze(), [.. setsOf.Select(own => own.ToArray())], [.. numbers], sets, anyNumber);
    }
}
