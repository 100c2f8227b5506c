using System.CommandLine;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Cli;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Tests.Questions;

namespace NetflixPrep.Bot.Tests.Cli;

public sealed class VerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bank-").FullName;

    public VerbTests()
    {
        foreach (var file in RepoPrompts.Small)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Lint_ends_with_a_count_and_exit_code_0()
    {
        var (code, output, _) = Run(LintVerb.Create(), folder);

        Assert.Equal(0, code);
        Assert.Matches(@"\d+ questions?, 0 errors, \d+ warnings?\.$", output.TrimEnd());
    }

    [Fact]
    public void Lint_names_file_line_and_column_and_exits_1()
    {
        File.AppendAllText(Path.Combine(folder, "sample", "three-minutes.yaml"), "extra: 1\n");

        var (code, output, _) = Run(LintVerb.Create(), folder);

        Assert.Equal(1, code);
        Assert.Matches(@"sample/three-minutes\.yaml:\d+:1: error: 'extra' is not a key here\.", output);
    }

    [Fact]
    public void Lint_as_json_says_the_same()
    {
        File.AppendAllText(Path.Combine(folder, "sample", "three-minutes.yaml"), "extra: 1\n");

        var (code, output, _) = Run(LintVerb.Create(), folder, "--json");

        var json = JsonNode.Parse(output)!;
        Assert.Equal(1, code);
        Assert.Equal(1, json["errors"]!.GetValue<int>());
        Assert.Contains(json["findings"]!.AsArray(), finding => finding!["message"]!.GetValue<string>() == "'extra' is not a key here.");
    }

    [Fact]
    public void Lint_of_a_folder_that_is_not_there_exits_1() => Assert.Equal(1, Run(LintVerb.Create(), Path.Combine(folder, "none")).Code);

    [Fact]
    public void Read_shows_words_and_positions()
    {
        var answer = Path.Combine(folder, "answer.txt");
        File.WriteAllText(answer, "It only has the base rate. What does a miss cost?");

        var (code, output, _) = Run(ReadVerb.Create(), "--question", "sample.three-minutes", "--file", answer, "--json", "--prompts", folder);

        var json = JsonNode.Parse(output)!;
        Assert.Equal(0, code);
        Assert.Equal("base rate", json["signals"]![0]!["hits"]![0]!["words"]!.GetValue<string>());
        Assert.Equal(16, json["signals"]![0]!["hits"]![0]!["start"]!.GetValue<int>());
        Assert.Equal("cost", json["facts"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public void Read_of_an_unknown_question_says_what_was_meant()
    {
        var (code, _, error) = Run(ReadVerb.Create(), "--question", "sample.three-minute", "--file", "-", "--prompts", folder);

        Assert.Equal(1, code);
        Assert.Contains("Did you mean 'sample.three-minutes'?", error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(Command command, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = command.Parse(arguments).Invoke(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
