using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Committees;

/// <summary>Makes what a candidate chooses from: rounds, a name to stand under, and channels.</summary>
public static class CommitteeEntry
{
    private static readonly string[] Birds = ["Avocet", "Bittern", "Curlew", "Dunlin", "Egret", "Fulmar", "Gannet", "Heron", "Jackdaw", "Kestrel", "Lapwing", "Merlin", "Nuthatch", "Osprey", "Plover", "Redstart", "Siskin", "Tern", "Wagtail", "Yellowhammer"];

    /// <param name="settings">Of the group, as they are now.</param>
    /// <param name="here">Where it was asked for.</param>
    public static CommitteeSetup For(StreamId stream, PersonId candidate, StreamId group, PlaceId here, GroupSettings settings, CommitteeOffer offer) => new()
    {
        Stream = stream,
        Candidate = candidate,
        Group = group,
        Zone = settings.Zone,
        Days = settings.ReviewDays,
        Rounds = [.. offer.Rounds.Select(round => new OfferedRound(round.Review, round.RoundLabel, round.Title, round.Reviews.Count))],
        Needed = offer.Needed,
        Loop = offer.Loop,
        // Beside rounds that were shared by name, the name of a share would tell whose it was.
        Alias = (offer.Rounds is [.., var last] && offer.Rounds.All(round => round.Alias is not null) ? last.Alias : null) ?? Birds[Chance.From(stream.ToString()).Below(Birds.Length)],
        SharedUnderAlias = offer.Rounds.Any(round => round.Alias is not null),
        SharedByName = offer.Rounds.Any(round => round.Alias is null),
        Channels = Channels(here, settings),
    };

    private static Seq<CommitteeChannel> Channels(PlaceId here, GroupSettings settings) =>
    [
        .. new (string Label, PlaceId? Place)[] { ("the review channel", settings.ReviewChannel), ("the practice channel", settings.PracticeChannel), ("this channel", here) }
            .Where(channel => channel.Place is not null).DistinctBy(channel => channel.Place).Select(channel => new CommitteeChannel(channel.Label, channel.Place!.Value)),
    ];
}
