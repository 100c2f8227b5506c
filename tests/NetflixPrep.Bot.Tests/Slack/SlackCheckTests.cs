using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>What doctor says about Slack.</summary>
public sealed class SlackCheckTests
{
    [Fact(Timeout = 60_000)]
    public async Task Says_that_all_is_well_without_connecting()
    {
        await using var fake = await FakeSlack.StartAsync(TimeProvider.System);

        var says = await AskAsync(fake);

        Assert.Contains("both tokens work", says, StringComparison.Ordinal);
        Assert.Empty(fake.Connections);
    }

    [Fact(Timeout = 60_000)]
    public async Task Names_the_scope_that_is_missing()
    {
        await using var fake = await FakeSlack.StartAsync(TimeProvider.System);
        fake.Scopes.Remove("reactions:write");

        var wrong = await Assert.ThrowsAsync<SlackFatalException>(() => AskAsync(fake));

        Assert.Contains("reactions:write (to mark answers as saved)", wrong.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("auth.test", "token_revoked", "Slack:BotToken was revoked")]
    [InlineData("apps.connections.open", "invalid_auth", "Slack does not accept Slack:AppToken")]
    public async Task Says_which_token_to_copy_once_more(string method, string error, string says)
    {
        await using var fake = await FakeSlack.StartAsync(TimeProvider.System);
        fake.Faults.Add(FakeFault.Error(method, error));

        Assert.Contains(says, (await Assert.ThrowsAsync<SlackFatalException>(() => AskAsync(fake))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xapp-1", "xapp-1", "/mock", "Slack:BotToken does not begin with xoxb-")]
    [InlineData("xoxb-1", null, "/mock", "Slack:AppToken is empty")]
    [InlineData("xoxb-1", "xoxb-1", "/mock", "Slack:AppToken does not begin with xapp-")]
    [InlineData("xoxb-1", "xapp-1", "mock", "Slack:Command is 'mock'")]
    [InlineData("xoxb-1", "xapp-1", "/Mock me", "Slack:Command")]
    public void Settings_that_cannot_be_meant_are_refused_with_their_mend(string? bot, string? app, string command, string says) =>
        Assert.Contains(says, Assert.Single(new SlackOptions { BotToken = bot, AppToken = app, Command = command }.Problems()), StringComparison.Ordinal);

    private static Task<string> AskAsync(FakeSlack fake) =>
        SlackCheck.ExamineAsync(new() { BotToken = fake.BotToken, AppToken = fake.AppToken, ApiBaseUrl = fake.ApiBaseUrl }, null, TimeProvider.System, TestContext.Current.CancellationToken);
}
