using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Tests.Discord;
using NetflixPrep.Bot.Tests.Discord.Fake;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Contract;

public sealed class DiscordContractTests : AdapterContract
{
    private protected override async Task<IAdapterDriver> CreateAsync() => new DiscordDriver(await AdapterRig.LiveAsync());

    private sealed class DiscordDriver(AdapterRig first) : IAdapterDriver
    {
        private static readonly Dictionary<string, string> People = new() { ["ana"] = AdapterRig.Ana, ["ben"] = AdapterRig.Ben };

        private readonly FakeDiscord fake = first.Fake;
        private readonly DiscordHands hands = new(first.Fake);
        private readonly Queue<Delivery> beforeTheSign = new();
        private AdapterRig rig = first;

        public IChatAdapter Adapter => rig.Adapter;

        public PlaceId Channel => AdapterRig.Practice;

        public bool IsQuiet => beforeTheSign.Count == 0 && rig.IsQuiet;

        public PersonId Person(string name) => AdapterRig.Person(People[name]);

        public async Task<Delivery> NextAsync(CancellationToken ct) => beforeTheSign.TryDequeue(out var waiting) ? waiting : await rig.DeliveryAsync();

        public Task<string> SayAsync(string person, PlaceId place, string text, CancellationToken ct) => hands.SayAsync(People[person], place.Place, text);

        public Task EditAsync(string person, PlaceId place, string messageId, string text, CancellationToken ct) => fake.EditAsync(People[person], place.Place, messageId, text);

        public Task DeleteAsync(string person, PlaceId place, string messageId, CancellationToken ct) => fake.DeleteAsync(People[person], place.Place, messageId);

        public Task CommandAsync(string person, PlaceId place, CancellationToken ct) => fake.CommandAsync(People[person], place.Place, "mock start");

        public Task PressAsync(string person, PlaceId place, string label, CancellationToken ct)
        {
            var found = hands.Find(People[person], label);
            Assert.NotNull(found);
            return hands.PressAsync(People[person], found);
        }

        public async Task FillAsync(string person, IReadOnlyList<Argument> fields, CancellationToken ct) =>
            Assert.NotNull(await hands.FillAsync(People[person], fields.Select(field => (field.Name, field.Value))));

        public Task DeleteChannelAsync(PlaceId place, CancellationToken ct) => fake.DeleteChannelAsync(place.Place);

        public Task CloseDmsAsync(string person, CancellationToken ct)
        {
            fake.ClosedDms.Add(People[person]);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<Seen>> SeesAsync(string person, PlaceId place, CancellationToken ct) => Task.FromResult<IReadOnlyList<Seen>>(
            [.. hands.Sees(People[person], place.Place).Select(message => new Seen(message.Id, DiscordEyes.Read(message.Content), [.. DiscordHands.Pressables(message).Select(one => one.Label)]))]);

        public Task<IReadOnlyList<string>> FilesAsync(string person, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<string>>([.. hands.Sees(People[person], Channel.Place).SelectMany(message => message.Files)]);

        public Task<bool> IsTickedAsync(string messageId, CancellationToken ct) => Task.FromResult(Message(messageId).Reactions.Count > 0);

        public Task<IReadOnlyList<string>> PingedAsync(string messageId, CancellationToken ct)
        {
            // Discord pings those that the text mentions and allowed_mentions names.
            var message = Message(messageId);
            var allowed = message.AllowedMentions!["users"]?.AsArray().Select(user => (string)user!).ToList() ?? [];
            return Task.FromResult<IReadOnlyList<string>>([.. People.Where(person => allowed.Contains(person.Value) && DiscordEyes.Mentioned(message.Content).Contains(person.Value)).Select(person => person.Key)]);
        }

        public Task<IReadOnlyList<string>> InvitedAsync(PlaceId place, CancellationToken ct) =>
            Task.FromResult(fake.Locked<IReadOnlyList<string>>(() => [.. People.Where(person => fake.Channels[place.Place].Members.Contains(person.Value)).Select(person => person.Key)]));

        public Task<bool> CanWriteAsync(string person, PlaceId place, CancellationToken ct) => Task.FromResult(fake.MayWrite(People[person], place.Place));

        public async Task WaitForRedeliveryAsync(CancellationToken ct)
        {
            // Discord delivers again what was not acknowledged when the connection is resumed.
            var resumes = fake.Resumes.Count;
            fake.Connection.Drop();
            await rig.PassUntilAsync(() => fake.Resumes.Count > resumes);
        }

        public async Task RestartAsync(CancellationToken ct)
        {
            await rig.StopAsync();
            rig = await AdapterRig.StartAsync(after: rig);
            // What comes before this sign was delivered again.
            var sign = await fake.WriteAsync(AdapterRig.Ben, FakeDiscord.ChannelId, "back?");
            var next = await rig.DeliveryAsync();
            while (next.Inbound is not Inbound.Text text || text.MessageId != sign)
            {
                beforeTheSign.Enqueue(next);
                next = await rig.DeliveryAsync();
            }
            await next.Settle(Settlement.Done(answered: false));
            fake.Locked(() => fake.Channels[FakeDiscord.ChannelId].Messages.RemoveAll(message => message.Id == sign));
        }

        public ValueTask DisposeAsync() => rig.DisposeAsync();

        private FakeMessage Message(string id) => fake.Locked(() => fake.Channels.Values.SelectMany(channel => channel.Messages).Single(message => message.Id == id));
    }
}
