using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Solutions;

/// <summary>
/// Every coding question has a reference solution under tests/solutions with a check of its examples and edge cases;
/// the check runs on the reference and on the code of the strong sample, so that nothing wrong is taught.
/// </summary>
public sealed partial class SolutionTests
{
    private static readonly Seq<Question> Coding = [.. BuiltInBank.Load().Questions.Where(question => question.Round is "coding" or "ml-coding" && question.Status == QuestionStatus.Reviewed)];

    [Fact]
    public void Every_coding_question_has_a_solution_and_every_solution_its_question()
    {
        var files = Directory.EnumerateFiles(Folder(), "*.py", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "run.py").Select(file => Path.GetRelativePath(Folder(), file));

        Assert.Equal(Coding.Select(question => question.Id.Replace('.', Path.DirectorySeparatorChar) + ".py").Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task References_and_strong_samples_pass_their_checks()
    {
        var python = await PythonAsync();
        if (python is null) Assert.Skip("skipped: no python3 with NumPy. Install python3 and python3-numpy.");
        var cases = Coding.Select(question => new Case(question.Id, File(question), Code(question))).ToArray();

        var (output, errors) = await RunAsync(python, [Path.Combine(Folder(), "run.py")], JsonSerializer.Serialize(cases, SolutionJson.Default.CaseArray));

        var results = JsonSerializer.Deserialize(output, SolutionJson.Default.ResultArray)!;
        Assert.Equal(cases.Length * 2, results.Length);
        Assert.True(results.All(result => result.Error is null), string.Join("\n", results.Where(result => result.Error is not null).Select(result => $"{result.Id}, {result.What}: {result.Error}").Prepend(errors)));
    }

    private static string File(Question question) => Path.Combine(Folder(), question.Id.Replace('.', Path.DirectorySeparatorChar) + ".py");

    private static string Code(Question question) =>
        string.Join("\n\n", Block().Matches(question.Samples.Single(sample => sample.Kind == SampleKind.Strong).Text.ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value));

    private static async Task<string?> PythonAsync()
    {
        foreach (var python in new[] { "/usr/bin/python3", "python3" })
        {
            try
            {
                if ((await RunAsync(python, ["-c", "import numpy; print('numpy')"], "")).Output.Trim() == "numpy") return python;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // That one is not there.
            }
        }
        return null;
    }

    private static async Task<(string Output, string Errors)> RunAsync(string program, string[] arguments, string input)
    {
        var ct = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.StandardInput.WriteAsync(input.AsMemory(), ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return (await output, await errors);
    }

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "NetflixPrep.Bot.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "tests", "solutions");
    }

    [GeneratedRegex("^```(?:python|py)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

internal sealed record Case(string Id, string File, string Code);

internal sealed record Result(string Id, string What, string? Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Case[]))]
[JsonSerializable(typeof(Result[]))]
internal sealed partial class SolutionJson : JsonSerializerContext;
