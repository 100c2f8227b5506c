namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>What a failed request means for the effect that was to be carried out.</summary>
internal static class DiscordFaults
{
    public static SendException Translate(Exception failed) => failed switch
    {
        DiscordException { RetryAfter: { } wait } limited => new(SendFault.Transient, limited.Message, limited) { RetryAfter = wait },
        DiscordException { Code: DiscordCode.CannotSendToUser or DiscordCode.NoMutualGuilds } closed => new(SendFault.DmClosed, closed.Message, closed),
        DiscordException { Code: DiscordCode.OpeningDmsTooFast } fast => new(SendFault.Transient, fast.Message, fast) { RetryAfter = TimeSpan.FromMinutes(5) },
        DiscordException { Code: DiscordCode.UnknownChannel or DiscordCode.UnknownGuild or DiscordCode.MissingAccess or DiscordCode.MissingPermissions or DiscordCode.ThreadLocked } gone =>
            new(SendFault.PlaceGone, gone.Message, gone),
        DiscordException { Status: 401 or >= 500 or 429 or 408 } passing => new(SendFault.Transient, passing.Message, passing),
        DiscordException { Status: 403 or 404 } gone => new(SendFault.PlaceGone, gone.Message, gone),
        DiscordException refused => new(SendFault.Refused, refused.Message, refused),
        _ => new(SendFault.Transient, failed.GetType().Name, failed),
    };

    /// <summary>Failures of the world, which a caller may meet with a fall-back.</summary>
    public static bool IsOfTheWorld(Exception failed) => failed is DiscordException or HttpRequestException or TimeoutException or IOException;
}
