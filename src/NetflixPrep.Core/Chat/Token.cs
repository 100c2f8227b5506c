using System.Globalization;

namespace NetflixPrep.Core.Chat;

/// <summary>
/// What a button or form carries through a platform and back: which stream, which act, at which step of it.
/// Its text is at most 100 characters and comes back untrusted: the stream checks person and step.
/// </summary>
/// <param name="Act">What was pressed, such as <c>done</c>.</param>
/// <param name="Step">The stream's step when it was shown; an older one is a stale button.</param>
/// <param name="About">What the act is about, where one word is not enough; no '|' in it.</param>
public sealed record Token(StreamId Stream, string Act, int Step, string About = "")
{
    public const int MaxLength = 100;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Stream}|{Act}|{Step}|{About}");

    /// <summary>Null when the text is not a token of ours: forged, cut or from another time.</summary>
    public static Token? Read(string? text) =>
        text is { Length: <= MaxLength } && text.Split('|') is [var stream, { Length: > 0 } act, var step, var about]
        && stream.IndexOf('/', StringComparison.Ordinal) is var slash && slash > 0 && slash < stream.Length - 1
        && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(StreamId.Parse(stream), act, number, about)
            : null;
}
