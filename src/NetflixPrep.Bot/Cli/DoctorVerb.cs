using System.CommandLine;
using System.Globalization;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core.Calendars;
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
        checks.Do("Zones", () => $"list {Zones.Edition}, {Zones.All.Count()} zones");
        if (options is null) checks.Do("Clock", () => Clock(null));
        checks.Do("SQLite", () => SqliteLibrary.Use(options?.Storage.BundledSqlite ?? false).ToString());
        if (options is not null)
        {
            checks.Do("Bank", () => Settings.LoadBank(options), bank => Describe(bank, options));
            checks.Do("Database", () => Describe(options));
            checks.Do("Clock", () => Clock(options));
            checks.Do("Zones of groups", () => ZonesOfGroups(options));
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
        if (!look.IsOurs()) throw new StartException($"{options.Storage.Path} is not a database of this bot. Name another file in Storage:Path, or move this one away.");
        if (look.BrokenReferences() is > 0 and var broken) throw new StartException($"{options.Storage.Path} has {broken} rows that point to nothing. Put a copy aside, restore the newest backup in its place, and start again.");
        var (found, known) = (look.SchemaVersion(), Migrations.Embedded[^1].Number);
        if (found > known) throw new StartException($"{options.Storage.Path} was written by a newer version of the bot (schema {found}; this one knows {known}). Start that version, or restore a backup from before it.");
        return $"{options.Storage.Path}, {new FileInfo(options.Storage.Path).Length / 1024} KB, schema {found} of {known}{(found < known ? " (the next start brings it forward)" : "")}, "
            + $"{look.Count("sessions")} sessions, {look.Count("events")} facts, {look.Waiting()} messages waiting, {look.GivenUp()} given up, {look.Failed()} failed turns{(look.Failed() > 0 ? " (bot.log names each)" : "")}; whole";
    }

    /// <summary>Timers and time limits go by the clock, and the journal's times never run back.</summary>
    private static string Clock(BotOptions? options)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (options is not null && File.Exists(options.Storage.Path))
        {
            using var look = DatabaseLook.Open(options.Storage.Path, options.Storage.BundledSqlite);
            if (look.IsOurs() && look.LastInboundAt() is { } last && last - now > TimeSpan.FromMinutes(1))
                throw new StartException($"the clock says {Text(now)} UTC, but the database has something from {Text(last)} UTC. Set the machine's clock (timedatectl set-ntp true); until then time limits stand still.");
        }
        var local = TimeZoneInfo.Local.Id;
        return $"{Text(now)} UTC, local zone {local}{(Zones.Find(local) is null ? " (not in the list of zones; times in the terminal may be off, set TZ)" : "")}";
    }

    private static string ZonesOfGroups(BotOptions options)
    {
        if (!File.Exists(options.Storage.Path)) return "none set";
        using var look = DatabaseLook.Open(options.Storage.Path, options.Storage.BundledSqlite);
        if (!look.IsOurs()) return "none set";
        var unknown = look.Zones().Where(zone => Zones.Find(zone) is null).ToList();
        return unknown.Count == 0
            ? "all known"
            : throw new StartException($"{string.Join(", ", unknown)} is not in the list {Zones.Edition}. Somebody who manages the group mends it with /settings zone:…; until then its days are counted in UTC.");
    }

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

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
