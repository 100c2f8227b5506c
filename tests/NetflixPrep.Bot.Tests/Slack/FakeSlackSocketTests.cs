using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>The fake delivers as Slack does: what passes on it must have been acknowledged in time and on the right socket.</summary>
public sealed class FakeSlackSocketTests
{
    private const string Ana = "U0ANA";

    [Fact(Timeout = 60_000)]
    public async Task Hello_says_how_many_sockets_there_are()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);

        var (first, second) = (await bot.ConnectAsync(), await bot.ConnectAsync());

        Assert.Equal(("hello", 1, 2), ((string?)first.First!["type"], (int)first.First["num_connections"]!, (int)second.First!["num_connections"]!));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_command_is_answered_by_its_acknowledgement()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();

        await slack.SlashAsync(Ana, FakeSlack.ChannelId, "start round:coding");
        var frame = await socket.NextAsync();
        await socket.AckAsync(frame, """{"response_type":"ephemeral","text":"On it."}""");
        await slack.SettledAsync();

        Assert.Equal(("/mock", "start round:coding"), ((string?)frame!["payload"]!["command"], (string?)frame["payload"]!["text"]));
        Assert.Equal("On it.", Assert.Single(slack.Ephemerals(Ana)).Text);
        Assert.Empty(slack.Violations);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_event_that_is_not_acknowledged_comes_again_at_once_then_after_one_minute_and_five()
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        slack.Sockets.ChecksAcks = false;
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        await slack.SayAsync(Ana, slack.Dm(Ana), "hello");
        var seen = new List<JsonObject> { (await socket.NextAsync())! };
        foreach (var wait in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)])
        {
            time.Advance(FakeSlack.AckWithin);
            time.Advance(wait);
            seen.Add((await socket.NextAsync())!);
        }

        time.Advance(FakeSlack.AckWithin);

        Assert.Equal([0, 1, 2, 3], seen.Select(frame => (int)frame["retry_attempt"]!));
        Assert.Equal(["", "timeout", "timeout", "timeout"], seen.Select(frame => (string)frame["retry_reason"]!));
        Assert.Single(seen.Select(frame => (string)frame["payload"]!["event_id"]!).Distinct());
        Assert.Equal(4, seen.Select(frame => (string)frame["envelope_id"]!).Distinct().Count());
        Assert.True(slack.Envelopes.Single().Lost);
    }
}
