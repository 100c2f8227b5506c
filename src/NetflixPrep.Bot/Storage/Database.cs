using Dapper;
using Microsoft.Data.Sqlite;

namespace NetflixPrep.Bot.Storage;

/// <summary>How the database is opened.</summary>
internal sealed record DatabaseOptions
{
    public required string Path { get; init; }

    /// <summary>FULL (an acknowledged answer survives a power cut) or NORMAL (it survives a crash of the program).</summary>
    public string Synchronous { get; init; } = "FULL";

    /// <summary>Names this process among those that share the database; after a restart it takes its own claims back at once.</summary>
    public string Instance { get; init; } = "main";

    public bool ForceBundledSqlite { get; init; }
}

/// <summary>The database cannot be used; the message says why and what to do.</summary>
internal sealed class DatabaseException(string message, StorageFault? fault = null, Exception? inner = null) : Exception(message, inner)
{
    public StorageFault? Fault => fault;
}

/// <summary>The SQLite file: one writing connection, and reading ones on demand. Opening it checks and migrates it.</summary>
internal sealed class Database : IDisposable
{
    /// <summary>The shared-memory file beside the database takes 32 KiB, the log a few pages.</summary>
    private const long RoomToOpen = 64 * 1024;

    private readonly string readerSource;

    private Database(DatabaseOptions options, SqliteConnection writer)
    {
        Options = options;
        Writer = writer;
        readerSource = Source(options.Path, SqliteOpenMode.ReadWrite);
        Nonce = writer.QuerySingle<string>("SELECT nonce FROM installation");
    }

    public DatabaseOptions Options { get; }

    /// <summary>For the lane only.</summary>
    public SqliteConnection Writer { get; }

    /// <summary>Eight letters that are this database's own.</summary>
    public string Nonce { get; }

    /// <exception cref="DatabaseException">It cannot be opened, is damaged, or is from a newer version of the bot.</exception>
    public static Database Open(DatabaseOptions options)
    {
        SqliteLibrary.Use(options.ForceBundledSqlite);
        if (options.Synchronous is not ("FULL" or "NORMAL"))
            throw new DatabaseException($"Storage:Synchronous is '{options.Synchronous}'; it can be FULL or NORMAL.");
        var connection = new SqliteConnection(Source(options.Path, SqliteOpenMode.ReadWriteCreate));
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(options.Path)) is { } folder) Directory.CreateDirectory(folder);
            KeepPrivate(options.Path);
            connection.Open();
            Tune(connection, options.Synchronous);
            Check(connection, options.Path);
            Migrations.Apply(connection, Migrations.Embedded);
            return new(options, connection);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection.Dispose();
            throw Explained(exception, options.Path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that only reads, to be disposed by the caller.</summary>
    public SqliteConnection OpenReader()
    {
        var reader = new SqliteConnection(readerSource);
        reader.Open();
        reader.Execute("PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;");
        return reader;
    }

    public void Dispose() => Writer.Dispose();

    // No pooling: a connection that is disposed must let go of the file.
    private static string Source(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();

    /// <summary>A new file is for its owner alone: it holds what people said. SQLite gives its side files the same mode.</summary>
    internal static void KeepPrivate(string path)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path)) return;
        using var made = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
    }

    private static void Tune(SqliteConnection connection, string synchronous)
    {
        connection.Execute("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
        connection.Execute(synchronous == "FULL" ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    }

    private static void Check(SqliteConnection connection, string path)
    {
        var answer = connection.Query<string>("PRAGMA quick_check(1)").First();
        if (answer != "ok") throw new DatabaseException(DamagedSentence(path), StorageFault.Damaged);
    }

    internal static DatabaseException Explained(Exception exception, string path) => (StorageFaults.Of(exception) is StorageFault.CannotWrite && IsFull(path) ? StorageFault.Full : StorageFaults.Of(exception)) switch
    {
        StorageFault.Damaged => new(DamagedSentence(path), StorageFault.Damaged, exception),
        StorageFault.Full => new($"There is no room on the disk for the database {path}. Free some space and start again; nothing in it is lost.", StorageFault.Full, exception),
        _ => new($"The database {path} cannot be opened for writing. Look at the folder's permissions and that no other program holds the file, then start again.", StorageFault.CannotWrite, exception),
    };

    // Without room for its side files SQLite says that it cannot open them, not that the disk is full.
    private static bool IsFull(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace < RoomToOpen;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static string DamagedSentence(string path) =>
        $"The database {path} is damaged. Put a copy of it aside, restore the newest backup in its place, and start again.";
}
