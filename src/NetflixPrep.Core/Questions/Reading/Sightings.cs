using System.Runtime.InteropServices;

namespace NetflixPrep.Core.Questions.Reading;

/// <summary>What one look at an answer found, by set and by number rule, in reading order.</summary>
internal sealed class Sightings(Seq<Said> messages, int sets, NumberPlan[] numbers)
{
    /// <summary>More hits of one thing tell nobody anything.</summary>
    internal const int MostHits = 64;

    private static readonly Comparer<Sight> ReadingOrder = Comparer<Sight>.Create(InReadingOrder);
    private static readonly List<Sight> None = [];
    private static readonly List<(Sight, NumberSeen, bool)> NoNumbers = [];
    private readonly HashSet<Sight> close = [];

    private readonly List<Sight>?[] bySet = new List<Sight>?[sets];
    private readonly List<(Sight Sight, NumberSeen Seen, bool InRange)>?[] byRule = new List<(Sight, NumberSeen, bool)>?[numbers.Length];
    private readonly Tokens?[] tokens = new Tokens?[messages.Count];
    private readonly Dictionary<(int Message, int First, int Last), Hit> shown = [];
    private readonly NumberAt number = new();
    private Tokens words = Tokens.Of("");
    private bool[] negated = [];
    private int message;
    private int sentences;
    private int nextSentences;

    internal int Words { get; private set; }

    internal List<Sight> OfSet(int set) => bySet[set] ?? None;

    internal List<(Sight Sight, NumberSeen Seen, bool InRange)> Numbers(int rule) => byRule[rule] ?? NoNumbers;

    /// <summary>What follows is seen in this message.</summary>
    internal void Begin(int next, Tokens nextWords)
    {
        (message, words) = (next, nextWords);
        tokens[message] = words;
        negated = Negation.In(words);
        sentences = nextSentences;
        nextSentences += words.Sentences;
        Words += words.Count;
    }

    internal void Add(int[] toSets, Found found)
    {
        var sentence = words[found.First].Sentence;
        var sight = new Sight(found.Item, message, found.First, found.Last, sentences + sentence, negated[found.First], words.IsAsking(sentence));
        foreach (var set in toSets) (bySet[set] ??= []).Add(sight);
    }

    /// <summary>The rules look at the sets around a number: the message's items come first.</summary>
    internal void ReadNumbers()
    {
        if (numbers.Length == 0) return;
        for (var at = 0; at < words.Count; at++)
        {
            if (!number.Look(words, at) || words.IsAsking(words[at].Sentence)) continue;
            for (var rule = 0; rule < numbers.Length; rule++)
            {
                if (numbers[rule].Read(words, number) is not { } seen || IsNear(numbers[rule].Around, seen) is not { } isClose) continue;
                var sight = new Sight(-1, message, seen.First, seen.Last, sentences + words[at].Sentence, negated[seen.First], IsAsking: false);
                (byRule[rule] ??= []).Add((sight, seen, numbers[rule].InRange(seen.Value)));
                if (isClose) close.Add(sight with { Item = rule });
            }
        }
    }

    /// <summary>Hits as people see them: in reading order, the longest of those that overlap, at most <see cref="MostHits"/>.</summary>
    internal Seq<Hit> Show(List<Sight> sights)
    {
        if (sights.Count == 0) return Seq<Hit>.Empty;
        var apart = Apart(sights);
        var hits = new Hit[Math.Min(apart.Count, MostHits)];
        for (var i = 0; i < hits.Length; i++) hits[i] = Show(apart[i]);
        return new(hits);
    }

    /// <summary>The same words are cut out once, however many detectors see them.</summary>
    internal Hit Show(Sight sight)
    {
        ref var hit = ref CollectionsMarshal.GetValueRefOrAddDefault(shown, (sight.Message, sight.First, sight.Last), out _);
        return hit ??= Cut(sight);
    }

    internal static List<Sight> Apart(List<Sight> sights)
    {
        if (sights.Count < 2) return sights;
        // A stable order: of two items on the same words the first found stays.
        List<Sight> sorted = IsInOrder(sights) ? [.. sights] : [.. sights.Order(ReadingOrder)];
        var apart = 1;
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[apart - 1].Message != sorted[i].Message || sorted[i].First > sorted[apart - 1].Last) sorted[apart++] = sorted[i];
        }
        sorted.RemoveRange(apart, sorted.Count - apart);
        return sorted;
    }

    private Hit Cut(Sight sight)
    {
        var cut = tokens[sight.Message]!;
        var (start, end) = (cut[sight.First].Start, cut[sight.Last].End);
        return new(sight.Message, start, end - start, cut.Text[start..end], Quoting.Around(cut, sight.First, sight.Last), messages[sight.Message].Minute);
    }

    private static bool IsInOrder(List<Sight> sights)
    {
        for (var i = 1; i < sights.Count; i++)
        {
            if (InReadingOrder(sights[i - 1], sights[i]) > 0) return false;
        }
        return true;
    }

    /// <summary>The longer first where two start together.</summary>
    private static int InReadingOrder(Sight one, Sight other) =>
        one.Message != other.Message ? one.Message.CompareTo(other.Message)
        : one.First != other.First ? one.First.CompareTo(other.First)
        : other.Last.CompareTo(one.Last);

    /// <summary>Whether a word that belongs to the number stands in its own clause, not only nearby.</summary>
    internal bool IsClose(int rule, Sight sight) => close.Contains(sight with { Item = rule });

    /// <summary>Null when none of the words is near; true when one stands in the number's own clause. The sights of a set are in order, so the nearest is found by halving.</summary>
    private bool? IsNear(int around, NumberSeen seen)
    {
        if (around < 0) return true;
        if (bySet[around] is not { } near) return null;
        var (low, high) = (0, near.Count);
        var earliest = seen.First - NumberPlan.Reach - PhraseTrie.LongestWord;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((near[middle].Message, near[middle].First).CompareTo((message, earliest)) < 0) low = middle + 1;
            else high = middle;
        }
        bool? found = null;
        for (; low < near.Count && near[low].Message == message && near[low].First - seen.Last <= NumberPlan.Reach; low++)
        {
            if (seen.First - near[low].Last > NumberPlan.Reach) continue;
            found = false;
            if (InOneClause(Math.Min(near[low].First, seen.First), Math.Max(near[low].First, seen.First))) return true;
        }
        return found;
    }

    private bool InOneClause(int first, int last)
    {
        if (words[first].Sentence != words[last].Sentence) return false;
        for (var at = first + 1; at <= last; at++)
        {
            if (words[at].Clause) return false;
        }
        return true;
    }
}
