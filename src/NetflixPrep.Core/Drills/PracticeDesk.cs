using System.Diagnostics;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Drills;

/// <summary>Decides for one person's practice: whether and when a drill comes, and what is remembered of it. Pure.</summary>
public static class PracticeDesk
{
    /// <summary>So many drills without an answer, and the bot stops by itself: it does not fill anybody's messages.</summary>
    public const int MostUnanswered = 7;

    /// <summary>The timer of one date's drill; the date follows.</summary>
    public const string DrillTimer = "drill-";

    /// <summary>The timer that brings an open drill up again.</summary>
    public const string AgainTimer = "again";

    /// <summary>The farthest away that somebody can say to be.</summary>
    public const int MostDaysAway = 366;

    /// <summary>Answers every pair of state and input.</summary>
    public static Decision<PracticeEvent> Decide(Practice practice, PracticeInput input) => input switch
    {
        PracticeInput.Subscribe { Complaint: { } complaint } => Whisper(input, DrillWording.Complaint(complaint)),
        PracticeInput.Subscribe { Subscription: { } wanted } subscribe => Subscribe(practice, subscribe, wanted),
        PracticeInput.Unsubscribe when practice.Subscription is null => Whisper(input, DrillWording.AlreadyOff()),
        PracticeInput.Unsubscribe { Moved: var moved } => new([new PracticeEvent.Unsubscribed(input.At, moved)], moved ? [] : [Private(input, DrillWording.TurnedOff())]),
        PracticeInput.Away away => Away(practice, away),
        PracticeInput.Skip => Skip(practice, input),
        PracticeInput.Snooze snooze => Snooze(practice, snooze),
        PracticeInput.SnoozeOpen snooze => SnoozeOpen(practice, snooze),
        PracticeInput.Now { Drill: null } => Whisper(input, DrillWording.NothingToAsk()),
        PracticeInput.Now { Drill: { } drill } => new(
            [new PracticeEvent.Opened(input.At, ZonedDays.DateOf(input.At, ZoneOf(practice)), DrillKind.Extra, drill)], []),
        PracticeInput.Due due => Due(practice, due),
        PracticeInput.Answered it => new([new PracticeEvent.Answered(it.At, it.Drill, it.Date, it.On, it.Grades)], []),
        PracticeInput.SkippedOne it => new([new PracticeEvent.Skipped(it.At, it.Drill, it.Date)], []),
        PracticeInput.DmClosed closed => DmClosed(practice, closed),
        _ => throw new UnreachableException($"No rule for {input.GetType().Name}."),
    };

    /// <summary>Why the drill of a date is not to be sent now; null when it is.</summary>
    public static Withheld? Hold(Practice practice, DateOnly date, DateTimeOffset dueAt, DateTimeOffset now, QuietHours? groupQuiet, string groupZone)
    {
        if (practice is not { Subscription: { } subscription, Paused: null }) return Withheld.Off;
        if (practice.LeftOut.Contains(date)) return Withheld.Skipped;
        if (date <= practice.AwayUntil) return Withheld.Away;
        if (ZonedDays.DateOf(now, subscription.Zone) != ZonedDays.DateOf(dueAt, subscription.Zone)) return Withheld.Missed;
        var from = practice.PutOff is { } put && put.Date == date && put.Until > now ? put.Until : now;
        var until = QuietUntil(subscription, from, groupQuiet, groupZone) ?? from;
        if (until == now) return null;
        return ZonedDays.DateOf(until, subscription.Zone) == ZonedDays.DateOf(dueAt, subscription.Zone) ? Withheld.PutOff : Withheld.Quiet;
    }

    /// <summary>The end of the quiet hours that cover this moment, the person's own or the group's; null when it is not quiet.</summary>
    public static DateTimeOffset? QuietUntil(Subscription subscription, DateTimeOffset now, QuietHours? groupQuiet, string groupZone)
    {
        var until = now;
        // Each may go on from where the other ends; together they may leave no hour free.
        while ((subscription.QuietHours?.EndAfter(until, subscription.Zone) ?? groupQuiet?.EndAfter(until, groupZone)) is { } end && until - now < TimeSpan.FromDays(2)) until = end;
        return until > now ? until : null;
    }

