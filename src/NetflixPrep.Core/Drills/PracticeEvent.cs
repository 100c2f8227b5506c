using NetflixPrep.Core.Drills.Memory;

namespace NetflixPrep.Core.Drills;

/// <summary>Why a drill that was due was not sent.</summary>
public enum Withheld
{
    /// <summary>The person is away.</summary>
    Away,

    /// <summary>The person asked to leave that day out.</summary>
    Skipped,

    /// <summary>Its hour lay in quiet hours, to the end of that day.</summary>
    Quiet,

    /// <summary>The bot could not send it while it was still that day.</summary>
    Missed,

    /// <summary>Drills are off or paused.</summary>
    Off,

    /// <summary>Later the same day: it was put off, or quiet hours end before the day does.</summary>
    PutOff,

    /// <summary>The bank had nothing to ask.</summary>
    NoQuestion,
}

/// <summary>Why the bot stopped sending drills by itself.</summary>
public enum PauseReason
{
    /// <summary>The person takes no direct messages from the bot.</summary>
    DmClosed,

    /// <summary>Many went by without an answer.</summary>
    Unanswered,
}

/// <summary>What kind of drill it is.</summary>
public enum DrillKind
{
    /// <summary>The one that comes by itself: once for each date that was meant.</summary>
    Daily,

    /// <summary>Asked for beside it.</summary>
    Extra,
}

/// <summary>How a skill did in one question.</summary>
public sealed record SkillGrade(string Skill, Grade Grade);

/// <summary>A recorded fact of one person's practice, past tense. The names under which these are stored never change.</summary>
/// <param name="At">When it happened, UTC.</param>
public abstract record PracticeEvent
{
    private PracticeEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    public sealed record Subscribed(DateTimeOffset At, Subscription Subscription) : PracticeEvent(At);

    /// <param name="Moved">They are sent through another group from now on.</param>
    public sealed record Unsubscribed(DateTimeOffset At, bool Moved) : PracticeEvent(At);

    /// <param name="Until">The last day away.</param>
    public sealed record WentAway(DateTimeOffset At, DateOnly Until) : PracticeEvent(At);

    public sealed record CameBack(DateTimeOffset At) : PracticeEvent(At);

    /// <summary>The drill of that date, which was not sent yet, is left out.</summary>
    public sealed record LeftOut(DateTimeOffset At, DateOnly Date) : PracticeEvent(At);

    /// <summary>The drill of that date comes, or is brought up again, at another time.</summary>
    public sealed record PutOff(DateTimeOffset At, DateOnly Date, DateTimeOffset Until) : PracticeEvent(At);

    public sealed record Opened(DateTimeOffset At, DateOnly Date, DrillKind Kind, StreamId Drill) : PracticeEvent(At);

    public sealed record NotSent(DateTimeOffset At, DateOnly Date, Withheld Reason) : PracticeEvent(At);

    /// <param name="Date">The date the drill was meant for.</param>
    /// <param name="On">The local date on which it was answered.</param>
    public sealed record Answered(DateTimeOffset At, StreamId Drill, DateOnly Date, DateOnly On, Seq<SkillGrade> Grades) : PracticeEvent(At);

    public sealed record Skipped(DateTimeOffset At, StreamId Drill, DateOnly Date) : PracticeEvent(At);

    /// <summary>What a mock session showed of skills.</summary>
    public sealed record SessionRead(DateTimeOffset At, StreamId Session, DateTimeOffset EndedAt, DateOnly On, Seq<SkillGrade> Grades) : PracticeEvent(At);

    public sealed record Paused(DateTimeOffset At, PauseReason Reason) : PracticeEvent(At);
}
