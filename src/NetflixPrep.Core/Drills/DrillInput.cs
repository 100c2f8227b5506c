using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Drills;

/// <summary>What the desk of a drill is asked to decide on.</summary>
public abstract record DrillInput
{
    private DrillInput(Origin from) => From = from;

    public Origin From { get; init; }

    public DateTimeOffset At => From.At;

    public sealed record Start(Origin From, DrillSetup Setup) : DrillInput(From);

    public sealed record Say(Origin From, string MessageId, string Text, string? FileName) : DrillInput(From);

    public sealed record Edit(Origin From, string MessageId, string Text) : DrillInput(From);

    public sealed record Delete(Origin From, string MessageId) : DrillInput(From);

    /// <param name="Step">Of the button; null for a typed word.</param>
    public sealed record Done(Origin From, int? Step) : DrillInput(From);

    public sealed record Hint(Origin From, int? Step) : DrillInput(From);

    public sealed record Skip(Origin From, int? Step) : DrillInput(From);

    public sealed record Outline(Origin From) : DrillInput(From);

    /// <summary>It is asked for again: shown once more where it lives.</summary>
    public sealed record BringUp(Origin From) : DrillInput(From);

    /// <summary>Its place is lost.</summary>
    /// <param name="Near">Where a thread may be opened instead; null when there is nowhere.</param>
    public sealed record PlaceLost(Origin From, PlaceId? Near) : DrillInput(From);

    /// <summary>A button that this version does not know.</summary>
    public sealed record Unknown(Origin From) : DrillInput(From);
}

/// <summary>What a drill's buttons are called inside their tokens. Never changed, only added.</summary>
public static class DrillAct
{
    internal const string Done = "done";
    internal const string Hint = "hint";
    internal const string Skip = "skip";
    internal const string Outline = "outline";

    /// <summary>Puts the drill off; the practice decides.</summary>
    public const string Later = "later";

    public static DrillInput Read(Token token, Origin from) => token.Act switch
    {
        Done => new DrillInput.Done(from, token.Step),
        Hint => new DrillInput.Hint(from, token.Step),
        Skip => new DrillInput.Skip(from, token.Step),
        Outline => new DrillInput.Outline(from),
        _ => new DrillInput.Unknown(from),
    };

    /// <summary>Null when the text is something said.</summary>
    public static DrillInput? Word(string text, Origin from) => text.Trim().TrimEnd('.', '!').ToUpperInvariant() switch
    {
        "DONE" => new DrillInput.Done(from, null),
        "HINT" => new DrillInput.Hint(from, null),
        "SKIP" => new DrillInput.Skip(from, null),
        _ => null,
    };
}
