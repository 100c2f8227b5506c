using System.Text.RegularExpressions;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Bot.Groups;

/// <summary>What people type for a channel or a person: a mention as each platform writes it, or the bare id.</summary>
internal static partial class Mentions
{
    public static GroupNames Names { get; } = new() { Zone = Zones.Find, NearestZone = Zones.Nearest, Channel = Channel, Person = Person };

    public static PlaceId? Channel(PersonId near, string text) => Match(near.Platform switch
    {
        "discord" => DiscordChannel(),
        "slack" => SlackChannel(),
        _ => PlainChannel(),
    }, text) is { } id ? new(near.Platform, near.Platform is "discord" or "slack" ? id : id.ToLowerInvariant()) : null;

    public static PersonId? Person(PersonId near, string text) => Match(near.Platform switch
    {
        "discord" => DiscordPerson(),
        "slack" => SlackPerson(),
        _ => PlainPerson(),
    }, text) is { } id ? near with { User = near.Platform is "discord" or "slack" ? id : id.ToLowerInvariant() } : null;

    private static string? Match(Regex shape, string text) => shape.Match(text.Trim()) is { Success: true } match ? match.Groups["id"].Value : null;

    [GeneratedRegex(@"^(?:<#(?<id>\d{15,20})>|(?<id>\d{15,20}))$")]
    private static partial Regex DiscordChannel();

    [GeneratedRegex(@"^(?:<@!?(?<id>\d{15,20})>|(?<id>\d{15,20}))$")]
    private static partial Regex DiscordPerson();

    [GeneratedRegex(@"^(?:<#(?<id>[CG][A-Z0-9]{5,20})(?:\|[^>]*)?>|(?<id>[CG][A-Z0-9]{5,20}))$")]
    private static partial Regex SlackChannel();

    [GeneratedRegex(@"^(?:<@(?<id>[UW][A-Z0-9]{5,20})(?:\|[^>]*)?>|(?<id>[UW][A-Z0-9]{5,20}))$")]
    private static partial Regex SlackPerson();

    [GeneratedRegex(@"^(?<id>#[\p{L}\p{Nd}_\-]{1,60})$")]
    private static partial Regex PlainChannel();

    [GeneratedRegex(@"^@?(?<id>[\p{L}\p{Nd}_\-]{1,60})$")]
    private static partial Regex PlainPerson();
}
