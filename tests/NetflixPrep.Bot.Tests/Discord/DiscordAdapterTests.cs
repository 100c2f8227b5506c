using System.Text.Json.Nodes;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Discord;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Discord.AdapterRig;

namespace NetflixPrep.Bot.Tests.Discord;

public sealed class DiscordAdapterTests
{
    private static readonly Control Done = new Control.Button("Done", "session/abc|done|3|");

    private static Message Says(string text) => new(Prose.Markdown(text));

    [Fact(Timeout = 60_000)]
    public async Task A_message_becomes_a_text_with_its_person_and_place()
    {
        await using var rig = await LiveAsync();

        var id = await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "We cache at the edge.");

        var text = Assert.IsType<Inbound.Text>(await rig.NextAsync());
        Assert.Equal(("We cache at the edge.", id, "m:" + id, Person(Ana), Practice), (text.Body, text.MessageId, text.From.DeliveryId, text.From.Person, text.From.Place));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_people_write_elsewhere_in_the_server_is_not_read()
    {
        await using var rig = await LiveAsync();
        rig.Fake.Channels["5"] = new("5", FakeChannel.TextChannel) { Guild = FakeDiscord.GuildId };

        await rig.Fake.WriteAsync(Ana, "5", "Lunch?");
        await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "My answer.");

        Assert.Equal("My answer.", Assert.IsType<Inbound.Text>(await rig.NextAsync()).Body);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_carries_the_whole_new_text()
    {
        await using var rig = await LiveAsync();
        var id = await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "Frist.");
        await rig.NextAsync();

        await rig.Fake.EditAsync(Ana, FakeDiscord.ChannelId, id, "First.");

        Assert.Equal("First.", Assert.IsType<Inbound.Edited>(await rig.NextAsync()).Body);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pasted_text_file_is_fetched_without_the_token()
    {
        await using var rig = await LiveAsync(fake => fake.Files["/cdn/paste.txt"] = "A long answer."u8.ToArray());
        var file = new JsonObject { ["id"] = "77", ["filename"] = "message.txt", ["content_type"] = "text/plain; charset=utf-8", ["size"] = 14, ["url"] = $"http://{rig.Fake.ApiBase.Authority}/cdn/paste.txt" };

        await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "", [file]);

        var attached = Assert.IsType<Inbound.Attached>(await rig.NextAsync());
        Assert.Equal(("message.txt", "A long answer."), (attached.FileName, attached.Body));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_from_another_host_is_not_fetched_and_its_author_is_told()
    {
        await using var rig = await LiveAsync();
        var file = new JsonObject { ["id"] = "77", ["filename"] = "message.txt", ["content_type"] = "text/plain", ["size"] = 14, ["url"] = "https://example.com/paste.txt" };

        await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "", [file]);

