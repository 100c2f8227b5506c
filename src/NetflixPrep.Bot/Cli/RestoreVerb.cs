using System.CommandLine;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>restore FILE</c>: puts a backup in the place of the database, which is kept beside it. Not while a bot has it open.</summary>
internal static class RestoreVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "What backup wrote." };
        var verb = new Command("restore", "Put a backup in the place of the database; the replaced one is kept beside it. Stop the bot first.") { file };
        verb.SetAction((parsed, _) => Verbs.GuardAsync(() => Task.FromResult(Run(
            Settings.Load(parsed), parsed.GetRequiredValue(file).FullName, TimeProvider.System.GetUtcNow(), parsed.InvocationConfiguration.Output))));
        return verb;
    }

    public static int Run(BotOptions options, string file, DateTimeOffset now, TextWriter output)
    {
        var aside = Backup.Restore(file, options.Storage.Path, now, options.Storage.BundledSqlite);
        output.WriteLine($"{options.Storage.Path} is now as {file} had it.{(aside is null ? "" : $" The database of before is {aside}; delete it when you no longer need it.")} What people deleted after the backup was made is back: ask them, or delete it again.");
        return 0;
    }
}
