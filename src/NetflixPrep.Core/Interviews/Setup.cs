using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Interviews;

/// <summary>What was agreed before the clock starts; everything the session needs to be read again stands here or under <see cref="ScriptHash"/>.</summary>
public sealed record Setup
{
    public required StreamId Stream { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Where the session was asked for.</summary>
    public required PlaceId AskedIn { get; init; }

    /// <summary>SHA-256 of the stored <see cref="Questions.InterviewScript"/>.</summary>
    public required string ScriptHash { get; init; }

    public required string QuestionId { get; init; }

    public required string RoundId { get; init; }

    public required string RoundLabel { get; init; }

    /// <summary>Whole minutes of answer and follow-ups together, 1 to 180.</summary>
    public required int Minutes { get; init; }

    public required string Level { get; init; }

    public required Openness Openness { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The <see cref="Interviewer.Rules"/> that made this session.</summary>
    public required int Rules { get; init; }

    /// <summary>Why the question is not exactly what was asked for, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The one thing to fix from last time, or null.</summary>
    public LastCause? LastCause { get; init; }

    /// <summary>The three-minute sample of a first start.</summary>
    public bool IsSample { get; init; }

    /// <summary>True when others can read along, so that nothing of earlier sessions may be shown.</summary>
    public bool OthersRead => Openness == Openness.Public;
}

/// <summary>The root cause that a person chose in an earlier session.</summary>
public sealed record LastCause(string Id, string Label, StreamId Session);
