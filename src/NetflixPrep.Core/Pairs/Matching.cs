using System.Numerics;
using NetflixPrep.Core.Calendars;

namespace NetflixPrep.Core.Pairs;

/// <summary>Somebody to be matched.</summary>
/// <param name="First">They were left over last time, or their partner did not come: nobody goes before them.</param>
public sealed record Candidate(PairWish Wish, DateTimeOffset Since, bool First)
{
    public PersonId Person => Wish.Person;
}

/// <summary>Two people met on a date.</summary>
public sealed record MetBefore(PersonId One, PersonId Other, DateOnly Date);

/// <summary>Who meets whom. The first of a pair has waited longer.</summary>
public sealed record Matched(Seq<(Candidate First, Candidate Second)> Pairs, Candidate? Odd);

/// <summary>
/// Matches people two by two. First of all nobody is left over twice in a row, then the fewest repeats, then common hours in the next two days,
/// then the same round, then the nearest level; what is equal after that is settled by the seed. Exact for up to <see cref="ExactUpTo"/> people,
/// above that greedy and then improved by swaps until none helps. Pure.
/// </summary>
public static class Matching
{
    /// <summary>People up to whom every way of matching is weighed.</summary>
    public const int ExactUpTo = 12;

    private const long PerDifference = 1;
    private const long PerRound = 10_000;
    private const long WithoutHours = 10_000_000;
    private const long PerRepeat = 10_000_000_000;
    private const long LeftOverAgain = 1_000_000_000_000_000;
    private const int MostRepeats = 64;
    private const int MostRounds = 200;

    public static Matched Pairs(Seq<Candidate> people, Seq<MetBefore> met, DateTimeOffset at, ulong seed)
    {
        var list = Shuffled(people.DistinctBy(each => each.Person).ToSeq(), seed);
        var (count, isOdd) = (list.Length, list.Length % 2 == 1);
        // Whoever meets nobody is left over.
        var nodes = isOdd ? count + 1 : count;
        var costs = new long[nodes, nodes];
        for (var i = 0; i < nodes; i++)
            for (var j = 0; j < nodes; j++)
                if (i != j) costs[i, j] = Cost(i < count ? list[i] : null, j < count ? list[j] : null, met, at);
        var pairs = count <= ExactUpTo ? Exact(costs, nodes) : Improved(Greedy(list, costs, nodes), costs);
        var odd = isOdd ? pairs.First(pair => pair.Two == count).One : -1;
        return new(
            [
                .. from pair in pairs
                   where pair.Two < count
                   let together = new[] { list[pair.One], list[pair.Two] }.OrderBy(each => each.Since).ThenBy(each => each.Person.ToString(), StringComparer.Ordinal).ToArray()
                   orderby together[0].Since, together[0].Person.ToString()
                   select (together[0], together[1]),
            ],
            odd < 0 ? null : list[odd]);
    }

    /// <summary>What it costs that these two meet, or with null that one is left over.</summary>
    internal static long Cost(Candidate? one, Candidate? other, Seq<MetBefore> met, DateTimeOffset at)
    {
        if (one is null || other is null)
        {
            var left = one ?? other!;
            return left.First ? LeftOverAgain : PerDifference * Math.Clamp((int)(at - left.Since).TotalDays, 0, 100);
        }
        return (PerRepeat * Repeats(one, other, met, at))
            + (HaveCommonHours(one.Wish, other.Wish, at) ? 0 : WithoutHours)
            + (one.Wish.Round is { } first && other.Wish.Round is { } second && first != second ? PerRound : 0)
            + (PerDifference * Apart(one.Wish.Level, other.Wish.Level));
    }

    /// <summary>A half hour of the next two days in which both like to practise.</summary>
    public static bool HaveCommonHours(PairWish one, PairWish other, DateTimeOffset at)
    {
        for (var half = 0; half < 96; half++)
        {
            var moment = at + TimeSpan.FromMinutes(30 * half);
            if (Likes(one, moment) && Likes(other, moment)) return true;
        }
        return false;
    }

