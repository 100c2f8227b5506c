using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;
using NodaTime;

namespace NetflixPrep.Core.Tests.Drills;

/// <summary>A week around every clock change of every zone from 2026 to 2030, and a week of each zone without one, with whatever people and machines do.</summary>
public class ClockChangeTests
{
    private const int SeedsAWeek = 3;

    [Fact]
    public void Every_date_is_sent_once_at_most_and_otherwise_has_its_reason()
    {
        var broken = new List<string>();
        foreach (var (zone, change) in Weeks)
        {
            for (var seed = 0; seed < SeedsAWeek; seed++) broken.AddRange(Live(zone, change, Chance.From($"{zone} {change:O} {seed}")).Select(what => $"{zone} {change:O} seed {seed}: {what}"));
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(20)) + $"\n{broken.Count} in all");
    }

    [Fact]
    public void What_is_said_to_come_next_is_what_comes()
    {
        foreach (var (zone, change) in Weeks)
        {
            var begins = change - TimeSpan.FromDays(3);
            var wanted = Wanted(zone, ZonedDays.TimeOf(change, zone).AddMinutes(15 * new Die(Chance.From($"{zone} {change:O}")).Between(-8, 8)), DrillDays.Daily, null, begins);
            var week = new DrillWeek(wanted, null, "UTC", begins);
            for (var at = begins; at < begins + TimeSpan.FromDays(5);)
            {
                var next = PracticeDesk.Next(week.Practice, at)!.Value;
                week = new DrillWeek(wanted, null, "UTC", begins);
                week.Run(next.At, [], []);

                Assert.Equal(next, (week.Sent[^1].Date, week.Sent[^1].At));
                at = next.At;
            }
        }
    }

    private static IEnumerable<string> Live(string zone, DateTimeOffset change, Chance chance)
    {
        var die = new Die(chance);
        var begins = change - TimeSpan.FromDays(3) - TimeSpan.FromMinutes(die.Below(1440));
        var ends = begins + TimeSpan.FromDays(8);
        var time = ZonedDays.TimeOf(change, zone).AddMinutes(die.Percent(70) ? 15 * die.Between(-8, 8) : die.Below(1440));
        var wanted = Wanted(zone, time, die.Percent(60) ? DrillDays.Daily : new(1 + die.Below(127)), die.Percent(40) ? Quiet(die) : null, begins);
        if (wanted.QuietHours is { } own && own.Covers(time)) wanted = wanted with { QuietHours = null };
        var (groupQuiet, groupZone) = (die.Percent(40) ? Quiet(die) : null, die.Percent(50) ? zone : "America/New_York");
        Seq<(DateTimeOffset, DateTimeOffset)> downtimes = [.. Downtimes(die, begins).OrderBy(down => down.Item1)];
        var week = new DrillWeek(wanted, groupQuiet, groupZone, begins);

        week.Run(ends, downtimes, Commands(die, wanted, begins));

        foreach (var twice in week.Sent.GroupBy(sent => sent.Date).Where(sent => sent.Count() > 1)) yield return $"{twice.Key} was sent {twice.Count()} times";
        foreach (var (date, at, dueAt, awayUntil) in week.Sent)
        {
            if (PracticeDesk.QuietUntil(wanted, at, groupQuiet, groupZone) is not null) yield return $"{date} was sent in quiet hours, {at:O}";
            if (date <= awayUntil) yield return $"{date} was sent while away until {awayUntil}";
            if (ZonedDays.DateOf(at, zone) != ZonedDays.DateOf(dueAt, zone)) yield return $"{date} was sent on another day than its own, {at:O} instead of {dueAt:O}";
            if (at < dueAt) yield return $"{date} was sent early";
            if (dueAt != ZonedDays.At(date, time, zone)) yield return $"{date} was due at {dueAt:O}";
        }
        if (!week.Sent.Select(sent => sent.Date).SequenceEqual(week.Sent.Select(sent => sent.Date).Order())) yield return $"dates run backwards: {string.Join(", ", week.Sent.Select(sent => sent.Date))}";
        for (var date = wanted.FirstOn; ; date = date.AddDays(1))
        {
            var due = ZonedDays.At(date, time, zone);
            // The last process may still be away at the end.
            if (DrillWeek.Awake(due, downtimes) > ends) break;
            if (!wanted.Days.Includes(date)) continue;
            if (!week.Dues.TryGetValue(date, out var row)) yield return $"{date} was due and nothing says what became of it";
            else if (row.State == "due" || (row.State == "put-off" && !week.Waits(date))) yield return $"{date} is left {row.State} and nothing will send it";
        }
    }

    private static Subscription Wanted(string zone, TimeOnly time, DrillDays days, QuietHours? quiet, DateTimeOffset begins)
    {
        // To the minute, as it is typed.
        var typed = new TimeOnly(time.Hour, time.Minute);
        return D.Wanted with { Zone = zone, Time = typed, Days = days, QuietHours = quiet, FirstOn = new Slot(zone, typed).Next(begins).Date };
    }

    private static QuietHours Quiet(Die die)
    {
        var from = die.Below(96);
        return new(new TimeOnly(0, 0).AddMinutes(15 * from), new TimeOnly(0, 0).AddMinutes(15 * (from + 1 + die.Below(40))));
    }

    // From a minute to three days; they may overlap.
    private static IEnumerable<(DateTimeOffset, DateTimeOffset)> Downtimes(Die die, DateTimeOffset begins)
    {
        for (var n = die.Below(4); n > 0; n--)
        {
            var from = begins + TimeSpan.FromMinutes(die.Below(8 * 1440));
            yield return (from, from + TimeSpan.FromMinutes(die.Percent(50) ? 1 + die.Below(120) : 60 + die.Below(3 * 1440)));
        }
    }

    // Now and then away, back, later, not today, and most drills are answered.
    private static IEnumerable<(DateTimeOffset At, Func<Practice, PracticeInput?> Input)> Commands(Die die, Subscription wanted, DateTimeOffset begins)
    {
        for (var n = die.Below(6); n > 0; n--)
        {
            var (at, what, days) = (begins + TimeSpan.FromMinutes(die.Below(8 * 1440)), die.Below(5), die.Below(4));
            yield return (at, practice => what switch
            {
                0 => new PracticeInput.Away(D.From(at), ZonedDays.DateOf(at, wanted.Zone).AddDays(days), null),
                1 => new PracticeInput.Away(D.From(at), null, null),
                2 => new PracticeInput.Skip(D.From(at)),
                3 => new PracticeInput.Snooze(D.From(at), 15 + (60 * days)),
                _ => new PracticeInput.Now(D.From(at), new(Drill.StreamName, $"extra{at.UtcTicks}")),
            });
        }
        for (var day = 0; day < 8; day++)
        {
            var at = begins + TimeSpan.FromDays(day);
            yield return (at, practice => practice.Open is { } open ? new PracticeInput.Answered(D.From(at), open.Drill, open.Date, ZonedDays.DateOf(at, wanted.Zone), []) : null);
        }
    }

    private static readonly Lazy<List<(string, DateTimeOffset)>> All = new(() =>
    [
        .. from zone in DateTimeZoneProviders.Tzdb.Ids
           let changes = DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2031, 1, 1, 0, 0))
               .Where(interval => interval.HasStart && interval.Start > Instant.FromUtc(2026, 1, 1, 0, 0)).Select(interval => interval.Start.ToDateTimeOffset()).ToList()
           from change in changes.Count > 0 ? changes : [new DateTimeOffset(2028, 2, 29, 0, 0, 0, TimeSpan.Zero)]
           select (zone, change),
    ]);

    private static List<(string Zone, DateTimeOffset Change)> Weeks => All.Value;

    /// <summary>Thrown anew each time.</summary>
    private sealed class Die(Chance chance)
    {
        private Chance chance = chance;

        public int Below(int limit)
        {
            chance = chance.Next();
            return chance.Below(limit);
        }

        public int Between(int least, int most) => least + Below(most - least + 1);

        public bool Percent(int percent) => Below(100) < percent;
    }
}
