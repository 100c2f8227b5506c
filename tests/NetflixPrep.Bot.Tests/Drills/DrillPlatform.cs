using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Drills;

/// <summary>A message as it came to the platform.</summary>
internal sealed record Shown(string Key, PlaceId Place, PersonId? Only, Message Message, DateTimeOffset At)
{
    public string Text => $"{Message.Title}\n{Message.Body}";
}

/// <summary>A platform with direct messages that can be closed, which outlives the bot and carries out each key once.</summary>
internal sealed class DrillPlatform(TimeProvider time) : IChatAdapter
{
    private readonly Dictionary<string, Receipt> receipts = [];
    private readonly HashSet<string> closed = [];

    public string Platform => "terminal";

    public List<Shown> Messages { get; } = [];

    /// <summary>No thread can be opened anywhere.</summary>
    public bool RefusesThreads { get; set; }

    public static PlaceId Direct(string user) => new("terminal", $"dm-{user}");

    public void CloseDirect(string user) => closed.Add(user);

    public void OpenDirect(string user) => closed.Remove(user);

    /// <summary>What stands in somebody's direct messages.</summary>
    public IReadOnlyList<Shown> In(string user) => [.. Messages.Where(message => message.Place == Direct(user) && message.Only is null)];

    public async IAsyncEnumerable<Delivery> ReceiveAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        yield break;
    }

    public Task<Receipt> SendAsync(Outbound outbound, CancellationToken ct)
    {
        if (receipts.TryGetValue(outbound.Key, out var before)) return Task.FromResult(before);
        try
        {
            return Task.FromResult(receipts[outbound.Key] = Carry(outbound));
        }
        catch (SendException refused)
        {
            return Task.FromException<Receipt>(refused);
        }
    }

    private Receipt Carry(Outbound outbound) => outbound.Effect switch
    {
        Effect.OpenPlace { Openness: Openness.Dm } open => new([], Reachable(Direct(open.People[0].User))),
        Effect.OpenPlace when RefusesThreads => throw new SendException(SendFault.PlaceGone, "no threads here"),
        Effect.OpenPlace open => new([], new PlaceId("terminal", $"thread-{open.People[0].User}-{receipts.Count}")),
        Effect.Show show => Show(outbound, show),
        _ => new([], outbound.Place),
    };

    private Receipt Show(Outbound outbound, Effect.Show show)
    {
        var place = Reachable(outbound.Place ?? Direct(((Where.Dm)show.To).Person.User));
        Messages.Add(new(outbound.Key, place, show.Only, show.Message, time.GetUtcNow()));
        return new(outbound.Replaces.Count > 0 ? outbound.Replaces : [$"m{Messages.Count}"], place);
    }

    private PlaceId Reachable(PlaceId place) =>
        place.Place.StartsWith("dm-", StringComparison.Ordinal) && closed.Contains(place.Place[3..]) ? throw new SendException(SendFault.DmClosed, "closed") : place;
}
