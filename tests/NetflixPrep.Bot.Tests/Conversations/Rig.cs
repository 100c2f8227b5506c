using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Conversations;

/// <summary>The machinery on a real file with a fake platform; <see cref="Restart"/> is a crash: memory gone, file kept.</summary>
internal sealed class Rig : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string? path;
    private int deliveries;

    public Rig(string? path = null)
    {
        this.path = path;
        Start();
        Database.Writer.Execute("CREATE TABLE IF NOT EXISTS tallies (stream TEXT PRIMARY KEY, version INTEGER, sum INTEGER)");
    }

    /// <summary>Whether a gap while running counts.</summary>
    public bool ClocksRun { get; set; }

    public ManualTime Time { get; } = new();

    public FakeAdapter Platform { get; } = new();

    public Database Database { get; private set; } = null!;

    public OutboxQueue Queue { get; private set; } = null!;

    public Timers Timers { get; private set; } = null!;

    public TurnLoop Loop { get; private set; } = null!;

    public OutboxRelay Relay { get; private set; } = null!;

    public List<Settlement> Settled { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Restart()
    {
        Stop();
        Start();
    }

    /// <summary>Ann types this in the lobby.</summary>
    public Task<Settlement> Say(string text) => Say(text, Tally.Lobby);

    public async Task<Settlement> Say(string text, PlaceId place)
    {
        await Loop.HandleAsync([Delivery(text, place)], Ct);
        return Settled[^1];
    }

    public async Task SayTogether(params IEnumerable<string> texts) =>
        await Loop.HandleAsync([.. texts.Select(text => Delivery(text, Tally.Lobby))], Ct);

    public async Task<Settlement> Hear(Inbound inbound)
    {
        await Loop.HandleAsync([Delivery(inbound)], Ct);
        return Settled[^1];
    }

    public async Task SayAndDrain(params IEnumerable<string> texts)
    {
        foreach (var text in texts) await Say(text);
        await Relay.DrainAsync(Ct);
    }

    public Task Drain() => Relay.DrainAsync(Ct);

    /// <summary>Works off the timers that have come due.</summary>
    public async Task Tick()
    {
        foreach (var due in Timers.TakeDue(Time.GetUtcNow())) await Hear(due);
    }

    public Delivery Delivery(string text, PlaceId place) => Delivery(Text($"d{++deliveries}", text, place));

    public Delivery Delivery(Inbound inbound) => new(inbound, settlement =>
    {
        Settled.Add(settlement);
        return ValueTask.CompletedTask;
    });

    public Inbound.Text Text(string delivery, string text, PlaceId? place = null) =>
        new(new(delivery, Tally.Ann, place ?? Tally.Lobby, Time.GetUtcNow()), "m-" + delivery, text);

    public T One<T>(string sql) => Database.Writer.QuerySingle<T>(sql);

    public List<string> All(string sql) => Database.Writer.Query<string>(sql).AsList();

    public long SumOf(StreamId stream) =>
        Tally.Kind.Fold(stream, new Reads(Database.Writer).Events(stream)).Sum;

    public void Dispose()
    {
        Stop();
        folder.Dispose();
    }

    private void Start()
    {
        Database = Database.Open(new() { Path = path ?? folder.File("bot.db") });
        Queue = new();
        Timers = new(Time);
        Loop = new(Database, Tally.Route, Queue, Timers, Time, NullLogger<TurnLoop>.Instance, new(Time, () => ClocksRun));
        Relay = new(Database, Loop, Queue, [Platform], Time, NullLogger<OutboxRelay>.Instance, new() { Attempts = 5 });
    }

    private void Stop()
    {
        Relay.Dispose();
        Loop.Dispose();
        Database.Dispose();
    }
}
