using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Questions;

/// <summary>Lint for one question: references, lengths, minutes, and what its samples fire.</summary>
internal sealed class QuestionLint(QuestionBank bank, Question question, string path, LintNotes notes)
{
    private const int LongestScreen = 1900;
    private const int FewestFollowUps = 4;
    private const int FewestKinds = 3;
    private const int MostWordsInASentence = 45;

    private readonly IReadOnlyDictionary<string, Signal> signals = question.Signals.DistinctBy(signal => signal.Id).ToDictionary(signal => signal.Id);
    private int reported;

    /// <summary>The compiled detectors; null while the references of the question are broken, or before it was checked.</summary>
    internal QuestionReader? Reader { get; private set; }

    private bool IsSample => question.Status == QuestionStatus.Sample;

    /// <summary>What only a whole question needs: of a draft it is said, but does not fail.</summary>
    private void Lacks(string at, string message, string mend)
    {
        if (question.Status == QuestionStatus.Draft) notes.Warn(at, message, mend);
        else notes.Error(at, message, mend);
    }

    internal void Check()
    {
        reported = notes.Findings.Count;
        Head();
        Facts();
        Signals();
        FollowUps();
        Texts();
        People();
        Style();
        // What the samples fire says nothing while references are broken.
        if (notes.Findings.Skip(reported).Any(finding => finding.Severity == Severity.Error)) return;
        Reader = QuestionReader.Compile(bank.Script(question.Id));
        Samples(Reader);
    }

    private void Head()
    {
        notes.Known($"{path}.round", "round", question.Round, Rounds.All.Select(round => round.Id));
        notes.AllKnown($"{path}.topics", "topic", question.Topics, bank.Topics.Select(topic => topic.Id));
        notes.AllKnown($"{path}.levels", "level", question.Levels, Rounds.Levels);
        if (question.Topics.Count == 0) Lacks($"{path}.topics", "there is no topic.", "Name one to four of topics.yaml.");
        if (question.Levels.Count == 0) notes.Error($"{path}.levels", "there is no level.", "Name at least one of L4 to L7.");
        notes.Range($"{path}.version", question.Version, 1, 10_000);
        notes.Length($"{path}.title", question.Title, 60);
        notes.Range($"{path}.minutes.answer", question.Minutes.Answer, 1, 60);
        notes.Range($"{path}.minutes.per_probe", question.Minutes.PerProbe, 1, 15);
        notes.Range($"{path}.minutes.most_probes", question.Minutes.MostProbes, 1, 6);
        if (Rounds.Find(question.Round) is { } round && question.Minutes.Total > round.Minutes)
        {
            notes.Error($"{path}.minutes", $"answer and follow-ups take {question.Minutes.Total} minutes, the round has {round.Minutes}.", "Shorten the answer, or ask fewer follow-ups.");
        }
        var id = question.Id.Split('.');
        if (id.Length != 2 || !id.All(LintNotes.IsSlug)) notes.Error($"{path}.id", $"'{question.Id}' is no id.", "Write <round>.<slug> in lower-case letters, digits and hyphens.");
        else if (IsSample != (id[0] == "sample")) notes.Error($"{path}.status", "only a question in sample/ has the status sample.", "Move the file, or change the status.");
        else if (!IsSample && id[0] != question.Round) notes.Error($"{path}.round", $"the round '{question.Round}' does not match the id '{question.Id}'.", "They name the same round.");
    }

    private void Facts()
    {
        notes.Unique($"{path}.facts", "fact", question.Facts.Select(fact => fact.Id));
        for (var i = 0; i < question.Facts.Count; i++)
        {
            notes.Length($"{path}.facts[{i}].say", question.Facts[i].Say, 300);
            DetectorLint.Check(question.Facts[i].Ask, $"{path}.facts[{i}].ask", null, notes);
            if (question.Facts[i].Ask.First is not null) notes.Error($"{path}.facts[{i}].ask.first", "'first' cannot stand in a fact.", "Use words.");
        }
        notes.Unique($"{path}.numbers", "number", question.Numbers.Select(slot => slot.Id));
        for (var i = 0; i < question.Numbers.Count; i++)
        {
            var slot = question.Numbers[i];
            notes.Length($"{path}.numbers[{i}].label", slot.Label, 40);
            DetectorLint.Number(slot.Units, slot.Min, slot.Max, slot.Around, $"{path}.numbers[{i}]", notes);
        }
        IncidentLint.Sums(question, path, notes);
        IncidentLint.Check(question, path, notes);
    }

