namespace NetflixPrep.Core.Questions.Reading;

/// <summary>Everything a question looks for, as one set of phrases with numbered sets of items and numbered number rules.</summary>
internal sealed class Lexicon(Phrases phrases, int[][] setsOf, NumberPlan[] numbers, int sets)
{
    internal Sightings Look(Seq<Said> messages)
    {
        var seen = new Sightings(messages, sets, numbers);
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i].IsCode) continue;
            var tokens = Tokens.Of(messages[i].Text);
            seen.Begin(i, tokens);
            foreach (var found in phrases.In(tokens)) seen.Add(setsOf[found.Item], found);
            seen.ReadNumbers();
        }
        return seen;
    }

    /// <summary>Puts a lexicon together.</summary>
    internal sealed class Builder
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

        internal Lexicon Build() => new(trie.Freeze(), [.. setsOf.Select(own => own.ToArray())], [.. numbers], sets);
    }
}