    private static Decision<PracticeEvent> Subscribe(Practice practice, PracticeInput.Subscribe input, Subscription wanted)
    {
        var slot = input.SlotIsSet ? Seq<Effect>.Empty : [SlotDesk.Wake(wanted.Slot, input.At)];
        var next = Next(practice with { Subscription = wanted, Paused = null }, input.At);
        var again = practice is { Subscription: { } before, Paused: null } && before with { AskedIn = wanted.AskedIn, FirstOn = wanted.FirstOn } == wanted;
        Seq<Effect> hello = again || input.From.Person.Group is null
            ? []
            : [new Effect.Show(new Where.Dm(wanted.Person), "hello", DrillWording.Hello(wanted, next), null, [])];
        return new(
            [new PracticeEvent.Subscribed(input.At, wanted)],
            [.. slot, Private(input, DrillWording.TurnedOn(wanted, next, practice.AwayUntil >= ZonedDays.DateOf(input.At, wanted.Zone) ? practice.AwayUntil : null, input.Moved)), .. hello]);
    }

    private static Decision<PracticeEvent> Away(Practice practice, PracticeInput.Away away)
    {
        if (away.Complaint is { } complaint) return Whisper(away, DrillWording.Complaint(complaint));
        if (practice.Subscription is null) return Whisper(away, DrillWording.AlreadyOff());
        if (away.Until is not { } until)
            return new(practice.AwayUntil is null ? [] : [new PracticeEvent.CameBack(away.At)], [Private(away, DrillWording.Back(Next(practice with { AwayUntil = null }, away.At), ZoneOf(practice)))]);
        var state = practice with { AwayUntil = until };
        return new([new PracticeEvent.WentAway(away.At, until)], [Private(away, DrillWording.GoneAway(until, Next(state, away.At), ZoneOf(practice)))]);
    }

    private static Decision<PracticeEvent> Skip(Practice practice, PracticeInput input)
    {
        if (Next(practice, input.At) is not { } next) return Whisper(input, DrillWording.NoneToCome());
        return new([new PracticeEvent.LeftOut(input.At, next.Date)], [Private(input, DrillWording.WillSkip(next.Date, Next(practice with { LeftOut = practice.LeftOut.Add(next.Date) }, input.At), ZoneOf(practice)))]);
    }

    private static Decision<PracticeEvent> Snooze(Practice practice, PracticeInput.Snooze snooze)
    {
        if (Next(practice, snooze.At) is not { } next || practice.Subscription is not { } subscription) return Whisper(snooze, DrillWording.NoneToCome());
        var until = next.At + TimeSpan.FromMinutes(snooze.Minutes);
        if (ZonedDays.DateOf(until, subscription.Zone) != ZonedDays.DateOf(next.At, subscription.Zone)) return Whisper(snooze, DrillWording.TooLateToday(next.Date));
        // Those of the group are looked at when it is due.
        if (QuietUntil(subscription, until, null, subscription.Zone) is { } end && ZonedDays.DateOf(end, subscription.Zone) != ZonedDays.DateOf(next.At, subscription.Zone))
            return Whisper(snooze, DrillWording.TooQuietToday(next.Date, subscription.QuietHours!));
        return new([new PracticeEvent.PutOff(snooze.At, next.Date, until)], [Private(snooze, DrillWording.WillComeAt(next.Date, until))]);
    }

    private static Decision<PracticeEvent> SnoozeOpen(Practice practice, PracticeInput.SnoozeOpen snooze)
    {
        if (practice.Open is not { } open) return Whisper(snooze, DrillWording.NoneToCome());
        var until = snooze.At + TimeSpan.FromMinutes(snooze.Minutes);
        // One asked for beside the daily one does not hold that back.
        return new(
            practice.Days.Any(day => day.Drill == open.Drill) ? [new PracticeEvent.PutOff(snooze.At, open.Date, until)] : [],
            [new Effect.Later(practice.Stream, AgainTimer, [], until), Private(snooze, DrillWording.AgainAt(until))]);
    }

