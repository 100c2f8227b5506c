using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>What today's session shows about last time's root cause: the bot quotes, the person decides.</summary>
internal static class LastTime
{
    /// <summary>The words or the minute that speak to it, of the first question that has some; null when the cause is the person's own and nothing can be looked up.</summary>
    public static string? Evidence(LastCause last, Seq<Answered> answered)
    {
        var all = answered.Select(each => Evidence(last, each.Script, each.Sheet, each.Reading)).OfType<string>().ToList();
        return all.Find(evidence => evidence != NotToday) ?? all.FirstOrDefault();
    }

    private const string NotToday = "Not mentioned today.";

    private static string? Evidence(LastCause last, InterviewScript script, Sheet sheet, Reading reading)
    {
        if (script.RootCauses.FirstOrDefault(cause => cause.Id == last.Id) is not { } cause) return null;
        return cause.Behaviour is Behaviour.None ? Words(cause, script, reading) : Behaved(cause.Behaviour, script, sheet, reading);
    }

    private static string? Words(RootCause cause, InterviewScript script, Reading reading)
    {
        var signals = script.Question.Signals.Where(signal => signal.Detect is not null && (signal.RootCause == cause.Id || cause.Skills.Contains(signal.Skill)))
            .Select(signal => signal.Id).ToHashSet();
        if (signals.Count == 0) return null;
        var hit = reading.Signals.Where(finding => signals.Contains(finding.Id)).SelectMany(finding => finding.Hits)
            .OrderBy(hit => hit.Message).ThenBy(hit => hit.Start).FirstOrDefault();
        return hit is null ? NotToday : $"Today, min {hit.Minute}: \"{hit.Quote}\"";
    }

    private static string? Behaved(Behaviour behaviour, InterviewScript script, Sheet sheet, Reading reading) => behaviour switch
    {
        Behaviour.RanOutOfTime => sheet.AnswerBy == EndedBy.TimeUp ? $"Today the answer ended by the clock, in minute {Sheet.Minute(sheet.AnswerEnded)}." : $"Today you ended the answer yourself, in minute {Sheet.Minute(sheet.AnswerEnded)}.",
        Behaviour.LongSilence => Nudges(sheet, "without a word") ?? "Today there was no long silence.",
        Behaviour.Monologue => Nudges(sheet, "in a row") ?? "Today there was no long run without a pause.",
        Behaviour.ManyHints => $"Today: {Wording.Many(sheet.HintNotes.Count, "hint")}.",
        Behaviour.AskedNothing when script.Question.Facts.Count > 0 => $"Today: {Wording.Many(sheet.FactsAsked.Count, "fact")} asked for.",
        Behaviour.NoNumber when script.Question.Numbers.Count > 0 => reading.Numbers is [var number, ..] ? $"Today, min {number.Hit.Minute}: \"{number.Hit.Quote}\"" : "No number with a unit today.",
        _ => null,
    };

    private static string? Nudges(Sheet sheet, string what) =>
        sheet.Nudges.FirstOrDefault(note => note.What.EndsWith(what, StringComparison.Ordinal)) is { } nudge ? $"Today, min {Sheet.Minute(nudge.Elapsed)}: {nudge.What}." : null;
}