    private void Signals()
    {
        var causes = bank.RootCauses.Select(cause => cause.Id).ToSeq();
        var ladders = bank.Contents.Ladders.Where(ladder => ladder.Rounds.Contains(question.Round)).ToSeq();
        notes.Unique($"{path}.signals", "signal", question.Signals.Select(signal => signal.Id));
        if (question.Signals.Count == 0) notes.Error($"{path}.signals", "there is no signal.", "Name what a strong answer mentions.");
        for (var i = 0; i < question.Signals.Count; i++)
        {
            var (signal, at) = (question.Signals[i], $"{path}.signals[{i}]");
            notes.Length($"{at}.label", signal.Label, 40);
            notes.Range($"{at}.weight", signal.Weight, 1, 5);
            notes.Known($"{at}.skill", "skill", signal.Skill, bank.Skills.Select(skill => skill.Id));
            notes.Known($"{at}.step", "step", signal.Step, ladders.SelectMany(ladder => ladder.Steps).Select(step => step.Id).Distinct());
            if (signal.RootCause is { } cause) notes.Known($"{at}.root_cause", "root cause", cause, causes);
            if (signal.Detect is { } detect) DetectorLint.Check(detect, $"{at}.detect", signals, notes);
            if (signal.Must && signal.Detect is not null && !question.FollowUps.Any(follow => follow.When.Missing.Contains(signal.Id)))
            {
                Lacks(at, $"no follow-up asks for the must-signal '{signal.Id}'.", "Add one with 'when: {missing: [...]}', or name it in an existing one.");
            }
        }
        if (question.Signals.All(signal => !signal.Must)) Lacks($"{path}.signals", "no signal is a must.", "Set 'must: true' on those that every strong answer has.");
        if (ladders.Count > 0 && question.Signals.All(signal => ladders.Any(ladder => ladder.Steps.Any(step => step.Id == signal.Step))) && bank.LadderOf(question) is null)
        {
            notes.Error($"{path}.signals", "the steps come from different ladders.", $"Use the steps of one of: {string.Join(", ", ladders.Select(ladder => ladder.Id))}.");
        }
        notes.Unique($"{path}.pitfalls", "pitfall", question.Pitfalls.Select(pitfall => pitfall.Id));
        for (var i = 0; i < question.Pitfalls.Count; i++)
        {
            var (pitfall, at) = (question.Pitfalls[i], $"{path}.pitfalls[{i}]");
            notes.Length($"{at}.label", pitfall.Label, 80);
            notes.Known($"{at}.root_cause", "root cause", pitfall.RootCause, causes);
            if (pitfall.Detect is { } detect) DetectorLint.Check(detect, $"{at}.detect", signals, notes);
        }
    }

    private void FollowUps()
    {
        notes.Unique($"{path}.follow_ups", "follow-up", question.FollowUps.Select(follow => follow.Id));
        Needs(FollowUpKind.Fixed, "fixed", "that everybody gets");
        if (!IsSample) Needs(FollowUpKind.Foundation, "foundation", "for an answer that found nearly nothing");
        if (!IsSample && (question.FollowUps.Count < FewestFollowUps || question.FollowUps.Select(follow => follow.Kind).Distinct().Count() < FewestKinds))
        {
            Lacks($"{path}.follow_ups", $"there are {question.FollowUps.Count} follow-ups of {question.FollowUps.Select(follow => follow.Kind).Distinct().Count()} kinds.", $"Write at least {FewestFollowUps}, of at least {FewestKinds} kinds.");
        }
        var pitfalls = bank.PitfallsOf(question).Select(pitfall => pitfall.Id).ToSeq();
        for (var i = 0; i < question.FollowUps.Count; i++)
        {
            var (follow, at) = (question.FollowUps[i], $"{path}.follow_ups[{i}]");
            var when = follow.When;
            notes.Length($"{at}.ask", follow.Ask, 400);
            if (follow.Hint is { } hint) notes.Length($"{at}.hint", hint, 300);
            notes.AllKnown($"{at}.listens_for", "signal", follow.ListensFor, signals.Keys);
            notes.Range($"{at}.seconds", follow.Seconds, 30, 900);
            notes.Range($"{at}.priority", follow.Priority, 0, 100);
            if (follow.Seconds > question.Minutes.PerProbe * 60) notes.Error($"{at}.seconds", $"{follow.Seconds} seconds are more than 'per_probe' allows.", $"Write at most {question.Minutes.PerProbe * 60}.");
            notes.AllKnown($"{at}.when.missing", "signal", when.Missing, signals.Keys);
            notes.AllKnown($"{at}.when.found", "signal", when.Found, signals.Keys);
            notes.AllKnown($"{at}.when.pitfall", "pitfall", when.Pitfall, pitfalls);
            notes.AllKnown($"{at}.when.number_empty", "number", when.NumberEmpty, question.Numbers.Select(slot => slot.Id));
            notes.AllKnown($"{at}.when.fact_not_asked", "fact", when.FactNotAsked, question.Facts.Select(fact => fact.Id));
            if (when == new When()) notes.Error($"{at}.when", "the follow-up never fires.", "Write 'always: true' or a condition.");
            if (follow.Kind == FollowUpKind.Fixed && !when.Always) notes.Error($"{at}.when", "a fixed follow-up has a condition.", "Write 'when: {always: true}'.");
            if (when.Found.Intersect(when.Missing).Any()) notes.Error($"{at}.when", "a signal is both found and missing.", "Take it out of one list.");
            if (when is { TimeLeftOver: { } over, TimeLeftUnder: { } under } && under <= over + 1) notes.Error($"{at}.when", "no minute is over the one and under the other.", "Widen the window.");
        }

        void Needs(FollowUpKind kind, string name, string what)
        {
            if (question.FollowUps.All(follow => follow.Kind != kind)) Lacks($"{path}.follow_ups", $"there is no {name} follow-up.", $"Add one {what}.");
        }
    }

