using Microsoft.Extensions.Logging;

namespace NetflixPrep.Bot.Adapters.Discord;

internal static partial class GatewayLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "A gateway frame of {Bytes} bytes could not be read; skipped.")]
    public static partial void UnreadableFrame(ILogger logger, int bytes);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Information, Message = "Gateway connection to {Host} begins.")]
    public static partial void Connecting(ILogger logger, string host);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "The gateway could not be reached: {Why}.")]
    public static partial void ConnectFailed(ILogger logger, string why);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Information, Message = "The gateway connection ended with code {Code}.")]
    public static partial void Closed(ILogger logger, int? code);

    [LoggerMessage(EventId = 3006, Level = LogLevel.Warning, Message = "{Sentence}")]
    public static partial void Warned(ILogger logger, string sentence);

    [LoggerMessage(EventId = 3007, Level = LogLevel.Warning, Message = "The queue of gateway events is full ({Capacity}); reading waits.")]
    public static partial void QueueFull(ILogger logger, int capacity);

    [LoggerMessage(EventId = 3008, Level = LogLevel.Warning, Message = "The gateway session could not be saved; a restart starts a new one.")]
    public static partial void SaveFailed(ILogger logger, Exception why);

    [LoggerMessage(EventId = 3009, Level = LogLevel.Information, Message = "The gateway is live ({How}).")]
    public static partial void Live(ILogger logger, string how);
}
