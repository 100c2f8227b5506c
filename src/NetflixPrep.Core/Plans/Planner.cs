using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Plans;

/// <summary>
/// Makes the plan anew each day from what is left to do, so that missed days plan themselves again and nothing about it is stored.
/// Split and rhythm are S2's, the last week is S1's; how both are laid over days is ours. Pure.
/// </summary>
public static class Planner
{
    /// <summary>No day gets more than this many usual days (ours).</summary>
    public const double MostOfADay = 1.5;

    /// <summary>Whoever is ahead still gets this part of a usual day (ours).</summary>
    private const double LeastOfADay = 0.5;

    private const int Round = 5;

    /// <param name="done">What was practised; earlier or later than the plan does not count.</param>
    /// <param name="today">In the plan's zone. What was done today changes the plan of tomorrow.</param>
    public static Plan Build(PlanSetup setup, Seq<Done> done, DateOnly today)
    {
        var frame = PlanFrame.Of(setup);
        var scheme = PlanScheme.Of(frame.Length);
        var counted = done.Where(each => each.Date >= frame.Start && each.Date < today).ToList();
        var left = Areas.All.ToDictionary(area => area.Id, area => (frame.Minutes * scheme.Shares[area.Id] / 100) - counted.Where(each => each.Area == area.Id).Sum(each => each.Minutes));
        left[PlanScheme.Behaviour] -= frame.NightMinutes;
        var days = frame.Days.Where(day => day.Date >= today).ToList();
        var open = days.Count(day => day.IsPractice);
        var leftOut = LeaveOut(left, open * frame.UsualDay * MostOfADay);
        var minutes = PerDay(frame.UsualDay, open == 0 ? 0 : left.Values.Where(area => area > 0).Sum() / open);
        return new()
        {
            Setup = setup,
            Today = today,
            Start = frame.Start,
            Length = frame.Length,
            Days = [.. days.Select(day => Fill(day, frame, scheme, left, minutes, setup.Level))],
            UsualDay = frame.UsualDay,
            MinutesPerDay = minutes,
            LeftOut = today >= setup.Interview ? 0 : leftOut,
            Missed = frame.Days.Count(day => day.IsPractice && day.Date < today && counted.All(each => each.Date != day.Date)),
        };
    }

    /// <summary>What is planned for a day; null before the first day, and from the interview on.</summary>
    public static PlanDay? TodayOf(PlanSetup setup, Seq<Done> done, DateOnly today) => Build(setup, done, today).Day(today);

    /// <summary>The id of the area that is planned for a day; null when nothing is.</summary>
    public static string? AreaFor(PlanSetup setup, Seq<Done> done, DateOnly date) => TodayOf(setup, done, date)?.Area;

    /// <summary>Planned against practised, area by area; planned is what was meant before anything was missed.</summary>
    public static Seq<AreaMinutes> Progress(PlanSetup setup, Seq<Done> done, DateOnly today)
    {
        var start = PlanFrame.Of(setup).Start;
        var meant = Build(setup, [], start).Days;
        return
        [
            .. Areas.All.Select(area => new AreaMinutes(
                area.Id,
                meant.Where(day => day.Area == area.Id && day.Date < today).Sum(day => day.Minutes),
                (int)Math.Round(done.Where(each => each.Area == area.Id && each.Date >= start && each.Date <= today).Sum(each => each.Minutes), MidpointRounding.AwayFromZero),
                meant.Where(day => day.Area == area.Id).Sum(day => day.Minutes))),
        ];
    }

    /// <summary>Takes off what cannot fit; system design and experimentation are the last to lose (ours, after S2).</summary>
    private static int LeaveOut(Dictionary<string, double> left, double room)
    {
        var over = left.Values.Where(area => area > 0).Sum() - room;
        if (over <= 0) return 0;
        var all = over;
        foreach (var ids in new[] { new[] { PlanScheme.Coding, PlanScheme.Fundamentals, PlanScheme.Behaviour }, [PlanScheme.Design, PlanScheme.Experimentation] })
        {
            var some = ids.Where(id => left[id] > 0).ToList();
            var sum = some.Sum(id => left[id]);
            var off = Math.Min(over, sum);
            foreach (var id in some) left[id] -= off * left[id] / sum;
            over -= off;
        }
        return ToFive(all);
    }

    private static int PerDay(double usual, double wanted)
    {
        var most = (int)(usual * MostOfADay / Round) * Round;
        return Math.Clamp(ToFive(Math.Max(wanted, usual * LeastOfADay)), Round, Math.Max(Round, most));
    }

    private static PlanDay Fill(FrameDay day, PlanFrame frame, PlanScheme scheme, Dictionary<string, double> left, int minutes, string level)
    {
        if (day.IsNightBefore) return DayWork.NightBefore(day.Date, frame.NightMinutes);
        if (!day.IsPractice) return new(day.Date, DayKind.Rest, null, [], "a day of rest (ours)");
        var rhythm = scheme.For(day);
        var area = Choose(rhythm, scheme, left, minutes);
        left[area] -= minutes;
        return DayWork.For(day, rhythm, area, minutes, level, frame.Length);
    }

    /// <summary>The rhythm's own area while it has half a day left to do, else the one that has most.</summary>
    private static string Choose(RhythmDay rhythm, PlanScheme scheme, Dictionary<string, double> left, int minutes)
    {
        var all = Areas.All.Select(area => area.Id).Where(id => scheme.Shares[id] > 0).ToList();
        var own = rhythm.Areas.Count == 0 ? all.MaxBy(id => left[id])! : rhythm.Areas.MaxBy(id => left[id])!;
        var most = all.MaxBy(id => left[id])!;
        return left[own] >= minutes / 2.0 ? own : most;
    }

    private static int ToFive(double minutes) => (int)Math.Round(minutes / Round, MidpointRounding.AwayFromZero) * Round;
}
