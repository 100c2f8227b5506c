namespace NetflixPrep.Core.Chat;

/// <summary>Platform-neutral content. Adapters render it; none of their words occur here.</summary>
public sealed record Message(Prose Body)
{
    /// <summary>Shown above the body and read out first; at most 100 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Name and value pairs below the body.</summary>
    public Seq<Field> Fields { get; init; } = [];

    /// <summary>Buttons and select menus. In a stream's home only its newest message keeps them.</summary>
    public Seq<Control> Controls { get; init; } = [];

    /// <summary>The clock this message set, so that an adapter can show the time left its own way.</summary>
    public Countdown? Countdown { get; init; }

    /// <summary>True when people have no need to see it at once (notes, long lists): platforms may fold it.</summary>
    public bool Long { get; init; }

    /// <summary>A file that goes with it; only on private lines.</summary>
    public Attachment? Attachment { get; init; }
}

/// <summary>A text file to hand over.</summary>
/// <param name="Name">With its ending; letters, digits, dots and hyphens.</param>
public sealed record Attachment(string Name, string Text);

/// <summary>A short name and what stands for it.</summary>
public sealed record Field(string Name, Prose Value);

/// <summary>A clock: it runs to <paramref name="EndsAt"/>, or stands (null) with <paramref name="Left"/> to go.</summary>
public sealed record Countdown(DateTimeOffset? EndsAt, TimeSpan Left, TimeSpan Budget);

/// <summary>Something to press.</summary>
public abstract record Control
{
    private Control() { }

    /// <param name="Label">At most 30 characters; scripts press by it.</param>
    public sealed record Button(string Label, string Token, Tone Tone = Tone.Plain) : Control;

    /// <summary>A menu of 1 to 25 options, one of which is chosen.</summary>
    public sealed record Select(string Prompt, string Token, Seq<Option> Options) : Control;
}

/// <summary>One option of a menu. Label and description hold at most 75 characters each.</summary>
public sealed record Option(string Label, string Value, string? Description = null);

public enum Tone
{
    Plain,
    Main,
    Danger,
}

/// <summary>A small form: one to five inputs, no form after a form.</summary>
/// <param name="Title">At most 24 characters.</param>
public sealed record Form(string Token, string Title, Seq<Input> Inputs);

/// <summary>One input of a form.</summary>
/// <param name="Label">At most 45 characters.</param>
/// <param name="MaxLength">1 to 3,000 characters.</param>
/// <param name="Options">Not empty: choose one of these values.</param>
public sealed record Input(string Name, string Label, bool Required, int MaxLength)
{
    public bool Paragraph { get; init; }

    public string? Hint { get; init; }

    public string? Value { get; init; }

    public Seq<Option> Options { get; init; } = [];
}
