using System.Diagnostics;
using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Bot.Tests.Whole;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Discord.Whole;

/// <summary>Turns the steps of a terminal script into what the same people would do on Discord.</summary>
/// <param name="start">Starts the bot on the data as it is; called again at each restart.</param>
internal sealed class StoryPlayer(FakeDiscord fake, ManualTime time, Func<WholeBot> start)
{
    // In the order of their names; those whom others mention have ids as long as Discord's.
    private static readonly Dictionary<string, string> People = new()
    {
        ["admin"] = "500000000000000001",
        ["ana"] = AdapterRig.Ana,
        ["ben"] = AdapterRig.Ben,
        ["cleo"] = "503",
        ["dan"] = "5031",
        ["eve"] = "5032",
        ["mo"] = "503300000000000001",
        ["you"] = "504",
    };

    private readonly DiscordHands hands = new(fake);
    private readonly Dictionary<string, string> homes = [];
    private readonly Dictionary<string, (string Channel, string Message)> last = [];
    private readonly HashSet<string> known = [FakeDiscord.ChannelId];

    private WholeBot bot = null!;

    public async Task PlayAsync(string script)
    {
        fake.Managers.Add(People["admin"]);
        bot = start();
        try
        {
            await bot.CalmAsync();
            foreach (var step in StepParser.Parse(script))
            {
                await StepAsync(step);
                await bot.CalmAsync();
                Follow();
            }
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    private async Task StepAsync(Step step)
    {
        switch (step)
        {
            case Step.Say say:
                await SayAsync(say, People[say.Person]);
                break;
            case Step.Press press:
                var found = hands.Find(People[press.Person], press.Label);
                Assert.True(found is not null, $"line {press.Line}: {press.Person} sees no [{press.Label}]");
                homes[People[press.Person]] = found.Message.Channel;
                await hands.PressAsync(People[press.Person], found);
                break;
            case Step.Fill fill:
                Assert.True(await hands.FillAsync(People[fill.Person], fill.Fields.Select(field => (field.Name, field.Value))) is not null, $"line {fill.Line}: no form is open");
                break;
            case Step.Edit edit:
                await fake.EditAsync(People[edit.Person], last[edit.Person].Channel, last[edit.Person].Message, edit.Text);
                break;
            case Step.Delete delete:
                await fake.DeleteAsync(People[delete.Person], last[delete.Person].Channel, last[delete.Person].Message);
                break;
            case Step.Wait wait:
                await bot.AdvanceAsync(wait.For);
                break;
            case Step.Restart restart:
                await bot.DisposeAsync();
                time.MoveTo(time.GetUtcNow() + restart.Away);
                bot = start();
                break;
            case Step.CloseDms dms:
                fake.ClosedDms.Add(People[dms.Person]);
                break;
            default:
                throw new UnreachableException($"{step.GetType().Name} has no part in these stories.");
        }
    }

    private async Task SayAsync(Step.Say say, string user)
    {
        var place = say.Place is null ? homes.GetValueOrDefault(user, FakeDiscord.ChannelId) : PlaceOf(user, say.Place);
        if (!say.Literal && say.Text is ['/', var letter, ..] && char.IsAsciiLetter(letter))
        {
            if (fake.Channels[place] is { Locked: true, Parent: { } parent }) place = parent; // a closed thread takes no commands
            var command = Assert.IsType<CommandLine.Parsed>(CommandLine.Read(say.Text, CommandTable.All));
            homes[user] = place;
            await fake.CommandAsync(user, place, command.Spec.Verb, [.. command.Arguments.Select(argument => (argument.Name, Mentioned(argument.Value)))]);
        }
        else if (fake.MayWrite(user, place))
        {
            homes[user] = place;
            last[say.Person] = (place, await hands.SayAsync(user, place, say.Text));
        }
    }

    /// <summary>Discord's own window puts the id in place of a name that somebody picks.</summary>
    private static string Mentioned(string value) => value is ['@', .. var name] && People.TryGetValue(name, out var id) ? $"<@{id}>" : value;

    /// <summary>#mock is the channel; a longer name is the newest thread that the person sees.</summary>
    private string PlaceOf(string user, string name) => name == "#mock" ? FakeDiscord.ChannelId
        : fake.Channels.Values.Where(channel => channel.IsThread && channel.IsSeenBy(user)).MaxBy(channel => ulong.Parse(channel.Id, System.Globalization.CultureInfo.InvariantCulture))!.Id;

    /// <summary>People go to the thread that was opened for them; a private line that reaches them elsewhere leaves them where they are.</summary>
    private void Follow()
    {
        foreach (var place in fake.Channels.Values.Where(channel => (channel.IsThread || channel.Messages.Count > 0) && known.Add(channel.Id)))
        {
            if (place.Recipient is { } recipient) homes[recipient] = place.Id;
            else if (place.IsThread) foreach (var person in place.Members) homes[person] = place.Id;
        }
    }
}
