using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>A signal with the words that show it best.</summary>
public sealed record BestMoment(string Label, Hit Hit);

/// <summary>A step of the ladder and the minute it was reached; null when it was not.</summary>
public sealed record Reached(string Label, int? Minute);

/// <summary>One stop on the way through an incident.</summary>
public sealed record PathStep(string Label, int Minute, bool DeadEnd);

/// <summary>What one question of a round came to.</summary>
public sealed record QuestionCoverage(string Title, int Mentioned, int Of, Seq<Reached> Ladder);

/// <summary>A stated number that lies apart from its sum.</summary>
public sealed record SumApart(string Label, SumChecked Sum);

/// <summary>
/// The first screen after a session: what was mentioned and when, with the person's own words. Coverage and behaviour only.
/// </summary>
public sealed record Debrief
{
    public required int MinutesUsed { get; init; }

    public required int MinutesAsked { get; init; }

    /// <summary>One a question that was asked, in order.</summary>
    public required Seq<QuestionCoverage> Questions { get; init; }

    public int Mentioned => Questions.Sum(question => question.Mentioned);

    public int Of => Questions.Sum(question => question.Of);

    /// <summary>At most three, in the order they were said.</summary>
    public required Seq<BestMoment> Moments { get; init; }

    /// <summary>At most three labels, the heaviest first.</summary>
    public required Seq<string> NotMentioned { get; init; }

    /// <summary>The way through an incident, in the order of looking; empty when there was none.</summary>
    public Seq<PathStep> Path { get; init; } = [];

    /// <summary>Set when the mitigation came before this evidence was seen.</summary>
    public Seq<string> ActedBefore { get; init; } = [];

    /// <summary>Sums that lie apart from what was stated; the heaviest to say comes first in the file.</summary>
    public Seq<SumApart> Apart { get; init; } = [];

    /// <summary>The three likeliest root causes, the likeliest first; the person chooses.</summary>
    public required Seq<RootCause> LikelyCauses { get; init; }

    public required int FactsAsked { get; init; }

    public required int FactsToAsk { get; init; }

    public required int HintsUsed { get; init; }

    /// <summary>Words of prose in the answers; code is not counted.</summary>
    public required int Words { get; init; }

    /// <summary>This run's steps beside those of the first run; empty when nothing is run again.</summary>
    public Seq<SameStep> BesideFirstRun { get; init; } = [];

    /// <summary>Who asked each follow-up, null for the bot; empty without a panel.</summary>
    public Seq<PersonId?> Askers { get; init; } = [];

    public bool AnythingSaid { get; init; }

    public static Debrief Build(Seq<Answered> answered)
    {
        var last = answered[^1].Sheet;
        var coverage = answered.Select(each => (each, found: each.Reading.Signals.ToDictionary(finding => finding.Id))).ToList();
        var mentioned = coverage.SelectMany((pair, number) => Detected(pair.each).Where(signal => pair.found[signal.Id].Mentioned).Select(signal => (signal, number, finding: pair.found[signal.Id]))).ToList();
        return new()
        {
            MinutesUsed = (int)Math.Round(last.Used.TotalMinutes, MidpointRounding.AwayFromZero),
            MinutesAsked = last.Setup.AllMinutes,
            Questions = [.. coverage.Select(pair => new QuestionCoverage(pair.each.Script.Question.Title, Detected(pair.each).Count(signal => pair.found[signal.Id].Mentioned), Detected(pair.each).Count(), Steps(pair.each)))],
            Moments =
            [
                .. mentioned.OrderByDescending(pair => (pair.signal.Must ? 10 : 0) + (pair.signal.Weight * 2) + Math.Min(pair.finding.Hits.Count, 3))
                    .Take(3).OrderBy(pair => pair.number).ThenBy(pair => pair.finding.Hits[0].Message).ThenBy(pair => pair.finding.Hits[0].Start)
                    .Select(pair => new BestMoment(pair.signal.Label, pair.finding.Hits[0])),
            ],
            NotMentioned =
            [
                .. answered.SelectMany(each => Detected(each).Where(signal => !each.Reading.Mentions(signal.Id)))
                    .OrderByDescending(signal => (signal.Must ? 10 : 0) + signal.Weight).Select(signal => signal.Label).Distinct().Take(3),
            ],
            Path = [.. answered.SelectMany(Way)],
            ActedBefore = [.. answered.SelectMany(Unseen)],
            Apart = [.. from each in answered from sum in each.Reading.Sums where !sum.Agrees select new SumApart(each.Script.Question.Numbers.First(slot => slot.Id == sum.Slot).Label, sum)],
            LikelyCauses = Causes.Likely(answered),
            FactsAsked = answered.Sum(each => each.Script.Question.Facts.Count(fact => fact.MustAsk && each.Sheet.FactsAsked.Contains(fact.Id))),
            FactsToAsk = answered.Sum(each => each.Script.Question.Facts.Count(fact => fact.MustAsk)),
            HintsUsed = answered.Sum(each => each.Sheet.HintNotes.Count),
            Words = answered.Sum(each => each.Reading.Words),
            BesideFirstRun = SameStep.Compare(last.Setup.FirstRun, answered),
            Askers = last.Setup.Panel is null ? [] : [.. answered.SelectMany(each => each.Sheet.Probes.Select(probe => probe.Asker))],
            AnythingSaid = answered.Any(each => each.Sheet.Answer.Count > 0),
        };
    }

