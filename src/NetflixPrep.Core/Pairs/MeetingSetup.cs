using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Pairs;

/// <summary>One of the two.</summary>
/// <param name="Quiet">Their quiet hours, or those of the group; in <paramref name="QuietZone"/>.</param>
public sealed record Side(PersonId Person, string Zone, QuietHours? Quiet, string QuietZone)
{
    /// <summary>Their data was erased.</summary>
    public bool IsGone => Person.User.Length == 0;
}

/// <summary>What is asked in one half.</summary>
public sealed record PairHalf(string QuestionId, string ScriptHash, string RoundLabel, string Title, int Minutes);

/// <summary>A meeting of two as it was arranged; everything it needs to be read again stands here or under the hashes.</summary>
public sealed record MeetingSetup
{
    /// <summary>What each side has for a half, not counting quiet hours.</summary>
    public static TimeSpan DefaultBudget { get; } = TimeSpan.FromHours(24);

    public required StreamId Stream { get; init; }

    public required StreamId Pool { get; init; }

    /// <summary>The local date of the matching.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Two: the first answers in the first half and asks in the second.</summary>
    public required Seq<Side> Sides { get; init; }

    /// <summary>Two different questions.</summary>
    public required Seq<PairHalf> Halves { get; init; }

    /// <summary>Where the thread is opened.</summary>
    public required PlaceId Near { get; init; }

    public required Openness Openness { get; init; }

    public required TimeSpan Budget { get; init; }
}

/// <summary>Something that one of the two said.</summary>
/// <param name="Side">Which of the two, 0 or 1.</param>
public sealed record PairSaid(int Side, int Half, DateTimeOffset At, string MessageId, string Text, string? FileName, bool Deleted);

/// <summary>How a half ended.</summary>
public enum HalfEnd
{
    /// <summary>The one who asks ended it.</summary>
    Done,

    /// <summary>The time of the side to move ran out.</summary>
    Time,
}

/// <summary>How a meeting ended.</summary>
public enum MeetingEnding
{
    /// <summary>Both halves were held.</summary>
    Complete,

    /// <summary>Roles were not swapped in time.</summary>
    Halfway,

    /// <summary>One of the two was never there.</summary>
    NoShow,

    /// <summary>One of the two said that they cannot make it.</summary>
    CannotCome,

    /// <summary>One of the two stopped it.</summary>
    Stopped,

    /// <summary>The thread is gone, or one of the two is no longer in it.</summary>
    PlaceLost,

    /// <summary>No thread could be opened.</summary>
    NoPlace,

    /// <summary>One of the two had their data erased.</summary>
    PersonGone,
}
