using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>What the Slack adapter needs from the host.</summary>
internal sealed record SlackWiring
{
    public required SlackOptions Options { get; init; }

    public required Seq<CommandSpec> Commands { get; init; }

    public required ILookups Lookups { get; init; }

    public required Func<CancellationToken, ValueTask<IReadOnlyList<OpenConversation>>> OpenConversations { get; init; }

    /// <summary>Whether what people write in a place matters; the rest of the workspace is not read. Direct messages always are.</summary>
    public required Func<PlaceId, bool> Listens { get; init; }

    /// <summary>Whether it matters for a press on this token that the person manages the workspace.</summary>
    public required Func<string, bool> MindsAdmin { get; init; }

    public SlackPace Pace { get; init; } = new();

    /// <summary>Replaced in tests.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Replaced in tests.</summary>
    public Func<IFrameSocket>? NewSocket { get; init; }

    /// <summary>How many sockets are open at once.</summary>
    public int Sockets { get; init; } = 2;

    /// <summary>A socket without a frame for so long may be dead above the level of pings: it is replaced.</summary>
    public TimeSpan Silence { get; init; } = SocketModeProtocol.Silence;

    /// <summary>How often a socket is pinged, and how long an answer may take: how soon a half-open one is noticed.</summary>
    public (TimeSpan Every, TimeSpan Patience) Pings { get; init; } = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));

    public Chance Seed { get; init; }
}
