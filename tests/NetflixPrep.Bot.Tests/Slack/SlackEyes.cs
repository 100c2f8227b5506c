using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>Reads messages and views as Slack's window shows them: what is not escaped takes effect.</summary>
internal static partial class SlackEyes
{
    /// <summary>The blocks where there are some, else the text.</summary>
    public static string Read(FakeMessage message) => message.Blocks.Count > 0 && message.IsBots ? Blocks(message.Blocks) : Mrkdwn(message.Text);

    public static string Read(FakeView view) => Blocks(view.Blocks);

    /// <summary>Text in Slack's markup, as it looks.</summary>
    public static string Mrkdwn(string text)
    {
        var seen = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (Special().Match(text, at) is { Success: true } special)
            {
                seen.Append(Shown(special.Value));
                at += special.Length;
            }
            else if (Marks().Match(text, at) is { Success: true } marks)
            {
                at += marks.Length;
            }
            else
            {
                seen.Append(text[at++]);
            }
        }
        return Unescaped(seen.ToString());
    }

    /// <summary>Whom it mentions.</summary>
    public static IEnumerable<string> Mentioned(FakeMessage message) => BlockRules.Pinging(new() { ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() })
        .SelectMany(text => Person().Matches(text).Select(match => match.Groups["user"].Value))
        .Concat(BlockRules.Elements(message.Blocks).Where(element => (string?)element["type"] == "user").Select(element => (string)element["user_id"]!)).Distinct();

    private static string Blocks(JsonArray blocks) => string.Join('\n', blocks.OfType<JsonObject>().Select(Block).Where(text => text.Length > 0));

    private static string Block(JsonObject block) => (string?)block["type"] switch
    {
        "section" => string.Join('\n', new[] { block["text"] }.Concat(block["fields"] as JsonArray ?? []).Where(text => text is not null).Select(Text)),
        "header" => Text(block["text"]),
        "context" => string.Join(' ', block["elements"]!.AsArray().Where(element => element!["text"] is not null).Select(Text)),
        "markdown" => (string)block["text"]!,
        "rich_text" => string.Join('\n', block["elements"]!.AsArray().Select(Rich)),
        "input" => Text(block["label"]),
        _ => "",
    };

    private static string Text(JsonNode? text) => (string?)text?["type"] == "mrkdwn" ? Mrkdwn((string)text["text"]!) : (string?)text?["text"] ?? "";

    private static string Rich(JsonNode? element) => (string?)element?["type"] switch
    {
        "rich_text_list" => string.Join('\n', element["elements"]!.AsArray().Select(item => "• " + Rich(item))),
        null => "",
        _ => string.Concat(element["elements"]!.AsArray().Select(Inline)),
    };

    private static string Inline(JsonNode? inline) => (string?)inline?["type"] switch
    {
        "text" => (string)inline["text"]!,
        "link" => (string?)inline["text"] ?? (string)inline["url"]!,
        "date" => Moment((long)inline["timestamp"]!),
        "emoji" => "(emoji)",
        "user" or "usergroup" or "channel" or "broadcast" => "(mention)",
        _ => "",
    };

    private static string Shown(string special) => special switch
    {
        ['<', '!', 'd', 'a', 't', 'e', '^', .. var date] => Moment(long.Parse(date.Split('^')[0], CultureInfo.InvariantCulture)),
        ['<', '@' or '#' or '!', ..] => "(mention)",
        ['<', .. var link] => link.TrimEnd('>').Split('|')[^1],
        _ => "(emoji)",
    };

    private static string Moment(long unix) => DateTimeOffset.FromUnixTimeSeconds(unix).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Unescaped(string text) => text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"\G(?:<[^<>\n]+>|(?<![\w:]):[a-z0-9_+'-]+:(?!\w))")]
    private static partial Regex Special();

    [GeneratedRegex(@"\G(?:```\n?|[*_~`]|(?<=^|\n)&gt; ?)")]
    private static partial Regex Marks();

    [GeneratedRegex("<@(?<user>[UW][A-Z0-9]+)(?:\\|[^>]*)?>")]
    private static partial Regex Person();
}
