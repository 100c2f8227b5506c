namespace NetflixPrep.Core.Questions;

/// <summary>
/// Everything one question needs to be asked and read again, also when the bank has moved on:
/// stored once under its hash, and named by that hash in the session's first event.
/// </summary>
public sealed record InterviewScript
{
    public required Question Question { get; init; }

    public required Round Round { get; init; }

    public required Ladder Ladder { get; init; }

    public required Seq<Dimension> Rubric { get; init; }

    /// <summary>All root causes that this question can point to, in the order of the file.</summary>
    public required Seq<RootCause> RootCauses { get; init; }

    /// <summary>The question's own pitfalls and those of its round.</summary>
    public required Seq<Pitfall> Pitfalls { get; init; }
}
