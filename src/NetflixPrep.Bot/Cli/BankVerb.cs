using System.CommandLine;
using System.Globalization;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Suggestions;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Suggestions;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>bank health</c> and <c>bank drafts DIR</c>: for who keeps the questions.</summary>
internal static class BankVerb
{
    private const int MostNamed = 8;

    public static Command Create()
    {
        var health = new Command("health", "Say of each question how often it was asked, how far peers' scores lie apart, what never happens in it, and what people told about it.");
        health.SetAction((parsed, _) => Verbs.GuardAsync(() => Task.FromResult(Health(Settings.Load(parsed), parsed.InvocationConfiguration.Output))));
        var folder = new Argument<string>("dir") { Description = "Where to put them; files that are there are left as they are." };
        var prefix = new Option<string?>("--prefix") { Description = "What the names of your questions begin with, as in Questions:Folders." };
        var drafts = new Command("drafts", "Write the questions that people proposed as draft files.") { folder, prefix };
        drafts.SetAction((parsed, _) => Verbs.GuardAsync(() => Task.FromResult(Drafts(Settings.Load(parsed), parsed.GetRequiredValue(folder), parsed.GetValue(prefix), parsed.InvocationConfiguration.Output))));
        return new Command("bank", "How the questions do, and what people would like them to be.") { health, drafts };
    }

    public static int Health(BotOptions options, TextWriter output)
    {
        var bank = Settings.LoadBank(options);
        using var database = Open(options);
        using var connection = database.OpenReader();
        var shelf = new ScriptShelf(bank, database);
        var all = new BankHealth(SessionStream.Kind(shelf), shelf, new Reads(connection)).Of(bank);
        foreach (var question in all.Where(HasSomething).OrderByDescending(question => question.Asked).ThenBy(question => question.Id, StringComparer.Ordinal)) Write(question, output);
        output.WriteLine($"{all.Count} questions: {all.Count(question => question.Asked > 0)} were asked, {all.Count(question => question.Reviews > 0)} have reviews, {all.Count(question => question.Reports.Count > 0)} have reports. "
            + $"What never happens is said from {BankHealth.FewestHeld} finished mocks on.");
        return 0;
    }

    public static int Drafts(BotOptions options, string folder, string? prefix, TextWriter output)
    {
        var bank = Settings.LoadBank(options);
        using var database = Open(options);
        using var connection = database.OpenReader();
        var reads = new Reads(connection);
        var written = 0;
        foreach (var row in reads.Query<ProposalRow>("SELECT stream AS Stream, number AS Number, at AS At FROM question_proposals ORDER BY at, stream, number"))
        {
            if (reads.Suggestions(StreamId.Parse(row.Stream)).Find((int)row.Number) is not { } proposal) continue;
            var draft = DraftFile.Of(bank, proposal, (int)row.Number, Times.Read(row.At).Year, prefix);
            var file = Path.Combine(folder, "questions", proposal.Round, draft.Name);
            if (File.Exists(file)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, draft.Text);
            output.WriteLine(file);
            written++;
        }
        output.WriteLine(written == 1 ? "1 draft written." : $"{written.ToString(CultureInfo.InvariantCulture)} drafts written.");
        return 0;
    }

    private static bool HasSomething(QuestionHealth question) => question.Asked > 0 || question.Reviews > 0 || question.Overruled.Count > 0 || question.Reports.Count > 0;

    private static void Write(QuestionHealth question, TextWriter output)
    {
        output.WriteLine($"{question.Id}: asked {Often(question.Asked)}, {question.Held} mocks read, {question.Reviews} reviews{(question.Spread is { } spread ? string.Create(CultureInfo.InvariantCulture, $", scores {spread:F1} apart") : "")}");
        if (question.NeverFired.Count > 0) output.WriteLine($"  follow-ups that never fired: {Some(question.NeverFired)}");
        if (question.NeverFound.Count > 0) output.WriteLine($"  signals never found: {Some(question.NeverFound)}");
        foreach (var (signal, mentioned, times) in question.Overruled.Take(MostNamed)) output.WriteLine($"  overruled {Often(times)}: {signal} is {(mentioned ? "mentioned" : "not mentioned")}, say reviewers");
        foreach (var report in question.Reports.Take(MostNamed)) output.WriteLine($"  told: \"{report.ReplaceLineEndings(" ")}\"");
    }

    private static Database Open(BotOptions options) => File.Exists(options.Storage.Path)
        ? Database.Open(new() { Path = options.Storage.Path, Synchronous = options.Storage.Synchronous, ForceBundledSqlite = options.Storage.BundledSqlite })
        : throw new StartException($"There is no database {options.Storage.Path}. Name the folder with --data, or Storage:Path.");

    private static string Some(Seq<string> ids) => string.Join(", ", ids.Take(MostNamed)) + (ids.Count > MostNamed ? $" and {ids.Count - MostNamed} more" : "");

    private static string Often(int count) => count == 1 ? "once" : $"{count.ToString(CultureInfo.InvariantCulture)} times";

    private sealed record ProposalRow(string Stream, long Number, string At);
}
