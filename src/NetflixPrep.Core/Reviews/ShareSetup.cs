using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Reviews;

/// <summary>Something that was said in an answer, as it stood when it was shared.</summary>
/// <param name="Minute">Of the interview clock, the first being 1.</param>
/// <param name="FollowUp">Number of the follow-up it answers, from 1; 0 for the answer itself, <see cref="Sheet.ClosingPart"/> for the questions for us.</param>
public sealed record SharedLine(int Minute, int FollowUp, string Text, bool IsCode);

/// <summary>One question of what was shared, with what was said to it.</summary>
/// <param name="Asked">The follow-ups that were asked, in order, as they were worded.</param>
public sealed record SharedAnswer(string QuestionId, string ScriptHash, string Title, string Prompt, Seq<string> Asked, Seq<SharedLine> Lines)
{
    /// <summary>What the detectors read of it.</summary>
    /// <param name="parts">Only what was chosen to be shared.</param>
    public Seq<Said> Read(ShareParts parts) =>
        [.. Lines.Where(line => line.FollowUp == 0 || (parts != ShareParts.Answer && line.FollowUp != Sheet.ClosingPart)).Select((line, at) => new Said($"{at}", line.Text, line.Minute, line.IsCode))];
}

/// <summary>Which parts of a session others may see.</summary>
public enum ShareParts
{
    /// <summary>The answer and the follow-ups.</summary>
    Everything,

    /// <summary>The answer without the follow-ups.</summary>
    Answer,

    /// <summary>The answer, the follow-ups, and the one thing for next time that was chosen.</summary>
    WithCause,
}

/// <summary>An answer as it can be shared: a copy, so that what reviewers quote stays where it is.</summary>
public sealed record ShareSetup
{
    public required StreamId Stream { get; init; }

    /// <summary>The session or drill.</summary>
    public required StreamId Source { get; init; }

    public required PersonId Candidate { get; init; }

    /// <summary>Where sharing was asked for.</summary>
    public required PlaceId AskedIn { get; init; }

    public required string RoundId { get; init; }

    public required string RoundLabel { get; init; }

    /// <summary>Whole minutes.</summary>
    public required int MinutesUsed { get; init; }

    /// <summary>Whole minutes; null for a drill, which has no clock.</summary>
    public int? MinutesAsked { get; init; }

    /// <summary>One a question.</summary>
    public required Seq<SharedAnswer> Answers { get; init; }

    /// <summary>Own scores of the session; empty when they were left out or there are none yet.</summary>
    public required Seq<SelfScore> Self { get; init; }

    /// <summary>The root cause that was chosen, or null.</summary>
    public string? Cause { get; init; }

    /// <summary>What the person saw as its name.</summary>
    public string? CauseLabel { get; init; }

    /// <summary>The channels to choose from, the likeliest first; at least one.</summary>
    public required Seq<PlaceId> Channels { get; init; }

    /// <summary>Of the group, as far as it has one.</summary>
    public PlaceId? ReviewChannel { get; init; }

    /// <summary>Of the group, as far as it has one.</summary>
    public PlaceId? PracticeChannel { get; init; }

    /// <summary>So many reviews open it.</summary>
    public required int Needed { get; init; }

    /// <summary>After so many days it opens with what there is.</summary>
    public required int Days { get; init; }

    /// <summary>The group's zone.</summary>
    public required string Zone { get; init; }

    public QuietHours? Quiet { get; init; }

    /// <summary>Ids, labels and why, so that results can be added up without the script; anchors are empty.</summary>
    public required Seq<Dimension> Rubric { get; init; }

    public string Title => Answers[0].Title;

    /// <summary>What the candidate is called when they share under another name: the same for this share, and no hint to who it is.</summary>
    public string Alias => Names[new Chance(Chance.From(Stream.ToString()).Seed).Below(Names.Length)];

    private static readonly string[] Names =
    [
        "Guest Alder", "Guest Aspen", "Guest Birch", "Guest Cedar", "Guest Cherry", "Guest Elm", "Guest Hazel", "Guest Juniper", "Guest Larch", "Guest Linden",
        "Guest Maple", "Guest Oak", "Guest Olive", "Guest Pine", "Guest Rowan", "Guest Spruce", "Guest Walnut", "Guest Willow",
    ];
}
