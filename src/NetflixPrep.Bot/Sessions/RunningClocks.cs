using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Sessions;

/// <summary>Whether an interview clock runs somewhere, so that a gap would harm it. Safe for threads.</summary>
internal sealed class RunningClocks(Database database) : IDisposable
{
    private readonly Lock gate = new();
    private SqliteConnection? connection;

    public bool Any()
    {
        lock (gate)
        {
            connection ??= database.OpenReader();
            return new Reads(connection).First<long?>("SELECT 1 FROM sessions WHERE clock_runs = 1 LIMIT 1") is not null;
        }
    }

    public void Dispose()
    {
        lock (gate) connection?.Dispose();
    }
}
