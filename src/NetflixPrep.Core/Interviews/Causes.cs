using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>Which root causes a session points to, by weight of what shows them.</summary>
internal static class Causes
{
    public static Seq<RootCause> Likely(Seq<Answered> answered)
    {
        var weights = new Dictionary<string, int>();
        foreach (var each in answered) Weigh(each, weights);
        return [.. answered.SelectMany(each => each.Script.RootCauses).DistinctBy(cause => cause.Id).Select((cause, order) => (cause, order))
            .OrderByDescending(pair => weights.GetValueOrDefault(pair.cause.Id)).ThenBy(pair => pair.order).Take(3).Select(pair => pair.cause)];
    }

    private static void Weigh(Answered answered, Dictionary<string, int> weights)
    {
        var (script, sheet, reading) = answered;
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
    }

    private static bool Shown(Behaviour behaviour, InterviewScript script, Sheet sheet, Reading reading) => behaviour switch
    {
        Behaviour.RanOutOfTime => sheet.AnswerBy == EndedBy.TimeUp,
        Behaviour.LongSilence => sheet.SilenceNudged,
        Behaviour.Monologue => sheet.MonologueNudged,
        Behaviour.ManyHints => sheet.HintNotes.Count >= 2,
        Behaviour.AskedNothing => sheet.FactsAsked.Count == 0 && script.Question.Facts.Count > 0,
        Behaviour.NoNumber => reading.Numbers.Count == 0 && script.Question.Numbers.Count > 0,
        _ => false,
    };
}
