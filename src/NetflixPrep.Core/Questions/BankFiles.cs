namespace NetflixPrep.Core.Questions;

/// <summary>The steps of a good answer for some rounds, in order.</summary>
public sealed record Ladder(string Id, Seq<string> Rounds, Seq<LadderStep> Steps);

/// <summary>One step; the label is at most 20 characters.</summary>
public sealed record LadderStep(string Id, string Label);

/// <summary>One dimension of the peer rubric with its anchors in words for 1, 3 and 5; 2 and 4 lie between.</summary>
/// <param name="Rounds">Per-round wording of what to look at: round id to sentence.</param>
public sealed record Dimension(string Id, string Label, string Why, Seq<Anchor> Anchors, Seq<RoundWording> Rounds);

/// <summary>What a dimension looks at in one round.</summary>
public sealed record RoundWording(string Round, string Text);

/// <summary>One cause of a weaker answer, of a closed list, with the fix to try next time.</summary>
/// <param name="Label">At most 30 characters: it stands on a button.</param>
/// <param name="Skills">The check that says it came back: none of these skills was mentioned.</param>
/// <param name="Behaviour">Or a behaviour that says so; none when skills do.</param>
public sealed record RootCause(string Id, string Label, string Fix, Seq<string> Skills, Behaviour Behaviour);

/// <summary>A thing the clock or the controls can show, without reading a word.</summary>
public enum Behaviour
{
    None,
    RanOutOfTime,
    LongSilence,
    Monologue,
    ManyHints,
    AskedNothing,
    NoNumber,
}

/// <summary>A pitfall that holds for every question of the rounds.</summary>
public sealed record RoundPitfall(Seq<string> Rounds, Pitfall Pitfall);

/// <summary>A loop preset: ordered rounds with minutes, and whose figure that is.</summary>
/// <param name="Covers">Topics that the questions of the loop should touch.</param>
/// <param name="MostPerTopic">No topic comes up in more rounds than this while there is another question.</param>
public sealed record LoopPreset(string Id, string Label, string Source, Seq<LoopRound> Rounds, Seq<string> Covers, int MostPerTopic);

/// <param name="MinutesFrom">The source that gives the minutes, or "ours".</param>
public sealed record LoopRound(string Round, int Minutes, string MinutesFrom);

/// <summary>A round: a folder of the bank.</summary>
public sealed record Round(string Id, string Label, int Minutes);