        await rig.Fake.UntilAsync(() => rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Exists(message => message.Content.StartsWith("I could not read that file", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_sub_command_arrives_as_its_verb_with_arguments()
    {
        await using var rig = await LiveAsync();

        await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start", ("round", "coding"), ("minutes", "20"));

        var command = Assert.IsType<Inbound.Command>(await rig.NextAsync(answered: true));
        Assert.Equal(("mock start", new Seq<Argument>([new("round", "coding"), new("minutes", "20")])), (command.Verb, command.Arguments));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_private_answer_is_the_interactions_own()
    {
        await using var rig = await LiveAsync();
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock stop");
        var command = await rig.NextAsync(answered: true);

        await rig.ShowAsync(Says("Nothing is running."), inReplyTo: command.From.DeliveryId, only: Person(Ana));

        Assert.Equal((4, true, "Nothing is running."), (asked.Answered, asked.Original!.Ephemeral, asked.Original.Content));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_slow_turn_is_deferred_at_two_seconds_and_answered_in_place()
    {
        await using var rig = await LiveAsync();
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock stop");
        var slow = await rig.DeliveryAsync();

        await rig.Time.WaitsAsync(TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(2));
        rig.Time.Advance(TimeSpan.FromSeconds(2));
        await rig.Fake.UntilAsync(() => asked.Answered == 5);
        await slow.Settle(Settlement.Done(answered: true));
        await rig.ShowAsync(Says("Stopped."), inReplyTo: slow.Inbound.From.DeliveryId, only: Person(Ana));

        Assert.Equal((true, "Stopped.", 0), (asked.Ephemeral, asked.Original!.Content, asked.FollowUps.Count));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_press_that_shows_nothing_private_is_acknowledged_without_a_word()
    {
        await using var rig = await LiveAsync();

        var pressed = await rig.Fake.PressAsync(Ana, FakeDiscord.ChannelId, "session/abc|done|3|");
        await rig.NextAsync(answered: false);

        await rig.Fake.UntilAsync(() => pressed.Answered == 6);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_answer_that_was_taken_although_its_reply_was_lost_counts_as_given()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.LostAnswer("POST", "/callback")));
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock stop");
        var command = await rig.NextAsync(answered: true);

        await rig.ShowAsync(Says("Nothing is running."), inReplyTo: command.From.DeliveryId, only: Person(Ana));

        Assert.Equal(("Nothing is running.", 0), (asked.Original!.Content, asked.FollowUps.Count));
        Assert.Contains(rig.Fake.Requests, request => request is { Status: 400 } && request.Path.EndsWith("/callback", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_private_answer_that_comes_too_late_goes_to_the_persons_own_messages()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.Code("POST", "/callback", 404, 10062)));
        await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock stop");
        var command = await rig.NextAsync(answered: true);

        var receipt = await rig.ShowAsync(Says("Nothing is running."), inReplyTo: command.From.DeliveryId, only: Person(Ana));

        Assert.Equal((Ana, "Nothing is running."), (rig.Fake.Channels[receipt.Place!.Value.Place].Recipient, rig.Shown(receipt).Content));
    }

    [Fact(Timeout = 60_000)]
    public async Task After_fifteen_minutes_an_ordinary_message_does()
    {
        await using var rig = await LiveAsync(fake => fake.Gateway.ChecksHeartbeats = false);
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock stop");
        var command = await rig.NextAsync(answered: true);
        await rig.ShowAsync(Says("One moment."), inReplyTo: command.From.DeliveryId, only: Person(Ana));

        rig.Time.Advance(TimeSpan.FromMinutes(15));
        var late = await rig.ShowAsync(Says("Here it is."), key: "key-2", inReplyTo: command.From.DeliveryId, only: Person(Ana));

        Assert.Equal(("Here it is.", 0), (rig.Shown(late).Content, asked.FollowUps.Count));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_form_opens_as_the_first_answer()
    {
        await using var rig = await LiveAsync();
        var pressed = await rig.Fake.PressAsync(Ana, FakeDiscord.ChannelId, "session/abc|ask|3|");
        var press = await rig.NextAsync(answered: true);

        await rig.SendAsync(new Effect.OpenForm(new("session/abc|asked|3|", "Ask", [new("question", "Your question", true, 300) { Paragraph = true }])), place: Practice, inReplyTo: press.From.DeliveryId);

        Assert.Equal((9, "Ask"), (pressed.Answered, (string?)pressed.Modal!["title"]));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_form_after_a_form_waits_behind_a_button()
    {
        await using var rig = await LiveAsync();
        var sent = await rig.Fake.SubmitAsync(Ana, FakeDiscord.ChannelId, "story/abc|one|1|", fromMessage: false, ("context", "A late launch."));
        var form = Assert.IsType<Inbound.Form>(await rig.NextAsync(answered: true));
        await rig.SendAsync(new Effect.OpenForm(new("story/abc|two|2|", "Metric", [new("metric", "What changed", true, 300)])), place: Practice, inReplyTo: form.From.DeliveryId);
        var button = (string)sent.Original!.Components[0]!["components"]![0]!["custom_id"]!;

        var pressed = await rig.Fake.PressAsync(Ana, FakeDiscord.ChannelId, button);
        await rig.Fake.UntilAsync(() => pressed.Answered == 9);

        Assert.Equal(new Seq<Argument>([new("context", "A late launch.")]), form.Fields);
        Assert.Equal("story/abc|two|2|", (string?)pressed.Modal!["custom_id"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Look_ups_are_answered_without_being_handed_over()
    {
        await using var rig = await LiveAsync();

        var help = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "help");
        var typing = await rig.Fake.TypeAsync(Ana, FakeDiscord.ChannelId, "mock", "round", "co");
        await rig.Fake.UntilAsync(() => help.Original is not null && typing.Choices is not null);

        Assert.Equal((true, "There is /mock start."), (help.Original!.Ephemeral, help.Original.Content));
        Assert.Equal("value-1", (string?)typing.Choices![0]!["value"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_same_key_shows_one_message()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.LostAnswer("POST", "/messages")));
        var sending = rig.ShowAsync(Says("Question one."));
        await rig.Time.WaitsAsync(TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(1));
        rig.Time.Advance(TimeSpan.FromSeconds(1));

        var first = await sending;
        var again = await rig.ShowAsync(Says("Question one."));

        Assert.Equal(first.MessageIds, again.MessageIds);
        Assert.Single(rig.Fake.Channels[FakeDiscord.ChannelId].Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task Only_those_named_can_be_pinged_whatever_was_typed()
    {
        await using var rig = await LiveAsync();

        var receipt = await rig.ShowAsync(new(Prose.Of($"{Person(Ana)} {"@everyone <@100000000000000002> **x**"}")), notify: [Person(Ana)]);

        var shown = rig.Shown(receipt);
        Assert.Equal($"<@{Ana}> \\@everyone \\<\\@100000000000000002\\> \\*\\*x\\*\\*", shown.Content);
        Assert.Equal($$"""{"parse":[],"users":["{{Ana}}"]}""", shown.AllowedMentions!.ToJsonString());
    }

    [Fact(Timeout = 60_000)]
    public async Task Whoever_is_to_be_notified_is_mentioned_once()
    {
        await using var rig = await LiveAsync();

        var unnamed = await rig.ShowAsync(Says("Your turn."), notify: [Person(Ana)]);
        var named = await rig.ShowAsync(new(Prose.Of($"{Person(Ana)}, your turn.")), key: "key-2", notify: [Person(Ana)]);

        Assert.Equal(($"<@{Ana}> Your turn.", $"<@{Ana}>, your turn."), (rig.Shown(unnamed).Content, rig.Shown(named).Content));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_newer_message_takes_the_controls_of_the_earlier_one()
    {
        await using var rig = await LiveAsync();
        var old = Says("Question.") with { Controls = [Done] };
        var first = await rig.ShowAsync(old);

        var second = await rig.ShowAsync(Says("Hint.") with { Controls = [Done] }, key: "key-2", strip: new(Practice, first.MessageIds, old));

        Assert.Equal((0, 1, "Question."), (rig.Shown(first).Components.Count, rig.Shown(second).Components.Count, rig.Shown(first).Content));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_same_slot_changes_in_place_or_is_posted_anew_when_it_was_deleted()
    {
        await using var rig = await LiveAsync();
        var first = await rig.ShowAsync(Says("One."));
        var changed = await rig.ShowAsync(Says("Two."), key: "key-2", replaces: first.MessageIds);
        rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Clear();

        var anew = await rig.ShowAsync(Says("Three."), key: "key-3", replaces: first.MessageIds);

        Assert.Equal(first.MessageIds, changed.MessageIds);
        Assert.Equal("Three.", rig.Shown(anew).Content);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_saved_answer_gets_a_mark()
    {
        await using var rig = await LiveAsync();
        var id = await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "My answer.");

        await rig.SendAsync(new Effect.Tick(Practice, id), place: Practice);

        Assert.Equal(["✅"], rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Single().Reactions);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(10003, 404, nameof(SendFault.PlaceGone))]
    [InlineData(50001, 403, nameof(SendFault.PlaceGone))]
    [InlineData(50013, 403, nameof(SendFault.PlaceGone))]
    [InlineData(50007, 403, nameof(SendFault.DmClosed))]
    [InlineData(50035, 400, nameof(SendFault.Refused))]
    [InlineData(200000, 400, nameof(SendFault.Refused))]
    public async Task A_refusal_says_what_it_means_for_the_conversation(int code, int status, string fault)
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.Code("POST", "/messages", status, code)));

        var failed = await Assert.ThrowsAsync<SendException>(() => rig.ShowAsync(Says("Hello.")));

        Assert.Equal(fault, failed.Fault.ToString());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_person_with_closed_messages_is_asked_once()
    {
        await using var rig = await LiveAsync(fake => fake.ClosedDms.Add(Ana));
        var dm = new Effect.Show(new Where.Dm(Person(Ana)), "slot", Says("Your drill."), null, []);

        await Assert.ThrowsAsync<SendException>(() => rig.SendAsync(dm));
        var again = await Assert.ThrowsAsync<SendException>(() => rig.SendAsync(dm));

        Assert.Equal(SendFault.DmClosed, again.Fault);
        Assert.Single(rig.Fake.Requests, request => request.Path.EndsWith("/messages", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Commands_are_registered_once_and_again_only_when_they_changed()
    {
        await using var first = await LiveAsync();
        await first.Fake.UntilAsync(() => first.Store.Keys.Any(key => key.EndsWith("/global", StringComparison.Ordinal)));
        await first.StopAsync();

        await using var second = await StartAsync(after: first);
        await second.Fake.UntilAsync(() => second.Fake.Resumes.Count == 1);

        Assert.Single(first.Fake.Requests, request => request.Method == "PUT");
        Assert.Equal(["mock", "help", "story"], first.Fake.Commands["global"].Select(command => (string)command!["name"]!));
    }

    [Fact(Timeout = 60_000)]
    public async Task Listed_servers_lose_their_commands_when_the_list_is_emptied()
    {
        await using var first = await LiveAsync(settings: options => options.GuildIds = [FakeDiscord.GuildId]);
        await first.Fake.UntilAsync(() => first.Store.ContainsKey("discord/guilds"));
        var listed = first.Fake.Commands[FakeDiscord.GuildId].Count;
        await first.StopAsync();

        await using var second = await StartAsync(after: first);
        await second.Fake.UntilAsync(() => !second.Store.ContainsKey("discord/guilds"));

        Assert.Equal((3, 0, 3), (listed, second.Fake.Commands[FakeDiscord.GuildId].Count, second.Fake.Commands["global"].Count));
    }
}
