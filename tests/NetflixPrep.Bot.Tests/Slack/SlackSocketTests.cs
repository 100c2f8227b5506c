using System.Text.Json.Nodes;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>The adapter meets everything that happens to sockets.</summary>
public sealed class SlackSocketTests
{
    private const string Ana = SlackRig.Ana;

    [Theory(Timeout = 60_000)]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task A_refresh_leaves_no_gap(string reason)
    {
        await using var rig = await TwoLiveAsync();

        rig.Fake.Connections[0].Disconnect(reason);
        await rig.Fake.UntilAsync(() => rig.Fake.Connections.Count == 3 && rig.Fake.Connections[2].SaidHello);
        var oldWasOpen = rig.Fake.Connections[0].IsOpen;
        for (var at = 0; at < 20; at++) await rig.Fake.SayAsync(Ana, FakeSlack.ChannelId, $"answer {at}");
        for (var at = 0; at < 20; at++) await rig.NextAsync();
        await rig.Fake.SettledAsync();

        Assert.True(oldWasOpen);
        Assert.All(rig.Fake.Envelopes, envelope => Assert.Single(envelope.Deliveries));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_half_open_socket_is_noticed_and_replaced()
    {
        await using var rig = await TwoLiveAsync();

        rig.Fake.Connections[0].Mute();
        await rig.PassUntilAsync(() => rig.Fake.Connections.Count == 3 && rig.Fake.Connections[2].SaidHello);

        await rig.PassUntilAsync(() => rig.Adapter.Health is { Live: 2, Losses: 1 });
    }

    [Fact(Timeout = 60_000)]
    public async Task Too_many_sockets_leave_the_live_one_alone_and_wait_a_minute()
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Sockets.MostSockets = 1);
        await rig.Fake.UntilAsync(() => rig.Adapter.Health is { Live: 1 });
        rig.Time.Advance(SocketModeProtocol.Stagger);
        await rig.Fake.UntilAsync(() => rig.Logged.Any(line => line.Contains("takes no more connections", StringComparison.Ordinal)));

        await rig.Fake.SayAsync(Ana, FakeSlack.ChannelId, "still heard");
        await rig.NextAsync();
        rig.Fake.Sockets.MostSockets = 10;
        await rig.Fake.SettledAsync();
        rig.Time.Advance(SocketModeProtocol.TooManyPause - TimeSpan.FromSeconds(1));
        var before = rig.Fake.Connections.Count;
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await rig.Fake.UntilAsync(() => rig.Fake.Connections.Count(socket => socket.SaidHello) == 2);

        Assert.Equal(2, before);
    }

    [Fact(Timeout = 60_000)]
    public async Task Link_disabled_ends_it_with_a_sentence()
    {
        await using var rig = await SlackRig.LiveAsync();

        rig.Fake.Connections[0].Disconnect("link_disabled");

        Assert.Equal(SocketModeProtocol.LinkDisabled, (await Assert.ThrowsAsync<SlackFatalException>(() => rig.Ended)).Message);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("auth.test", "invalid_auth", "Slack:BotToken")]
    [InlineData("auth.test", "account_inactive", "revoked")]
    [InlineData("apps.connections.open", "missing_scope", "connections:write")]
    [InlineData("apps.connections.open", "not_allowed_token_type", "Slack:AppToken")]
    public async Task A_token_that_will_not_do_ends_it_with_a_sentence(string method, string error, string says)
    {
        await using var rig = await SlackRig.StartAsync(fake => fake.Faults.Add(FakeFault.Error(method, error, 9)));

        Assert.Contains(says, (await Assert.ThrowsAsync<SlackFatalException>(() => rig.Ended)).Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Slack_may_be_away_at_the_start()
    {
        await using var rig = await SlackRig.StartAsync(fake =>
        {
            fake.Faults.Add(FakeFault.Broken("auth.test"));
            fake.Faults.Add(FakeFault.LostCall("apps.connections.open"));
            fake.Sockets.Refuses = 2;
        });

        await rig.PassUntilAsync(() => rig.Adapter.Health is { Live: > 0 }, TimeSpan.FromSeconds(5));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_event_whose_acknowledgement_was_lost_comes_again_under_the_same_id()
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Sockets.LosesAcks = 1);
        await rig.Fake.SayAsync(Ana, FakeSlack.ChannelId, "once");
        var first = await rig.NextAsync();
        await rig.Fake.UntilAsync(() => rig.Fake.Connections[0].Acks == 1);
        rig.Time.Advance(FakeSlack.AckWithin);

        var second = await rig.NextAsync();

        Assert.Equal(first.From.DeliveryId, second.From.DeliveryId);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_look_up_that_is_delivered_twice_is_answered_once()
    {
        await using var rig = await SlackRig.LiveAsync(fake => fake.Sockets.Doubles = 1);

        await rig.Fake.SlashAsync(Ana, FakeSlack.ChannelId, "help");
        await rig.Fake.UntilAsync(() => rig.Fake.Connections[0].Acks == 2);
        await rig.Adapter.BesideAsync();

        Assert.Single(rig.Fake.Ephemerals(Ana));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_mention_comes_as_two_events_and_counts_once()
    {
        await using var rig = await SlackRig.LiveAsync();

        await rig.Fake.SayAsync(Ana, FakeSlack.ChannelId, $"{FakeSlack.Mention} my answer");
        var (one, other) = (Assert.IsType<Inbound.Text>(await rig.NextAsync()), await rig.NextAsync());

        Assert.Equal("my answer", one.Body);
        Assert.Equal(one.From.DeliveryId, other.From.DeliveryId);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("events_api", """{"type":"app_rate_limited","minute_rate_limited":1}""")]
    [InlineData("events_api", """{"type":"event_callback","event":{"type":"new_thing"}}""")]
    [InlineData("something_new", """{}""")]
    [InlineData("interactive", """{"type":"new_thing"}""")]
    [InlineData("slash_commands", """{"text":5}""")]
    public async Task What_is_not_known_is_acknowledged(string type, string payload)
    {
        await using var rig = await SlackRig.LiveAsync();

        var envelope = rig.Fake.Raise(type, JsonNode.Parse(payload)!.AsObject());

        await rig.Fake.UntilAsync(() => envelope.Acked);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_said_while_nothing_was_heard_is_read_from_history()
    {
        await using var rig = await SlackRig.LiveAsync();
        var home = (await rig.SendAsync(new Effect.OpenPlace(SlackRig.Practice, "Mock", Openness.Private, [SlackRig.Person(Ana)]), "k")).Place!.Value;
        await rig.StopAsync();
        rig.Fake.BotIsAway = true;
        await rig.Fake.SayAsync(Ana, home.Place, "while you were away");
        rig.Fake.BotIsAway = false;
        rig.Conversations.Add(new(home, null, null));
        rig.ListensTo.Add(home.Place);

        await using var next = await SlackRig.StartAsync(after: rig);

        Assert.Equal("while you were away", Assert.IsType<Inbound.Text>(await next.NextAsync()).Body);
    }

    private static async Task<SlackRig> TwoLiveAsync()
    {
        var rig = await SlackRig.LiveAsync();
        await rig.Fake.UntilAsync(() => rig.Adapter.Health is { Live: 1 });
        rig.Time.Advance(SocketModeProtocol.Stagger);
        await rig.Fake.UntilAsync(() => rig.Adapter.Health is { Live: 2 });
        return rig;
    }
}
