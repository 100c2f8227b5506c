using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Cli;

/// <summary>Something in the configuration or the bank stops the start; the message is for the person who runs the bot.</summary>
internal sealed class StartException(string message) : Exception(message);

/// <summary>Reads appsettings.json, the environment and <c>--data</c>, and refuses what cannot be meant.</summary>
internal static class Settings
{
    private const string SecretsId = "netflixprep-bot";

    private static readonly (string Section, string[] Keys)[] Known =
    [
        ("Storage", ["Path", "Synchronous", "Instance", "BundledSqlite"]),
        ("Questions", ["Folder", "Folders"]),
        ("Log", ["Level"]),
        ("Discord", ["Token", "ApiBaseUrl", "GatewayUrl", "GuildIds", "ReadMessages", "RequestsPerSecond"]),
        ("Slack", ["BotToken", "AppToken", "ApiBaseUrl", "Command"]),
    ];

    /// <summary>Every key there is, without its section.</summary>
    public static IEnumerable<string> KeyNames => Known.SelectMany(known => known.Keys);

    /// <summary>On every verb: all files of the bot in one folder.</summary>
    public static Option<DirectoryInfo?> Data { get; } = new("--data")
    {
        Description = "Keep all files (database, terminal memory, log) in this folder.",
        Recursive = true,
    };

    /// <exception cref="StartException">A key is unknown or a value cannot be used.</exception>
    public static BotOptions Load(ParseResult parsed) => Load(parsed.GetValue(Data)?.FullName, Directory.GetCurrentDirectory());

    public static BotOptions Load(string? data, string folder)
    {
        var configuration = Read(folder);
        var options = new BotOptions();
        foreach (var (section, keys) in Known) RefuseUnknown(configuration.GetSection(section), keys);
        try
        {
            configuration.GetSection("Storage").Bind(options.Storage);
            configuration.GetSection("Questions").Bind(options.Questions);
            configuration.GetSection("Log").Bind(options.Log);
            configuration.GetSection("Discord").Bind(options.Discord);
            configuration.GetSection("Slack").Bind(options.Slack);
        }
        catch (InvalidOperationException wrong)
        {
            throw new StartException($"The configuration has a value of the wrong kind. {wrong.Message}");
        }

        if (data is not null) options.Storage.Path = Path.Combine(data, "netflixprep.db");
        foreach (var part in (object[])[options.Storage, options.Questions, options.Log])
        {
            var problems = new List<ValidationResult>();
            if (!Validator.TryValidateObject(part, new(part), problems, validateAllProperties: true))
                throw new StartException(string.Join(Environment.NewLine, problems.Select(problem => problem.ErrorMessage)));
        }
        if (options.Discord.IsConfigured && options.Discord.Problems().FirstOrDefault() is { } problem) throw new StartException(problem);
        if (options.Slack.IsConfigured && options.Slack.Problems().FirstOrDefault() is { } other) throw new StartException(other);
        return options;
    }

    /// <exception cref="StartException">The bank has errors; the message lists them as file:line:column.</exception>
    public static QuestionBank LoadBank(BotOptions options)
    {
        if (options.Questions.Folder is { } folder && !Directory.Exists(folder))
            throw new StartException($"Questions:Folder is {folder}, which is not there. Name a folder laid out like prompts/, or null for the built-in questions.");
        foreach (var (prefix, own) in options.Questions.Folders)
        {
            if (!BankLoader.IsPrefix(prefix)) throw new StartException($"Questions:Folders:{prefix} is no prefix. Name it in 2 to 20 lower-case letters and digits, such as \"ours\".");
            if (!Directory.Exists(own)) throw new StartException($"Questions:Folders:{prefix} is {own}, which is not there. Make the folder, or take the line out.");
        }
        var loaded = new BankSources(options.Questions).Load();
        return loaded.HasErrors
            ? throw new StartException(string.Join(Environment.NewLine, loaded.Findings.Where(finding => finding.Severity == Severity.Error)))
            : loaded.Bank;
    }

    private static void RefuseUnknown(IConfigurationSection section, string[] keys)
    {
        foreach (var child in section.GetChildren())
        {
            if (keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) continue;
            var meant = Nearest.Of(child.Key, keys) is { } near ? $" Did you mean {section.Key}:{near}?" : $" Known are {string.Join(", ", keys)}.";
            throw new StartException($"{section.Key}:{child.Key} is not a setting.{meant}");
        }
    }

    private static IConfigurationRoot Read(string folder)
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddJsonFile(Path.Combine(folder, "appsettings.json"), optional: true)
                .AddUserSecrets(SecretsId)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (Exception wrong) when (wrong is InvalidDataException or FormatException)
        {
            throw new StartException($"appsettings.json cannot be read: {(wrong.InnerException ?? wrong).Message}");
        }
    }
}

/// <summary>What every verb does with a failure: one sentence on standard error, exit code 1, no stack.</summary>
internal static class Verbs
{
    public static async Task<int> GuardAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Exception failure) when (failure is StartException or Storage.DatabaseException or Sessions.ImportException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
