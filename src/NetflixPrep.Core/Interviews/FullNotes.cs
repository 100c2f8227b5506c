using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Interviews;

/// <summary>Everything under the debrief: each remark with the words or the minute that caused it.</summary>
internal static class FullNotes
{
    public static Message Message(Seq<Answered> answered) => new(Prose.Paragraphs(
    [
        .. answered.SelectMany((each, number) => OfQuestion(each, answered.Count == 1 ? null : number + 1)),
        Section("Along the way, the whole session", Whole(answered[^1].Sheet)),
        Section("Beside the first run", [.. SameStep.Compare(answered[0].Sheet.Setup.FirstRun, answered).Select(Beside)]),
        Section("Your questions for us", [.. answered[^1].Sheet.Entries.Where(entry => entry is { Part: Sheet.ClosingPart, Deleted: false }).Select(entry => Prose.Of($"\"{entry.Text}\""))]),
    ]))
    {
        Title = "Full notes",
        Long = true,
    };

    /// <param name="number">Null when there is only one question.</param>
    private static IEnumerable<Prose> OfQuestion(Answered answered, int? number)
    {
        var (script, sheet, reading) = answered;
        if (number is { } count) yield return Prose.Of($"**Question {count}: {Prose.Markdown(script.Question.Title)}**");
        yield return Section("Signals", Signals(script, reading));
        yield return Section("Numbers", Numbers(script, reading));
        yield return Section("Seen in the answer", Pitfalls(script, reading));
        yield return Section("The way through the incident", Incident(script, sheet));
        yield return Section("Facts", Facts(script, sheet));
        yield return Section("Along the way", Along(script, sheet));
        yield return Section("Follow-ups and why", Probes(script, sheet));
        yield return Section("What the panel said", [.. sheet.PanelWords.Where(word => !word.Deleted && word.Text.Length > 0).Select(PanelWording.Word)]);
        yield return Section("For people to judge", [.. script.Question.Signals.Where(signal => signal.Detect is null).Select(signal => Prose.Markdown(Wording.Capital(signal.Label)))]);
    }

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
            ? Prose.Of($"{Prose.Markdown(Wording.Capital(slot.Label))}, min {number.Hit.Minute}: \"{number.Hit.Quote}\"{(number.InRange ? Prose.Empty : Prose.Of($" (outside the usual range, worth a second look)"))}{Sum(slot, reading)}")
            : Prose.Of($"{Prose.Markdown(Wording.Capital(slot.Label))}: no number")),
    ];

    private static Prose Sum(NumberSlot slot, Reading reading) => reading.Sums.FirstOrDefault(sum => sum.Slot == slot.Id) is { } sum
        ? Prose.Of($" ({Wording.Sum(sum)}, from `{Prose.Markdown(slot.Check!)}`)")
        : Prose.Empty;

    private static List<Prose> Incident(InterviewScript script, Sheet sheet)
    {
        if (script.Question.Incident is not { } incident) return [];
        Evidence Find(string id) => incident.Evidence.First(each => each.Id == id);
        return
        [
            .. sheet.Symptoms.Select(note => (note.Elapsed, Text: Prose.Of($"It showed: {Prose.Markdown(incident.Symptoms.First(symptom => symptom.Id == note.What).Say.Trim())}")))
                .Concat(sheet.Evidence.Select(looked => (looked.Elapsed, Text: Prose.Of($"\"{looked.Asked}\": {Prose.Markdown(Find(looked.Evidence).Label)}{Prose.Markdown(Find(looked.Evidence).DeadEnd ? ", a dead end" : "")}"))))
                .Concat(sheet.EvidenceMissed.Select(missed => (missed.Elapsed, Text: Prose.Of($"\"{missed.What}\": nothing unusual"))))
                .Concat(sheet.Mitigation is { } done ? [(done.Elapsed, Prose.Of($"\"{done.What}\": {Prose.Markdown(incident.Mitigation.Label)}"))] : [])
                .OrderBy(stop => stop.Elapsed).Select(stop => Prose.Of($"Min {Sheet.Minute(stop.Elapsed)}: {stop.Text}")),
            .. sheet.Mitigation is null ? [Prose.Of($"The incident was still open at the end")] : (Prose[])[],
        ];
    }

    private static List<Prose> Pitfalls(InterviewScript script, Reading reading) =>
    [
        .. reading.Pitfalls.Where(finding => finding.Mentioned).Select(finding =>
            Prose.Of($"{Prose.Markdown(Wording.Capital(script.Pitfalls.First(pitfall => pitfall.Id == finding.Id).Label))}, min {finding.Hits[0].Minute}: \"{finding.Hits[0].Quote}\"")),
    ];

    private static List<Prose> Facts(InterviewScript script, Sheet sheet) =>
    [
        .. script.Question.Facts.Where(fact => sheet.FactsAsked.Contains(fact.Id)).Select(fact => Prose.Of($"Asked for: {Prose.Markdown(fact.Say.Trim())}")),
        .. script.Question.Facts.Where(fact => sheet.FactsOffered.Contains(fact.Id)).Select(fact => Prose.Of($"Told without asking: {Prose.Markdown(fact.Say.Trim())}")),
        .. script.Question.Facts.Where(fact => fact.MustAsk && !sheet.FactsTold.Contains(fact.Id)).Select(fact => Prose.Of($"Not asked for: {Prose.Markdown(fact.Say.Trim())}")),
        .. sheet.FactsMissed.Select(missed => Prose.Of($"No figure for, min {Sheet.Minute(missed.Elapsed)}: \"{missed.What}\"")),
    ];

    private static List<Prose> Along(InterviewScript script, Sheet sheet) =>
    [
        .. sheet.Curveballs.Select(note => (note.Elapsed, Text: Prose.Of($"Curveball{PanelWording.By(note.By, "thrown")}: {Prose.Markdown(script.Question.Curveballs.First(card => card.Id == note.What).Say)}")))
            .Concat(sheet.HintNotes.Select(note => (note.Elapsed, Text: Prose.Of($"{Prose.Markdown(Wording.Capital(note.What))}{PanelWording.By(note.By, "given")}"))))
            .Concat(sheet.Nudges.Select(note => (note.Elapsed, Text: Prose.Markdown(Wording.Capital(note.What)))))
            .OrderBy(note => note.Elapsed).Select(note => Prose.Of($"Min {Sheet.Minute(note.Elapsed)}: {note.Text}")),
    ];

    private static List<Prose> Whole(Sheet sheet) =>
    [
        .. sheet.Pauses.Select(note => (note.Elapsed, Text: Prose.Of($"Paused")))
            .Concat(sheet.Gaps.Select(note => (note.Elapsed, Text: Prose.Of($"The bot was away; the clock stood"))))
            .OrderBy(note => note.Elapsed).Select(note => Prose.Of($"Min {Sheet.Minute(note.Elapsed)}: {note.Text}")),
    ];

    private static Prose Beside(SameStep step) => Prose.Markdown($"{step.Label}: {Minute(step.Minute)}, in the first run {Minute(step.First)}");

    private static string Minute(int? minute) => minute is { } reached ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"min {reached}") : "not reached";

    private static List<Prose> Probes(InterviewScript script, Sheet sheet) =>
    [
        .. sheet.Probes.Select(probe => Prose.Of(
            $"Min {Sheet.Minute(probe.AskedAt)}: {Prose.Markdown(script.Question.FollowUps.First(followUp => followUp.Id == probe.FollowUp).Ask.Trim())} Why: {probe.Reason}.{Asked(sheet, probe)}")),
    ];

    private static Prose Asked(Sheet sheet, Probe probe) => sheet.Setup.Panel is null ? Prose.Empty : Prose.Of($" Asked by {(probe.Asker is { } person ? PanelWording.Who(person) : Prose.Of($"the bot"))}.");
}
