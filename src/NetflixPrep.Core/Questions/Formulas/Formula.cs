namespace NetflixPrep.Core.Questions.Formulas;

/// <summary>
/// The sum behind a number slot, as a bank file writes it: numbers, ids of other slots, + - * / ^, brackets and a few functions.
/// It may begin with &lt; or &gt;. Reading never throws; reckoning is plain double arithmetic.
/// </summary>
public sealed class Formula
{
    private readonly Term root;

    private Formula(string text, Relation relation, Term root, Seq<string> slots)
    {
        (Text, Relation, this.root, Slots) = (text, relation, root, slots);
    }

    /// <summary>As written, without the relation.</summary>
    public string Text { get; }

    public Relation Relation { get; }

    /// <summary>The slots whose stated values it needs.</summary>
    public Seq<string> Slots { get; }

    /// <summary>The formula, or one sentence that says what cannot be read.</summary>
    public static (Formula? Formula, string? Complaint) Read(string text)
    {
        var trimmed = text.Trim();
        var relation = trimmed.StartsWith('<') ? Relation.Below : trimmed.StartsWith('>') ? Relation.Above : Relation.Equal;
        var body = relation == Relation.Equal ? trimmed : trimmed[1..].Trim();
        var parser = new FormulaParser(body);
        return parser.Read() is { } root
            ? (new(body, relation, root, [.. parser.Slots.Distinct()]), null)
            : (null, parser.Complaint);
    }

    /// <summary>What it comes to with these values; null when one is missing or the result is no finite number.</summary>
    public double? Reckon(IReadOnlyDictionary<string, double> values) =>
        Slots.All(values.ContainsKey) && root.Value(values) is var result && double.IsFinite(result) ? result : null;
}

/// <summary>How the stated number stands to the formula.</summary>
public enum Relation
{
    Equal,
    Below,
    Above,
}

/// <summary>One node of a formula.</summary>
internal abstract record Term
{
    private Term() { }

    internal abstract double Value(IReadOnlyDictionary<string, double> values);

    internal sealed record Literal(double Number) : Term
    {
        internal override double Value(IReadOnlyDictionary<string, double> values) => Number;
    }

    internal sealed record Slot(string Id) : Term
    {
        internal override double Value(IReadOnlyDictionary<string, double> values) => values[Id];
    }

    internal sealed record Call(Func<double[], double> Function, Seq<Term> Arguments) : Term
    {
        internal override double Value(IReadOnlyDictionary<string, double> values) => Function([.. Arguments.Select(argument => argument.Value(values))]);
    }
}
