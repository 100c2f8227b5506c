using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Drills;

/// <summary>How many of the newest drills were answered. One that was not is a free day; nobody else sees this.</summary>
/// <param name="Answered">Also late ones.</param>
/// <param name="Of">Seven at most.</param>
public sealed record Streak(int Answered, int Of)
{
    public const int Window = 7;

    /// <summary>Skipped ones do not count at all; days away had no drill.</summary>
    public static Streak Of7(IEnumerable<DrillDay> days)
    {
        var newest = days.Where(day => day.Mark != DayMark.Skipped).TakeLast(Window).ToList();
        return new(newest.Count(day => day.Mark is DayMark.Answered or DayMark.Late), newest.Count);
    }

    /// <summary>One free day is named; more are met with silence.</summary>
    public Prose Line() => (Of, Answered, Of - Answered) switch
    {
        ( < 2, _, _) or (_, 0, _) => Prose.Empty,
        (_, _, 0) => Prose.Of($"Your last {Of} drills: all answered."),
        (_, _, 1) => Prose.Of($"Your last {Of} drills: {Answered} answered, 1 free day."),
        _ => Prose.Of($"Your last {Of} drills: {Answered} answered."),
    };
}
