using System.Globalization;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Writes a gateway session as one line of text and reads it back.</summary>
internal static class GatewayStore
{
    public static string Write(GatewaySession session) =>
        string.Create(CultureInfo.InvariantCulture, $"{session.Seq} {session.SessionId} {session.ResumeUrl}");

    /// <summary>Null for text that is not a session, or whose address must not get the token.</summary>
    public static GatewaySession? Read(string? text) =>
        text?.Split(' ') is [var seq, { Length: > 0 } id, var url]
        && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Uri.TryCreate(url, UriKind.Absolute, out var address) && Sockets.WireSafety.IsSafe(address)
            ? new(id, address, number) : null;
}
