using System.Globalization;
using Microsoft.Data.Sqlite;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>An effect as it is written to the outbox.</summary>
internal sealed record NewOutboxRow(long InboundId, string? Stream, string Conversation, int Lane, string Kind, string Data);

/// <summary>What the relay keeps in memory of a waiting row.</summary>
internal readonly record struct OutboxEntry(long Id, string Conversation, int Lane, DateTimeOffset? NotBefore);

/// <summary>A row that is to be sent, with the inbound that caused it.</summary>
internal sealed record OutboxRow(
    long Id, string? Stream, string Conversation, string Kind, string Data, string State, long Attempts, string MessageIds,
    string Platform, string DeliveryId, string InboundKind, string InboundPlace);

/// <summary>The newest message of a slot.</summary>
internal sealed record SlotRow(string Slot, string Place, string MessageIds, string Content);

/// <summary>The lane's writing side of the outbox, places and slots.</summary>
internal sealed class Outbox(Database database) : IDisposable
{
    private static readonly TimeSpan ClaimFor = TimeSpan.FromMinutes(5);

    private readonly SqliteConnection connection = database.Writer;
    private readonly string instance = database.Options.Instance;
    private readonly List<Statement> statements = [];
    private Statements? made;

    private Statements Sql => made ??= new(this);

    /// <summary>At most 25 characters: the database's own letters and the row's number.</summary>
    public static string KeyOf(string nonce, long id) => string.Create(CultureInfo.InvariantCulture, $"{nonce}-{id:x}");

    /// <summary>Written already claimed by this process.</summary>
    public OutboxEntry Add(NewOutboxRow row, DateTimeOffset now) => new(
        (long)Sql.Add.Scalar(row.InboundId, row.Stream, row.Conversation, (long)row.Lane, row.Kind, row.Data, instance, Times.Text(now + ClaimFor))!,
        row.Conversation, row.Lane, null);

    /// <summary>At the start: what was on its way when the process before ended may have arrived or not. Then as <see cref="Claim"/>.</summary>
    public List<OutboxEntry> TakeUp(DateTimeOffset now)
    {
        Sql.DoubtLeft.Execute(instance, Times.Text(now));
        return Claim(now);
    }

    /// <summary>Claims what is pending, ours or with an expired claim, and says what that is, in order.</summary>
    public List<OutboxEntry> Claim(DateTimeOffset now)
    {
        var found = new List<OutboxEntry>();
        using var rows = Sql.Claim.Rows(instance, Times.Text(now), Times.Text(now + ClaimFor));
        while (rows.Read())
            found.Add(new(rows.GetInt64(0), rows.GetString(1), (int)rows.GetInt64(2), rows.IsDBNull(3) ? null : Times.Read(rows.GetString(3))));
        found.Sort((left, right) => left.Id.CompareTo(right.Id));
        return found;
    }

    /// <summary>False when there is no such row, or it does not wait.</summary>
    public bool Sent(long id, DateTimeOffset at, PlaceId? place, string messageIds) =>
        Sql.Sent.Execute(id, Times.Text(at), place?.ToString(), messageIds) == 1;

    /// <param name="inDoubt">Nobody knows whether this try arrived.</param>
    public void Retry(long id, DateTimeOffset notBefore, string messageIds, string error, bool inDoubt) =>
        Sql.Retry.Execute(id, Times.Text(notBefore), messageIds, error, inDoubt ? "no-answer" : null);

    /// <summary>False as for <see cref="Sent"/>.</summary>
    public bool Dead(long id, string error) => Sql.Dead.Execute(id, error) == 1;

    /// <summary>What a row held is taken out of it once it is over; and out of an erasing inbound when no more waits for it.</summary>
    public void Forget(long id)
    {
        Sql.Forget.Execute(id);
        Sql.ForgetPlace.Execute(id, Eraser.ErasedKind);
    }

    /// <summary>What still waits in a conversation behind this row has nowhere to go, up to where a new place is opened.</summary>
    public void DropAfter(long id, string conversation) => Sql.DropAfter.Execute(id, conversation);

    public void Fill(string stream, string slot, PlaceId place, string messageIds, long outboxId, bool carriesControls, string content) =>
        Sql.Fill.Execute(stream, slot, place.ToString(), messageIds, outboxId, carriesControls ? 1L : 0L, content);

    public void Strip(string stream, string slot) => Sql.Strip.Execute(stream, slot);

    public void OpenHome(string stream, PlaceId place, DateTimeOffset at) => Sql.OpenHome.Execute(stream, place.ToString(), Times.Text(at));

    /// <summary>Every stream at home there loses it; its rows stay, so that the streams are still found by the place.</summary>
    public void LoseHome(PlaceId place, DateTimeOffset at) => Sql.LoseHome.Execute(place.ToString(), Times.Text(at));

    public void OpenDirect(PersonId person, PlaceId place) => Sql.OpenDirect.Execute(person.ToString(), place.ToString());

    public void LoseDirect(PlaceId place) => Sql.LoseDirect.Execute(place.ToString());

    /// <summary>The newest stream at home in this place; null when there is none.</summary>
    public string? StreamAt(PlaceId place) => Sql.StreamAt.Scalar(place.ToString()) as string;

    public void Dispose()
    {
        foreach (var statement in statements) statement.Dispose();
    }

