using System.CommandLine;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>read --question ID --file ANSWER</c>: what the detectors of a question see in a text, with the words and their places.</summary>
internal static class ReadVerb
{
    private static readonly string[] CodeEndings = [".py", ".sql", ".ipynb", ".java", ".scala", ".cs", ".cpp"];

    internal static Command Create()
    {
        var question = new Option<string>("--question") { Description = "The id of the question.", Required = true };
        var file = new Option<string>("--file") { Description = "The file with the answer; - reads standard input.", Required = true };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var prompts = new Option<string?>("--prompts") { Description = "The folder of prompts; the built-in bank when left out." };
        var command = new Command("read", "Show what the detectors of a question see in an answer.") { question, file, json, prompts };
        command.SetAction(async (parsed, ct) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(prompts) is { } folder && !Directory.Exists(folder)) return Refuse(error, $"{folder}: there is no such folder.");
            var path = parsed.GetRequiredValue(file);
            if (path != "-" && !File.Exists(path)) return Refuse(error, $"{path}: there is no such file.");
            var loaded = parsed.GetValue(prompts) is { } own ? BankLoader.Load(PromptFiles.Folder(own)) : new(BuiltInBank.Load(), []);
            var id = parsed.GetRequiredValue(question);
            if (loaded.Bank.Find(id) is null)
            {
                return Refuse(error, $"There is no question '{id}'. {NetflixPrep.Core.Questions.Spelling.Mend(id, loaded.Bank.Questions.Select(known => known.Id))}");
            }
            if (loaded.HasErrors) return Refuse(error, "The bank has errors; run lint first.");
            var text = path == "-" ? await Console.In.ReadToEndAsync(ct) : await File.ReadAllTextAsync(path, ct);
            var reader = QuestionReader.Compile(loaded.Bank.Script(id));
            var said = new Said(path, text, 0, CodeEndings.Contains(Path.GetExtension(path)));
            var report = new ReadReport(id, reader.Read([said]), text.Contains('?', StringComparison.Ordinal) ? reader.FactsAskedIn(text) : []);
            if (parsed.GetValue(json)) output.WriteLine(report.ToJson());
            else report.WriteText(output);
            return 0;
        });
        return command;
    }

    private static int Refuse(TextWriter error, string sentence)
    {
        error.WriteLine(sentence);
        return 1;
    }
}
