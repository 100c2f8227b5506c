using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Tests.Storage;

/// <summary>0010_pairs.sql on a database with a group in it.</summary>
public sealed class PairsMigrationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Leaves_groups_as_they_were_and_holds_only_meetings_of_two_questions()
    {
        SqliteLibrary.Use();
        using (var old = new SqliteConnection($"Data Source={folder.File("old.db")};Pooling=False"))
        {
            old.Open();
            Migrations.Apply(old, [.. Migrations.Embedded.TakeWhile(migration => migration.Number < 10)]);
            old.Execute("INSERT INTO groups (stream, zone) VALUES ('group/terminal:study', 'Europe/Berlin')");
        }

        using var database = Database.Open(new() { Path = folder.File("old.db") });

        Assert.Equal("Europe/Berlin", new Reads(database.Writer).SettingsOf(new("terminal", "study", "ana")).Zone);
        Assert.Throws<SqliteException>(() => database.Writer.Execute("""
            INSERT INTO pairs (stream, "group", date, status, started_at, first_question, second_question)
            VALUES ('pair/x', 'group/terminal:study', '2026-01-12', 'open', '2026-01-12T12:00:00.0000000Z', 'a.one', 'a.one')
            """));
    }
}
