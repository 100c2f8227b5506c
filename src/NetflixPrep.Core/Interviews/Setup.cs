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

    /// <summary>All questions of the round in order, the first one included; null when there is only one, asked in full.</summary>
    public Seq<PlannedQuestion>? Plan { get; init; }

    public Style Style { get; init; }

    /// <summary>Extra time in percent: 0, 25 or 50. <see cref="Minutes"/> is without it.</summary>
    public int ExtraPercent { get; init; }

    /// <summary>Set when the session is a round of a loop.</summary>
    public LoopPart? Loop { get; init; }

    /// <summary>Set when somebody's finished session is run again.</summary>
    public FirstRun? FirstRun { get; init; }

    /// <summary>The people who interview together; null when the bot does alone.</summary>
    public Panel? Panel { get; init; }

    /// <summary>The question was named by its id.</summary>
    public bool Named { get; init; }

    /// <summary>The topic that was asked for, or null.</summary>
    public string? Topic { get; init; }

    /// <summary>The difficulty that was asked for, or null.</summary>
    public string? Difficulty { get; init; }

    public int QuestionCount => Plan?.Count ?? 1;

    /// <summary>Whole minutes with the extra time.</summary>
    public int AllMinutes => (int)Math.Round(Minutes * ExtraFactor, MidpointRounding.AwayFromZero);

    public double ExtraFactor => 1 + (ExtraPercent / 100.0);

    /// <summary>The three-minute sample of a first start.</summary>
    public bool IsSample { get; init; }

    /// <summary>True when others can read along, so that nothing of earlier sessions may be shown.</summary>
    public bool OthersRead => Openness == Openness.Public;
}

/// <summary>How the interviewer sounds. It changes lead-ins and nudges, never which follow-up comes next.</summary>
public enum Style
{
    Neutral,
    Friendly,
    Sceptic,

    /// <summary>Says nothing that it need not say.</summary>
    Silent,
}

/// <summary>One question of a round.</summary>
/// <param name="Minutes">Whole minutes for answer and follow-ups, without extra time.</param>
/// <param name="Probes">Follow-ups at most.</param>
public sealed record PlannedQuestion(string ScriptHash, string QuestionId, int Minutes, int Probes);

/// <summary>Which round of which loop, counted from 1, and what the loop asks of the choice of its questions.</summary>
/// <param name="Wanted">Topics it still wants to touch.</param>
/// <param name="UsedUp">Topics it has had enough of.</param>
public sealed record LoopPart(StreamId Stream, int Number, int Of, Seq<string>? Wanted = null, Seq<string>? UsedUp = null);

/// <summary>The session that is run again, and when its steps were reached.</summary>
public sealed record FirstRun(StreamId Session, Seq<FirstStep> Steps);

/// <summary>A step of the ladder in the first run; the minute is null when it was not reached.</summary>
/// <param name="Question">Number of the question in the round, from 0.</param>
public sealed record FirstStep(int Question, string Label, int? Minute);

/// <summary>The root cause that a person chose in an earlier session.</summary>
public sealed record LastCause(string Id, string Label, StreamId Session);
