using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>Where a message stands: a channel, or a thread in it. Written <c>channel</c> or <c>channel:thread</c>.</summary>
internal readonly record struct SlackPlace(string Channel, string? Thread)
{
    /// <summary>Slack's ids of direct messages begin with this letter.</summary>
    private const char Dm = 'D';

    public PlaceId Id => new(SlackReader.Platform, Thread is null ? Channel : $"{Channel}:{Thread}");

    public bool IsDm => IsDmChannel(Channel);

    public SlackPlace Root => new(Channel, null);

    public static SlackPlace Of(PlaceId place) => place.Place.IndexOf(':', StringComparison.Ordinal) is var at and > 0
        ? new(place.Place[..at], place.Place[(at + 1)..]) : new(place.Place, null);

    public static bool IsDmChannel(string channel) => channel.StartsWith(Dm);

    /// <summary>A channel that Slack can link to, by the shape of its id.</summary>
    public static bool IsChannel(string id) => id is ['C' or 'G', _, ..] && id.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));

    /// <summary>A message's ts: it is an id, but its shape tells it from ids of our own.</summary>
    public static bool IsTs(string id) => id.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && dot < id.Length - 1
        && id.All(letter => char.IsAsciiDigit(letter) || letter == '.');
}
