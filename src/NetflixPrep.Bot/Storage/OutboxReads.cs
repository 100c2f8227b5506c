using Dapper;
using Microsoft.Data.Sqlite;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Storage;

/// <summary>What the relay looks up to address a row, on a connection of its own. Not for several threads.</summary>
internal sealed class OutboxReads(Database database) : IDisposable
{
    private readonly SqliteConnection connection = database.OpenReader();
    private Reads? reads;

    /// <summary>Null when there is no such row.</summary>
    public OutboxRow? Row(long id) => connection.QueryFirstOrDefault<OutboxRow>("""
        SELECT o.id AS Id, o.stream AS Stream, o.conversation AS Conversation, o.kind AS Kind, o.data AS Data, o.state AS State,
               o.attempts AS Attempts, o.message_ids AS MessageIds,
               i.platform AS Platform, i.delivery_id AS DeliveryId, i.kind AS InboundKind, i.place AS InboundPlace
        FROM outbox o JOIN inbound i ON i.id = o.inbound_id WHERE o.id = @id
        """, new { id });

    public PlaceId? HomeOf(string stream) => Reads.HomeOf(stream);

    public PlaceId? DirectPlaceOf(PersonId person) => Reads.DirectPlaceOf(person);

    /// <summary>The message that stands in this slot; null when there is none.</summary>
    public SlotRow? InSlot(string stream, string slot) => connection.QueryFirstOrDefault<SlotRow>("""
        SELECT slot AS Slot, place AS Place, message_ids AS MessageIds, content AS Content FROM slots
        WHERE stream = @stream AND slot = @slot
        """, new { stream, slot });

    /// <summary>The stream's message in this place that carries controls, other than the one in <paramref name="slot"/>.</summary>
    public SlotRow? CarryingControls(string stream, PlaceId place, string slot) => connection.QueryFirstOrDefault<SlotRow>("""
        SELECT slot AS Slot, place AS Place, message_ids AS MessageIds, content AS Content FROM slots
        WHERE stream = @stream AND place = @Place AND slot <> @slot AND carries_controls = 1
        ORDER BY outbox_id DESC LIMIT 1
        """, new { stream, Place = place.ToString(), slot });

    public void Dispose() => connection.Dispose();

    private Reads Reads => reads ??= new(connection);
}
