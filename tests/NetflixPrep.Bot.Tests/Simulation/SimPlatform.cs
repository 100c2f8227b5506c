using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Simulation;

/// <summary>A message as it stands on the simulated platform.</summary>
internal sealed class SimMessage(string id, string key, PlaceId place, PersonId? only)
{
    public string Id => id;

    public string Key => key;

    public PlaceId Place => place;

    public PersonId? Only => only;

    public required Message Content { get; set; }
}

/// <summary>What stood on the screen of whoever could see that place, or of one person alone.</summary>
internal sealed record SimShown(string Key, PlaceId Place, PersonId? Only, Message Content)
{
    public bool IsPrivate => Only is not null || Place.Place.StartsWith("dm-", StringComparison.Ordinal);

    /// <summary>The one person who saw it; null when everybody could.</summary>
    public string? Reader => Only?.User ?? (IsPrivate ? Place.Place[3..] : null);

    /// <summary>All its words.</summary>
    public string Text
    {
        get
        {
            IEnumerable<string?> words =
            [
                Content.Title, Content.Body.ToString(), .. Content.Fields.Select(each => each.Value.ToString()),
                .. Content.Controls.OfType<Control.Select>().SelectMany(select => select.Options).Select(option => $"{option.Label} {option.Description}"),
            ];
            return string.Join('\n', words);
        }
    }
}

/// <summary>A chat platform that honours idempotency keys, delivers until it is acknowledged, and fails as platforms do. It outlives the bot's crashes.</summary>
internal sealed class SimPlatform(Dice dice) : IChatAdapter
{
    public const string Name = "sim";
    public static readonly PlaceId Lobby = new(Name, "lobby");

    private readonly Dictionary<string, Receipt> receipts = [];
    private readonly HashSet<PlaceId> gone = [];
    private readonly HashSet<string> dmsClosed = [];
    private int last;

    public string Platform => Name;

    /// <summary>In percent of sends.</summary>
    public int FailsToSend { get; set; }

    public List<SimMessage> Messages { get; } = [];

    public Dictionary<string, Form> Forms { get; } = [];

    public List<(string Key, PlaceId Place)> Opened { get; } = [];

    /// <summary>For whom a place was opened.</summary>
    public Dictionary<PlaceId, string> OwnerOf { get; } = [];

    /// <summary>Places that were opened for nobody in particular: threads in which anybody may read.</summary>
    public HashSet<PlaceId> ForAll { get; } = [];

    /// <summary>Everything that was ever shown, also what was changed in place since.</summary>
    public List<SimShown> Shown { get; } = [];

    /// <summary>Buttons of reviews that anybody pressed, for others to press.</summary>
    public List<string> Pressed { get; } = [];

    public List<string> Ticks { get; } = [];

    /// <summary>Keys of everything that was carried out, in order.</summary>
    public List<string> Done { get; } = [];

    /// <summary>Sends of a key that had been carried out before: each would have been a second message without the key.</summary>
    public int Repeats { get; private set; }

    public bool AnythingLost => gone.Count > 0 || dmsClosed.Count > 0;

    public string NextId() => $"m{++last}";

    public void Remove(PlaceId place) => gone.Add(place);

    public void CloseDms(string user) => dmsClosed.Add(user);

    public bool IsGone(PlaceId place) => gone.Contains(place);

    public IEnumerable<SimMessage> SeenBy(PersonId person) => Messages.Where(message =>
        !gone.Contains(message.Place) && (message.Only is null || message.Only.Value.IsSameHuman(person))
        && (!message.Place.Place.StartsWith("dm-", StringComparison.Ordinal) || message.Place.Place == "dm-" + person.User));

    public async IAsyncEnumerable<Delivery> ReceiveAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        yield break;
    }

    public Task<Receipt> SendAsync(Outbound outbound, CancellationToken ct)
    {
        try
        {
            if (dice.Percent(FailsToSend)) throw new SendException(SendFault.Transient, "not now");
            var receipt = Carry(outbound);
            // It went through, but the answer got lost on its way.
            return dice.Percent(FailsToSend) ? throw new SendException(SendFault.Transient, "timed out") : Task.FromResult(receipt);
        }
        catch (SendException failed)
        {
            return Task.FromException<Receipt>(failed);
        }
    }

    private Receipt Carry(Outbound outbound)
    {
        if (receipts.TryGetValue(outbound.Key, out var before))
        {
            Repeats++;
            return before;
        }
        var receipt = outbound.Effect switch
        {
            Effect.Show show => Show(outbound, show),
            Effect.Tick tick => Tick(tick),
            Effect.OpenForm form => Open(outbound, form.Form),
            Effect.OpenPlace open => Open(outbound, open),
            Effect.ClosePlace => Standing(outbound.Place!.Value),
            _ => throw new SendException(SendFault.Refused, "unknown"),
        };
        Done.Add(outbound.Key);
        return receipts[outbound.Key] = receipt;
    }

    private Receipt Show(Outbound outbound, Effect.Show show)
    {
        var place = outbound.Place ?? Dm(((Where.Dm)show.To).Person.User);
        _ = Standing(place);
        Shown.Add(new(outbound.Key, place, show.Only, show.Message));
        foreach (var id in outbound.Strip?.MessageIds ?? [])
        {
            if (Messages.Find(message => message.Id == id) is { } old) old.Content = old.Content with { Controls = [] };
        }
        if (outbound.Replaces is [var replaced, ..] && Messages.Find(message => message.Id == replaced) is { } standing)
        {
            standing.Content = show.Message;
            return new([standing.Id], place);
        }
        var message = new SimMessage(NextId(), outbound.Key, place, show.Only) { Content = show.Message };
        Messages.Add(message);
        return new([message.Id], place);
    }

    private Receipt Tick(Effect.Tick tick)
    {
        _ = Standing(tick.Place);
        Ticks.Add(tick.MessageId);
        return new([], tick.Place);
    }

    private Receipt Open(Outbound outbound, Form form)
    {
        Forms[outbound.InReplyTo ?? throw new SendException(SendFault.Refused, "a form answers somebody")] = form;
        return new([], outbound.Place);
    }

    private Receipt Open(Outbound outbound, Effect.OpenPlace open)
    {
        var place = open.Openness == Openness.Dm ? Dm(open.People[0].User) : new(Name, $"thread-{outbound.Key}");
        _ = Standing(place);
        Opened.Add((outbound.Key, place));
        if (open.People is [var owner, ..]) OwnerOf[place] = owner.User;
        else ForAll.Add(place);
        return new([], place);
    }

    private Receipt Standing(PlaceId place)
    {
        if (gone.Contains(place)) throw new SendException(SendFault.PlaceGone, "gone");
        return place.Place.StartsWith("dm-", StringComparison.Ordinal) && dmsClosed.Contains(place.Place[3..])
            ? throw new SendException(SendFault.DmClosed, "closed")
            : new([], place);
    }

    private static PlaceId Dm(string user) => new(Name, "dm-" + user);
}