    private Statement Make(string sql, params string[] parameters)
    {
        var statement = new Statement(connection, sql, parameters);
        statements.Add(statement);
        return statement;
    }

    private sealed class Statements(Outbox outbox)
    {
        public Statement Add { get; } = outbox.Make("""
            INSERT INTO outbox (inbound_id, stream, conversation, lane, kind, data, state, attempts, claimed_by, claimed_until, message_ids)
            VALUES ($inbound, $stream, $conversation, $lane, $kind, $data, 'pending', 0, $instance, $until, '[]')
            RETURNING id
            """, "$inbound", "$stream", "$conversation", "$lane", "$kind", "$data", "$instance", "$until");

        public Statement Claim { get; } = outbox.Make("""
            UPDATE outbox SET claimed_by = $instance, claimed_until = $until
            WHERE state = 'pending' AND (claimed_by = $instance OR claimed_until < $now)
            RETURNING id, conversation, lane, not_before
            """, "$instance", "$now", "$until");

        public Statement Sent { get; } = outbox.Make("""
            UPDATE outbox SET state = 'sent', attempts = attempts + 1, sent_at = $at, place = $place, message_ids = $messages, error = NULL
            WHERE id = $id AND state = 'pending'
            """, "$id", "$at", "$place", "$messages");

        public Statement Retry { get; } = outbox.Make("""
            UPDATE outbox SET attempts = attempts + 1, not_before = $before, message_ids = $messages, error = $error, doubt = coalesce($doubt, doubt)
            WHERE id = $id AND state = 'pending'
            """, "$id", "$before", "$messages", "$error", "$doubt");

        // Only the first row of a conversation can have been on its way.
        public Statement DoubtLeft { get; } = outbox.Make("""
            UPDATE outbox SET doubt = coalesce(doubt, 'stopped')
            WHERE state = 'pending' AND claimed_by = $instance AND (not_before IS NULL OR not_before <= $now)
            AND NOT EXISTS (
                SELECT 1 FROM outbox AS earlier
                WHERE earlier.conversation = outbox.conversation AND earlier.state = 'pending' AND earlier.id < outbox.id)
            """, "$instance", "$now");

        public Statement Dead { get; } = outbox.Make("""
            UPDATE outbox SET state = 'dead', attempts = attempts + 1, error = $error WHERE id = $id AND state = 'pending'
            """, "$id", "$error");

        public Statement Forget { get; } = outbox.Make("""
            UPDATE outbox SET data = '{}', conversation = 'erased', place = NULL, message_ids = '[]' WHERE id = $id AND state <> 'pending'
            """, "$id");

        public Statement ForgetPlace { get; } = outbox.Make("""
            UPDATE inbound SET place = platform || ':erased'
            WHERE id = (SELECT inbound_id FROM outbox WHERE id = $id) AND kind = $kind
            AND NOT EXISTS (SELECT 1 FROM outbox WHERE inbound_id = inbound.id AND state = 'pending')
            """, "$id", "$kind");

        public Statement DropAfter { get; } = outbox.Make("""
            UPDATE outbox SET state = 'dropped', error = 'its place is gone'
            WHERE conversation = $conversation AND state = 'pending' AND id > $id
            AND NOT EXISTS (
                SELECT 1 FROM outbox AS opening
                WHERE opening.conversation = $conversation AND opening.state = 'pending' AND opening.kind = 'open-place'
                AND opening.id > $id AND opening.id <= outbox.id)
            """, "$id", "$conversation");

        public Statement Fill { get; } = outbox.Make("""
            INSERT INTO slots (stream, slot, place, message_ids, outbox_id, carries_controls, content)
            VALUES ($stream, $slot, $place, $messages, $row, $carries, $content)
            ON CONFLICT (stream, slot) DO UPDATE
            SET place = excluded.place, message_ids = excluded.message_ids, outbox_id = excluded.outbox_id,
                carries_controls = excluded.carries_controls, content = excluded.content
            """, "$stream", "$slot", "$place", "$messages", "$row", "$carries", "$content");

        public Statement Strip { get; } = outbox.Make(
            "UPDATE slots SET carries_controls = 0 WHERE stream = $stream AND slot = $slot", "$stream", "$slot");

        public Statement OpenHome { get; } = outbox.Make("""
            INSERT INTO places (stream, place, opened_at) VALUES ($stream, $place, $at)
            ON CONFLICT (stream) DO UPDATE SET place = excluded.place, opened_at = excluded.opened_at, lost_at = NULL
            """, "$stream", "$place", "$at");

        public Statement LoseHome { get; } = outbox.Make(
            "UPDATE places SET lost_at = $at WHERE place = $place AND lost_at IS NULL", "$place", "$at");

        public Statement OpenDirect { get; } = outbox.Make("""
            INSERT INTO direct_places (person, place) VALUES ($person, $place)
            ON CONFLICT (person) DO UPDATE SET place = excluded.place
            """, "$person", "$place");

        public Statement LoseDirect { get; } = outbox.Make("DELETE FROM direct_places WHERE place = $place", "$place");

        public Statement StreamAt { get; } = outbox.Make(
            "SELECT stream FROM places WHERE place = $place AND lost_at IS NULL ORDER BY opened_at DESC, rowid DESC LIMIT 1", "$place");
    }
}
