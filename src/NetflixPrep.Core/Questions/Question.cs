namespace NetflixPrep.Core.Questions;

public enum Difficulty
{
    Easy,
    Medium,
    Hard,
}

/// <summary>Draft and retired questions are not asked unless named; the sample is the three-minute first start.</summary>
public enum QuestionStatus
{
    Draft,
    Reviewed,
    Retired,
    Sample,
}

/// <summary>One question of the bank as its YAML file says it; prompts/README.md describes every field.</summary>
public sealed record Question
{
    /// <summary>round.slug, never reused.</summary>
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required QuestionStatus Status { get; init; }

    /// <summary>A few words for lists and autocomplete; at most 60 characters.</summary>
    public required string Title { get; init; }

    public required string Round { get; init; }

    public required Seq<string> Topics { get; init; }

    /// <summary>L4 to L7.</summary>
    public required Seq<string> Levels { get; init; }

    public required Difficulty Difficulty { get; init; }

    public required Minutes Minutes { get; init; }

    /// <summary>What the interviewer says; Markdown, at most 600 characters.</summary>
    public required string Prompt { get; init; }

    public string? Context { get; init; }

    public Seq<FactCard> Facts { get; init; } = [];

    public Seq<NumberSlot> Numbers { get; init; } = [];

    public required Seq<Signal> Signals { get; init; }

    public Seq<Pitfall> Pitfalls { get; init; } = [];

    public required Seq<FollowUp> FollowUps { get; init; }

    public Seq<Curveball> Curveballs { get; init; } = [];

    /// <summary>Set when the question is an incident whose symptoms appear by themselves.</summary>
    public Incident? Incident { get; init; }

    /// <summary>Three rungs from a nudge to nearly there.</summary>
    public required Seq<string> Hints { get; init; }

    /// <summary>4 to 8 lines of a strong answer, sealed until the answer is in.</summary>
    public required Seq<string> Outline { get; init; }

    public Seq<Anchor> Anchors { get; init; } = [];

    public Seq<Sample> Samples { get; init; } = [];

    public required Seq<Source> Sources { get; init; }

    public Seq<string> Disputed { get; init; } = [];
}

/// <summary>Minutes for the answer, for each follow-up, and how many follow-ups at most.</summary>
public sealed record Minutes(int Answer, int PerProbe, int MostProbes)
{
    public int Total => Answer + (PerProbe * MostProbes);

    /// <summary>The answer and one follow-up: what a question needs at least when several fill a round.</summary>
    public int Short => Answer + PerProbe;
}

/// <summary>A fact the candidate may ask for; hidden until asked.</summary>
public sealed record FactCard(string Id, string Say, Detector Ask, bool MustAsk);

/// <summary>A number with a unit that an answer should state. Range ends are inclusive, null is open.</summary>
public sealed record NumberSlot(string Id, string Label, Seq<string> Units, double? Min, double? Max)
{
    /// <summary>Words that stand near the number, so that the right one is read; empty for any.</summary>
    public Seq<string> Around { get; init; } = [];

    /// <summary>The sum it should agree with, in the words of <see cref="Formulas.Formula"/>, or null.</summary>
    public string? Check { get; init; }

    /// <summary>How far from the sum still agrees, in percent of it.</summary>
    public int Within { get; init; } = 10;
}

/// <summary>Something a strong answer mentions. Without a detector only people look for it.</summary>
public sealed record Signal
{
    public required string Id { get; init; }

    /// <summary>Plain words that finish "you mentioned …"; at most 40 characters.</summary>
    public required string Label { get; init; }

    /// <summary>False for a bonus.</summary>
    public required bool Must { get; init; }

    /// <summary>1 to 5.</summary>
    public required int Weight { get; init; }

    public Detector? Detect { get; init; }

    /// <summary>The skill for spaced repetition, shared between questions.</summary>
    public required string Skill { get; init; }

    /// <summary>A step of the round's ladder.</summary>
    public required string Step { get; init; }

    /// <summary>The root cause it points to when it is missing.</summary>
    public string? RootCause { get; init; }
}

