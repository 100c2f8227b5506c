using System.CommandLine;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>backup FILE</c>: a whole copy of the database, also while the bot runs.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The file to write; it must not be there yet." };
        var verb = new Command("backup", "Copy the whole database into one file, also while the bot runs.") { file };
        verb.SetAction((parsed, _) => Verbs.GuardAsync(() => Task.FromResult(Run(Settings.Load(parsed), parsed.GetRequiredValue(file).FullName, parsed.InvocationConfiguration.Output))));
        return verb;
    }

    public static int Run(BotOptions options, string file, TextWriter output)
    {
        Backup.Make(options.Storage.Path, file, options.Storage.BundledSqlite);
        using var look = DatabaseLook.Open(file, options.Storage.BundledSqlite);
        output.WriteLine($"{file}: {look.Count("sessions") switch { 1 => "1 session", var sessions => $"{sessions} sessions" }}, {look.Count("events")} facts, schema {look.SchemaVersion()}, {new FileInfo(file).Length / 1024} KB; whole. It holds what people said: keep it as safe as the database.");
        return 0;
    }
}
