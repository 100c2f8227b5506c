using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Drills.Memory;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Drills;

/// <summary>What the choice of a drill depends on.</summary>
public sealed record DrillRequest
{
    /// <summary>The local date that is meant.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Minutes the person has.</summary>
    public required int Minutes { get; init; }

    /// <summary>What was asked before, in sessions and drills; sums by their id with prefix.</summary>
    public required Seq<Asked> Asked { get; init; }

    public Seq<SkillMemory> Memory { get; init; } = [];

    /// <summary>The area of the plan's day; null without a plan.</summary>
    public string? PlannedArea { get; init; }

    /// <summary>Minutes really practised by area.</summary>
    public IReadOnlyDictionary<string, double> Practised { get; init; } = new Dictionary<string, double>();

    public required ulong Seed { get; init; }
}

/// <summary>The drill that was chosen.</summary>
/// <param name="QuestionId">Of the bank, or <see cref="DrillSetup.SumPrefix"/> and the kind of sum.</param>
/// <param name="Why">A sentence that quotes what decided.</param>
public sealed record ChosenDrill(string QuestionId, string Area, string Why);

/// <summary>
/// Chooses the drill of a day: the plan's area, else the one furthest behind its share of the real minutes; never asked before while the pool lasts;
/// within the person's minutes; the skills that are due; at last the seed.
/// </summary>
public static class DrillChoice
{
    /// <summary>Below so many minutes in all, figures by area say little.</summary>
    private const double FewMinutes = 10;

    /// <summary>A kind of sum comes again after so many days, with other figures.</summary>
    private const int SumRests = 14;

    /// <summary>Null when the bank has nothing to ask.</summary>
    public static ChosenDrill? Choose(QuestionBank bank, DrillRequest request)
    {
        var (areas, reason) = AreasInOrder(request);
        var pool = Pool(bank, request);
        if (pool.Count == 0) return null;
        // The area goes before the fit: of a long question the outline is asked. Something new further down is worth more than a repeat in the first area.
        Func<Candidate, bool>[] steps = [candidate => candidate.New, candidate => !candidate.Rests, _ => true];
        foreach (var step in steps)
        {
            foreach (var area in areas)
            {
                var open = pool.Where(candidate => candidate.Area == area.Id && step(candidate)).ToSeq();
                if (open.Count == 0) continue;
                var fitting = open.Where(candidate => candidate.Fits).ToSeq();
                var chosen = Best(fitting.Count > 0 ? fitting : open, request);
                return new(chosen.Id, area.Id, Why(area, areas[0], reason, chosen));
            }
        }
        return null;
    }

    private static (Seq<Area> Areas, string Reason) AreasInOrder(DrillRequest request)
    {
        var total = request.Practised.Values.Sum();
        double Behind(Area area) => (total * area.Share / 100) - request.Practised.GetValueOrDefault(area.Id);
        // Without any practice yet all are equal: then a seeded turn through the areas, the larger shares no later for it.
        var chance = new Chance(request.Seed);
        var order = total > 0
            ? Areas.All.OrderByDescending(Behind).ThenByDescending(area => area.Share).ToSeq()
            : [.. Areas.All.Skip(chance.Below(Areas.All.Count)), .. Areas.All.Take(chance.Below(Areas.All.Count))];
        if (request.PlannedArea is { } planned && Areas.Find(planned) is { } today) return ([today, .. order.Where(area => area.Id != today.Id)], $"your plan has {today.Label} today");
        return (order, total >= FewMinutes
            ? $"{order[0].Label} is furthest behind, {Math.Round(request.Practised.GetValueOrDefault(order[0].Id))} of {Math.Round(total)} minutes practised (aim {order[0].Share} %)"
            : total > 0 ? $"{order[0].Label} has had the least of your time so far" : $"it begins with {order[0].Label}");
    }

    private static Candidate Best(Seq<Candidate> fitting, DrillRequest request)
    {
        var oldest = fitting.Min(candidate => candidate.LastAsked);
        var longestAgo = fitting.Where(candidate => candidate.LastAsked == oldest).ToSeq();
        var most = longestAgo.Max(candidate => candidate.DueSkills.Count);
        var due = longestAgo.Where(candidate => candidate.DueSkills.Count == most).ToSeq();
        var faintest = due.Min(candidate => candidate.Faintest);
        var tied = due.Where(candidate => candidate.Faintest.Equals(faintest)).OrderBy(candidate => candidate.Id, StringComparer.Ordinal).ToSeq();
        return tied[new Chance(request.Seed).Below(tied.Count)];
    }

    private static Seq<Candidate> Pool(QuestionBank bank, DrillRequest request)
    {
        var asked = request.Asked.GroupBy(each => each.QuestionId).ToDictionary(group => group.Key, group => group.Max(each => each.At));
        var memory = request.Memory.ToDictionary(item => item.Skill, item => item.Remembered);
        return
        [
            // An incident needs somebody who reads out what is looked at.
            .. bank.Questions.Where(question => question is { Status: QuestionStatus.Reviewed, Incident: null }).Select(question => Candidate.Of(
                question.Id, Areas.OfRound(question.Round).Id, question.Minutes.Answer <= request.Minutes,
                [.. question.Signals.Where(signal => signal.Detect is not null).Select(signal => signal.Skill).Distinct()], asked, memory, request.Date)),
            .. Sums.Kinds.Select(kind => Candidate.Of(DrillSetup.SumPrefix + kind.Id, kind.Area, kind.Minutes <= request.Minutes, [kind.Skill], asked, memory, request.Date)),
        ];
    }

    private static string Why(Area area, Area first, string reason, Candidate chosen)
    {
        var where = area == first ? reason : $"{reason}, but you have been asked all of it; next comes {area.Label}";
        var due = chosen.DueSkills.Count > 0 ? $"; due again: {string.Join(", ", chosen.DueSkills.Take(2))}" : "";
        return $"{where}; {(!chosen.New ? "it was asked longest ago" : chosen.Known ? "the figures are new" : "you have not been asked this before")}{due}.";
    }

    private sealed record Candidate(string Id, string Area, bool Fits, bool New, bool Known, bool Rests, DateTimeOffset LastAsked, Seq<string> DueSkills, double Faintest)
    {
        public static Candidate Of(
            string id, string area, bool fits, Seq<string> skills, Dictionary<string, DateTimeOffset> asked, Dictionary<string, Remembered> memory, DateOnly date)
        {
            var isSum = id.StartsWith(DrillSetup.SumPrefix, StringComparison.Ordinal);
            var known = asked.TryGetValue(id, out var last);
            var rests = known && isSum && DateOnly.FromDateTime(last.UtcDateTime).AddDays(SumRests) > date;
            // The figures of a sum are new each time; a sum that has rested counts as new.
            var isNew = isSum ? !rests : !known;
            var seen = skills.Where(memory.ContainsKey).ToSeq();
            return new(id, area, fits, isNew, known, rests, isNew ? DateTimeOffset.MinValue : last,
                [.. seen.Where(skill => memory[skill].DueOn <= date).OrderBy(skill => Fsrs.Retrievability(memory[skill], date))],
                seen.Count == 0 ? 1 : seen.Min(skill => Fsrs.Retrievability(memory[skill], date)));
        }
    }
}
