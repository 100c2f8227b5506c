using System.Net;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>Each way of going wrong does what its name says, and no more.</summary>
public sealed class FakeSlackFaultTests
{
    private const string Post = """{"channel":"C0PRACTICE","text":"Hello."}""";

    [Fact(Timeout = 60_000)]
    public async Task A_limited_call_has_no_effect_and_no_json()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.Faults.Add(FakeFault.Limited("chat.postMessage", retryAfter: 7));
        slack.Faults.Add(FakeFault.Limited("chat.postMessage", retryAfter: null));
        using var bot = new BareBot(slack);

        using var first = await bot.SendAsync("chat.postMessage", new() { ["channel"] = FakeSlack.ChannelId, ["text"] = "Hello." });
        using var second = await bot.SendAsync("chat.postMessage", new() { ["channel"] = FakeSlack.ChannelId, ["text"] = "Hello." });

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7), ""), (first.StatusCode, first.Headers.RetryAfter!.Delta, await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal((HttpStatusCode.TooManyRequests, null), (second.StatusCode, second.Headers.RetryAfter));
        Assert.Empty(slack.Sees("U0ANA", FakeSlack.ChannelId));
        Assert.Equal("ok", await bot.AskAsync("chat.postMessage", Post));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_broken_connection_leaves_open_whether_it_was_done(bool isDone, int messages)
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.Faults.Add(isDone ? FakeFault.LostAnswer("chat.postMessage") : FakeFault.LostCall("chat.postMessage"));
        using var bot = new BareBot(slack);

        await Assert.ThrowsAsync<HttpRequestException>(() => bot.AskAsync("chat.postMessage", Post));

        Assert.Equal(messages, slack.Sees("U0ANA", FakeSlack.ChannelId).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_broken_server_answers_with_a_page()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.Faults.Add(FakeFault.Broken("chat.postMessage", 502));
        using var bot = new BareBot(slack);

        using var answer = await bot.SendAsync("chat.postMessage");

        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_fatal_error_may_have_been_done()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.Faults.Add(FakeFault.Fatal("chat.postMessage"));
        using var bot = new BareBot(slack);

        Assert.Equal("fatal_error", await bot.AskAsync("chat.postMessage", Post));
        Assert.Single(slack.Sees("U0ANA", FakeSlack.ChannelId));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_slow_call_is_done_at_once_and_answered_when_the_clock_says()
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        slack.Faults.Add(FakeFault.Slow("chat.postMessage", TimeSpan.FromSeconds(40)));
        using var bot = new BareBot(slack);
        var asking = bot.AskAsync("chat.postMessage", Post);
        await time.WaitsAsync(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(40));
        var early = asking.IsCompleted;

        time.Advance(TimeSpan.FromSeconds(40));

        Assert.Equal((false, "ok"), (early, await asking));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_fault_may_choose_its_call()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.Faults.Add(FakeFault.Error("*", "internal_error") with { Holding = "Goodbye" });
        using var bot = new BareBot(slack);

        Assert.Equal("ok", await bot.AskAsync("chat.postMessage", Post));
        Assert.Equal("internal_error", await bot.AskAsync("chat.postMessage", """{"channel":"C0PRACTICE","text":"Goodbye."}"""));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_uninstalled_app_can_do_nothing()
    {
        await using var slack = await FakeSlack.StartAsync(new ManualTime());
        slack.BotIsAway = true;
        using var bot = new BareBot(slack);

        await slack.UninstallAsync();

        Assert.Equal("account_inactive", await bot.AskAsync("chat.postMessage", Post));
        Assert.Equal(["tokens_revoked", "app_uninstalled"], slack.Envelopes.Select(envelope => (string)envelope.Payload["event"]!["type"]!));
    }
}
