using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Discord.AdapterRig;

namespace NetflixPrep.Bot.Tests.Discord;

public sealed class DiscordPlacesTests
{
    private const ulong CreatePublic = 1UL << 35;
    private const ulong CreatePrivate = 1UL << 36;
    private const ulong ManageThreads = 1UL << 34;

    private static Effect.OpenPlace Open(Openness openness) => new(Practice, "ML system design · Ana", openness, [Person(Ana)]);

    [Theory(Timeout = 60_000)]
    [InlineData(nameof(Openness.Public), FakeChannel.PublicThread)]
    [InlineData(nameof(Openness.Private), FakeChannel.PrivateThread)]
    public async Task A_thread_is_opened_and_the_candidate_invited(string openness, int type)
    {
        await using var rig = await LiveAsync();
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start");
        var command = await rig.NextAsync();

        var receipt = await rig.SendAsync(Open(Enum.Parse<Openness>(openness)), place: null, inReplyTo: command.From.DeliveryId);

        var thread = rig.Fake.Channels[receipt.Place!.Value.Place];
        Assert.Equal((type, "ML system design · Ana", true), (thread.Type, thread.Name, thread.Members.Contains(Ana)));
        Assert.Equal(($"Your place: <#{thread.Id}>", true), (asked.Original!.Content, asked.Original.Ephemeral));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_place_for_nobody_never_becomes_a_private_thread_that_nobody_sees()
    {
        await using var rig = await LiveAsync(fake => fake.Permissions &= ~CreatePublic);

        var failed = await Assert.ThrowsAsync<SendException>(() => rig.SendAsync(Open(Openness.Public) with { People = [] }));

        Assert.Equal(SendFault.PlaceGone, failed.Fault);
        Assert.DoesNotContain(rig.Fake.Channels.Values, channel => channel.IsThread);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_public_thread_whose_answer_was_lost_is_found_again()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.LostAnswer("POST", "/threads")));

        var opening = rig.SendAsync(Open(Openness.Public));
        await rig.PassUntilAsync(() => opening.IsCompleted || rig.Fake.Requests.Exists(request => request.Status == 400));
        var receipt = await opening;

        Assert.Equal(receipt.Place!.Value.Place, rig.Fake.Channels.Values.Single(channel => channel.IsThread).Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_private_thread_whose_answer_was_lost_is_found_by_the_next_attempt()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(FakeFault.LostAnswer("POST", "/threads")));
        var first = await Assert.ThrowsAsync<SendException>(() => rig.SendAsync(Open(Openness.Private)));

        var receipt = await rig.SendAsync(Open(Openness.Private));

        Assert.Equal(SendFault.Transient, first.Fault);
        Assert.Equal(receipt.Place!.Value.Place, rig.Fake.Channels.Values.Single(channel => channel.IsThread).Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_permission_for_threads_it_goes_on_in_direct_messages_and_says_what_an_organiser_can_mend()
    {
        await using var rig = await LiveAsync(fake => fake.Permissions &= ~(CreatePublic | CreatePrivate));
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start");
        var command = await rig.NextAsync();

        var receipt = await rig.SendAsync(Open(Openness.Public), inReplyTo: command.From.DeliveryId);

        Assert.Equal(Ana, rig.Fake.Channels[receipt.Place!.Value.Place].Recipient);
        Assert.Contains("Create Private Threads", asked.Original!.Content, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Permissions_that_discord_named_save_a_refused_request()
    {
        await using var rig = await LiveAsync(fake => fake.SaidPermissions = fake.Permissions = FakeDiscord.AllPermissions & ~(CreatePublic | CreatePrivate));
        await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start");
        var command = await rig.NextAsync();

        await rig.SendAsync(Open(Openness.Public), inReplyTo: command.From.DeliveryId);

        Assert.DoesNotContain(rig.Fake.Requests, request => request.Status == 403);
    }

    [Fact(Timeout = 60_000)]
    public async Task Neither_threads_nor_direct_messages_is_said_to_the_person()
    {
        await using var rig = await LiveAsync(fake =>
        {
            fake.Permissions &= ~(CreatePublic | CreatePrivate);
            fake.Faults.Add(FakeFault.Code("POST", "users/@me/channels", 403, 50007));
        });
        var command = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start");
        var inbound = await rig.NextAsync();

        await Assert.ThrowsAsync<SendException>(() => rig.SendAsync(Open(Openness.Public), inReplyTo: inbound.From.DeliveryId));

        await rig.PassUntilAsync(() => command.Original is not null);
    }

    [Fact(Timeout = 60_000)]
    public async Task Within_a_thread_the_new_one_opens_in_its_channel()
    {
        await using var rig = await LiveAsync();
        rig.Fake.Channels["61"] = new("61", FakeChannel.PublicThread) { Guild = FakeDiscord.GuildId, Parent = FakeDiscord.ChannelId };

        var receipt = await rig.SendAsync(Open(Openness.Private) with { Near = Place("61") });

        Assert.Equal(FakeDiscord.ChannelId, rig.Fake.Channels[receipt.Place!.Value.Place].Parent);
    }

    [Fact(Timeout = 60_000)]
    public async Task At_the_end_the_thread_is_locked_and_archived()
    {
        await using var rig = await LiveAsync();
        var place = (await rig.SendAsync(Open(Openness.Private))).Place!.Value;

        await rig.SendAsync(new Effect.ClosePlace(), key: "key-2", place: place);

        Assert.Equal((true, true), (rig.Fake.Channels[place.Place].Archived, rig.Fake.Channels[place.Place].Locked));
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_permission_to_lock_it_is_archived_only()
    {
        await using var rig = await LiveAsync(fake => fake.Permissions &= ~ManageThreads);
        var place = (await rig.SendAsync(Open(Openness.Private))).Place!.Value;

        await rig.SendAsync(new Effect.ClosePlace(), key: "key-2", place: place);

        Assert.Equal((true, false), (rig.Fake.Channels[place.Place].Archived, rig.Fake.Channels[place.Place].Locked));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_archived_thread_is_opened_again_for_a_change()
    {
        await using var rig = await LiveAsync();
        var place = (await rig.SendAsync(Open(Openness.Private))).Place!.Value;
        var shown = await rig.ShowAsync(new(Prose.Markdown("One.")), key: "key-2", place: place);
        rig.Fake.Channels[place.Place].Archived = true;

        await rig.ShowAsync(new(Prose.Markdown("Two.")), key: "key-3", place: place, replaces: shown.MessageIds);

        Assert.Equal(("Two.", false), (rig.Shown(shown).Content, rig.Fake.Channels[place.Place].Archived));
    }
}
