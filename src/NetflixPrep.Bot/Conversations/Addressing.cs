using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>A row on its way: either to be sent by an adapter, or already known what becomes of it.</summary>
internal sealed record Sending(OutboxEntry Entry, OutboxRow Row, Effect Effect)
{
    /// <summary>Set when it is to be sent.</summary>
    public Outbound? Outbound { get; init; }

    public IChatAdapter? Adapter { get; init; }

    public string? Strips { get; init; }

    /// <summary>Set when nothing needs to be sent.</summary>
    public Mark? Known { get; init; }
}

/// <summary>Finds where a row goes, which message it replaces and which one loses its controls.</summary>
internal sealed class Addressing(OutboxReads reads, IReadOnlyDictionary<string, IChatAdapter> adapters, string nonce)
{
    /// <summary>Null when this process has no adapter for the row's platform.</summary>
    public Sending? Address(OutboxEntry entry, OutboxRow row)
    {
        var sending = new Sending(entry, row, ChatJson.ReadEffect(new(row.Kind, row.Data)));
        var home = row.Stream is { } stream ? reads.HomeOf(stream) : null;
        switch (sending.Effect)
        {
            case Effect.OpenPlace when home is { } open:
                return sending with { Known = new Mark.Sent(row.Id, row.Stream, sending.Effect, open, [], null) };
            case Effect.OpenPlace { With: { } with } when reads.HomeOf(with.ToString()) is { } shared:
                return sending with { Known = new Mark.Sent(row.Id, row.Stream, sending.Effect, shared, [], null) };
            case Effect.OpenPlace place:
                return To(sending, null, place.Near.Platform);
            case Effect.ClosePlace:
                return home is { } closed ? To(sending, closed, closed.Platform) : Homeless(sending);
            case Effect.OpenForm:
                return To(sending, PlaceId.Parse(row.InboundPlace), row.Platform);
            case Effect.Tick tick:
                return To(sending, tick.Place, tick.Place.Platform);
            case Effect.Show show:
                return Shown(sending, show, home);
            default:
                return Dead(sending, $"{row.Kind} is not for sending");
        }
    }

    private Sending? Shown(Sending sending, Effect.Show show, PlaceId? home)
    {
        var (place, platform) = show.To switch
        {
            Where.In there => (there.Place, there.Place.Platform),
            Where.Dm dm => (reads.DirectPlaceOf(dm.Person), dm.Person.Platform),
            // A private answer needs no home: it appears where the person acted.
            _ when home is null && show.Only is not null && InReply(sending.Row) is not null => (PlaceId.Parse(sending.Row.InboundPlace), sending.Row.Platform),
            _ => (home, home?.Platform),
        };
        if (platform is null) return Homeless(sending);
        if (sending.Row.Stream is not { } stream || show.Only is not null || place is not { } known) return To(sending, place, platform);

        var before = reads.InSlot(stream, show.Slot) is { } slot && slot.Place == known.ToString() ? slot : null;
        var carrier = (show.Message.Controls.Count > 0 || show.TakesButtons == true) && home == known ? reads.CarryingControls(stream, known, show.Slot) : null;
        return To(sending, place, platform) is not { Outbound: { } outbound } addressed ? null : addressed with
        {
            Strips = carrier?.Slot,
            Outbound = outbound with
            {
                Replaces = before is null ? [] : ChatJson.ReadIds(before.MessageIds),
                Strip = carrier is null ? null : new(known, ChatJson.ReadIds(carrier.MessageIds), ChatJson.ReadMessage(carrier.Content) with { Controls = [] }),
            },
        };
    }

    private Sending? To(Sending sending, PlaceId? place, string platform) => !adapters.TryGetValue(platform, out var adapter) ? null : sending with
    {
        Adapter = adapter,
        Outbound = new()
        {
            Key = Outbox.KeyOf(nonce, sending.Row.Id),
            Effect = sending.Effect,
            Place = place,
            InReplyTo = InReply(sending.Row),
            Sent = ChatJson.ReadIds(sending.Row.MessageIds),
        },
    };

    private static Sending Homeless(Sending sending) => Dead(sending, "its stream has no home");

    private static Sending Dead(Sending sending, string reason) =>
        sending with { Known = new Mark.Dead(sending.Row.Id, sending.Row.Conversation, reason, null) };

    // What the clock or a lost place caused answers nobody.
    private static string? InReply(OutboxRow row) => row.InboundKind is "due" or "place-gone" or "woke" ? null : row.DeliveryId;
}
