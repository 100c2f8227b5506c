using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Questions;

/// <summary>
/// Lint for detectors whose words are too common: what people say who answer another question, and weakly,
/// should rarely count as mentioned here.
/// </summary>
internal static class NoiseLint
{
    /// <summary>So many weak answers to questions of other areas are read, evenly spread over the bank.</summary>
    private const int Most = 30;

    private const int Least = 12;
    private const double TooOften = 0.15;

    internal static void Check(QuestionBank bank, IReadOnlyList<QuestionReader?> readers, LintNotes notes)
    {
        var questions = bank.Questions;
        var weak = questions.Where(question => question.Status != QuestionStatus.Sample)
            .SelectMany(question => question.Samples.Where(sample => sample.Kind == SampleKind.Weak).Select(sample => (question.Round, sample.Text))).ToSeq();
        for (var i = 0; i < questions.Count; i++)
        {
            if (readers[i] is not { } reader || questions[i].Status == QuestionStatus.Sample) continue;
            var area = Areas.OfRound(questions[i].Round);
            var foreign = Spread(weak.Where(answer => !area.Rounds.Contains(answer.Round)).Select(answer => answer.Text).ToSeq());
            if (foreign.Count >= Least) Check(reader, questions[i], $"questions[{i}]", foreign, notes);
        }
    }

    private static void Check(QuestionReader reader, Question question, string path, Seq<string> answers, LintNotes notes)
    {
        var times = new Dictionary<string, int>();
        foreach (var answer in answers)
        {
            foreach (var found in reader.Read([new("", answer, 0)]).Signals.Where(finding => finding.Mentioned)) times[found.Id] = times.GetValueOrDefault(found.Id) + 1;
        }
        for (var s = 0; s < question.Signals.Count; s++)
        {
            if (times.GetValueOrDefault(question.Signals[s].Id) is var count && count <= answers.Count * TooOften) continue;
            notes.Warn($"{path}.signals[{s}].detect", $"'{question.Signals[s].Id}' is found in {count} of {answers.Count} weak answers to other rounds: its words are too common.", "Use longer phrases, or 'near'.");
        }
    }

    private static Seq<string> Spread(Seq<string> all) =>
        all.Count <= Most ? all : Enumerable.Range(0, Most).Select(i => all[i * all.Count / Most]).ToSeq();
}
