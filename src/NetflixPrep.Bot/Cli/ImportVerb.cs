using System.CommandLine;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>import FILE</c>: takes what <c>export --format json</c> wrote; the same session twice changes nothing.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "What export --format json wrote." };
        var verb = new Command("import", "Bring exported sessions into the database; those that are there already are left as they are.") { file };
        verb.SetAction((parsed, ct) => Verbs.GuardAsync(async () =>
        {
            var source = parsed.GetRequiredValue(file);
            if (!source.Exists) throw new StartException($"There is no file {source.Name}.");
            return Run(Settings.Load(parsed), await File.ReadAllTextAsync(source.FullName, ct), parsed.InvocationConfiguration.Output);
        }));
        return verb;
    }

    public static int Run(BotOptions options, string json, TextWriter output)
    {
        using var database = Database.Open(new() { Path = options.Storage.Path, Synchronous = options.Storage.Synchronous, ForceBundledSqlite = options.Storage.BundledSqlite });
        var kind = SessionStream.Kind(new ScriptShelf(new QuestionBank(new()), database));
        var imported = new SessionImport(kind, new ImportWriter(database)).Take(json);
        output.WriteLine($"{imported.New} imported, {imported.Known} there already, {imported.StillOpen} still open and left out.");
        return 0;
    }
}
