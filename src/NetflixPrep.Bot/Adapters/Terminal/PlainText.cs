using System.Globalization;
using System.Text;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>Turns <see cref="Prose"/> into plain text: our Markdown loses its marks, what somebody typed stays to the letter, control characters become visible.</summary>
internal static class PlainText
{
    public static string Of(Prose prose, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        var ours = new List<bool>();
        foreach (var part in prose.Parts)
        {
            text.Append(part switch
            {
                Part.Markdown markdown => Safe(markdown.Text),
                Part.Typed typed => Safe(typed.Text),
                Part.Command command => Safe(Command(command.Ref)),
                Part.Moment moment => TimeZoneInfo.ConvertTime(moment.At, zone).ToString("HH:mm", CultureInfo.InvariantCulture),
                Part.Person person => "@" + Safe(person.Id.User),
                Part.Place place => Safe(place.Id.Place),
                _ => throw new System.Diagnostics.UnreachableException($"{part.GetType().Name} has no text."),
            });
            while (ours.Count < text.Length) ours.Add(part is Part.Markdown);
        }
        return new MarkdownStripper(text.ToString(), ours).Strip();
    }

    public static string Command(CommandRef command) => $"/{command.Verb}{(command.Arguments is { } more ? " " + more : "")}";

    /// <summary>The text with line feeds only and without anything that could steer a terminal or turn the reading direction round.</summary>
    public static string Safe(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var safe = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\r')
            {
                if (at + 1 == text.Length || text[at + 1] != '\n') safe.Append('\n');
            }
            else if (letter == '\n') safe.Append('\n');
            else if (letter == '\t') safe.Append("    ");
            else if (letter < ' ') safe.Append((char)(0x2400 + letter));
            else if (letter == '\u007F') safe.Append('\u2421');
            else if (letter is '\u2028' or '\u2029') safe.Append('\n');
            else if (IsSteering(letter)) safe.Append('\uFFFD');
            else if (char.IsSurrogate(letter) && !IsPaired(text, at)) safe.Append('\uFFFD');
            else safe.Append(letter);
        }
        return safe.ToString();
    }

    private static bool IsSteering(char letter) =>
        letter is (>= '\u0080' and <= '\u009F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\uFEFF';

    private static bool IsPaired(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);
}
