using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>What is said about a stated figure: the two numbers side by side, never a verdict.</summary>
public static class SumWording
{
    public static Prose Question(Sum sum) => Prose.Paragraphs(Prose.Of($"**{Prose.Markdown(sum.Kind.Title)}**, about {sum.Kind.Minutes} min."), Prose.Markdown(sum.Prompt));

    /// <summary>After a first try that is not within the tolerance: what lies apart, without what the sum comes to.</summary>
    public static Prose OnceMore(SumCheck check) => Prose.Lines(check.Answers.Select(answer => Apart(answer, check)).Append(Prose.Of($"Have another go; the working comes after that.")));

    /// <summary>When the tries are over: what was stated beside what the sum comes to.</summary>
    public static Prose Settled(SumCheck check) => Prose.Lines(check.Answers.SelectMany(answer => Beside(answer, check)));

    /// <summary>The working, line by line.</summary>
    public static Prose Working(Sum sum) => Prose.Lines(sum.Working.Select(line => Prose.Markdown($"- {line}")));

    private static Prose Apart(SumRead read, SumCheck check) => read switch
    {
        { Hit: null } => NotFound(read, check),
        { Within: true } => Prose.Of($"{Said(read, check)}; the sum comes to {Value(read.Expected, read.Expected.Value)}."),
        { Slip: { } slip } => Prose.Of($"{Said(read, check)}. That is what it comes to {Prose.Markdown(slip.How)}."),
        _ => Prose.Of($"{Said(read, check)}; the sum comes to something else."),
    };

    private static IEnumerable<Prose> Beside(SumRead read, SumCheck check)
    {
        if (read.Hit is null)
        {
            yield return Prose.Of($"{Prose.Markdown(Capital(read.Expected.Label))}: I found no figure in that; the sum comes to {Value(read.Expected, read.Expected.Value)}.");
            yield break;
        }
        yield return Prose.Of($"{Said(read, check)}; the sum comes to {Value(read.Expected, read.Expected.Value)}.");
        if (read.Slip is { } slip) yield return Prose.Of($"{Prose.Markdown(read.Expected.Write(slip.Value))} is what it comes to {Prose.Markdown(slip.How)}.");
    }

    private static Prose NotFound(SumRead read, SumCheck check) =>
        Prose.Of($"I found no figure for \"{Prose.Markdown(read.Expected.Label)}\" in that. Write it as a number, such as {Prose.Markdown(Example(read.Expected, check))}.");

    /// <summary>An example that gives nothing away.</summary>
    private static string Example(SumAnswer answer, SumCheck check)
    {
        var number = answer.Measure switch
        {
            Measure.Count => "12,300",
            Measure.Share => "0.42",
            Measure.Points => "0.8",
            _ => "31.5",
        };
        return check.Answers.Count > 1 ? $"\"{answer.Words[0]} {number}\"" : $"\"{number}\"";
    }

    /// <summary>The person's own way of writing the number; with its label where several were asked for.</summary>
    private static Prose Said(SumRead read, SumCheck check) => check.Answers.Count > 1
        ? Prose.Of($"{Prose.Markdown(Capital(read.Expected.Label))}: you said {read.Hit!.Words}")
        : Prose.Of($"You said {read.Hit!.Words}");

    private static Prose Value(SumAnswer answer, double value) => Prose.Markdown($"{answer.Write(value)} {answer.Unit}".TrimEnd());

    private static string Capital(string label) => char.ToUpperInvariant(label[0]) + label[1..];
}
