using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Contract;

/// <summary>A message as people see it: text and the labels of what can be pressed, in order.</summary>
internal sealed record Seen(string Id, string Text, IReadOnlyList<string> Labels);

/// <summary>How the contract suite acts as people on a platform and looks at what they see there.</summary>
internal interface IAdapterDriver : IAsyncDisposable
{
    IChatAdapter Adapter { get; }

    /// <summary>A channel of the group that everybody reads.</summary>
    PlaceId Channel { get; }

    PersonId Person(string name);

    /// <summary>The next delivery; fails when none comes.</summary>
    Task<Delivery> NextAsync(CancellationToken ct);

    /// <summary>True when nothing is delivered.</summary>
    bool IsQuiet { get; }

    /// <summary>Returns the message's id.</summary>
    Task<string> SayAsync(string person, PlaceId place, string text, CancellationToken ct);

    Task EditAsync(string person, PlaceId place, string messageId, string text, CancellationToken ct);

    Task DeleteAsync(string person, PlaceId place, string messageId, CancellationToken ct);

    /// <summary>Sends a slash command that changes something; where it does not matter.</summary>
    Task CommandAsync(string person, PlaceId place, CancellationToken ct);

    Task PressAsync(string person, PlaceId place, string label, CancellationToken ct);

    /// <summary>Fills the form that is open for the person and sends it.</summary>
    Task FillAsync(string person, IReadOnlyList<Argument> fields, CancellationToken ct);

    Task DeleteChannelAsync(PlaceId place, CancellationToken ct);

    Task CloseDmsAsync(string person, CancellationToken ct);

    /// <summary>What the person sees in a place, oldest first; empty when they cannot see the place.</summary>
    Task<IReadOnlyList<Seen>> SeesAsync(string person, PlaceId place, CancellationToken ct);

    /// <summary>What stands in the files that the bot handed to the person, oldest first; empty when they got none.</summary>
    Task<IReadOnlyList<string>> FilesAsync(string person, CancellationToken ct) => throw new NotSupportedException("Say how this platform shows files.");

    Task<bool> IsTickedAsync(string messageId, CancellationToken ct);

    /// <summary>Whom the platform pinged for this message.</summary>
    Task<IReadOnlyList<string>> PingedAsync(string messageId, CancellationToken ct);

    /// <summary>Whom the bot brought into the place; nobody where a platform knows no such thing.</summary>
    Task<IReadOnlyList<string>> InvitedAsync(PlaceId place, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    Task<bool> CanWriteAsync(string person, PlaceId place, CancellationToken ct);

    /// <summary>Lets the time pass after which the platform delivers again.</summary>
    Task WaitForRedeliveryAsync(CancellationToken ct);

    /// <summary>A new process on the same platform.</summary>
    Task RestartAsync(CancellationToken ct);
}
