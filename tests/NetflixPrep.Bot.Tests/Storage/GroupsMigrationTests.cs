using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Storage;

namespace NetflixPrep.Bot.Tests.Storage;

/// <summary>0002_groups.sql on a database with rows of 0001.</summary>
public sealed class GroupsMigrationTests : IDisposable
{
    private const string At = "2026-03-02T10:00:00.0000000Z";
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Fills_the_ledger_from_what_was_chosen_and_judged_before()
    {
        MakeOld("""
            INSERT INTO events (stream, version, type, data, at, inbound_id) VALUES
            ('session/a', 1, 'briefed', '{"setup":{"lastCause":{"id":"no-baseline","label":"No baseline"}}}', @At, 1),
            ('session/a', 2, 'cause-chosen', '{"cause":"no-goal","label":"Goal came late"}', @At, 1),
            ('session/a', 3, 'last-cause-judged', '{"cause":"no-baseline","held":true}', @At, 1),
            ('session/b', 1, 'last-cause-judged', '{"cause":"no-goal","held":false}', @At, 1)
            """);

        using var database = Open();

        Assert.Equal(
            ["session/a 2 no-goal Goal came late chosen", "session/a 3 no-baseline No baseline held", "session/b 1 no-goal no-goal slipped"],
            database.Writer.Query<string>("SELECT stream || ' ' || version || ' ' || cause || ' ' || label || ' ' || mark FROM causes ORDER BY stream, version"));
    }

    [Fact]
    public void Leaves_what_was_sent_before_without_a_doubt()
    {
        MakeOld("""
            INSERT INTO outbox (inbound_id, conversation, lane, kind, data, state, attempts, claimed_by, claimed_until, sent_at, message_ids)
            VALUES (1, 'c', 0, 'show', '{}', 'sent', 3, 'main', @At, @At, '[]')
            """);

        using var database = Open();

        Assert.Null(database.Writer.QuerySingle<string?>("SELECT doubt FROM outbox"));
    }

    private void MakeOld(string rows)
    {
        SqliteLibrary.Use();
        using var old = new SqliteConnection($"Data Source={folder.File("old.db")};Pooling=False");
        old.Open();
        Migrations.Apply(old, [.. Migrations.Embedded.Take(1)]);
        old.Execute("""
            INSERT INTO inbound (platform, delivery_id, person, place, at, received_at, kind, data, status, answered)
            VALUES ('terminal', 'd1', 'terminal::ann', 'terminal:lobby', @At, @At, 'text', '{}', 'done', 0)
            """, new { At });
        old.Execute(rows, new { At });
    }

    private Database Open() => Database.Open(new() { Path = folder.File("old.db") });
}
