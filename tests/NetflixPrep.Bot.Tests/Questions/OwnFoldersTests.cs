using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Questions;

/// <summary>A group's own folder beside the bank, and files that change while the bot runs.</summary>
public sealed class OwnFoldersTests : IDisposable
{
    private const string Path = "questions/coding/ours-heavy.yaml";

    private static readonly string Text = Regex.Replace(
        RepoPrompts.Text("questions/coding/heavy-hitters.yaml").Replace("id: coding.heavy-hitters", "id: coding.ours-heavy", StringComparison.Ordinal),
        "^prompt: .*?^context:", "prompt: Our own search box forgets. Keep what is typed most, in a room of fixed size.\ncontext:", RegexOptions.Multiline | RegexOptions.Singleline);

    private readonly string folder = Directory.CreateTempSubdirectory("own-").FullName;
    private readonly ManualTime time = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Its_questions_join_the_bank()
    {
        Write(Path, Text);

        var loaded = Sources().Load();

        Assert.DoesNotContain(loaded.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(BuiltInBank.Load().Questions.Count + 1, loaded.Bank.Questions.Count);
        Assert.NotNull(loaded.Bank.Find("coding.ours-heavy"));
    }

    [Fact]
    public void A_name_without_the_prefix_is_told_with_the_name_to_take()
    {
        Write("questions/coding/heavy.yaml", Text.Replace("coding.ours-heavy", "coding.heavy", StringComparison.Ordinal));

        var finding = Sources().Load().Findings.First(finding => finding.Severity == Severity.Error);

        Assert.Equal("the name 'heavy.yaml' does not begin with 'ours-'.", finding.Message);
        Assert.Equal("Call the file coding/ours-heavy.yaml and the question coding.ours-heavy.", finding.Mend);
    }

    [Fact]
    public void A_copy_of_a_question_of_the_bank_is_told()
    {
        Write(Path, RepoPrompts.Text("questions/coding/heavy-hitters.yaml").Replace("id: coding.heavy-hitters", "id: coding.ours-heavy", StringComparison.Ordinal));

        Assert.Contains(Sources().Load().Findings, finding => finding.Message == "the prompt is nearly that of 'coding.heavy-hitters'.");
    }

    [Fact]
    public void A_changed_file_is_used_once_it_no_longer_changes()
    {
        var (bank, reload) = Running();
        Write(Path, Text);

        Assert.False(reload.Look());
        Assert.Null(bank.Now.Find("coding.ours-heavy"));
        Assert.True(reload.Look());
        Assert.NotNull(bank.Now.Find("coding.ours-heavy"));
        Assert.False(reload.Look());
    }

    [Fact]
    public void A_broken_file_leaves_the_old_bank_running_and_says_what_is_wrong()
    {
        Write(Path, Text);
        var (bank, reload) = Running();
        Write(Path, Text.Replace("difficulty: medium", "difficulty: heavy", StringComparison.Ordinal));
        reload.Look();

        Assert.False(reload.Look());

        Assert.NotNull(bank.Now.Find("coding.ours-heavy"));
        var wrong = Assert.Single(reload.Wrong);
        Assert.EndsWith(Path, wrong.At.File, StringComparison.Ordinal);
        Assert.StartsWith("'heavy' is not one of", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mending_it_is_enough()
    {
        var (bank, reload) = Running();
        Write(Path, "id: [");
        reload.Look();
        reload.Look();
        Write(Path, Text);
        reload.Look();

        Assert.True(reload.Look());

        Assert.NotNull(bank.Now.Find("coding.ours-heavy"));
        Assert.Empty(reload.Wrong);
    }

    [Fact]
    public void A_folder_that_went_away_leaves_the_old_bank_running()
    {
        Write(Path, Text);
        var (bank, reload) = Running();
        Directory.Delete(System.IO.Path.Combine(folder, "questions"), recursive: true);
        Directory.Move(folder, folder + "-away");
        reload.Look();

        Assert.False(reload.Look());

        Assert.NotNull(bank.Now.Find("coding.ours-heavy"));
        Directory.Move(folder + "-away", folder);
    }

    private (LiveBank Bank, BankReload Reload) Running()
    {
        var bank = new LiveBank(Sources().Load().Bank);
        return (bank, new(Sources(), bank, time, NullLogger<BankReload>.Instance));
    }

    private BankSources Sources() => new(new() { Folders = new() { ["ours"] = folder } });

    private void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(folder, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
