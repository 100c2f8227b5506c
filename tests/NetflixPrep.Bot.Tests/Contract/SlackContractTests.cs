using System.Text;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Tests.Slack;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Contract;

public sealed class SlackContractTests : AdapterContract
{
    private protected override async Task<IAdapterDriver> CreateAsync() => new SlackDriver(await SlackRig.LiveAsync());

    private sealed class SlackDriver(SlackRig first) : IAdapterDriver
    {
        /// <summary>Slack's window offers to send a longer paste as a file.</summary>
        private const int MaxText = 4000;

        private static readonly Dictionary<string, string> People = new() { ["ana"] = SlackRig.Ana, ["ben"] = SlackRig.Ben };

        private readonly FakeSlack fake = first.Fake;
        private SlackRig rig = first;

        public IChatAdapter Adapter => rig.Adapter;

        public PlaceId Channel => SlackRig.Practice;

        public bool IsQuiet => rig.IsQuiet;

        public PersonId Person(string name) => SlackRig.Person(People[name]);

        public Task<Delivery> NextAsync(CancellationToken ct) => rig.DeliveryAsync();

        public Task<string> SayAsync(string person, PlaceId place, string text, CancellationToken ct) => text.Length <= MaxText
            ? fake.SayAsync(People[person], place.Place, text)
            : fake.UploadAsync(People[person], place.Place, "paste.txt", text);

        public Task EditAsync(string person, PlaceId place, string messageId, string text, CancellationToken ct) => fake.EditAsync(People[person], place.Place, messageId, text);

        public Task DeleteAsync(string person, PlaceId place, string messageId, CancellationToken ct) => fake.DeleteAsync(People[person], place.Place, messageId);

        public Task CommandAsync(string person, PlaceId place, CancellationToken ct) => fake.SlashAsync(People[person], place.Place, "start");

        public Task PressAsync(string person, PlaceId place, string label, CancellationToken ct) => fake.PressAsync(People[person], label);

        public Task FillAsync(string person, IReadOnlyList<Argument> fields, CancellationToken ct) =>
            fake.SubmitAsync(People[person], [.. fields.Select(field => (field.Name, field.Value))]);

        public Task DeleteChannelAsync(PlaceId place, CancellationToken ct) => fake.DeleteChannelAsync(place.Place.Split(':')[0]);

        public Task CloseDmsAsync(string person, CancellationToken ct)
        {
            fake.People[People[person]].Deleted = true;
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<Seen>> SeesAsync(string person, PlaceId place, CancellationToken ct)
        {
            var thread = place.Place.Split(':') is [_, var parent] ? parent : null; // the thread's own heading is no message in it
            return Task.FromResult<IReadOnlyList<Seen>>([.. fake.Sees(People[person], place.Place).Where(message => message.Ts != thread)
                .Select(message => new Seen(message.Ts, SlackEyes.Read(message), [.. FakeControls.Of(message).Select(control => control.Label)]))]);
        }

        public Task<IReadOnlyList<string>> FilesAsync(string person, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<string>>([.. fake.SeesAnywhere(People[person]).Where(message => message.IsBots).SelectMany(message => message.Files).Select(file => Encoding.UTF8.GetString(file.Bytes!))]);

        public Task<bool> IsTickedAsync(string messageId, CancellationToken ct) => Task.FromResult(Message(messageId).Reactions.Count > 0);

        public Task<IReadOnlyList<string>> PingedAsync(string messageId, CancellationToken ct)
        {
            var mentioned = SlackEyes.Mentioned(Message(messageId)).ToList();
            return Task.FromResult<IReadOnlyList<string>>([.. People.Where(person => mentioned.Contains(person.Value)).Select(person => person.Key)]);
        }

        /// <summary>Slack cannot lock a thread: what counts is whether the bot takes what is written.</summary>
        public async Task<bool> CanWriteAsync(string person, PlaceId place, CancellationToken ct)
        {
            rig.ListensTo.Add(place.Place);
            await fake.SayAsync(People[person], place.Place, "one more thing");
            await fake.UntilAsync(() => !rig.IsQuiet || fake.Envelopes.TrueForAll(envelope => envelope.Acked));
            return !rig.IsQuiet;
        }

        public async Task WaitForRedeliveryAsync(CancellationToken ct)
        {
            fake.Sockets.ChecksAcks = false; // withheld on purpose
            rig.Time.Advance(FakeSlack.AckWithin);
            await fake.UntilAsync(() => fake.Envelopes.Exists(envelope => envelope.Deliveries.Count > 1));
        }

        public async Task RestartAsync(CancellationToken ct)
        {
            await rig.StopAsync();
            rig = await SlackRig.StartAsync(after: rig);
            await fake.LiveAsync();
        }

        public ValueTask DisposeAsync() => rig.DisposeAsync();

        private FakeMessage Message(string id) => fake.Locked(() => fake.Channels.Values.SelectMany(channel => channel.Messages).Single(message => message.Ts == id));
    }
}
