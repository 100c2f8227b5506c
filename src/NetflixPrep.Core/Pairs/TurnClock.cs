using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Pairs;

/// <summary>How the time of the side to move runs: always, except in that person's quiet hours. Quiet hours are stretches between two local times, so they hold also when the clocks change.</summary>
public static class TurnClock
{
    private const int MostDays = 2000;

    private static readonly TimeSpan LongestQuiet = TimeSpan.FromHours(16);

    /// <summary>Quiet hours that may stop a clock: those that leave at least eight hours of the day, so that every meeting ends. Others count as none.</summary>
    public static QuietHours? Fair(QuietHours? quiet) => quiet is { } hours && hours.To - hours.From <= LongestQuiet ? hours : null;

    /// <summary>The time between two instants that was not quiet.</summary>
    public static TimeSpan Burnt(DateTimeOffset from, DateTimeOffset to, QuietHours? quiet, string zone)
    {
        if (to <= from) return TimeSpan.Zero;
        var burnt = to - from;
        if (quiet is null) return burnt;
        foreach (var (begin, end) in Stretches(from, quiet, zone))
        {
            if (begin >= to) break;
            var (first, last) = (begin > from ? begin : from, end < to ? end : to);
            if (last > first) burnt -= last - first;
        }
        return burnt;
    }

    /// <summary>When so much time will have run, counted from an instant; never inside quiet hours.</summary>
    public static DateTimeOffset EndsAt(DateTimeOffset from, TimeSpan left, QuietHours? quiet, string zone)
    {
        if (left < TimeSpan.Zero) left = TimeSpan.Zero;
        if (quiet is null) return from + left;
        var at = from;
        foreach (var (begin, end) in Stretches(from, quiet, zone))
        {
            if (end <= at) continue;
            if (begin > at)
            {
                if (left < begin - at) return at + left;
                left -= begin - at;
            }
            at = end;
        }
        return at + left;
    }

    public static bool IsQuiet(DateTimeOffset at, QuietHours? quiet, string zone) => EndsAt(at, TimeSpan.Zero, quiet, zone) > at;

    // One for each local date; the one of the day before may still be going on.
    private static IEnumerable<(DateTimeOffset Begin, DateTimeOffset End)> Stretches(DateTimeOffset from, QuietHours quiet, string zone)
    {
        var first = ZonedDays.DateOf(from, zone).AddDays(-1);
        for (var day = 0; day < MostDays; day++)
        {
            var date = first.AddDays(day);
            yield return (ZonedDays.At(date, quiet.From, zone), ZonedDays.At(quiet.From < quiet.To ? date : date.AddDays(1), quiet.To, zone));
        }
    }
}
