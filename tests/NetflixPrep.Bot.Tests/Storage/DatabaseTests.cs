using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly TempFolder folder = new();

    private DatabaseOptions Options => new() { Path = folder.File("bot.db") };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_database_writes_ahead_and_waits_for_the_disk()
    {
        using var database = Database.Open(Options);

        Assert.Equal("wal", database.Writer.QuerySingle<string>("PRAGMA journal_mode"));
        Assert.Equal(2, database.Writer.QuerySingle<long>("PRAGMA synchronous"));
        Assert.Equal(1, database.Writer.QuerySingle<long>("PRAGMA foreign_keys"));
    }

    [Fact]
    public void A_new_database_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("there are no such file modes on Windows");
            return;
        }
        using var database = Database.Open(Options);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Options.Path));
    }

    [Fact]
    public void Opened_again_it_is_the_same_installation()
    {
        string nonce;
        using (var first = Database.Open(Options)) nonce = first.Nonce;
        using var second = Database.Open(Options);

        Assert.Equal(nonce, second.Nonce);
    }

    [Fact]
    public void A_migration_keeps_the_rows_that_are_there()
    {
        using var database = Database.Open(Options);
        WriteAnEvent(database);
        Migration next = new(999, "0999_next", "ALTER TABLE events ADD COLUMN note TEXT; CREATE TABLE extra (id INTEGER)");

        Migrations.Apply(database.Writer, [.. Migrations.Embedded, next]);
        Migrations.Apply(database.Writer, [.. Migrations.Embedded, next]);

        Assert.Equal("5", database.Writer.QuerySingle<string>("SELECT data FROM events"));
        Assert.Equal(999, database.Writer.QuerySingle<long>("SELECT max(number) FROM schema_version"));
    }

    [Fact]
    public void A_migration_that_fails_leaves_nothing_of_itself()
    {
        using var database = Database.Open(Options);
        Migration broken = new(999, "0999_broken", "CREATE TABLE half (id INTEGER); CREATE TABLE half (id INTEGER)");

        Assert.Throws<SqliteException>(() => Migrations.Apply(database.Writer, [.. Migrations.Embedded, broken]));

        Assert.Equal(0, database.Writer.QuerySingle<long>("SELECT count(*) FROM sqlite_master WHERE name = 'half'"));
        Assert.Equal(0, database.Writer.QuerySingle<long>("SELECT count(*) FROM schema_version WHERE number = 999"));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_left_alone_with_a_clear_sentence()
    {
        using (var database = Database.Open(Options))
            database.Writer.Execute("INSERT INTO schema_version (number, name) VALUES (999, '0999_future')");

        var refusal = Assert.Throws<DatabaseException>(() => Database.Open(Options));

        Assert.Contains("newer version of the bot (schema 999", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_called_damaged()
    {
        File.WriteAllText(Options.Path, string.Concat(Enumerable.Repeat("these are not the pages you look for ", 500)));

        var refusal = Assert.Throws<DatabaseException>(() => Database.Open(Options));

        Assert.Equal(StorageFault.Damaged, refusal.Fault);
        Assert.Contains("restore the newest backup", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_flipped_bytes_is_called_damaged()
    {
        using (var database = Database.Open(Options)) WriteAnEvent(database);
        Damage.Flip(Options.Path, from: 4096, count: 8192);

        var refusal = Assert.Throws<DatabaseException>(() => Database.Open(Options));

        Assert.Equal(StorageFault.Damaged, refusal.Fault);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_clearly()
    {
        File.WriteAllText(folder.File("file"), "");

        var refusal = Assert.Throws<DatabaseException>(() => Database.Open(new() { Path = folder.File("file/bot.db") }));

        Assert.Contains("cannot be opened for writing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_cannot_be_changed()
    {
        using var database = Database.Open(Options);
        WriteAnEvent(database);

        var refusal = Assert.Throws<SqliteException>(() => database.Writer.Execute("UPDATE events SET data = '6'"));

        Assert.Contains("an event never changes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_cannot_be_deleted_unless_its_stream_is_being_erased()
    {
        using var database = Database.Open(Options);
        WriteAnEvent(database);

        var refusal = Assert.Throws<SqliteException>(() => database.Writer.Execute("DELETE FROM events"));
        database.Writer.Execute("INSERT INTO erasing (stream) VALUES ('tally/one'); DELETE FROM events; DELETE FROM erasing");

        Assert.Contains("stays until its stream is erased", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, database.Writer.QuerySingle<long>("SELECT count(*) FROM events"));
    }

    [Fact]
    public void Two_events_cannot_have_one_version()
    {
        using var database = Database.Open(Options);
        WriteAnEvent(database);

        var refusal = Assert.Throws<SqliteException>(() => database.Writer.Execute(
            "INSERT INTO events (stream, version, type, data, at, inbound_id) SELECT stream, version, type, data, at, inbound_id FROM events"));

        Assert.Contains("UNIQUE", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INSERT INTO inbound (platform, delivery_id, person, place, at, received_at, kind, data, status, answered) VALUES ('t', 'x', '', '', 'today', 'today', 'text', '{}', 'done', 0)")]
    [InlineData("UPDATE inbound SET status = 'lost'")]
    [InlineData("UPDATE inbound SET status = 'failed'")]
    [InlineData("UPDATE inbound SET data = 'no json'")]
    public void Illegal_rows_do_not_fit(string sql)
    {
        using var database = Database.Open(Options);
        WriteAnEvent(database);

        Assert.Throws<SqliteException>(() => database.Writer.Execute(sql));
    }

    [Fact]
    public void A_reader_cannot_write()
    {
        using var database = Database.Open(Options);
        using var reader = database.OpenReader();

        Assert.Throws<SqliteException>(() => reader.Execute("DELETE FROM inbound"));
    }

    [Fact]
    public void Stored_times_keep_every_tick_and_sort_as_text()
    {
        var early = new DateTimeOffset(2026, 3, 2, 23, 0, 0, TimeSpan.FromHours(13)).AddTicks(1);
        var late = new DateTimeOffset(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

        Assert.Equal(early, Times.Read(Times.Text(early)));
        Assert.Equal(28, Times.Text(early).Length);
        Assert.True(string.CompareOrdinal(Times.Text(early), Times.Text(late)) < 0);
    }

    [Fact]
    public void The_library_in_use_is_at_least_as_new_as_the_bundled_one()
    {
        var used = SqliteLibrary.Use();
        using var database = Database.Open(Options);

        Assert.Equal(used.Version, database.Writer.QuerySingle<string>("SELECT sqlite_version()"));
        Assert.True(Version.Parse(used.Version) >= Version.Parse(used.BundledVersion!));
    }

    private static void WriteAnEvent(Database database)
    {
        using var journal = new Journal(database);
        var at = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
        journal.Begin();
        var id = journal.Add(new("terminal", "d1", "terminal::ann", "terminal:lobby", at, at, "text", "{}"));
        journal.Append(new StreamId("tally", "one"), new(1, "added", "5", at, id));
        journal.Commit();
    }
}
