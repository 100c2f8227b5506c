using System.Text.Json.Nodes;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Discord.AdapterRig;

namespace NetflixPrep.Bot.Tests.Discord;

/// <summary>How interactions end that do not end at once.</summary>
public sealed class DiscordDeskTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static Message Says(string text) => new(Prose.Markdown(text));

    [Fact(Timeout = 60_000)]
    public async Task A_deferred_command_that_nothing_answers_loses_its_thinking_line()
    {
        await using var rig = await LiveAsync();
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start");
        var slow = await rig.DeliveryAsync();
        await DeferAsync(rig, asked);
        await slow.Settle(Settlement.Done(answered: false));

        rig.Time.Advance(await rig.Time.WaitsAsync(Second * 9.9, Second * 10));

        await rig.Fake.UntilAsync(() => asked is { Answered: 6, Original: null });
    }

    [Fact(Timeout = 60_000)]
    public async Task So_does_one_whose_turn_took_longer_than_that()
    {
        await using var rig = await LiveAsync();
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start");
        var slow = await rig.DeliveryAsync();
        await DeferAsync(rig, asked);
        rig.Time.Advance(await rig.Time.WaitsAsync(Second * 9.9, Second * 10));
        await rig.Time.WaitsAsync(Second * 11.9, Second * 12);
        await slow.Settle(Settlement.Done(answered: false));

        rig.Time.Advance(Second * 12);

        await rig.Fake.UntilAsync(() => asked is { Answered: 6, Original: null });
    }

    [Fact(Timeout = 60_000)]
    public async Task A_command_whose_effect_everybody_sees_needs_no_line_of_its_own()
    {
        await using var rig = await LiveAsync();
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock start");
        var command = await rig.NextAsync();

        await rig.ShowAsync(Says("Question."), inReplyTo: command.From.DeliveryId);

        await rig.Fake.UntilAsync(() => asked is { Answered: 6, Original: null });
    }

    [Fact(Timeout = 60_000)]
    public async Task The_same_interaction_twice_is_answered_once()
    {
        await using var rig = await LiveAsync();
        await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "help");
        await rig.Fake.DispatchAsync("INTERACTION_CREATE", (JsonObject)rig.Fake.Connection.Session!.Sent[^1]["d"]!.DeepClone());
        await rig.Fake.WriteAsync(Ana, FakeDiscord.ChannelId, "After it.");
        await rig.NextAsync();
        await rig.Fake.UntilAsync(() => rig.Fake.Requests.Exists(IsCallback));

        await rig.StopAsync();

        Assert.Single(rig.Fake.Requests, request => IsCallback(request));
        await rig.Fake.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Parts_of_a_private_answer_that_stand_are_not_sent_again_elsewhere()
    {
        await using var rig = await LiveAsync(fake => fake.Faults.Add(new("POST", "webhooks/", 502)));
        var asked = await rig.Fake.CommandAsync(Ana, FakeDiscord.ChannelId, "mock stop");
        var command = await rig.NextAsync(answered: true);

        var receipt = await rig.ShowAsync(Says($"{new string('a', 1500)}\n\n{new string('b', 1500)}"), inReplyTo: command.From.DeliveryId, only: Person(Ana));

        var direct = rig.Fake.Channels.Values.Single(channel => channel.Recipient == Ana).Messages.Single();
        Assert.Equal(('a', 'b', 2), (asked.Original!.Content[0], direct.Content[0], receipt.MessageIds.Count));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_not_kept_is_said_to_the_one_who_pressed()
    {
        await using var rig = await LiveAsync();
        var pressed = await rig.Fake.PressAsync(Ana, FakeDiscord.ChannelId, "session/abc|done|3|");
        var delivery = await rig.DeliveryAsync();

        await delivery.Settle(Settlement.NotKept("Not saved: the disk is full."));

        await rig.Fake.UntilAsync(() => pressed.Original is { Ephemeral: true, Content: "Not saved: the disk is full." });
    }

    private static bool IsCallback(FakeRequest request) => request.Path.EndsWith("/callback", StringComparison.Ordinal);

    private static async Task DeferAsync(AdapterRig rig, FakeInteraction asked)
    {
        rig.Time.Advance(await rig.Time.WaitsAsync(Second * 1.9, Second * 2));
        await rig.Fake.UntilAsync(() => asked.Answered == 5);
    }
}
