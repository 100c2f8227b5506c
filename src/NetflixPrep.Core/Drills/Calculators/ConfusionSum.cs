namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>Precision and recall from the four counts of a confusion matrix.</summary>
internal static class ConfusionSum
{
    private const int All = 1_000;

    private static readonly Seq<(string Story, string Yes, string No)> Stories =
    [
        ("A model looks for streams that will stall.", "Stalled", "Did not stall"),
        ("A model looks for accounts that someone else has taken over.", "Taken over", "Not taken over"),
        ("A model looks for members who will leave this month.", "Left", "Stayed"),
        ("A model looks for titles with a subtitle fault.", "Fault", "No fault"),
    ];

    internal static Sum Make(SumKind kind, Draw draw)
    {
        while (true)
        {
            var (found, missed, extra) = (draw.Between(20, 90), draw.Between(5, 80), draw.Between(5, 120));
            var (precision, recall) = (Part(found, found + extra), Part(found, found + missed));
            if (Math.Abs(precision - recall) > 0.08 && precision is > 0.2 and < 0.9 && recall is > 0.2 and < 0.9) return For(kind, draw.Pick(Stories), found, missed, extra);
        }
    }

    internal static Sum For(SumKind kind, (string Story, string Yes, string No) of, int found, int missed, int extra)
    {
        var rest = All - found - missed - extra;
        var precision = Answer("precision", Part(found, found + extra), "precision", "prec", "ppv", "p");
        var recall = Answer("recall", Part(found, found + missed), "recall", "rec", "sensitivity", "tpr", "r");
        var accuracy = ("as accuracy, over all cases", Part(found + rest, All));
        return new()
        {
            Kind = kind,
            Prompt = InDigits.Lines(
                $"{of.Story} Of {InDigits.Whole(All)} cases:",
                $"- {of.Yes}, flagged: {found}",
                $"- {of.Yes}, not flagged: {missed}",
                $"- {of.No}, flagged: {extra}",
                $"- {of.No}, not flagged: {rest}",
                "",
                "What are precision and recall?"),
            Expected = [precision, recall],
            Working =
            [
                $"Precision, of what was flagged: {found} ÷ ({found} + {extra}) = {precision.Write(precision.Value)}.",
                $"Recall, of what there was: {found} ÷ ({found} + {missed}) = {recall.Write(recall.Value)}.",
            ],
            Slips =
            [
                .. SumSlip.Of(precision, ("with recall in its place", recall.Value), accuracy),
                .. SumSlip.Of(recall, ("with precision in its place", precision.Value), accuracy),
            ],
        };
    }

    private static SumAnswer Answer(string label, double value, params Seq<string> words) => new(label, value, "", 2) { Measure = Measure.Share, Decimals = 3, Words = words };

    private static double Part(int some, int all) => (double)some / all;
}
