using System.Globalization;
using System.Text;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>Renders a neutral message for the terminal: plain lines that a screen reader can read, nothing that only a colour says.</summary>
internal static class MessageText
{
    public static Sheet Sheet(Message message, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        if (message.Title is { Length: > 0 } title) text.AppendLine(PlainText.Safe(title));
        var body = PlainText.Of(message.Body, zone);
        if (body.Length > 0) text.AppendLine(body);
        foreach (var field in message.Fields)
        {
            var value = PlainText.Of(field.Value, zone);
            var name = PlainText.Safe(field.Name).TrimEnd(':');
            text.AppendLine(value.Contains('\n') ? $"{name}:\n{Indent(value, "  ")}" : $"{name}: {value}");
        }
        return new(
            text.ToString().ReplaceLineEndings("\n").TrimEnd('\n'),
            [.. message.Controls.Select(Sheet)],
            message.Countdown?.EndsAt, message.Countdown?.Left, message.Countdown?.Budget);
    }

    public static FormSheet Sheet(Form form) => new(form.Token, PlainText.Safe(form.Title), [.. form.Inputs.Select(input => new InputSheet(
        input.Name, PlainText.Safe(input.Label), input.Required, input.MaxLength, input.Paragraph,
        input.Hint is { } hint ? PlainText.Safe(hint) : null, input.Value, [.. input.Options.Select(Sheet)]))]);

    /// <summary>Everything that can be pressed, in reading order; scripts press by label, the window by number.</summary>
    public static IEnumerable<Pressable> Pressables(IEnumerable<ControlSheet> controls)
    {
        var number = 0;
        foreach (var control in controls)
        {
            if (control.Options.Count == 0) yield return new(++number, null, control.Label, control.Token, null);
            foreach (var option in control.Options) yield return new(++number, control.Label, option.Label, control.Token, option.Value);
        }
    }

    /// <summary>The controls as lines: buttons side by side, each menu with its prompt on a line of its own.</summary>
    public static IEnumerable<string> ControlLines(IReadOnlyList<ControlSheet> controls, bool numbered)
    {
        var number = 0;
        var buttons = new List<string>();
        foreach (var control in controls)
        {
            if (control.Options.Count == 0)
            {
                buttons.Add(Show(control.Label));
                continue;
            }
            if (buttons.Count > 0) yield return Row(buttons, numbered);
            buttons.Clear();
            var options = control.Options.Select(option => (Shown: Show(option.Label), option.Description)).ToList();
            if (options.All(option => option.Description is null))
            {
                yield return $"{control.Label}: {Row(options.Select(option => option.Shown), numbered)}";
                continue;
            }
            yield return control.Label + ":";
            foreach (var option in options) yield return $"  {option.Shown}{(option.Description is { } more ? " " + more : "")}";
        }
        if (buttons.Count > 0) yield return Row(buttons, numbered);

        string Show(string label) => numbered ? string.Create(CultureInfo.InvariantCulture, $"{++number} [{label}]") : $"[{label}]";
    }

    /// <summary>The inputs of a form, one a line.</summary>
    public static IEnumerable<string> FormLines(FormSheet form) => form.Inputs.Select(input =>
    {
        var about = new List<string>();
        if (input.Options.Count > 0) about.Add("one of " + string.Join(", ", input.Options.Select(option => option.Label)));
        about.Add(input.Required ? "required" : "optional");
        if (input.Value is { Length: > 0 } value) about.Add($"now \"{Short(value)}\"");
        return $"{input.Name}: {input.Label} ({string.Join("; ", about)})";
    });

    /// <summary>The first words of a text on one line.</summary>
    public static string Short(string text, int length = 40)
    {
        var line = PlainText.Safe(text).ReplaceLineEndings(" ");
        return line.Length <= length ? line : line[..length].TrimEnd() + "…";
    }

    /// <summary>Breaks lines between words at the width; a line's own indent is kept, words longer than the width are cut.</summary>
    /// <param name="head">Columns that are taken on the first row already.</param>
    /// <param name="indent">What stands before every row but the first.</param>
    public static IEnumerable<string> Wrap(string text, int width, int head = 0, string indent = "")
    {
        var first = true;
        foreach (var line in text.Split('\n'))
        {
            var own = line[..(line.Length - line.TrimStart(' ').Length)];
            var hanging = indent + (own.Length > width / 2 ? "" : own) + (line.AsSpan(own.Length).StartsWith("- ") ? "  " : "");
            var (before, rest) = first ? ("", line) : (indent, line);
            var room = Math.Max(width - (first ? head : indent.Length), 10);
            while (TextWidth.Of(rest) > room)
            {
                var cut = Cut(rest, room);
                yield return before + rest[..cut].TrimEnd(' ');
                rest = rest[cut..].TrimStart(' ');
                (before, room) = (hanging, Math.Max(width - hanging.Length, 10));
            }
            yield return before + rest;
            first = false;
        }
    }

    public static string Indent(string text, string by) => by + text.Replace("\n", "\n" + by, StringComparison.Ordinal);

    // After the last word that fits; in the middle of a word that is longer than the row.
    private static int Cut(string line, int room)
    {
        var fits = Math.Max(TextWidth.Fitting(line, room), 1);
        var blank = line.LastIndexOf(' ', Math.Min(fits, line.Length - 1));
        return blank > line.Length - line.TrimStart(' ').Length ? blank : fits;
    }

    private static string Row(IEnumerable<string> buttons, bool numbered) => string.Join(numbered ? "  " : " ", buttons);

    private static OptionSheet Sheet(Option option) => new(PlainText.Safe(option.Label), option.Value, option.Description is { } more ? PlainText.Safe(more) : null);

    private static ControlSheet Sheet(Control control) => control switch
    {
        Control.Button button => new(PlainText.Safe(button.Label), button.Token, []),
        Control.Select select => new(PlainText.Safe(select.Prompt).TrimEnd(':'), select.Token, [.. select.Options.Select(Sheet)]),
        _ => throw new System.Diagnostics.UnreachableException($"{control.GetType().Name} cannot be shown."),
    };
}

/// <summary>A button, or one option of the menu with this prompt.</summary>
/// <param name="Number">Counted through all controls of the message, from 1.</param>
internal sealed record Pressable(int Number, string? Prompt, string Label, string Token, string? Value);
