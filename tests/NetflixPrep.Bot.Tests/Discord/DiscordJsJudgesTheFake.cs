using System.Collections.Concurrent;
using System.Diagnostics;
using NetflixPrep.Bot.Tests.Discord.Fake;

namespace NetflixPrep.Bot.Tests.Discord;

/// <summary>An independent client on the fake: what discord.js rejects, the fake gets wrong.</summary>
public sealed class DiscordJsJudgesTheFake
{
    private const string Ana = "100000000000000001";

    private static readonly NodeJudge Node = new("Discord");

    [Fact(Timeout = 120_000)]
    public async Task Discord_js_gets_through_a_session_on_the_fake()
    {
        var ct = TestContext.Current.CancellationToken;
        Node.SkipUnlessThere("discord.js");
        await using var fake = await FakeDiscord.StartAsync(TimeProvider.System); // another process has its own clock
        fake.Channels["600"] = new("600", FakeChannel.DmChannel) { Recipient = Ana };
        var said = new ConcurrentQueue<string>();
        using var node = Start(fake, said);
        try
        {
            await Says("ready");
            await fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start", ("round", "coding"));
            await Says("command mock start with message");
            await fake.TypeAsync(Ana, FakeDiscord.ChannelId, "mock", "round", "co");
            await Says("completed");
            var pressed = await fake.PressAsync(Ana, FakeDiscord.ChannelId, "a-button");
            await Says("button");
            var form = await fake.SubmitAsync(Ana, FakeDiscord.ChannelId, "judge-form", fromMessage: false, ("why", "because"));
            await Says("form because");
            var answer = await fake.WriteAsync(Ana, FakeDiscord.ChannelId, "answer");
            await Says("message guild answer");
            await fake.WriteAsync(Ana, "600", "hello");
            await Says("message dm hello");
            fake.Faults.Add(FakeFault.Limited("PUT", "/reactions/", "user", 0.2));
            var limited = await fake.WriteAsync(Ana, FakeDiscord.ChannelId, "limited");
            await Says("message guild limited");
            await fake.WriteAsync(Ana, FakeDiscord.ChannelId, "thread");
            await Says("thread");
            var thread = fake.Channels.Values.Single(channel => channel.Name == "From the judge");
            await fake.WriteAsync(Ana, thread.Id, "in there");
            await Says("message thread in there");
            var broken = fake.Connection;
            await broken.CloseAsync(4000);
            await broken.DispatchAsync("MESSAGE_CREATE", Written(fake, "in the gap"));
            await Says("resumed");
            await Says("message guild in the gap");
            fake.Connection.Drop();
            await fake.UntilAsync(() => said.Count(line => line.StartsWith("resumed", StringComparison.Ordinal)) == 2);
            await fake.WriteAsync(Ana, FakeDiscord.ChannelId, "finish");
            await Says("done");

            Assert.Equal("judge-form", (string?)pressed.Modal!["custom_id"]);
            Assert.Equal(("Got it.", true, "And more."), (form.Original!.Content, form.Original.Ephemeral, form.FollowUps.Single().Content));
            Assert.Equal(["✅"], fake.Channels[FakeDiscord.ChannelId].Messages.Single(message => message.Id == answer).Reactions);
            Assert.Equal("Hello.", fake.Channels["600"].Messages[^1].Content);
            Assert.Equal((true, true), (thread.Locked, thread.Archived));
            Assert.Equal(["In the thread, changed.", "in there", "Read in the thread."], thread.Messages.Select(message => message.Content));
            Assert.Equal([429, 204], fake.Requests.Where(request => request.Path.Contains($"{limited}/reactions/", StringComparison.Ordinal)).Select(request => request.Status));
            Assert.Empty(fake.Violations);
        }
        finally
        {
            if (!node.HasExited) node.Kill();
            await node.WaitForExitAsync(ct);
        }

        Task Says(string line) => fake.UntilAsync(() => said.Any(one => one.StartsWith("error", StringComparison.Ordinal))
            ? throw new InvalidOperationException(string.Join('\n', said)) : said.Any(one => one.StartsWith(line, StringComparison.Ordinal)), line);
    }

    private static System.Text.Json.Nodes.JsonObject Written(FakeDiscord fake, string text)
    {
        var message = new FakeMessage(fake.NewId(), FakeDiscord.ChannelId, Ana) { Content = text, At = fake.Time.GetUtcNow() };
        fake.Channels[FakeDiscord.ChannelId].Messages.Add(message);
        var json = message.ToJson();
        json["guild_id"] = FakeDiscord.GuildId;
        return json;
    }

    private static Process Start(FakeDiscord fake, ConcurrentQueue<string> said)
    {
        var node = new Process { StartInfo = new("node", ["judge.mjs", fake.ApiBase.ToString(), fake.Token]) { WorkingDirectory = Node.Folder, RedirectStandardOutput = true, RedirectStandardError = true } };
        node.OutputDataReceived += (_, line) => Heard(line.Data);
        node.ErrorDataReceived += (_, line) => Heard(line.Data is { } text ? $"stderr {text}" : null);
        node.Start();
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        return node;

        void Heard(string? line)
        {
            if (line is not null) said.Enqueue(line);
            fake.Signal();
        }
    }
}
