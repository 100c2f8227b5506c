using System.Diagnostics;
using NetflixPrep.Core.Drills.Memory;

namespace NetflixPrep.Core.Drills;

/// <summary>What became of the drill of one date.</summary>
public enum DayMark
{
    /// <summary>Sent, and not answered so far.</summary>
    Open,
    Answered,

    /// <summary>Answered on a later day.</summary>
    Late,
    Skipped,
}

/// <summary>A date on which a daily drill was sent.</summary>
public sealed record DrillDay(DateOnly Date, StreamId Drill, DayMark Mark);

/// <summary>A skill with what is remembered of it.</summary>
public sealed record SkillMemory(string Skill, Remembered Remembered);

/// <summary>One person's practice in one group: the fold of its events.</summary>
public sealed record Practice(StreamId Stream)
{
    /// <summary>The first part of the ids of these streams.</summary>
    public const string StreamName = "practice";

    private const int DaysKept = 60;

    /// <summary>Null: no drills are wanted.</summary>
    public Subscription? Subscription { get; init; }

    /// <summary>The last day away.</summary>
    public DateOnly? AwayUntil { get; init; }

    /// <summary>Set: the bot stopped by itself.</summary>
    public PauseReason? Paused { get; init; }

    /// <summary>The newest drill while it is neither answered nor skipped.</summary>
    public (StreamId Drill, DateOnly Date)? Open { get; init; }

    /// <summary>Dates to leave out; the newest sixty.</summary>
    public Seq<DateOnly> LeftOut { get; init; } = [];

    /// <summary>A date whose drill comes at another time.</summary>
    public (DateOnly Date, DateTimeOffset Until)? PutOff { get; init; }

    /// <summary>Dates on which a daily drill was sent, oldest first; the newest sixty.</summary>
    public Seq<DrillDay> Days { get; init; } = [];

    public Seq<SkillMemory> Memory { get; init; } = [];

    /// <summary>Sessions that ended up to here are in the memory.</summary>
    public DateTimeOffset ReadUpTo { get; init; }

    /// <summary>The newest date that is settled without a drill.</summary>
    public DateOnly? LastNotSent { get; init; }

    /// <summary>Days up to here do not count as unanswered any more: the person turned drills on again.</summary>
    public DateOnly? CountsAfter { get; init; }

    /// <summary>How many daily drills in a row, the newest included, have no answer.</summary>
    public int UnansweredInARow => Days.Reverse().TakeWhile(day => day.Mark == DayMark.Open && !(day.Date <= CountsAfter)).Count();

    /// <summary>Nothing more will come for that date.</summary>
    public bool IsSettled(DateOnly date) => date == LastNotSent || Days.Any(day => day.Date == date);

    public static Practice New(StreamId stream) => new(stream);

    public static StreamId StreamOf(PersonId person) => new(StreamName, person.ToString());

    /// <summary>The state after one more fact.</summary>
    public Practice Evolve(PracticeEvent fact) => fact switch
    {
        PracticeEvent.Subscribed it => this with { Subscription = it.Subscription, Paused = null, CountsAfter = Days.Count > 0 ? Days[^1].Date : null },
        PracticeEvent.Unsubscribed => this with { Subscription = null, Paused = null, PutOff = null, LeftOut = [] },
        PracticeEvent.WentAway it => this with { AwayUntil = it.Until },
        PracticeEvent.CameBack => this with { AwayUntil = null },
        PracticeEvent.LeftOut it => this with { LeftOut = [.. LeftOut.TakeLast(DaysKept - 1), it.Date], PutOff = null },
        PracticeEvent.PutOff it => this with { PutOff = (it.Date, it.Until) },
        PracticeEvent.Opened it => this with
        {
            Open = (it.Drill, it.Date),
            // One asked for beside it leaves the daily one where it was put.
            PutOff = it.Kind == DrillKind.Daily ? null : PutOff,
            Days = it.Kind == DrillKind.Daily ? [.. Days.Where(day => day.Date != it.Date).TakeLast(DaysKept - 1), new(it.Date, it.Drill, DayMark.Open)] : Days,
        },
        PracticeEvent.NotSent { Reason: Withheld.PutOff } => this,
        PracticeEvent.NotSent it => this with { LastNotSent = it.Date },
        PracticeEvent.Answered it => Marked(it.Drill, it.On > it.Date ? DayMark.Late : DayMark.Answered) with { Memory = Reviewed(it.Grades, it.On) },
        PracticeEvent.Skipped it => Marked(it.Drill, DayMark.Skipped),
        PracticeEvent.SessionRead it => this with { Memory = Reviewed(it.Grades, it.On), ReadUpTo = it.EndedAt > ReadUpTo ? it.EndedAt : ReadUpTo },
        PracticeEvent.Paused it => this with { Paused = it.Reason },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow here."),
    };

    private Practice Marked(StreamId drill, DayMark mark) => this with
    {
        Days = [.. Days.Select(day => day.Drill == drill ? day with { Mark = mark } : day)],
        Open = Open is { } open && open.Drill == drill ? null : Open,
    };

    private Seq<SkillMemory> Reviewed(Seq<SkillGrade> grades, DateOnly on)
    {
        var memory = Memory.ToList();
        foreach (var (skill, grade) in grades)
        {
            var at = memory.FindIndex(item => item.Skill == skill);
            if (at < 0) memory.Add(new(skill, Fsrs.Review(null, grade, on)));
            else if (on >= memory[at].Remembered.LastOn) memory[at] = new(skill, Fsrs.Review(memory[at].Remembered, grade, on));
        }
        return [.. memory];
    }
}
