using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Tests.Storage;

/// <summary>0011_committees.sql on a database with rows of before.</summary>
public sealed class CommitteesMigrationTests : IDisposable
{
    private const string At = "2026-03-02T10:00:00.0000000Z";
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Leaves_what_was_there_and_begins_without_committees()
    {
        using var database = Migrated();

        Assert.Equal(["group/terminal:study Europe/Berlin"], database.Writer.Query<string>("SELECT stream || ' ' || zone FROM groups"));
        Assert.All(new[] { "committees", "committee_rounds", "committee_votes" }, table => Assert.Equal(0, database.Writer.QuerySingle<long>($"SELECT count(*) FROM {table}")));
    }

    [Theory]
    [InlineData("INSERT INTO committees (stream, person, \"group\", status, at) VALUES ('c', 'p', 'g', 'open', @At)")] // nowhere
    [InlineData("INSERT INTO committees (stream, person, \"group\", status, at, place) VALUES ('c', 'p', 'g', 'draft', @At, 'x')")] // shown before it is convened
    [InlineData("INSERT INTO committees (stream, person, \"group\", status, at, place) VALUES ('c', 'p', 'g', 'closed', @At, 'x')")] // without its end
    [InlineData("INSERT INTO committees (stream, person, \"group\", status, at, place, ended_at) VALUES ('c', 'p', 'g', 'open', @At, 'x', @At)")]
    [InlineData("INSERT INTO committees (stream, person, \"group\", status, at) VALUES ('c', 'p', 'g', 'judged', @At)")]
    [InlineData("INSERT INTO committees (stream, person, \"group\", status, at) VALUES ('c', 'p', 'g', 'draft', '2 March')")]
    [InlineData("INSERT INTO committee_rounds (stream, review, source) VALUES ('c', 'r', 's'), ('d', 'r', 's')")] // a share before two
    [InlineData("INSERT INTO committee_votes (stream, person, voted_at) VALUES ('c', 'p', @At), ('c', 'p', @At)")] // two votes of one
    public void Rows_that_cannot_be_do_not_fit(string sql)
    {
        using var database = Migrated();

        Assert.Throws<SqliteException>(() => database.Writer.Execute(sql, new { At }));
    }

    private Database Migrated()
    {
        SqliteLibrary.Use();
        using (var old = new SqliteConnection($"Data Source={folder.File("old.db")};Pooling=False"))
        {
            old.Open();
            Migrations.Apply(old, [.. Migrations.Embedded.TakeWhile(migration => migration.Number < 11)]);
            old.Execute("INSERT INTO groups (stream, zone) VALUES ('group/terminal:study', 'Europe/Berlin')");
        }
        return Database.Open(new() { Path = folder.File("old.db") });
    }
}
