using static NetflixPrep.Bot.Tests.Drills.DrillBot;

namespace NetflixPrep.Bot.Tests.Drills;

/// <summary>From the command to the drill, its answer and what is remembered.</summary>
public sealed class DailyDrillTests : IAsyncLifetime
{
    private static readonly Core.PersonId Ana = In("one", "ana");
    private static readonly Core.PersonId AnaInTwo = In("two", "ana");
    private static readonly Core.PersonId AnaAlone = In(null, "ana");

    private readonly DrillBot bot = new();

    public async ValueTask InitializeAsync() => await bot.CommandAsync(Ana, "/drill on time:08:30 zone:UTC");

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_drill_comes_at_its_hour_by_direct_message_and_is_answered_there()
    {
        await bot.MoveAsync(At(3, 8, 29));
        Assert.Empty(Drills());

        await bot.MoveAsync(At(3, 8, 31));
        Assert.Single(Drills());
        await AnswerAsync();

        Assert.Equal(["terminal:one:ana 2026-03-03 sent"], bot.Dues());
        Assert.Equal("answered", bot.One<string>("SELECT status FROM drills"));
        Assert.True(bot.One<double>("SELECT minutes FROM practised") > 0);
        Assert.True(bot.One<long>("SELECT count(*) FROM skills") > 0);
    }

    [Fact]
    public async Task Every_day_brings_another_question_while_there_are_any()
    {
        for (var day = 3; day < 9; day++)
        {
            await bot.MoveAsync(At(day, 9));
            await AnswerAsync();
        }

        var asked = bot.All("SELECT question_id FROM drills");
        Assert.Equal((6, 6), (asked.Count, asked.Distinct().Count()));
    }

    [Fact]
    public async Task After_two_days_of_downtime_one_drill_catches_up_and_the_days_are_on_record()
    {
        await bot.RestartAsync(TimeSpan.FromHours(73)); // Thursday, 11:00
        await bot.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(Drills());
        Assert.Equal(["terminal:one:ana 2026-03-03 missed", "terminal:one:ana 2026-03-04 missed", "terminal:one:ana 2026-03-05 sent"], bot.Dues());
        Assert.Contains("I was not running while it was still that day", await bot.CommandAsync(Ana, "/why 2026-03-04"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Downtime_over_the_hour_alone_sends_it_late_the_same_day_and_the_next_one_in_time()
    {
        await bot.MoveAsync(At(3, 8));
        await bot.RestartAsync(TimeSpan.FromHours(15));
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(Drills());

        await bot.MoveAsync(At(4, 8, 31));
        Assert.Equal(2, Drills().Count);
    }

    [Fact]
    public async Task Through_another_group_it_comes_once_a_day_all_the_same()
    {
        await bot.MoveAsync(At(3, 9));
        Assert.Contains("Wed 4 Mar", await bot.CommandAsync(AnaInTwo, "/drill on time:18:00 zone:UTC"), StringComparison.Ordinal);
        await bot.MoveAsync(At(4, 19));

        Assert.Equal(["terminal:one:ana 2026-03-03 sent", "terminal:two:ana 2026-03-04 sent"], bot.Dues());
    }

    [Fact]
    public async Task Another_hour_on_the_same_day_brings_no_second_drill_and_promises_none()
    {
        await bot.MoveAsync(At(3, 9));
        Assert.Contains("Wed 4 Mar, 18:00", await bot.CommandAsync(Ana, "/drill on time:18:00"), StringComparison.Ordinal);
        await bot.MoveAsync(At(3, 23));

        Assert.Single(Drills());
    }

    [Fact]
    public async Task From_direct_messages_drills_are_turned_off_and_on_as_they_were()
    {
        await bot.CommandAsync(AnaAlone, "/drill off");
        await bot.MoveAsync(At(3, 9));
        Assert.Empty(Drills());

        Assert.Contains("08:30, daily", await bot.CommandAsync(AnaAlone, "/drill on"), StringComparison.Ordinal);
        await bot.MoveAsync(At(4, 9));
        Assert.Equal(["terminal:one:ana 2026-03-04 sent"], bot.Dues());
    }

    [Fact]
    public async Task Put_off_over_a_restart_it_comes_at_the_later_time()
    {
        await bot.MoveAsync(At(3, 8));
        await bot.CommandAsync(Ana, "/drill snooze minutes:90");
        await bot.MoveAsync(At(3, 9));
        await bot.RestartAsync();
        Assert.Empty(Drills());

        await bot.MoveAsync(At(3, 10, 1));
        Assert.Equal(At(3, 10), Assert.Single(Drills()).At);
    }

    [Fact]
    public async Task Away_nothing_comes_and_the_reason_is_on_record()
    {
        await bot.CommandAsync(Ana, "/drill away until:2026-03-04");
        await bot.MoveAsync(At(5, 9));

        Assert.Single(Drills());
        Assert.Equal(["terminal:one:ana 2026-03-03 away", "terminal:one:ana 2026-03-04 away", "terminal:one:ana 2026-03-05 sent"], bot.Dues());
    }

    [Fact]
    public async Task Seven_without_an_answer_and_it_stops_and_turned_on_again_it_goes_on()
    {
        await bot.MoveAsync(At(12, 9));
        Assert.Equal(7, Drills().Count);
        Assert.Contains("7 drills went by", bot.Platform.In("ana")[^1].Text, StringComparison.Ordinal);

        await bot.CommandAsync(AnaAlone, "/drill on");
        await bot.MoveAsync(At(13, 9));
        Assert.Equal(8, Drills().Count);
    }

    [Fact]
    public async Task An_extra_one_leaves_the_daily_one_as_it_is()
    {
        await bot.CommandAsync(Ana, "/drill now");
        await AnswerAsync();
        await bot.MoveAsync(At(3, 9));

        Assert.Equal(["daily", "extra"], bot.All("SELECT kind FROM drills ORDER BY kind"));
    }

    [Fact]
    public async Task While_one_is_open_no_second_extra_one_is_opened()
    {
        await bot.CommandAsync(Ana, "/drill now");
        await bot.CommandAsync(Ana, "/drill now");

        Assert.Single(Drills());
        Assert.Contains("Here it is again", bot.Platform.In("ana")[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_another_day_is_kept_and_counted_as_late()
    {
        await bot.MoveAsync(At(3, 9));
        await bot.MoveAsync(At(4, 8));
        await AnswerAsync();

        Assert.Contains("\"date\":\"2026-03-03\",\"on\":\"2026-03-04\"", Assert.Single(bot.All("SELECT data FROM events WHERE type = 'drill-answered'")), StringComparison.Ordinal);
    }

    private List<Shown> Drills() => [.. bot.Platform.Messages.Where(message => message.Message.Title?.StartsWith("Drill:", StringComparison.Ordinal) == true)];

    /// <summary>Whatever was asked, a sum or a question, to its end.</summary>
    private async Task AnswerAsync()
    {
        await bot.SayAsync("ana", "I would start simple and look at the numbers.");
        while (bot.One<long>("SELECT count(*) FROM drills WHERE status = 'open'") > 0) await bot.SayAsync("ana", "done");
    }
}
