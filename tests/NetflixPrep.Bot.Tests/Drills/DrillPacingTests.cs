using Dapper;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Drills;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Drills.DrillBot;

namespace NetflixPrep.Bot.Tests.Drills;

/// <summary>Many people at the same hour: those whose direct messages are open in tens, the others one by one.</summary>
public sealed class DrillPacingTests : IAsyncLifetime
{
    private const int Known = 25;
    private const int New = 25;

    private readonly DrillBot bot = new();

    public async ValueTask InitializeAsync()
    {
        // In a group the bot greets by direct message; whoever subscribes there opens them.
        for (var n = 0; n < Known; n++) await bot.CommandAsync(In("one", $"known{n:00}"), "/drill on time:08:30 zone:UTC");
        for (var n = 0; n < New; n++) await bot.CommandAsync(In(null, $"new{n:00}"), "/drill on time:08:30 zone:UTC");
        await bot.MoveAsync(At(3, 8, 29));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Never_more_than_ten_who_are_known_go_in_one_step()
    {
        await bot.MoveAsync(At(3, 8, 45));

        var steps = Sent("known").GroupBy(at => at).ToList();
        Assert.Equal(Known, Sent("known").Count);
        Assert.All(steps, step => Assert.True(step.Count() <= DrillPacing.KnownPerStep));
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.True(pair.Second.Key - pair.First.Key >= DrillPacing.BetweenSteps));
        Assert.True(steps[^1].Key - At(3, 8, 30) <= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Hours_of_several_zones_that_strike_together_do_not_hurry_it()
    {
        string[] zones = ["Etc/UTC", "Africa/Abidjan", "Atlantic/Reykjavik", "Africa/Dakar", "GMT"];
        for (var n = 0; n < Known; n++) await bot.CommandAsync(In("one", $"known{n:00}"), $"/drill on time:08:30 zone:{zones[n % zones.Length]}");

        await bot.MoveAsync(At(3, 8, 45));

        var steps = Sent("known").GroupBy(at => at).ToList();
        Assert.Equal(Known, Sent("known").Count);
        Assert.All(steps, step => Assert.True(step.Count() <= DrillPacing.KnownPerStep));
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.True(pair.Second.Key - pair.First.Key >= DrillPacing.BetweenSteps));
    }

    [Fact]
    public async Task Of_those_who_are_new_one_goes_in_ten_seconds()
    {
        await bot.MoveAsync(At(3, 8, 45));

        var sent = Sent("new");
        Assert.Equal(New, sent.Count);
        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.True(pair.Second - pair.First >= DrillPacing.BetweenOpenings));
        Assert.True(sent[^1] - sent[0] <= DrillPacing.BetweenOpenings * (New + 1));
    }

    [Fact]
    public async Task On_the_next_day_nobody_is_new_any_more()
    {
        await bot.MoveAsync(At(4, 8, 31));

        Assert.Equal(Known + New, bot.One<long>("SELECT count(*) FROM drill_dues WHERE date = '2026-03-04' AND state = 'sent'"));
        Assert.Equal(New, bot.One<long>("SELECT count(*) FROM drill_dues WHERE opened_dm = 1"));
    }

    [Fact]
    public async Task A_restart_in_between_loses_nobody_and_sends_nobody_two()
    {
        await bot.MoveAsync(At(3, 8, 30) + TimeSpan.FromSeconds(3));
        await bot.RestartAsync(TimeSpan.FromSeconds(30));
        await bot.MoveAsync(At(3, 8, 45));

        var drills = bot.Platform.Messages.Where(message => message.Message.Title?.StartsWith("Drill:", StringComparison.Ordinal) == true).ToList();
        Assert.Equal((Known + New, Known + New), (drills.Count, drills.Select(drill => drill.Place).Distinct().Count()));
    }

    [Fact]
    public async Task What_somebody_waits_for_overtakes_the_drills_that_wait_to_be_sent()
    {
        bot.Time.MoveTo(At(3, 8, 30));
        await bot.Engine.DecideAsync();
        var waiting = bot.One<long>("SELECT count(*) FROM outbox WHERE state = 'pending'");
        await bot.Engine.Lane.HandleAsync([new Delivery(new Inbound.Command(new("asked", In("one", "zoe"), new("terminal", "#one"), bot.Time.GetUtcNow()), CommandTable.DrillOff, []), _ => ValueTask.CompletedTask)], TestContext.Current.CancellationToken);

        Assert.True(waiting >= 10);
        Assert.Equal(In("one", "zoe"), Assert.IsType<Effect.Show>(bot.Engine.Relay.TakeNext()!.Effect).Only);
    }

    private List<DateTimeOffset> Sent(string name) =>
        [.. bot.Engine.Database.Writer.Query<string>("SELECT settled_at FROM drill_dues WHERE state = 'sent' AND person LIKE @Name ORDER BY settled_at", new { Name = $"%:{name}%" }).Select(at => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))];
}
