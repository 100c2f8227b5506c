using System.Globalization;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Turns platform-neutral content into Slack's blocks. Pure.</summary>
internal static class SlackRenderer
{
    /// <summary>The input's value in a form's state stands under this.</summary>
    public const string InputAction = "value";

    /// <summary>The message as one body or several; the controls stand on the last.</summary>
    public static IReadOnlyList<MessageBody> Render(Message message, RenderContext context)
    {
        var parts = RichSplitter.Split(Content(message, context), SlackLimits.Body);
        if (parts.Count == 0) parts.Add([]);
        var bodies = new List<MessageBody>();
        for (var at = 0; at < parts.Count; at++)
        {
            var blocks = new List<Block>();
            var texts = new List<string>();
            if (at == 0 && message.Title is { Length: > 0 } title)
            {
                blocks.Add(Header(title));
                texts.Add(SlackText.Escape(title));
            }
            if (parts[at].Count > 0)
            {
                blocks.Add(new(Block.RichText) { Elements = parts[at] });
                texts.Add(SlackFallback.Of(parts[at]));
            }
            if (at == parts.Count - 1 && message.Countdown is { } clock)
            {
                var line = Clock(clock, context);
                blocks.Add(new(Block.Context) { Elements = [TextObject.Markup(line)] });
                texts.Add(line);
            }
            // Slack refuses a message without text.
            var text = string.Join('\n', texts.Where(one => one.Length > 0));
            bodies.Add(new(text.Length > 0 ? text : "\u2026", blocks));
        }
        var controls = Controls(message.Controls);
        bodies[^1] = bodies[^1] with { Blocks = [.. bodies[^1].Blocks, .. controls] };
        if (bodies[^1].Blocks.Count == 0) bodies[^1] = bodies[^1] with { Blocks = [new(Block.Context) { Elements = [TextObject.Plain("\u2026")] }] };
        return bodies;
    }

    /// <summary>Who is to be notified and is not named in the text is named first: only a mention pings.</summary>
    public static Message Mentioning(Message message, IEnumerable<PersonId> notify)
    {
        var named = People(message).Select(person => person.User).ToHashSet();
        List<Part> missing = [.. notify.Where(person => person.Platform == SlackReader.Platform && named.Add(person.User)).SelectMany(person => new Part[] { new Part.Person(person), new Part.Markdown(" ") })];
        return missing.Count == 0 ? message : message with { Body = new([.. missing, .. message.Body.Parts]) };
    }

    /// <summary>The people of this platform whom a message names.</summary>
    public static IEnumerable<PersonId> People(Message message) => message.Fields.Select(field => field.Value).Prepend(message.Body)
        .SelectMany(prose => prose.Parts).OfType<Part.Person>().Select(part => part.Id).Where(person => person.Platform == SlackReader.Platform);

    /// <summary>True when it shows a time, so that the reader's zone matters.</summary>
    public static bool HasTimes(Message message) => message.Countdown?.EndsAt is not null
        || message.Fields.Select(field => field.Value).Prepend(message.Body).SelectMany(prose => prose.Parts).Any(part => part is Part.Moment);

    /// <summary>A form. Each input is a block of its name, so that what is wrong with it can be said there.</summary>
    public static ViewBody Render(Form form) => new("modal", [.. form.Inputs.Select(Input)])
    {
        CallbackId = "form",
        PrivateMetadata = form.Token,
        Title = TextObject.Plain(SlackLimits.Cut(form.Title, SlackLimits.ViewTitle)),
        Submit = TextObject.Plain("Send"),
        Close = TextObject.Plain("Cancel"),
    };

    public static Block Header(string title) => new(Block.Header) { Text = TextObject.Plain(SlackLimits.Cut(title, SlackLimits.Header)) };

    /// <summary>Body and fields as rich text.</summary>
    public static List<Element> Content(Message message, RenderContext context)
    {
        var elements = SlackMarkup.Write(message.Body, context);
        if (message.Fields.Count == 0) return elements;
        var fields = Prose.Lines(message.Fields.Select(field => new Prose([new Part.Markdown("**"), new Part.Typed(field.Name), new Part.Markdown(":** "), .. field.Value.Parts])));
        return [.. elements, .. SlackMarkup.Write(fields, context)];
    }

    /// <summary>Buttons and menus, as many as a block takes in each.</summary>
    public static List<Block> Controls(IEnumerable<Control> controls)
    {
        var elements = new List<Interactive>();
        var taken = new HashSet<string>();
        var hasMain = false;
        foreach (var control in controls)
        {
            switch (control)
            {
                case Control.Button button when taken.Add(button.Token):
                    // At most one button of a message is the main one.
                    var isMain = button.Tone == Tone.Main && !hasMain;
                    hasMain |= isMain;
                    elements.Add(new(Interactive.Button)
                    {
                        ActionId = string.Create(CultureInfo.InvariantCulture, $"press-{elements.Count}"),
                        Text = TextObject.Plain(SlackLimits.Cut(button.Label is "" ? "\u2026" : button.Label, SlackLimits.ButtonText)),
                        Value = button.Token,
                        Style = isMain ? "primary" : button.Tone == Tone.Danger ? "danger" : null,
                    });
                    break;
                case Control.Select { Options.Count: > 0 } select when taken.Add(select.Token):
                    elements.Add(new(Interactive.Select) { ActionId = select.Token, Placeholder = TextObject.Plain(SlackLimits.Cut(select.Prompt, SlackLimits.Placeholder)), Options = Options(select.Options) });
                    break;
            }
        }
        return [.. elements.Chunk(SlackLimits.ActionElements).Select(some => new Block(Block.Actions) { Elements = some })];
    }

    public static string Clock(Countdown clock, RenderContext context) => clock.EndsAt is { } end
        ? $"Ends {SlackMarkup.Date(end, "{time}", context)}"
        : string.Create(CultureInfo.InvariantCulture, $"The clock stands, {(int)clock.Left.TotalMinutes}:{clock.Left.Seconds:00} left.");

    private static IReadOnlyList<OptionObject> Options(IEnumerable<Option> options) =>
        [.. options.DistinctBy(option => option.Value).Take(SlackLimits.SelectOptions).Select(Option)];

    private static OptionObject Option(Option option) => new(TextObject.Plain(SlackLimits.Cut(option.Label, SlackLimits.OptionText)), option.Value)
    {
        Description = option.Description is { Length: > 0 } text ? TextObject.Plain(SlackLimits.Cut(text, SlackLimits.OptionDescription)) : null,
    };

    private static Block Input(Input input)
    {
        var most = Math.Clamp(input.MaxLength, 1, SlackLimits.InputText);
        return new(Block.Input)
        {
            BlockId = input.Name,
            Label = TextObject.Plain(SlackLimits.Cut(input.Label, SlackLimits.InputLabel)),
            Hint = input.Hint is { Length: > 0 } hint ? TextObject.Plain(SlackLimits.Cut(hint, SlackLimits.InputHint)) : null,
            Optional = input.Required ? null : true,
            Element = input.Options.Count > 0
                ? new Interactive(Interactive.Select)
                {
                    ActionId = InputAction,
                    Options = Options(input.Options),
                    InitialOption = input.Options.FirstOrDefault(option => option.Value == input.Value) is { } chosen ? Option(chosen) : null,
                }
                : new Interactive(Interactive.Input)
                {
                    ActionId = InputAction,
                    Multiline = input.Paragraph ? true : null,
                    MaxLength = most,
                    InitialValue = input.Value is { Length: > 0 } value ? SlackLimits.Cut(value, most) : null,
                },
        };
    }
}
