using System.Diagnostics;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills.Dailies;

namespace NetflixPrep.Core.Drills;

/// <summary>A recorded fact of a slot. The names under which these are stored never change.</summary>
public abstract record SlotEvent
{
    private SlotEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    /// <summary>The hour has struck.</summary>
    /// <param name="Date">The local date that was meant.</param>
    /// <param name="DueAt">The instant at which it was due: earlier than <paramref name="At"/> when the bot was away.</param>
    public sealed record Struck(DateTimeOffset At, DateOnly Date, DateTimeOffset DueAt) : SlotEvent(At)
    {
        /// <summary>The day was over there when the bot came back: it is on record, and nothing is sent.</summary>
        public bool IsOver(string zone) => ZonedDays.DateOf(At, zone) != ZonedDays.DateOf(DueAt, zone);
    }
}

/// <summary>What a slot is asked to decide on.</summary>
public abstract record SlotInput
{
    private SlotInput(Origin from) => From = from;

    public Origin From { get; init; }

    /// <summary>Its timer is due.</summary>
    /// <param name="Since">The first date that anybody who has a drill at this hour meant; null when nobody has one any more.</param>
    public sealed record Due(Origin From, DateOnly? Since) : SlotInput(From)
    {
        /// <summary>The groups whose question of the day comes at this hour, with their days.</summary>
        public Seq<(StreamId Group, DrillDays Days)> Groups { get; init; } = [];

        /// <summary>The pacer's timer is set already; setting it anew would hurry it.</summary>
        public bool IsPacing { get; init; }
    }
}

/// <summary>Where a slot stands: the fold of its events.</summary>
/// <param name="LastDate">The newest date for which it has struck.</param>
public sealed record SlotState(Slot Slot, DateOnly? LastDate)
{
    public static SlotState New(StreamId stream) => new(Slot.Parse(stream.Key), null);

    /// <summary>The state after one more fact.</summary>
    public SlotState Evolve(SlotEvent fact) => fact switch
    {
        SlotEvent.Struck struck => this with { LastDate = struck.Date },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow here."),
    };
}

/// <summary>
/// Decides for slots: each date strikes once, in order; one whose day is over there strikes for the record alone. Pure.
/// Who is due then is written by the projection, in the same transaction; the dispatcher sends, at a pace.
/// </summary>
public static class SlotDesk
{
    /// <summary>The one timer of a slot.</summary>
    public const string StrikeTimer = "strike";

    /// <summary>The stream whose timer paces what is sent.</summary>
    public static StreamId Pacer { get; } = new("pacer", "drills");

    /// <summary>The pacer's timer.</summary>
    public const string SendTimer = "send";

    /// <summary>So many days of downtime are put on record.</summary>
    private const int MostDaysOver = 31;

    /// <summary>Sets the timer to the next time the hour strikes.</summary>
    public static Effect.Later Wake(Slot slot, DateTimeOffset after) => new(slot.Stream, StrikeTimer, [], slot.Next(after).At);

    /// <summary>Answers every pair of state and input.</summary>
    public static Decision<SlotEvent> Decide(SlotState state, SlotInput input)
    {
        if (input is not SlotInput.Due due || First(state, due) is not { } since) return Decision<SlotEvent>.Nothing;
        var at = due.From.At;
        var (time, zone) = (state.Slot.Time, state.Slot.Zone);
        var struck = Dates(state, since, at).Select(date => new SlotEvent.Struck(at, date, ZonedDays.At(date, time, zone))).ToSeq();
        return new(
            [.. struck],
            struck.All(each => each.IsOver(zone)) ? [Wake(state.Slot, at)] : [Wake(state.Slot, at), .. due.IsPacing ? Seq<Effect>.Empty : [new Effect.Later(Pacer, SendTimer, [], at)], .. Questions(due, struck, zone)]);
    }

    /// <summary>Groups have no days to put on record, so for them only those that a gap in the clocks may have brought to today.</summary>
    private static DateOnly? First(SlotState state, SlotInput.Due due)
    {
        var yesterday = ZonedDays.DateOf(due.From.At, state.Slot.Zone).AddDays(-1);
        return due.Groups.Count == 0 || due.Since < yesterday ? due.Since : yesterday;
    }

    /// <summary>Each group has its question of the date asked at once: one message to one channel needs no pace.</summary>
    private static IEnumerable<Effect> Questions(SlotInput.Due due, Seq<SlotEvent.Struck> struck, string zone) =>
        from each in struck
        where !each.IsOver(zone)
        from wanted in due.Groups
        where wanted.Days.Includes(each.Date)
        select DailyDesk.AskAt(Daily.StreamOf(wanted.Group, each.Date), each.DueAt, due.From.At);

    /// <summary>What is due and was not struck yet, in order. A gap before midnight may put two dates on one day.</summary>
    private static IEnumerable<DateOnly> Dates(SlotState state, DateOnly since, DateTimeOffset at)
    {
        var today = ZonedDays.DateOf(at, state.Slot.Zone);
        var first = today.AddDays(-MostDaysOver);
        if (since > first) first = since;
        if (state.LastDate >= first) first = state.LastDate.Value.AddDays(1);
        for (var date = first; date <= today && ZonedDays.At(date, state.Slot.Time, state.Slot.Zone) <= at; date = date.AddDays(1)) yield return date;
    }
}
