using System.CommandLine;
using System.Text.Json;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>lint [DIR]</c>: everything to mend in a bank; exit 1 when there is an error.</summary>
internal static class LintVerb
{
    internal static Command Create()
    {
        var folder = new Argument<string?>("dir") { Description = "The folder of prompts; ./prompts when left out.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print findings as one JSON document." };
        var prefix = new Option<string?>("--prefix") { Description = "The folder is a group's own beside the built-in bank: the prefix of its questions, as in Questions:Folders." };
        var coverage = new Option<bool>("--coverage") { Description = "Print what the bank covers, as the table of prompts/README.md, in place of the findings." };
        var command = new Command("lint", "Check the question bank and say what to mend.") { folder, json, prefix, coverage };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var named = parsed.GetValue(folder) ?? "prompts";
            if (!Directory.Exists(named))
            {
                parsed.InvocationConfiguration.Error.WriteLine($"{named}: there is no such folder. Name the folder of prompts.");
                return 1;
            }
            var files = PromptFiles.Folder(named);
            var loaded = parsed.GetValue(prefix) is { } own ? BankLoader.Add(BuiltInBank.Load().Contents, own, files) : BankLoader.Load(files);
            if (parsed.GetValue(coverage)) output.Write(Coverage.Table(loaded.Bank.Contents));
            else if (parsed.GetValue(json)) WriteJson(output, loaded);
            else WriteText(output, loaded);
            return loaded.HasErrors ? 1 : 0;
        });
        return command;
    }

    private static void WriteText(TextWriter output, LoadedBank loaded)
    {
        foreach (var finding in loaded.Findings) output.WriteLine(finding.ToString());
        output.WriteLine($"{Count(loaded.Bank.Questions.Count, "question")}, {Count(Errors(loaded), "error")}, {Count(loaded.Findings.Count - Errors(loaded), "warning")}.");
    }

    private static void WriteJson(TextWriter output, LoadedBank loaded)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("questions", loaded.Bank.Questions.Count);
            writer.WriteNumber("errors", Errors(loaded));
            writer.WriteNumber("warnings", loaded.Findings.Count - Errors(loaded));
            writer.WriteStartArray("findings");
            foreach (var finding in loaded.Findings) Write(writer, finding);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter writer, BankFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", finding.Severity == Severity.Error ? "error" : "warning");
        writer.WriteString("file", finding.At.File);
        writer.WriteNumber("line", finding.At.Line);
        writer.WriteNumber("column", finding.At.Column);
        writer.WriteString("message", finding.Message);
        writer.WriteString("mend", finding.Mend);
        writer.WriteEndObject();
    }

    private static int Errors(LoadedBank loaded) => loaded.Findings.Count(finding => finding.Severity == Severity.Error);

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
