namespace NetflixPrep.Core.Questions;

/// <summary>Everything in the folder of prompts as records, before anything is checked across files.</summary>
public sealed record BankContents
{
    public Seq<Question> Questions { get; init; } = [];

    public Seq<Ladder> Ladders { get; init; } = [];

    public Seq<Dimension> Rubric { get; init; } = [];

    public Seq<RootCause> RootCauses { get; init; } = [];

    public Seq<RoundPitfall> Pitfalls { get; init; } = [];

    public Seq<LoopPreset> Loops { get; init; } = [];

    public Seq<Topic> Topics { get; init; } = [];

    public Seq<Skill> Skills { get; init; } = [];

    /// <summary>The lexicon. Detectors hold its words already; it stands here to be linted and looked up.</summary>
    public Seq<Term> Terms { get; init; } = [];
}

/// <summary>A subject to choose questions by, of a closed list.</summary>
public sealed record Topic(string Id, string Label);

/// <summary>A thing to practise by spaced repetition, shared between questions, of a closed list.</summary>
public sealed record Skill(string Id, string Label);

/// <summary>Words that mean the same; a list of a detector takes them all as <c>&lt;id&gt;</c>.</summary>
/// <param name="Means">In a few plain words, at most 60 characters.</param>
public sealed record Term(string Id, string Means, Seq<string> Items);

/// <summary>Where something stands in a file; lines and columns count from 1.</summary>
public sealed record Mark(string File, int Line, int Column);

/// <summary>Where each node of <see cref="BankContents"/> stands, by its path, such as <c>questions[2].signals[0].detect.any[1]</c>.</summary>
public sealed class Marks(IReadOnlyDictionary<string, Mark> byPath)
{
    /// <summary>The mark of the node, or of the nearest node around it.</summary>
    public Mark At(string path)
    {
        while (!byPath.ContainsKey(path))
        {
            var cut = path.LastIndexOfAny(['.', '[']);
            if (cut < 0) return new("prompts", 1, 1);
            path = path[..cut];
        }
        return byPath[path];
    }
}

public enum Severity
{
    Error,
    Warning,
}

/// <summary>One thing to mend in the bank, and how.</summary>
public sealed record BankFinding(Severity Severity, Mark At, string Message, string Mend)
{
    public override string ToString() =>
        $"{At.File}:{At.Line}:{At.Column}: {(Severity == Severity.Error ? "error" : "warning")}: {Message} {Mend}";
}
