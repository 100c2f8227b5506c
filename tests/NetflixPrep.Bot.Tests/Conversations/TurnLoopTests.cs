using NetflixPrep.Bot.Storage;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Conversations;

public sealed class TurnLoopTests : IDisposable
{
    private readonly Rig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task A_turn_leaves_its_inbound_its_events_its_projection_and_its_wishes()
    {
        await rig.Say("!add 3");

        Assert.Equal("text:done", rig.One<string>("SELECT kind || ':' || status FROM inbound"));
        Assert.Equal("tally/one:1:added:3", rig.One<string>("SELECT stream || ':' || version || ':' || type || ':' || data FROM events"));
        Assert.Equal(3, rig.One<long>("SELECT sum FROM tallies"));
        Assert.Equal("tally/one:show:pending", rig.One<string>("SELECT conversation || ':' || kind || ':' || state FROM outbox"));
    }

    [Fact]
    public async Task The_same_delivery_twice_is_settled_twice_and_decided_once()
    {
        var twice = rig.Text("same", "!add 3");

        await rig.Hear(twice);
        await rig.Hear(twice);

        Assert.All(rig.Settled, settlement => Assert.True(settlement.Kept));
        Assert.Equal(2, rig.Settled.Count);
        Assert.Equal(3, rig.SumOf(Tally.One));
    }

    [Fact]
    public async Task The_same_delivery_twice_in_one_batch_is_decided_once()
    {
        var twice = rig.Text("same", "!add 3");

        await rig.Loop.HandleAsync([rig.Delivery(twice), rig.Delivery(twice)], TestContext.Current.CancellationToken);

        Assert.Equal(3, rig.SumOf(Tally.One));
    }

    [Fact]
    public async Task A_repeated_delivery_is_settled_as_the_first_one_was()
    {
        var twice = rig.Text("same", "!private");

        await rig.Hear(twice);
        await rig.Hear(twice);

        Assert.All(rig.Settled, settlement => Assert.True(settlement.Answered));
    }

    [Fact]
    public async Task Deliveries_that_wait_together_share_one_commit()
    {
        var before = rig.One<long>("PRAGMA data_version");
        using var reader = rig.Database.OpenReader();
        var seenBefore = Dapper.SqlMapper.QuerySingle<long>(reader, "PRAGMA data_version");

        await rig.SayTogether("!add 1", "!add 2", "!add 3");

        Assert.Equal(6, rig.SumOf(Tally.One));
        Assert.Equal(before, rig.One<long>("PRAGMA data_version"));
        Assert.Equal(seenBefore + 1, Dapper.SqlMapper.QuerySingle<long>(reader, "PRAGMA data_version"));
    }

    [Fact]
    public async Task A_turn_that_throws_keeps_its_inbound_and_says_one_calm_sentence_in_private()
    {
        var settlement = await rig.Say("!boom");
        await rig.Drain();

        Assert.True(settlement is { Kept: true, Answered: true });
        Assert.Equal("failed:InvalidOperationException: boom", rig.One<string>("SELECT status || ':' || error FROM inbound"));
        var shown = Assert.IsType<Effect.Show>(Assert.Single(rig.Platform.Sent).Effect);
        Assert.Equal(Tally.Ann, shown.Only);
    }

    [Fact]
    public async Task A_turn_that_throws_takes_nothing_from_its_neighbours_in_the_batch()
    {
        await rig.SayTogether("!add 1", "!boom", "!add 2");

        Assert.Equal(3, rig.SumOf(Tally.One));
        Assert.Equal(["done", "failed", "done"], rig.All("SELECT status FROM inbound ORDER BY id"));
    }

    [Fact]
    public async Task When_the_second_of_two_streams_fails_the_first_did_not_happen_either()
    {
        await rig.Say("!both");
        var afterGood = (rig.SumOf(Tally.One), rig.SumOf(Tally.Two));
        Bad(Tally.Two);

        await rig.Say("!both");

        Assert.Equal((1, 1), afterGood);
        Assert.Equal(1, rig.SumOf(Tally.One));
        Assert.Equal(["done", "failed"], rig.All("SELECT status FROM inbound ORDER BY id"));
    }

