namespace NetflixPrep.Core.Questions.Reading;

/// <summary>One place where an item, or a number, stands. Token numbers count within the message.</summary>
internal readonly record struct Sight(int Item, int Message, int First, int Last, int Sentence, bool Negated, bool IsAsking)
{
    internal bool IsBefore(Sight other) => Message != other.Message ? Message < other.Message : First < other.First;
}

/// <summary>What one detector saw: what counts, and what only a negation kept from counting.</summary>
internal readonly record struct Mentions(List<Sight> Hits, List<Sight> Negated);

/// <summary>A detector whose word lists are sets of the question's lexicon.</summary>
internal sealed class DetectorPlan
{
    private static readonly List<Sight> None = [];

    private readonly int any;
    private readonly int[] all;
    private readonly NearPlan[] near;
    private readonly (int Set, int Least)? count;
    private readonly int not;
    private readonly int number;
    private readonly bool asking;

    internal DetectorPlan(Detector detector, Func<Seq<string>, int> setOf, Func<NumberRule, int> numberOf)
    {
        any = setOf(detector.Any);
        all = [.. detector.All.Select(setOf)];
        near = [.. detector.Near.Select(rule => new NearPlan(setOf(rule.Left), setOf(rule.Right), setOf(rule.Also), setOf(rule.Not), rule.Within))];
        count = detector.Count is { } least ? (setOf(least.Items), least.Least) : null;
        not = setOf(detector.Not);
        asking = detector.Asking;
        number = detector.Number is { } rules ? numberOf(rules) : -1;
    }

    /// <summary>All sights of the lines that fire, and those that only a negation kept from counting.</summary>
    internal Mentions Read(Sightings seen)
    {
        var mentions = new Mentions([], []);
        var vetoed = Vetoed(seen, not);
        Add(Usable(seen, any, vetoed), mentions);
        if (all.Length > 0) All(seen, vetoed, mentions);
        foreach (var rule in near) Near(rule, seen, vetoed, mentions);
        if (count is { } rules) Count(Usable(seen, rules.Set, vetoed), rules.Least, mentions);
        if (number >= 0)
        {
            foreach (var found in seen.Numbers(number))
            {
                if (found.InRange && vetoed?.Contains(found.Sight.Sentence) != true) Add(found.Sight, mentions);
            }
        }
        return mentions;
    }

    /// <summary>For questions to the interviewer: a negation changes nothing there.</summary>
    internal bool Fires(Sightings seen) => Read(seen) is var (hits, negated) && (hits.Count > 0 || negated.Count > 0);

    private void All(Sightings seen, HashSet<int>? vetoed, Mentions mentions)
    {
        var own = new List<Sight>[all.Length];
        var unnegated = new List<Sight>[all.Length];
        var fires = true;
        for (var i = 0; i < all.Length; i++)
        {
            own[i] = Usable(seen, all[i], vetoed);
            if (own[i].Count == 0) return;
            unnegated[i] = Unnegated(own[i]);
            fires &= unnegated[i].Count > 0;
        }
        for (var i = 0; i < all.Length; i++)
        {
            if (fires) mentions.Hits.AddRange(unnegated[i]);
            else AddNegated(own[i], mentions);
        }
    }

    private void Near(NearPlan rule, Sightings seen, HashSet<int>? vetoed, Mentions mentions)
    {
        if (Vetoed(seen, rule.Not) is { } own) vetoed = vetoed is null ? own : [.. vetoed, .. own];
        var (lefts, rights) = (Usable(seen, rule.Left, vetoed), Usable(seen, rule.Right, vetoed));
        if (lefts.Count == 0 || rights.Count == 0) return;
        var also = rule.Also < 0 ? null : Usable(seen, rule.Also, vetoed);
        var pairs = Thirds(Pairs(Unnegated(lefts), Unnegated(rights), rule.Within), also is null ? null : Unnegated(also), rule.Within);
        if (pairs.Count > 0) mentions.Hits.AddRange(pairs);
        else AddNegated(Thirds(Pairs(lefts, rights, rule.Within), also, rule.Within), mentions);
    }

