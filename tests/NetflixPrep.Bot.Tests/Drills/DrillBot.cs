using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Drills;

/// <summary>The whole bot on a real file; <see cref="RestartAsync"/> is a crash: memory gone, file and platform kept. It begins on Monday, 2 March 2026, at 10:00 UTC.</summary>
internal sealed class DrillBot : IAsyncDisposable
{
    private static readonly Lazy<QuestionBank> Bank = new(SmallBank.Load);

    private readonly TempFolder folder = new();
    private int deliveries;

    public DrillBot()
    {
        Platform = new(Time);
        Engine = new(File, Time, Platform);
    }

    public ManualTime Time { get; } = new();

    public DrillPlatform Platform { get; }

    public DrillEngine Engine { get; private set; }

    private string File => folder.File("netflixprep.db");

    public static PersonId In(string? group, string name) => new("terminal", group, name);

    public static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);

    public DrillEngine Another() => new(File, Time, Platform);

    public async Task RestartAsync(TimeSpan away = default)
    {
        await Engine.DisposeAsync();
        if (away > TimeSpan.Zero) Time.Advance(away);
        Engine = Another();
    }

    /// <summary>A slash command typed in the group's channel or in direct messages; the private answer.</summary>
    public async Task<string> CommandAsync(PersonId person, string text)
    {
        var parsed = Assert.IsType<CommandLine.Parsed>(CommandLine.Read(text, CommandTable.All));
        var command = new Inbound.Command(From(person, person.Group is { } group ? new("terminal", $"#{group}") : DrillPlatform.Direct(person.User)), parsed.Spec.Verb, parsed.Arguments);
        if (parsed.Spec.IsLookup(parsed.Arguments)) return await Engine.LookUpAsync(command);
        await Engine.HearAsync(command);
        return Platform.Messages.LastOrDefault(message => message.Only?.IsSameHuman(person) == true)?.Text ?? "";
    }

    /// <summary>Something written in somebody's direct messages.</summary>
    public Task SayAsync(string user, string text, string? id = null, PlaceId? at = null) => HearAsync(user, at, from => new Inbound.Text(from, id ?? $"m-{deliveries}-{user}", text));

    public Task EditAsync(string user, string id, string text) => HearAsync(user, null, from => new Inbound.Edited(from, id, text));

    public Task DeleteAsync(string user, string id) => HearAsync(user, null, from => new Inbound.Deleted(from, id));

    public Task AttachAsync(string user, string id, string text) => HearAsync(user, null, from => new Inbound.Attached(from, id, "notes.txt", text));

    /// <summary>Presses the newest button with this label in somebody's direct messages, or in a place.</summary>
    public Task PressAsync(string user, string label, PlaceId? at = null)
    {
        var button = Platform.Messages.Where(message => message.Place == (at ?? DrillPlatform.Direct(user))).SelectMany(message => message.Message.Controls.OfType<Control.Button>()).Last(button => button.Label == label);
        return HearAsync(user, at, from => new Inbound.Choice(from, button.Token, null));
    }

    public async Task PassAsync(TimeSpan by) => await MoveAsync(Time.GetUtcNow() + by);

    /// <summary>Time goes by, and everything that is due or waits for another try is done at its moment.</summary>
    public async Task MoveAsync(DateTimeOffset to)
    {
        // What a process before left unsent.
        await Engine.WorkAsync();
        while (Engine.Next is { } next && next <= to)
        {
            if (next > Time.GetUtcNow()) Time.MoveTo(next);
            await Engine.WorkAsync();
        }
        Time.MoveTo(to);
    }

    public T One<T>(string sql) => Engine.Database.Writer.QuerySingle<T>(sql);

    public List<string> All(string sql) => Engine.Database.Writer.Query<string>(sql).AsList();

    /// <summary>The dates that became due, with what became of them.</summary>
    public List<string> Dues() => All("SELECT person || ' ' || date || ' ' || state FROM drill_dues ORDER BY date, person");

    public static QuestionBank Questions => Bank.Value;

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        folder.Dispose();
    }

    private Task HearAsync(string user, PlaceId? at, Func<Origin, Inbound> inbound) =>
        Engine.HearAsync(inbound(From(In(at is null ? null : "one", user), at ?? DrillPlatform.Direct(user))));

    private Origin From(PersonId person, PlaceId place) => new($"d{++deliveries}", person, place, Time.GetUtcNow()) { Admin = person.Group is not null };
}

/// <summary>One process of the bot.</summary>
internal sealed class DrillEngine : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly TimeProvider time;

    public DrillEngine(string file, TimeProvider time, IChatAdapter platform)
    {
        this.time = time;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddBot(new() { Storage = new() { Path = file, Synchronous = "NORMAL" } }, DrillBot.Questions, time);
        services.AddSingleton(platform);
        provider = services.BuildServiceProvider();
        _ = Lane;
    }

    public Database Database => provider.GetRequiredService<Database>();

    public TurnLoop Lane => provider.GetRequiredService<TurnLoop>();

    public OutboxRelay Relay => provider.GetRequiredService<OutboxRelay>();

    public Timers Timers => provider.GetRequiredService<Timers>();

    public DateTimeOffset? Next => new[] { Timers.NextDue, Relay.NextAttempt is { } retry && retry > time.GetUtcNow() ? retry : null }.Min();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<string> LookUpAsync(Inbound.Command command) => (await provider.GetRequiredService<ILookups>().AnswerAsync(command, Ct)).Body.ToString();

    /// <summary>Decides on it and on what it makes due at once, and sends what came of it.</summary>
    public async Task HearAsync(Inbound inbound)
    {
        await Lane.HandleAsync([new Delivery(inbound, _ => ValueTask.CompletedTask)], Ct);
        await WorkAsync();
    }

    /// <summary>What is due now, until nothing is.</summary>
    public async Task WorkAsync()
    {
        do
        {
            foreach (var due in Timers.TakeDue(time.GetUtcNow())) await Lane.HandleAsync([Timers.Deliver(due)], Ct);
            await Relay.DrainAsync(Ct);
        }
        while (Timers.NextDue <= time.GetUtcNow());
    }

    /// <summary>Everything that is due, and nothing is sent yet.</summary>
    public async Task DecideAsync()
    {
        while (Timers.NextDue <= time.GetUtcNow()) foreach (var due in Timers.TakeDue(time.GetUtcNow())) await Lane.HandleAsync([Timers.Deliver(due)], Ct);
    }

    /// <summary>The smallest things that can be done now, one after the other: a timer, a send, the mark of a send. False when <paramref name="most"/> were not enough.</summary>
    public async Task<bool> StepAsync(int most)
    {
        for (var steps = 0; ;)
        {
            if (Timers.NextDue <= time.GetUtcNow())
            {
                foreach (var due in Timers.TakeDue(time.GetUtcNow()))
                {
                    if (steps++ >= most) return false;
                    await Lane.HandleAsync([Timers.Deliver(due)], Ct);
                }
            }
            else if (Relay.TakeNext() is { } sending)
            {
                if (steps++ >= most) return false;
                var mark = await Relay.SendAsync(sending, Ct);
                if (steps++ >= most) return false;
                await Relay.MarkAsync(sending, mark, Ct);
            }
            else
            {
                return true;
            }
        }
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
