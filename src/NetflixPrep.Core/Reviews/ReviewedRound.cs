using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews;

/// <summary>A reviewer's answer to: would you move this candidate on?</summary>
public enum MoveOn
{
    StrongNo,
    No,
    Yes,
    StrongYes,
}

/// <summary>A score of 1 to 5 on a dimension of the rubric.</summary>
/// <param name="Quote">Words of the answer that it rests on; null for a 3 that names none.</param>
public sealed record PeerScore(string Dimension, int Score, string? Quote);

/// <summary>A review that counts: given, and neither withdrawn nor hidden.</summary>
public sealed record PeerReview
{
    public required PersonId Reviewer { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>One a dimension, in the order of the rubric.</summary>
    public required Seq<PeerScore> Scores { get; init; }

    /// <summary>What was strong, in the reviewer's words.</summary>
    public required string Strength { get; init; }

    /// <summary>What to change next time, in the reviewer's words.</summary>
    public required string Change { get; init; }

    public required MoveOn MoveOn { get; init; }

    /// <summary>The root cause that the reviewer named, an id of the closed list; null when none was.</summary>
    public string? Cause { get; init; }

    /// <summary>The reviewer had a licence when the review was given.</summary>
    public bool Licensed { get; init; }
}

/// <summary>An answer whose reviews are open: what peers said of one round or drill.</summary>
public sealed record ReviewedRound
{
    /// <summary>The stream of the share, <c>review/…</c>.</summary>
    public required StreamId Review { get; init; }

    /// <summary>The session or drill that was shared.</summary>
    public required StreamId Source { get; init; }

    public required PersonId Candidate { get; init; }

    /// <summary>Set when the candidate shared it under another name.</summary>
    public string? Alias { get; init; }

    public required string RoundId { get; init; }

    public required string RoundLabel { get; init; }

    /// <summary>Of its question, or of the first one.</summary>
    public required string Title { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required Seq<Dimension> Rubric { get; init; }

    /// <summary>What the candidate gave themselves before peers did; empty when they left it out.</summary>
    public required Seq<SelfScore> Self { get; init; }

    public required Seq<PeerReview> Reviews { get; init; }

    /// <summary>The label of the root cause that the candidate chose, or null.</summary>
    public string? ChosenCause { get; init; }
}
