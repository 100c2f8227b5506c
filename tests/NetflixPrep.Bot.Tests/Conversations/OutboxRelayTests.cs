using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Conversations;

public sealed class OutboxRelayTests : IDisposable
{
    private static readonly PlaceId Thread = new("terminal", "thread-tally");

    private readonly Rig rig = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task What_goes_home_goes_to_the_place_that_was_opened_for_it()
    {
        await rig.SayAndDrain("!open", "!add 1");

        Assert.Equal(Thread, rig.Platform.Sent[1].Place);
        Assert.Equal("terminal:thread-tally", rig.One<string>("SELECT place FROM places WHERE stream = 'tally/one'"));
    }

    [Fact]
    public async Task Opening_twice_opens_one_place()
    {
        await rig.SayAndDrain("!open", "!open");

        Assert.Single(rig.Platform.Sent);
        Assert.Equal(["sent", "sent"], rig.All("SELECT state FROM outbox ORDER BY id"));
    }

    [Fact]
    public async Task A_crash_between_commit_and_send_loses_nothing()
    {
        await rig.SayAndDrain("!open");
        await rig.Say("!add 1");
        rig.Restart();
        await rig.Drain();

        Assert.Equal(["sum 1"], rig.Platform.Texts);
    }

    [Fact]
    public async Task A_crash_between_send_and_mark_sends_again_with_the_same_key()
    {
        await rig.SayAndDrain("!open");
        await rig.Say("!add 1");
        await rig.Relay.SendAsync(rig.Relay.TakeNext()!, Ct);
        rig.Restart();
        await rig.Drain();

        Assert.Equal(3, rig.Platform.Sent.Count);
        Assert.Equal(rig.Platform.Sent[1].Key, rig.Platform.Sent[2].Key);
        Assert.InRange(rig.Platform.Sent[1].Key.Length, 10, 25);
    }

    [Fact]
    public async Task A_row_is_not_sent_again_after_its_mark()
    {
        await rig.SayAndDrain("!open", "!add 1");
        rig.Restart();
        await rig.Drain();

        Assert.Equal(2, rig.Platform.Sent.Count);
    }

    [Fact]
    public async Task A_conversation_keeps_its_order_while_one_message_waits()
    {
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext(Transient());
        await rig.SayAndDrain("!plain a", "!plain b");
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Drain();

        Assert.Equal(["plain a", "plain b"], rig.Platform.Texts);
    }

    [Fact]
    public async Task Another_conversation_does_not_wait_for_one_that_does()
    {
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext(Transient());
        await rig.SayAndDrain("!plain a", "!dm", "!private");

        Assert.Equal(["in private", "only you"], rig.Platform.Texts);
    }

