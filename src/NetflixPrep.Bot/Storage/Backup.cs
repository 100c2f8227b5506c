using Dapper;
using Microsoft.Data.Sqlite;

namespace NetflixPrep.Bot.Storage;

/// <summary>Copies a whole database: online while the bot runs, and back when it does not.</summary>
internal static class Backup
{
    private static readonly string[] SideFiles = ["-wal", "-shm"];

    /// <summary>A copy as of now in one file; it is whole or not there.</summary>
    /// <exception cref="DatabaseException">One of the two cannot be used.</exception>
    public static void Make(string path, string copy, bool forceBundled)
    {
        if (!File.Exists(path)) throw new DatabaseException($"There is no database {path}. Name the folder with --data, or Storage:Path.");
        if (File.Exists(copy)) throw new DatabaseException($"{copy} is there already. Name another file; a backup never replaces one.");
        SqliteLibrary.Use(forceBundled);
        Copy(path, copy);
    }

    /// <summary>Puts a backup in the place of the database, which is kept beside it.</summary>
    /// <returns>Where the replaced database is now; null when there was none.</returns>
    /// <exception cref="DatabaseException">The backup is not whole or from a newer version, or a bot has the database open.</exception>
    public static string? Restore(string backup, string path, DateTimeOffset now, bool forceBundled)
    {
        if (!File.Exists(backup)) throw new DatabaseException($"There is no backup {backup}.");
        SqliteLibrary.Use(forceBundled);
        using (var look = DatabaseLook.Open(backup, forceBundled)) Examine(look, backup);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);

        // The copy is made first: what can fail fails before the old one is moved.
        var fresh = path + ".restoring";
        File.Delete(fresh);
        Copy(backup, fresh);
        string? aside = null;
        if (File.Exists(path))
        {
            try
            {
                Settle(path);
            }
            catch
            {
                File.Delete(fresh);
                throw;
            }
            aside = Aside(path, now);
            File.Move(path, aside);
            foreach (var side in SideFiles.Where(side => File.Exists(path + side))) File.Move(path + side, aside + side);
        }
        File.Move(fresh, path);
        return aside;
    }

    private static void Examine(DatabaseLook look, string backup)
    {
        if (look.IntegrityCheck() is not "ok" and var wrong) throw new DatabaseException($"{backup} is damaged ({wrong}), so nothing was restored. Take an older backup.");
        if (!look.IsOurs()) throw new DatabaseException($"{backup} is not a backup of this bot, so nothing was restored.");
        var (found, known) = (look.SchemaVersion(), Migrations.Embedded[^1].Number);
        if (found > known) throw new DatabaseException($"{backup} was written by a newer version of the bot (schema {found}; this one knows {known}). Restore it with that version.");
    }

    /// <summary>
    /// Nobody else has it open, and its log is worked into it. How that is known: in write-ahead mode each connection holds a shared lock
    /// on the file for as long as it is open, also when it does nothing; the exclusive one is given to who is alone.
    /// </summary>
    /// <exception cref="DatabaseException">Somebody has it open.</exception>
    private static void Settle(string path)
    {
        try
        {
            using var connection = Connect(path, SqliteOpenMode.ReadWrite);
            connection.Execute("PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE;");
            // The driver itself would try for half a minute, and a bot that stops meanwhile was not stopped for this.
            connection.Execute("BEGIN EXCLUSIVE; COMMIT;", commandTimeout: 1);
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)", commandTimeout: 1);
        }
        catch (SqliteException open) when (open.SqliteErrorCode is 5 or 6)
        {
            throw new DatabaseException($"A bot has {path} open, so nothing was restored. Stop it first. (It holds the lock that SQLite gives to whoever uses the file.)", null, open);
        }
        catch (SqliteException damaged) when (StorageFaults.Of(damaged) == StorageFault.Damaged)
        {
            // That is why a backup is restored; what is left of it goes aside as it is.
        }
    }

    private static void Copy(string from, string to)
    {
        var part = to + ".part";
        try
        {
            File.Delete(part);
            Database.KeepPrivate(part);
            using (var source = Connect(from, SqliteOpenMode.ReadWrite))
            using (var target = Connect(part, SqliteOpenMode.ReadWriteCreate))
            {
                source.Execute("PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;");
                source.BackupDatabase(target);
                // One file that stands alone.
                target.Execute("PRAGMA journal_mode = DELETE");
                if (target.QueryFirst<string>("PRAGMA quick_check(1)") is not "ok" and var wrong) throw new DatabaseException($"The copy of {from} is not whole ({wrong}), so it was not kept.");
            }
            File.Move(part, to);
        }
        catch (SqliteException failure)
        {
            throw Database.Explained(failure, from);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static string Aside(string path, DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        var name = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $"{Path.GetFileNameWithoutExtension(path)}.replaced-{stamp}");
        var free = Enumerable.Range(1, int.MaxValue).Select(at => at == 1 ? $"{name}.db" : $"{name}-{at}.db").First(each => !File.Exists(each));
        return free;
    }
}
