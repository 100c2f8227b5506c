using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Extensions;

namespace NetflixPrep.Core.Calendars;

/// <summary>One appointment. Without a <paramref name="Time"/> it is the whole day.</summary>
/// <param name="Uid">The same in every export, so that a calendar changes what it has instead of showing it twice.</param>
public sealed record Appointment(string Uid, DateOnly Date, TimeOnly? Time, int Minutes, string Summary, string Description);

/// <summary>Writes an iCalendar file (RFC 5545): local times with their zone's own rules for the span, so that every calendar shows the same hour on both sides of a clock change.</summary>
public static class CalendarFile
{
    private const int MostOctets = 75;
    private const string Local = "yyyyMMdd'T'HHmmss";

    /// <param name="zone">Of the IANA list; one that is not in it counts as UTC.</param>
    /// <param name="writtenAt">The moment of the export.</param>
    public static string Write(string name, string zone, Seq<Appointment> appointments, DateTimeOffset writtenAt)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//netflixprep-bot//Study plan//EN");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        Line(file, $"X-WR-CALNAME:{Escaped(name)}");
        var rules = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;
        if (appointments.Count > 0) Zone(file, rules, appointments.Min(each => each.Date), appointments.Max(each => each.Date));
        foreach (var appointment in appointments) Event(file, appointment, rules.Id, writtenAt);
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    /// <summary>Every stretch of the zone that the span touches, each with where its clocks came from.</summary>
    private static void Zone(StringBuilder file, DateTimeZone zone, DateOnly first, DateOnly last)
    {
        Line(file, "BEGIN:VTIMEZONE");
        Line(file, $"TZID:{zone.Id}");
        var from = first.AddDays(-1).ToLocalDate().AtStartOfDayInZone(zone).ToInstant();
        var to = last.AddDays(2).ToLocalDate().AtStartOfDayInZone(zone).ToInstant();
        foreach (var stretch in zone.GetZoneIntervals(from, to))
        {
            var kind = stretch.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
            var before = stretch.HasStart ? zone.GetZoneInterval(stretch.Start - Duration.Epsilon).WallOffset : stretch.WallOffset;
            // The clocks that are left show when the new ones begin.
            var begins = stretch.HasStart ? stretch.Start.WithOffset(before).LocalDateTime : new LocalDateTime(1970, 1, 1, 0, 0);
            Line(file, $"BEGIN:{kind}");
            Line(file, $"DTSTART:{Text(begins.ToDateTimeUnspecified())}");
            Line(file, $"TZOFFSETFROM:{Text(before)}");
            Line(file, $"TZOFFSETTO:{Text(stretch.WallOffset)}");
            Line(file, $"TZNAME:{Escaped(stretch.Name)}");
            Line(file, $"END:{kind}");
        }
        Line(file, "END:VTIMEZONE");
    }

    private static void Event(StringBuilder file, Appointment appointment, string zone, DateTimeOffset writtenAt)
    {
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{Escaped(appointment.Uid)}");
        Line(file, $"DTSTAMP:{Text(writtenAt.UtcDateTime)}Z");
        if (appointment.Time is { } time)
        {
            // A time that the clocks skip is the first one after the gap, here as everywhere.
            var at = ZonedDays.At(appointment.Date, time, zone);
            Line(file, $"DTSTART;TZID={zone}:{Text(ZonedDays.DateOf(at, zone).ToDateTime(ZonedDays.TimeOf(at, zone)))}");
            Line(file, string.Create(CultureInfo.InvariantCulture, $"DURATION:PT{appointment.Minutes}M"));
        }
        else
        {
            Line(file, $"DTSTART;VALUE=DATE:{appointment.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        }
        Line(file, $"SUMMARY:{Escaped(appointment.Summary)}");
        if (appointment.Description.Length > 0) Line(file, $"DESCRIPTION:{Escaped(appointment.Description)}");
        Line(file, "END:VEVENT");
    }

    private static string Text(DateTime local) => local.ToString(Local, CultureInfo.InvariantCulture);

    private static string Text(Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}{seconds / 60 % 60:00}{(seconds % 60 == 0 ? "" : (seconds % 60).ToString("00", CultureInfo.InvariantCulture))}");
    }

    private static string Escaped(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line of at most 75 octets; what is longer goes on after a blank, and no letter is cut.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
