using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>Socket Mode's rules, input by input, without a socket or a clock.</summary>
public sealed class SocketModeProtocolTests
{
    private static readonly Uri Url = new("wss://wss-primary.slack.com/link/?ticket=t");

    private readonly List<SocketOrder> orders = [];
    private SocketModeState state = new();
    private TimeSpan now = TimeSpan.FromHours(1);

    [Fact]
    public void Connected_means_hello()
    {
        Do(new SocketInput.Start(now, 0), Known(1), new SocketInput.Connected(now, 0, 1));

        Assert.False(state.IsLive);

        Do(Hello(1));

        Assert.True(state.IsLive);
    }

    [Fact]
    public void The_second_socket_keeps_its_distance_from_the_first()
    {
        Live(1);

        Assert.Equal([1], Asked);
        Assert.Equal(now + SocketModeProtocol.Stagger, state.WakeAt);

        Pass(SocketModeProtocol.Stagger);

        Assert.Equal([1, 2], Asked);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("something_new")]
    public void The_replacement_is_live_before_the_old_socket_is_closed(string reason)
    {
        BothLive();

        Do(new SocketInput.Disconnect(now, 0, 1, reason));

        Assert.Equal([1, 2, 3], Asked);
        Assert.Empty(Closed);

        Do(Known(3), new SocketInput.Connected(now, 0, 3), Hello(3));

        Assert.Empty(Closed);

        Pass(SocketModeProtocol.LeaveGrace);

        Assert.Equal([1], Closed);
        Assert.Equal(2, state.LiveCount);
    }

    [Fact]
    public void An_old_socket_is_kept_while_nothing_replaces_it()
    {
        state = state with { Wanted = 1 };
        Live(1);

        Do(new SocketInput.Disconnect(now, 0, 1, "warning"), new SocketInput.UrlFailed(now, 0, 2, TimeSpan.FromHours(1)));
        Pass(TimeSpan.FromMinutes(20));

        Assert.Empty(Closed);
        Assert.Contains(state.Sockets, socket => socket is { Epoch: 1, Phase: SocketPhase.Leaving });
    }

    [Fact]
    public void A_socket_that_closes_after_its_announcement_counts_as_no_failure()
    {
        BothLive();

        Do(new SocketInput.Disconnect(now, 0, 1, "refresh_requested"), new SocketInput.Closed(now, 0, 1));

        Assert.Equal((0, 0), (state.Failures, state.Losses));
    }

    [Fact]
    public void A_stable_socket_that_is_lost_is_replaced_at_once()
    {
        BothLive();
        Pass(SocketModeProtocol.StableAfter);

        Do(new SocketInput.Closed(now, 0.5, 1));

        Assert.Equal([1, 2, 3], Asked);
    }

