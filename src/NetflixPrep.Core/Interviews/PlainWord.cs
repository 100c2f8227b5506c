using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Interviews;

/// <summary>Plain words that do the same as the buttons, when they are the whole message.</summary>
internal static class PlainWord
{
    /// <summary>Null when the text is something said.</summary>
    public static SessionInput? Read(string text, Origin from, Session session)
    {
        var word = text.AsSpan().Trim().TrimEnd(".!");
        return word.Length > 10 ? null : word.ToString().ToUpperInvariant() switch
        {
            "BEGIN" => new SessionInput.Begin(from, null),
            "DONE" => new SessionInput.Done(from, null),
            "HINT" => new SessionInput.Hint(from, null, null),
            "SKIP" => new SessionInput.Skip(from, null),
            "PAUSE" => new SessionInput.Pause(from),
            "RESUME" => new SessionInput.Resume(from),
            "STOP" => new SessionInput.Stop(from),
            "GO ON" when session is Session.Started { Sheet.StopPending: true } => new SessionInput.GoOn(from),
            "NONE" when session is Session.Closing => new SessionInput.Skip(from, null),
            _ => null,
        };
    }
}
