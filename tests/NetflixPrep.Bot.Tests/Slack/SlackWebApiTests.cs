using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NetflixPrep.Bot.Adapters.Slack;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>What Slack's answers mean, by a hand-made handler; and the gate in front of it.</summary>
public sealed class SlackWebApiTests
{
    private readonly ManualTime time = new();

    [Theory]
    [InlineData(200, """{"ok":true}""", "Ok")]
    [InlineData(200, """{"ok":false,"error":"channel_not_found"}""", "ApiError")]
    [InlineData(200, """{"ok":false,"error":"invalid_auth"}""", "Fatal")]
    [InlineData(200, """{"ok":false,"error":"fatal_error"}""", "Ambiguous")]
    [InlineData(200, """{"ok":false,"error":"service_unavailable"}""", "Transient")]
    [InlineData(200, """{"ok":tr""", "Ambiguous")]
    [InlineData(503, "<html>", "Ambiguous")]
    [InlineData(429, "", "RateLimited")]
    public async Task Every_answer_has_a_type(int status, string body, string outcome)
    {
        using var web = Web(new Answers(_ => Answer(status, body, retryAfter: "60")));

        var said = await web.CallAsync(new(SlackMethod.PostMessage) { Json = "{}"u8.ToArray(), IsUrgent = true }, CancellationToken.None);

        Assert.Equal(outcome, said.GetType().Name);
    }

    [Fact]
    public async Task What_may_show_twice_is_not_sent_twice()
    {
        var sent = new Answers(_ => throw new IOException("reset"));
        using var web = Web(sent);

        var said = await web.CallAsync(new(SlackMethod.PostMessage) { Json = "{}"u8.ToArray(), Channel = "C" }, CancellationToken.None);

        Assert.IsType<SlackOutcome.Ambiguous>(said);
        Assert.Equal(1, sent.Count);
    }

    [Fact]
    public async Task What_is_safe_is_tried_again_with_pauses()
    {
        var sent = new Answers(number => number < 3 ? Answer(502, "<html>") : Answer(200, """{"ok":true}"""));
        using var web = Web(sent);

        var calling = web.CallAsync(new(SlackMethod.UserInfo), CancellationToken.None);
        for (var pauses = 0; pauses < 2; pauses++) time.Advance(await time.WaitsAsync(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5)));

        Assert.IsType<SlackOutcome.Ok>(await calling);
        Assert.Equal(3, sent.Count);
    }

    [Fact]
    public async Task A_long_pause_is_given_back_and_kept_to_by_the_method_alone()
    {
        var sent = new Answers(number => number == 1 ? Answer(429, "", retryAfter: "120") : Answer(200, """{"ok":true}"""));
        using var web = Web(sent);

        var first = await web.CallAsync(new(SlackMethod.React) { Json = "{}"u8.ToArray() }, CancellationToken.None);
        var second = await web.CallAsync(new(SlackMethod.React) { Json = "{}"u8.ToArray() }, CancellationToken.None);
        var other = await web.CallAsync(new(SlackMethod.UserInfo), CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(120), Assert.IsType<SlackOutcome.RateLimited>(first).RetryAfter);
        Assert.InRange(Assert.IsType<SlackOutcome.RateLimited>(second).RetryAfter.TotalSeconds, 119, 121);
        Assert.IsType<SlackOutcome.Ok>(other);
        Assert.Equal(2, sent.Count);
    }

    [Fact]
    public async Task A_limit_without_a_time_waits_half_a_minute()
    {
        using var web = Web(new Answers(_ => Answer(429, "")));

        var said = await web.CallAsync(new(SlackMethod.React) { Json = "{}"u8.ToArray() }, CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<SlackOutcome.RateLimited>(said).RetryAfter);
    }

    [Theory]
    [InlineData("https://evil.example/actions/x")]
    [InlineData("http://hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("not an address")]
    public async Task An_answer_goes_to_Slack_only(string url)
    {
        var sent = new Answers(_ => Answer(200, "ok"));
        using var web = Web(sent);

        Assert.IsType<SlackOutcome.ApiError>(await web.RespondAsync(url, "{}"u8.ToArray(), CancellationToken.None));
        Assert.Equal(0, sent.Count);
    }

    [Fact]
    public async Task The_app_token_opens_sockets_and_nothing_else_carries_it()
    {
        var sent = new Answers(_ => Answer(200, """{"ok":true}"""));
        using var web = Web(sent);

        await web.CallAsync(new(SlackMethod.OpenConnection), CancellationToken.None);
        await web.CallAsync(new(SlackMethod.AuthTest), CancellationToken.None);
        await web.RespondAsync("https://hooks.slack.com/actions/x", "{}"u8.ToArray(), CancellationToken.None);

        Assert.Equal(["Bearer xapp-a", "Bearer xoxb-b", ""], sent.Authorizations);
    }

    [Fact]
    public async Task Messages_to_one_channel_go_a_few_at_once_then_one_a_second()
    {
        var gate = new SlackRateGate(new(), time);
        var waits = new List<double>();
        for (var number = 0; number < 7; number++)
        {
            var entering = gate.EnterAsync(SlackMethod.PostMessage, "C", null, TimeSpan.FromMinutes(1), CancellationToken.None);
            var begun = time.GetUtcNow();
            while (!entering.IsCompleted) time.Advance(await time.WaitsAsync(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5)));
            waits.Add(Math.Round((time.GetUtcNow() - begun).TotalSeconds));
        }
        var elsewhere = gate.EnterAsync(SlackMethod.PostMessage, "D", null, TimeSpan.FromMinutes(1), CancellationToken.None);

        Assert.Equal([0, 0, 0, 0, 1, 1, 1], waits);
        Assert.True(elsewhere.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Of_updates_that_wait_for_the_same_message_only_the_newest_goes()
    {
        var gate = new SlackRateGate(new() { CallsAtOnce = 1 }, time);
        await gate.EnterAsync(SlackMethod.UpdateMessage, null, "m", TimeSpan.FromMinutes(1), CancellationToken.None);
        var older = gate.EnterAsync(SlackMethod.UpdateMessage, null, "m", TimeSpan.FromMinutes(1), CancellationToken.None);
        var newer = gate.EnterAsync(SlackMethod.UpdateMessage, null, "m", TimeSpan.FromMinutes(1), CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((Pass.Superseded, Pass.Go), ((await older).Pass, (await newer).Pass));
    }

    private SlackWebApi Web(HttpMessageHandler handler) =>
        new(new() { BotToken = "xoxb-b", AppToken = "xapp-a" }, new(SlackPace.Unheld, time), handler, time, NullLogger.Instance);

    private static HttpResponseMessage Answer(int status, string body, string? retryAfter = null)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8) };
        if (retryAfter is not null) answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return answer;
    }

    private sealed class Answers(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public int Count { get; private set; }

        public List<string> Authorizations { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            Authorizations.Add(request.Headers.Authorization?.ToString() ?? "");
            return Task.FromResult(answer(Count));
        }
    }
}
