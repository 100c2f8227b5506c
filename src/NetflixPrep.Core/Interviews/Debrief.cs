using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>A signal with the words that show it best.</summary>
public sealed record BestMoment(string Label, Hit Hit);

/// <summary>A step of the ladder and the minute it was reached; null when it was not.</summary>
public sealed record Reached(string Label, int? Minute);

/// <summary>
/// The first screen after a session: what was mentioned and when, with the person's own words. Coverage and behaviour only.
/// </summary>
public sealed record Debrief
{
    public required int MinutesUsed { get; init; }

    public required int MinutesAsked { get; init; }

    public required int Mentioned { get; init; }

    public required int Of { get; init; }

    /// <summary>At most three, in the order they were said.</summary>
    public required Seq<BestMoment> Moments { get; init; }

    /// <summary>At most three labels, the heaviest first.</summary>
    public required Seq<string> NotMentioned { get; init; }

    public required Seq<Reached> Ladder { get; init; }

    /// <summary>The three likeliest root causes, the likeliest first; the person chooses.</summary>
    public required Seq<RootCause> LikelyCauses { get; init; }

    public required int FactsAsked { get; init; }

    public required int FactsToAsk { get; init; }

    public required int HintsUsed { get; init; }

    public bool AnythingSaid { get; init; }

    public static Debrief Build(InterviewScript script, Sheet sheet, Reading reading)
    {
        var found = reading.Signals.ToDictionary(finding => finding.Id);
        var signals = script.Question.Signals.Where(signal => found.ContainsKey(signal.Id)).ToList();
        var mentioned = signals.Where(signal => found[signal.Id].Mentioned).ToList();
        return new()
        {
            MinutesUsed = (int)Math.Round(sheet.Used.TotalMinutes, MidpointRounding.AwayFromZero),
            MinutesAsked = sheet.Setup.Minutes,
            Mentioned = mentioned.Count,
            Of = signals.Count,
            Moments =
            [
                .. mentioned.OrderByDescending(signal => (signal.Must ? 10 : 0) + (signal.Weight * 2) + Math.Min(found[signal.Id].Hits.Count, 3))
                    .Take(3).Select(signal => new BestMoment(signal.Label, found[signal.Id].Hits[0]))
                    .OrderBy(moment => moment.Hit.Message).ThenBy(moment => moment.Hit.Start),
            ],
            NotMentioned =
            [
                .. signals.Where(signal => !found[signal.Id].Mentioned)
                    .OrderByDescending(signal => (signal.Must ? 10 : 0) + signal.Weight).Take(3).Select(signal => signal.Label),
            ],
            Ladder = [.. script.Ladder.Steps.Select(step => Step(step, script.Question, found)).OfType<Reached>()],
            LikelyCauses = Causes.Likely(script, sheet, reading),
            FactsAsked = script.Question.Facts.Count(fact => fact.MustAsk && sheet.FactsTold.Contains(fact.Id)),
            FactsToAsk = script.Question.Facts.Count(fact => fact.MustAsk),
            HintsUsed = sheet.HintNotes.Count,
            AnythingSaid = sheet.Answer.Count > 0,
        };
    }

    /// <summary>Null for a step that no signal of this question stands on.</summary>
    private static Reached? Step(LadderStep step, Question question, Dictionary<string, Finding> found)
    {
        var on = question.Signals.Where(signal => signal.Step == step.Id && found.ContainsKey(signal.Id)).ToList();
        if (on.Count == 0) return null;
        var minutes = on.SelectMany(signal => found[signal.Id].Hits).Select(hit => hit.Minute).ToList();
        return new(step.Label, minutes.Count == 0 ? null : minutes.Min());
    }
}

/// <summary>Which root causes an answer points to, by weight of what shows them.</summary>
internal static class Causes
{
    public static Seq<RootCause> Likely(InterviewScript script, Sheet sheet, Reading reading)
    {
        var weights = new Dictionary<string, int>();
        void Count(string? cause, int weight)
        {
            if (cause is not null) weights[cause] = weights.GetValueOrDefault(cause) + weight;
        }

        foreach (var signal in script.Question.Signals)
            if (signal.Detect is not null && !reading.Mentions(signal.Id)) Count(signal.RootCause, signal.Weight + (signal.Must ? 3 : 0));
        foreach (var pitfall in script.Pitfalls)
            if (reading.Shows(pitfall.Id)) Count(pitfall.RootCause, 5);
        foreach (var cause in script.RootCauses)
            if (Shown(cause.Behaviour, script, sheet, reading)) Count(cause.Id, 4);

        return [.. script.RootCauses.Select((cause, order) => (cause, order)).OrderByDescending(pair => weights.GetValueOrDefault(pair.cause.Id))
            .ThenBy(pair => pair.order).Take(3).Select(pair => pair.cause)];
    }

    private static bool Shown(Behaviour behaviour, InterviewScript script, Sheet sheet, Reading reading) => behaviour switch
    {
        Behaviour.RanOutOfTime => sheet.AnswerBy == EndedBy.TimeUp,
        Behaviour.LongSilence => sheet.SilenceNudged,
        Behaviour.Monologue => sheet.MonologueNudged,
        Behaviour.ManyHints => sheet.HintNotes.Count >= 2,
        Behaviour.AskedNothing => sheet.FactsTold.Count == 0 && script.Question.Facts.Count > 0,
        Behaviour.NoNumber => reading.Numbers.Count == 0 && script.Question.Numbers.Count > 0,
        _ => false,
    };
}
