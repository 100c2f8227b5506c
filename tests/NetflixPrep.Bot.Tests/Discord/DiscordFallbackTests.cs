using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Discord.AdapterRig;

namespace NetflixPrep.Bot.Tests.Discord;

/// <summary>What the bot does where Discord, an organiser or a person does not let it.</summary>
public sealed class DiscordFallbackTests
{
    private const ulong View = 1UL << 10;
    private const ulong ManageThreads = 1UL << 34;
    private const ulong CreatePublic = 1UL << 35;
    private const ulong CreatePrivate = 1UL << 36;
    private const ulong AddReactions = 1UL << 6;

    private static readonly Message ThreeParts = Says($"{new string('a', 1500)}\n\n{new string('b', 1500)}\n\n{new string('c', 1500)}");

    private static Message Says(string text) => new(Prose.Markdown(text));

    private static List<string> Contents(AdapterRig rig) => [.. rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Select(message => message.Content[..1])];

    [Theory(Timeout = 60_000)]
    [InlineData(500, 0, 4)]
    [InlineData(400, 50035, 1)]
    public async Task Parts_that_stand_are_named_when_a_later_one_fails_and_not_sent_again(int status, int code, int times)
    {
        await using var rig = await LiveAsync();
        rig.Fake.Faults.Add(FakeFault.Code("POST", "/messages", status, code) with { Holding = "bbb", Times = times });
        var sending = rig.ShowAsync(ThreeParts);
        await rig.PassUntilAsync(() => rig.Fake.Faults[0].Times == 0);
        var failed = await Assert.ThrowsAsync<SendException>(() => sending);

        var again = await rig.ShowAsync(ThreeParts, sent: failed.Sent);

        Assert.Equal([again.MessageIds[0]], failed.Sent);
        Assert.Equal(["a", "b", "c"], Contents(rig));
    }

