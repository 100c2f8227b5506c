using System.CommandLine;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Cli;

/// <summary><c>slack-manifest</c>: the Slack app that fits this bot, written from its command table.</summary>
internal static class SlackManifestVerb
{
    public const string FileName = "slack-manifest.yaml";

    public static Command Create()
    {
        var output = new Option<string?>("--output") { Description = "Write this file instead of standard output." };
        var channels = new Option<bool>("--channels") { Description = "Also ask for what sessions in threads of channels need." };
        var files = new Option<bool>("--files") { Description = "Also ask for what files need: answers sent as text files, and /privacy's export." };
        var verb = new Command("slack-manifest", "Print the Slack app manifest that fits this bot and its settings.") { output, channels, files };
        verb.SetAction((parsed, ct) => Verbs.GuardAsync(async () =>
        {
            var yaml = SlackManifest.Write(CommandTable.All, Settings.Load(parsed).Slack.Command, parsed.GetValue(channels), parsed.GetValue(files));
            if (parsed.GetValue(output) is { } file) await File.WriteAllTextAsync(file, yaml, ct);
            else await parsed.InvocationConfiguration.Output.WriteAsync(yaml);
            return 0;
        }));
        return verb;
    }
}
