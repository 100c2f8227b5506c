using Microsoft.Data.Sqlite;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>What the relay looks up to address a row, on a connection of its own. Not for several threads.</summary>
internal sealed class OutboxReads(Database database) : IDisposable
{
    private static readonly Asking<OutboxRow> RowById = new("""
        SELECT o.id, o.stream, o.conversation, o.kind, o.data, o.state, o.attempts, o.message_ids,
               i.platform, i.delivery_id, i.kind, i.place
        FROM outbox o JOIN inbound i ON i.id = o.inbound_id WHERE o.id = $id
        """,
        row => new(
            row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
            row.GetInt64(6), row.GetString(7), row.GetString(8), row.GetString(9), row.GetString(10), row.GetString(11)),
        "$id");

    private static readonly Asking<SlotRow> SlotByName = new(
        "SELECT slot, place, message_ids, content FROM slots WHERE stream = $stream AND slot = $slot", Slot, "$stream", "$slot");

    private static readonly Asking<SlotRow> SlotWithControls = new("""
        SELECT slot, place, message_ids, content FROM slots
        WHERE stream = $stream AND place = $place AND slot <> $slot AND carries_controls = 1
        ORDER BY outbox_id DESC LIMIT 1
        """, Slot, "$stream", "$place", "$slot");

    private readonly SqliteConnection connection = database.OpenReader();
    private Reads? reads;

    /// <summary>Null when there is no such row.</summary>
    public OutboxRow? Row(long id) => Reads.Often(RowById, id) is [var row] ? row : null;

    public PlaceId? HomeOf(string stream) => Reads.HomeOf(stream);

    public PlaceId? DirectPlaceOf(PersonId person) => Reads.DirectPlaceOf(person);

    /// <summary>The message that stands in this slot; null when there is none.</summary>
    public SlotRow? InSlot(string stream, string slot) => Reads.Often(SlotByName, stream, slot) is [var row] ? row : null;

    /// <summary>The stream's message in this place that carries controls, other than the one in <paramref name="slot"/>.</summary>
    public SlotRow? CarryingControls(string stream, PlaceId place, string slot) =>
        Reads.Often(SlotWithControls, stream, place.ToString(), slot) is [var row] ? row : null;

    public void Dispose() => connection.Dispose();

    private Reads Reads => reads ??= new(connection);

    private static SlotRow Slot(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3));
}
