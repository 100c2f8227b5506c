using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Pairs;

/// <summary>Reads what people type after <c>/pair</c>. Either all of it is taken, or nothing with a sentence that says what to type.</summary>
public static class PairEntry
{
    private const string Any = "any";

    /// <summary>What is not named stays as it was, or is taken from the person's drills, profile and group.</summary>
    public static (PairWish? Wish, string? Complaint) Read(Seq<Argument> arguments, Origin from, PairWish? before, string? drillZone, string groupZone)
    {
        var zone = before?.Zone ?? drillZone ?? (from.Zone is { } profile && Zones.Find(profile) is { } known ? known : groupZone);
        if (Value(arguments, "zone") is { } named)
        {
            if (Zones.Find(named) is not { } found)
                return (null, Zones.Nearest(named) is { } near ? $"zone: there is no {named}. Did you mean zone:{near}?" : "zone: is a name such as Europe/Dublin or America/New_York.");
            zone = found;
        }
        var hours = before?.Hours;
        if (Value(arguments, "hours") is { } typed)
        {
            var isAny = typed.Equals(Any, StringComparison.OrdinalIgnoreCase);
            hours = isAny ? null : QuietHours.Read(typed);
            if (hours is null && !isAny) return (null, "hours: is two times, such as 18:00-22:00, or any.");
        }
        var days = before?.Days ?? DrillDays.Daily;
        if (Value(arguments, "days") is { } listed)
        {
            if (DrillDays.Read(listed) is not { } read) return (null, "days: is daily, weekdays, weekends, or a list such as \"mon, wed, fri\".");
            days = read;
        }
        return (new()
        {
            Person = from.Person,
            AskedIn = from.Place,
            Round = Wanted(arguments, "round", before?.Round),
            Level = Wanted(arguments, "level", before?.Level),
            Hours = hours,
            Zone = zone,
            Days = days,
        }, null);
    }

    /// <summary>The last day away, or null with no complaint for "back".</summary>
    public static (DateOnly? Until, string? Complaint) ReadAway(string typed, DateOnly today)
    {
        var (until, complaint) = SubscriptionEntry.ReadAway(typed, today);
        return complaint is null ? (until, null)
            : complaint.StartsWith("until:", StringComparison.Ordinal) ? (null, "away: is the last day away, such as 2026-12-24, a number of days, or back.")
            : complaint.StartsWith("That is more", StringComparison.Ordinal) ? (null, "away: is at most a year from now. Name an earlier day, or leave with view:off.")
            : (null, complaint);
    }

    internal static string? Value(Seq<Argument> arguments, string name) => arguments.FirstOrDefault(argument => argument.Name == name)?.Value.Trim();

    private static string? Wanted(Seq<Argument> arguments, string name, string? before) => Value(arguments, name) switch
    {
        null => before,
        Any => null,
        var wanted => wanted,
    };
}
