namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>What a failed request means for the effect that was to be carried out.</summary>
internal static class DiscordFaults
{
    /// <param name="sent">The parts that did go out.</param>
    public static SendException Translate(Exception failed, IReadOnlyList<string>? sent = null)
    {
        var (fault, wait) = Judge(failed);
        var message = failed is DiscordException ? failed.Message : failed.GetType().Name;
        return new(fault, message, failed) { RetryAfter = wait, Sent = sent ?? [], MayHaveArrived = failed is not DiscordException or DiscordException { Status: >= 500 } };
    }

    private static (SendFault Fault, TimeSpan? RetryAfter) Judge(Exception failed) => failed switch
    {
        DiscordException { RetryAfter: { } wait } => (SendFault.Transient, wait),
        DiscordException { Code: DiscordCode.CannotSendToUser or DiscordCode.NoMutualGuilds } => (SendFault.DmClosed, null),
        DiscordException { Code: DiscordCode.OpeningDmsTooFast } => (SendFault.Transient, TimeSpan.FromMinutes(5)),
        DiscordException { Code: DiscordCode.UnknownChannel or DiscordCode.UnknownGuild or DiscordCode.MissingAccess or DiscordCode.MissingPermissions or DiscordCode.ThreadLocked } => (SendFault.PlaceGone, null),
        DiscordException { Status: 401 or >= 500 or 429 or 408 } => (SendFault.Transient, null),
        DiscordException { Status: 403 or 404 } => (SendFault.PlaceGone, null),
        DiscordException => (SendFault.Refused, null),
        _ => (SendFault.Transient, null),
    };

    /// <summary>Failures of the world, which a caller may meet with a fall-back.</summary>
    public static bool IsOfTheWorld(Exception failed) => failed is DiscordException or HttpRequestException or TimeoutException or IOException;
}
