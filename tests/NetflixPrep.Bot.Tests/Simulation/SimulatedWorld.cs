using System.Globalization;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Tests.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Simulation;

/// <summary>One thing that a person did; it is delivered until it is acknowledged.</summary>
internal sealed class SimDelivery(Inbound inbound)
{
    public Inbound Inbound => inbound;

    public bool Acknowledged { get; set; }

    /// <summary>The last row of the journal when it was first kept: what came before it then.</summary>
    public long? KeptAfter { get; set; }
}

/// <summary>A bot, its platform and a few people, with every fault that the platform, the disk and the clock can have. The same seed lives the same life.</summary>
internal sealed class SimulatedWorld : IDisposable
{
    private const string Bystander = "bystander";
    public const string BystanderWords = "nobody-else-shall-read-this";

    private readonly TempFolder folder = new();
    private readonly Dice dice;
    private readonly QuestionBank bank;
    private readonly Poison poison = new();
    private readonly List<SimPerson> people;
    private readonly bool reviewing;
    private readonly List<SimDelivery> waiting = [];
    private DateTimeOffset lastBeat;
    private int deliveries;
    private int carriesBeforeCrash = int.MaxValue;

    public SimulatedWorld(ulong seed, QuestionBank bank)
    {
        (dice, this.bank) = (new(seed), bank);
        Platform = new(dice);
        // In every fifth life people review each other, which takes more of them.
        reviewing = seed % 5 == 0;
        Seq<string> rounds = [.. bank.Questions.Select(question => question.Round).Distinct()];
        people = [.. new[] { "ana", "ben", "cleo", "dan", "eve" }.Take(reviewing ? 5 : 1 + dice.Below(3)).Select(user => new SimPerson(user, Platform, dice, rounds, reviewing))];
        Bot = null!;
        Start();
        // Its own letters are the only thing in a new database that is left to chance: retries wait by them.
        Bot.Reads.Query<long>($"UPDATE installation SET nonce = '{seed % 100_000_000:00000000}' RETURNING only_row");
        Bot.Dispose();
        Start();
    }

    public ManualTime Time { get; } = new();

    public SimPlatform Platform { get; }

    public SimBot Bot { get; private set; }

    public List<SimDelivery> Deliveries { get; } = [];

    /// <summary>Intervals in which the bot was away or asleep, by the wall clock.</summary>
    public List<(DateTimeOffset From, DateTimeOffset To)> Away { get; } = [];

    /// <summary>By how much the wall clock was set back in all.</summary>
    public TimeSpan SetBack { get; private set; }

    public int Crashes { get; private set; }

    public List<string> Violations { get; } = [];

    public Poison Poison => poison;

    private DateTimeOffset Now => Time.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>So many random steps, then everything heals and comes to rest.</summary>
    public async Task LiveAsync(int steps)
    {
        Platform.FailsToSend = dice.One([0, 0, 5, 20]);
        if (dice.Percent(50)) Post(new Inbound.Command(new($"d{++deliveries}", new(SimPlatform.Name, "group", people[0].User), SimPlatform.Lobby, Now) { Admin = true }, CommandTable.Settings, [new("practice-channel", "#lobby")]));
        if (reviewing) await ShareAsync();
        for (var step = 0; step < steps; step++) await StepAsync();
        await RestAsync();
    }

    public void Dispose()
    {
        Bot.Dispose();
        folder.Dispose();
    }

