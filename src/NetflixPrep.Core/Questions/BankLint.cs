using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Questions;

/// <summary>Everything about the bank that a schema cannot say: references, lengths, minutes, and what the samples fire.</summary>
public static class BankLint
{
    /// <summary>Shares and repeats mean little in a small bank: warnings below this many questions, errors from it on.</summary>
    public const int WholeBank = 150;

    public static Seq<BankFinding> Check(BankContents contents, Marks marks)
    {
        var notes = new LintNotes(marks);
        var bank = new QuestionBank(contents);
        SharedLint.Check(contents, notes);
        var readers = Questions(bank, 0, notes);
        BalanceLint.Check(contents, notes);
        NoiseLint.Check(bank, readers, notes);
        return notes.Findings;
    }

    /// <summary>The same for questions that came to a bank which was linted before; what holds for a whole bank is not looked at.</summary>
    /// <param name="first">The number of the first new question.</param>
    public static Seq<BankFinding> CheckAdded(BankContents contents, int first, Marks marks)
    {
        var notes = new LintNotes(marks);
        Questions(new(contents), first, notes);
        BalanceLint.CheckAdded(contents.Questions, first, notes);
        return notes.Findings;
    }

    /// <returns>For each question its compiled detectors, null where its references are broken.</returns>
    private static List<QuestionReader?> Questions(QuestionBank bank, int first, LintNotes notes)
    {
        var readers = new List<QuestionReader?>();
        for (var i = first; i < bank.Questions.Count; i++)
        {
            var lint = new QuestionLint(bank, bank.Questions[i], $"questions[{i}]", notes);
            lint.Check();
            readers.Add(lint.Reader);
        }
        return readers;
    }
}

/// <summary>Collects findings by node path.</summary>
internal sealed class LintNotes(Marks marks)
{
    private readonly List<BankFinding> findings = [];

    internal Seq<BankFinding> Findings => findings.ToSeq();

    internal void Error(string path, string message, string mend) => findings.Add(new(Severity.Error, marks.At(path), message, mend));

    internal void Warn(string path, string message, string mend) => findings.Add(new(Severity.Warning, marks.At(path), message, mend));

    internal void Length(string path, string text, int most)
    {
        if (text.Length == 0) Error(path, "the text is empty.", "Write it, or take the key out.");
        if (text.Length > most) Error(path, $"the text has {text.Length} characters, at most {most} fit.", "Shorten it.");
    }

    internal void Range(string path, int value, int least, int most)
    {
        if (value < least || value > most) Error(path, $"{value} is outside {least} to {most}.", $"Write a number from {least} to {most}.");
    }

    internal void Known(string path, string kind, string id, IEnumerable<string> known)
    {
        var all = known.ToSeq();
        if (!all.Contains(id)) Error(path, $"there is no {kind} '{id}'.", Spelling.Mend(id, all));
    }

    internal void AllKnown(string path, string kind, Seq<string> ids, IEnumerable<string> known)
    {
        var all = known.ToSeq();
        for (var i = 0; i < ids.Count; i++) Known($"{path}[{i}]", kind, ids[i], all);
    }

    internal void Unique(string path, string kind, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>();
        var i = 0;
        foreach (var id in ids)
        {
            if (!IsSlug(id)) Error($"{path}[{i}].id", $"'{id}' is no id.", "Use lower-case letters, digits and hyphens.");
            if (!seen.Add(id)) Error($"{path}[{i}].id", $"the {kind} '{id}' is there twice.", "Rename one of them.");
            i++;
        }
    }

    internal static bool IsSlug(string id) =>
        id.Length is > 0 and <= 60 && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
