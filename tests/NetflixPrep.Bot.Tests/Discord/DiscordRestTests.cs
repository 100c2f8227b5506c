using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Discord.AdapterRig;

namespace NetflixPrep.Bot.Tests.Discord;

public sealed class DiscordRestTests
{
    private static readonly Message Hello = new(Prose.Markdown("Hello."));

    [Theory(Timeout = 60_000)]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task A_limit_is_waited_out_and_the_message_comes_once(string scope)
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.Limited("POST", "/messages", scope, 1.5)));
        var sending = rig.ShowAsync(Hello);
        await rig.Time.WaitsAsync(TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(1.6));

        var early = sending.IsCompleted;
        await rig.PassUntilAsync(() => sending.IsCompleted || rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Count == 1);
        await sending;

        Assert.False(early);
        Assert.Single(rig.Fake.Channels[FakeDiscord.ChannelId].Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_long_limit_is_given_back_with_its_time()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.Limited("POST", "/messages", "user", 600)));

        var failed = await Assert.ThrowsAsync<SendException>(() => rig.ShowAsync(Hello));

        Assert.Equal((SendFault.Transient, TimeSpan.FromSeconds(600)), (failed.Fault, failed.RetryAfter));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_bucket_that_the_headers_named_is_not_overdrawn()
    {
        await using var rig = await LiveAsync(fake => fake.MessagesPerFiveSeconds = 2);
        await rig.ShowAsync(Hello, key: "a");
        await rig.ShowAsync(Hello, key: "b");

        var third = rig.ShowAsync(Hello, key: "c");
        await rig.PassUntilAsync(() => rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Count == 3);
        await third;

        Assert.DoesNotContain(rig.Fake.Requests, request => request.Status == 429);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_error_is_tried_again_where_that_is_safe()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(new("POST", "/messages", 502) { Times = 2 }));

        var sending = rig.ShowAsync(Hello);
        await rig.PassUntilAsync(() => rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Count == 1);
        await sending;

        Assert.Equal([502, 502, 200], rig.Fake.Requests.Where(request => request.Path.EndsWith("/messages", StringComparison.Ordinal)).Select(request => request.Status));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_error_is_not_tried_again_where_a_second_thread_could_come_of_it()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(new("POST", "/threads", 502)));

        var failed = await Assert.ThrowsAsync<SendException>(() => rig.SendAsync(new Effect.OpenPlace(Practice, "Interview", Openness.Private, [Person(Ana)])));

        Assert.Equal(SendFault.Transient, failed.Fault);
        Assert.Single(rig.Fake.Requests, request => request.Path.EndsWith("/threads", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_message_of_several_parts_sent_twice_stands_once()
    {
        await using var rig = await LiveAsync();
        var two = new Message(Prose.Markdown(new string('a', 1500) + "\n\n" + new string('b', 1500)));
        var first = await rig.ShowAsync(two);

        var again = await rig.ShowAsync(two);

        Assert.Equal(2, first.MessageIds.Count);
        Assert.Equal(first.MessageIds, again.MessageIds);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_global_limit_holds_every_route_and_another_only_its_own()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.Limited("POST", "/messages", "global", 1.5)));
        var id = await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "My answer.");
        var limited = rig.ShowAsync(Hello);
        await rig.Time.WaitsAsync(TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(1.6));

        var mark = rig.SendAsync(new Effect.Tick(Practice, id), key: "key-2", place: Practice);
        var heldBack = !rig.Fake.Requests.Exists(request => request.Method == "PUT" && request.Path.Contains("/reactions/", StringComparison.Ordinal));
        await rig.PassUntilAsync(() => rig.Fake.Channels[FakeDiscord.ChannelId].Messages is [{ Reactions.Count: 1 }, _]);
        await Task.WhenAll(limited, mark);

        Assert.True(heldBack);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("user")]
    [InlineData("shared")]
    public async Task A_limit_of_one_route_leaves_the_others_alone(string scope)
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.Limited("POST", "/messages", scope, 1.5)));
        var id = await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "My answer.");
        var limited = rig.ShowAsync(Hello);
        await rig.Time.WaitsAsync(TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(1.6));

        await rig.SendAsync(new Effect.Tick(Practice, id), key: "key-2", place: Practice);

        Assert.False(limited.IsCompleted);
        await rig.PassUntilAsync(() => rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Count == 2);
        await limited;
    }

    [Fact(Timeout = 60_000)]
    public async Task The_whole_bot_keeps_below_fifty_requests_a_second()
    {
        await using var rig = await LiveAsync();

        var sending = Task.WhenAll(Enumerable.Range(0, 120).Select(i => rig.ShowAsync(Hello, key: $"key-{i}")));
        await rig.PassUntilAsync(() => rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Count == 120);
        await sending;

        Assert.DoesNotContain(rig.Fake.Requests, request => request.Status == 429);
    }

    [Fact(Timeout = 60_000)]
    public async Task After_a_refused_token_nothing_is_asked_again()
    {
        await using var rig = await LiveAsync();
        rig.Fake.Faults.Add(new("POST", "/messages", 401));
        await Assert.ThrowsAsync<SendException>(() => rig.ShowAsync(Hello));
        var asked = rig.Fake.Requests.Count;

        await Assert.ThrowsAsync<SendException>(() => rig.ShowAsync(Hello));

        Assert.Equal(asked, rig.Fake.Requests.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_limit_on_the_answer_to_a_press_leads_to_an_ordinary_message()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.Limited("POST", "/callback", "user", 1)));
        await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock stop");
        var command = await rig.NextAsync(answered: true);

        var receipt = await rig.ShowAsync(Hello, inReplyTo: command.From.DeliveryId, only: Person(Ana));

        Assert.Equal("Hello.", rig.Shown(receipt).Content);
    }

    [Fact]
    public void Refused_requests_are_stopped_well_before_the_ban()
    {
        var time = new ManualTime();
        var guard = new InvalidRequestGuard(time);
        foreach (var _ in Enumerable.Range(0, InvalidRequestGuard.StopAt)) guard.Observe(403, shared: false);

        var full = guard.Wait();
        time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal((TimeSpan.FromMinutes(10), TimeSpan.Zero), (full, guard.Wait()));
    }

    [Fact]
    public void A_shared_limit_does_not_count_as_refused() =>
        Assert.Equal(0, new InvalidRequestGuard(new ManualTime()).Observe(429, shared: true));

    [Theory]
    [InlineData("http://discord.com/api/v10/")]
    [InlineData("ftp://discord.com/")]
    public void The_token_is_never_sent_in_clear(string url)
    {
        var options = new DiscordOptions { Token = "a.b.c", ApiBaseUrl = new(url) };

        Assert.Contains(options.Problems(), problem => problem.StartsWith("Discord:ApiBaseUrl", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "key-1")]
    [InlineData(1, "key-1.1")]
    public void Each_part_has_its_own_key(int part, string key) => Assert.Equal(key, PartKey.Of("key-1", part));

    [Fact]
    public void A_key_that_would_be_too_long_is_hashed_to_the_limit() => Assert.Equal(25, PartKey.Of(new string('k', 25), 3).Length);
}
