using System.Text.Json.Serialization;

namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>One thing that happened on the terminal's little chat platform; a line of <c>terminal.jsonl</c>. Names are never changed, only added.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(Founded), "founded")]
[JsonDerivedType(typeof(Acted), "acted")]
[JsonDerivedType(typeof(Settled), "settled")]
[JsonDerivedType(typeof(Shown), "shown")]
[JsonDerivedType(typeof(Changed), "changed")]
[JsonDerivedType(typeof(Ticked), "ticked")]
[JsonDerivedType(typeof(FormOpened), "form-opened")]
[JsonDerivedType(typeof(FormLeft), "form-left")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Removed), "removed")]
[JsonDerivedType(typeof(DmsClosed), "dms-closed")]
[JsonDerivedType(typeof(Demoted), "demoted")]
[JsonDerivedType(typeof(ClockMoved), "clock-moved")]
internal abstract record TerminalFact(DateTimeOffset At)
{
    /// <summary>The first line of a memory: letters that its ids end in, so that another memory's differ.</summary>
    internal sealed record Founded(DateTimeOffset At, string Letters) : TerminalFact(At);

    /// <summary>A person did something; it is delivered again until it is settled.</summary>
    internal sealed record Acted(DateTimeOffset At, long Number, string Person, string Place, Deed Deed) : TerminalFact(At);

    internal sealed record Settled(DateTimeOffset At, long Number) : TerminalFact(At);

    /// <param name="Only">The one person who sees it, or null for everyone in the place.</param>
    /// <param name="Stripped">Older messages that lost their controls to this one.</param>
    internal sealed record Shown(
        DateTimeOffset At, string Key, string Message, string Place, Sheet Sheet, string? Only,
        IReadOnlyList<string> Notify, IReadOnlyList<string> Stripped) : TerminalFact(At);

    internal sealed record Changed(DateTimeOffset At, string Key, string Message, string Place, Sheet Sheet, IReadOnlyList<string> Stripped) : TerminalFact(At);

    internal sealed record Ticked(DateTimeOffset At, string Key, string Message) : TerminalFact(At);

    internal sealed record FormOpened(DateTimeOffset At, string Key, string Person, string Place, FormSheet Form) : TerminalFact(At);

    internal sealed record FormLeft(DateTimeOffset At, string Person) : TerminalFact(At);

    /// <param name="People">Those invited; the only ones who see it when <paramref name="Private"/>.</param>
    internal sealed record Opened(DateTimeOffset At, string Key, string Place, string? Parent, bool Private, IReadOnlyList<string> People) : TerminalFact(At);

    internal sealed record Closed(DateTimeOffset At, string Key, string Place) : TerminalFact(At);

    /// <summary>The place was deleted with all that stood in it.</summary>
    internal sealed record Removed(DateTimeOffset At, string Place) : TerminalFact(At);

    internal sealed record DmsClosed(DateTimeOffset At, string Person) : TerminalFact(At);

    /// <summary>The person manages the server no longer; everybody else does.</summary>
    internal sealed record Demoted(DateTimeOffset At, string Person) : TerminalFact(At);

    internal sealed record ClockMoved(DateTimeOffset At) : TerminalFact(At);
}

/// <summary>What a person did.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "deed")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(Press), "press")]
[JsonDerivedType(typeof(Fill), "fill")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Attach), "attach")]
[JsonDerivedType(typeof(Edit), "edit")]
[JsonDerivedType(typeof(Delete), "delete")]
internal abstract record Deed
{
    private Deed() { }

    /// <param name="Text">As it was typed.</param>
    internal sealed record Command(string Text, string Verb, IReadOnlyList<Pair> Arguments) : Deed;

    internal sealed record Press(string Message, string Label, string Token, string? Value) : Deed;

    internal sealed record Fill(string Token, IReadOnlyList<Pair> Fields) : Deed;

    internal sealed record Say(string Message, string Text) : Deed;

    internal sealed record Attach(string Message, string FileName, string Text) : Deed;

    internal sealed record Edit(string Message, string Text) : Deed;

    internal sealed record Delete(string Message) : Deed;
}

internal sealed record Pair(string Name, string Value);

/// <summary>A message as the terminal keeps it: rendered to plain text, not yet wrapped.</summary>
internal sealed record Sheet(string Text, IReadOnlyList<ControlSheet> Controls, DateTimeOffset? EndsAt = null, TimeSpan? Left = null, TimeSpan? Budget = null);

/// <summary>A button (no options) or a menu.</summary>
internal sealed record ControlSheet(string Label, string Token, IReadOnlyList<OptionSheet> Options);

internal sealed record OptionSheet(string Label, string Value, string? Description);

internal sealed record FormSheet(string Token, string Title, IReadOnlyList<InputSheet> Inputs);

internal sealed record InputSheet(string Name, string Label, bool Required, int MaxLength, bool Paragraph, string? Hint, string? Value, IReadOnlyList<OptionSheet> Options);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TerminalFact))]
internal sealed partial class TerminalJson : JsonSerializerContext;
