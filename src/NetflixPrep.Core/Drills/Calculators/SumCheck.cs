using NetflixPrep.Core.Drills.Memory;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>What somebody stated for one figure that was asked for.</summary>
/// <param name="Stated">As the answer counts it, so 82 % as 0.82; null when nothing was stated.</param>
/// <param name="Hit">The number as it was typed and the words around it.</param>
/// <param name="Within">Whether it lies within the tolerance.</param>
/// <param name="Slip">The usual slip that comes to the stated value.</param>
public sealed record SumRead(SumAnswer Expected, double? Stated, Hit? Hit, bool Within, SumSlip? Slip);

/// <summary>A message read beside a sum: what was stated and how far it lies apart. Code is read as well, quoted lines are not.</summary>
/// <param name="Answers">One a figure that was asked for, in that order.</param>
public sealed record SumCheck(Seq<SumRead> Answers)
{
    public bool AllWithin => Answers.All(answer => answer.Within);

    /// <summary>Every figure that was asked for is stated.</summary>
    public bool IsWhole => Answers.All(answer => answer.Stated is not null);

    /// <summary>With what was stated before where this states nothing.</summary>
    internal SumCheck FilledFrom(SumCheck before) => new([.. Answers.Select((answer, at) => answer.Stated is null ? before.Answers[at] : answer)]);

    /// <summary>
    /// Of several numbers that may be meant, the last one with the answer's word beside it counts, else the last one.
    /// Numbers without a word fill the answers in the order they were asked for.
    /// </summary>
    public static SumCheck Read(Sum sum, string text)
    {
        var english = Figures.InEnglish(text, groups: sum.Expected.Any(answer => answer.Measure == Measure.Count), decimalComma: sum.Expected.Count == 1);
        var tokens = Tokens.WithCode(text, english);
        var figures = Figures.In(tokens);
        var owners = new Owners(tokens, sum.Expected);
        var bare = !figures.Exists(figure => figure is { IsPercent: true } or { Value: <= 1 });
        var carried = figures.Select(figure => (Figure: figure, owners.Of(figure).Answer, owners.Of(figure).How)).ToList();
        var chosen = new Figure?[sum.Expected.Count];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = Likely(carried.Where(each => each.Answer == i && each.How == Carries.Closely).Select(each => each.Figure), sum.Expected[i], bare)
                ?? Likely(carried.Where(each => each.Answer == i).Select(each => each.Figure), sum.Expected[i], bare);
        }
        int[] open = [.. Enumerable.Range(0, chosen.Length).Where(i => chosen[i] is null)];
        if (open.Length > 0)
        {
            List<Figure> loose = [.. carried.Where(each => each.Answer < 0 && Ways(each.Figure, sum.Expected[open[0]], bare).Count > 0).Select(each => each.Figure)];
            var from = Math.Max(0, loose.Count - open.Length);
            for (var i = 0; i < open.Length && from + i < loose.Count; i++) chosen[open[i]] = loose[from + i];
        }
        return new([.. sum.Expected.Select((answer, i) => chosen[i] is { } figure ? Beside(sum, answer, figure, Ways(figure, answer, bare), tokens) : new(answer, null, null, Within: false, null))]);
    }

    /// <summary>Good when the first try was within the tolerance, Hard when the second was, else Again.</summary>
    public static Grade GradeOf(Seq<SumCheck> tries) =>
        tries is [{ AllWithin: true }, ..] ? Grade.Good : tries is [_, { AllWithin: true }, ..] ? Grade.Hard : Grade.Again;

    private static Figure? Likely(IEnumerable<Figure> own, SumAnswer answer, bool bare)
    {
        Figure? last = null;
        foreach (var figure in own)
        {
            if (Ways(figure, answer, bare).Count > 0) last = figure;
        }
        return last;
    }

    private static SumRead Beside(Sum sum, SumAnswer answer, Figure figure, List<double> ways, Tokens tokens)
    {
        var (start, end) = (tokens[figure.ShownFirst].Start, tokens[figure.ShownLast].End);
        var hit = new Hit(0, start, end - start, tokens.Text[start..end], Quoting.Around(tokens, figure.ShownFirst, figure.ShownLast), 0);
        foreach (var value in ways)
        {
            if (answer.IsNear(value, answer.Value)) return new(answer, value, hit, Within: true, null);
        }
        foreach (var value in ways)
        {
            var slip = sum.Slips.Where(each => each.Answer == answer.Label && answer.IsNear(value, each.Value)).MinBy(each => Math.Abs(each.Value - value));
            if (slip is not null) return new(answer, value, hit, Within: false, slip);
        }
        return new(answer, ways[0], hit, Within: false, null);
    }

    /// <summary>The values that a figure may stand for, the likeliest first; empty when it can hardly be meant.</summary>
    /// <param name="bare">Nothing in the message looks like a share, so 82 may be 82 %.</param>
    private static List<double> Ways(Figure figure, SumAnswer answer, bool bare) => (answer.Measure, figure) switch
    {
        (_, { Value: double.PositiveInfinity }) => [],
        (Measure.Count, { IsPercent: false, Value: >= 1, MayBeThousands: true }) => [figure.Value, figure.Value * 1000],
        (Measure.Count, { IsPercent: false, Value: >= 1 }) => [figure.Value],
        (Measure.Share, { IsPercent: true }) => [figure.Value / 100],
        (Measure.Share, { Value: <= 1 }) => [figure.Value],
        (Measure.Share, { Value: <= 100 }) when bare => [figure.Value, figure.Value / 100],
        (Measure.Points, { IsPercent: false, Value: < 0.1 }) => [figure.Value * 100, figure.Value],
        (Measure.Points, { Value: <= 100 }) => [figure.Value],
        (Measure.Number, { IsPercent: false }) => [figure.Value],
        _ => [],
    };
}
