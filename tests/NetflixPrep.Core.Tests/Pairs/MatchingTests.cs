using NetflixPrep.Core.Pairs;

namespace NetflixPrep.Core.Tests.Pairs;

public class MatchingTests
{
    private static readonly string?[] SomeRounds = [null, "coding", "culture", "ml-coding"];
    private static readonly string?[] SomeLevels = [null, "L4", "L5", "L7"];
    private static readonly string?[] SomeHours = [null, "18:00-19:00", "08:00-10:00"];
    private static readonly string[] SomeZones = ["UTC", "Europe/Dublin", "America/New_York", "Asia/Kolkata"];

    [Fact]
    public void Up_to_eight_people_no_matching_costs_less_than_the_one_that_is_chosen() => Assert.All(Enumerable.Range(0, 300), seed =>
    {
        var (people, met) = Crowd(seed, 1 + (seed % 8));

        var matched = Matching.Pairs(people, met, M.Noon, (ulong)seed);

        Assert.Equal(Cheapest([.. people], met), CostOf(matched, met));
    });

    [Fact]
    public void Everybody_meets_once_and_nobody_themselves_in_pools_of_any_size() => Assert.All(Enumerable.Range(0, 60), seed =>
    {
        var (people, met) = Crowd(seed, seed);

        var matched = Matching.Pairs(people, met, M.Noon, (ulong)seed);

        var seen = matched.Pairs.SelectMany(pair => new[] { pair.First.Person, pair.Second.Person }).Concat(matched.Odd is { } odd ? [odd.Person] : []).ToList();
        Assert.Equal(people.Select(each => each.Person.ToString()).Order(), seen.Select(person => person.ToString()).Order());
    });

    [Fact]
    public void Whoever_was_left_over_last_time_is_not_again_while_anybody_else_can_be() => Assert.All(Enumerable.Range(0, 60), seed =>
    {
        var (people, met) = Crowd(seed, (2 * (seed % 20)) + 3);
        if (people.All(each => each.First)) return;

        Assert.False(Matching.Pairs(people, met, M.Noon, (ulong)seed).Odd!.First);
    });

    [Fact]
    public void Five_days_in_a_group_of_six_bring_everybody_together_once()
    {
        Seq<MetBefore> met = [];
        for (var day = 0; day < 5; day++)
        {
            Seq<Candidate> people = [.. Enumerable.Range(0, 6).Select(at => M.Waiting($"p{at}"))];
            var matched = Matching.Pairs(people, met, M.Noon.AddDays(day), (ulong)day);
            met = [.. met, .. matched.Pairs.Select(pair => new MetBefore(pair.First.Person, pair.Second.Person, new DateOnly(2026, 1, 12).AddDays(day)))];
        }

        Assert.Equal(15, met.Select(each => string.Join('+', new[] { each.One.User, each.Other.User }.Order())).Distinct().Count());
    }

    [Fact]
    public void A_new_partner_goes_before_common_hours_these_before_the_round_and_that_before_the_level()
    {
        Seq<MetBefore> met = [new(M.Ana, M.Ben, new(2026, 1, 5))];
        var (ana, ben) = (M.Waiting("ana"), M.Waiting("ben"));
        var far = M.Waiting("cleo", hours: "03:00-03:30");
        var evening = M.Waiting("dora", hours: "20:00-21:00");

        Assert.True(Matching.Cost(ana, ben, met, M.Noon) > Matching.Cost(evening, far, met, M.Noon));
        Assert.True(Matching.Cost(evening, far, met, M.Noon) > Matching.Cost(M.Waiting("a", round: "coding"), M.Waiting("b", round: "culture"), met, M.Noon));
        Assert.True(Matching.Cost(M.Waiting("a", round: "coding"), M.Waiting("b", round: "culture"), met, M.Noon) > Matching.Cost(M.Waiting("a", level: "L4"), M.Waiting("b", level: "L7"), met, M.Noon));
        Assert.True(Matching.Cost(M.Waiting("a", level: "L4"), M.Waiting("b", level: "L7"), met, M.Noon) > Matching.Cost(M.Waiting("a", level: "L4"), M.Waiting("b", level: "L5"), met, M.Noon));
    }

