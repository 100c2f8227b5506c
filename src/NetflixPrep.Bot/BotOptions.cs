using System.ComponentModel.DataAnnotations;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Adapters.Slack;

namespace NetflixPrep.Bot;

/// <summary>The whole shape of appsettings.json; every key is explained there.</summary>
internal sealed class BotOptions
{
    public StorageOptions Storage { get; init; } = new();

    public QuestionsOptions Questions { get; init; } = new();

    public LogOptions Log { get; init; } = new();

    public DiscordOptions Discord { get; init; } = new();

    public SlackOptions Slack { get; init; } = new();

    /// <summary>True when a chat platform is configured; else the terminal serves.</summary>
    public bool HasPlatform => Discord.IsConfigured || Slack.IsConfigured;
}

internal sealed class StorageOptions
{
    [Required(ErrorMessage = "Storage:Path is empty. Name the database file, for example data/netflixprep.db.")]
    public string Path { get; set; } = "data/netflixprep.db";

    /// <summary>The folder that holds the database and every other file of the bot.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    [RegularExpression("FULL|NORMAL", ErrorMessage = "Storage:Synchronous can be FULL (survives a power cut) or NORMAL (survives a crash of the program).")]
    public string Synchronous { get; init; } = "FULL";

    [RegularExpression("[A-Za-z0-9_-]{1,32}", ErrorMessage = "Storage:Instance is 1 to 32 letters, digits, - or _.")]
    public string Instance { get; init; } = "main";

    public bool BundledSqlite { get; init; }
}

internal sealed class QuestionsOptions
{
    /// <summary>Null for the questions that come with the bot.</summary>
    public string? Folder { get; init; }

    /// <summary>The group's own folders beside the bank: what the names of their questions begin with, and where they are.</summary>
    public Dictionary<string, string> Folders { get; init; } = [];
}

internal sealed class LogOptions
{
    [RegularExpression("Trace|Debug|Information|Warning|Error|None", ErrorMessage = "Log:Level can be Trace, Debug, Information, Warning, Error or None.")]
    public string Level { get; init; } = "Information";
}
