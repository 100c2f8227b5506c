using Dapper;
using Microsoft.Data.Sqlite;

namespace NetflixPrep.Bot.Storage;

/// <summary>A look at a database file that changes nothing, also when the bot is running on it.</summary>
internal sealed class DatabaseLook : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string path;

    private DatabaseLook(SqliteConnection connection, string path) => (this.connection, this.path) = (connection, path);

    /// <exception cref="DatabaseException">It cannot be read.</exception>
    public static DatabaseLook Open(string path, bool forceBundled)
    {
        SqliteLibrary.Use(forceBundled);
        // Read-write, because reading a write-ahead log needs its index file; query_only keeps the promise.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        var look = new DatabaseLook(connection, path);
        try
        {
            look.Asked(() =>
            {
                connection.Open();
                return connection.Execute("PRAGMA busy_timeout = 2000; PRAGMA query_only = ON;");
            });
            return look;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>"ok", or the first thing that is wrong.</summary>
    public string IntegrityCheck() => Asked(() => connection.Query<string>("PRAGMA integrity_check(1)").First());

    /// <summary>Whether it is a database of this bot at all.</summary>
    public bool IsOurs() => Asked(() => connection.QuerySingle<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('schema_version', 'events', 'installation')") == 3);

    /// <summary>How many rows point to rows that are not there.</summary>
    public int BrokenReferences() => Asked(() => connection.Query("PRAGMA foreign_key_check").Count());

    /// <summary>When the newest inbound was received; null when there is none.</summary>
    public DateTimeOffset? LastInboundAt() => Asked(() => connection.QueryFirstOrDefault<string>("SELECT at FROM inbound ORDER BY id DESC LIMIT 1") is { } at ? Times.Read(at) : (DateTimeOffset?)null);

    /// <summary>The zones that groups have set; none in a database of before there were groups.</summary>
    public IReadOnlyList<string> Zones() => Asked(() => SchemaVersion() < 2 ? [] : connection.Query<string>("SELECT DISTINCT zone FROM groups").AsList());

    public long GivenUp() => Asked(() => connection.QuerySingle<long>("SELECT count(*) FROM outbox WHERE state = 'dead'"));

    public long SchemaVersion() => Asked(() => connection.QuerySingle<long>("SELECT coalesce(max(number), 0) FROM schema_version"));

    /// <param name="table">sessions or events.</param>
    public long Count(string table) => Asked(() => connection.QuerySingle<long>(table == "sessions" ? "SELECT count(*) FROM sessions" : "SELECT count(*) FROM events"));

    public long Waiting() => Asked(() => connection.QuerySingle<long>("SELECT count(*) FROM outbox WHERE state = 'pending'"));

    public long Failed() => Asked(() => connection.QuerySingle<long>("SELECT count(*) FROM inbound WHERE status = 'failed'"));

    public void Dispose() => connection.Dispose();

    private T Asked<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (SqliteException failure)
        {
            throw Database.Explained(failure, path);
        }
    }
}
