using Microsoft.Data.Sqlite;
using NetflixPrep.Core;
using SQLitePCL;

namespace NetflixPrep.Bot.Storage;

/// <summary>A fact as stored. Version counts from 1 within its stream.</summary>
internal readonly record struct StoredEvent(long Version, string Type, string Data, DateTimeOffset At, long InboundId);

/// <summary>A timer as stored; <paramref name="SetBy"/> tells it from a later one of the same name and instant.</summary>
internal sealed record TimerRow(string Stream, string Timer, DateTimeOffset DueAt, string Arguments, long SetBy);

/// <summary>An inbound as it is written.</summary>
internal sealed record InboundRow(string Platform, string DeliveryId, string Person, string Place, DateTimeOffset At, DateTimeOffset ReceivedAt, string Kind, string Data);

/// <summary>The one transaction: what the lane writes of inbounds, events, timers and heartbeats. For the lane's thread only.</summary>
internal sealed class Journal(Database database) : IDisposable
{
    private readonly SqliteConnection connection = database.Writer;
    private readonly List<Statement> statements = [];
    private Statements? made;

    private Statements Sql => made ??= new(this);

    public void Begin() => Sql.Begin.Execute();

    public void Commit() => Sql.Commit.Execute();

    public bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Also right after a failure that already ended the transaction.</summary>
    public void Rollback()
    {
        if (InTransaction) Sql.Rollback.Execute();
    }

    public Savepoint Savepoint()
    {
        Sql.Savepoint.Execute();
        return new(this);
    }

    /// <summary>Whether an inbound with this delivery id is there already, and if so whether it was answered.</summary>
    public bool? AnsweredBefore(string platform, string deliveryId) => Sql.Find.Scalar(platform, deliveryId) is long answered ? answered == 1 : null;

    public long Add(InboundRow row) => (long)Sql.AddInbound.Scalar(
        row.Platform, row.DeliveryId, row.Person, row.Place, Times.Text(row.At), Times.Text(row.ReceivedAt), row.Kind, row.Data)!;

    public void Answered(long inboundId) => Sql.Answered.Execute(inboundId);

    public void Failed(long inboundId, string error) => Sql.Failed.Execute(inboundId, error);

    /// <summary>0 for a stream without events.</summary>
    public long VersionOf(StreamId stream) => (long)Sql.Version.Scalar(stream.ToString())!;

    public IEnumerable<StoredEvent> Events(StreamId stream, long after)
    {
        using var rows = Sql.Events.Rows(stream.ToString(), after);
        while (rows.Read())
            yield return new(rows.GetInt64(0), rows.GetString(1), rows.GetString(2), Times.Read(rows.GetString(3)), rows.GetInt64(4));
    }

    public void Append(StreamId stream, StoredEvent fact) =>
        Sql.Append.Execute(stream.ToString(), fact.Version, fact.Type, fact.Data, Times.Text(fact.At), fact.InboundId);

    public void Set(TimerRow timer) => Sql.SetTimer.Execute(timer.Stream, timer.Timer, Times.Text(timer.DueAt), timer.Arguments, timer.SetBy);

    public void Cancel(StreamId stream, string timer) => Sql.CancelTimer.Execute(stream.ToString(), timer);

    /// <summary>False when that timer was replaced, cancelled or already came due.</summary>
    public bool Take(StreamId stream, string timer, long setBy) => Sql.TakeTimer.Execute(stream.ToString(), timer, setBy) == 1;

    public List<TimerRow> Timers()
    {
        var found = new List<TimerRow>();
        using var rows = Sql.Timers.Rows();
        while (rows.Read())
            found.Add(new(rows.GetString(0), rows.GetString(1), Times.Read(rows.GetString(2)), rows.GetString(3), rows.GetInt64(4)));
        return found;
    }

    public void Note(string key, string? value)
    {
        if (value is null) Sql.Forget.Execute(key);
        else Sql.Note.Execute(key, value);
    }

    public void Beat(string instance, DateTimeOffset at) => Sql.Beat.Execute(instance, Times.Text(at));

    public DateTimeOffset? LastBeat(string instance) => Sql.LastBeat.Scalar(instance) is string at ? Times.Read(at) : null;

    public DateTimeOffset? LastInboundAt() => Sql.LastInbound.Scalar() is string at ? Times.Read(at) : null;

    public void Dispose()
    {
        foreach (var statement in statements) statement.Dispose();
    }

    internal void Release() => Sql.Release.Execute();

