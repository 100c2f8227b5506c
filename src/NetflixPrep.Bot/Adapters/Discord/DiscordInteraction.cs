using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Adapters.Discord;

internal enum InteractionKind
{
    Command,
    Press,
    Form,
    Completion,
}

/// <summary>An interaction as it came: what is needed to answer it.</summary>
internal sealed record DiscordInteraction(string Id, string Token, string Application, InteractionKind Kind, PersonId Person, PlaceId Place)
{
    /// <summary>The delivery id of its inbound.</summary>
    public string DeliveryId => DeliveryOf(Id);

    /// <summary>It came from a press on a message, which can be left as it is.</summary>
    public bool HasMessage { get; init; }

    /// <summary>What the bot may do there, as a bit set; null when Discord did not say.</summary>
    public ulong? AppPermissions { get; init; }

    /// <summary>The option being typed, for completions.</summary>
    public Argument? Focused { get; init; }

    public static string DeliveryOf(string id) => "i:" + id;

    /// <summary>Without the token, which must not get into a log.</summary>
    public override string ToString() => $"{Kind} {Id}";
}

/// <summary>Permission bits that the bot looks at (Discord docs, Permissions).</summary>
internal static class DiscordPermission
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageServer = 1UL << 5;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong ReadMessageHistory = 1UL << 16;
    public const ulong AddReactions = 1UL << 6;
    public const ulong ManageThreads = 1UL << 34;
    public const ulong CreatePublicThreads = 1UL << 35;
    public const ulong CreatePrivateThreads = 1UL << 36;
    public const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>Exactly what the invite link asks for, and why.</summary>
    public static readonly IReadOnlyList<(ulong Bit, string Name, string Why)> Needed =
    [
        (ViewChannel, "View Channels", "to see the channel a command came from"),
        (SendMessages, "Send Messages", "to announce a session in the channel"),
        (ReadMessageHistory, "Read Message History", "to catch up on answers after it was away, and to mark them as saved"),
        (AddReactions, "Add Reactions", "to mark answers as saved"),
        (CreatePublicThreads, "Create Public Threads", "for sessions that others may read"),
        (CreatePrivateThreads, "Create Private Threads", "for sessions with those invited"),
        (SendMessagesInThreads, "Send Messages in Threads", "to hold the interview"),
        (ManageThreads, "Manage Threads", "to lock a thread when its session is over; without it threads are only archived"),
    ];

    /// <summary>The address where an organiser adds the bot to a server.</summary>
    public static Uri Invite(string application) =>
        new($"https://discord.com/oauth2/authorize?client_id={application}&scope=bot%20applications.commands&permissions={Needed.Aggregate(0UL, (all, one) => all | one.Bit)}");
}
