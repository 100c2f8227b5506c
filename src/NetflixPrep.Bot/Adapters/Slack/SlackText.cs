using System.Text;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Between plain text and Slack's mrkdwn, where only three characters need escaping.</summary>
internal static class SlackText
{
    /// <summary>The text such that nothing in it pings, links or becomes a date.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    public static string Unescape(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>What a person typed, from the text of an event: links and mentions as they look, escapes undone.</summary>
    /// <param name="self">The bot's own user: being addressed is no part of an answer.</param>
    public static string Read(string text, string? self) => Read(text, inside => Shown(inside, self));

    /// <summary>What a person typed after a slash command: people and channels stay mentions, because a command means them and not their names.</summary>
    public static string ReadCommand(string text) => Read(text, inside => inside is ['@' or '#', ..] ? $"<{inside.Split('|')[0]}>" : Shown(inside, null));

    private static string Read(string text, Func<string, string> shown)
    {
        var read = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('<', at);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0) break;
            read.Append(text, at, open - at);
            read.Append(shown(text[(open + 1)..close]));
            at = close + 1;
        }
        return Unescape(read.Append(text, at, text.Length - at).ToString()).Trim();
    }

    /// <summary>What stands between angle brackets: a mention, a channel, a special word or a link, perhaps with a label.</summary>
    private static string Shown(string inside, string? self)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (inside, "") : (inside[..bar], inside[(bar + 1)..]);
        return target switch
        {
            ['@', .. var user] => user == self ? "" : label.Length > 0 ? "@" + label : "@" + user,
            ['#', .. var channel] => "#" + (label.Length > 0 ? label : channel),
            ['!', .. var special] => label.Length > 0 ? label : "@" + special,
            ['m', 'a', 'i', 'l', 't', 'o', ':', .. var address] => label.Length > 0 ? label : address,
            _ => label.Length > 0 && !target.EndsWith(label, StringComparison.Ordinal) ? $"{label} ({target})" : target,
        };
    }
}