    [Fact]
    public async Task A_failed_turn_leaves_no_state_behind_for_the_next()
    {
        await rig.Say("!add 1");
        await rig.Say("!halfway");
        await rig.Say("!add 2");

        Assert.Equal(3, rig.SumOf(Tally.One));
        Assert.Equal(3, rig.One<long>("SELECT sum FROM tallies"));
    }

    [Fact]
    public async Task Chat_of_others_is_never_stored()
    {
        var settlement = await rig.Say("what a nice day");

        Assert.True(settlement is { Kept: true, Answered: false });
        Assert.Equal(0, rig.One<long>("SELECT count(*) FROM inbound"));
    }

    [Fact]
    public async Task What_cannot_be_routed_is_kept_and_answered_calmly()
    {
        await rig.Say("!unroutable");
        await rig.Drain();

        Assert.Equal("failed", rig.One<string>("SELECT status FROM inbound"));
        Assert.Single(rig.Platform.Sent);
    }

    [Fact]
    public async Task An_answer_without_a_stream_goes_back_as_a_reply()
    {
        var settlement = await rig.Say("!hello");
        await rig.Drain();

        Assert.True(settlement.Answered);
        Assert.Equal("d1", Assert.Single(rig.Platform.Sent).InReplyTo);
    }

    [Fact]
    public async Task A_public_answer_alone_is_not_an_answer_to_the_press()
    {
        var settlement = await rig.Say("!add 1");

        Assert.False(settlement.Answered);
    }

    [Fact]
    public async Task Receipt_times_never_run_backwards()
    {
        await rig.Say("!add 1");
        var first = Times.Text(rig.Time.GetUtcNow());
        rig.Time.MoveTo(rig.Time.GetUtcNow().AddMinutes(-10));
        await rig.Say("!add 2");

        Assert.Equal([first, first], rig.All("SELECT at FROM inbound ORDER BY id"));
        Assert.Equal(Times.Text(rig.Time.GetUtcNow()), rig.One<string>("SELECT received_at FROM inbound ORDER BY id DESC LIMIT 1"));
    }

    [Fact]
    public async Task Events_that_another_process_wrote_are_folded_in()
    {
        await rig.Say("!add 1");
        Dapper.SqlMapper.Execute(rig.Database.Writer, """
            INSERT INTO events (stream, version, type, data, at, inbound_id) SELECT stream, 2, type, '10', at, inbound_id FROM events
            """);
        await rig.SayAndDrain("!open", "!add 2");

        Assert.Equal(13, rig.SumOf(Tally.One));
        Assert.Equal(13, rig.One<long>("SELECT sum FROM tallies"));
    }

    [Fact]
    public async Task State_is_the_same_after_a_restart()
    {
        await rig.Say("!add 1");
        rig.Restart();
        await rig.Say("!add 2");

        Assert.Equal(3, rig.One<long>("SELECT sum FROM tallies"));
    }

    [Fact]
    public async Task Running_live_it_settles_everything_that_was_posted_before_it_stops()
    {
        using var stop = new CancellationTokenSource();
        for (var i = 0; i < 300; i++) await rig.Loop.PostAsync(rig.Delivery("!add 1", Tally.Lobby), TestContext.Current.CancellationToken);
        var running = rig.Loop.RunAsync(stop.Token);

        await stop.CancelAsync();
        await running;

        Assert.Equal(300, rig.Settled.Count);
        Assert.Equal(300, rig.SumOf(Tally.One));
    }

    // The stream's state reaches the unlucky number behind the lane's back.
    private void Bad(NetflixPrep.Core.StreamId stream) => Dapper.SqlMapper.Execute(rig.Database.Writer, """
        INSERT INTO events (stream, version, type, data, at, inbound_id) SELECT stream, version + 1, type, '12', at, inbound_id FROM events WHERE stream = @Stream
        """, new { Stream = stream.ToString() });
}
