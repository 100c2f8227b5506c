using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Conversations;

/// <summary>The turn that wishes for something.</summary>
internal readonly record struct Wisher(long InboundId, Inbound Inbound, StreamId? Stream, bool Background)
{
    /// <summary>Null when no person is waiting for an answer.</summary>
    public PersonId? Person => Inbound is Inbound.Due or Inbound.PlaceGone or Inbound.Woke ? null : Inbound.From.Person;

    /// <summary>Somebody waits for it, or the kind of stream is interactive: it goes before drills and digests.</summary>
    public bool IsUrgent => !Background || Person is not null;
}

/// <summary>Turns effects into outbox rows and timers, and says which conversation each belongs to.</summary>
internal sealed class EffectWriter(Journal journal, Outbox outbox, Reads reads, TimeProvider time)
{
    /// <returns>Whether one of them answers the person privately or with a form.</returns>
    public bool Write(Seq<Effect> effects, Wisher wisher, Pending pending)
    {
        var answered = false;
        foreach (var effect in effects)
        {
            if (effect is Effect.Later later)
            {
                pending.Timers.Add(Set(later, wisher.InboundId));
                continue;
            }
            var reply = IsReply(effect, wisher);
            var stored = ChatJson.Write(effect);
            pending.Rows.Add(outbox.Add(
                new(wisher.InboundId, wisher.Stream?.ToString(), reply ? $"reply:{wisher.InboundId}" : Conversation(effect, wisher),
                    wisher.IsUrgent ? 0 : 1, stored.Kind, stored.Data),
                time.GetUtcNow()));
            answered |= reply;
        }
        return answered;
    }

    // A reply has a conversation of its own, so that it never waits behind what others see.
    private static bool IsReply(Effect effect, Wisher wisher) => wisher.Person is { } person && effect switch
    {
        Effect.OpenForm => true,
        Effect.Show { Only: { } only, To: not Where.Dm } => only.IsSameHuman(person),
        _ => false,
    };

    private string Conversation(Effect effect, Wisher wisher) => effect switch
    {
        Effect.Show { To: Where.In there } => In(there.Place, wisher.Stream),
        Effect.Show { To: Where.Dm dm } => $"dm:{dm.Person.Platform}:{dm.Person.User}",
        Effect.ClosePlace { Place: { } place } => In(place, wisher.Stream),
        Effect.Tick tick => $"ticks:{tick.Place}",
        Effect.OpenForm => throw new InvalidOperationException("A form opens only in reply to a person."),
        _ => wisher.Stream?.ToString() ?? throw new InvalidOperationException("An answer without a stream has no home."),
    };

    // What goes to a home by its place keeps its order with what goes there as home.
    private string In(PlaceId place, StreamId? stream) =>
        stream is { } own && reads.HomeOf(own) == place ? own.ToString() : outbox.StreamAt(place) ?? $"place:{place}";

    private TimerChange Set(Effect.Later later, long inboundId)
    {
        if (later.At is not { } at)
        {
            journal.Cancel(later.To, later.Timer);
            return new(later.To, later.Timer, null);
        }
        var row = new TimerRow(later.To.ToString(), later.Timer, at, ChatJson.Write(later.With), inboundId);
        journal.Set(row);
        return new(later.To, later.Timer, row);
    }
}
