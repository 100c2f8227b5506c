namespace NetflixPrep.Core.Drills.Memory;

/// <summary>
/// When to ask again: the published formulas and default weights of FSRS-6 (open-spaced-repetition, "The Algorithm"),
/// in whole days, without short-term steps and without fuzz; an item is due when recall falls to nine in ten.
/// </summary>
public static class Fsrs
{
    /// <summary>The longest interval in days.</summary>
    public const int LongestInterval = 36_500;

    private const double WantedRecall = 0.9;
    private const double LeastStability = 0.001;
    private const double LeastFirstStability = 0.1;
    private const double MostStability = 36_500;
    private const int Easy = 4;

    private static readonly Seq<double> Weights =
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
        1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ];

    private static readonly double Decay = -Weights[20];
    private static readonly double Factor = Math.Pow(0.9, 1 / Decay) - 1;

    /// <summary>The item after one more review. A date before the last review counts as the day of the last review.</summary>
    public static Remembered Review(Remembered? before, Grade grade, DateOnly on)
    {
        var day = before is { LastOn: var last } && last > on ? last : on;
        var stability = Stability(before, grade, day);
        return new(
            stability,
            before is null ? FirstDifficulty((int)grade) : NextDifficulty(before.Difficulty, grade),
            day,
            day.AddDays(Interval(before, grade, day)),
            (before?.Reviews ?? 0) + 1,
            (before?.Lapses ?? 0) + (before is not null && grade == Grade.Again ? 1 : 0));
    }

    /// <summary>How likely it is recalled on that day, above 0 to 1.</summary>
    public static double Retrievability(Remembered item, DateOnly on) =>
        Math.Pow(1 + (Factor * Math.Max(0, on.DayNumber - item.LastOn.DayNumber) / item.Stability), Decay);

    /// <summary>Days to the next review. What was found comes back later than what needed a probe, and that later than what was not found.</summary>
    private static int Interval(Remembered? before, Grade grade, DateOnly on)
    {
        var hard = Days(Stability(before, Grade.Hard, on));
        var again = Math.Min(Days(Stability(before, Grade.Again, on)), hard);
        hard = Math.Max(hard, again + 1);
        var days = grade switch
        {
            Grade.Again => again,
            Grade.Hard => hard,
            Grade.Good => Math.Max(Days(Stability(before, Grade.Good, on)), hard + 1),
            _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "There is no such grade."),
        };
        return Math.Min(days, LongestInterval);
    }

    private static int Days(double stability)
    {
        var days = stability / Factor * (Math.Pow(WantedRecall, 1 / Decay) - 1);
        return Math.Clamp((int)Math.Floor(days + 0.5), 1, LongestInterval);
    }

    private static double Stability(Remembered? before, Grade grade, DateOnly on) =>
        before is null ? Math.Max(Weights[(int)grade - 1], LeastFirstStability)
        : grade == Grade.Again ? Forgotten(before, Retrievability(before, on))
        : Recalled(before, Retrievability(before, on), grade);

    private static double Recalled(Remembered item, double recall, Grade grade)
    {
        var growth = Math.Exp(Weights[8]) * (11 - item.Difficulty) * Math.Pow(item.Stability, -Weights[9])
            * (Math.Exp(Weights[10] * (1 - recall)) - 1) * (grade == Grade.Hard ? Weights[15] : 1);
        return Math.Clamp(item.Stability * (1 + growth), LeastStability, MostStability);
    }

    /// <summary>Never longer than before.</summary>
    private static double Forgotten(Remembered item, double recall)
    {
        var left = Weights[11] * Math.Pow(item.Difficulty, -Weights[12]) * (Math.Pow(item.Stability + 1, Weights[13]) - 1) * Math.Exp(Weights[14] * (1 - recall));
        return Math.Min(Math.Clamp(left, LeastStability, MostStability), item.Stability);
    }

    private static double FirstDifficulty(int grade) => Math.Clamp(RawDifficulty(grade), 1, 10);

    /// <summary>Steps get smaller near 10, and each review draws a little back towards what an easy start would have been.</summary>
    private static double NextDifficulty(double difficulty, Grade grade)
    {
        var step = -Weights[6] * ((int)grade - 3) * (10 - difficulty) / 9;
        return Math.Clamp((Weights[7] * RawDifficulty(Easy)) + ((1 - Weights[7]) * (difficulty + step)), 1, 10);
    }

    private static double RawDifficulty(int grade) => Weights[4] - Math.Exp(Weights[5] * (grade - 1)) + 1;
}
