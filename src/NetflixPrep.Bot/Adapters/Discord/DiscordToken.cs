using System.Text;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>What a bot token says about itself without asking anybody: its first part is the bot's id in Base64.</summary>
internal static class DiscordToken
{
    /// <summary>Null when the text does not have the shape of a bot token.</summary>
    public static string? ApplicationId(string token)
    {
        if (token.Split('.') is not [var first, _, _]) return null;
        var padded = first.Replace('-', '+').Replace('_', '/').PadRight((first.Length + 3) / 4 * 4, '=');
        Span<byte> bytes = stackalloc byte[64];
        if (padded.Length > 64 || !Convert.TryFromBase64String(padded, bytes, out var written)) return null;
        var id = Encoding.UTF8.GetString(bytes[..written]);
        return ulong.TryParse(id, out _) ? id : null;
    }
}
