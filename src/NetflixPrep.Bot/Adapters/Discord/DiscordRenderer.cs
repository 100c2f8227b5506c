using System.Globalization;
using System.Text;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Turns platform-neutral content into Discord's JSON. Pure.</summary>
internal static class DiscordRenderer
{
    private static readonly Dictionary<string, string> NoIds = [];

    /// <summary>The message as one body or several; the controls stand on the last.</summary>
    public static IReadOnlyList<MessageBody> Render(Message message, IReadOnlyDictionary<string, string>? commandIds = null)
    {
        var texts = TextSplitter.Split(Text(message, commandIds ?? NoIds), DiscordLimits.Content);
        var rows = Rows(message.Controls);
        if (texts.Count == 0) texts.Add("\u2014"); // Discord refuses an empty message
        var bodies = texts.Select(text => new MessageBody { Content = text, Flags = MessageFlag.SuppressEmbeds, Components = [] }).ToList();
        bodies[^1] = bodies[^1] with { Components = [.. rows.Take(DiscordLimits.ActionRows)] };
        if (message.Attachment is { } file)
            bodies[0] = bodies[0] with { Attachments = [new("0", file.Name)], Upload = new(file.Name, Encoding.UTF8.GetBytes(file.Text)) };
        foreach (var more in rows.Skip(DiscordLimits.ActionRows).Chunk(DiscordLimits.ActionRows))
            bodies.Add(new() { Content = "\u2026", Flags = MessageFlag.SuppressEmbeds, Components = more });
        return bodies;
    }

    /// <summary>Discord pings only those whom the text mentions: who is to be notified and is not named in it is named first.</summary>
    public static Message Mentioning(Message message, IEnumerable<PersonId> notify)
    {
        var named = message.Fields.Select(field => field.Value).Prepend(message.Body).SelectMany(prose => prose.Parts).OfType<Part.Person>().Select(part => part.Id.User).ToHashSet();
        List<Part> missing = [.. notify.Where(person => person.Platform == DiscordReader.Platform && named.Add(person.User)).SelectMany(person => new Part[] { new Part.Person(person), new Part.Markdown(" ") })];
        return missing.Count == 0 ? message : message with { Body = new([.. missing, .. message.Body.Parts]) };
    }

    /// <summary>A form. It has one to five inputs; each stands in a label.</summary>
    public static ModalBody Render(Form form) => new(form.Token, DiscordLimits.Cut(form.Title, DiscordLimits.ModalTitle),
        [.. form.Inputs.Take(DiscordLimits.ModalInputs).Select(Input)]);

    private static string Text(Message message, IReadOnlyDictionary<string, string> commandIds)
    {
        var text = new StringBuilder();
        if (message.Title is { Length: > 0 } title) Paragraph(text, $"**{DiscordMarkup.Escape(title)}**", "\n");
        Paragraph(text, DiscordMarkup.Write(message.Body, commandIds).Trim('\n'), "\n");
        var fields = string.Join('\n', message.Fields.Select(field => $"**{DiscordMarkup.Escape(field.Name)}:** {DiscordMarkup.Write(field.Value, commandIds)}"));
        Paragraph(text, fields, "\n\n");
        if (message.Countdown is { } clock) Paragraph(text, Clock(clock), "\n\n");
        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, string more, string gap)
    {
        if (more.Length == 0) return;
        if (text.Length > 0) text.Append(gap);
        text.Append(more);
    }

    private static string Clock(Countdown clock) => clock.EndsAt is { } end
        ? $"Ends {DiscordMarkup.Clock(end, 't')} ({DiscordMarkup.Clock(end, 'R')})"
        : string.Create(CultureInfo.InvariantCulture, $"The clock stands, {(int)clock.Left.TotalMinutes}:{clock.Left.Seconds:00} left.");

    private static List<Component> Rows(IEnumerable<Control> controls)
    {
        var rows = new List<Component>();
        var buttons = new List<Component>();
        var taken = new HashSet<string>();
        foreach (var control in controls)
        {
            // Discord refuses a message whose ids repeat: the first one stays.
            if (control is Control.Button button && taken.Add(button.Token))
            {
                buttons.Add(Button(button));
                if (buttons.Count == DiscordLimits.ButtonsInRow) Flush();
            }
            else if (control is Control.Select { Options.Count: > 0 } select && taken.Add(select.Token))
            {
                Flush();
                rows.Add(Row([Select(select)]));
            }
        }
        Flush();
        return rows;

        void Flush()
        {
            if (buttons.Count > 0) rows.Add(Row([.. buttons]));
            buttons.Clear();
        }
    }

    private static Component Row(IReadOnlyList<Component> inside) => new(Component.Row) { Components = inside };

    private static Component Button(Control.Button button) => new(Component.Button)
    {
        CustomId = button.Token,
        Label = DiscordLimits.Cut(button.Label is "" ? "\u2026" : button.Label, DiscordLimits.ButtonLabel),
        Style = button.Tone switch { Tone.Main => 1, Tone.Danger => 4, _ => 2 },
    };

    private static Component Select(Control.Select select) => new(Component.Select)
    {
        CustomId = select.Token,
        Placeholder = DiscordLimits.Cut(select.Prompt, DiscordLimits.Placeholder),
        Options = Options(select.Options, chosen: null),
    };

    private static IReadOnlyList<SelectOption> Options(IEnumerable<Option> options, string? chosen) =>
    [
        .. options.DistinctBy(option => option.Value).Take(DiscordLimits.SelectOptions).Select(option =>
            new SelectOption(DiscordLimits.Cut(option.Label, DiscordLimits.OptionText), option.Value)
            {
                Description = option.Description is { Length: > 0 } text ? DiscordLimits.Cut(text, DiscordLimits.OptionText) : null,
                Default = option.Value == chosen ? true : null,
            }),
    ];

    private static Component Input(Input input) => new(Component.LabelOf)
    {
        Label = DiscordLimits.Cut(input.Label, DiscordLimits.LabelText),
        Description = input.Hint is { Length: > 0 } hint ? DiscordLimits.Cut(hint, DiscordLimits.LabelDescription) : null,
        Inner = input.Options.Count > 0
            ? new(Component.Select) { CustomId = input.Name, Required = input.Required, Options = Options(input.Options, input.Value) }
            : new(Component.TextInput)
            {
                CustomId = input.Name,
                Style = input.Paragraph ? 2 : 1,
                Required = input.Required,
                MaxLength = Math.Clamp(input.MaxLength, 1, DiscordLimits.InputText),
                Value = input.Value is { Length: > 0 } value ? DiscordLimits.Cut(value, Math.Clamp(input.MaxLength, 1, DiscordLimits.InputText)) : null,
            },
    };
}
