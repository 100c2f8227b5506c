using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Pairs;

/// <summary>What somebody wishes of a partner; null means anything.</summary>
public sealed record PairWish
{
    public required PersonId Person { get; init; }

    /// <summary>Where it was asked for.</summary>
    public required PlaceId AskedIn { get; init; }

    /// <summary>Of <see cref="Questions.Rounds"/>.</summary>
    public string? Round { get; init; }

    public string? Level { get; init; }

    /// <summary>The hours of the day in which the person likes to practise, in their zone.</summary>
    public QuietHours? Hours { get; init; }

    public required string Zone { get; init; }

    /// <summary>The days on which they may be matched, in their zone.</summary>
    public DrillDays Days { get; init; } = DrillDays.Daily;

    /// <summary>Whether they may be matched at this moment's date where they live.</summary>
    public bool IsFree(DateTimeOffset at) => Days.Includes(ZonedDays.DateOf(at, Zone));
}
