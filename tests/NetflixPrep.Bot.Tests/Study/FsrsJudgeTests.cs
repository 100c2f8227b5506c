using System.Text.Json;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills.Memory;

namespace NetflixPrep.Bot.Tests.Study;

/// <summary>ts-fsrs, the scheduler that others use, on the same reviews.</summary>
public sealed class FsrsJudgeTests
{
    private const int Histories = 400;

    /// <summary>ts-fsrs rounds each step to eight decimals: over fifteen reviews the two come apart by less than 1e-7.</summary>
    private const double Within = 1e-6;

    private static readonly NodeJudge Node = new("Study");
    private static readonly DateOnly Start = new(2026, 1, 5);

    [Fact(Timeout = 120_000)]
    public async Task Ts_fsrs_comes_to_the_same_memory_and_the_same_days()
    {
        Node.SkipUnlessThere("ts-fsrs");
        var histories = Enumerable.Range(1, Histories).Select(History).ToList();

        var said = await Node.AskAsync("fsrs.mjs", string.Concat(histories.Select(history => JsonSerializer.Serialize(history) + "\n")), TestContext.Current.CancellationToken);

        var judged = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<double[][]>(line)!).ToList();
        Assert.Equal(histories.Select(history => history.Length), judged.Select(after => after.Length));
        Assert.Empty(histories.Zip(judged).SelectMany((pair, number) => Apart(number + 1, pair.First, pair.Second)));
    }

    [Fact]
    public void The_histories_hold_every_grade_and_a_second_review_on_a_day()
    {
        var reviews = Enumerable.Range(1, Histories).SelectMany(seed => History(seed).Select((review, at) => (Gap: review[0], Grade: review[1], at))).ToList();

        Assert.Equal([1, 2, 3], reviews.Select(review => review.Grade).Distinct().Order());
        Assert.All([1, 2, 3], grade => Assert.Contains(reviews, review => review.at > 0 && review.Gap == 0 && review.Grade == grade));
        Assert.Contains(reviews, review => review.Gap > 390);
    }

    private static IEnumerable<string> Apart(int seed, int[][] history, double[][] judged)
    {
        Remembered? item = null;
        var on = Start;
        for (var i = 0; i < history.Length; i++)
        {
            on = on.AddDays(history[i][0]);
            item = Fsrs.Review(item, (Grade)history[i][1], on);
            var days = item.DueOn.DayNumber - item.LastOn.DayNumber;
            var same = IsNear(item.Stability, judged[i][0]) && IsNear(item.Difficulty, judged[i][1]) && days == (int)judged[i][2] && item.Lapses == (int)judged[i][3] && item.Reviews == i + 1;
            if (!same) yield return $"seed {seed}, review {i + 1}: {item} is not {string.Join(" / ", judged[i])}";
        }
    }

    private static bool IsNear(double own, double judged) => Math.Abs(own - judged) <= judged * Within;

    /// <summary>1 to 15 reviews: half of them within two weeks of the one before, the others anywhere up to 400 days later.</summary>
    private static int[][] History(int seed)
    {
        var chance = Chance.From($"history {seed}");
        return [.. Enumerable.Range(0, 1 + Below(15)).Select(at => new[] { at == 0 ? 0 : Below(2) == 0 ? Below(15) : Below(401), 1 + Below(3) })];

        int Below(int limit) => (chance = chance.Next()).Below(limit);
    }
}
