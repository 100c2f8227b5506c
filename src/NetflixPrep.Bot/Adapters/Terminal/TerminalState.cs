using System.Diagnostics;
using System.Globalization;

namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>What the platform knows now: the facts of its file, folded.</summary>
internal sealed class TerminalState
{
    private const int MaxKeys = 20_000;
    private const int MaxSenders = 5_000;
    private const int MaxClosedThreads = 500;

    private readonly Dictionary<string, Receipt> receipts = [];
    private readonly Queue<string> keys = new();
    private readonly Dictionary<long, (string Person, string Place)> senders = [];
    private readonly Queue<long> senderOrder = new();
    private readonly Queue<string> closedThreads = new();
    private readonly Dictionary<string, TerminalMessage> messages = [];
    private readonly Dictionary<string, string> homes = [];
    private long order;

    public TerminalState()
    {
        foreach (var channel in new[] { "#study", FirstPlace }) Places[channel] = new(channel, null, null);
    }

    public const string FirstPlace = "#mock";

    public Dictionary<string, TerminalPlace> Places { get; } = [];

    /// <summary>Acts that were not settled yet, by number.</summary>
    public SortedDictionary<long, TerminalFact.Acted> Pending { get; } = [];

    public Dictionary<string, TerminalFact.FormOpened> Forms { get; } = [];

    public HashSet<string> DmsClosed { get; } = [];

    /// <summary>Those who do not manage the server.</summary>
    public HashSet<string> Members { get; } = [];

    public HashSet<string> People { get; } = [];

    /// <summary>Message ids and act numbers are drawn from one row.</summary>
    public long LastNumber { get; private set; }

    /// <summary>The time of the newest thing that happened; null before the first.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>The end of this memory's ids, such as <c>-k7w2</c>; empty for a script's, whose ids are the same in every run.</summary>
    public string Ending { get; private set; } = "";

    public bool IsNew => LastAt is null && Ending.Length == 0;

    public string MessageId(long number) => string.Create(CultureInfo.InvariantCulture, $"m{number}{Ending}");

    public string DeliveryId(long number) => string.Create(CultureInfo.InvariantCulture, $"t{number}{Ending}");

    public Receipt? ReceiptOf(string key) => receipts.GetValueOrDefault(key);

    public TerminalMessage? MessageOf(string id) => messages.GetValueOrDefault(id);

    /// <summary>Where the person is: where they last acted, or where the bot opened a thread for them or addressed them.</summary>
    public string HomeOf(string person) =>
        homes.GetValueOrDefault(person) is { } home && Places.ContainsKey(home) ? home : FirstPlace;

    /// <summary>Who did the act with this delivery id, and where.</summary>
    public (string Person, string Place)? SenderOf(string? deliveryId) =>
        deliveryId is ['t', .. var number] && TryNumber(number, out var act) && senders.TryGetValue(act, out var sender) ? sender : null;

    public IEnumerable<TerminalPlace> PlacesOf(string person) => Places.Values.Where(place => place.IsSeenBy(person));

    public TerminalMessage? LastOf(string author) => Places.Values
        .SelectMany(place => place.NewestFirst.Where(message => message.Author == author && !message.IsDeleted).Take(1))
        .MaxBy(message => message.Order);

    /// <summary>Messages with something to press that the person can see, newest first.</summary>
    public IEnumerable<TerminalMessage> Pressable(string person) => PlacesOf(person)
        .SelectMany(place => place.NewestFirst.Where(message => message.Sheet.Controls.Count > 0 && message.IsSeenBy(person)))
        .OrderByDescending(message => message.Order);

    public void Apply(TerminalFact fact)
    {
        if (fact is TerminalFact.Founded founded)
        {
            Ending = "-" + founded.Letters;
            return;
        }
        if (LastAt is null || fact.At > LastAt) LastAt = fact.At;
        switch (fact)
        {
            case TerminalFact.Acted acted: Act(acted); break;
            case TerminalFact.Settled settled: Pending.Remove(settled.Number); break;
            case TerminalFact.Shown shown: Show(shown); break;
            case TerminalFact.Changed changed:
                if (MessageOf(changed.Message) is { } message) message.Sheet = changed.Sheet;
                Strip(changed.Stripped);
                Remember(changed.Key, new([changed.Message], Id(changed.Place)));
                break;
            case TerminalFact.Ticked ticked:
                if (MessageOf(ticked.Message) is { } saved) saved.IsTicked = true;
                Remember(ticked.Key, new([], null));
                break;
            case TerminalFact.FormOpened form:
                Forms[form.Person] = form;
                Remember(form.Key, new([], Id(form.Place)));
                break;
            case TerminalFact.FormLeft left: Forms.Remove(left.Person); break;
            case TerminalFact.Opened opened: Open(opened); break;
            case TerminalFact.Closed closed: Close(closed); break;
            case TerminalFact.Removed removed: Remove(removed.Place); break;
            case TerminalFact.DmsClosed dms: DmsClosed.Add(dms.Person); break;
            case TerminalFact.Demoted demoted: Members.Add(demoted.Person); break;
            case TerminalFact.ClockMoved: break;
            default: throw new UnreachableException($"{fact.GetType().Name} is not a fact of the terminal.");
        }
    }

