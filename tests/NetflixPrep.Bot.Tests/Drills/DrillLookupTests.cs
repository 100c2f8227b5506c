using static NetflixPrep.Bot.Tests.Drills.DrillBot;

namespace NetflixPrep.Bot.Tests.Drills;

/// <summary>What people may look up about their drills.</summary>
public sealed class DrillLookupTests : IAsyncLifetime
{
    private static readonly Core.PersonId Ana = In("one", "ana");
    private static readonly Core.PersonId AnaInTwo = In("two", "ana");
    private static readonly Core.PersonId AnaAlone = In(null, "ana");
    private static readonly Core.PersonId Ben = In("one", "ben");

    private readonly DrillBot bot = new();

    public async ValueTask InitializeAsync()
    {
        await bot.CommandAsync(Ana, "/drill on time:08:30 zone:Europe/Dublin");
        await bot.MoveAsync(At(3, 9));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Status_says_when_the_next_one_comes_and_which_is_open()
    {
        var status = await bot.CommandAsync(Ana, "/drill status");

        Assert.Contains("08:30, daily, Europe/Dublin, about 10 minutes.", status, StringComparison.Ordinal);
        Assert.Contains("Next: Wed 4 Mar, 08:30.", status, StringComparison.Ordinal);
        Assert.Contains("The drill of Tue 3 Mar is open", status, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drill")]
    [InlineData("Drill")]
    [InlineData("today")]
    [InlineData("2026-03-03")]
    [InlineData("\"3 Mar 2026\"")]
    public async Task Why_explains_a_drill_by_its_date_or_as_the_newest(string named)
    {
        var why = await bot.CommandAsync(Ana, $"/why {named}");

        Assert.Contains("Due: 08:30 (Europe/Dublin).\nSent: 08:30.\nAsked:", why, StringComparison.Ordinal);
        Assert.Contains("Not answered so far; it can still be.", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_a_drill_is_said_to_be() => Assert.StartsWith("No drill was due on that day.", await bot.CommandAsync(Ana, "/why 2026-03-01"), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_neither_a_date_nor_a_drill_is_looked_for_among_sessions() => Assert.StartsWith("You have no finished session", await bot.CommandAsync(Ana, "/why nosuchid"), StringComparison.Ordinal);

    [Fact]
    public async Task In_direct_messages_the_same_is_seen()
    {
        Assert.Equal(await bot.CommandAsync(Ana, "/drill status"), await bot.CommandAsync(AnaAlone, "/drill status"));
        Assert.Equal(await bot.CommandAsync(Ana, "/why drill"), await bot.CommandAsync(AnaAlone, "/why drill"));
    }

    [Fact]
    public async Task In_another_group_nothing_of_it_is_seen()
    {
        Assert.StartsWith("Drills are off.", await bot.CommandAsync(AnaInTwo, "/drill status"), StringComparison.Ordinal);
        Assert.StartsWith("No drill was due", await bot.CommandAsync(AnaInTwo, "/why drill"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        Assert.StartsWith("Drills are off.", await bot.CommandAsync(Ben, "/drill status"), StringComparison.Ordinal);
        Assert.StartsWith("No drill was due", await bot.CommandAsync(Ben, "/why 2026-03-03"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_put_off_left_out_and_turned_off_has_its_reason()
    {
        await bot.CommandAsync(Ana, "/drill skip"); // the open one
        Assert.Contains("You left it out.", await bot.CommandAsync(Ana, "/why drill"), StringComparison.Ordinal);

        await bot.CommandAsync(Ana, "/drill skip"); // Wednesday's
        await bot.MoveAsync(At(4, 9));
        Assert.Contains("Not sent: you had left it out.", await bot.CommandAsync(Ana, "/why today"), StringComparison.Ordinal);

        await bot.MoveAsync(At(5, 8));
        await bot.CommandAsync(Ana, "/drill snooze minutes:120");
        await bot.MoveAsync(At(5, 9));
        Assert.Contains("Put off to later that day.", await bot.CommandAsync(Ana, "/why today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        var before = bot.One<long>("SELECT count(*) FROM inbound");
        await bot.CommandAsync(Ana, "/drill status");
        await bot.CommandAsync(Ana, "/why drill");

        Assert.Equal(before, bot.One<long>("SELECT count(*) FROM inbound"));
    }
}
