using Microsoft.Extensions.Logging;

namespace NetflixPrep.Bot.Adapters.Discord;

internal static partial class RestLog
{
    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "{Route} failed ({Status}); it is tried again.")]
    public static partial void Retrying(ILogger logger, string route, int status);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "{Route} is limited ({Scope}) for {Pause}.")]
    public static partial void Limited(ILogger logger, string route, string scope, TimeSpan pause);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Information, Message = "{Route} was refused: {Status}, code {Code}.")]
    public static partial void Refused(ILogger logger, string route, int status, int code);

    [LoggerMessage(EventId = 3104, Level = LogLevel.Error, Message = "Discord refused {Count} requests within ten minutes; at 5,000 the bot keeps still.")]
    public static partial void ManyRefusals(ILogger logger, int count);
}
