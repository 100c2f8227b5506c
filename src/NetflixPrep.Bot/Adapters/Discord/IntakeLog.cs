using Microsoft.Extensions.Logging;

namespace NetflixPrep.Bot.Adapters.Discord;

internal static partial class IntakeLog
{
    [LoggerMessage(EventId = 3601, Level = LogLevel.Error, Message = "An event {Type} could not be worked off and was skipped.")]
    public static partial void Skipped(ILogger logger, string type, Exception why);

    [LoggerMessage(EventId = 3602, Level = LogLevel.Warning, Message = "A command '{Verb}' came that is not in the table.")]
    public static partial void UnknownCommand(ILogger logger, string verb);

    [LoggerMessage(EventId = 3603, Level = LogLevel.Warning, Message = "The look-up for '{Verb}' failed.")]
    public static partial void LookupFailed(ILogger logger, string verb, Exception why);

    [LoggerMessage(EventId = 3604, Level = LogLevel.Warning, Message = "The file of message {MessageId} could not be read.")]
    public static partial void FileUnread(ILogger logger, string messageId, Exception why);

    [LoggerMessage(EventId = 3605, Level = LogLevel.Warning, Message = "A conversation could not be read after the gap.")]
    public static partial void NoCatchUp(ILogger logger, Exception why);

    [LoggerMessage(EventId = 3606, Level = LogLevel.Warning, Message = "Something beside the queue failed.")]
    public static partial void Unsaid(ILogger logger, Exception why);
}
