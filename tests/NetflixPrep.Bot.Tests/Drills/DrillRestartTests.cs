using static NetflixPrep.Bot.Tests.Drills.DrillBot;

namespace NetflixPrep.Bot.Tests.Drills;

/// <summary>Whenever the process ends around the minute in which a drill is due, one drill comes.</summary>
public sealed class DrillRestartTests
{
    public static TheoryData<int> Steps => [.. Enumerable.Range(0, 20)];

    public static TheoryData<int> Seconds => [.. Enumerable.Range(-10, 20)];

    [Theory]
    [MemberData(nameof(Seconds))]
    public async Task A_restart_so_many_seconds_after_it_was_due_brings_one_drill(int seconds)
    {
        await using var bot = await SubscribedAsync();
        await bot.MoveAsync(At(3, 8, 30) + TimeSpan.FromSeconds(seconds));
        await bot.RestartAsync(TimeSpan.FromSeconds(7));
        await bot.MoveAsync(At(3, 8, 35));

        HasOne(bot);
    }

    /// <summary>After each timer, each send and each mark of a send.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_crash_after_so_many_steps_brings_one_drill(int steps)
    {
        await using var bot = await SubscribedAsync();
        await bot.MoveAsync(At(3, 8, 29));
        bot.Time.MoveTo(At(3, 8, 30));
        var all = await bot.Engine.StepAsync(steps);
        await bot.RestartAsync();
        await bot.MoveAsync(At(3, 8, 35));

        HasOne(bot);
        // The last ones crash when everything is done, so no step is left out.
        if (steps == 19) Assert.True(all);
        if (steps == 0) Assert.False(all);
    }

    [Fact]
    public async Task Two_processes_on_one_file_that_take_the_same_timers_bring_one_drill()
    {
        await using var bot = await SubscribedAsync();
        await bot.MoveAsync(At(3, 8, 29));
        bot.Time.MoveTo(At(3, 8, 30));
        for (var round = 0; round < 12; round++)
        {
            await using var other = bot.Another();
            var (mine, theirs) = (bot.Engine.Timers.TakeDue(bot.Time.GetUtcNow()), other.Timers.TakeDue(bot.Time.GetUtcNow()));
            foreach (var (engine, due) in round % 2 == 0 ? mine.Select(due => (bot.Engine, due)).Concat(theirs.Select(due => (other, due))) : theirs.Select(due => (other, due)).Concat(mine.Select(due => (bot.Engine, due))))
                await engine.Lane.HandleAsync([engine.Timers.Deliver(due)], TestContext.Current.CancellationToken);
            // What the other one decided, this one reads at its next start.
            await bot.RestartAsync();
        }
        await bot.MoveAsync(At(3, 8, 35));

        HasOne(bot);
    }

    private static async Task<DrillBot> SubscribedAsync()
    {
        var bot = new DrillBot();
        await bot.CommandAsync(In("one", "ana"), "/drill on time:08:30 zone:UTC");
        return bot;
    }

    private static void HasOne(DrillBot bot)
    {
        Assert.Equal(["terminal:one:ana 2026-03-03 sent"], bot.Dues());
        Assert.Equal(1, bot.One<long>("SELECT count(*) FROM drills"));
        Assert.Single(bot.Platform.In("ana"), message => message.Message.Title?.StartsWith("Drill:", StringComparison.Ordinal) == true);
        Assert.Equal(0, bot.One<long>("SELECT count(*) FROM inbound WHERE status = 'failed'"));
    }
}
