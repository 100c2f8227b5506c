using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Stories;

namespace NetflixPrep.Core.Loops;

/// <summary>A loop as it was agreed: rounds in order, and what the choice of questions should see to.</summary>
public sealed record LoopSetup
{
    public required StreamId Stream { get; init; }

    public required PersonId Person { get; init; }

    public required PlaceId AskedIn { get; init; }

    public required Openness Openness { get; init; }

    /// <summary>A few words, such as the preset's label or "your own list".</summary>
    public required string Label { get; init; }

    public required LoopPlan Plan { get; init; }

    /// <summary>Level, style, extra time and difficulty, as they were asked for; each round is opened with them.</summary>
    public required Seq<Argument> With { get; init; }

    public required ulong Seed { get; init; }

    public bool OthersRead => Openness == Openness.Public;
}

/// <summary>The rounds of a loop and its quotas.</summary>
/// <param name="Source">Who reports this loop, or "ours".</param>
/// <param name="Covers">Topics that the questions of the loop should touch.</param>
/// <param name="MostPerTopic">No topic comes up in more rounds than this while there is another question.</param>
public sealed record LoopPlan(string Source, Seq<RoundOfLoop> Rounds, Seq<string> Covers, int MostPerTopic);

/// <param name="MinutesFrom">The source that gives the minutes, or "ours".</param>
public sealed record RoundOfLoop(string RoundId, string Label, int Minutes, string MinutesFrom);

/// <summary>What a round of a loop came to: the packet is made of these.</summary>
public sealed record RoundSummary
{
    public required StreamId Session { get; init; }

    public required string Label { get; init; }

    public required int MinutesUsed { get; init; }

    public required int MinutesAsked { get; init; }

    public required Seq<string> Titles { get; init; }

    public required Seq<string> Topics { get; init; }

    public required int Mentioned { get; init; }

    public required int Of { get; init; }

    /// <summary>At most two, with the person's own words.</summary>
    public required Seq<Quoted> Moments { get; init; }

    public required Seq<string> NotMentioned { get; init; }

    /// <summary>The one thing the person chose, or null.</summary>
    public string? Cause { get; init; }

    /// <summary>Stories of the person that the answers seem to tell; null when none, and in loops of before there were stories.</summary>
    public Seq<ToldStory>? Told { get; init; }

    /// <summary>False when it was stopped before its end.</summary>
    public required bool Complete { get; init; }

    /// <summary>Its session is older than the group keeps sessions: the words were taken out, the counts stay.</summary>
    public bool Emptied { get; init; }
}

/// <summary>Words of the person, what they show, and the minute.</summary>
public sealed record Quoted(string Label, int Minute, string Quote);
