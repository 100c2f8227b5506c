using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>What the Discord adapter needs from the host.</summary>
internal sealed record DiscordWiring
{
    public required DiscordOptions Options { get; init; }

    public required Seq<CommandSpec> Commands { get; init; }

    public required ILookups Lookups { get; init; }

    /// <summary>A small text kept under a key over restarts; null when there is none.</summary>
    public required Func<string, CancellationToken, ValueTask<string?>> Load { get; init; }

    /// <summary>Keeps a text under a key; null takes it away.</summary>
    public required Func<string, string?, CancellationToken, ValueTask> Save { get; init; }

    public required Func<CancellationToken, ValueTask<IReadOnlyList<OpenConversation>>> OpenConversations { get; init; }

    /// <summary>Whether what people write in a place of a server matters; the rest of the server is not read. Direct messages always are.</summary>
    public required Func<PlaceId, bool> Listens { get; init; }

    /// <summary>Whether a press opens a form and so must not be deferred.</summary>
    public required Func<Token, bool> OpensForm { get; init; }

    /// <summary>Names of commands and options in other languages, see <see cref="DiscordCommands.Render"/>.</summary>
    public Func<string, IReadOnlyDictionary<string, string>?>? Localise { get; init; }

    /// <summary>Replaced in tests.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Replaced in tests.</summary>
    public Func<IFrameSocket>? NewSocket { get; init; }

    public Chance Seed { get; init; }

    /// <summary>Gateway events that may wait; above it the reader waits.</summary>
    public int QueueLimit { get; init; } = 8192;
}
