using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Tests.Storage;

/// <summary>The table of panels on a database with an open session in it.</summary>
public sealed class PanelsMigrationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Leaves_sessions_as_they_were_without_a_panel()
    {
        SqliteLibrary.Use();
        var number = Migrations.Embedded.Single(migration => migration.Name.EndsWith("_panels", StringComparison.Ordinal)).Number;
        using (var old = new SqliteConnection($"Data Source={folder.File("old.db")};Pooling=False"))
        {
            old.Open();
            Migrations.Apply(old, [.. Migrations.Embedded.TakeWhile(migration => migration.Number < number)]);
            old.Execute("""
                INSERT INTO sessions (stream, person, platform, "user", status, started_at, question_id, round) VALUES ('session/a', 'terminal:one:ann', 'terminal', 'ann', 'open', '2026-03-02T09:50:00.0000000Z', 'q', 'culture');
                INSERT INTO places (stream, place, opened_at) VALUES ('session/a', 'terminal:thread', '2026-03-02T09:50:00.0000000Z');
                """);
        }

        using var database = Database.Open(new() { Path = folder.File("old.db") });
        var reads = new Reads(database.Writer);

        Assert.Null(reads.PanelAt(new("terminal", "thread"), new("terminal", "one", "ben")));
        Assert.Equal(new("session", "a"), reads.OpenSession(new("terminal", "one", "ann")));
    }
}