    private static bool Likes(PairWish wish, DateTimeOffset at) => wish.Hours is not { } hours || hours.Covers(ZonedDays.TimeOf(at, wish.Zone));

    /// <summary>Each earlier meeting counts, a fresh one four times as much as an old one.</summary>
    private static int Repeats(Candidate one, Candidate other, Seq<MetBefore> met, DateTimeOffset at)
    {
        var today = ZonedDays.DateOf(at, "UTC");
        var weight = met.Where(each => (each.One == one.Person && each.Other == other.Person) || (each.One == other.Person && each.Other == one.Person))
            .Sum(each => (today.DayNumber - each.Date.DayNumber) switch { < 14 => 4, < 45 => 3, < 120 => 2, _ => 1 });
        return Math.Min(weight, MostRepeats);
    }

    private static int Apart(string? one, string? other) => one is [_, var first] && other is [_, var second] ? Math.Abs(first - second) : 0;

    private static Candidate[] Shuffled(Seq<Candidate> people, ulong seed)
    {
        var list = people.OrderBy(each => each.Person.ToString(), StringComparer.Ordinal).ToArray();
        var chance = new Chance(seed);
        for (var i = list.Length - 1; i > 0; i--)
        {
            chance = chance.Next();
            var other = chance.Below(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
        return list;
    }

    /// <summary>Every set of people is solved once: the lowest of them meets each of the others in turn.</summary>
    private static List<(int One, int Two)> Exact(long[,] costs, int nodes)
    {
        var full = (1 << nodes) - 1;
        var best = new long[full + 1];
        var partner = new int[full + 1];
        for (var set = 1; set <= full; set++)
        {
            if (BitOperations.PopCount((uint)set) % 2 == 1) continue;
            var lowest = BitOperations.TrailingZeroCount(set);
            best[set] = long.MaxValue;
            for (var other = lowest + 1; other < nodes; other++)
            {
                if ((set & (1 << other)) == 0) continue;
                var cost = costs[lowest, other] + best[set & ~(1 << lowest) & ~(1 << other)];
                if (cost >= best[set]) continue;
                (best[set], partner[set]) = (cost, other);
            }
        }
        var pairs = new List<(int, int)>();
        for (var set = full; set != 0;)
        {
            var lowest = BitOperations.TrailingZeroCount(set);
            pairs.Add((lowest, partner[set]));
            set &= ~(1 << lowest) & ~(1 << partner[set]);
        }
        return pairs;
    }

    /// <summary>Those who must not be left over and those who have waited longest choose first.</summary>
    private static List<(int One, int Two)> Greedy(Candidate[] list, long[,] costs, int nodes)
    {
        var open = Enumerable.Range(0, list.Length).OrderByDescending(i => list[i].First).ThenBy(i => list[i].Since).ToList();
        var pairs = new List<(int, int)>();
        while (open.Count > 1)
        {
            var first = open[0];
            var other = open.Skip(1).MinBy(each => costs[first, each]);
            open.Remove(first);
            open.Remove(other);
            pairs.Add((Math.Min(first, other), Math.Max(first, other)));
        }
        if (open.Count == 1) pairs.Add((open[0], nodes - 1));
        return pairs;
    }

    private static List<(int One, int Two)> Improved(List<(int One, int Two)> pairs, long[,] costs)
    {
        static (int, int) Sorted(int one, int two) => one < two ? (one, two) : (two, one);
        var isBetter = true;
        for (var round = 0; isBetter && round < MostRounds; round++)
        {
            isBetter = false;
            for (var i = 0; i < pairs.Count; i++)
            {
                for (var j = i + 1; j < pairs.Count; j++)
                {
                    var ((a, b), (c, d)) = (pairs[i], pairs[j]);
                    var now = costs[a, b] + costs[c, d];
                    var (across, along) = (costs[a, c] + costs[b, d], costs[a, d] + costs[b, c]);
                    if (Math.Min(across, along) >= now) continue;
                    (pairs[i], pairs[j]) = across <= along ? (Sorted(a, c), Sorted(b, d)) : (Sorted(a, d), Sorted(b, c));
                    isBetter = true;
                }
            }
        }
        return pairs;
    }
}
