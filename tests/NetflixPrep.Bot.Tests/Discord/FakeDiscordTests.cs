using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NetflixPrep.Bot.Tests.Discord.Fake;

namespace NetflixPrep.Bot.Tests.Discord;

/// <summary>The fake refuses what Discord refuses; otherwise what passes on it would prove nothing.</summary>
public sealed class FakeDiscordTests
{
    private const ulong View = 1UL << 10;
    private const ulong Send = 1UL << 11;
    private const ulong Manage = 1UL << 34;
    private const ulong CreatePublic = 1UL << 35;
    private const ulong CreatePrivate = 1UL << 36;
    private const ulong SendInThreads = 1UL << 38;
    private const string Thread = "600";
    private const string Posting = """{"content":"Hello.","allowed_mentions":{"parse":[]}}""";

    [Theory(Timeout = 60_000)]
    [InlineData(View, "POST", $"channels/{FakeDiscord.ChannelId}/messages", Posting, 50001)]
    [InlineData(View, "GET", $"channels/{FakeDiscord.ChannelId}/messages?after=0&limit=5", null, 50001)]
    [InlineData(Send, "POST", $"channels/{FakeDiscord.ChannelId}/messages", Posting, 50013)]
    [InlineData(SendInThreads, "POST", $"channels/{Thread}/messages", Posting, 50013)]
    [InlineData(SendInThreads, "PUT", $"channels/{Thread}/thread-members/1", null, 50013)]
    [InlineData(CreatePublic, "POST", $"channels/{FakeDiscord.ChannelId}/threads", """{"name":"x","type":11}""", 50013)]
    [InlineData(CreatePrivate, "POST", $"channels/{FakeDiscord.ChannelId}/threads", """{"name":"x","type":12}""", 50013)]
    [InlineData(Manage, "PATCH", $"channels/{Thread}", """{"locked":true}""", 50013)]
    public async Task What_the_bot_may_not_do_in_a_channel_is_refused(ulong missing, string method, string path, string? body, int code)
    {
        await using var fake = await WithThreadAsync();
        fake.Channels[FakeDiscord.ChannelId].Permissions = FakeDiscord.AllPermissions & ~missing;

        Assert.Equal((403, code), await AskAsync(fake, method, path, body));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("PATCH", $"channels/{Thread}/messages/601", """{"content":"x"}""")]
    [InlineData("PUT", $"channels/{Thread}/messages/601/reactions/x/@me", null)]
    [InlineData("PUT", $"channels/{Thread}/thread-members/1", null)]
    [InlineData("PATCH", $"channels/{Thread}", """{"name":"x"}""")]
    public async Task Nothing_changes_in_an_archived_thread(string method, string path, string? body)
    {
        await using var fake = await WithThreadAsync();
        fake.Channels[Thread].Archived = true;

        Assert.Equal((400, 50083), await AskAsync(fake, method, path, body));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_message_wakes_an_archived_thread_but_is_refused_in_a_locked_one()
    {
        await using var fake = await WithThreadAsync();
        fake.Channels[Thread].Archived = true;

        var first = await AskAsync(fake, "POST", $"channels/{Thread}/messages", Posting);
        var woken = !fake.Channels[Thread].Archived;
        fake.Channels[Thread].Locked = true;
        fake.Permissions &= ~Manage;

        Assert.Equal((200, true), (first.Status, woken));
        Assert.Equal((403, 160005), await AskAsync(fake, "POST", $"channels/{Thread}/messages", Posting));
        Assert.Equal((403, 50013), await AskAsync(fake, "PATCH", $"channels/{Thread}", """{"archived":false}"""));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_third_name_within_ten_minutes_is_refused()
    {
        var time = new ManualTime();
        await using var fake = await WithThreadAsync(time);
        await AskAsync(fake, "PATCH", $"channels/{Thread}", """{"name":"one"}""");
        await AskAsync(fake, "PATCH", $"channels/{Thread}", """{"name":"two"}""");

        var third = await AskAsync(fake, "PATCH", $"channels/{Thread}", """{"name":"three"}""");
        time.Advance(TimeSpan.FromMinutes(10));
        var later = await AskAsync(fake, "PATCH", $"channels/{Thread}", """{"name":"three"}""");

        Assert.Equal((429, 200), (third.Status, later.Status));
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_older_than_an_hour_take_few_changes()
    {
        var time = new ManualTime();
        await using var fake = await WithThreadAsync(time);
        fake.EditsOfOldMessages = 1;
        time.Advance(TimeSpan.FromHours(1));

        var first = await AskAsync(fake, "PATCH", $"channels/{Thread}/messages/601", """{"content":"a"}""");

        Assert.Equal(200, first.Status);
        Assert.Equal((429, 30046), await AskAsync(fake, "PATCH", $"channels/{Thread}/messages/601", """{"content":"b"}"""));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_fifty_first_request_in_a_second_is_refused_unless_it_is_about_an_interaction()
    {
        await using var fake = await WithThreadAsync();
        foreach (var _ in Enumerable.Range(0, 50)) await AskAsync(fake, "GET", "users/@me", null);

        var over = await AskAsync(fake, "GET", "users/@me", null);
        var interaction = await AskAsync(fake, "POST", "interactions/1/token/callback", """{"type":5}""");

        Assert.Equal((429, 10062), (over.Status, interaction.Code));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_message_that_was_deleted_keeps_its_nonce()
    {
        await using var fake = await WithThreadAsync();
        const string body = """{"content":"Hello.","allowed_mentions":{"parse":[]},"nonce":"n","enforce_nonce":true}""";
        await AskAsync(fake, "POST", $"channels/{Thread}/messages", body);
        fake.Channels[Thread].Messages.Clear();

        Assert.Equal((404, 10008), await AskAsync(fake, "POST", $"channels/{Thread}/messages", body));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_with_too_many_threads_takes_no_more()
    {
        await using var fake = await WithThreadAsync();
        fake.ActiveThreads = 1;

        Assert.Equal((400, 160006), await AskAsync(fake, "POST", $"channels/{FakeDiscord.ChannelId}/threads", """{"name":"x","type":12}"""));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_bot_without_heartbeats_is_put_out()
    {
        var time = new ManualTime();
        await using var fake = await FakeDiscord.StartAsync(time);
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        await socket.ConnectAsync(new($"ws://{fake.ApiBase.Authority}/gateway?v=10&encoding=json"), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromMilliseconds(fake.Gateway.HeartbeatInterval * 1.3));
        await socket.SendAsync("""{"op":1,"d":null}"""u8.ToArray(), System.Net.WebSockets.WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);

        Assert.Equal(4009, (int?)socket.CloseStatus);
        Assert.Contains(fake.Violations, violation => violation.StartsWith("no heartbeat", StringComparison.Ordinal));
    }

    private static async Task<FakeDiscord> WithThreadAsync(ManualTime? time = null)
    {
        var fake = await FakeDiscord.StartAsync(time ?? new());
        fake.Channels[Thread] = new(Thread, FakeChannel.PublicThread) { Guild = FakeDiscord.GuildId, Parent = FakeDiscord.ChannelId };
        fake.Channels[Thread].Messages.Add(new("601", Thread, FakeDiscord.BotId) { At = fake.Time.GetUtcNow() });
        return fake;
    }

    private static async Task<(int Status, int Code)> AskAsync(FakeDiscord fake, string method, string path, string? body)
    {
        using var http = new HttpClient { BaseAddress = fake.ApiBase };
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (tests, 1)");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bot {fake.Token}");
        if (body is not null) request.Content = JsonContent.Create(JsonNode.Parse(body));
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var code = text.Length > 0 && JsonNode.Parse(text) is JsonObject said ? (int?)said["code"] ?? 0 : 0;
        return ((int)answer.StatusCode, code);
    }
}
