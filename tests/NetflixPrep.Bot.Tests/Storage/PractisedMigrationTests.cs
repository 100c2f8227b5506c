using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Tests.Storage;

/// <summary>0004_practised.sql on a database with sessions in it.</summary>
public sealed class PractisedMigrationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Counts_the_minutes_of_older_sessions_from_the_first_question_to_the_end_an_hour_at_most()
    {
        SqliteLibrary.Use();
        using (var old = new SqliteConnection($"Data Source={folder.File("old.db")};Pooling=False"))
        {
            old.Open();
            Migrations.Apply(old, [.. Migrations.Embedded.TakeWhile(migration => migration.Number < 4)]);
            old.Execute("""
                INSERT INTO sessions (stream, person, platform, "user", status, started_at, ended_at, question_id, round, asked, outcome) VALUES
                ('session/a', 'terminal:one:ann', 'terminal', 'ann', 'finished', '2026-03-02T09:50:00.0000000Z', '2026-03-02T10:24:00.0000000Z', 'q', 'ml-coding', 1, 'complete'),
                ('session/b', 'terminal:one:ann', 'terminal', 'ann', 'finished', '2026-03-03T09:50:00.0000000Z', '2026-03-04T10:24:00.0000000Z', 'q', 'culture', 1, 'abandoned'),
                ('session/c', 'terminal:one:ann', 'terminal', 'ann', 'finished', '2026-03-05T09:50:00.0000000Z', '2026-03-05T10:24:00.0000000Z', 'q', 'culture', 0, 'abandoned'),
                ('session/d', 'terminal:one:ann', 'terminal', 'ann', 'open', '2026-03-06T09:50:00.0000000Z', NULL, 'q', 'culture', 1, NULL);
                INSERT INTO session_questions (stream, number, question_id, asked_at) VALUES
                ('session/a', 0, 'q', '2026-03-02T10:00:00.0000000Z'), ('session/a', 1, 'r', '2026-03-02T10:12:00.0000000Z'),
                ('session/b', 0, 'q', '2026-03-03T10:00:00.0000000Z'), ('session/d', 0, 'q', '2026-03-06T10:00:00.0000000Z');
                """);
        }

        using var database = Database.Open(new() { Path = folder.File("old.db") });

        Assert.Equal(
            ["session/a coding 24.0", "session/b behaviour 60.0"],
            database.Writer.Query<string>("SELECT stream || ' ' || area || ' ' || minutes FROM practised ORDER BY stream"));
    }
}
