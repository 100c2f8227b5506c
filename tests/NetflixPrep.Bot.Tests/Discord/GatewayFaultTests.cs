using System.Text.Json.Nodes;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Discord.AdapterRig;

namespace NetflixPrep.Bot.Tests.Discord;

/// <summary>The client against the fake, one fault at a time.</summary>
public sealed class GatewayFaultTests
{
    private const int ContentIntent = 1 << 15;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact(Timeout = 60_000)]
    public async Task A_broken_connection_is_resumed_and_nothing_of_the_gap_is_lost()
    {
        await using var rig = await LiveAsync();
        var broken = rig.Fake.Connection;
        broken.Drop();
        await broken.DispatchAsync("MESSAGE_CREATE", new() { ["id"] = "55", ["channel_id"] = FakeDiscord.ChannelId, ["guild_id"] = FakeDiscord.GuildId, ["content"] = "In the gap.", ["author"] = new JsonObject { ["id"] = Ana } });

        await rig.PassUntilAsync(() => rig.Fake.Resumes.Count == 1);

        Assert.Equal("In the gap.", Assert.IsType<Inbound.Text>(await rig.NextAsync()).Body);
        Assert.Equal(("/resume", 1), (rig.Fake.Connection.Path, rig.Fake.Identifies.Count));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(1001)]
    public async Task Some_close_codes_lead_to_a_resume(int code)
    {
        await using var rig = await LiveAsync();

        await rig.Fake.Connection.CloseAsync(code);
        await rig.PassUntilAsync(() => rig.Fake.Resumes.Count == 1);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4007)]
    [InlineData(4008)]
    [InlineData(4009)]
    public async Task Some_close_codes_lead_to_a_new_session(int code)
    {
        await using var rig = await LiveAsync();

        await rig.Fake.Connection.CloseAsync(code);
        await rig.PassUntilAsync(() => rig.Fake.Identifies.Count == 2);
        Assert.Empty(rig.Fake.Resumes);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(4004, "token")]
    [InlineData(4010, "shard")]
    [InlineData(4011, "too many servers")]
    [InlineData(4012, "update the bot")]
    [InlineData(4013, "update the bot")]
    public async Task Some_close_codes_end_it_with_a_sentence_that_says_what_to_do(int code, string says)
    {
        await using var rig = await LiveAsync();

        await rig.Fake.Connection.CloseAsync(code);

        var fatal = await Assert.ThrowsAsync<DiscordFatalException>(() => rig.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.Contains(says, fatal.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_wrong_token_ends_it_before_anything_is_connected()
    {
        await using var rig = await StartAsync(settings: options => options.Token = "not.the.token");

        var fatal = await Assert.ThrowsAsync<DiscordFatalException>(() => rig.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        Assert.Contains("Discord:Token", fatal.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_the_content_intent_an_answer_button_opens_a_form_and_its_text_is_the_answer()
    {
        await using var rig = await StartAsync(fake => fake.Gateway.RefusesContent = true);
        await rig.PassUntilAsync(() => rig.Fake.Identifies.Count == 1);
        var question = await rig.ShowAsync(new(Prose.Markdown("Question.")) { Controls = [new Control.Button("Done", "session/abc|done|3|")] });
        var button = (string)rig.Shown(question).Components[0]!["components"]![0]!["custom_id"]!;
        var pressed = await rig.Fake.PressAsync(Ana, FakeDiscord.ChannelId, button);
        await rig.Fake.UntilAsync(() => pressed.Modal is not null);

        await rig.Fake.SubmitAsync(Ana, FakeDiscord.ChannelId, (string)pressed.Modal!["custom_id"]!, fromMessage: true, ("answer", "We *cache*."));

        Assert.Equal("We *cache*.", Assert.IsType<Inbound.Text>(await rig.NextAsync()).Body);
        await rig.Fake.UntilAsync(() => rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Exists(message => message.Content == $"<@{Ana}>: We \\*cache\\*." && !message.Ephemeral));
        Assert.False(rig.Adapter.CanReadMessages);
    }

    [Fact(Timeout = 60_000)]
    public async Task Where_the_portal_says_that_content_is_off_it_is_not_even_asked_for()
    {
        await using var rig = await LiveAsync(fake => fake.ApplicationFlags = 0);

        Assert.Equal((0, 1), (rig.Fake.Connection.Session!.Intents & ContentIntent, rig.Fake.Connections.Count));
        Assert.Contains(rig.Logged, line => line.Contains("Message Content", StringComparison.OrdinalIgnoreCase));
    }

    [Fact(Timeout = 60_000)]
    public async Task With_reading_switched_off_the_answer_comes_by_a_form_and_in_direct_messages_as_text()
    {
        await using var rig = await LiveAsync(settings: options => options.ReadMessages = false);
        rig.Fake.Channels["600"] = new("600", FakeChannel.DmChannel) { Recipient = Ana };
        var question = new Message(Prose.Markdown("Question.")) { Controls = [new Control.Button("Done", "session/abc|done|3|")] };
        await rig.Fake.WriteAsync(Ana, "600", "hello");
        await rig.NextAsync();

        var inThread = await rig.ShowAsync(question);
        var inMessages = await rig.ShowAsync(question, key: "key-2", place: Place("600"));

        Assert.Equal(0, rig.Fake.Connection.Session!.Intents & ContentIntent);
        Assert.Equal(["Answer", "Done"], rig.Shown(inThread).Components[0]!["components"]!.AsArray().Select(button => (string)button!["label"]!));
        Assert.Equal(["Done"], rig.Shown(inMessages).Components[0]!["components"]!.AsArray().Select(button => (string)button!["label"]!));
    }

    [Fact(Timeout = 60_000)]
    public async Task Op_9_false_is_followed_by_a_new_session()
    {
        await using var rig = await LiveAsync();

        await rig.Fake.Connection.SendAsync(new() { ["op"] = 9, ["d"] = false });

        await rig.PassUntilAsync(() => rig.Fake.Identifies.Count == 2);
        Assert.Empty(rig.Fake.Resumes);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_connection_without_acknowledgements_is_left_with_a_code_that_keeps_the_session()
    {
        await using var rig = await LiveAsync(fake => fake.Gateway.AcknowledgesHeartbeats = false);
        var zombie = rig.Fake.Connection;
        rig.Time.Advance(await rig.Time.WaitsAsync(TimeSpan.Zero, Second * 41.3));
        await rig.Fake.UntilAsync(() => zombie.Heartbeats == 1);

        rig.Time.Advance(await rig.Time.WaitsAsync(Second * 41, Second * 41.3));
        await rig.Fake.UntilAsync(() => zombie.ClosedByBot == 4000);
        await rig.PassUntilAsync(() => rig.Fake.Resumes.Count == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Op_7_is_followed_by_a_resume()
    {
        await using var rig = await LiveAsync();

        await rig.Fake.Connection.SendAsync(new() { ["op"] = 7, ["d"] = null });
        await rig.PassUntilAsync(() => rig.Fake.Resumes.Count == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Op_9_true_is_followed_by_a_resume_after_a_pause()
    {
        await using var rig = await LiveAsync();

        await rig.Fake.Connection.SendAsync(new() { ["op"] = 9, ["d"] = true });

        await rig.PassUntilAsync(() => rig.Fake.Resumes.Count == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task When_the_session_is_gone_open_conversations_are_read_from_the_last_message_on()
    {
        await using var rig = await LiveAsync();
        var seen = await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "Seen.");
        await rig.NextAsync();
        rig.Conversations.Add(new(Practice, FakeDiscord.GuildId, seen));
        rig.Fake.ForgetSessions();
        rig.Fake.Connection.Drop();
        var missed = rig.Fake.NewId();
        rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Add(new(missed, FakeDiscord.ChannelId, Ana) { Content = "Missed.", At = rig.Time.GetUtcNow() });

        await rig.PassUntilAsync(() => rig.Fake.Identifies.Count == 2);

        var text = Assert.IsType<Inbound.Text>(await rig.NextAsync());
        Assert.Equal(("Missed.", "m:" + missed, Person(Ana)), (text.Body, text.From.DeliveryId, text.From.Person));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_never_says_hello_is_left()
    {
        await using var rig = await StartAsync(fake => fake.Gateway.HellosWithheld = 1);
        await rig.Fake.UntilAsync(() => rig.Fake.Connections.Count == 1);

        rig.Time.Advance(await rig.Time.WaitsAsync(Second * 20, Second * 20));
        await rig.PassUntilAsync(() => rig.Fake.Identifies.Count == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_cannot_be_reached_is_tried_again()
    {
        await using var rig = await StartAsync(fake => fake.Gateway.RefusesConnections = 1);
        await rig.Fake.UntilAsync(() => rig.Fake.Gateway.RefusesConnections == 0);

        await rig.PassUntilAsync(() => rig.Fake.Identifies.Count == 1);
    }

    [Fact(Timeout = 60_000)]
    public async Task No_session_is_started_over_the_days_limit()
    {
        await using var rig = await StartAsync(fake => fake.Gateway.IdentifiesLeft = 0);

        await rig.Time.WaitsAsync(TimeSpan.FromHours(5), TimeSpan.FromHours(5));

        Assert.Empty(rig.Fake.Identifies);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_number_is_saved_only_when_the_frame_is_kept_so_that_a_restart_gets_it_again()
    {
        await using var first = await LiveAsync();
        await first.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "Kept.");
        await first.NextAsync();
        await first.Fake.UntilAsync(() => first.Store["discord/session"].StartsWith("3 ", StringComparison.Ordinal));
        await first.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "Not kept before the stop.");
        await first.DeliveryAsync();
        await first.StopAsync();

        await using var second = await StartAsync(after: first);

        Assert.Equal("Not kept before the stop.", Assert.IsType<Inbound.Text>(await second.NextAsync()).Body);
        Assert.Equal([3L], second.Fake.Resumes);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_could_not_be_kept_is_said_so_and_comes_again()
    {
        await using var rig = await LiveAsync();
        await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "Answer.");
        var delivery = await rig.DeliveryAsync();

        await delivery.Settle(Settlement.NotKept("Not saved: the disk is full."));
        await rig.Fake.UntilAsync(() => rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Exists(message => message.Content == "Not saved: the disk is full."));
        rig.Fake.Connection.Drop();
        await rig.PassUntilAsync(() => rig.Fake.Resumes.Count == 1);

        Assert.Equal("Answer.", Assert.IsType<Inbound.Text>(await rig.NextAsync()).Body);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_burst_of_five_thousand_frames_loses_none_and_heartbeats_go_on()
    {
        await using var rig = await LiveAsync();
        var connection = rig.Fake.Connection;
        var burst = Task.Run(async () =>
        {
            foreach (var i in Enumerable.Range(1, 5000))
                await connection.DispatchAsync("MESSAGE_CREATE", new() { ["id"] = $"{i}", ["channel_id"] = FakeDiscord.ChannelId, ["guild_id"] = FakeDiscord.GuildId, ["content"] = $"{i}", ["author"] = new JsonObject { ["id"] = Ana } });
        }, TestContext.Current.CancellationToken);

        // Nothing is read yet: the queue fills up while the clock goes on.
        await rig.Fake.UntilAsync(() => rig.Logged.Any(line => line.Contains("queue of gateway events is full", StringComparison.Ordinal)) || burst.IsCompleted);
        rig.Time.Advance(await rig.Time.WaitsAsync(TimeSpan.Zero, Second * 41.3));
        await rig.Fake.UntilAsync(() => connection.Heartbeats == 1);
        var bodies = new List<string>();
        while (bodies.Count < 5000) bodies.Add(Assert.IsType<Inbound.Text>(await rig.NextAsync()).Body);
        await burst;

        Assert.Equal(Enumerable.Range(1, 5000).Select(i => $"{i}"), bodies);
        Assert.True(connection.IsOpen);
    }
}
