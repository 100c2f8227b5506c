using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Benchmarks;

/// <summary>What the disk can do: one small row in each transaction, one after the other, WAL and synchronous=FULL as in the bot.</summary>
internal static class DiskCommits
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    /// <returns>Commits a second.</returns>
    public static double Measure(string file)
    {
        SqliteLibrary.Use();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Command("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, text TEXT NOT NULL)").ExecuteNonQuery();
        var insert = Command("INSERT INTO rows (text) VALUES ('one small row, as long as a short answer is')");
        insert.Prepare();
        insert.ExecuteNonQuery();

        var commits = 0;
        var watch = Stopwatch.StartNew();
        for (; watch.Elapsed < Length; commits++) insert.ExecuteNonQuery();
        return commits / watch.Elapsed.TotalSeconds;

        SqliteCommand Command(string sql)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
            command.CommandText = sql;
#pragma warning restore CA2100
            return command;
        }
    }
}
