namespace NetflixPrep.Core.Questions;

/// <summary>Lint across all questions: twins, shares of time, repeats of skills, loops that cannot be filled.</summary>
internal static class BalanceLint
{
    private const int Shingle = 4;
    private const double Twin = 0.5;

    internal static void Check(BankContents contents, LintNotes notes)
    {
        CheckAdded(contents.Questions, 0, notes);
        var reviewed = contents.Questions.Where(question => question.Status == QuestionStatus.Reviewed).ToSeq();
        if (reviewed.Count == 0) return;
        Action<string, string, string> say = reviewed.Count < BankLint.WholeBank ? notes.Warn : notes.Error;
        Shares(reviewed, say);
        Repeats(reviewed, say);
        Loops(contents, reviewed, say);
    }

    internal static void CheckAdded(Seq<Question> questions, int first, LintNotes notes)
    {
        Ids(questions, notes);
        Twins(questions, first, notes);
    }

    private static void Ids(Seq<Question> questions, LintNotes notes)
    {
        var first = new HashSet<string>();
        for (var i = 0; i < questions.Count; i++)
        {
            if (!first.Add(questions[i].Id)) notes.Error($"questions[{i}].id", $"the question '{questions[i].Id}' is there twice.", "Give one of them another id and file name.");
        }
    }

    private static void Twins(Seq<Question> questions, int first, LintNotes notes)
    {
        var shingles = questions.Select(question => Shingles(question.Prompt)).ToSeq();
        for (var i = first; i < questions.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var shared = shingles[i].Count(shingles[j].Contains);
                var all = shingles[i].Count + shingles[j].Count - shared;
                if (all > 0 && (double)shared / all >= Twin) notes.Error($"questions[{i}].prompt", $"the prompt is nearly that of '{questions[j].Id}'.", "Retire one of them.");
            }
        }
    }

    private static HashSet<string> Shingles(string text)
    {
        var words = Reading.Tokens.Of(text);
        return [.. Enumerable.Range(0, Math.Max(0, words.Count - Shingle + 1))
            .Select(at => string.Join(' ', Enumerable.Range(at, Shingle).Select(i => words.Word(i).ToString())))];
    }

    private static void Shares(Seq<Question> reviewed, Action<string, string, string> say)
    {
        var total = reviewed.Sum(question => question.Minutes.Total);
        var off = Areas.All.Select(area => (area.Label, area.Share, Is: 100 * reviewed.Where(question => area.Rounds.Contains(question.Round)).Sum(question => question.Minutes.Total) / Math.Max(1, total)))
            .Where(area => Math.Abs(area.Is - area.Share) > 5).ToSeq();
        if (off.Count == 0) return;
        say("topics", $"the shares of minutes are off: {string.Join(", ", off.Select(area => $"{area.Label} {area.Is} % (aim {area.Share} %)"))}.", "Add questions where the share is low.");
    }

    private static void Repeats(Seq<Question> reviewed, Action<string, string, string> say)
    {
        var rare = reviewed.SelectMany(question => question.Signals.Select(signal => signal.Skill).Distinct()).GroupBy(skill => skill)
            .Where(group => group.Count() < 3).Select(group => group.Key).Order(StringComparer.Ordinal).ToSeq();
        if (rare.Count == 0) return;
        var shown = string.Join(", ", rare.Take(6)) + (rare.Count > 6 ? ", …" : "");
        say("topics.skills", $"{rare.Count} skills are used in fewer than three questions: {shown}.", "Use a known skill where one fits; more questions mend the rest.");
    }

    private static void Loops(BankContents contents, Seq<Question> reviewed, Action<string, string, string> say)
    {
        for (var i = 0; i < contents.Loops.Count; i++)
        {
            var loop = contents.Loops[i];
            var needs = loop.Rounds.GroupBy(round => round.Round).Where(group => group.Count() > reviewed.Count(question => question.Round == group.Key))
                .Select(group => $"{group.Key} {group.Count()}").ToSeq();
            if (needs.Count > 0) say($"loops[{i}]", $"the loop '{loop.Id}' cannot be filled without a repeat; it needs {string.Join(", ", needs)}.", "Add reviewed questions for these rounds.");
        }
    }
}
