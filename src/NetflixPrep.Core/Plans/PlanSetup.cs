namespace NetflixPrep.Core.Plans;

/// <summary>What a study plan is made from. Days are those of <see cref="Zone"/>.</summary>
public sealed record PlanSetup
{
    public const int FewestHours = 1;
    public const int MostHours = 30;
    public const int UsualHours = 6;
    public const string UsualLevel = "L5";

    public static readonly TimeOnly UsualTime = new(19, 0);

    public required PersonId Person { get; init; }

    public required DateOnly Interview { get; init; }

    /// <summary>From <see cref="FewestHours"/> to <see cref="MostHours"/>.</summary>
    public required int HoursPerWeek { get; init; }

    public required string Level { get; init; }

    /// <summary>A zone of the IANA list.</summary>
    public required string Zone { get; init; }

    /// <summary>When practice begins on a day, in <see cref="Zone"/>.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>The first day that counts, unless the plan is longer than six weeks.</summary>
    public required DateOnly MadeOn { get; init; }
}

/// <summary>Minutes that were practised on a day.</summary>
/// <param name="Area">The id of one of <see cref="Questions.Areas"/>.</param>
/// <param name="Date">In the plan's zone.</param>
public sealed record Done(string Area, DateOnly Date, double Minutes);
