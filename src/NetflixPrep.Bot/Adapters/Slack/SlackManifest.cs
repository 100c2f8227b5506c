using System.Text;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>A scope that the app asks for, and why.</summary>
internal sealed record SlackScope(string Name, string Why)
{
    /// <summary>What direct messages and the slash command need.</summary>
    public static readonly IReadOnlyList<SlackScope> Needed =
    [
        new("app_mentions:read", "to answer when somebody addresses it in a channel"),
        new("chat:write", "to hold the interview"),
        new("commands", "for the slash command and the shortcuts"),
        new("im:history", "to read answers in direct messages, and to catch up after it was away"),
        new("im:write", "to open direct messages"),
        new("reactions:write", "to mark answers as saved"),
        new("users:read", "for names and time zones"),
    ];

    /// <summary>Only for sessions in threads of channels: the bot then reads the channels it is invited to.</summary>
    public static readonly IReadOnlyList<SlackScope> ForChannels =
    [
        new("channels:history", "to read answers in threads of public channels it is invited to"),
        new("groups:history", "to read answers in threads of private channels it is invited to"),
    ];

    /// <summary>Only for answers sent as text files, and for handing people what is kept about them as a file.</summary>
    public static readonly IReadOnlyList<SlackScope> ForFiles =
    [
        new("files:read", "to read long answers that were sent as text files"),
        new("files:write", "to hand people what it keeps about them as a file"),
    ];
}

/// <summary>The app as Slack registers it (app manifest, schema version 1), written from the command table. Pure.</summary>
internal static class SlackManifest
{
    public const string StartShortcut = "mi_start";
    public const string ControlsShortcut = "mi_controls";

    /// <param name="command">The root word with its slash.</param>
    /// <param name="channels">Sessions may be held in threads of channels.</param>
    /// <param name="files">Answers may be sent as text files, and people get theirs as files.</param>
    public static string Write(Seq<CommandSpec> table, string command, bool channels, bool files)
    {
        List<SlackScope> scopes = [.. SlackScope.Needed, .. channels ? SlackScope.ForChannels : [], .. files ? SlackScope.ForFiles : []];
        List<string> events = ["app_home_opened", "app_mention", "app_uninstalled", .. channels ? ["message.channels", "message.groups"] : Array.Empty<string>(), "message.im", "tokens_revoked"];
        var yaml = new StringBuilder();
        yaml.Append($"""
            # The Slack app of this bot. Paste it at api.slack.com/apps: Create New App, From a manifest.
            # Written by the bot itself from its command table: netflixprep-bot slack-manifest
            _metadata:
              major_version: 1
              minor_version: 1
            display_information:
              name: Mock Interview
              description: Timed mock interviews in direct messages and threads
              background_color: "#1d1c1d"
            features:
              app_home:
                home_tab_enabled: true
                messages_tab_enabled: true
                messages_tab_read_only_enabled: false
              bot_user:
                display_name: Mock Interview
                always_online: true
              shortcuts:
                - name: Begin a mock
                  type: global
                  callback_id: {StartShortcut}
                  description: Choose round, level and minutes
                - name: Interview controls
                  type: message
                  callback_id: {ControlsShortcut}
                  description: Where your session stands, and its buttons
              slash_commands:
                - command: {command}
                  description: Timed mock interviews
                  usage_hint: {Quoted(Hint(table))}
                  should_escape: true
            oauth_config:
              scopes:
                bot:

            """.ReplaceLineEndings("\n"));
        foreach (var scope in scopes.OrderBy(scope => scope.Name, StringComparer.Ordinal)) yaml.Append("      - ").Append(scope.Name).Append(" # ").Append(scope.Why).Append('\n');
        yaml.Append("settings:\n  event_subscriptions:\n    bot_events:\n");
        foreach (var one in events) yaml.Append("      - ").Append(one).Append('\n');
        yaml.Append("  interactivity:\n    is_enabled: true\n  org_deploy_enabled: false\n  socket_mode_enabled: true\n  token_rotation_enabled: false\n");
        return yaml.ToString();
    }

    /// <summary>Every verb as it is typed, as many as fit.</summary>
    private static string Hint(Seq<CommandSpec> table) => SlackLimits.Cut(string.Join(" | ", table.Select(spec => SlackCommands.Typed(spec.Verb))), SlackLimits.UsageHint);

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