    /// <summary>The steps that signals of this question stand on, and when each was first reached.</summary>
    public static Seq<Reached> Steps(Answered answered)
    {
        var found = answered.Reading.Signals.ToDictionary(finding => finding.Id);
        return [.. answered.Script.Ladder.Steps.Select(step => Step(step, answered.Script.Question, found)).OfType<Reached>()];
    }

    private static IEnumerable<Signal> Detected(Answered answered) => answered.Script.Question.Signals.Where(signal => signal.Detect is not null);

    /// <summary>Null for a step that no signal of this question stands on.</summary>
    private static Reached? Step(LadderStep step, Question question, Dictionary<string, Finding> found)
    {
        var on = question.Signals.Where(signal => signal.Step == step.Id && found.ContainsKey(signal.Id)).ToList();
        if (on.Count == 0) return null;
        var minutes = on.SelectMany(signal => found[signal.Id].Hits).Select(hit => hit.Minute).ToList();
        return new(step.Label, minutes.Count == 0 ? null : minutes.Min());
    }

    private static IEnumerable<PathStep> Way(Answered answered)
    {
        if (answered.Script.Question.Incident is not { } incident) return [];
        var sheet = answered.Sheet;
        return
        [
            .. sheet.Evidence.Select(looked => (looked.Elapsed, Step: Named(incident.Evidence.First(each => each.Id == looked.Evidence), looked.Elapsed)))
                .Concat(sheet.EvidenceMissed.Select(missed => (missed.Elapsed, Step: new PathStep($"\"{Short(missed.What)}\"", Sheet.Minute(missed.Elapsed), DeadEnd: true))))
                .OrderBy(stop => stop.Elapsed).Select(stop => stop.Step),
            .. sheet.Mitigation is { } done ? [new PathStep(incident.Mitigation.Label, Sheet.Minute(done.Elapsed), DeadEnd: false)] : (PathStep[])[],
        ];
    }

    private static PathStep Named(Evidence evidence, TimeSpan elapsed) => new(evidence.Label, Sheet.Minute(elapsed), evidence.DeadEnd);

    private static string Short(string asked) => asked.Length <= 40 ? asked : asked[..39].TrimEnd() + "…";

    private static IEnumerable<string> Unseen(Answered answered) => answered is { Script.Question.Incident: { } incident, Sheet.Mitigation: not null }
        ? incident.Mitigation.Needs.Where(id => answered.Sheet.Evidence.All(looked => looked.Evidence != id)).Select(id => incident.Evidence.First(each => each.Id == id).Label)
        : [];
}

/// <summary>A step in this run and in the first one.</summary>
public sealed record SameStep(string Label, int? Minute, int? First)
{
    public static Seq<SameStep> Compare(FirstRun? first, Seq<Answered> answered) => first is null ? [] :
    [
        .. from pair in answered.Select((each, number) => (each, number))
           from step in Debrief.Steps(pair.each)
           let then = first.Steps.FirstOrDefault(known => known.Question == pair.number && known.Label == step.Label)
           where then is not null
           select new SameStep(step.Label, step.Minute, then.Minute),
    ];
}
