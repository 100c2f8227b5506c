using NetflixPrep.Bot.Adapters.Sockets;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>The <c>Slack</c> section of the settings. The adapter runs when both tokens are set.</summary>
internal sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>The bot token (xoxb-), which calls the Web API. Never logged, never sent in clear to another machine.</summary>
    public string? BotToken { get; set; }

    /// <summary>The app-level token (xapp-) with the scope connections:write, which opens Socket Mode.</summary>
    public string? AppToken { get; set; }

    public Uri ApiBaseUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>The one slash command under which all verbs stand. Slack lets the app installed last have a name, so it can be changed.</summary>
    public string Command { get; set; } = "/mock";

    public bool IsConfigured => !string.IsNullOrWhiteSpace(BotToken) || !string.IsNullOrWhiteSpace(AppToken);

    public static string UserAgent { get; } =
        $"NetflixPrep.Bot/{typeof(SlackOptions).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>What is wrong with the settings and how to mend it; empty when they will do.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(BotToken)) yield return "Slack:BotToken is empty: copy the Bot User OAuth Token (xoxb-…) from the app's page OAuth & Permissions.";
        else if (!BotToken.StartsWith("xoxb-", StringComparison.Ordinal)) yield return "Slack:BotToken does not begin with xoxb-: copy the Bot User OAuth Token from the app's page OAuth & Permissions.";
        if (string.IsNullOrWhiteSpace(AppToken)) yield return "Slack:AppToken is empty: make an app-level token (xapp-…) with the scope connections:write on the app's page Basic Information.";
        else if (!AppToken.StartsWith("xapp-", StringComparison.Ordinal)) yield return "Slack:AppToken does not begin with xapp-: make an app-level token with the scope connections:write on the app's page Basic Information.";
        if (!WireSafety.IsSafe(ApiBaseUrl)) yield return "Slack:ApiBaseUrl must start with https:// (http:// only for this machine).";
        if (!IsCommand(Command)) yield return $"Slack:Command is '{Command}': write a slash and 1 to {SlackLimits.CommandName - 1} lower-case letters, digits, - or _, such as /mock.";
    }

    private static bool IsCommand(string command) => command is ['/', _, ..] && command.Length <= SlackLimits.CommandName
        && command.Skip(1).All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');
}
