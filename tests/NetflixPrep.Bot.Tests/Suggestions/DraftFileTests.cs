using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Tests.Questions;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Suggestions;

namespace NetflixPrep.Bot.Tests.Suggestions;

/// <summary>Whatever people type into the form becomes a file that the loader reads back to the letter and that lint takes as a draft.</summary>
public sealed class DraftFileTests
{
    private static readonly QuestionBank Bank = BankLoader.Read(RepoPrompts.Small).Bank;

    public static TheoryData<string> Rounds => [.. Core.Questions.Rounds.All.Select(round => round.Id)];

    [Theory]
    [MemberData(nameof(Rounds))]
    public void A_proposal_of_any_round_is_a_valid_draft(string round)
    {
        var proposal = new Proposal(round, "Two clocks", "Sort them.\nThen say why.", ["clock skew", "a stable order"], "And then?", "S1");

        var (question, errors) = Load(proposal);

        Assert.Empty(errors);
        Assert.Equal($"{round}.two-clocks", question!.Id);
        Assert.Equal(QuestionStatus.Draft, question.Status);
        Assert.Equal(["clock skew", "a stable order"], question.Signals.Select(signal => signal.Label));
    }

    [Theory]
    [InlineData("\"quoted\" \\ back: #no, [x] {y} & *z @all", "two-clocks")]
    [InlineData("  - dash\n\n---\n# not a comment\n\ttab", "x")]
    [InlineData("naïve 日本 🚀 \u2028 \u0007", "日本")]
    [InlineData("yes", "no")]
    [InlineData("<@everyone> `code` ```py\nx\n```", "<!channel>")]
    public void Nothing_that_is_typed_breaks_the_file(string typed, string title)
    {
        var proposal = new Proposal("coding", title, typed, [typed.Replace('\n', ' ')[..Math.Min(20, typed.Length)].Trim()], typed.Replace('\n', ' '), "");

        var (question, errors) = Load(proposal);

        Assert.Empty(errors);
        Assert.Equal(Unfolding.Unfold(typed), question!.Prompt);
        Assert.Equal(title, question.Title);
    }

    [Fact]
    public void Its_warnings_say_what_a_whole_question_still_needs()
    {
        var file = DraftFile.Of(Bank, new("coding", "Two clocks", "Sort them.", ["clock skew"], "And then?", ""), 1, 2026);

        var warnings = BankLoader.Add(Bank.Contents, "two", [new(file.Name, $"questions/coding/{file.Name}", file.Text)]).Findings.Select(finding => finding.Message).ToList();

        Assert.Contains("there is no topic.", warnings);
        Assert.Contains("the samples are not one weak, one fair and one strong.", warnings);
        Assert.Contains("there is no foundation follow-up.", warnings);
    }

    private static (Question? Question, List<string> Errors) Load(Proposal proposal)
    {
        var file = DraftFile.Of(Bank, proposal, 1, 2026, prefix: "ours");
        var loaded = BankLoader.Add(Bank.Contents, "ours", [new(file.Name, $"questions/{proposal.Round}/{file.Name}", file.Text)]);
        var question = loaded.Bank.Questions.Count > Bank.Questions.Count ? loaded.Bank.Questions[^1] : null;
        return (question is null ? null : question with { Id = question.Id.Replace("ours-", "", StringComparison.Ordinal) },
            [.. loaded.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.ToString())]);
    }
}
