using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>Everything under the debrief: each remark with the words or the minute that caused it.</summary>
internal static class FullNotes
{
    public static Message Message(InterviewScript script, Sheet sheet, Reading reading) => new(Prose.Paragraphs(
        Section("Signals", Signals(script, reading)),
        Section("Numbers", Numbers(script, reading)),
        Section("Seen in the answer", Pitfalls(script, reading)),
        Section("Facts", Facts(script, sheet)),
        Section("Along the way", Along(script, sheet)),
        Section("Follow-ups and why", Probes(script, sheet)),
        Section("Your questions for us", [.. sheet.Entries.Where(entry => entry is { Part: Sheet.ClosingPart, Deleted: false }).Select(entry => Prose.Of($"\"{entry.Text}\""))]),
        Section("For people to judge", [.. script.Question.Signals.Where(signal => signal.Detect is null).Select(signal => Prose.Markdown(Wording.Capital(signal.Label)))])))
    {
        Title = "Full notes",
        Long = true,
    };

    private static Prose Section(string title, List<Prose> lines) => lines.Count == 0
        ? Prose.Empty
        : Prose.Of($"**{Prose.Markdown(title)}**\n{Prose.Lines(lines.Select(line => Prose.Of($"- {line}")))}");

    private static List<Prose> Signals(InterviewScript script, Reading reading) =>
    [
        .. reading.Signals.Select(finding =>
        {
            var label = Prose.Markdown(Wording.Capital(script.Question.Signals.First(signal => signal.Id == finding.Id).Label));
            return finding switch
            {
                { Mentioned: true } => Prose.Of($"{label}, min {finding.Hits[0].Minute}: \"{finding.Hits[0].Quote}\""),
                { Negated: [var negated, ..] } => Prose.Of($"{label}: mentioned, negated, min {negated.Minute}: \"{negated.Quote}\""),
                _ => Prose.Of($"{label}: not mentioned"),
            };
        }),
    ];

    private static List<Prose> Numbers(InterviewScript script, Reading reading) =>
    [
        .. script.Question.Numbers.Select(slot => reading.Numbers.FirstOrDefault(number => number.Slot == slot.Id) is { } number
            ? Prose.Of($"{Prose.Markdown(Wording.Capital(slot.Label))}, min {number.Hit.Minute}: \"{number.Hit.Quote}\"{(number.InRange ? Prose.Empty : Prose.Of($" (outside the usual range, worth a second look)"))}")
            : Prose.Of($"{Prose.Markdown(Wording.Capital(slot.Label))}: no number")),
    ];

    private static List<Prose> Pitfalls(InterviewScript script, Reading reading) =>
    [
        .. reading.Pitfalls.Where(finding => finding.Mentioned).Select(finding =>
            Prose.Of($"{Prose.Markdown(Wording.Capital(script.Pitfalls.First(pitfall => pitfall.Id == finding.Id).Label))}, min {finding.Hits[0].Minute}: \"{finding.Hits[0].Quote}\"")),
    ];

    private static List<Prose> Facts(InterviewScript script, Sheet sheet) =>
    [
        .. script.Question.Facts.Where(fact => sheet.FactsTold.Contains(fact.Id)).Select(fact => Prose.Of($"Asked for: {Prose.Markdown(fact.Say.Trim())}")),
        .. script.Question.Facts.Where(fact => fact.MustAsk && !sheet.FactsTold.Contains(fact.Id)).Select(fact => Prose.Of($"Not asked for: {Prose.Markdown(fact.Say.Trim())}")),
        .. sheet.FactsMissed.Select(missed => Prose.Of($"No figure for, min {Sheet.Minute(missed.Elapsed)}: \"{missed.What}\"")),
    ];

    private static List<Prose> Along(InterviewScript script, Sheet sheet) =>
    [
        .. sheet.Curveballs.Select(note => (note.Elapsed, Text: Prose.Of($"Curveball: {Prose.Markdown(script.Question.Curveballs.First(card => card.Id == note.What).Say)}")))
            .Concat(sheet.HintNotes.Select(note => (note.Elapsed, Text: Prose.Markdown(Wording.Capital(note.What)))))
            .Concat(sheet.Nudges.Select(note => (note.Elapsed, Text: Prose.Markdown(Wording.Capital(note.What)))))
            .Concat(sheet.Pauses.Select(note => (note.Elapsed, Text: Prose.Of($"Paused"))))
            .Concat(sheet.Gaps.Select(note => (note.Elapsed, Text: Prose.Of($"The bot was away; the clock stood"))))
            .OrderBy(note => note.Elapsed).Select(note => Prose.Of($"Min {Sheet.Minute(note.Elapsed)}: {note.Text}")),
    ];

    private static List<Prose> Probes(InterviewScript script, Sheet sheet) =>
    [
        .. sheet.Probes.Select(probe => Prose.Of(
            $"Min {Sheet.Minute(probe.AskedAt)}: {Prose.Markdown(script.Question.FollowUps.First(followUp => followUp.Id == probe.FollowUp).Ask.Trim())} Why: {probe.Reason}.")),
    ];
}
