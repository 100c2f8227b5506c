using NetflixPrep.Bot.Cli;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Tests.Storage;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Golden;

/// <summary>
/// Whole conversations, compared to the letter. After a wanted change run the tests once with NETFLIXPREP_GOLDEN=write,
/// read the transcripts aloud, and commit what reads well.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Scripts => [.. Directory.EnumerateFiles(Folder, "*.script").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task The_conversation_reads_as_its_transcript(string name)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".script"), TestContext.Current.CancellationToken);

        var transcript = await Play(name, script);

        GoldenFile.Check(name + ".transcript", transcript);
    }

    private static async Task<string> Play(string name, string script)
    {
        using var folder = new TempFolder();
        var bank = StoryBank.Of(name);
        var options = new BotOptions { Storage = new() { Path = folder.File("netflixprep.db"), Synchronous = "NORMAL" } };
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await ScriptHost.RunAsync(options, bank, name + ".script", script, output, errors, TestContext.Current.CancellationToken);
        return code == 0 ? output.ToString() : $"{output}{errors}exit code {code}\n";
    }
}

/// <summary>The bank that a story is told with, by the first part of its name.</summary>
internal static class StoryBank
{
    public static QuestionBank Of(string story) => story.Split('-')[0] switch
    {
        "sample" => BuiltInBank.Load(),
        "round" or "drill" => SmallBank.LoadRounds(),
        _ => SmallBank.Load(),
    };
}

/// <summary>The few questions under Bank/, and those under RoundBank/ for whole rounds; both change only together with the transcripts.</summary>
internal static class SmallBank
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Bank");

    public static QuestionBank Load() => Load(Folder);

    public static QuestionBank LoadRounds() => Load(Path.Combine(AppContext.BaseDirectory, "RoundBank"));

    private static QuestionBank Load(string folder)
    {
        var loaded = BankLoader.Load(PromptFiles.Folder(folder));
        Assert.DoesNotContain(loaded.Findings, finding => finding.Severity == Severity.Error);
        return loaded.Bank;
    }
}
