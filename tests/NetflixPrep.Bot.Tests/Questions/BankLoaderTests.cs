using NetflixPrep.Bot.Questions;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Questions;

public sealed class BankLoaderTests
{
    private const string Sample = "sample/three-minutes.yaml";

    [Theory]
    [InlineData("difficulty: easy", "difficulty: eazy", "'eazy' is not one of: easy, medium, hard. Did you mean 'easy'?")]
    [InlineData("hints:", "hintz:", "'hintz' is not a key here. Did you mean 'hints'?")]
    [InlineData("version: 1", "version: one", "a whole number is expected here. Write digits without quotes.")]
    [InlineData("version: 1\n", "", "'version' is missing. Add 'version:'.")]
    [InlineData("version: 1", "version: 1\nversion: 2", "Duplicate key")]
    [InlineData("topics: [imbalance, evaluation]", "topics: imbalance", "a list is expected here. Put each item on its own line after '- ', or all in [ ].")]
    [InlineData("topics: [imbalance, evaluation]", "topics: [imbalence]", "there is no topic 'imbalence'. Did you mean 'imbalance'?")]
    [InlineData("root_cause: no-trade-off", "root_cause: no-trade-of", "there is no root cause 'no-trade-of'. Did you mean 'no-trade-off'?")]
    [InlineData("skill: calibrate", "skill: calibrat", "there is no skill 'calibrat'. Did you mean 'calibrate'?")]
    [InlineData("must: true", "must: maybe", "yes or no is expected here. Write true or false.")]
    [InlineData("when: {missing: [threshold]}", "when: {missing: [treshold]}", "there is no signal 'treshold'. Did you mean 'threshold'?")]
    [InlineData("dummy]", "dum*my]", "'dum*my' has a * that is not at the end of a word.")]
    [InlineData("id: sample.three-minutes", "id: sample.two-minutes", "does not match the file. Write 'id: sample.three-minutes', or move the file.")]
    [InlineData("round: ml-fundamentals", "round: ml-fundamental", "there is no round 'ml-fundamental'. Did you mean 'ml-fundamentals'?")]
    [InlineData("minutes: {answer: 2", "minutes: {answer: 50", "answer and follow-ups take 51 minutes, the round has 45.")]
    [InlineData("score: 5, short: A colleague", "score: 4, short: A colleague", "'communication' has anchors for 1, 3, 4. Write one each for 1, 3 and 5.")]
    [InlineData("99 % sounds really", "A model that never flags has the base rate, compare precision and recall. 99 % sounds really", "the weak sample fires 'always-no', 'precision-recall'; at most one must-signal may.")]
    [InlineData("Then pick the threshold from the cost:", "And", "the strong sample does not fire 'threshold'.")]
    [InlineData("What do you say to them?", "Think of the base rate. What do you say?", "the prompt alone fires 'always-no'.")]
    [InlineData("date: \"2026\"", "date: \"this year\"", "'this year' is no date.")]
    [InlineData("when: {always: true}", "when: {found_at_most: 1}", "a fixed follow-up has a condition.")]
    public void A_slip_is_told_with_its_mend(string was, string now, string told)
    {
        var findings = Broken(was, now);

        Assert.Contains(findings, finding => finding.ToString().Contains(told, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.EndsWith(Sample, finding.At.File, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("What do you say to them?", "What do you say to them when they come to you on a Monday and want to hear in one breath what you think of it and of them and of the week before and of the one to come and of all that could still go wrong with it and with you?", "a sentence of the prompt has ")]
    [InlineData("title: ", "title: The base rate and ", "the title gives 'always-no' away.")]
    public void What_reads_badly_is_a_warning(string was, string now, string told)
    {
        var files = RepoPrompts.Small.Select(file => file.Path == Sample ? file with { Text = Once(file.Text, was, now) } : file).ToList();

        Assert.Contains(BankLoader.Load(files).Findings, finding => finding.Severity == Severity.Warning && finding.Message.StartsWith(told, StringComparison.Ordinal));
    }

    [Fact]
    public void A_finding_stands_at_its_line_and_column()
    {
        var finding = Broken("difficulty: easy", "difficulty: eazy").First();

        Assert.Equal(10, finding.At.Line);
        Assert.Equal(13, finding.At.Column);
    }

    [Fact]
    public void All_slips_are_told_at_once()
    {
        var files = RepoPrompts.Small.Select(file => file.Path == Sample
            ? file with { Text = file.Text.Replace("difficulty: easy", "difficulty: eazy").Replace("hints:", "hintz:") }
            : file).ToList();

        Assert.Equal(3, BankLoader.Load(files).Findings.Count(finding => finding.Severity == Severity.Error));
    }

    [Theory]
    [InlineData("any: [", "any: [<ensembleing>, ", "the lexicon has no term 'ensembleing'. Did you mean 'ensembling'?")]
    [InlineData("any: [", "any: [two*words, <heap>, ", "'two*words' has a * that is not at the end of a word.")]
    [InlineData("any: [", "any: [<heap>, <tie-break>, two*words, ", "'two*words' has a * that is not at the end of a word.")]
    public void A_slip_beside_a_term_is_told_where_it_stands(string was, string now, string told)
    {
        var finding = Assert.Single(Broken(was, now));

        Assert.StartsWith(told, $"{finding.Message} {finding.Mend}", StringComparison.Ordinal);
        var line = Once(RepoPrompts.Text(Sample), was, now).Split('\n')[finding.At.Line - 1];
        Assert.StartsWith(told.Contains("ensembleing", StringComparison.Ordinal) ? "<ensembleing>" : "two*words", line[(finding.At.Column - 1)..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_stands_for_its_words_and_says_nothing_twice()
    {
        var files = RepoPrompts.Small.Select(file => file.Path switch
        {
            "lexicon.yaml" => file with { Text = "terms:\n  - {id: cats, means: animals, items: [tabby, tomcat]}\n" },
            Sample => file with { Text = Once(file.Text, "any: [majority class", "any: [lion, <cats>, tabby, majority class") },
            _ => file,
        }).ToList();

        var items = BankLoader.Read(files).Bank.Questions[0].Signals[0].Detect!.Any;

        Assert.Equal(["lion", "tabby", "tomcat"], items.Take(3));
        Assert.Single(items, "tabby");
    }

    [Fact]
    public void A_file_that_is_no_yaml_is_told() => Assert.Contains("this is not YAML", Broken("levels: [", "levels: [[").First().Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_shared_file_is_told()
    {
        var files = RepoPrompts.Small.Where(file => file.Path != "ladders.yaml").ToList();

        Assert.Equal("ladders.yaml is missing.", Assert.Single(BankLoader.Load(files).Findings).Message);
    }

    [Fact]
    public void A_file_in_no_known_place_is_told()
    {
        var files = RepoPrompts.Small.Append(new("prompts/extra.yaml", "extra.yaml", "a: b")).ToList();

        Assert.Contains(BankLoader.Load(files).Findings, finding => finding.Message == "'extra.yaml' is no file of the bank.");
    }

    private static IEnumerable<BankFinding> Broken(string was, string now)
    {
        var files = RepoPrompts.Small.Select(file => file.Path == Sample ? file with { Text = Once(file.Text, was, now) } : file).ToList();
        return BankLoader.Load(files).Findings.Where(finding => finding.Severity == Severity.Error);
    }

    private static string Once(string text, string was, string now)
    {
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{was}' is not in the sample any more.");
        return text[..at] + now + text[(at + was.Length)..];
    }
}