    private void Texts()
    {
        notes.Length($"{path}.prompt", question.Prompt, 600);
        if (question.Context is { } context)
        {
            notes.Length($"{path}.context", context, 600);
            if (question.Prompt.Length + context.Length > 600) notes.Error($"{path}.context", $"prompt and context have {question.Prompt.Length + context.Length} characters, at most 600 fit one message with its buttons.", "Move details into facts.");
        }
        for (var i = 0; i < question.Curveballs.Count; i++)
        {
            notes.Length($"{path}.curveballs[{i}].say", question.Curveballs[i].Say, 400);
            notes.Range($"{path}.curveballs[{i}].minute", question.Curveballs[i].Minute, 1, Math.Max(1, question.Minutes.Answer - 1));
            notes.AllKnown($"{path}.curveballs[{i}].touches", "signal", question.Curveballs[i].Touches, signals.Keys);
        }
        notes.Unique($"{path}.curveballs", "curveball", question.Curveballs.Select(curveball => curveball.Id));
        if (question.Hints.Count != 3) Lacks($"{path}.hints", $"there are {question.Hints.Count} hints.", "Write three, from a nudge to nearly there.");
        for (var i = 0; i < question.Hints.Count; i++) notes.Length($"{path}.hints[{i}]", question.Hints[i], 300);
        if (question.Outline.Count is < 4 or > 8) Lacks($"{path}.outline", $"the outline has {question.Outline.Count} lines.", "Write 4 to 8.");
        for (var i = 0; i < question.Outline.Count; i++) notes.Length($"{path}.outline[{i}]", question.Outline[i], 300);
        if (question.Outline.Sum(line => line.Length + 3) > LongestScreen) notes.Error($"{path}.outline", "the outline does not fit one message.", $"Keep it under {LongestScreen} characters.");
        if (question.Sources.Count == 0) notes.Error($"{path}.sources", "there is no source.", "Say where the idea is from, or 'own'.");
        for (var i = 0; i < question.Sources.Count; i++) Source(question.Sources[i], $"{path}.sources[{i}]");
    }