    [Fact]
    public void Openings_that_fail_wait_longer_each_time()
    {
        Do(new SocketInput.Start(now, 0));
        var waits = new List<double>();
        for (var epoch = 1; epoch <= 8; epoch++)
        {
            Do(new SocketInput.UrlFailed(now, 1, epoch, null));
            waits.Add((state.WakeAt!.Value - now).TotalSeconds);
            Pass(state.WakeAt.Value - now);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], waits);
    }

    [Fact]
    public void Slack_may_say_how_long_to_wait()
    {
        Do(new SocketInput.Start(now, 0), new SocketInput.UrlFailed(now, 0, 1, TimeSpan.FromSeconds(90)));

        Assert.Equal(now + TimeSpan.FromSeconds(90), state.WakeAt);
    }

    [Theory]
    [InlineData(nameof(SocketPhase.Asking))]
    [InlineData(nameof(SocketPhase.Connecting))]
    [InlineData(nameof(SocketPhase.AwaitingHello))]
    public void What_takes_too_long_is_given_up(string name)
    {
        var phase = Enum.Parse<SocketPhase>(name);
        Do(new SocketInput.Start(now, 0));
        if (phase != SocketPhase.Asking) Do(Known(1));
        if (phase == SocketPhase.AwaitingHello) Do(new SocketInput.Connected(now, 0, 1));
        Assert.Equal(phase, state.Sockets[0].Phase);

        Pass(state.WakeAt!.Value - now);

        Assert.Empty(state.Sockets);
        Assert.Equal(1, state.Failures);
        Assert.Equal(phase == SocketPhase.Asking ? [] : [1], Closed);
    }

    [Fact]
    public void Too_many_sockets_mean_a_long_pause_that_grows_and_leave_the_live_one_alone()
    {
        Live(1);
        Pass(SocketModeProtocol.Stagger);
        var pauses = new List<double>();
        for (var epoch = 2; epoch <= 4; epoch++)
        {
            Do(Known(epoch), new SocketInput.Connected(now, 0, epoch), new SocketInput.Disconnect(now, 0, epoch, "too_many_websockets"));
            pauses.Add((state.WakeAt!.Value - now).TotalSeconds);
            Pass(state.WakeAt.Value - now);
        }

        Assert.Equal([60, 120, 240], pauses);
        Assert.Equal(1, state.LiveCount);
        Assert.DoesNotContain(1, Closed);
    }

    [Fact]
    public void Link_disabled_stops_with_a_sentence()
    {
        BothLive();

        Do(new SocketInput.Disconnect(now, 0, 2, "link_disabled"));

        Assert.True(state.IsStopped);
        Assert.Equal([1, 2], Closed);
        Assert.Equal(SocketModeProtocol.LinkDisabled, Assert.Single(orders.OfType<SocketOrder.Fail>()).Sentence);
    }

    [Fact]
    public void A_token_that_will_not_do_stops_with_a_sentence()
    {
        Do(new SocketInput.Start(now, 0), new SocketInput.Refused(now, 0, "Copy it once more."));

        Assert.Equal("Copy it once more.", Assert.Single(orders.OfType<SocketOrder.Fail>()).Sentence);
        Assert.Null(state.WakeAt);
    }

    [Fact]
    public void A_silent_socket_is_replaced_before_it_is_left()
    {
        state = state with { Wanted = 1 };
        Live(1);

        Pass(SocketModeProtocol.Silence);

        Assert.Equal([1, 2], Asked);
        Assert.Empty(Closed);
    }

    [Fact]
    public void A_frame_shows_that_a_socket_is_alive()
    {
        state = state with { Wanted = 1 };
        Live(1);
        Pass(SocketModeProtocol.Silence - TimeSpan.FromMinutes(1));

        Do(new SocketInput.Heard(now, 0, 1));
        Pass(TimeSpan.FromMinutes(2));

        Assert.Equal([1], Asked);
    }

    [Fact]
    public void Ghosts_are_told_of()
    {
        Do(new SocketInput.Start(now, 0), Known(1), new SocketInput.Connected(now, 0, 1), new SocketInput.Hello(now, 0, 1, 4));

        Assert.Contains("Slack counts 4 connections", Assert.Single(orders.OfType<SocketOrder.Warn>()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Late_news_of_a_socket_that_was_given_up_change_nothing()
    {
        BothLive();
        var before = state;

        Do(Known(9), new SocketInput.Connected(now, 0, 9), Hello(9), new SocketInput.Heard(now, 0, 9), new SocketInput.Disconnect(now, 0, 9, "link_disabled"), new SocketInput.Closed(now, 0, 9), new SocketInput.UrlFailed(now, 0, 9, null));

        Assert.Equal(before, state);
    }

    [Fact]
    public void A_stop_closes_everything_and_nothing_follows()
    {
        BothLive();

        Do(new SocketInput.Stop(now, 0), Hello(1), new SocketInput.Tick(now, 0));

        Assert.Equal([1, 2], Closed);
        Assert.True(state.IsStopped);
    }

    [Fact]
    public void Whatever_happens_there_is_one_opening_at_a_time_and_never_more_live_than_wanted()
    {
        for (var seed = 1UL; seed <= 200; seed++)
        {
            (state, now) = (new(), TimeSpan.Zero);
            var chance = new Chance(seed);
            Do(new SocketInput.Start(now, 0));
            for (var step = 0; step < 200; step++)
            {
                chance = chance.Next();
                Do(Any(ref chance));
                Assert.True(state.Sockets.Count(socket => socket.IsOpening) <= 1, $"seed {seed}");
                Assert.True(state.LiveCount <= state.Wanted, $"seed {seed}");
                Assert.True(state.IsStopped || state.LiveCount > 0 || state.WakeAt is not null, $"seed {seed}: deaf for ever");
            }
        }
    }

    private SocketInput Any(ref Chance chance)
    {
        var kind = chance.Below(9);
        chance = chance.Next();
        var epoch = Math.Max(1, state.NextEpoch - 1 - chance.Below(3));
        chance = chance.Next();
        now += TimeSpan.FromSeconds(chance.Below(40));
        chance = chance.Next();
        return kind switch
        {
            0 or 1 => new SocketInput.Tick(now, 0.5),
            2 => new SocketInput.UrlKnown(now, 0.5, epoch, Url),
            3 => new SocketInput.UrlFailed(now, 0.5, epoch, null),
            4 => new SocketInput.Connected(now, 0.5, epoch),
            5 => new SocketInput.Hello(now, 0.5, epoch, 2),
            6 => new SocketInput.Disconnect(now, 0.5, epoch, chance.Below(3) == 0 ? "too_many_websockets" : "warning"),
            7 => new SocketInput.Closed(now, 0.5, epoch),
            _ => new SocketInput.Heard(now, 0.5, epoch),
        };
    }

    private void Live(int epoch)
    {
        if (epoch == 1) Do(new SocketInput.Start(now, 0));
        Do(Known(epoch), new SocketInput.Connected(now, 0, epoch), Hello(epoch));
    }

    private void BothLive()
    {
        Live(1);
        Pass(SocketModeProtocol.Stagger);
        Live(2);
    }

    private void Pass(TimeSpan by)
    {
        var until = now + by;
        while (state.WakeAt is { } wake && wake <= until && !state.IsStopped)
        {
            now = wake > now ? wake : now;
            var before = state;
            Do(new SocketInput.Tick(now, 0));
            if (before == state) break;
        }
        now = until;
    }

    private void Do(params SocketInput[] inputs)
    {
        foreach (var input in inputs)
        {
            var step = SocketModeProtocol.Step(state, input);
            state = step.State;
            orders.AddRange(step.Orders);
        }
    }

    private SocketInput.UrlKnown Known(int epoch) => new(now, 0, epoch, Url);

    private SocketInput.Hello Hello(int epoch) => new(now, 0, epoch, 1);

    private IEnumerable<int> Asked => orders.OfType<SocketOrder.AskUrl>().Select(order => order.Epoch);

    private IEnumerable<int> Closed => orders.OfType<SocketOrder.Close>().Select(order => order.Epoch);
}
