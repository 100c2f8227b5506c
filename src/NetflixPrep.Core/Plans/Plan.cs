using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Plans;

/// <summary>How much time there is before the interview.</summary>
public enum PlanLength
{
    /// <summary>Six weeks, the full plan (S2).</summary>
    Full,

    /// <summary>One week to six: system design and experimentation first (S2).</summary>
    Shorter,

    /// <summary>Less than a week: system design, experimentation, stories and the night before (ours).</summary>
    Days,
}

/// <summary>What a day of the plan is for.</summary>
public enum DayKind
{
    Practice,

    /// <summary>Day 5 of the weekly rhythm: a mock from end to end.</summary>
    FullMock,

    /// <summary>Practice in the last seven days.</summary>
    FinalWeek,
    NightBefore,
    Rest,
}

/// <summary>One thing to do on a day. <paramref name="What"/> is text of ours in the Markdown subset.</summary>
public sealed record PlanStep(string What, int Minutes, CommandRef? Command = null);

/// <summary>A day of the plan.</summary>
/// <param name="Area">The id of an area; null on a day of rest.</param>
/// <param name="Why">Why this, on this day; with the source in brackets, or "ours".</param>
public sealed record PlanDay(DateOnly Date, DayKind Kind, string? Area, Seq<PlanStep> Steps, string Why)
{
    public int Minutes => Steps.Sum(step => step.Minutes);
}

/// <summary>What is still to be done from a day on: a function of the set-up, of what was done, and of that day.</summary>
public sealed record Plan
{
    public required PlanSetup Setup { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The first day that is planned at all.</summary>
    public required DateOnly Start { get; init; }

    public required PlanLength Length { get; init; }

    /// <summary>Every day from today, or from <see cref="Start"/>, to the night before; empty from the interview on.</summary>
    public required Seq<PlanDay> Days { get; init; }

    /// <summary>Minutes of a usual day of practice.</summary>
    public required double UsualDay { get; init; }

    /// <summary>Minutes of a day of practice as it is planned from now on.</summary>
    public required int MinutesPerDay { get; init; }

    /// <summary>Minutes that do not fit any more.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Days of practice that went by without any.</summary>
    public required int Missed { get; init; }

    /// <summary>Days to the interview; 0 on its day, negative after it.</summary>
    public int DaysLeft => Setup.Interview.DayNumber - Today.DayNumber;

    public PlanDay? Day(DateOnly date) => Days.FirstOrDefault(day => day.Date == date);
}

/// <summary>Minutes of an area: planned up to yesterday, practised up to now, and planned in all.</summary>
public sealed record AreaMinutes(string Area, int PlannedSoFar, int Done, int PlannedInAll);
