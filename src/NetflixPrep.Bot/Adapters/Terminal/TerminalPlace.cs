namespace NetflixPrep.Bot.Adapters.Terminal;

/// <summary>A channel (#mock), thread (#mock/ana-homepage-rows) or somebody's direct messages (@ana), with its newest messages.</summary>
internal sealed class TerminalPlace(string name, string? parent, string? onlyFor)
{
    /// <summary>How many messages a place keeps in memory; older ones stay in the file.</summary>
    public const int MaxMessages = 500;

    private readonly LinkedList<TerminalMessage> messages = new();

    public string Name => name;

    /// <summary>The channel of a thread.</summary>
    public string? Parent => parent;

    public bool IsDm => name[0] == '@';

    public bool IsClosed { get; set; }

    /// <summary>The order of the last message when a session here ended: clocks set before it are over.</summary>
    public long EndedAt { get; set; }

    public bool IsPrivate { get; init; }

    public HashSet<string> People { get; } = onlyFor is null ? [] : [onlyFor];

    /// <summary>Oldest first.</summary>
    public IEnumerable<TerminalMessage> Messages => messages;

    public IEnumerable<TerminalMessage> NewestFirst
    {
        get
        {
            for (var node = messages.Last; node is not null; node = node.Previous) yield return node.Value;
        }
    }

    public bool IsSeenBy(string person) => !(IsPrivate || IsDm) || People.Contains(person);

    /// <summary>Adds the newest message; returns one that fell out at the other end, if any.</summary>
    public TerminalMessage? Add(TerminalMessage message)
    {
        messages.AddLast(message);
        if (messages.Count <= MaxMessages) return null;
        var oldest = messages.First!.Value;
        messages.RemoveFirst();
        return oldest;
    }
}

/// <summary>A message that stands in a place.</summary>
/// <param name="Author">A person, or null for the bot.</param>
/// <param name="Only">The one person who sees it, or null.</param>
internal sealed record TerminalMessage(string Id, long Order, string Place, DateTimeOffset At, string? Author, string? Only)
{
    public required Sheet Sheet { get; set; }

    public bool IsTicked { get; set; }

    public bool IsDeleted { get; set; }

    public bool IsSeenBy(string person) => !IsDeleted && (Only is null || Only == person);
}
