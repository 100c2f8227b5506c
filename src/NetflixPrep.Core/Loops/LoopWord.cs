using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Loops;

/// <summary>Plain words that do the same as the buttons between two rounds, when they are the whole message.</summary>
public static class LoopWord
{
    /// <summary>Null when it is none of them. The session for the next round is opened by the caller, which has the bank.</summary>
    public static LoopInput? Read(string text, Origin from, LoopSheet sheet) => text.Trim().TrimEnd('.', '!').ToUpperInvariant() switch
    {
        "NEXT" or "NEXT ROUND" or "BEGIN" => new LoopInput.Next(from, null, null) { Typed = true },
        "BREAK" when sheet is { Held.Count: > 0, BreakUntil: null } => new LoopInput.Break(from, null) { Typed = true },
        "PACKET" => new LoopInput.Packet(from) { Typed = true },
        "STOP" or "STOP AND KEEP" when sheet.StopPending => new LoopInput.StopConfirmed(from, null) { Typed = true },
        "STOP" => new LoopInput.Stop(from, ByCommand: false) { Typed = true },
        "GO ON" when sheet.StopPending => new LoopInput.GoOn(from) { Typed = true },
        _ => null,
    };
}
