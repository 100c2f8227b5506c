using System.Collections.Concurrent;
using System.Diagnostics;
using NetflixPrep.Bot.Tests.Slack.Fake;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>An independent client on the fake: what Bolt rejects, the fake gets wrong.</summary>
public sealed class BoltJudgesTheFake
{
    private const string Ana = "U0ANA";

    [Fact(Timeout = 120_000)]
    public async Task Bolt_gets_through_a_session_on_the_fake()
    {
        var ct = TestContext.Current.CancellationToken;
        Judge.SkipUnlessThere("@slack/bolt");
        SlackSchemas.SkipUnlessThere();
        await using var slack = await FakeSlack.StartAsync(TimeProvider.System); // another process has its own clock
        slack.Sockets.PingEvery = TimeSpan.FromSeconds(0.5);
        slack.AddPerson("ana", "Europe/Berlin");
        var said = new ConcurrentQueue<string>();
        using var node = Start(slack, said);
        try
        {
            await Says($"ready {FakeSlack.BotUser} {FakeSlack.BotId}");
            await slack.SlashAsync(Ana, FakeSlack.ChannelId, "start round:coding");
            await Says("command start round:coding");
            var hello = await slack.SayAsync(Ana, slack.Dm(Ana), "hello");
            await Says("message im hello");
            await slack.SayAsync(Ana, FakeSlack.ChannelId, $"{FakeSlack.Mention} are you there?");
            await Says("mention <@U0PREP> are you there?");
            var card = await slack.SayAsync(Ana, FakeSlack.ChannelId, "card");
            await Says("card true 2 one");
            await slack.PressAsync(Ana, "Open");
            await Says("button a-token in a thread");
            await slack.SubmitAsync(Ana, ("Why", "no"), ("Round", "Design"));
            await Says("refused");
            await slack.UntilAsync(() => slack.Form(Ana)?.Errors.Count > 0);
            var refused = slack.Form(Ana)!.Errors["why"];
            await slack.SubmitAsync(Ana, ("Why", "because"));
            await Says("form because design");
            await slack.PressAsync(Ana, "More");
            await Says("more");
            await slack.OpenHomeAsync(Ana);
            await Says("home first");
            await slack.PressAsync(Ana, "Start");
            await Says("start from home");
            await slack.OpenHomeAsync(Ana);
            await Says("home again");
            await slack.EditAsync(Ana, slack.Dm(Ana), hello, "goodbye");
            await Says("changed goodbye from hello");
            await slack.UploadAsync(Ana, slack.Dm(Ana), "answer.txt", "A long answer.");
            await Says("file answer.txt A long answer.");
            var gone = await slack.SayAsync(Ana, slack.Dm(Ana), "to be deleted");
            await slack.DeleteAsync(Ana, slack.Dm(Ana), gone);
            await Says($"deleted {gone}");
            await slack.GlobalShortcutAsync(Ana, "judge-global");
            await Says("global shortcut");
            var changed = slack.Form(Ana)!.Title;
            await slack.CloseFormAsync(Ana);
            await slack.MessageShortcutAsync(Ana, FakeSlack.ChannelId, card, "judge-message");
            await Says("message shortcut card");
            slack.Faults.Add(FakeFault.Limited("reactions.add"));
            var limited = await slack.SayAsync(Ana, slack.Dm(Ana), "limited");
            await Says("reacted");
            slack.Connections[^1].Disconnect("refresh_requested");
            await Connected(2);
            slack.Connections[^1].Drop();
            await Connected(3);
            await slack.SayAsync(Ana, slack.Dm(Ana), "after the gap");
            await Says("heard again");
            await slack.SayAsync(Ana, slack.Dm(Ana), "finish");
            await Says("done");

            Assert.Equal("Longer, please.", refused);
            Assert.Equal("Changed", changed);
            Assert.Equal(["And more.", "Taken away.", "You said start round:coding."], slack.Ephemerals(Ana).Select(message => message.Text).Order(StringComparer.Ordinal)); // socket and HTTP race
            Assert.Equal("For everyone.", slack.Channels[FakeSlack.ChannelId].Messages[0].Text);
            Assert.Equal(["card", "The card, without buttons.", "Here."], slack.Sees(Ana, $"{FakeSlack.ChannelId}:{card}").Select(message => message.Text));
            Assert.Equal(["Hello, Europe/Berlin."], slack.Sees(Ana, $"{slack.Dm(Ana)}:{hello}").Skip(1).Select(message => message.Text));
            Assert.Equal("Got because.", slack.Sees(Ana, slack.Dm(Ana)).Single(message => message.IsBots).Text);
            Assert.Equal(["429", null], slack.Calls.Where(call => call.Method == "reactions.add").Select(call => call.Error));
            Assert.Equal([("white_check_mark", FakeSlack.BotUser)], slack.Channels[slack.Dm(Ana)].Find(limited)!.Reactions);
            Assert.Empty(slack.Violations);
            var findings = SlackSchemas.Findings(slack);
            Assert.True(findings.Count == 0, string.Join("\n", findings));
        }
        finally
        {
            if (!node.HasExited) node.Kill();
            await node.WaitForExitAsync(ct);
        }

        Task Says(string line) => slack.UntilAsync(() => said.Any(one => one.StartsWith("error", StringComparison.Ordinal))
            ? throw new InvalidOperationException(string.Join('\n', said)) : said.Any(one => one.StartsWith(line, StringComparison.Ordinal)), line);

        Task Connected(int times) => slack.UntilAsync(() => said.Count(line => line == "connected") == times && slack.OpenSockets > 0, $"connected {times}");
    }

    private static Process Start(FakeSlack slack, ConcurrentQueue<string> said)
    {
        var node = new Process { StartInfo = new("node", ["judge.mjs", slack.ApiBaseUrl.ToString(), slack.BotToken, slack.AppToken]) { WorkingDirectory = Judge.Folder, RedirectStandardOutput = true, RedirectStandardError = true } };
        node.OutputDataReceived += (_, line) => Heard(line.Data);
        node.ErrorDataReceived += (_, line) => Heard(line.Data is { } text ? $"stderr {text}" : null);
        node.Start();
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        return node;

        void Heard(string? line)
        {
            if (line is not null) said.Enqueue(line);
            slack.Signal();
        }
    }
}