    [Fact]
    public async Task The_next_attempt_comes_after_a_delay_that_grows_and_is_remembered()
    {
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext(Transient(), Transient());
        await rig.SayAndDrain("!plain a");
        var first = rig.Relay.NextAttempt - rig.Time.GetUtcNow();
        rig.Time.MoveTo(rig.Relay.NextAttempt!.Value);
        await rig.Drain();
        var second = rig.Relay.NextAttempt - rig.Time.GetUtcNow();
        rig.Restart();

        Assert.InRange(first!.Value.TotalSeconds, 0.75, 1.26);
        Assert.InRange(second!.Value.TotalSeconds, 1.5, 2.52);
        Assert.Equal(second, rig.Relay.NextAttempt - rig.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_platform_that_says_when_to_come_back_is_believed()
    {
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext(new SendException(SendFault.Transient, "slow down") { RetryAfter = TimeSpan.FromSeconds(42) });
        await rig.SayAndDrain("!plain a");

        Assert.Equal(TimeSpan.FromSeconds(42), rig.Relay.NextAttempt - rig.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_send_without_a_clear_answer_stays_in_doubt_when_a_later_one_goes_through()
    {
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext(new SendException(SendFault.Transient, "no answer") { MayHaveArrived = true });
        await rig.SayAndDrain("!plain a");
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Drain();

        Assert.Equal("no-answer", rig.One<string>("SELECT doubt FROM outbox WHERE state = 'sent' AND attempts = 2"));
    }

    [Fact]
    public async Task A_send_that_the_platform_put_off_is_not_in_doubt()
    {
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext(new SendException(SendFault.Transient, "slow down") { RetryAfter = TimeSpan.FromSeconds(42) });
        await rig.SayAndDrain("!plain a");
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Drain();

        Assert.Null(rig.One<string?>("SELECT doubt FROM outbox WHERE state = 'sent' AND attempts = 2"));
    }

    [Fact]
    public async Task After_a_crash_only_what_can_have_been_on_its_way_is_in_doubt()
    {
        await rig.SayAndDrain("!open");
        await rig.Say("!plain a");
        await rig.Say("!plain b");
        rig.Restart();
        await rig.Drain();

        Assert.Equal(["stopped", ""], rig.All("SELECT coalesce(doubt, '') FROM outbox WHERE kind = 'show' ORDER BY id DESC LIMIT 2").Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Parts_that_went_out_before_a_failure_are_known_at_the_next_attempt()
    {
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext(new SendException(SendFault.Transient, "half") { Sent = ["m9"] });
        await rig.SayAndDrain("!plain a");
        rig.Restart();
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Drain();

        Assert.Equal(["m9"], rig.Platform.Sent[^1].Sent);
    }

    [Fact]
    public async Task After_the_last_attempt_a_row_is_dead_and_the_rest_goes_on()
    {
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext([.. Enumerable.Repeat(new InvalidOperationException("a bug in the adapter"), 5)]);
        await rig.Say("!plain a");
        await rig.Say("!plain b");
        for (var i = 0; i < 6; i++)
        {
            await rig.Drain();
            rig.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["plain b"], rig.Platform.Texts);
        Assert.Equal("given up after 5 attempts: InvalidOperationException", rig.One<string>("SELECT error FROM outbox WHERE state = 'dead'"));
    }

    [Fact]
    public async Task What_the_platform_refuses_is_kept_as_dead_and_the_rest_goes_on()
    {
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext(new SendException(SendFault.Refused, "too long"));
        await rig.SayAndDrain("!plain a", "!plain b");

        Assert.Equal(["plain b"], rig.Platform.Texts);
        Assert.Equal("too long", rig.One<string>("SELECT error FROM outbox WHERE state = 'dead'"));
    }

    [Fact]
    public async Task A_lost_place_is_told_to_its_stream_and_what_waited_for_it_is_dropped()
    {
        await rig.SayAndDrain("!open");
        await rig.Say("!plain a");
        await rig.Say("!plain b");
        rig.Platform.FailNext(new SendException(SendFault.PlaceGone, "unknown channel"));
        await rig.Drain();

        Assert.Equal(7, rig.SumOf(Tally.One));
        Assert.Equal(["sent", "dead", "dropped"], rig.All("SELECT state FROM outbox ORDER BY id"));
        Assert.Equal(1, rig.One<long>("SELECT count(*) FROM places WHERE lost_at IS NOT NULL"));
    }

    [Fact]
    public async Task A_stream_that_lost_its_home_can_open_another()
    {
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext(new SendException(SendFault.PlaceGone, "unknown channel"));
        await rig.SayAndDrain("!plain a", "!open", "!plain b");

        Assert.Equal(["plain b"], rig.Platform.Texts);
    }

    [Fact]
    public async Task Closed_direct_messages_are_told_with_the_person()
    {
        rig.Platform.FailNext(new SendException(SendFault.DmClosed, "cannot send to this user"));
        await rig.SayAndDrain("!dm");

        Assert.Equal("terminal:group:ann place-gone", rig.One<string>("SELECT person || ' ' || kind FROM inbound ORDER BY id DESC LIMIT 1"));
    }

    [Fact]
    public async Task What_has_no_home_is_dead_not_stuck()
    {
        await rig.SayAndDrain("!add 1");

        Assert.Equal("its stream has no home", rig.One<string>("SELECT error FROM outbox WHERE state = 'dead'"));
    }

    [Fact]
    public async Task The_same_slot_again_changes_the_message_that_stands_there()
    {
        await rig.SayAndDrain("!open", "!add 1", "!add 2");

        Assert.Empty(rig.Platform.Sent[1].Replaces);
        Assert.Equal(["m2"], rig.Platform.Sent[2].Replaces);
    }

    [Fact]
    public async Task The_newest_message_with_controls_takes_them_from_the_one_before()
    {
        await rig.SayAndDrain("!open", "!buttons a", "!buttons b");

        Assert.Null(rig.Platform.Sent[1].Strip);
        var strip = rig.Platform.Sent[2].Strip!;
        Assert.Equal(["m2"], strip.MessageIds);
        Assert.Equal("buttons a", strip.Message.Body.ToString());
        Assert.Empty(strip.Message.Controls);
        Assert.Equal(["b"], rig.All("SELECT slot FROM slots WHERE carries_controls = 1"));
    }

    [Fact]
    public async Task A_message_without_controls_leaves_them_where_they_are()
    {
        await rig.SayAndDrain("!open", "!buttons a", "!plain b");

        Assert.Null(rig.Platform.Sent[2].Strip);
        Assert.Equal(["a"], rig.All("SELECT slot FROM slots WHERE carries_controls = 1"));
    }

    [Fact]
    public async Task Changing_the_message_that_carries_the_controls_strips_nothing()
    {
        await rig.SayAndDrain("!open", "!buttons a", "!buttons a");

        Assert.Null(rig.Platform.Sent[2].Strip);
        Assert.Equal(["m2"], rig.Platform.Sent[2].Replaces);
    }

    [Fact]
    public async Task Controls_travel_right_after_a_crash_between_send_and_mark()
    {
        await rig.SayAndDrain("!open", "!buttons a");
        await rig.Say("!buttons b");
        await rig.Relay.SendAsync(rig.Relay.TakeNext()!, Ct);
        rig.Restart();
        await rig.Drain();

        Assert.Equal(["m2"], rig.Platform.Sent[^1].Strip!.MessageIds);
        Assert.Equal(["b"], rig.All("SELECT slot FROM slots WHERE carries_controls = 1"));
    }

    [Fact]
    public async Task A_reply_says_what_it_answers_and_a_timer_answers_nothing()
    {
        await rig.SayAndDrain("!open", "!later bell 5");
        rig.Time.Advance(TimeSpan.FromSeconds(5));
        await rig.Tick();
        await rig.Drain();

        Assert.Equal("d1", rig.Platform.Sent[0].InReplyTo);
        Assert.Null(rig.Platform.Sent[1].InReplyTo);
    }

    [Fact]
    public async Task A_direct_message_knows_its_place_from_the_second_time_on()
    {
        await rig.SayAndDrain("!dm", "!dm");

        Assert.Null(rig.Platform.Sent[0].Place);
        Assert.Equal(new PlaceId("terminal", "dm-ann"), rig.Platform.Sent[1].Place);
    }

    [Fact]
    public async Task Another_process_takes_over_only_claims_that_expired()
    {
        await rig.SayAndDrain("!open");
        await rig.Say("!plain a");
        Dapper.SqlMapper.Execute(rig.Database.Writer, "UPDATE outbox SET claimed_by = 'other' WHERE state = 'pending'");
        rig.Restart();
        var fresh = rig.Queue.Count;
        rig.Time.Advance(TimeSpan.FromMinutes(6));
        rig.Restart();

        Assert.Equal(0, fresh);
        Assert.Equal(1, rig.Queue.Count);
    }

    [Fact]
    public async Task A_mark_that_storage_did_not_keep_is_sent_again_later_with_the_same_key()
    {
        await rig.SayAndDrain("!open");
        await rig.Say("!plain a");
        var sending = rig.Relay.TakeNext()!;
        var mark = await rig.Relay.SendAsync(sending, Ct);
        Dapper.SqlMapper.Execute(rig.Database.Writer, "PRAGMA query_only = ON");
        await Assert.ThrowsAsync<NotKeptException>(() => rig.Relay.MarkAsync(sending, mark, Ct));
        Dapper.SqlMapper.Execute(rig.Database.Writer, "PRAGMA query_only = OFF");
        rig.Time.Advance(TimeSpan.FromSeconds(5));
        await rig.Drain();

        Assert.Equal(rig.Platform.Sent[1].Key, rig.Platform.Sent[2].Key);
        Assert.Equal(["sent", "sent"], rig.All("SELECT state FROM outbox ORDER BY id"));
    }

    [Fact]
    public async Task Running_live_it_sends_everything_in_order()
    {
        using var stop = new CancellationTokenSource();
        using var stopLane = new CancellationTokenSource();
        var everything = rig.Platform.Reaches(51);
        var lane = rig.Loop.RunAsync(stopLane.Token);
        var relay = rig.Relay.RunAsync(stop.Token);
        await rig.Loop.PostAsync(rig.Delivery("!open", Tally.Lobby), Ct);
        for (var i = 0; i < 50; i++) await rig.Loop.PostAsync(rig.Delivery($"!plain {i}", Tally.Lobby), Ct);

        await everything;
        await stop.CancelAsync();
        await relay;
        await stopLane.CancelAsync();
        await lane;

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"plain {i}"), rig.Platform.Texts);
        Assert.Equal(["sent"], rig.All("SELECT DISTINCT state FROM outbox"));
    }

    [Fact]
    public async Task In_a_burst_few_are_sent_to_at_once_and_all_in_the_end()
    {
        using var stop = new CancellationTokenSource();
        using var stopLane = new CancellationTokenSource();
        await rig.SayTogether(Enumerable.Repeat("!private", 20));
        for (var i = 0; i <= TurnLoop.MaxBatch; i++) await rig.Loop.PostAsync(rig.Delivery("!quiet 1", Tally.Lobby), Ct);
        var everything = rig.Platform.Reaches(20);

        var relay = rig.Relay.RunAsync(stop.Token);
        var atOnce = rig.Platform.Sent.Count;
        var lane = rig.Loop.RunAsync(stopLane.Token);
        await everything;
        await stop.CancelAsync();
        await relay;
        await stopLane.CancelAsync();
        await lane;

        Assert.Equal(new RelayPolicy().ConcurrencyInBurst, atOnce);
    }

    [Fact]
    public async Task Running_live_it_tries_again_when_the_time_has_come()
    {
        using var stop = new CancellationTokenSource();
        using var stopLane = new CancellationTokenSource();
        await rig.SayAndDrain("!open");
        rig.Platform.FailNext(new SendException(SendFault.Transient, "later") { RetryAfter = TimeSpan.Zero });
        await rig.Say("!plain a");
        var sent = rig.Platform.Reaches(2);
        var lane = rig.Loop.RunAsync(stopLane.Token);
        var relay = rig.Relay.RunAsync(stop.Token);

        await sent;
        await stop.CancelAsync();
        await relay;
        await stopLane.CancelAsync();
        await lane;

        Assert.Equal(["plain a"], rig.Platform.Texts);
        Assert.Equal(2, rig.One<long>("SELECT max(attempts) FROM outbox"));
    }

    private static SendException Transient() => new(SendFault.Transient, "unavailable");
}
