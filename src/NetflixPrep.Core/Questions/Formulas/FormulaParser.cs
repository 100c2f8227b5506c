using System.Globalization;

namespace NetflixPrep.Core.Questions.Formulas;

/// <summary>Recursive descent, at most <see cref="Deepest"/> brackets deep: sum, product, power, atom.</summary>
internal sealed class FormulaParser(string text)
{
    private const int Deepest = 20;

    private static readonly Dictionary<string, (int Arguments, Func<double[], double> Of)> Functions = new()
    {
        ["sqrt"] = (1, values => Math.Sqrt(values[0])),
        ["ln"] = (1, values => Math.Log(values[0])),
        ["round"] = (1, values => Math.Round(values[0], MidpointRounding.AwayFromZero)),
        ["min"] = (2, values => Math.Min(values[0], values[1])),
        ["max"] = (2, values => Math.Max(values[0], values[1])),
        ["sample_size"] = (4, values => SampleSize.PerGroup(values[0], values[1], values[2], values[3])),
    };

    private readonly List<string> slots = [];
    private int at;
    private int depth;

    internal IReadOnlyList<string> Slots => slots;

    internal string? Complaint { get; private set; }

    internal Term? Read()
    {
        var term = Sum();
        Skip();
        if (term is not null && at < text.Length) Complain($"'{text[at..]}' is left over");
        return Complaint is null ? term : null;
    }

    private Term? Sum()
    {
        var left = Product();
        while (left is not null && Operator('+', '-') is { } sign)
        {
            if (Product() is not { } right) return null;
            left = sign == '+' ? Two(left, right, (a, b) => a + b) : Two(left, right, (a, b) => a - b);
        }
        return left;
    }

    private Term? Product()
    {
        var left = Power();
        while (left is not null && Operator('*', '/') is { } sign)
        {
            if (Power() is not { } right) return null;
            left = sign == '*' ? Two(left, right, (a, b) => a * b) : Two(left, right, (a, b) => a / b);
        }
        return left;
    }

    private Term? Power()
    {
        if (Atom() is not { } left) return null;
        if (Operator('^') is null) return left;
        return Nested(Power) is { } right ? Two(left, right, Math.Pow) : null;
    }

    private Term? Atom()
    {
        Skip();
        if (at >= text.Length) return Complain("it ends too early");
        if (text[at] == '(') return Bracket();
        if (text[at] == '-')
        {
            at++;
            return Nested(Power) is { } negated ? new Term.Call(values => -values[0], [negated]) : null;
        }
        if (char.IsAsciiDigit(text[at]) || text[at] == '.') return Number();
        return char.IsAsciiLetter(text[at]) ? Name() : Complain($"'{text[at]}' means nothing here");
    }

    private Term? Bracket()
    {
        at++;
        var inner = Nested(Sum);
        if (inner is null) return null;
        return Operator(')') is null ? Complain("a bracket is not closed") : inner;
    }

    private Term.Literal? Number()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var mark = at++;
            if (at < text.Length && text[at] is '-' or '+') at++;
            if (at < text.Length && char.IsAsciiDigit(text[at])) while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            else at = mark;
        }
        if (double.TryParse(text[start..at], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return new(number);
        Complain($"'{text[start..at]}' is no number");
        return null;
    }

    /// <summary>A function with its brackets, or the id of a slot; a hyphen inside an id is no minus.</summary>
    private Term? Name()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_' || IsHyphen())) at++;
        var name = text[start..at];
        if (Operator('(') is null)
        {
            slots.Add(name);
            return new Term.Slot(name);
        }
        if (!Functions.TryGetValue(name, out var function)) return Complain($"there is no function '{name}'; known are {string.Join(", ", Functions.Keys)}");
        var arguments = new List<Term>();
        do
        {
            if (Nested(Sum) is not { } argument) return null;
            arguments.Add(argument);
        }
        while (Operator(',') is not null);
        if (Operator(')') is null) return Complain("a bracket is not closed");
        return arguments.Count == function.Arguments ? new Term.Call(function.Of, [.. arguments]) : Complain($"{name} takes {function.Arguments} values, here are {arguments.Count}");
    }

    private bool IsHyphen() => text[at] == '-' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]) && text[at - 1] != ' ';

    private Term? Nested(Func<Term?> read)
    {
        if (++depth > Deepest) return Complain($"it is more than {Deepest} brackets deep");
        var term = read();
        depth--;
        return term;
    }

    private char? Operator(params ReadOnlySpan<char> signs)
    {
        Skip();
        return at < text.Length && signs.Contains(text[at]) ? text[at++] : null;
    }

    private void Skip()
    {
        while (at < text.Length && text[at] == ' ') at++;
    }

    private static Term.Call Two(Term left, Term right, Func<double, double, double> of) => new(values => of(values[0], values[1]), [left, right]);

    private Term? Complain(string what)
    {
        Complaint ??= what;
        return null;
    }
}
