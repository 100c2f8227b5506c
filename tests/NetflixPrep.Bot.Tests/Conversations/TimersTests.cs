using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Conversations;

public sealed class TimersTests : IDisposable
{
    private readonly Rig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task A_timer_comes_due_once_with_what_it_was_given()
    {
        await rig.Say("!later bell 60");
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        var due = Assert.Single(rig.Timers.TakeDue(rig.Time.GetUtcNow()));
        await rig.Hear(due);
        await rig.Tick();

        Assert.Equal([new("why", "test")], due.With);
        Assert.Equal(1000, rig.SumOf(Tally.One));
        Assert.Equal(0, rig.One<long>("SELECT count(*) FROM timers"));
        Assert.Null(rig.Timers.NextDue);
    }

    [Fact]
    public async Task A_timer_whose_turn_failed_comes_due_again()
    {
        await rig.Say("!quiet 13");
        await rig.Say("!later unlucky 60");
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        await rig.Tick();
        await rig.Say("!quiet 1");
        rig.Restart();
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        await rig.Tick();

        Assert.Equal(1014, rig.SumOf(Tally.One));
        Assert.Null(rig.Timers.NextDue);
    }

    [Fact]
    public async Task One_that_fails_for_ever_is_given_up_after_about_an_hour()
    {
        await rig.Say("!quiet 13");
        await rig.Say("!later unlucky 60");
        var tries = 0;
        for (; rig.Timers.NextDue is { } next && tries < 100; tries++)
        {
            rig.Time.Advance(next - rig.Time.GetUtcNow());
            await rig.Tick();
        }

        Assert.Equal(7, tries);
        Assert.Equal(7, rig.One<long>("SELECT count(*) FROM inbound WHERE kind = 'due' AND status = 'failed'"));
    }

    [Fact]
    public async Task Nothing_comes_due_before_its_time()
    {
        await rig.Say("!later bell 60");
        rig.Time.Advance(TimeSpan.FromSeconds(59));

        Assert.Empty(rig.Timers.TakeDue(rig.Time.GetUtcNow()));
        Assert.Equal(TimeSpan.FromSeconds(1), rig.Timers.NextDue - rig.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_timer_survives_a_restart()
    {
        await rig.Say("!later bell 60");
        rig.Restart();
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        await rig.Tick();

        Assert.Equal(1000, rig.SumOf(Tally.One));
    }

    [Fact]
    public async Task A_crash_before_the_turn_makes_the_same_due_again()
    {
        await rig.Say("!later bell 60");
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        var first = Assert.Single(rig.Timers.TakeDue(rig.Time.GetUtcNow()));
        rig.Restart();
        var again = Assert.Single(rig.Timers.TakeDue(rig.Time.GetUtcNow()));

        Assert.Equal(first.From.DeliveryId, again.From.DeliveryId);
    }

    [Fact]
    public async Task A_timer_set_again_to_the_same_instant_fires_again()
    {
        await rig.Say("!later bell 0");
        await rig.Tick();
        await rig.Say("!later bell 0");
        await rig.Tick();

        Assert.Equal(2000, rig.SumOf(Tally.One));
    }

    [Fact]
    public async Task A_due_on_its_way_does_nothing_once_its_timer_was_cancelled()
    {
        await rig.Say("!later bell 60");
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        var due = Assert.Single(rig.Timers.TakeDue(rig.Time.GetUtcNow()));
        await rig.Say("!cancel bell");
        await rig.Hear(due);

        Assert.Equal(0, rig.SumOf(Tally.One));
    }

    [Fact]
    public async Task A_due_on_its_way_does_nothing_once_its_timer_was_set_anew()
    {
        await rig.Say("!later bell 60");
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        var due = Assert.Single(rig.Timers.TakeDue(rig.Time.GetUtcNow()));
        await rig.Say("!later bell 60");
        await rig.Hear(due);

        Assert.Equal(0, rig.SumOf(Tally.One));
        Assert.Equal(rig.Time.GetUtcNow().AddSeconds(60), rig.Timers.NextDue);
    }

    [Fact]
    public async Task A_due_that_was_not_kept_and_is_given_back_comes_again()
    {
        await rig.Say("!later bell 60");
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        rig.Timers.GiveBack(Assert.Single(rig.Timers.TakeDue(rig.Time.GetUtcNow())));

        Assert.Single(rig.Timers.TakeDue(rig.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_turn_that_fails_sets_no_timer()
    {
        await rig.SayTogether("!later bell 60", "!boom");
        await rig.Say("!halfway");

        Assert.Equal(1, rig.Timers.Count);
    }

    [Fact]
    public async Task Running_live_it_posts_what_comes_due()
    {
        using var stop = new CancellationTokenSource();
        await rig.Say("!later bell 60");
        var posted = new TaskCompletionSource<Inbound>();
        var running = rig.Timers.RunAsync((delivery, _) => { posted.TrySetResult(delivery.Inbound); return ValueTask.CompletedTask; }, stop.Token);
        rig.Time.Advance(TimeSpan.FromSeconds(60));
        var due = await posted.Task;
        await stop.CancelAsync();

        Assert.IsType<Inbound.Due>(due);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
