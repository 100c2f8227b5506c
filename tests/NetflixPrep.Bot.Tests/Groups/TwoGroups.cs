using Microsoft.Extensions.DependencyInjection;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Bot.Committees;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Conversations;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Groups;

/// <summary>The whole bot on a fake platform with two groups, in which the same people may be met.</summary>
internal sealed class TwoGroups : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly ServiceProvider provider;
    private readonly Dictionary<PersonId, PlaceId> homes = [];
    private int deliveries;

    public TwoGroups(QuestionBank? bank = null, ReviewedRounds? reviewed = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddBot(new() { Storage = new() { Path = File, Synchronous = "NORMAL" } }, bank ?? SmallBank.Load(), Time);
        services.AddSingleton<IChatAdapter>(Platform);
        if (reviewed is not null) services.AddSingleton(reviewed);
        provider = services.BuildServiceProvider();
    }

    public ManualTime Time { get; } = new();

    public FakeAdapter Platform { get; } = new();

    public string File => folder.File("netflixprep.db");

    public Database Database => provider.GetRequiredService<Database>();

    public OutboxRelay Relay => provider.GetRequiredService<OutboxRelay>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static PersonId In(string? group, string name) => new("terminal", group, name);

    /// <summary>A slash command; one that changes nothing gives its answer.</summary>
    public async Task<string> CommandAsync(PersonId person, string text, PlaceId? at = null)
    {
        var parsed = Assert.IsType<CommandLine.Parsed>(CommandLine.Read(text, CommandTable.All));
        var command = new Inbound.Command(From(person, at ?? Channel(person)), parsed.Spec.Verb, parsed.Arguments);
        if (parsed.Spec.IsLookup(parsed.Arguments)) return (await provider.GetRequiredService<ILookups>().AnswerAsync(command, Ct)).Body.ToString();
        await HearAsync(command);
        return Platform.Texts.LastOrDefault() ?? "";
    }

    public Task SayAsync(PersonId person, string text, PlaceId? at = null) => HearAsync(new Inbound.Text(From(person, at ?? homes[person]), $"m-{deliveries}-{person.User}", text));

    /// <summary>Presses the newest button with this label that is shown in the person's session, or to the person alone.</summary>
    public Task PressAsync(PersonId person, string label)
    {
        var button = Buttons(person).Last(button => button.Label == label);
        return HearAsync(new Inbound.Choice(From(person, button.Place), button.Token, null));
    }

    /// <summary>Presses it where it is shown; otherwise nothing happens.</summary>
    public Task TryPressAsync(PersonId person, string label) => Buttons(person).Any(button => button.Label == label) ? PressAsync(person, label) : Task.CompletedTask;

    public PlaceId HomeOf(PersonId person) => homes[person];

    /// <summary>Presses a button that is not shown.</summary>
    public Task PressAsync(PersonId person, Token token) => HearAsync(new Inbound.Choice(From(person, Channel(person)), token.ToString(), null));

    /// <summary>Sends a form in.</summary>
    public Task FillAsync(PersonId person, Token token, params (string Name, string Value)[] fields) =>
        HearAsync(new Inbound.Form(From(person, Channel(person)), token.ToString(), [.. fields.Select(field => new Argument(field.Name, field.Value))]));

    /// <summary>A session from card to the one thing to fix.</summary>
    public async Task HoldAsync(PersonId person, string words)
    {
        await BeginAsync(person, words);
        await FinishAsync(person);
    }

    /// <summary>From the answer to the one thing to fix.</summary>
    public async Task FinishAsync(PersonId person)
    {
        await PressAsync(person, "Done");
        await SayAsync(person, "skip");
        await SayAsync(person, "skip");
        await PressAsync(person, "None");
        await PressAsync(person, "Skip");
        await PressAsync(person, "No trade-off");
        if (Buttons(person).LastOrDefault() is { Label: "Slipped" }) await PressAsync(person, "Held");
    }

    public async Task BeginAsync(PersonId person, string words, string round = "ml-fundamentals")
    {
        await CommandAsync(person, $"/mock start round:{round}");
        var open = Platform.Sent.Select(sent => sent.Effect).OfType<Effect.OpenPlace>().Last();
        homes[person] = new("terminal", "thread-" + open.Name);
        await PressAsync(person, "Begin");
        await SayAsync(person, words);
    }

    /// <summary>A loop of rounds that each fit one question; from then on the person is in its place.</summary>
    public async Task PlanAsync(PersonId person, int rounds)
    {
        await CommandAsync(person, $"/mock start loop:\"{string.Join(", ", Enumerable.Repeat("ml-fundamentals 16", rounds))}\"");
        homes[person] = new("terminal", "thread-" + Platform.Sent.Select(sent => sent.Effect).OfType<Effect.OpenPlace>().Last().Name);
    }

    /// <summary>The loop's next round, from its card to the one thing to fix.</summary>
    public async Task HoldRoundAsync(PersonId person, string words)
    {
        await PressAsync(person, "Next round");
        await PressAsync(person, "Begin");
        await SayAsync(person, words);
        await FinishAsync(person);
    }

    public async Task PassAsync(TimeSpan by)
    {
        var timers = provider.GetRequiredService<Timers>();
        var target = Time.GetUtcNow() + by;
        while (timers.NextDue is { } next && next <= target)
        {
            if (next > Time.GetUtcNow()) Time.MoveTo(next);
            await HandleDueAsync(timers);
        }
        Time.MoveTo(target);
    }

    /// <summary>Every row of every table as text, by table.</summary>
    public Dictionary<string, List<string>> Rows() => TableRows.Of(Database);

    public List<string> Tables() => TableRows.Tables(Database);

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Ends the process; its file can still be looked at.</summary>
    public async Task<byte[]> EndAsync()
    {
        await provider.DisposeAsync();
        return await System.IO.File.ReadAllBytesAsync(File, Ct);
    }

    private IEnumerable<Pressable> Buttons(PersonId person) =>
        from sent in Platform.Sent
        let show = sent.Effect as Effect.Show
        where show is not null && (show.Only is { } only ? only == person : homes.TryGetValue(person, out var home) && sent.Place == home)
        from button in show.Message.Controls.OfType<Control.Button>()
        select new Pressable(button.Label, button.Token, sent.Place ?? Channel(person));

    public async Task HearAsync(Inbound inbound)
    {
        await Lane.HandleAsync([new Delivery(inbound, _ => ValueTask.CompletedTask)], Ct);
        await Relay.DrainAsync(Ct);
        // What is due at once, such as the notice of a first use.
        await HandleDueAsync(provider.GetRequiredService<Timers>());
    }

    private async Task HandleDueAsync(Timers timers)
    {
        foreach (var due in timers.TakeDue(Time.GetUtcNow())) await Lane.HandleAsync([timers.Deliver(due)], Ct);
        await Relay.DrainAsync(Ct);
    }

    private TurnLoop Lane => provider.GetRequiredService<TurnLoop>();

    public Origin From(PersonId person, PlaceId place) => new($"d{++deliveries}", person, place, Time.GetUtcNow()) { Admin = person.Group is not null };

    public static PlaceId Channel(PersonId person) => new("terminal", person.Group is { } group ? $"#{group}" : $"@{person.User}");

    private sealed record Pressable(string Label, string Token, PlaceId Place);
}
