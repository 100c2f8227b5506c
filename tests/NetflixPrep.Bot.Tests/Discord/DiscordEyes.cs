using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NetflixPrep.Bot.Tests.Discord;

/// <summary>Reads Discord's Markdown as its window shows it: what is not escaped takes effect.</summary>
internal static partial class DiscordEyes
{
    public static string Read(string content)
    {
        var seen = new StringBuilder();
        for (var at = 0; at < content.Length;)
        {
            if (content[at] == '\\' && at + 1 < content.Length && (char.IsPunctuation(content[at + 1]) || char.IsSymbol(content[at + 1])))
            {
                seen.Append(content[at + 1]);
                at += 2;
            }
            else if (Special().Match(content, at) is { Success: true } special)
            {
                seen.Append(Shown(special.Value));
                at += special.Length;
            }
            else
            {
                seen.Append(content[at++]);
            }
        }
        return seen.ToString();
    }

    /// <summary>Whom it mentions.</summary>
    public static IEnumerable<string> Mentioned(string content) => Mention().Matches(content).Select(match => match.Groups["user"].Value);

    private static string Shown(string special) => special switch
    {
        ['<', 't', ':', .. var time] => DateTimeOffset.FromUnixTimeSeconds(long.Parse(time.Split(':')[0].TrimEnd('>'), CultureInfo.InvariantCulture)).ToString("HH:mm", CultureInfo.InvariantCulture),
        ['<', '/', .. var command] => "/" + command.Split(':')[0],
        ['<', ..] or ['@', ..] => "(mention)",
        [':', ..] => "(emoji)",
        ['h', ..] => "(link)",
        _ => "",
    };

    [GeneratedRegex(@"\G(?:<t:\d+(?::\w)?>|</[^:>]+:\d+>|<[@#][!&]?\w+>|@everyone|@here|:\w+:|https?://\S+|\*\*|__|~~|\|\||```(?:\w+\n)?|[*_`]|(?<=^|\n)(?:[#>] ))")]
    private static partial Regex Special();

    [GeneratedRegex(@"(?<!\\)<@!?(?<user>\d+)>")]
    private static partial Regex Mention();
}
