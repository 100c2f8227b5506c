namespace NetflixPrep.Core.Chat;

/// <summary>Buttons that do what a command does without arguments, for whoever presses them: their tokens belong to no stream.</summary>
public static class CommandPress
{
    /// <summary>The kind in the tokens of these buttons.</summary>
    public const string TokenKind = "command";

    private const string Act = "run";

    // A token comes back untrusted: nothing but these can be run by a press.
    private static readonly Seq<string> Verbs =
    [
        CommandTable.DrillOn, CommandTable.DrillOff, CommandTable.DrillNow, CommandTable.DrillSkip,
        CommandTable.ReviewLicence, CommandTable.ReviewOff, CommandTable.ReviewOn,
    ];

    public static Control.Button Button(string label, string verb, Tone tone = Tone.Plain) => new(label, new Token(new(TokenKind, verb), Act, 0).ToString(), tone);

    /// <summary>The command that a press stands for; null when it is no such button.</summary>
    public static string? Read(string token) =>
        Token.Read(token) is { Stream: { Kind: TokenKind, Key: var verb }, Act: Act } && Verbs.Contains(verb) ? verb : null;
}
