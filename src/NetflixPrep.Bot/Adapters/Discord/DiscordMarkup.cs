using System.Globalization;
using System.Text;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Writes prose in Discord's Markdown. Typed text is shown to the letter, whatever stands in it.</summary>
internal static class DiscordMarkup
{
    private const char Unjoined = '\u200B'; // zero width: keeps backticks apart without showing
    private const string Always = "\\*_~`|<>@[]";
    private const string AtLineStart = "#-+";

    /// <param name="commandIds">Ids of registered commands by their first word: a command without arguments can then be clicked.</param>
    public static string Write(Prose prose, IReadOnlyDictionary<string, string> commandIds)
    {
        var text = new StringBuilder();
        var code = CodeState.None;
        foreach (var part in prose.Parts)
        {
            switch (part)
            {
                case Part.Markdown markdown:
                    text.Append(markdown.Text);
                    code = Follow(code, markdown.Text);
                    break;
                case Part.Typed typed:
                    text.Append(code == CodeState.None ? Escape(typed.Text) : InsideCode(typed.Text, code));
                    break;
                case Part.Command command when code == CodeState.None:
                    text.Append(Command(command.Ref, commandIds));
                    break;
                case Part.Command command:
                    text.Append(CultureInfo.InvariantCulture, $"/{command.Ref.Verb}");
                    if (command.Ref.Arguments is { } more) text.Append(' ').Append(InsideCode(more, code));
                    break;
                case Part.Moment moment:
                    text.Append(code == CodeState.None ? Clock(moment.At, 't') : moment.At.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture));
                    break;
                case Part.Person { Id: { Platform: "discord" } person } when ulong.TryParse(person.User, out _):
                    text.Append(CultureInfo.InvariantCulture, $"<@{person.User}>");
                    break;
                case Part.Person person:
                    text.Append(Escape(person.Id.User));
                    break;
                case Part.Place { Id: { Platform: "discord" } place } when ulong.TryParse(place.Place, out _):
                    text.Append(CultureInfo.InvariantCulture, $"<#{place.Place}>");
                    break;
                case Part.Place place:
                    text.Append(Escape(place.Id.Place));
                    break;
            }
        }
        return text.ToString();
    }

    /// <summary>Discord's own time stamp: 't' is the time of day, 'R' how long from now, in the reader's zone and language.</summary>
    public static string Clock(DateTimeOffset at, char style) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{at.ToUnixTimeSeconds()}:{style}>");

    /// <summary>The text such that Discord shows exactly it: no markup, mention, emoji or link.</summary>
    public static string Escape(string typed)
    {
        var text = new StringBuilder(typed.Length + 16);
        var lineStart = true;
        for (var i = 0; i < typed.Length; i++)
        {
            var c = typed[i];
            if (Always.Contains(c) || (lineStart && AtLineStart.Contains(c)) || IsListDot(typed, i) || IsJoining(typed, i)) text.Append('\\');
            text.Append(c);
            if (c == '\n') lineStart = true;
            else if (!char.IsWhiteSpace(c)) lineStart = false;
        }
        return text.ToString();
    }

    /// <summary>A backslash shows inside code, so only what would end the code is broken.</summary>
    private static string InsideCode(string typed, CodeState code) => code switch
    {
        CodeState.Fenced => typed.Replace("``", $"`{Unjoined}`", StringComparison.Ordinal),
        _ => typed.Replace('`', 'ˋ').Replace('\n', ' '),
    };

    private static string Command(CommandRef command, IReadOnlyDictionary<string, string> ids)
    {
        var root = command.Verb.Split(' ')[0];
        if (command.Arguments is null && ids.TryGetValue(root, out var id)) return $"</{command.Verb}:{id}>";
        return $"`/{command.Verb}{(command.Arguments is { } more ? " " + InsideCode(more, CodeState.Inline) : "")}`";
    }

    // "1." at the start of a line would become a list.
    private static bool IsListDot(string typed, int at)
    {
        if (typed[at] is not ('.' or ')') || at == 0) return false;
        var digits = at;
        while (digits > 0 && char.IsAsciiDigit(typed[digits - 1])) digits--;
        if (digits == at) return false;
        while (digits > 0 && typed[digits - 1] is ' ' or '\t') digits--;
        return digits == 0 || typed[digits - 1] == '\n';
    }

    // ":smile:" would become a picture and "https://" a link.
    private static bool IsJoining(string typed, int at) =>
        typed[at] == ':' && at + 1 < typed.Length && !char.IsWhiteSpace(typed[at + 1]);

    private static CodeState Follow(CodeState code, string markdown)
    {
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && code == CodeState.None)
            {
                i++;
            }
            else if (markdown[i] == '`')
            {
                var fence = i + 2 < markdown.Length && markdown[i + 1] == '`' && markdown[i + 2] == '`';
                code = (code, fence) switch
                {
                    (CodeState.None, true) => CodeState.Fenced,
                    (CodeState.Fenced, true) => CodeState.None,
                    (CodeState.None, false) => CodeState.Inline,
                    (CodeState.Inline, _) => CodeState.None,
                    _ => code,
                };
                if (fence) i += 2;
            }
        }
        return code;
    }

    private enum CodeState
    {
        None,
        Inline,
        Fenced,
    }
}
