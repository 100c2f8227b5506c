using NetflixPrep.Bot.Tests.Storage;
using static NetflixPrep.Bot.Tests.Drills.DrillBot;

namespace NetflixPrep.Bot.Tests.Drills;

/// <summary>What a retention of seven days does to drills.</summary>
public sealed class DrillRetentionTests : IAsyncLifetime
{
    private static readonly Core.PersonId Ana = In("one", "ana");

    private readonly DrillBot bot = new();

    public async ValueTask InitializeAsync()
    {
        await bot.CommandAsync(Ana, "/settings retention:7");
        await bot.CommandAsync(Ana, "/drill on time:08:30 zone:UTC");
        await bot.MoveAsync(At(3, 9));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Words_of_an_older_drill_go_also_where_they_led_to_nothing()
    {
        await bot.SayAsync("ana", "old elephants", "m1");
        await bot.EditAsync("ana", "m1", "old elephants"); // as platforms tell when they add a preview
        await bot.SayAsync("ana", "old elephants", "m1");
        await bot.CommandAsync(Ana, "/drill skip");
        await bot.EditAsync("ana", "m1", "older elephants");
        Assert.Contains(Rows(), row => row.Contains("elephants", StringComparison.Ordinal));

        await bot.MoveAsync(At(11, 8));

        Assert.DoesNotContain(Rows(), row => row.Contains("elephants", StringComparison.Ordinal));
        Assert.Equal("on", bot.One<string>("SELECT state FROM subscriptions"));
    }

    [Fact]
    public async Task One_that_was_never_answered_goes_too_and_its_date_stays_on_record()
    {
        await bot.MoveAsync(At(12, 9));

        Assert.DoesNotContain("2026-03-03", bot.All("SELECT date FROM drills"));
        Assert.Contains("Due: 08:30 (UTC).\nSent: 08:30.", await bot.CommandAsync(Ana, "/why 2026-03-03"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_young_enough_stays()
    {
        await bot.MoveAsync(At(8, 9));
        await bot.SayAsync("ana", "young elephants");
        await bot.MoveAsync(At(12, 9));

        Assert.Contains(Rows(), row => row.Contains("young elephants", StringComparison.Ordinal));
    }

    private IEnumerable<string> Rows() => TableRows.Of(bot.Engine.Database).Values.SelectMany(rows => rows);
}
