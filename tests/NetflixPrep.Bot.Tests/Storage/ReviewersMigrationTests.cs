using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Reviews;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Tests.Storage;

/// <summary>0012_reviewers.sql on a database with a person in it.</summary>
public sealed class ReviewersMigrationTests : IDisposable
{
    private static readonly PersonId Ana = new("terminal", "study", "ana");

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Leaves_people_without_a_licence_and_with_invitations()
    {
        using var database = Migrated();
        var reads = new Reads(database.Writer);

        Assert.False(reads.IsLicensed(Ana));
        Assert.False(reads.HasOptedOut(Ana));
        Assert.Equal("session/a", database.Writer.QuerySingle<string>("SELECT stream FROM sessions"));
    }

    [Theory]
    [InlineData("'2026-03-02', NULL, NULL, '2026-03-02T09:50:00.0000000Z'")]
    [InlineData("NULL, 2, '2026-03-02T09:50:00.0000000Z', '2026-03-02T09:50:00.0000000Z'")]
    [InlineData("NULL, 1, NULL, '2026-03-02T09:50:00.0000000Z'")]
    [InlineData("NULL, NULL, '2026-03-02T09:50:00.0000000Z', '2026-03-02T09:50:00.0000000Z'")]
    [InlineData("NULL, NULL, NULL, 'today'")]
    public void Rows_that_make_no_sense_do_not_fit(string values)
    {
        using var database = Migrated();

        Assert.Throws<SqliteException>(() => database.Writer.Execute(
            $"INSERT INTO reviewers (stream, person, platform, \"user\", licensed_at, opted_out, opted_at, changed_at) VALUES ('reviewer/x', 'x', 'terminal', 'x', {values})"));
    }

    private Database Migrated()
    {
        SqliteLibrary.Use();
        using (var old = new SqliteConnection($"Data Source={folder.File("old.db")};Pooling=False"))
        {
            old.Open();
            Migrations.Apply(old, [.. Migrations.Embedded.TakeWhile(migration => migration.Number < 12)]);
            old.Execute("""
                INSERT INTO sessions (stream, person, platform, "user", status, started_at, ended_at, question_id, round, asked, outcome) VALUES
                ('session/a', 'terminal:study:ana', 'terminal', 'ana', 'finished', '2026-03-02T09:50:00.0000000Z', '2026-03-02T10:24:00.0000000Z', 'q', 'ml-coding', 1, 'complete')
                """);
        }
        return Database.Open(new() { Path = folder.File("old.db") });
    }
}