    /// <summary>The pairs that have a third hit as near to one of the two, with it; all of them where no third is asked for.</summary>
    private static List<Sight> Thirds(List<Sight> pairs, List<Sight>? also, int within)
    {
        if (also is null) return pairs;
        var threes = new List<Sight>();
        for (var i = 0; i < pairs.Count; i += 2)
        {
            var (left, right) = (pairs[i], pairs[i + 1]);
            var third = also.FindIndex(sight => sight.Message == left.Message && sight.Sentence == left.Sentence && !Overlap(sight, left) && !Overlap(sight, right)
                && (Between(sight, left) <= within || Between(sight, right) <= within));
            if (third >= 0) threes.AddRange([left, right, also[third]]);
        }
        return threes;
    }

    /// <summary>Words between two hits that do not overlap.</summary>
    private static int Between(Sight one, Sight other) => one.First > other.Last ? one.First - other.Last - 1 : other.First - one.Last - 1;

    /// <summary>Each left one with the first right one that is near: both are in reading order.</summary>
    private static List<Sight> Pairs(List<Sight> lefts, List<Sight> rights, int within)
    {
        if (lefts.Count == 0 || rights.Count == 0) return None;
        var pairs = new List<Sight>();
        var from = 0;
        foreach (var left in lefts)
        {
            while (from < rights.Count && IsTooEarly(rights[from], left)) from++;
            for (var i = from; i < rights.Count && i < from + (2 * (within + PhraseTrie.LongestWord)); i++)
            {
                var right = rights[i];
                if (right.Message != left.Message || right.First - left.Last - 1 > within) break;
                if (right.Sentence != left.Sentence || Overlap(left, right) || left.First - right.Last - 1 > within) continue;
                pairs.Add(left);
                pairs.Add(right);
                break;
            }
        }
        return pairs;

        bool IsTooEarly(Sight right, Sight left) =>
            right.Message < left.Message || (right.Message == left.Message && left.First - right.First - 1 > within + PhraseTrie.LongestWord);
    }

    private static void Count(List<Sight> own, int least, Mentions mentions)
    {
        if (own.Count < least) return;
        var apart = Sightings.Apart(Unnegated(own));
        if (HasItems(apart, least)) mentions.Hits.AddRange(apart);
        else if (Sightings.Apart(own) is var both && HasItems(both, least)) AddNegated(both, mentions);
    }

    private static bool HasItems(List<Sight> sights, int least) =>
        sights.Count >= least && sights.Select(sight => sight.Item).Distinct().Count() >= least;

    /// <summary>What a set has to say here: the set's own list where nothing is left out.</summary>
    private List<Sight> Usable(Sightings seen, int set, HashSet<int>? vetoed)
    {
        if (set < 0) return None;
        var sights = seen.OfSet(set);
        if (!asking) sights = Where(sights, static sight => !sight.IsAsking);
        return vetoed is null ? sights : sights.FindAll(sight => !vetoed.Contains(sight.Sentence));
    }

    private static List<Sight> Unnegated(List<Sight> sights) => Where(sights, static sight => !sight.Negated);

    /// <summary>The list itself, not a copy, when all of it stays.</summary>
    private static List<Sight> Where(List<Sight> sights, Predicate<Sight> stays) => sights.TrueForAll(stays) ? sights : sights.FindAll(stays);

    private static void Add(List<Sight> sights, Mentions mentions)
    {
        foreach (var sight in sights) Add(sight, mentions);
    }

    private static void Add(Sight sight, Mentions mentions) => (sight.Negated ? mentions.Negated : mentions.Hits).Add(sight);

    private static void AddNegated(List<Sight> sights, Mentions mentions)
    {
        foreach (var sight in sights)
        {
            if (sight.Negated) mentions.Negated.Add(sight);
        }
    }

    private static HashSet<int>? Vetoed(Sightings seen, int by) =>
        by >= 0 && seen.OfSet(by) is { Count: > 0 } sights ? [.. sights.Select(sight => sight.Sentence)] : null;

    private static bool Overlap(Sight left, Sight right) => left.First <= right.Last && right.First <= left.Last;

    /// <summary>The sets of one "near" line; -1 for a list that is not there.</summary>
    private readonly record struct NearPlan(int Left, int Right, int Also, int Not, int Within);
}
