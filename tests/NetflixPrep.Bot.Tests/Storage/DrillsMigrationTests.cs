using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Tests.Storage;

/// <summary>0005_drills.sql on a database with rows of before.</summary>
public sealed class DrillsMigrationTests : IDisposable
{
    private const string At = "2026-03-02T10:00:00.0000000Z";
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Leaves_what_was_there_and_begins_with_nobody_subscribed()
    {
        using var database = Migrated();

        Assert.Equal(["session/a finished"], database.Writer.Query<string>("SELECT stream || ' ' || status FROM sessions"));
        Assert.Equal(["session/a clock"], database.Writer.Query<string>("SELECT stream || ' ' || timer FROM timers"));
        Assert.Equal(["session/a coding 24.0"], database.Writer.Query<string>("SELECT stream || ' ' || area || ' ' || minutes FROM practised"));
        Assert.All(new[] { "subscriptions", "drill_dues", "drills", "skills" }, table => Assert.Equal(0, database.Writer.QuerySingle<long>($"SELECT count(*) FROM {table}")));
    }

    [Fact]
    public void A_person_has_one_row_for_a_date()
    {
        using var database = Migrated();
        database.Writer.Execute("INSERT INTO drill_dues (person, kind, date, slot, due_at, state) VALUES ('terminal:one:ann', 'daily', '2026-03-03', 'UTC@08:30', @At, 'due')", new { At });

        Assert.Throws<SqliteException>(() => database.Writer.Execute("INSERT INTO drill_dues (person, kind, date, slot, due_at, state) VALUES ('terminal:one:ann', 'daily', '2026-03-03', 'UTC@18:00', @At, 'due')", new { At }));
    }

    [Theory]
    [InlineData("INSERT INTO drill_dues (person, kind, date, slot, due_at, state) VALUES ('p', 'daily', '2026-03-03', 's', @At, 'sent')")] // without the drill
    [InlineData("INSERT INTO drill_dues (person, kind, date, slot, due_at, state) VALUES ('p', 'daily', '2026-03-03', 's', @At, 'lost')")]
    [InlineData("INSERT INTO drill_dues (person, kind, date, slot, due_at, state) VALUES ('p', 'daily', '3 March', 's', @At, 'due')")]
    [InlineData("INSERT INTO drills (stream, person, platform, \"user\", kind, date, question_id, area, status, offered_at) VALUES ('drill/a', 'p', 't', 'u', 'daily', '2026-03-03', 'q', 'coding', 'answered', @At)")] // without its end
    [InlineData("INSERT INTO subscriptions (stream, person, platform, \"user\", slot, days, first_on, state, changed_at) VALUES ('practice/p', 'p', 't', 'u', 's', 0, '2026-03-03', 'on', @At)")] // on no day
    [InlineData("INSERT INTO skills (person, skill, stability, difficulty, last_on, due_on, reviews, lapses) VALUES ('p', 's', 1, 11, '2026-03-03', '2026-03-04', 1, 0)")]
    public void What_cannot_be_is_refused(string insert)
    {
        using var database = Migrated();

        Assert.Throws<SqliteException>(() => database.Writer.Execute(insert, new { At }));
    }

    private Database Migrated()
    {
        SqliteLibrary.Use();
        using (var old = new SqliteConnection($"Data Source={folder.File("old.db")};Pooling=False"))
        {
            old.Open();
            Migrations.Apply(old, [.. Migrations.Embedded.TakeWhile(migration => migration.Number < 5)]);
            old.Execute("""
                INSERT INTO inbound (platform, delivery_id, person, place, at, received_at, kind, data, status, answered)
                VALUES ('terminal', 'd1', 'terminal::ann', 'terminal:lobby', @At, @At, 'text', '{}', 'done', 0);
                INSERT INTO sessions (stream, person, platform, "user", status, started_at, ended_at, question_id, round, asked, outcome)
                VALUES ('session/a', 'terminal:one:ann', 'terminal', 'ann', 'finished', @At, @At, 'q', 'coding', 1, 'complete');
                INSERT INTO practised (stream, person, area, at, minutes) VALUES ('session/a', 'terminal:one:ann', 'coding', @At, 24);
                INSERT INTO timers (stream, timer, due_at, arguments, set_by) VALUES ('session/a', 'clock', @At, '[]', 1);
                """, new { At });
        }
        return Database.Open(new() { Path = folder.File("old.db") });
    }
}
