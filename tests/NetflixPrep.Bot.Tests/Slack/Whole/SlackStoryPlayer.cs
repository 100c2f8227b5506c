using System.Diagnostics;
using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Bot.Tests.Whole;

namespace NetflixPrep.Bot.Tests.Slack.Whole;

/// <summary>Turns the steps of a terminal script into what the same people would do on Slack.</summary>
/// <param name="start">Starts the bot on the data as it is; called again at each restart.</param>
internal sealed class SlackStoryPlayer(FakeSlack fake, ManualTime time, Func<WholeBot> start)
{
    // Slack's ids are never as short as this name's would be.
    private static readonly Dictionary<string, string> LongNames = new() { ["mo"] = "moderator" };

    private readonly Dictionary<string, string> homes = [];
    private readonly Dictionary<string, (string Place, string Ts)> last = [];
    private readonly HashSet<string> known = [];

    private WholeBot bot = null!;

    public async Task PlayAsync(string script)
    {
        foreach (var person in (string[])["ana", "ben", "cleo", "dan", "eve", "mo", "you"]) fake.AddPerson(LongNames.GetValueOrDefault(person, person));
        fake.AddPerson("admin", admin: true);
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

    private static string UserOf(string person) => "U0" + LongNames.GetValueOrDefault(person, person).ToUpperInvariant();

    private async Task StepAsync(Step step)
    {
        switch (step)
        {
            case Step.Say say:
                await SayAsync(say, UserOf(say.Person));
                break;
            case Step.Press press:
                var found = fake.Find(UserOf(press.Person), press.Label);
                Assert.True(found is not null, $"line {press.Line}: {press.Person} sees no [{press.Label}]");
                if (found.Message is { } message) homes[UserOf(press.Person)] = PlaceOf(message);
                await fake.PressAsync(UserOf(press.Person), found);
                break;
            case Step.Fill fill:
                await fake.SubmitAsync(UserOf(fill.Person), [.. fill.Fields.Select(field => (field.Name, field.Value))]);
                break;
            case Step.Edit edit:
                await fake.EditAsync(UserOf(edit.Person), last[edit.Person].Place, last[edit.Person].Ts, edit.Text);
                break;
            case Step.Delete delete:
                await fake.DeleteAsync(UserOf(delete.Person), last[delete.Person].Place, last[delete.Person].Ts);
                break;
            case Step.Wait wait:
                await bot.AdvanceAsync(wait.For);
                break;
            case Step.Restart restart:
                await bot.DisposeAsync();
                time.MoveTo(time.GetUtcNow() + restart.Away);
                bot = start();
                break;
            default:
                throw new UnreachableException($"{step.GetType().Name} has no part in these stories.");
        }
    }

    private async Task SayAsync(Step.Say say, string user)
    {
        var place = say.Place is null ? homes.GetValueOrDefault(user, FakeSlack.ChannelId) : Named(user, say.Place);
        if (!say.Literal && say.Text is ['/', var letter, ..] && char.IsAsciiLetter(letter))
        {
            // Slack takes no commands in threads: people go to the channel for them.
            if (place.Contains(':', StringComparison.Ordinal)) place = FakeSlack.ChannelId;
            // Slack's own window puts the id in place of a name that somebody picks.
            var words = string.Join(' ', say.Text[1..].Split(' ').Select(word => word.Split(":@") is [var name, var person] ? $"{name}:<@{UserOf(person)}>" : word));
            await fake.SlashAsync(user, place, words.StartsWith("mock ", StringComparison.Ordinal) ? words["mock ".Length..] : words);
        }
        else
        {
            homes[user] = place;
            last[say.Person] = (place, await fake.SayAsync(user, place, say.Text));
        }
    }

    /// <summary>#mock is the channel, a person their direct messages; a longer name is the newest thread that the person sees.</summary>
    private string Named(string user, string name) => name == "#mock" ? FakeSlack.ChannelId
        : name.StartsWith('@') ? fake.Dm(user)
        : fake.Locked(() => fake.SeesAnywhere(user).Where(message => message.ThreadTs is not null).Select(message => $"{message.Channel}:{message.ThreadTs}").Last());

    /// <summary>People go to the thread that was opened for them, or to direct messages that came.</summary>
    private void Follow()
    {
        foreach (var message in fake.Locked(() => fake.Channels.Values.SelectMany(channel => channel.Messages).Where(message => message.IsBots).ToList()))
        {
            if (!known.Add(PlaceOf(message))) continue;
            if (fake.Channels[message.Channel].Person is { } person) homes[person] = PlaceOf(message);
            else if (message.ThreadTs is not null) homes[Starter] = PlaceOf(message);
        }
    }

    /// <summary>Who sent the newest command.</summary>
    private string Starter => fake.Locked(() => (string)fake.Envelopes.Last(envelope => envelope.Type == "slash_commands").Payload["user_id"]!);

    private static string PlaceOf(FakeMessage message) => message.ThreadTs is { } thread ? $"{message.Channel}:{thread}" : message.Channel;
}