/// <summary>Something that goes wrong in answers. Without a detector only people look for it.</summary>
public sealed record Pitfall(string Id, string Label, Detector? Detect, string RootCause);

public enum FollowUpKind
{
    /// <summary>Pokes the heaviest missing must-signal.</summary>
    Guided,

    /// <summary>Rewards a complete answer with a harder turn.</summary>
    Deep,

    /// <summary>Catches an answer that found nearly nothing.</summary>
    Foundation,

    /// <summary>Everybody gets it.</summary>
    Fixed,
}

/// <summary>A scripted follow-up. Seconds is its time limit.</summary>
public sealed record FollowUp
{
    public required string Id { get; init; }

    public required FollowUpKind Kind { get; init; }

    public required When When { get; init; }

    /// <summary>Higher goes first; ties go by file order.</summary>
    public required int Priority { get; init; }

    public required string Ask { get; init; }

    public string? Hint { get; init; }

    public Seq<string> ListensFor { get; init; } = [];

    public required int Seconds { get; init; }
}

/// <summary>When a follow-up fires: everything that is set must hold.</summary>
public sealed record When
{
    public bool Always { get; init; }

    /// <summary>Signals none of which was mentioned.</summary>
    public Seq<string> Missing { get; init; } = [];

    /// <summary>Signals all of which were mentioned.</summary>
    public Seq<string> Found { get; init; } = [];

    /// <summary>Every must-signal was mentioned.</summary>
    public bool AllFound { get; init; }

    /// <summary>At most this many signals were mentioned.</summary>
    public int? FoundAtMost { get; init; }

    /// <summary>Pitfalls all of which were seen.</summary>
    public Seq<string> Pitfall { get; init; } = [];

    /// <summary>Number slots all of which are empty.</summary>
    public Seq<string> NumberEmpty { get; init; } = [];

    /// <summary>Facts none of which was asked for.</summary>
    public Seq<string> FactNotAsked { get; init; } = [];

    /// <summary>More than this many minutes of the round are left.</summary>
    public int? TimeLeftOver { get; init; }

    /// <summary>Fewer than this many minutes of the round are left.</summary>
    public int? TimeLeftUnder { get; init; }

    /// <summary>A hint was used (true) or none was (false).</summary>
    public bool? HintUsed { get; init; }
}

/// <summary>News in the middle of the answer. The minute is of the full-length answer and scales with it.</summary>
public sealed record Curveball(string Id, int Minute, string Say, Seq<string> Touches);

/// <summary>An incident told drop by drop: symptoms come with the clock, evidence when it is asked for; it ends when the mitigation is done or the time is up.</summary>
public sealed record Incident(Seq<Symptom> Symptoms, Seq<Evidence> Evidence, Mitigation Mitigation);

/// <summary>Something that shows by itself at a minute of the full-length answer; it scales with it. The first stands at 0.</summary>
public sealed record Symptom(string Id, int Minute, string Say);

/// <summary>What one finds on looking somewhere. The detector reads the candidate's own message.</summary>
/// <param name="Label">A few words for the path in the debrief; at most 40 characters.</param>
public sealed record Evidence(string Id, string Label, Detector Ask, string Say, bool DeadEnd);

/// <summary>The action that ends the incident.</summary>
/// <param name="Needs">Evidence without which the debrief says that it was done before it was seen.</param>
public sealed record Mitigation(string Label, Detector Detect, string Say, Seq<string> Needs);

/// <summary>What a score looks like for this question. Short is at most 75 characters.</summary>
public sealed record Anchor(string Dimension, int Score, string Short, string Long);

public enum SampleKind
{
    Weak,
    Fair,
    Strong,
}

/// <summary>An example answer of 80 to 350 words with gold scores by dimension.</summary>
public sealed record Sample(SampleKind Kind, string Text, Seq<GoldScore> Gold);

/// <summary>The score that a sample deserves, agreed by hand: it trains reviewers.</summary>
public sealed record GoldScore(string Dimension, int Score);

/// <summary>Where the idea is from.</summary>
/// <param name="Date">Year or year-month.</param>
public sealed record Source(string Name, string Kind, string Date);
