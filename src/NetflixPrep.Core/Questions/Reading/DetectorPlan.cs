namespace NetflixPrep.Core.Questions.Reading;

/// <summary>One place where an item, or a number, stands. Token numbers count within the message.</summary>
internal readonly record struct Sight(int Item, int Message, int First, int Last, int Sentence, bool Negated, bool IsAsking)
{
    internal bool IsBefore(Sight other) => (Message, First).CompareTo((other.Message, other.First)) < 0;
}

/// <summary>A detector whose word lists are sets of the question's trie.</summary>
internal sealed class DetectorPlan
{
    private readonly int any;
    private readonly int[] all;
    private readonly (int Left, int Right, int Within)[] near;
    private readonly (int Set, int Least)? count;
    private readonly int not;
    private readonly bool asking;

    internal DetectorPlan(Detector detector, Func<Seq<string>, int> setOf, Func<NumberRule, int> numberOf)
    {
        any = setOf(detector.Any);
        all = [.. detector.All.Select(setOf)];
        near = [.. detector.Near.Select(rule => (setOf(rule.Left), setOf(rule.Right), rule.Within))];
        count = detector.Count is { } least ? (setOf(least.Items), least.Least) : null;
        not = setOf(detector.Not);
        asking = detector.Asking;
        Number = detector.Number is { } number ? numberOf(number) : -1;
        First = detector.First;
    }

    /// <summary>The number rule, or -1.</summary>
    internal int Number { get; }

    internal First? First { get; }

    /// <summary>All sights of the lines that fire, and those that only a negation kept from counting.</summary>
    internal (List<Sight> Hits, List<Sight> Negated) Read(Sightings seen)
    {
        var hits = new List<Sight>();
        var negated = new List<Sight>();
        var vetoed = Vetoed(seen);
        foreach (var sight in Usable(any)) (sight.Negated ? negated : hits).Add(sight);
        if (all.Length > 0) Fire(All);
        foreach (var rule in near) Fire(guarded => Near(rule, guarded));
        if (count is { } least) Fire(guarded => Count(least, guarded));
        if (Number >= 0)
        {
            foreach (var sight in seen.OfRule(Number))
            {
                if (!vetoed.Contains(sight.Sentence)) (sight.Negated ? negated : hits).Add(sight);
            }
        }
        return (hits, negated);

        IEnumerable<Sight> Usable(int set) => set < 0 ? [] : seen.OfSet(set).Where(sight => (asking || !sight.IsAsking) && !vetoed.Contains(sight.Sentence));

        List<Sight> Guarded(int set, bool guarded) => [.. Usable(set).Where(sight => !guarded || !sight.Negated)];

        void Fire(Func<bool, List<Sight>> line)
        {
            if (line(true) is { Count: > 0 } counted) hits.AddRange(counted);
            else negated.AddRange(line(false).Where(sight => sight.Negated));
        }

        List<Sight> All(bool guarded)
        {
            var together = new List<Sight>();
            foreach (var set in all)
            {
                var own = Guarded(set, guarded);
                if (own.Count == 0) return [];
                together.AddRange(own);
            }
            return together;
        }

        List<Sight> Near((int Left, int Right, int Within) rule, bool guarded)
        {
            var (lefts, rights) = (Guarded(rule.Left, guarded), Guarded(rule.Right, guarded));
            var pairs = new List<Sight>();
            var from = 0;
            foreach (var left in lefts)
            {
                while (from < rights.Count && IsTooEarly(rights[from], left)) from++;
                for (var i = from; i < rights.Count && i < from + (2 * (rule.Within + PhraseTrie.LongestWord)); i++)
                {
                    var right = rights[i];
                    if (right.Message != left.Message || right.First - left.Last - 1 > rule.Within) break;
                    if (right.Sentence != left.Sentence || Overlap(left, right) || left.First - right.Last - 1 > rule.Within) continue;
                    pairs.Add(left);
                    pairs.Add(right);
                    break;
                }
            }
            return pairs;

            bool IsTooEarly(Sight right, Sight left) =>
                right.Message < left.Message || (right.Message == left.Message && left.First - right.First - 1 > rule.Within + PhraseTrie.LongestWord);
        }

        List<Sight> Count((int Set, int Least) rule, bool guarded)
        {
            var own = Sightings.Apart(Guarded(rule.Set, guarded));
            return own.Select(sight => sight.Item).Distinct().Count() >= rule.Least ? own : [];
        }
    }

    /// <summary>For questions to the interviewer: a negation changes nothing there.</summary>
    internal bool Fires(Sightings seen) => Read(seen) is var (hits, negated) && (hits.Count > 0 || negated.Count > 0);

    private HashSet<int> Vetoed(Sightings seen) => not < 0 ? [] : [.. seen.OfSet(not).Select(sight => sight.Sentence)];

    private static bool Overlap(Sight left, Sight right) => left.First <= right.Last && right.First <= left.Last;
}
