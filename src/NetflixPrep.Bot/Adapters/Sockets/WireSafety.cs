namespace NetflixPrep.Bot.Adapters.Sockets;

/// <summary>Where a token may be sent: over TLS anywhere, in clear only to this machine.</summary>
internal static class WireSafety
{
    public static bool IsSafe(Uri uri) => uri.IsAbsoluteUri && uri.Scheme switch
    {
        "https" or "wss" => true,
        "http" or "ws" => uri.IsLoopback,
        _ => false,
    };
}
