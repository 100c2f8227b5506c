using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Drills;

/// <summary>Reads what people type about their drills: times, days, zones, dates. Either all of it is taken, or nothing with a sentence that says what to type.</summary>
public static class SubscriptionEntry
{
    private static readonly string[] Times = ["H:mm", "HH:mm", "H.mm", "HH.mm", "HHmm", "h:mmtt", "h.mmtt", "htt"];
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy/MM/dd", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary><c>/drill on</c>. What is not named stays as it was, or is taken from the person's profile and the group.</summary>
    public static (Subscription? Subscription, string? Complaint) Read(Seq<Argument> arguments, Origin from, Subscription? before, GroupSettings group)
    {
        var zone = before?.Zone ?? (from.Zone is { } profile && Zones.Find(profile) is { } known ? known : group.Zone);
        if (Value(arguments, "zone") is { } named)
        {
            if (Zones.Find(named) is not { } found) return (null, UnknownZone(named));
            zone = found;
        }
        var time = before?.Time ?? Subscription.DefaultTime;
        if (Value(arguments, "time") is { } typed)
        {
            if (ReadTime(typed) is not { } read) return (null, $"time: is a time of day such as 08:30 or 7pm, not {typed}.");
            time = read;
        }
        var days = before?.Days ?? DrillDays.Daily;
        if (Value(arguments, "days") is { } listed)
        {
            if (DrillDays.Read(listed) is not { } read) return (null, "days: is daily, weekdays, weekends, or a list such as \"mon, wed, fri\".");
            days = read;
        }
        var quiet = before?.QuietHours;
        if (Value(arguments, "quiet-hours") is { } hours)
        {
            quiet = hours.Equals("off", StringComparison.OrdinalIgnoreCase) ? null : QuietHours.Read(hours);
            if (quiet is null && !hours.Equals("off", StringComparison.OrdinalIgnoreCase)) return (null, "quiet-hours: is two times, such as 22:00-07:30, or off.");
        }
        var wanted = new Subscription
        {
            Person = from.Person,
            AskedIn = from.Place,
            Time = time,
            Zone = zone,
            Days = days,
            Minutes = Value(arguments, "minutes") is { } minutes ? int.Parse(minutes, CultureInfo.InvariantCulture) : before?.Minutes ?? Subscription.DefaultMinutes,
            QuietHours = quiet,
            ThreadAllowed = Value(arguments, "if-closed") is { } closed ? closed == "thread" : before?.ThreadAllowed ?? false,
            FirstOn = new Slot(zone, time).Next(from.At).Date,
        };
        return Quiet(wanted, group) is { } complaint ? (null, complaint) : (wanted, null);
    }

    /// <summary>The last day away: a date, a number of days from today, or null with no complaint for "back".</summary>
    public static (DateOnly? Until, string? Complaint) ReadAway(string typed, DateOnly today)
    {
        var text = typed.Trim();
        if (text.ToUpperInvariant() is "BACK" or "OFF" or "NOW") return (null, null);
        if (ReadDate(text) is not { } until)
        {
            var number = text.EndsWith("days", StringComparison.OrdinalIgnoreCase) ? text[..^4].Trim() : text;
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > PracticeDesk.MostDaysAway)
                return (null, "until: is the last day away, such as 2026-12-24, a number of days, or back.");
            until = today.AddDays(days - 1);
        }
        if (until < today) return (null, $"{DrillWording.Iso(until)} has passed. Name the last day away, or back.");
        return until > today.AddDays(PracticeDesk.MostDaysAway)
            ? (null, $"That is more than a year. Name an earlier day, or end drills with /{CommandTable.DrillOff}.")
            : (until, null);
    }

    /// <summary>A time of day as people type it; null when it is none.</summary>
    public static TimeOnly? ReadTime(string typed) =>
        TimeOnly.TryParseExact(typed.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>A date as people type it; null when it is none.</summary>
    public static DateOnly? ReadDate(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // The group's hours are in the group's zone; where the two differ over the year, sending looks again.
    private static string? Quiet(Subscription wanted, GroupSettings group)
    {
        var first = wanted.Slot.Next(ZonedDays.StartOf(wanted.FirstOn, wanted.Zone).AddSeconds(-1)).At;
        if (wanted.QuietHours is { } own && own.Covers(wanted.Time)) return $"{DrillWording.Clock(wanted.Time)} lies in your quiet hours, {own}. Choose another time, or change quiet-hours:.";
        return group.QuietHours is { } theirs && theirs.Covers(ZonedDays.TimeOf(first, group.Zone))
            ? $"{DrillWording.Clock(wanted.Time)} lies in the quiet hours of this group, {theirs} ({group.Zone}). Choose another time."
            : null;
    }

    private static string UnknownZone(string typed) => Zones.Nearest(typed) is { } near
        ? $"zone: there is no {typed}. Did you mean zone:{near}?"
        : "zone: is a name such as Europe/Dublin or America/New_York.";

    private static string? Value(Seq<Argument> arguments, string name) => arguments.FirstOrDefault(argument => argument.Name == name)?.Value.Trim();
}
