namespace NetflixPrep.Core.Groups;

/// <summary>What the names mean that people type into settings; each is null for a name that means nothing.</summary>
public sealed record GroupNames
{
    /// <summary>A zone of the IANA list as it is written there.</summary>
    public required Func<string, string?> Zone { get; init; }

    /// <summary>The zone that was probably meant.</summary>
    public required Func<string, string?> NearestZone { get; init; }

    /// <summary>A channel of the group of this person.</summary>
    public required Func<PersonId, string, PlaceId?> Channel { get; init; }

    /// <summary>Somebody in the group of this person.</summary>
    public required Func<PersonId, string, PersonId?> Person { get; init; }
}
