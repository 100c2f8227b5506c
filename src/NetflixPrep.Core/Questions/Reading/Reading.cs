namespace NetflixPrep.Core.Questions.Reading;

/// <summary>One message of an answer. Minute counts from the start of the interview clock.</summary>
/// <param name="IsCode">True for a text that is code as a whole (a file such as .py): kept, never read as prose.</param>
public sealed record Said(string MessageId, string Text, int Minute, bool IsCode = false);

/// <summary>The words that caused a remark, where they stand and when they were written.</summary>
/// <param name="Message">Index into the messages that were read.</param>
/// <param name="Start">First character in that message's own text.</param>
/// <param name="Words">Those characters, to the letter.</param>
/// <param name="Quote">The sentence or line around them, cut to at most 90 characters.</param>
public sealed record Hit(int Message, int Start, int Length, string Words, string Quote, int Minute);

/// <summary>What was seen of one signal, pitfall or number slot.</summary>
/// <param name="Hits">In reading order; empty when it was not mentioned.</param>
/// <param name="Negated">Hits that stand behind a negation: "mentioned, negated".</param>
public sealed record Finding(string Id, Seq<Hit> Hits, Seq<Hit> Negated)
{
    public bool Mentioned => Hits.Count > 0;
}

/// <summary>A number that fills a slot, in the slot's first unit where units can be converted.</summary>
public sealed record NumberFound(string Slot, double Value, string Unit, Hit Hit, bool InRange);

/// <summary>A stated number beside the sum that the question names for it.</summary>
/// <param name="Expected">What the sum comes to with the person's own figures.</param>
/// <param name="Agrees">Within the slot's percentage, or on the side it should be.</param>
public sealed record SumChecked(string Slot, double Stated, Formulas.Relation Relation, double Expected, bool Agrees, Hit Hit);

/// <summary>Coverage of one answer: what was mentioned where. It says nothing about quality.</summary>
public sealed record Reading
{
    /// <summary>One per signal with a detector, in the question's order.</summary>
    public required Seq<Finding> Signals { get; init; }

    /// <summary>One per pitfall with a detector.</summary>
    public required Seq<Finding> Pitfalls { get; init; }

    public required Seq<NumberFound> Numbers { get; init; }

    /// <summary>Only for slots whose sum has all its figures.</summary>
    public Seq<SumChecked> Sums { get; init; } = [];

    public required int Words { get; init; }

    public bool Mentions(string signal) => Signals.Any(finding => finding.Id == signal && finding.Mentioned);

    public bool Shows(string pitfall) => Pitfalls.Any(finding => finding.Id == pitfall && finding.Mentioned);
}
