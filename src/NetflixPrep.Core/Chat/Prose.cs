using System.Runtime.CompilerServices;
using System.Text;

namespace NetflixPrep.Core.Chat;

/// <summary>A run of text with one meaning; each adapter writes it its own way.</summary>
public abstract record Part
{
    private Part() { }

    /// <summary>Our own text in the Markdown subset: paragraphs, lists, bold, italics, inline code, fenced code.</summary>
    public sealed record Markdown(string Text) : Part;

    /// <summary>Text that somebody typed: shown to the letter, never markup, never a ping.</summary>
    public sealed record Typed(string Text) : Part;

    /// <summary>A slash command, written as the platform has it.</summary>
    public sealed record Command(CommandRef Ref) : Part;

    /// <summary>A time of day, shown in the reader's zone where the platform can.</summary>
    public sealed record Moment(DateTimeOffset At) : Part;

    /// <summary>A person's name. It pings only when the message's <see cref="Effect.Show.Notify"/> names them too.</summary>
    public sealed record Person(PersonId Id) : Part;

    /// <summary>A channel or thread, shown so that it can be followed where the platform can.</summary>
    public sealed record Place(PlaceId Id) : Part;
}

/// <summary>A slash command to mention, such as <c>mock start</c>, with arguments as text or none.</summary>
public sealed record CommandRef(string Verb, string? Arguments = null);

/// <summary>
/// Text for people. Built from an interpolated string: what stands in the source is our Markdown,
/// every string put into a hole is treated as typed by somebody, so that it cannot turn into markup by accident.
/// </summary>
public sealed record Prose(Seq<Part> Parts)
{
    public static Prose Empty { get; } = new([]);

    public bool IsEmpty => Parts.Count == 0;

    public static Prose Of(ProseHandler text) => text.ToProse();

    /// <summary>Text of our own (bank or wording) in the Markdown subset.</summary>
    public static Prose Markdown(string text) => text.Length == 0 ? Empty : new([new Part.Markdown(text)]);

    /// <summary>Text that somebody typed.</summary>
    public static Prose Typed(string text) => text.Length == 0 ? Empty : new([new Part.Typed(text)]);

    public static Prose operator +(Prose left, Prose right) => Add(left, right);

    public static Prose Add(Prose left, Prose right)
    {
        var handler = new ProseHandler();
        handler.AppendFormatted(left);
        handler.AppendFormatted(right);
        return handler.ToProse();
    }

    /// <summary>The pieces that are not empty, each on a line of its own.</summary>
    public static Prose Lines(params IEnumerable<Prose> lines) => Join("\n", lines);

    /// <summary>The pieces that are not empty, with a blank line between them.</summary>
    public static Prose Paragraphs(params IEnumerable<Prose> paragraphs) => Join("\n\n", paragraphs);

    public static Prose Join(string separator, IEnumerable<Prose> pieces)
    {
        var handler = new ProseHandler();
        var first = true;
        foreach (var piece in pieces)
        {
            if (piece.IsEmpty) continue;
            if (!first) handler.AppendLiteral(separator);
            handler.AppendFormatted(piece);
            first = false;
        }
        return handler.ToProse();
    }

    /// <summary>The text alone, as a log or a test reads it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            text.Append(part switch
            {
                Part.Markdown markdown => markdown.Text,
                Part.Typed typed => typed.Text,
                Part.Command command => $"/{command.Ref.Verb}{(command.Ref.Arguments is { } more ? " " + more : "")}",
                Part.Moment moment => moment.At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                Part.Person person => person.Id.User,
                Part.Place place => place.Id.Place,
                _ => throw new System.Diagnostics.UnreachableException($"{part} has no text."),
            });
        }
        return text.ToString();
    }
}

/// <summary>Collects an interpolated string into <see cref="Prose"/>; see there.</summary>
[InterpolatedStringHandler]
public sealed class ProseHandler
{
    private readonly List<Part> parts = [];

    public ProseHandler() { }

    public ProseHandler(int literalLength, int formattedCount) { _ = (literalLength, formattedCount); }

    public void AppendLiteral(string text) => Append(new Part.Markdown(text));

    public void AppendFormatted(string? typed)
    {
        if (!string.IsNullOrEmpty(typed)) Append(new Part.Typed(typed));
    }

    public void AppendFormatted(int number) =>
        Append(new Part.Markdown(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public void AppendFormatted(CommandRef command) => Append(new Part.Command(command));

    public void AppendFormatted(DateTimeOffset moment) => Append(new Part.Moment(moment));

    public void AppendFormatted(PersonId person) => Append(new Part.Person(person));

    public void AppendFormatted(PlaceId place) => Append(new Part.Place(place));

    public void AppendFormatted(Prose prose)
    {
        foreach (var part in prose.Parts) Append(part);
    }

    internal Prose ToProse() => parts.Count == 0 ? Prose.Empty : new([.. parts]);

    private void Append(Part part)
    {
        if (part is Part.Markdown right && parts is [.., Part.Markdown left]) parts[^1] = new Part.Markdown(left.Text + right.Text);
        else if (part is not Part.Markdown { Text: "" }) parts.Add(part);
    }
}
