using NetflixPrep.Bot.Conversations;

namespace NetflixPrep.Bot.Tests.Conversations;

public sealed class HeartbeatTests : IDisposable
{
    private readonly Rig rig = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task A_restart_after_fifteen_seconds_says_since_when_the_bot_was_down()
    {
        await rig.Say("!quiet 1");
        rig.Time.Advance(TimeSpan.FromSeconds(10));
        await Beat();
        rig.Time.Advance(TimeSpan.FromSeconds(15));
        rig.Restart();
        await Beat();

        Assert.Equal(16, rig.SumOf(Tally.One));
        Assert.Equal("woke", rig.One<string>("SELECT kind FROM inbound ORDER BY id DESC LIMIT 1"));
    }

    [Fact]
    public async Task A_restart_within_fifteen_seconds_says_nothing()
    {
        await rig.Say("!quiet 1");
        rig.Time.Advance(TimeSpan.FromSeconds(14));
        rig.Restart();
        await Beat();

        Assert.Equal(1, rig.SumOf(Tally.One));
    }

    [Fact]
    public async Task A_gap_while_running_is_noticed_before_the_first_inbound_after_it()
    {
        rig.ClocksRun = true;
        await rig.Say("!quiet 0");
        rig.Time.Advance(TimeSpan.FromSeconds(100));
        await rig.Say("!quiet 1");

        Assert.Equal(["text", "woke", "text"], rig.All("SELECT kind FROM inbound ORDER BY id"));
        Assert.Equal(101, rig.SumOf(Tally.One));
    }

    [Fact]
    public async Task A_gap_while_no_clock_runs_is_no_gap()
    {
        await rig.Say("!quiet 1");
        rig.Time.Advance(TimeSpan.FromSeconds(100));
        await rig.Say("!quiet 1");

        Assert.Equal(2, rig.SumOf(Tally.One));
    }

    [Fact]
    public async Task A_gap_is_told_once()
    {
        await rig.Say("!quiet 1");
        rig.Time.Advance(TimeSpan.FromSeconds(20));
        rig.Restart();
        await Beat();
        await Beat();
        rig.Restart();
        await Beat();

        Assert.Equal(1, rig.One<long>("SELECT count(*) FROM inbound WHERE kind = 'woke'"));
    }

    [Fact]
    public async Task A_gap_whose_step_was_not_kept_is_told_at_the_next()
    {
        await rig.Say("!quiet 1");
        rig.Time.Advance(TimeSpan.FromSeconds(20));
        rig.Restart();
        Dapper.SqlMapper.Execute(rig.Database.Writer, "PRAGMA query_only = ON");
        await Beat();
        Dapper.SqlMapper.Execute(rig.Database.Writer, "PRAGMA query_only = OFF");
        await Beat();

        Assert.Equal(21, rig.SumOf(Tally.One));
    }

    [Fact]
    public async Task One_stream_that_fails_keeps_no_other_from_hearing_of_the_gap()
    {
        await rig.Say("!both");
        Dapper.SqlMapper.Execute(rig.Database.Writer, """
            INSERT INTO events (stream, version, type, data, at, inbound_id)
            SELECT stream, 2, type, '12', at, inbound_id FROM events WHERE stream = 'tally/two'
            """);
        rig.Time.Advance(TimeSpan.FromSeconds(20));
        rig.Restart();
        await Beat();

        Assert.Equal((21, 13), (rig.SumOf(Tally.One), rig.SumOf(Tally.Two)));
        Assert.Equal("failed", rig.One<string>("SELECT status FROM inbound WHERE kind = 'woke'"));
    }

    [Fact]
    public async Task The_first_start_of_all_is_no_gap()
    {
        rig.Time.Advance(TimeSpan.FromDays(3));
        await Beat();

        Assert.Equal(0, rig.One<long>("SELECT count(*) FROM inbound"));
    }

    private Task Beat() => rig.Loop.HandleAsync([new LaneItem.Beat()], Ct);
}