    [Fact(Timeout = 60_000)]
    public async Task Parts_that_an_earlier_process_sent_are_not_sent_again_however_long_ago()
    {
        await using var rig = await LiveAsync(fake => fake.NonceWindow = TimeSpan.Zero);
        var first = await rig.ShowAsync(Says("a"), key: "key-1");

        var rest = await rig.ShowAsync(ThreeParts, sent: first.MessageIds);

        Assert.Equal(first.MessageIds[0], rest.MessageIds[0]);
        Assert.Equal(["a", "b", "c"], Contents(rig));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_message_that_somebody_deleted_before_it_was_sent_again_is_posted_anew()
    {
        await using var rig = await LiveAsync();
        var first = await rig.ShowAsync(Says("Question."));
        await rig.Fake.DeleteAsync(FakeDiscord.ChannelId, first.MessageIds[0]);

        var again = await rig.ShowAsync(Says("Question."));

        Assert.Equal("Question.", rig.Shown(again).Content);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_message_too_old_to_change_is_posted_anew()
    {
        await using var rig = await LiveAsync(fake =>
        {
            fake.Gateway.ChecksHeartbeats = false;
            fake.EditsOfOldMessages = 1;
        });
        var first = await rig.ShowAsync(Says("One."));
        rig.Time.Advance(TimeSpan.FromHours(1));
        await rig.ShowAsync(Says("One."), key: "key-1b", replaces: first.MessageIds);

        var anew = await rig.ShowAsync(Says("Two."), key: "key-2", replaces: first.MessageIds);

        Assert.Equal(("One.", "Two."), (rig.Shown(first).Content, rig.Shown(anew).Content));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(403, 90001)]
    [InlineData(403, 50013)]
    [InlineData(404, 10008)]
    [InlineData(400, 30010)]
    public async Task A_mark_that_is_refused_is_left_out(int status, int code)
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.Code("PUT", "/reactions/", status, code)));
        var id = await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "My answer.");

        await rig.SendAsync(new Effect.Tick(Practice, id), place: Practice);

        Assert.Empty(rig.Fake.Channels[FakeDiscord.ChannelId].Messages.Single().Reactions);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_permission_for_reactions_everything_else_goes_on()
    {
        await using var rig = await LiveAsync(fake => fake.Permissions &= ~AddReactions);
        var id = await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "My answer.");

        await rig.SendAsync(new Effect.Tick(Practice, id), place: Practice);
        var next = await rig.ShowAsync(Says("A follow-up."));

        Assert.Equal("A follow-up.", rig.Shown(next).Content);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(FakeChannel.PublicThread)]
    [InlineData(FakeChannel.TextChannel)]
    public async Task A_deleted_place_is_told_to_its_conversation(int type)
    {
        await using var rig = await LiveAsync();
        rig.Fake.Channels["61"] = new("61", type) { Guild = FakeDiscord.GuildId, Parent = FakeDiscord.ChannelId };
        rig.Fake.Channels["62"] = new("62", type) { Guild = FakeDiscord.GuildId, Parent = FakeDiscord.ChannelId };
        rig.ListensTo.Add("62");

        await rig.Fake.DeleteChannelAsync("61");
        await rig.Fake.DeleteChannelAsync("62");

        Assert.Equal(Place("62"), Assert.IsType<Inbound.PlaceGone>(await rig.NextAsync()).From.Place);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_bot_that_was_thrown_out_tells_the_conversations_of_that_server()
    {
        await using var rig = await LiveAsync();
        rig.Conversations.Add(new(Place("61"), "another server", null));
        rig.Conversations.Add(new(Place("62"), FakeDiscord.GuildId, null));

        await rig.Fake.LoseGuildAsync();

        Assert.Equal(Place("62"), Assert.IsType<Inbound.PlaceGone>(await rig.NextAsync()).From.Place);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_with_an_outage_is_not_lost()
    {
        await using var rig = await LiveAsync();
        rig.Conversations.Add(new(Place("62"), FakeDiscord.GuildId, null));

        await rig.Fake.LoseGuildAsync(outage: true);
        await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "Back again.");

        Assert.IsType<Inbound.Text>(await rig.NextAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_channel_closed_to_the_bot_counts_as_gone()
    {
        await using var rig = await LiveAsync(fake => fake.Channels[FakeDiscord.ChannelId].Permissions = FakeDiscord.AllPermissions & ~View);

        var failed = await Assert.ThrowsAsync<SendException>(() => rig.ShowAsync(Says("Hello.")));

        Assert.Equal(SendFault.PlaceGone, failed.Fault);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_locked_thread_is_opened_for_a_message_where_the_bot_may_and_counts_as_gone_where_not()
    {
        await using var rig = await LiveAsync();
        rig.Fake.Channels["61"] = new("61", FakeChannel.PublicThread) { Guild = FakeDiscord.GuildId, Archived = true, Locked = true };
        var shown = await rig.ShowAsync(Says("One more thing."), place: Place("61"));
        rig.Fake.Permissions &= ~ManageThreads;

        var failed = await Assert.ThrowsAsync<SendException>(() => rig.ShowAsync(Says("And another."), key: "key-2", place: Place("61")));

        Assert.Equal(("One more thing.", SendFault.PlaceGone), (rig.Shown(shown).Content, failed.Fault));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(nameof(Openness.Private), CreatePrivate, FakeChannel.DmChannel, "Create Private Threads")]
    [InlineData(nameof(Openness.Public), CreatePublic, FakeChannel.PrivateThread, "Create Public Threads")]
    public async Task The_next_best_place_is_never_more_open_and_one_sentence_says_what_to_mend(string wish, ulong missing, int type, string says)
    {
        await using var rig = await LiveAsync(fake => fake.Permissions &= ~missing);
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start");
        var command = await rig.NextAsync();

        var receipt = await rig.SendAsync(new Effect.OpenPlace(Practice, "Interview", Enum.Parse<Openness>(wish), [Person(Ana)]), inReplyTo: command.From.DeliveryId);

        Assert.Equal(type, rig.Fake.Channels[receipt.Place!.Value.Place].Type);
        Assert.Equal((true, 2), (asked.Original!.Ephemeral, asked.Original.Content.Split('\n').Length));
        Assert.Contains(says, asked.Original.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Fake.Channels[FakeDiscord.ChannelId].Messages, message => !message.Ephemeral); // no announcement of nothing
    }

    [Fact(Timeout = 60_000)]
    public async Task Closed_messages_are_said_to_their_person_where_they_asked()
    {
        await using var rig = await LiveAsync(fake => fake.ClosedDms.Add(Ana));
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start");
        var command = await rig.NextAsync();

        var failed = await Assert.ThrowsAsync<SendException>(() => rig.SendAsync(new Effect.Show(new Where.Dm(Person(Ana)), "slot", Says("Your drill."), null, []), place: null, inReplyTo: command.From.DeliveryId));

        Assert.Equal(SendFault.DmClosed, failed.Fault);
        Assert.Contains("allow direct messages", asked.Original!.Content, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_count_as_open_again_once_the_person_writes()
    {
        await using var rig = await LiveAsync(fake => fake.ClosedDms.Add(Ana));
        var drill = new Effect.Show(new Where.Dm(Person(Ana)), "slot", Says("Your drill."), null, []);
        await Assert.ThrowsAsync<SendException>(() => rig.SendAsync(drill, place: null));
        rig.Fake.ClosedDms.Clear();

        await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "I have opened them.");
        await rig.NextAsync();
        var receipt = await rig.SendAsync(drill, place: null);

        Assert.Equal("Your drill.", rig.Shown(receipt).Content);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_that_the_channel_refuses_goes_to_direct_messages()
    {
        await using var rig = await LiveAsync(fake => fake.RefusesFiles = true);
        await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock stop");
        var command = await rig.NextAsync(answered: true);

        var receipt = await rig.ShowAsync(new(Prose.Markdown("Here it is.")) { Attachment = new("kept.json", "{}") }, inReplyTo: command.From.DeliveryId, only: Person(Ana));

        var shown = rig.Shown(receipt);
        Assert.Equal(["{}"], shown.Files);
        Assert.Equal(Ana, rig.Fake.Channels[shown.Channel].Recipient);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_in_answer_to_a_press_is_seen_by_the_person_alone()
    {
        await using var rig = await LiveAsync();
        await rig.Fake.PressAsync(Ana, FakeDiscord.ChannelId, "privacy/self|export|0|");
        var press = await rig.NextAsync(answered: true);

        await rig.ShowAsync(new(Prose.Markdown("Here it is.")) { Attachment = new("kept.json", "{}") }, inReplyTo: press.From.DeliveryId, only: Person(Ana));

        var shown = Assert.Single(rig.Fake.Channels[FakeDiscord.ChannelId].Messages, message => message.Files.Count > 0);
        Assert.Equal((true, Ana), (shown.Ephemeral, shown.Only));
    }
}