    private async Task StepAsync()
    {
        switch (dice.Below(100))
        {
            case < 62:
                var acting = dice.One(people);
                // A review is many small steps right after each other.
                for (var left = reviewing ? 3 + dice.Below(8) : 1; left > 0; left--)
                {
                    Post(acting.Act($"d{++deliveries}", Now));
                    if (dice.Percent(80)) await DeliverAsync();
                }
                break;
            case < 65:
                var group = new PersonId(SimPlatform.Name, "group", Bystander);
                var place = Platform.Opened.Count > 0 ? Platform.Opened[^1].Place : SimPlatform.Lobby;
                // What is written in the thread of a review is kept, whoever writes it.
                if (!place.Place.StartsWith("dm-", StringComparison.Ordinal) && !Platform.ForAll.Contains(place)) Post(new Inbound.Text(new($"d{++deliveries}", group, place, Now), Platform.NextId(), BystanderWords));
                break;
            case < 80:
                await PassAsync(dice.Seconds(1, 40));
                break;
            case < 86:
                await PassAsync(reviewing && !Bot.AnyClockRuns ? dice.Seconds(60, 5 * 3600) : dice.Seconds(60, 400));
                break;
            // Over night; while clocks run, each beat would be a step.
            case < 87:
                await PassAsync(Bot.AnyClockRuns ? dice.Seconds(60, 400) : dice.Seconds(6 * 3600, 30 * 3600));
                break;
            case < 92:
                await CrashAsync(dice.Percent(50) ? dice.Seconds(0, 10) : dice.Seconds(30, 7200));
                break;
            case < 94:
                Sleep(dice.Percent(50) ? dice.Seconds(1, 9) : dice.Seconds(30, 3600));
                break;
            case < 95:
                var back = dice.Seconds(1, 300);
                SetBack += back;
                Time.MoveTo(Now - back);
                break;
            case < 97:
                await WithoutDiskAsync();
                break;
            case < 98 when dice.Percent(20) && Platform.Opened.Count > 0:
                Platform.Remove(dice.One(Platform.Opened).Place);
                break;
            case < 99 when dice.Percent(15):
                Platform.CloseDms(dice.One(people).User);
                break;
            default:
                await SendAsync();
                break;
        }
    }

    /// <summary>Before anything fails, up to three have answered a drill and share it: chance alone would seldom get there.</summary>
    private async Task ShareAsync()
    {
        var fails = Platform.FailsToSend;
        Platform.FailsToSend = 0;
        await DoAsync(new Inbound.Command(new($"d{++deliveries}", new(SimPlatform.Name, "group", "ana"), SimPlatform.Lobby, Now) { Admin = true }, CommandTable.Settings,
            [new("reviews", dice.One(["1", "2", "2", "3"])), new("review-days", dice.One(["1", "2", "4"])), .. dice.Percent(70) ? [new Argument("moderators", "@cleo")] : Seq<Argument>.Empty]));
        foreach (var person in people.Take(1 + dice.Below(3)))
        {
            await DoAsync(new Inbound.Command(new($"d{++deliveries}", new(SimPlatform.Name, "group", person.User), SimPlatform.Lobby, Now), CommandTable.DrillNow, []));
            foreach (var label in new[] { null, "Done", null, "Done", "Share for review", dice.Percent(30) ? "Another name" : "Share", "Share", "Leave out" })
                if (person.Sensibly($"d{++deliveries}", Now, label) is { } inbound) await DoAsync(inbound);
        }
        Platform.FailsToSend = fails;
    }

    private async Task DoAsync(Inbound inbound)
    {
        var delivery = new SimDelivery(inbound);
        Deliveries.Add(delivery);
        waiting.Add(delivery);
        await Bot.Loop.HandleAsync([Handed(delivery, acknowledgementIsLost: false)], Ct);
        await Bot.Relay.DrainAsync(Ct);
    }

    private void Post(Inbound inbound)
    {
        var delivery = new SimDelivery(inbound);
        Deliveries.Add(delivery);
        waiting.Add(delivery);
        // What cannot be routed is kept whoever said it, because it might be an answer: so not those of bystanders.
        if (dice.Percent(3) && inbound.From.Person.User != Bystander) _ = dice.One([poison.Routing, poison.Deciding, poison.Storage]).Add(inbound.From.DeliveryId);
    }

    private SimDelivery Ending(PersonId person)
    {
        var place = person.Group is null ? new PlaceId(SimPlatform.Name, "dm-" + person.User) : SimPlatform.Lobby;
        var delivery = new SimDelivery(new Inbound.Command(new($"d{++deliveries}", person, place, Now), CommandTable.DrillOff, []));
        Deliveries.Add(delivery);
        return delivery;
    }

    // Some of what waits, now and then twice, out of order, or not at all yet.
    private async Task DeliverAsync()
    {
        var batch = waiting.Take(1 + dice.Below(4)).Where(_ => !dice.Percent(8)).ToList();
        if (batch.Count > 1 && dice.Percent(20)) batch.Reverse();
        if (batch.Count > 0 && dice.Percent(15)) batch.Add(batch[0]);
        if (batch.Count == 0) return;
        var crashes = dice.Percent(3);
        await Bot.Loop.HandleAsync([.. batch.Select(delivery => Handed(delivery, acknowledgementIsLost: crashes || dice.Percent(5)))], Ct);
        if (crashes) await CrashAsync(dice.Seconds(0, 60));
        else await SendAsync();
    }

