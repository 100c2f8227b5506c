using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Bot.Tests.Adapters.Terminal;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Contract;

public sealed class TerminalContractTests : AdapterContract
{
    private protected override Task<IAdapterDriver> CreateAsync() => Task.FromResult<IAdapterDriver>(new TerminalDriver());

    private sealed class TerminalDriver : IAdapterDriver
    {
        private readonly TerminalFolder folder = new();
        private readonly VirtualTime time = new(VirtualTime.Beginning);
        private readonly Dictionary<string, IReadOnlyList<string>> pings = [];
        private TerminalServer server = null!;
        private TerminalAdapter adapter = null!;

        public TerminalDriver() => Start();

        public IChatAdapter Adapter => adapter;

        public PlaceId Channel { get; } = A.Place("#mock");

        public bool IsQuiet => !adapter.TryTake(out _);

        private TerminalHands Hands => A.Hands(server);

        public PersonId Person(string name) => A.Person(name);

        public Task<Delivery> NextAsync(CancellationToken ct)
        {
            Assert.True(adapter.TryTake(out var delivery));
            return Task.FromResult(delivery);
        }

        public Task<string> SayAsync(string person, PlaceId place, string text, CancellationToken ct)
        {
            Assert.Null(Hands.Say(person, place.Place, text));
            return Task.FromResult(server.Read(state => state.LastOf(person)!.Id));
        }

        public Task EditAsync(string person, PlaceId place, string messageId, string text, CancellationToken ct) => Done(Hands.Edit(person, text));

        public Task DeleteAsync(string person, PlaceId place, string messageId, CancellationToken ct) => Done(Hands.Delete(person));

        public async Task CommandAsync(string person, PlaceId place, CancellationToken ct) => Assert.Null(await Hands.SayAsync(person, place.Place, "/mock start", ct));

        public Task PressAsync(string person, PlaceId place, string label, CancellationToken ct)
        {
            var found = Hands.Find(person, label);
            Assert.NotNull(found);
            return Done(Hands.Press(person, found.Value.Message, found.Value.Control));
        }

        public Task FillAsync(string person, IReadOnlyList<Argument> fields, CancellationToken ct) =>
            Done(Hands.Fill(person, [.. fields.Select(field => new Pair(field.Name, field.Value))]));

        public Task DeleteChannelAsync(PlaceId place, CancellationToken ct) => Done(Hands.RemovePlace(place.Place));

        public Task CloseDmsAsync(string person, CancellationToken ct)
        {
            Hands.CloseDms(person);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<Seen>> SeesAsync(string person, PlaceId place, CancellationToken ct) => Task.FromResult<IReadOnlyList<Seen>>(server.Read(state =>
            state.Places.GetValueOrDefault(place.Place) is { } where && where.IsSeenBy(person)
                ? where.Messages.Where(message => message.IsSeenBy(person))
                    .Select(message => new Seen(message.Id, message.Sheet.Text, [.. MessageText.Pressables(message.Sheet.Controls).Select(control => control.Label)])).ToList()
                : []));

        public async Task<IReadOnlyList<string>> FilesAsync(string person, CancellationToken ct)
        {
            var named = (await SeesAsync(person, Channel, ct)).Any(message => message.Text.Contains("(kept.json, stored beside", StringComparison.Ordinal));
            return named ? [await File.ReadAllTextAsync(Path.Combine(folder.Path, "kept.json"), ct)] : [];
        }

        public Task<bool> IsTickedAsync(string messageId, CancellationToken ct) => Task.FromResult(server.Read(state => state.MessageOf(messageId)!.IsTicked));

        public Task<IReadOnlyList<string>> PingedAsync(string messageId, CancellationToken ct) => Task.FromResult(pings.GetValueOrDefault(messageId) ?? []);

        public Task<IReadOnlyList<string>> InvitedAsync(PlaceId place, CancellationToken ct) => Task.FromResult(server.Read<IReadOnlyList<string>>(state => [.. state.Places[place.Place].People]));

        public Task<bool> CanWriteAsync(string person, PlaceId place, CancellationToken ct)
        {
            Hands.Say(person, place.Place, "one more thing");
            return Task.FromResult(adapter.TryTake(out _));
        }

        public Task WaitForRedeliveryAsync(CancellationToken ct)
        {
            time.AdvanceTo(time.GetUtcNow() + TerminalAdapter.AgainAfter);
            return Task.CompletedTask;
        }

        public Task RestartAsync(CancellationToken ct)
        {
            Stop();
            Start();
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            Stop();
            folder.Dispose();
            return ValueTask.CompletedTask;
        }

        private static Task Done(string? complaint)
        {
            Assert.Null(complaint);
            return Task.CompletedTask;
        }

        private void Start()
        {
            server = TerminalServer.Open(folder.Path, time);
            adapter = new(server);
            server.Happened += notice =>
            {
                if (notice.Fact is TerminalFact.Shown shown) pings[shown.Message] = shown.Notify;
            };
        }

        private void Stop()
        {
            adapter.Dispose();
            server.Dispose();
        }
    }
}