    private void Source(Source source, string at)
    {
        string[] sold = ["ref=", "tag=", "aff", "utm_", "amzn"];
        notes.Length($"{at}.name", source.Name, 200);
        notes.Length($"{at}.kind", source.Kind, 40);
        if (source.Name.Contains("://", StringComparison.Ordinal) && sold.Any(mark => source.Name.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            notes.Error($"{at}.name", "the link looks like an affiliate link.", "Use the plain address.");
        }
        var date = source.Date;
        if (!(date.Length is 4 or 7 && date.Take(4).All(char.IsAsciiDigit) && (date.Length == 4 || (date[4] == '-' && date.Skip(5).All(char.IsAsciiDigit)))))
        {
            notes.Error($"{at}.date", $"'{date}' is no date.", "Write a year or year-month, in quotes: \"2026\" or \"2026-03\".");
        }
    }

    private void People()
    {
        var dimensions = bank.Rubric.Select(dimension => dimension.Id).ToSeq();
        for (var i = 0; i < question.Anchors.Count; i++) notes.Known($"{path}.anchors[{i}].dimension", "dimension", question.Anchors[i].Dimension, dimensions);
        SharedLint.CheckAnchors(question.Anchors, $"{path}.anchors", notes);
        if (question.Anchors.Select(anchor => anchor.Dimension).Distinct().Count() < 2) Lacks($"{path}.anchors", "fewer than two dimensions have anchors.", "Write 1, 3 and 5 for at least two.");
        if (question.Samples.Select(sample => sample.Kind).Order().ToSeq() is not [SampleKind.Weak, SampleKind.Fair, SampleKind.Strong])
        {
            Lacks($"{path}.samples", "the samples are not one weak, one fair and one strong.", "Write one of each.");
        }
        for (var i = 0; i < question.Samples.Count; i++)
        {
            var (sample, at) = (question.Samples[i], $"{path}.samples[{i}]");
            var words = sample.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            var (least, most) = IsSample ? (40, 250) : (80, 350);
            if (words < least || words > most) notes.Error($"{at}.text", $"the sample has {words} words.", $"Write {least} to {most}.");
            for (var g = 0; g < sample.Gold.Count; g++)
            {
                notes.Known($"{at}.gold[{g}].dimension", "dimension", sample.Gold[g].Dimension, dimensions);
                notes.Range($"{at}.gold[{g}].score", sample.Gold[g].Score, 1, 5);
            }
            if (sample.Gold.Select(gold => gold.Dimension).Distinct().Count() != dimensions.Count) notes.Error($"{at}.gold", "not every dimension has a gold score.", $"Score each once: {string.Join(", ", dimensions)}.");
        }
    }

    private void Samples(QuestionReader reader)
    {
        if (question.Samples.Count < 3) return;
        var musts = question.Signals.Where(signal => signal.Must && signal.Detect is not null).ToSeq();
        Seq<Signal> FiredBy(string text) => reader.Read([new("", text, 0)]) is var read ? musts.Where(signal => read.Mentions(signal.Id)).ToSeq() : [];
        if (FiredBy(question.Title) is { Count: > 0 } told)
        {
            notes.Warn($"{path}.title", $"the title gives {Names(told)} away.", "Name the matter, not the answer: it is read before the question is asked.");
        }
        if (FiredBy(question.Prompt + "\n\n" + question.Context) is { Count: > 0 } given)
        {
            notes.Error($"{path}.prompt", $"the prompt alone fires {Names(given)}.", "Say less in the prompt, or tighten the detector.");
        }
        var mentions = question.Samples.OrderBy(sample => sample.Kind).Select(sample => reader.Read([new("", sample.Text, 0)]).Signals.Count(finding => finding.Mentioned)).ToSeq();
        if (!(mentions[0] < mentions[1] && mentions[1] < mentions[2]))
        {
            notes.Error($"{path}.samples", $"weak, fair and strong sample mention {string.Join(", ", mentions)} signals.", "Each should mention more than the one before.");
        }
        for (var i = 0; i < question.Samples.Count; i++)
        {
            var sample = question.Samples[i];
            var fired = FiredBy(sample.Text);
            var quiet = musts.Where(signal => !fired.Contains(signal)).ToSeq();
            if (sample.Kind == SampleKind.Strong && quiet.Count > 0) notes.Error($"{path}.samples[{i}].text", $"the strong sample does not fire {Names(quiet)}.", "Widen the detector, or let the sample say it.");
            if (sample.Kind == SampleKind.Weak && fired.Count > 1) notes.Error($"{path}.samples[{i}].text", $"the weak sample fires {Names(fired)}; at most one must-signal may.", "Tighten the detector, or weaken the sample.");
        }
    }

    private void Style()
    {
        if (question.Prompt.Count(letter => letter == '?') > 1) notes.Warn($"{path}.prompt", "the prompt asks two questions.", "Keep one; the other is a follow-up.");
        if (question.Prompt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > 80) notes.Warn($"{path}.prompt", "the prompt is longer than 80 words.", "Move details into facts.");
        if (LongestSentence(question.Prompt) is > MostWordsInASentence and var words)
        {
            notes.Warn($"{path}.prompt", $"a sentence of the prompt has {words} words.", "Read it aloud; make two of it.");
        }
        for (var i = 0; i < question.Signals.Count; i++)
        {
            if (question.Signals[i].Label.Split([' ', '-', '/']).Count(IsAcronym) > 1) notes.Warn($"{path}.signals[{i}].label", $"'{question.Signals[i].Label}' is jargon.", "Use plain words.");
        }
    }

    private static int LongestSentence(string text)
    {
        var tokens = Tokens.Of(text);
        return Enumerable.Range(0, tokens.Sentences).Select(number => tokens.Sentence(number)).Select(sentence => sentence.After - sentence.First).DefaultIfEmpty(0).Max();
    }

    private static bool IsAcronym(string word) => word.Length > 1 && word.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));

    private static string Names(Seq<Signal> signals) => string.Join(", ", signals.Select(signal => $"'{signal.Id}'"));
}
