using System.Text.Json.Nodes;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Slack;

public sealed class SlackAdapterTests
{
    private const string Ana = SlackRig.Ana;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task From_hello_over_command_and_press_to_a_ticked_answer()
    {
        await using var rig = await SlackRig.LiveAsync();

        await rig.Fake.SlashAsync(Ana, FakeSlack.ChannelId, "start round:coding minutes:20");
        var command = Assert.IsType<Inbound.Command>(await rig.NextAsync());
        var home = (await rig.SendAsync(new Effect.OpenPlace(SlackRig.Practice, "Coding mock", Openness.Public, [SlackRig.Person(Ana)]), "k-1", inReplyTo: command.From.DeliveryId)).Place!.Value;
        rig.ListensTo.Add(home.Place);
        await rig.ShowAsync(new(Prose.Markdown("Coding, 20 minutes.")) { Title = "Card", Controls = [new Control.Button("Begin", "begin-token", Tone.Main)] }, "k-2", home);
        await rig.Fake.PressAsync(Ana, "Begin");
        var press = Assert.IsType<Inbound.Choice>(await rig.NextAsync());
        var said = await rig.Fake.SayAsync(Ana, home.Place, "My answer.");
        var text = Assert.IsType<Inbound.Text>(await rig.NextAsync());
        await rig.SendAsync(new Effect.Tick(text.From.Place, text.MessageId), "k-3");
        await rig.Fake.SettledAsync();

        Assert.Equal(("mock start", "coding", "20"), (command.Verb, command.Arguments[0].Value, command.Arguments[1].Value));
        Assert.Equal(("begin-token", home, SlackRig.Person(Ana)), (press.Token, press.From.Place, press.From.Person));
        Assert.Equal((said, home, "My answer."), (text.MessageId, text.From.Place, text.Body));
        Assert.Contains(("white_check_mark", FakeSlack.BotUser), rig.Fake.Channels[FakeSlack.ChannelId].Messages.Single(message => message.Ts == said).Reactions);
    }
}
