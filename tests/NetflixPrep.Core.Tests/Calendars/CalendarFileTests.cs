using System.Text;
using NetflixPrep.Core.Calendars;

namespace NetflixPrep.Core.Tests.Calendars;

public class CalendarFileTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_zone_brings_the_rules_that_the_span_touches_each_from_the_clocks_before() => Assert.Contains(string.Join("\r\n",
    [
        "BEGIN:VTIMEZONE", "TZID:America/New_York",
        "BEGIN:STANDARD", "DTSTART:20251102T020000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500", "TZNAME:EST", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:20260308T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "TZNAME:EDT", "END:DAYLIGHT",
        "END:VTIMEZONE",
    ]), Write("America/New_York", At(new(2026, 3, 7)), At(new(2026, 3, 9))), StringComparison.Ordinal);

    [Fact]
    public void Half_hours_are_offsets_too() =>
        Assert.Contains("TZOFFSETFROM:+1100\r\nTZOFFSETTO:+1030\r\n", Write("Australia/Lord_Howe", At(new(2026, 4, 4)), At(new(2026, 4, 6))), StringComparison.Ordinal);

    [Fact]
    public void A_zone_whose_clocks_never_changed_has_one_rule() =>
        Assert.Contains("BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\n", Write("UTC", At(new(2026, 3, 7))), StringComparison.Ordinal);

    [Fact]
    public void A_time_that_the_clocks_skip_is_the_first_one_after_the_gap() =>
        Assert.Contains("DTSTART;TZID=America/New_York:20260308T030000\r\n", Write("America/New_York", At(new(2026, 3, 8)) with { Time = new(2, 30) }), StringComparison.Ordinal);

    [Fact]
    public void Lines_end_as_the_standard_says_and_none_is_longer_than_75_octets_or_cuts_a_letter()
    {
        var text = string.Concat(Enumerable.Repeat("日本語 😀 naïve, ", 20));
        var file = Write("UTC", At(new(2026, 3, 7)) with { Summary = text });

        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains(text.Replace(",", "\\,", StringComparison.Ordinal), file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_a_meaning_in_the_format_is_escaped() =>
        Assert.Contains("SUMMARY:one\\; two\\, three\\\\four\\nfive\r\n", Write("UTC", At(new(2026, 3, 7)) with { Summary = "one; two, three\\four\r\nfive" }), StringComparison.Ordinal);

    [Fact]
    public void Without_a_time_it_is_the_whole_day() =>
        Assert.Contains("DTSTART;VALUE=DATE:20260307\r\n", Write("UTC", At(new(2026, 3, 7)) with { Time = null }), StringComparison.Ordinal);

    private static Appointment At(DateOnly date) => new($"u-{date.DayNumber}", date, new(19, 0), 60, "Practice", "");

    private static string Write(string zone, params Seq<Appointment> appointments) => CalendarFile.Write("Plan", zone, appointments, Noon);
}
