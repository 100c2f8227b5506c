using System.Globalization;

namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>A kind of small sum.</summary>
/// <param name="Id">Never changed: stored.</param>
/// <param name="Area">Id of <see cref="Questions.Areas"/>.</param>
/// <param name="Skill">What comes back by spaced repetition: a skill of the bank, or one of <see cref="Sums.OwnSkills"/>.</param>
public sealed record SumKind(string Id, string Title, string Area, string Skill, int Minutes);

/// <summary>One small sum to be done on paper or with a calculator, with its working for afterwards.</summary>
public sealed record Sum
{
    public required SumKind Kind { get; init; }

    /// <summary>Markdown with every figure that is needed; at most 1,200 characters, one line an item.</summary>
    public required string Prompt { get; init; }

    public required Seq<SumAnswer> Expected { get; init; }

    /// <summary>Line by line, with the numbers put in; Markdown.</summary>
    public required Seq<string> Working { get; init; }

    /// <summary>Usual slips, each further from its answer than the tolerance.</summary>
    public required Seq<SumSlip> Slips { get; init; }
}

/// <summary>What kind of figure is asked for: it decides which numbers of a message may be meant.</summary>
public enum Measure
{
    /// <summary>One or more of something.</summary>
    Count,

    /// <summary>A number that is usually between 0 and 1; 82 % is 0.82.</summary>
    Share,

    /// <summary>Percentage points; 0.0092 is 0.92.</summary>
    Points,

    /// <summary>Any number, never a percentage.</summary>
    Number,
}

/// <summary>A figure that is asked for.</summary>
/// <param name="Label">Plain words, in lower case where they are no name.</param>
/// <param name="Unit">Said after the number; may be empty.</param>
/// <param name="Tolerance">How far a stated figure may lie apart, in percent of the value.</param>
public sealed record SumAnswer(string Label, double Value, string Unit, double Tolerance)
{
    public required Measure Measure { get; init; }

    /// <summary>Decimals when it is written.</summary>
    public required int Decimals { get; init; }

    /// <summary>Single words in lower case that mark a number as this one.</summary>
    public required Seq<string> Words { get; init; }

    /// <summary>Whether a figure lies within the tolerance of another.</summary>
    internal bool IsNear(double stated, double value) => Math.Abs(stated - value) <= (Math.Abs(value) * Tolerance / 100) + 1e-12;

    /// <summary>A value as people read it, without the unit.</summary>
    public string Write(double value) => value.ToString(Decimals == 0 ? "#,0" : "#,0." + new string('#', Decimals), CultureInfo.InvariantCulture);
}

/// <summary>What an answer comes to by a usual slip.</summary>
/// <param name="Answer">The label of the answer.</param>
/// <param name="How">Plain words that follow "what it comes to".</param>
public sealed record SumSlip(string Answer, string How, double Value)
{
    /// <summary>The slips whose values can be told from the answer and from each other, in the order given.</summary>
    internal static IEnumerable<SumSlip> Of(SumAnswer answer, params IEnumerable<(string How, double Value)> slips)
    {
        var taken = new List<double> { answer.Value };
        foreach (var (how, value) in slips)
        {
            // Twice the tolerance, so that no stated figure lies within it of both.
            if (!double.IsFinite(value) || value <= 0 || taken.Any(other => Math.Abs(other - value) <= Math.Max(other, value) * answer.Tolerance * 2.5 / 100)) continue;
            taken.Add(value);
            yield return new(answer.Label, how, value);
        }
    }
}
