using NodaTime;
using NodaTime.Extensions;

namespace NetflixPrep.Core.Calendars;

/// <summary>Days and hours where a person lives: a local time and an IANA zone are the truth, instants follow from them.</summary>
public static class ZonedDays
{
    /// <summary>The local date of an instant. A zone that is not in the list counts as UTC.</summary>
    public static DateOnly DateOf(DateTimeOffset at, string zone) => LocalOf(at, zone).Date.ToDateOnly();

    /// <summary>The local time of day of an instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset at, string zone) => LocalOf(at, zone).TimeOfDay.ToTimeOnly();

    /// <summary>
    /// The instant of a local time on a date. A time that the clocks skip is the first one after the gap, which may be on the next date;
    /// a time that comes twice is its first occurrence.
    /// </summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time, string zone)
    {
        var mapping = ZoneOf(zone).MapLocal(date.ToLocalDate() + time.ToLocalTime());
        return (mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant()).ToDateTimeOffset();
    }

    /// <summary>The first instant that belongs to a date; a day that the zone left out begins where the next one does.</summary>
    public static DateTimeOffset StartOf(DateOnly date, string zone) => At(date, TimeOnly.MinValue, zone);

    /// <summary>The next instant after <paramref name="after"/> at which it is that time there, with the date it is meant for.</summary>
    public static (DateOnly Date, DateTimeOffset At) Next(TimeOnly time, string zone, DateTimeOffset after)
    {
        // The instant of yesterday's date may still be to come: a gap before midnight moves it into today.
        for (var date = DateOf(after, zone).AddDays(-1); ; date = date.AddDays(1))
        {
            if (At(date, time, zone) is var at && at > after) return (date, at);
        }
    }

    private static LocalDateTime LocalOf(DateTimeOffset at, string zone) => Instant.FromDateTimeOffset(at).InZone(ZoneOf(zone)).LocalDateTime;

    private static DateTimeZone ZoneOf(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;
}
