using System.CommandLine;
using System.Globalization;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>doctor</c>: what is in use and what is wrong, each with its mend. Changes nothing.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        var verb = new Command("doctor", "Say what is in use and what is wrong, and how to mend it; exit 1 when something is.");
        verb.SetAction((parsed, ct) => ExamineAsync(parsed, parsed.InvocationConfiguration.Output, ct));
        return verb;
    }

    private static async Task<int> ExamineAsync(ParseResult parsed, TextWriter output, CancellationToken ct)
    {
        var checks = new Checks(output);
        checks.Do("Program", () => $"version {typeof(DoctorVerb).Assembly.GetName().Version?.ToString(3)}, .NET {Environment.Version}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}");
        var options = checks.Do("Configuration", () => Settings.Load(parsed), options => $"read; files are in {options.Storage.Folder}, Synchronous {options.Storage.Synchronous}");
        checks.Do("Clock", () => $"{DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC, local zone {TimeZoneInfo.Local.Id}");
        checks.Do("SQLite", () => SqliteLibrary.Use(options?.Storage.BundledSqlite ?? false).ToString());
        if (options is not null)
        {
            checks.Do("Bank", () => Settings.LoadBank(options), bank => Describe(bank, options));
            checks.Do("Database", () => Describe(options));
            checks.Do("Discord", () => Describe(options.Discord));
            var slack = await AskSlackAsync(options.Slack, ct);
            checks.Do("Slack", () => slack.Wrong is { } wrong ? throw new StartException(wrong) : slack.Well);
            checks.Do("Disk", () => Space(options.Storage.Folder));
        }
        output.WriteLine(checks.Failed == 0 ? "All well." : $"{checks.Failed} to mend.");
        return checks.Failed == 0 ? 0 : 1;
    }

    private static string Describe(QuestionBank bank, BotOptions options)
    {
        var rounds = bank.Questions.Where(question => question.Status == QuestionStatus.Reviewed).Select(question => question.Round).Distinct().Count();
        return $"{bank.Questions.Count} questions, {rounds} of {Rounds.All.Count} rounds, {(options.Questions.Folder is { } folder ? $"from {folder}" : "built in")}, without errors";
    }

    private static string Describe(BotOptions options)
    {
        if (!File.Exists(options.Storage.Path)) return $"{options.Storage.Path} is not there yet; the first start makes it";
        // Opened read-only and never migrated: looking must not change anything.
        using var look = DatabaseLook.Open(options.Storage.Path, options.Storage.BundledSqlite);
        var check = look.IntegrityCheck();
        if (check != "ok") throw new StartException($"{options.Storage.Path} is damaged ({check}). Put a copy aside, restore the newest backup in its place, and start again.");
        return $"{options.Storage.Path}, {new FileInfo(options.Storage.Path).Length / 1024} KB, schema {look.SchemaVersion()} of {Migrations.Embedded[^1].Number}, "
            + $"{look.Count("sessions")} sessions, {look.Count("events")} facts, {look.Waiting()} messages waiting, {look.Failed()} failed turns; whole";
    }

    private static string Describe(DiscordOptions discord)
    {
        if (!discord.IsConfigured) return "not configured; set Discord:Token to use it (the README says how)";
        if (DiscordToken.ApplicationId(discord.Token!) is not { } application)
            throw new StartException("Discord:Token does not look like a bot token. Copy it from the developer portal, page Bot, Reset Token.");
        var why = string.Join(Environment.NewLine, DiscordPermission.Needed.Select(need => $"  {need.Name}: {need.Why}"));
        return $"configured{(discord.ReadMessages ? ", reading messages (switch the message content intent on)" : ", with an Answer button instead of reading messages")}. "
            + $"Invite link, which asks for exactly what is listed below:{Environment.NewLine}  {DiscordPermission.Invite(application).AbsoluteUri}{Environment.NewLine}{why}";
    }

    /// <summary>Both tokens are tried: what Slack says about them cannot be seen otherwise.</summary>
    private static async Task<(string Well, string? Wrong)> AskSlackAsync(SlackOptions slack, CancellationToken ct)
    {
        if (!slack.IsConfigured) return ("not configured; set Slack:BotToken and Slack:AppToken to use it (the README says how)", null);
        try
        {
            return (await SlackCheck.ExamineAsync(slack, null, TimeProvider.System, ct), null);
        }
        catch (SlackFatalException wrong)
        {
            return ("", wrong.Message);
        }
    }

    private static string Space(string folder)
    {
        var there = folder;
        while (!Directory.Exists(there) && Path.GetDirectoryName(there) is { } above) there = above;
        var free = new DriveInfo(there).AvailableFreeSpace / (1024 * 1024);
        return free >= 100 ? $"{free} MB free" : throw new StartException($"only {free} MB free where the files are kept. Free some space: with a full disk nothing can be saved.");
    }

    private sealed class Checks(TextWriter output)
    {
        public int Failed { get; private set; }

        public void Do(string what, Func<string> look) => Do(what, look, text => text);

        public T? Do<T>(string what, Func<T> look, Func<T, string> describe)
            where T : class
        {
            try
            {
                var found = look();
                output.WriteLine($"{what}: {describe(found)}.");
                return found;
            }
            catch (Exception failure) when (failure is StartException or DatabaseException or IOException or UnauthorizedAccessException)
            {
                Failed++;
                output.WriteLine($"{what}: TO MEND: {failure.Message}");
                return null;
            }
        }
    }
}
