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
    public sealed record Struck(DateTimeOffset At, DateOnly Date, DateTimeOffset DueAt) : SlotEvent(At);
}

/// <summary>What a slot is asked to decide on.</summary>
public abstract record SlotInput
{
    private SlotInput(Origin from) => From = from;

    public Origin From { get; init; }

    /// <summary>Its timer is due.</summary>
    /// <param name="Wanted">Somebody still has a drill at this hour, or a group its question of the day.</param>
    public sealed record Due(Origin From, bool Wanted) : SlotInput(From)
    {
        /// <summary>The groups whose question of the day comes at this hour, with their days.</summary>
        public Seq<(StreamId Group, DrillDays Days)> Groups { get; init; } = [];
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
/// Decides for slots: each date strikes once, and late only while it is still the same day there. Pure.
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

    /// <summary>Sets the timer to the next time the hour strikes.</summary>
    public static Effect.Later Wake(Slot slot, DateTimeOffset after) => new(slot.Stream, StrikeTimer, [], slot.Next(after).At);

    /// <summary>Answers every pair of state and input.</summary>
    public static Decision<SlotEvent> Decide(SlotState state, SlotInput input)
    {
        if (input is not SlotInput.Due { Wanted: true } due) return Decision<SlotEvent>.Nothing;
        var at = due.From.At;
        var struck = Dates(state, at).ToSeq();
        return new(
            [.. struck.Select(date => new SlotEvent.Struck(at, date, DueAt(state, date)))],
            struck.Count == 0 ? [Wake(state.Slot, at)] : [Wake(state.Slot, at), new Effect.Later(Pacer, SendTimer, [], at), .. Questions(state, due, struck)]);
    }

    /// <summary>Each group has its question of the date asked at once: one message to one channel needs no pace.</summary>
    private static IEnumerable<Effect> Questions(SlotState state, SlotInput.Due due, Seq<DateOnly> struck) =>
        from date in struck
        from wanted in due.Groups
        where wanted.Days.Includes(date)
        select DailyDesk.AskAt(Daily.StreamOf(wanted.Group, date), DueAt(state, date), due.From.At);

    private static DateTimeOffset DueAt(SlotState state, DateOnly date) => ZonedDays.At(date, state.Slot.Time, state.Slot.Zone);

    /// <summary>What is due and was not struck yet: only where the instant lies on the same local day as now. A gap before midnight may put two dates on one day.</summary>
    private static IEnumerable<DateOnly> Dates(SlotState state, DateTimeOffset at)
    {
        var today = ZonedDays.DateOf(at, state.Slot.Zone);
        foreach (var date in new[] { today.AddDays(-1), today })
        {
            var due = DueAt(state, date);
            if (due <= at && ZonedDays.DateOf(due, state.Slot.Zone) == today && !(date <= state.LastDate)) yield return date;
        }
    }
}
