namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>Discord refused a request. The message holds status, code and route, never tokens or content.</summary>
internal sealed class DiscordException(int status, int code, string message) : Exception(message)
{
    public int Status => status;

    /// <summary>Discord's own error code; 0 when it gave none.</summary>
    public int Code => code;

    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Starting again cannot help; the message is one sentence that says what can.</summary>
internal sealed class DiscordFatalException(string sentence) : Exception(sentence);

/// <summary>Error codes of the API that the adapter decides by (Discord docs, JSON Error Codes).</summary>
internal static class DiscordCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int OldMessageEdits = 30046;
    public const int OpeningDmsTooFast = 40003;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int NotInDm = 50003;
    public const int CannotSendToUser = 50007;
    public const int MissingPermissions = 50013;
    public const int NotInThisChannel = 50024;
    public const int InvalidWebhookToken = 50027;
    public const int ThreadArchived = 50083;
    public const int NoMutualGuilds = 50278;
    public const int ThreadAlreadyThere = 160004;
    public const int ThreadLocked = 160005;
    public const int TooManyThreads = 160006;
}