    [Theory]
    [InlineData("Europe/Dublin", "18:00-20:00", "America/New_York", "13:00-15:00", true)]
    [InlineData("Europe/Dublin", "18:00-20:00", "America/New_York", "18:00-20:00", false)]
    [InlineData("Asia/Kolkata", "18:30-19:30", "Europe/Dublin", "13:00-14:00", true)]
    [InlineData("Asia/Kolkata", "18:30-19:30", "Europe/Dublin", "14:00-15:00", false)]
    public void Hours_are_compared_where_each_lives(string zone, string hours, string otherZone, string otherHours, bool common) =>
        Assert.Equal(common, Matching.HaveCommonHours(M.Wish(M.Ana, hours: hours, zone: zone), M.Wish(M.Ben, hours: otherHours, zone: otherZone), M.Noon));

    [Fact]
    public void The_same_day_gives_the_same_pairs_and_other_days_settle_ties_otherwise()
    {
        Seq<Candidate> people = [.. Enumerable.Range(0, 8).Select(at => M.Waiting($"p{at}"))];
        string Of(int seed) => string.Join(' ', Matching.Pairs(people, [], M.Noon, (ulong)seed).Pairs.Select(pair => $"{pair.First.Person.User}{pair.Second.Person.User}"));

        Assert.Equal(Of(3), Of(3));
        Assert.True(Enumerable.Range(0, 20).Select(Of).Distinct().Count() > 5);
    }

    [Fact]
    public void In_a_large_pool_no_exchange_between_two_pairs_would_help()
    {
        var (people, met) = Crowd(7, 40);

        var pairs = Matching.Pairs(people, met, M.Noon, 7).Pairs;

        long Cost(Candidate one, Candidate other) => Matching.Cost(one, other, met, M.Noon);
        Assert.All(from one in pairs from other in pairs where one != other select (one, other), both =>
            Assert.True(Cost(both.one.First, both.one.Second) + Cost(both.other.First, both.other.Second)
                <= Cost(both.one.First, both.other.First) + Cost(both.one.Second, both.other.Second)));
    }

    private static (Seq<Candidate> People, Seq<MetBefore> Met) Crowd(int seed, int count)
    {
        var chance = new Chance((ulong)seed * 7919);
        int Next(int limit) => (chance = chance.Next()).Below(limit);
        Seq<Candidate> people =
        [
            .. Enumerable.Range(0, count).Select(at => M.Waiting($"p{at}", Next(9), Next(4) == 0, SomeRounds[Next(4)], SomeLevels[Next(4)], SomeHours[Next(3)], SomeZones[Next(4)])),
        ];
        Seq<MetBefore> met = count < 2 ? [] :
        [
            .. Enumerable.Range(0, count * 2).Select(_ => (One: Next(count), Other: Next(count), Days: Next(150))).Where(each => each.One != each.Other)
                .Select(each => new MetBefore(people[each.One].Person, people[each.Other].Person, new DateOnly(2026, 1, 11).AddDays(-each.Days))),
        ];
        return (people, met);
    }

    private static long CostOf(Matched matched, Seq<MetBefore> met) =>
        matched.Pairs.Sum(pair => Matching.Cost(pair.First, pair.Second, met, M.Noon)) + (matched.Odd is { } odd ? Matching.Cost(odd, null, met, M.Noon) : 0);

    /// <summary>By trying everything.</summary>
    private static long Cheapest(List<Candidate?> people, Seq<MetBefore> met)
    {
        if (people.Count == 0) return 0;
        if (people.Count % 2 == 1) people = [.. people, null];
        return Enumerable.Range(1, people.Count - 1).Min(other =>
            Matching.Cost(people[0], people[other], met, M.Noon) + Cheapest([.. people.Where((_, at) => at != 0 && at != other)], met));
    }
}
