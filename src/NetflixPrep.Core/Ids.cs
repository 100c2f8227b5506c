namespace NetflixPrep.Core;

/// <summary>A person as one platform knows them in one group; the same human in another group is kept apart.</summary>
/// <param name="Platform">discord, slack, terminal or bot.</param>
/// <param name="Group">The server or workspace, or null in a direct message.</param>
/// <param name="User">The platform's own id of the human.</param>
public readonly record struct PersonId(string Platform, string? Group, string User)
{
    /// <summary>The clock and other senders that are the bot itself.</summary>
    public static PersonId Bot { get; } = new("bot", null, "clock");

    /// <summary>The platform of people who had everything about them deleted, where what they gave to others stays.</summary>
    public const string Gone = "gone";

    /// <summary>True when both name the same account, in whichever group or direct message it was seen.</summary>
    public bool IsSameHuman(PersonId other) => Platform == other.Platform && User == other.User;

    public override string ToString() => $"{Platform}:{Group}:{User}";

    /// <exception cref="FormatException">The text was not written by <see cref="ToString"/>.</exception>
    public static PersonId Parse(string text) => text.Split(':') switch
    {
        [var platform, "", var user] => new(platform, null, user),
        [var platform, var group, var user] => new(platform, group, user),
        _ => throw new FormatException($"'{text}' is not platform:group:user."),
    };
}

/// <summary>A channel, thread or direct message on one platform.</summary>
public readonly record struct PlaceId(string Platform, string Place)
{
    public static PlaceId Bot { get; } = new("bot", "clock");

    public override string ToString() => $"{Platform}:{Place}";

    /// <exception cref="FormatException">The text was not written by <see cref="ToString"/>.</exception>
    public static PlaceId Parse(string text) => text.IndexOf(':', StringComparison.Ordinal) is var at and > 0
        ? new(text[..at], text[(at + 1)..])
        : throw new FormatException($"'{text}' is not platform:place.");
}

/// <summary>One append-only list of facts, such as session/7k2m9q4d.</summary>
public readonly record struct StreamId(string Kind, string Key)
{
    public override string ToString() => $"{Kind}/{Key}";

    /// <exception cref="FormatException">The text was not written by <see cref="ToString"/>.</exception>
    public static StreamId Parse(string text) => text.IndexOf('/', StringComparison.Ordinal) is var at and > 0
        ? new(text[..at], text[(at + 1)..])
        : throw new FormatException($"'{text}' is not kind/key.");
}
