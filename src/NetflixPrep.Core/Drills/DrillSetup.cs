using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Drills;

/// <summary>One drill as it was sent; everything it needs to be read again stands here or under its hash.</summary>
public sealed record DrillSetup
{
    public required StreamId Stream { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Where drills were asked for.</summary>
    public required PlaceId AskedIn { get; init; }

    /// <summary>The local date that is meant.</summary>
    public required DateOnly Date { get; init; }

    public required DrillKind Kind { get; init; }

    /// <summary>The person's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>A question of the bank, or <c>sum.</c> and the kind of sum.</summary>
    public required string QuestionId { get; init; }

    /// <summary>Of <see cref="Questions.Areas"/>.</summary>
    public required string Area { get; init; }

    /// <summary>SHA-256 of the stored script; null for a sum.</summary>
    public string? ScriptHash { get; init; }

    /// <summary>Makes the figures of a sum.</summary>
    public ulong Seed { get; init; }

    public required string RoundId { get; init; }

    public required string RoundLabel { get; init; }

    /// <summary>Whole minutes of the question when it is asked in full.</summary>
    public required int FullMinutes { get; init; }

    /// <summary>Whole minutes the person has.</summary>
    public required int Minutes { get; init; }

    /// <summary>Why it was chosen: a sentence that quotes its cause.</summary>
    public required string Why { get; init; }

    /// <summary>Drills before this one went by without an answer; nothing piles up.</summary>
    public bool AfterAGap { get; init; }

    /// <summary>The newest daily drills before this one.</summary>
    public Streak Before { get; init; } = new(0, 0);

    public required Openness Openness { get; init; }

    /// <summary>The first part of the ids of sums.</summary>
    public const string SumPrefix = "sum.";

    /// <summary>The kind of sum; null for a question of the bank.</summary>
    public string? SumKind => QuestionId.StartsWith(SumPrefix, StringComparison.Ordinal) ? QuestionId[SumPrefix.Length..] : null;
}
