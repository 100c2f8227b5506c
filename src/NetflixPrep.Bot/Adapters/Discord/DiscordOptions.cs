using NetflixPrep.Bot.Adapters.Sockets;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>The <c>Discord</c> section of the settings. The adapter runs when <see cref="Token"/> is set.</summary>
internal sealed class DiscordOptions
{
    public const string Section = "Discord";

    /// <summary>The bot token of the developer portal. Never logged, never sent in clear to another machine.</summary>
    public string? Token { get; set; }

    public Uri ApiBaseUrl { get; set; } = new("https://discord.com/api/v10/");

    /// <summary>Overrides the gateway address that the API names.</summary>
    public Uri? GatewayUrl { get; set; }

    /// <summary>Empty: commands are registered globally. Otherwise only in these servers, at once: for development.</summary>
    public IReadOnlyList<string> GuildIds { get; set; } = [];

    /// <summary>True: what people write in a thread is the answer, which needs the message-content intent. False: an Answer button opens a form.</summary>
    public bool ReadMessages { get; set; } = true;

    /// <summary>The global limit of the bot; Discord allows 50.</summary>
    public int RequestsPerSecond { get; set; } = 45;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Token);

    public static string UserAgent { get; } =
        $"DiscordBot (https://github.com/netflixprep/netflixprep-bot, {typeof(DiscordOptions).Assembly.GetName().Version?.ToString(3)})";

    /// <summary>What is wrong with the settings and how to mend it; empty when they will do.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Token)) yield return "Discord:Token is empty: copy the bot token from the developer portal.";
        if (!WireSafety.IsSafe(ApiBaseUrl)) yield return "Discord:ApiBaseUrl must start with https:// (http:// only for this machine).";
        if (GatewayUrl is { } gateway && (!WireSafety.IsSafe(gateway) || gateway.Scheme is not ("ws" or "wss")))
            yield return "Discord:GatewayUrl must start with wss:// (ws:// only for this machine).";
        if (RequestsPerSecond < 1) yield return "Discord:RequestsPerSecond must be at least 1.";
        foreach (var guild in GuildIds)
            if (!ulong.TryParse(guild, out _)) yield return $"Discord:GuildIds holds '{guild}', which is not a server id (a number).";
    }
}