    internal void RollbackToSavepoint()
    {
        Sql.RollbackTo.Execute();
        Sql.Release.Execute();
    }

    private Statement Make(string sql, params string[] parameters)
    {
        var statement = new Statement(connection, sql, parameters);
        statements.Add(statement);
        return statement;
    }

    private sealed class Statements(Journal journal)
    {
        public Statement Begin { get; } = journal.Make("BEGIN IMMEDIATE");

        public Statement Commit { get; } = journal.Make("COMMIT");

        public Statement Rollback { get; } = journal.Make("ROLLBACK");

        public Statement Savepoint { get; } = journal.Make("SAVEPOINT step");

        public Statement Release { get; } = journal.Make("RELEASE step");

        public Statement RollbackTo { get; } = journal.Make("ROLLBACK TO step");

        public Statement Find { get; } = journal.Make(
            "SELECT answered FROM inbound WHERE platform = $platform AND delivery_id = $delivery", "$platform", "$delivery");

        public Statement AddInbound { get; } = journal.Make("""
            INSERT INTO inbound (platform, delivery_id, person, place, at, received_at, kind, data, status, answered)
            VALUES ($platform, $delivery, $person, $place, $at, $received, $kind, $data, 'done', 0)
            RETURNING id
            """, "$platform", "$delivery", "$person", "$place", "$at", "$received", "$kind", "$data");

        public Statement Answered { get; } = journal.Make("UPDATE inbound SET answered = 1 WHERE id = $id", "$id");

        public Statement Failed { get; } = journal.Make(
            "UPDATE inbound SET status = 'failed', error = $error WHERE id = $id", "$id", "$error");

        public Statement Version { get; } = journal.Make(
            "SELECT coalesce(max(version), 0) FROM events WHERE stream = $stream", "$stream");

        public Statement Events { get; } = journal.Make("""
            SELECT version, type, data, at, inbound_id FROM events
            WHERE stream = $stream AND version > $after ORDER BY version
            """, "$stream", "$after");

        public Statement Append { get; } = journal.Make("""
            INSERT INTO events (stream, version, type, data, at, inbound_id)
            VALUES ($stream, $version, $type, $data, $at, $inbound)
            """, "$stream", "$version", "$type", "$data", "$at", "$inbound");

        public Statement SetTimer { get; } = journal.Make("""
            INSERT INTO timers (stream, timer, due_at, arguments, set_by) VALUES ($stream, $timer, $due, $arguments, $set)
            ON CONFLICT (stream, timer) DO UPDATE
            SET due_at = excluded.due_at, arguments = excluded.arguments, set_by = excluded.set_by
            """, "$stream", "$timer", "$due", "$arguments", "$set");

        public Statement CancelTimer { get; } = journal.Make(
            "DELETE FROM timers WHERE stream = $stream AND timer = $timer", "$stream", "$timer");

        public Statement TakeTimer { get; } = journal.Make(
            "DELETE FROM timers WHERE stream = $stream AND timer = $timer AND set_by = $set", "$stream", "$timer", "$set");

        public Statement Timers { get; } = journal.Make(
            "SELECT stream, timer, due_at, arguments, set_by FROM timers ORDER BY due_at, stream, timer");

        public Statement Note { get; } = journal.Make("""
            INSERT INTO notes (key, value) VALUES ($key, $value)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """, "$key", "$value");

        public Statement Forget { get; } = journal.Make("DELETE FROM notes WHERE key = $key", "$key");

        public Statement Beat { get; } = journal.Make("""
            INSERT INTO heartbeats (instance, at) VALUES ($instance, $at)
            ON CONFLICT (instance) DO UPDATE SET at = excluded.at
            """, "$instance", "$at");

        public Statement LastBeat { get; } = journal.Make("SELECT at FROM heartbeats WHERE instance = $instance", "$instance");

        public Statement LastInbound { get; } = journal.Make("SELECT at FROM inbound ORDER BY id DESC LIMIT 1");
    }
}

/// <summary>A part of the transaction that can be taken back alone: disposed without <see cref="Keep"/>, nothing of it stays.</summary>
internal sealed class Savepoint(Journal journal) : IDisposable
{
    private bool ended;

    public void Keep()
    {
        journal.Release();
        ended = true;
    }

    public void Dispose()
    {
        if (ended) return;
        ended = true;
        // After some failures SQLite has already ended the whole transaction.
        if (journal.InTransaction) journal.RollbackToSavepoint();
    }
}
