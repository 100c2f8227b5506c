using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NetflixPrep.Bot.Storage;

/// <summary>One numbered step of the schema.</summary>
internal sealed record Migration(long Number, string Name, string Sql);

/// <summary>Brings a database forward, one transaction a step; never back.</summary>
internal static class Migrations
{
    private const string Folder = "migrations/";

    public static IReadOnlyList<Migration> Embedded { get; } = Read();

    /// <exception cref="DatabaseException">The database is from a newer version.</exception>
    public static void Apply(SqliteConnection connection, IReadOnlyList<Migration> migrations)
    {
        connection.Execute("""
            CREATE TABLE IF NOT EXISTS schema_version (
                number INTEGER NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
            )
            """);
        var known = migrations.Count == 0 ? 0 : migrations[^1].Number;
        var found = connection.QuerySingle<long>("SELECT coalesce(max(number), 0) FROM schema_version");
        if (found > known)
            throw new DatabaseException($"The database was written by a newer version of the bot (schema {found}; this one knows {known}). Start that version, or restore a backup from before it.");
        foreach (var migration in migrations)
        {
            if (migration.Number > found) Apply(connection, migration);
        }
    }

    private static void Apply(SqliteConnection connection, Migration migration)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(migration.Sql, transaction: transaction);
        connection.Execute(
            "INSERT INTO schema_version (number, name) VALUES (@Number, @Name)",
            new { migration.Number, migration.Name }, transaction);
        transaction.Commit();
    }

    private static List<Migration> Read()
    {
        var assembly = typeof(Migrations).Assembly;
        var found = new List<Migration>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[Folder.Length..^".sql".Length];
            found.Add(new(long.Parse(name[..4], CultureInfo.InvariantCulture), name, reader.ReadToEnd()));
        }
        return found;
    }
}