    private static Decision<PracticeEvent> Due(Practice practice, PracticeInput.Due due)
    {
        Seq<PracticeEvent> read = [.. due.Read];
        // Twice for one date: the first one counts.
        if (practice.Days.Any(day => day.Date == due.Date)) return new(read, []);
        var hold = Hold(practice, due.Date, due.DueAt, due.At, due.GroupQuiet, due.GroupZone);
        if (hold is null && practice.UnansweredInARow >= MostUnanswered)
            return new(
                [.. read, new PracticeEvent.Paused(due.At, PauseReason.Unanswered), new PracticeEvent.NotSent(due.At, due.Date, Withheld.Off)],
                [new Effect.Show(new Where.Dm(practice.Subscription!.Person), "paused", DrillWording.StoppedByItself(MostUnanswered), null, [])]);
        if (hold is null && due.Drill is null) hold = Withheld.NoQuestion;
        if (hold is null) return new([.. read, new PracticeEvent.Opened(due.At, due.Date, DrillKind.Daily, due.Drill!.Value)], []);
        return new(
            [.. read, new PracticeEvent.NotSent(due.At, due.Date, hold.Value)],
            hold == Withheld.PutOff ? [Later(practice, due)] : []);
    }

    private static Effect.Later Later(Practice practice, PracticeInput.Due due)
    {
        var until = practice.PutOff is { } put && put.Date == due.Date && put.Until > due.At ? put.Until : due.At;
        return DrillAt(practice.Stream, due.Date, QuietUntil(practice.Subscription!, until, due.GroupQuiet, due.GroupZone) ?? until);
    }

    /// <summary>Brings the drill of a date to the person's practice at that time.</summary>
    public static Effect.Later DrillAt(StreamId practice, DateOnly date, DateTimeOffset at) =>
        new(practice, $"{DrillTimer}{DrillWording.Iso(date)}", [new("date", DrillWording.Iso(date))], at);

    private static Decision<PracticeEvent> DmClosed(Practice practice, PracticeInput.DmClosed closed) =>
        closed.Elsewhere || practice is not { Subscription: { } subscription, Paused: null }
            ? Decision<PracticeEvent>.Nothing
            : new(
                [new PracticeEvent.Paused(closed.At, PauseReason.DmClosed)],
                [new Effect.Show(new Where.In(subscription.AskedIn), "dm-closed", DrillWording.DmClosed(), subscription.Person, [])]);

    /// <summary>The next drill that will come, with its local date; null when none will.</summary>
    public static (DateOnly Date, DateTimeOffset At)? Next(Practice practice, DateTimeOffset now)
    {
        if (practice is not { Subscription: { } subscription, Paused: null }) return null;
        if (practice.PutOff is { } put && put.Until > now && IsToCome(practice, put.Date)) return put;
        var after = now;
        for (var tries = 0; tries <= MostDaysAway + 8; tries++)
        {
            var (date, at) = ZonedDays.Next(subscription.Time, subscription.Zone, after);
            if (subscription.Days.Includes(date) && date >= subscription.FirstOn && IsToCome(practice, date)) return (date, at);
            after = at;
        }
        return null;
    }

    private static bool IsToCome(Practice practice, DateOnly date) => !practice.IsSettled(date) && !practice.LeftOut.Contains(date) && !(date <= practice.AwayUntil);

    /// <summary>Days are counted where the person lives.</summary>
    public static string ZoneOf(Practice practice) => practice.Subscription?.Zone ?? GroupSettings.DefaultZone;

    private static Decision<PracticeEvent> Whisper(PracticeInput input, Message message) => new([], [Private(input, message)]);

    private static Effect.Show Private(PracticeInput input, Message message) => new(new Where.In(input.From.Place), "drill", message, input.From.Person, []);
}
