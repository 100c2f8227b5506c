using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Drills.Dailies;

/// <summary>A question that a group had on an earlier date.</summary>
public sealed record AskedDaily(string QuestionId, DateOnly Date);

/// <summary>The question that was chosen for a group and date.</summary>
/// <param name="QuestionId">Of the bank, or <see cref="DrillSetup.SumPrefix"/> and the kind of sum.</param>
/// <param name="Why">A sentence that quotes what decided.</param>
public sealed record ChosenDaily(string QuestionId, string Area, ulong Seed, string Why);

/// <summary>
/// Chooses a group's question of the day: the area furthest behind its share of the questions so far, in it the round that had the fewest,
/// never asked in this group before while the pool lasts, short ones first; at last a seed from group and date. Sums are a round of their own.
/// </summary>
public static class DailyChoice
{
    /// <summary>Minutes of an answer that counts as short.</summary>
    public const int ShortMinutes = 15;

    /// <summary>Null when the bank has nothing to ask.</summary>
    public static ChosenDaily? Choose(QuestionBank bank, StreamId group, DateOnly date, Seq<AskedDaily> before)
    {
        var pool = Pool(bank, before);
        if (pool.Count == 0) return null;
        var seed = Chance.From($"{group}|{DrillWording.Iso(date)}").Seed;
        // What the bank has lost since then no longer counts for an area.
        var asked = before.Select(each => pool.FirstOrDefault(candidate => candidate.Id == each.QuestionId)).OfType<Candidate>().ToSeq();
        var areas = InTurn(asked);
        foreach (var isNew in new[] { true, false })
        {
            foreach (var area in areas)
            {
                var open = pool.Where(candidate => candidate.Area == area.Id && candidate.IsNew == isNew).ToSeq();
                if (open.Count > 0) return Best(open, asked, seed) is var best ? new(best.Id, area.Id, seed, Why(area, areas[0], asked, best)) : null;
            }
        }
        return null;
    }

    internal static bool IsShort(Question question) => question.Minutes.Answer <= ShortMinutes;

    private static Seq<Area> InTurn(Seq<Candidate> asked)
    {
        double Behind(Area area) => ((asked.Count + 1) * area.Share / 100.0) - asked.Count(candidate => candidate.Area == area.Id);
        return [.. Areas.All.OrderByDescending(Behind).ThenByDescending(area => area.Share)];
    }

    private static Candidate Best(Seq<Candidate> open, Seq<Candidate> asked, ulong seed)
    {
        int Had(string round) => asked.Count(candidate => candidate.Round == round);
        var fewest = open.Min(candidate => Had(candidate.Round));
        var rounds = open.Select(candidate => candidate.Round).Distinct().Where(round => Had(round) == fewest).Order(StringComparer.Ordinal).ToSeq();
        var chance = new Chance(seed);
        var round = rounds[chance.Below(rounds.Count)];
        var rest = open.Where(candidate => candidate.Round == round).ToSeq();
        var oldest = rest.Min(candidate => candidate.LastAsked);
        rest = rest.Where(candidate => candidate.LastAsked == oldest).ToSeq();
        if (rest.Any(candidate => candidate.IsShort)) rest = rest.Where(candidate => candidate.IsShort).ToSeq();
        return rest.OrderBy(candidate => candidate.Id, StringComparer.Ordinal).ElementAt(chance.Next().Below(rest.Count));
    }

    private static Seq<Candidate> Pool(QuestionBank bank, Seq<AskedDaily> before)
    {
        var last = before.GroupBy(each => each.QuestionId).ToDictionary(group => group.Key, group => group.Max(each => each.Date));
        Candidate Of(string id, string area, string round, bool isShort) => new(id, area, round, isShort, !last.ContainsKey(id), last.GetValueOrDefault(id));
        return
        [
            .. bank.Questions.Where(question => question is { Status: QuestionStatus.Reviewed, Incident: null })
                .Select(question => Of(question.Id, Areas.OfRound(question.Round).Id, question.Round, IsShort(question))),
            .. Sums.Kinds.Select(kind => Of(DrillSetup.SumPrefix + kind.Id, kind.Area, DrillSetup.SumPrefix + kind.Area, isShort: true)),
        ];
    }

    private static string Why(Area area, Area first, Seq<Candidate> asked, Candidate chosen)
    {
        var turn = area != first ? $"{first.Label} has nothing new left for this group, so {area.Label} comes next"
            : asked.Count == 0 ? $"it begins with {area.Label}, the largest share of practice ({area.Share} %)"
            : $"{area.Label} is next in turn, {asked.Count(candidate => candidate.Area == area.Id)} of {asked.Count} so far (aim {area.Share} %)";
        return $"{turn}; {(chosen.IsNew ? "this group has not had it before" : "it was asked longest ago")}.";
    }

    private sealed record Candidate(string Id, string Area, string Round, bool IsShort, bool IsNew, DateOnly LastAsked);
}
