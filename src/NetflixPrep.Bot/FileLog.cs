using System.Globalization;
using Microsoft.Extensions.Logging;

namespace NetflixPrep.Bot;

/// <summary>Writes log lines to one file beside the database, so that none stands in the conversation. Starts anew at 10 MB, keeping one older file.</summary>
internal sealed class FileLog(string path, TimeProvider time) : ILoggerProvider
{
    private const long LongestFile = 10 * 1024 * 1024;

    private readonly Lock gate = new();
    private StreamWriter? writer;

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
        lock (gate)
        {
            writer?.Dispose();
            writer = null;
        }
    }

    private void Write(string line)
    {
        lock (gate)
        {
            try
            {
                if (writer is { BaseStream.Length: > LongestFile }) Turn();
                writer ??= new StreamWriter(path, append: true) { AutoFlush = true };
                writer.WriteLine(line);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                // A log that cannot be written must not end an interview; there is nowhere left to say so.
                writer = null;
            }
        }
    }

    private void Turn()
    {
        writer!.Dispose();
        writer = null;
        File.Move(path, path + ".old", overwrite: true);
    }

    private sealed class Category(FileLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var at = log.Now.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            log.Write($"{at} {logLevel} {name[(name.LastIndexOf('.') + 1)..]}: {formatter(state, exception)}{(exception is null ? "" : $" | {exception.GetType().Name}: {exception.Message}")}");
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
