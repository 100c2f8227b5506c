using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Drills;

/// <summary>What the desk of a person's practice is asked to decide on.</summary>
public abstract record PracticeInput
{
    private PracticeInput(Origin from) => From = from;

    public Origin From { get; init; }

    public DateTimeOffset At => From.At;

    /// <summary><c>/drill on</c>.</summary>
    /// <param name="Subscription">Null when something that was typed cannot be: <paramref name="Complaint"/> says what to type instead.</param>
    /// <param name="SlotIsSet">The timer of its hour is set already; setting it anew could lose a time that has just passed.</param>
    /// <param name="Moved">Until now they were sent through another group.</param>
    public sealed record Subscribe(Origin From, Subscription? Subscription, string? Complaint, bool SlotIsSet, bool Moved) : PracticeInput(From);

    /// <param name="Moved">They go on through another group, which says so itself.</param>
    public sealed record Unsubscribe(Origin From, bool Moved) : PracticeInput(From);

    /// <summary><c>/drill away</c>.</summary>
    /// <param name="Until">The last day away; null to be back.</param>
    public sealed record Away(Origin From, DateOnly? Until, string? Complaint) : PracticeInput(From);

    /// <summary><c>/drill skip</c> while no drill is open: the next one is left out.</summary>
    public sealed record Skip(Origin From) : PracticeInput(From);

    /// <summary><c>/drill snooze</c> while no drill is open.</summary>
    public sealed record Snooze(Origin From, int Minutes) : PracticeInput(From);

    /// <summary><c>/drill snooze</c> of the open drill: it is brought up again later.</summary>
    public sealed record SnoozeOpen(Origin From, int Minutes) : PracticeInput(From);

    /// <summary><c>/drill now</c>.</summary>
    /// <param name="Drill">The one that was opened; null when there is nothing to ask.</param>
    public sealed record Now(Origin From, StreamId? Drill) : PracticeInput(From);

    /// <summary>The drill of a date is due, for the first time or after it was put off.</summary>
    /// <param name="DueAt">The instant that was meant.</param>
    /// <param name="Drill">The one that was opened; null when it is not to be sent, or there is nothing to ask.</param>
    public sealed record Due(Origin From, DateOnly Date, DateTimeOffset DueAt, QuietHours? GroupQuiet, string GroupZone, StreamId? Drill, Seq<PracticeEvent.SessionRead> Read) : PracticeInput(From);

    /// <summary>A drill was answered to the end.</summary>
    public sealed record Answered(Origin From, StreamId Drill, DateOnly Date, DateOnly On, Seq<SkillGrade> Grades) : PracticeInput(From);

    public sealed record SkippedOne(Origin From, StreamId Drill, DateOnly Date) : PracticeInput(From);

    /// <summary>The person takes no direct messages.</summary>
    /// <param name="Elsewhere">The drill goes to a thread instead.</param>
    public sealed record DmClosed(Origin From, bool Elsewhere) : PracticeInput(From);
}
