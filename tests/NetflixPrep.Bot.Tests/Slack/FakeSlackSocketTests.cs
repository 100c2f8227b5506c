using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
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

    [Fact(Timeout = 60_000)]
    public async Task What_happens_while_no_socket_is_open_comes_later_and_as_a_retry()
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        slack.BotIsAway = true;
        await slack.SayAsync(Ana, slack.Dm(Ana), "anybody there?");
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();

        time.Advance(TimeSpan.FromMinutes(1));
        var frame = await socket.NextAsync();

        Assert.Equal(("anybody there?", 2), ((string?)frame!["payload"]!["event"]!["text"], (int)frame["retry_attempt"]!));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_press_that_nobody_answers_is_lost()
    {
        var time = new ManualTime();
        await using var slack = await WithCardAsync(time);
        slack.Sockets.ChecksAcks = false;
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();

        var press = await slack.PressAsync(Ana, "Done");
        await socket.NextAsync();
        time.Advance(TimeSpan.FromHours(1));

        Assert.True(press.Lost);
        Assert.Single(press.Deliveries);
    }

    [Fact(Timeout = 60_000)]
    public async Task Each_envelope_goes_to_one_socket_and_each_socket_gets_some()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.Sockets.ChecksAcks = false;
        using var bot = new BareBot(slack);
        await bot.ConnectAsync();
        await bot.ConnectAsync();

        foreach (var number in Enumerable.Range(0, 20)) await slack.SayAsync(Ana, slack.Dm(Ana), $"{number}");

        Assert.All(slack.Envelopes, envelope => Assert.Single(envelope.Deliveries));
        Assert.Equal([1, 2], slack.Envelopes.Select(envelope => envelope.Deliveries[0].Socket!.Number).Distinct().Order());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("other socket", "on socket")]
    [InlineData("late", "after three seconds")]
    [InlineData("twice", "a second acknowledgement")]
    [InlineData("with an answer", "does not read")]
    [InlineData("nothing", "of nothing")]
    [InlineData("garbage", "no JSON object")]
    [InlineData("another field", "with retry")]
    public async Task A_wrong_acknowledgement_is_written_down(string how, string violation)
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        using var bot = new BareBot(slack);
        BareSocket[] sockets = [await bot.ConnectAsync(), await bot.ConnectAsync()];
        await slack.SayAsync(Ana, slack.Dm(Ana), "hello");
        var number = slack.Envelopes[0].Deliveries[0].Socket!.Number;
        var (mine, other) = (sockets[number - 1], sockets[2 - number]);
        var frame = await mine.NextAsync();
        if (how == "late") time.Advance(FakeSlack.AckWithin);

        await (how switch
        {
            "other socket" => other.AckAsync(frame),
            "with an answer" => mine.AckAsync(frame, """{"text":"hello"}"""),
            "nothing" => mine.SendAsync("""{"envelope_id":"x"}"""),
            "garbage" => mine.SendAsync("ack"),
            "another field" => mine.SendAsync($$"""{"envelope_id":"{{frame!["envelope_id"]}}","retry":1}"""),
            _ => mine.AckAsync(frame),
        });
        if (how == "twice") await mine.AckAsync(frame);

        await slack.UntilAsync(() => slack.Violations.Exists(one => one.Contains(violation, StringComparison.Ordinal)));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_lost_acknowledgement_brings_the_event_again()
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        slack.Sockets.LosesAcks = 1;
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        await slack.SayAsync(Ana, slack.Dm(Ana), "hello");
        await socket.AckAsync(await socket.NextAsync());
        await slack.UntilAsync(() => slack.Sockets.LosesAcks == 0);

        time.Advance(FakeSlack.AckWithin);
        var again = await socket.NextAsync();
        await socket.AckAsync(again);
        await slack.SettledAsync();

        Assert.Equal(1, (int)again!["retry_attempt"]!);
        Assert.Empty(slack.Violations);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_envelope_may_come_twice_with_one_id()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.Sockets.Doubles = 1;
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        await slack.SayAsync(Ana, slack.Dm(Ana), "hello");

        var (first, second) = (await socket.NextAsync(), await socket.NextAsync());
        await socket.AckAsync(first);
        await socket.AckAsync(second);
        await slack.UntilAsync(() => slack.Envelopes[0].Deliveries[0].Acks == 2);

        Assert.Equal(first!.ToJsonString(), second!.ToJsonString());
        Assert.Empty(slack.Violations);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_mention_is_two_events_about_one_message()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();

        await slack.SayAsync(Ana, FakeSlack.ChannelId, $"{FakeSlack.Mention} start & <go>");
        JsonObject[] frames = [(await socket.NextAsync())!, (await socket.NextAsync())!];

        Assert.Equal(["message", "app_mention"], frames.Select(frame => (string)frame["payload"]!["event"]!["type"]!));
        Assert.Equal(2, frames.Select(frame => (string)frame["payload"]!["event_id"]!).Distinct().Count());
        Assert.Single(frames.Select(frame => (string)frame["payload"]!["event"]!["ts"]!).Distinct());
        Assert.Equal("<@U0PREP> start &amp; &lt;go&gt;", (string?)frames[0]["payload"]!["event"]!["text"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_bot_hears_itself()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();

        var posted = await bot.CallAsync("chat.postMessage", new() { ["channel"] = FakeSlack.ChannelId, ["text"] = "Hello." });
        await bot.CallAsync("chat.update", new() { ["channel"] = FakeSlack.ChannelId, ["ts"] = (string)posted["ts"]!, ["text"] = "Goodbye." });
        await bot.CallAsync("chat.delete", new() { ["channel"] = FakeSlack.ChannelId, ["ts"] = (string)posted["ts"]! });
        JsonNode[] said = [(await socket.NextAsync())!["payload"]!["event"]!, (await socket.NextAsync())!["payload"]!["event"]!, (await socket.NextAsync())!["payload"]!["event"]!];

        Assert.Equal([null, "message_changed", "message_deleted"], said.Select(one => (string?)one["subtype"]));
        Assert.Equal((FakeSlack.BotId, "Hello.", "Goodbye."), ((string?)said[0]["bot_id"], (string?)said[1]["previous_message"]!["text"], (string?)said[1]["message"]!["text"]));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_eleventh_socket_is_one_too_many()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        foreach (var _ in Enumerable.Range(0, 10)) await bot.ConnectAsync();

        var eleventh = await bot.ConnectAsync();

        Assert.Equal(("disconnect", "too_many_websockets"), ((string?)eleventh.First!["type"], (string?)eleventh.First["reason"]));
        Assert.Null(await eleventh.NextAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_ticket_opens_one_socket()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var url = new Uri((string)(await bot.CallAsync("apps.connections.open"))["url"]!);
        using var first = new ClientWebSocket();
        using var second = new ClientWebSocket();
        await first.ConnectAsync(url, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<WebSocketException>(() => second.ConnectAsync(url, TestContext.Current.CancellationToken));

        Assert.Contains("ticket", Assert.Single(slack.Violations), StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("warning", 10)]
    [InlineData("refresh_requested", 10)]
    [InlineData("link_disabled", 0)]
    public async Task A_socket_that_is_told_to_go_stays_for_its_grace_and_works(string reason, int seconds)
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();
        slack.Connections[0].Disconnect(reason);
        var told = await socket.NextAsync();
        if (seconds > 0)
        {
            await slack.SayAsync(Ana, slack.Dm(Ana), "still there?");
            await socket.AckAsync(await socket.NextAsync());
            await slack.SettledAsync();
            time.Advance(TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal(reason, (string?)told!["reason"]);
        Assert.Null(await socket.NextAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_mute_socket_still_counts_and_swallows_envelopes()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        using var bot = new BareBot(slack);
        var dead = await bot.ConnectAsync();
        slack.Connections[0].Mute();
        dead.Socket.Abort();
        var live = await bot.ConnectAsync();

        foreach (var number in Enumerable.Range(0, 20)) await slack.SayAsync(Ana, slack.Dm(Ana), $"{number}");

        Assert.Equal(2, (int)live.First!["num_connections"]!);
        Assert.Contains(slack.Envelopes, envelope => envelope.Deliveries[0].Socket!.Number == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_socket_without_hello_gets_nothing()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.Sockets.HellosWithheld = 1;
        using var bot = new BareBot(slack);
        using var silent = new ClientWebSocket();
        await silent.ConnectAsync(new((string)(await bot.CallAsync("apps.connections.open"))["url"]!), TestContext.Current.CancellationToken);
        await bot.ConnectAsync();

        foreach (var number in Enumerable.Range(0, 20)) await slack.SayAsync(Ana, slack.Dm(Ana), $"{number}");

        Assert.All(slack.Envelopes, envelope => Assert.Equal(2, envelope.Deliveries[0].Socket!.Number));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_closed_socket_may_leave_its_tcp_connection_open()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.Sockets.KeepsTcp = true;
        using var bot = new BareBot(slack);
        var socket = await bot.ConnectAsync();

        await socket.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);

        Assert.Null(await socket.NextAsync());
        Assert.Equal(0, slack.OpenSockets);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_ping_goes_out_when_the_clock_says()
    {
        var (time, ct) = (new ManualTime(), TestContext.Current.CancellationToken);
        await using var slack = await FakeSlack.StartAsync(time);
        slack.Sockets.PingEvery = TimeSpan.FromSeconds(10);
        slack.Sockets.HellosWithheld = 1;
        using var bot = new BareBot(slack);
        var url = new Uri((string)(await bot.CallAsync("apps.connections.open"))["url"]!);
        using var tcp = new TcpClient(); // a WebSocket client keeps pings to itself
        await tcp.ConnectAsync(url.Host, url.Port, ct);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"), ct);
        var answer = new byte[4096];
        var read = await stream.ReadAtLeastAsync(answer, "HTTP/1.1 101".Length, cancellationToken: ct);
        while (!answer.AsSpan(0, read).EndsWith("\r\n\r\n"u8)) read += await stream.ReadAsync(answer.AsMemory(read), ct);
        await slack.UntilAsync(() => slack.OpenSockets == 1);
        await time.WaitsAsync(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));

        time.Advance(TimeSpan.FromSeconds(10));
        var ping = new byte[2];
        await stream.ReadExactlyAsync(ping, ct);

        Assert.StartsWith("HTTP/1.1 101", Encoding.ASCII.GetString(answer, 0, read), StringComparison.Ordinal);
        Assert.Contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", Encoding.ASCII.GetString(answer, 0, read), StringComparison.Ordinal); // the example of RFC 6455
        Assert.Equal([0x89, 0x00], ping);
    }

    private static async Task<FakeSlack> WithCardAsync(ManualTime time)
    {
        var slack = await FakeSlack.StartAsync(time);
        using var bot = new BareBot(slack);
        slack.Subscriptions.Clear();
        await bot.CallAsync("chat.postMessage", (JsonObject)JsonNode.Parse("""{"channel":"C0PRACTICE","text":"A card.","blocks":[{"type":"actions","elements":[{"type":"button","action_id":"a","value":"token","text":{"type":"plain_text","text":"Done"}}]}]}""")!);
        return slack;
    }
}
