namespace NetflixPrep.Core.Plans;

/// <summary>A day of the frame.</summary>
/// <param name="Turn">How many days of practice came before it, in the same part of the plan (the weeks before the last one, or the last seven days).</param>
internal sealed record FrameDay(DateOnly Date, bool IsPractice, bool IsNightBefore, bool InFinalWeek, int Turn);

/// <summary>Which days are for practice: weeks built back from the interview, so missed days never move it. How days are spread over a week is ours.</summary>
internal sealed record PlanFrame(DateOnly Start, PlanLength Length, double UsualDay, int NightMinutes, IReadOnlyList<FrameDay> Days)
{
    private const int FullDays = 42;
    private const int Week = 7;
    private const int MostDaysAWeek = 5;

    /// <summary>Below this a day is not worth sitting down for (ours): there are fewer days instead.</summary>
    private const int LeastDay = 30;

    /// <summary>The night before has half a usual day, at most this (ours).</summary>
    private const int LongestNight = 30;

    /// <summary>Minutes of the whole plan, the night before included.</summary>
    public double Minutes => Practice == 0 ? NightMinutes : Practice * UsualDay;

    private int Practice => Days.Count(day => day.IsPractice);

    public static PlanFrame Of(PlanSetup setup)
    {
        var earliest = setup.Interview.AddDays(-FullDays);
        var start = setup.MadeOn > earliest ? setup.MadeOn : earliest;
        var days = Math.Max(0, setup.Interview.DayNumber - start.DayNumber);
        var perWeek = Math.Clamp(setup.HoursPerWeek * 60 / LeastDay, 1, MostDaysAWeek);
        var usual = setup.HoursPerWeek * 60.0 / perWeek;
        var length = days >= FullDays ? PlanLength.Full : days >= Week ? PlanLength.Shorter : PlanLength.Days;
        return new(start, length, usual, Math.Min(LongestNight, (int)(usual / 10) * 5), [.. Lay(start, days, perWeek)]);
    }

    private static IEnumerable<FrameDay> Lay(DateOnly start, int days, int perWeek)
    {
        var (turn, finalTurn) = (0, 0);
        for (var at = 0; at < days;)
        {
            // The first week may be a part of one; the last day of the last week is the night before.
            var length = (days - at) % Week is var part and > 0 ? part : Week;
            var isLast = at + length == days;
            var free = isLast ? length - 1 : length;
            var practice = days < Week ? free : Math.Clamp((int)Math.Round((double)perWeek * length / Week, MidpointRounding.AwayFromZero), 1, free);
            var on = Enumerable.Range(0, practice).Select(each => each * free / practice).ToHashSet();
            for (var day = 0; day < length; day++)
            {
                var isPractice = day < free && on.Contains(day);
                yield return new(start.AddDays(at + day), isPractice, isLast && day == length - 1, isLast, isLast ? finalTurn : turn);
                if (isPractice && isLast) finalTurn++;
                else if (isPractice) turn++;
            }
            at += length;
        }
    }
}
