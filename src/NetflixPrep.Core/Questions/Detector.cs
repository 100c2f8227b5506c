namespace NetflixPrep.Core.Questions;

/// <summary>
/// The closed grammar that looks for something in an answer. It fires when any line that is set fires,
/// unless <see cref="Not"/> stands in the same sentence. An item is a word or a phrase; '*' at its end matches any ending,
/// and <see cref="AnyNumber"/> stands for a number. British and American spelling and a plain plural are the same.
/// </summary>
public sealed record Detector
{
    /// <summary>The item that any number in digits is a hit of.</summary>
    public const string AnyNumber = "<number>";

    /// <summary>One hit of these is enough.</summary>
    public Seq<string> Any { get; init; } = [];

    /// <summary>One hit from each list.</summary>
    public Seq<Seq<string>> All { get; init; } = [];

    /// <summary>Hits from two lists close together.</summary>
    public Seq<Near> Near { get; init; } = [];

    /// <summary>At least so many different items.</summary>
    public AtLeast? Count { get; init; }

    /// <summary>A number with one of the units.</summary>
    public NumberRule? Number { get; init; }

    /// <summary>One signal is mentioned before another.</summary>
    public First? First { get; init; }

    /// <summary>Reads sentences that end in a question mark too. Else they do not count: who asks for a baseline has not named one.</summary>
    public bool Asking { get; init; }

    /// <summary>Vetoes a hit in the same sentence.</summary>
    public Seq<string> Not { get; init; } = [];
}

/// <summary>A hit of each list in one sentence, with at most <paramref name="Within"/> words between them.</summary>
public sealed record Near(Seq<string> Left, Seq<string> Right, int Within)
{
    /// <summary>A third list, of which one stands as close to the left or the right hit; empty for none.</summary>
    public Seq<string> Also { get; init; } = [];

    /// <summary>Vetoes this rule, not the whole detector, in the same sentence.</summary>
    public Seq<string> Not { get; init; } = [];
}

/// <summary>At least so many different items of a list.</summary>
public sealed record AtLeast(Seq<string> Items, int Least);

/// <summary>Range ends are inclusive, null is open. Around: words of which one stands within eight words, empty for any.</summary>
public sealed record NumberRule(Seq<string> Units, double? Min, double? Max, Seq<string> Around);

/// <summary>Signal <paramref name="Earlier"/> is first mentioned before signal <paramref name="Later"/>, or the later one not at all.</summary>
public sealed record First(string Earlier, string Later);