    private Delivery Handed(SimDelivery delivery, bool acknowledgementIsLost) => new(delivery.Inbound with { From = delivery.Inbound.From with { At = Now } }, settlement =>
    {
        if (!settlement.Kept) return ValueTask.CompletedTask;
        delivery.KeptAfter ??= Bot.Reads.First<long>("SELECT coalesce(max(id), 0) FROM inbound");
        if (acknowledgementIsLost) return ValueTask.CompletedTask;
        delivery.Acknowledged = true;
        waiting.Remove(delivery);
        return ValueTask.CompletedTask;
    });

    // Carries out some of what was wished for; sometimes the bot dies between sending and marking.
    private async Task SendAsync()
    {
        if (dice.Percent(15)) return;
        if (dice.Percent(3)) carriesBeforeCrash = dice.Below(3);
        while (Bot.Relay.TakeNext() is { } sending)
        {
            var mark = await Bot.Relay.SendAsync(sending, Ct);
            if (carriesBeforeCrash-- == 0)
            {
                carriesBeforeCrash = int.MaxValue;
                await CrashAsync(dice.Seconds(0, 60));
                return;
            }
            try
            {
                await Bot.Relay.MarkAsync(sending, mark, Ct);
            }
            catch (NotKeptException)
            {
                return;
            }
        }
    }

    /// <summary>Time goes by while the bot works: timers, retries and beats at their own moments.</summary>
    private async Task PassAsync(TimeSpan by)
    {
        var target = Now + by;
        while (Next() is { } next && next <= target)
        {
            if (next > Now) Time.MoveTo(next);
            await BeAwakeAsync();
        }
        if (target > Now) Time.MoveTo(target);
        await BeAwakeAsync();
    }

    private async Task BeAwakeAsync()
    {
        var due = Bot.Timers.TakeDue(Now).Select(Bot.Timers.Deliver).ToList();
        if (due.Count > 0) await Bot.Loop.HandleAsync(due, Ct);
        if (lastBeat + Heartbeat.Every <= Now || lastBeat > Now) await BeatAsync();
        await SendAsync();
    }

    private DateTimeOffset? Next()
    {
        var beat = Bot.AnyClockRuns ? lastBeat + Heartbeat.Every : (DateTimeOffset?)null;
        return new[] { Bot.Timers.NextDue, Bot.Relay.NextAttempt is { } retry && retry > Now ? retry : null, beat }.Min();
    }

    private async Task BeatAsync()
    {
        lastBeat = Now;
        await Bot.Loop.HandleAsync([new LaneItem.Beat()], Ct);
    }

    private void Sleep(TimeSpan by)
    {
        Away.Add((Now, Now + by));
        Time.MoveTo(Now + by);
    }

    private async Task CrashAsync(TimeSpan away)
    {
        Crashes++;
        Violations.AddRange(Bot.Violations);
        Bot.Dispose();
        if (away > TimeSpan.Zero) Sleep(away);
        Start();
        await BeatAsync();
    }

    private async Task WithoutDiskAsync()
    {
        Bot.CannotWrite = true;
        await DeliverAsync();
        await BeAwakeAsync();
        // A crash in between leaves a new life, which can write.
        Bot.CannotWrite = false;
    }

    private void Start()
    {
        Bot = new(folder.File("bot.db"), bank, Time, Platform, poison);
        lastBeat = DateTimeOffset.MinValue;
    }

    /// <summary>No more faults: everything is delivered and sent, and every session runs to its end.</summary>
    private async Task RestAsync()
    {
        Platform.FailsToSend = 0;
        // Drills would go on for ever.
        foreach (var person in people)
            foreach (var group in new[] { "group", null })
                waiting.Add(Ending(new(SimPlatform.Name, group, person.User)));
        carriesBeforeCrash = int.MaxValue;
        for (var round = 0; round < 20_000; round++)
        {
            if (waiting.Count > 0) await Bot.Loop.HandleAsync([.. waiting.ToList().Select(delivery => Handed(delivery, acknowledgementIsLost: false))], Ct);
            await Bot.Relay.DrainAsync(Ct);
            await BeAwakeAsync();
            await Bot.Relay.DrainAsync(Ct);
            if (waiting.Count > 0) continue;
            if (Next() is not { } next) break;
            if (next > Now) Time.MoveTo(next);
        }
        Violations.AddRange(Bot.Violations);
        if (waiting.Count > 0 || Next() is not null) Violations.Add(string.Create(CultureInfo.InvariantCulture, $"it never comes to rest: {waiting.Count} wait, next at {Next():O}"));
    }
}