    private static Core.PlaceId Id(string place) => new(TerminalServer.PlatformName, place);

    private void Act(TerminalFact.Acted acted)
    {
        LastNumber = Math.Max(LastNumber, acted.Number);
        Pending[acted.Number] = acted;
        senders[acted.Number] = (acted.Person, acted.Place);
        senderOrder.Enqueue(acted.Number);
        if (senderOrder.Count > MaxSenders) senders.Remove(senderOrder.Dequeue());
        Go(acted.Person, acted.Place);
        switch (acted.Deed)
        {
            case Deed.Say say: Add(say.Message, acted.Place, acted.At, acted.Person, null, new(say.Text, [])); break;
            case Deed.Attach attach: Add(attach.Message, acted.Place, acted.At, acted.Person, null, new(attach.Text, [])); break;
            case Deed.Edit edit when MessageOf(edit.Message) is { } message: message.Sheet = new(edit.Text, []); break;
            case Deed.Delete delete when MessageOf(delete.Message) is { } message: message.IsDeleted = true; break;
            case Deed.Fill: Forms.Remove(acted.Person); break;
            default: break;
        }
    }

    private void Show(TerminalFact.Shown shown)
    {
        EnsureDm(shown.Place);
        Strip(shown.Stripped);
        Add(shown.Message, shown.Place, shown.At, null, shown.Only, shown.Sheet);
        Remember(shown.Key, new([shown.Message], Id(shown.Place)));
        foreach (var person in shown.Notify) Go(person, shown.Place);
        if (shown.Only is { } only) Go(only, shown.Place);
        if (shown.Place[0] == '@') Go(shown.Place[1..], shown.Place);
    }

    private void Open(TerminalFact.Opened opened)
    {
        if (opened.Place[0] == '@') EnsureDm(opened.Place);
        else if (!Places.ContainsKey(opened.Place)) Places[opened.Place] = new(opened.Place, opened.Parent, null) { IsPrivate = opened.Private };
        foreach (var person in opened.People)
        {
            Places[opened.Place].People.Add(person);
            Go(person, opened.Place);
        }
        Remember(opened.Key, new([], Id(opened.Place)));
    }

    private void Close(TerminalFact.Closed closed)
    {
        Remember(closed.Key, new([], Id(closed.Place)));
        if (!Places.TryGetValue(closed.Place, out var place)) return;
        place.EndedAt = order;
        if (place.Parent is null || place.IsClosed) return;
        place.IsClosed = true;
        closedThreads.Enqueue(closed.Place);
        if (closedThreads.Count > MaxClosedThreads) Remove(closedThreads.Dequeue());
    }

    private void Remove(string name)
    {
        if (!Places.Remove(name, out var place)) return;
        foreach (var message in place.Messages) messages.Remove(message.Id);
    }

    private void Add(string id, string place, DateTimeOffset at, string? author, string? only, Sheet sheet)
    {
        if (id is ['m', .. var digits] && TryNumber(digits, out var number)) LastNumber = Math.Max(LastNumber, number);
        EnsureDm(place);
        if (!Places.TryGetValue(place, out var home)) return;
        var message = new TerminalMessage(id, ++order, place, at, author, only) { Sheet = sheet };
        messages[id] = message;
        if (home.Add(message) is { } old) messages.Remove(old.Id);
    }

    private bool TryNumber(string text, out long number) =>
        long.TryParse(text.EndsWith(Ending, StringComparison.Ordinal) ? text.AsSpan(0, text.Length - Ending.Length) : text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private void EnsureDm(string place)
    {
        if (place[0] == '@' && !Places.ContainsKey(place)) Places[place] = new(place, null, place[1..]);
    }

    private void Strip(IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            if (MessageOf(id) is { } message) message.Sheet = message.Sheet with { Controls = [] };
        }
    }

    private void Go(string person, string place)
    {
        People.Add(person);
        homes[person] = place;
    }

    private void Remember(string key, Receipt receipt)
    {
        if (key.Length == 0 || !receipts.TryAdd(key, receipt)) return;
        keys.Enqueue(key);
        if (keys.Count > MaxKeys) receipts.Remove(keys.Dequeue());
    }
}
