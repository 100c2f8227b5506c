namespace NetflixPrep.Core.Chat;

public enum ArgumentKind
{
    Text,
    Number,
    Round,
    Question,
    Level,
    Choice,
}

/// <summary>One option of a command. Numbers are held to <paramref name="Min"/> and <paramref name="Max"/>.</summary>
public sealed record ArgumentSpec(string Name, string Help, ArgumentKind Kind)
{
    public bool Required { get; init; }

    public Seq<Option> Choices { get; init; } = [];

    public int Min { get; init; }

    public int Max { get; init; } = int.MaxValue;

    /// <summary>Only for <see cref="ArgumentKind.Text"/>; characters.</summary>
    public int MaxLength { get; init; } = 100;
}

/// <summary>One slash command.</summary>
/// <param name="Verb">Words in lower case, such as <c>mock start</c>.</param>
public sealed record CommandSpec(string Verb, string Help, Seq<ArgumentSpec> Arguments)
{
    /// <summary>It answers with a form, so it is never deferred.</summary>
    public bool OpensForm { get; init; }

    /// <summary>Its first answer is for the person alone.</summary>
    public bool AnswersPrivately { get; init; }

    /// <summary>It changes nothing: answered by <c>ILookups</c>, never journalled.</summary>
    public bool ReadsOnly { get; init; }
}
