namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>Small sums as drills: the same kind and seed give the same sum everywhere.</summary>
public static class Sums
{
    private const string Experimentation = "experimentation";
    private const string Fundamentals = "fundamentals";
    private const string BootstrapSkill = "sum-bootstrap";

    public static Seq<SumKind> Kinds { get; } =
    [
        new("sample-size", "Size an A/B test", Experimentation, "sample-size", 4),
        new("mde", "The smallest effect a test can see", Experimentation, "sample-size", 5),
        new("ndcg-at-k", "NDCG at k", Fundamentals, "ranking-metrics", 6),
        new("precision-recall", "Precision and recall", Fundamentals, "precision-recall", 3),
        new("calibration-error", "Expected calibration error", Fundamentals, "calibrate", 5),
        new("psi", "Population stability index", Fundamentals, "monitor-and-drift", 6),
        new("bootstrap-interval", "A bootstrap interval", Experimentation, BootstrapSkill, 3),
    ];

    /// <summary>Skills that no question of the bank has, with their labels.</summary>
    public static Seq<(string Id, string Label)> OwnSkills { get; } = [(BootstrapSkill, "reading a bootstrap interval")];

    public static SumKind? Find(string kind) => Kinds.FirstOrDefault(each => each.Id == kind);

    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public static Sum Make(string kind, ulong seed)
    {
        var found = Find(kind) ?? throw new KeyNotFoundException($"There is no sum '{kind}'.");
        var draw = new Draw(Chance.From($"{kind} {seed}"));
        return kind switch
        {
            "sample-size" => SampleSizeSum.Make(found, draw),
            "mde" => EffectSum.Make(found, draw),
            "ndcg-at-k" => RankingSum.Make(found, draw),
            "precision-recall" => ConfusionSum.Make(found, draw),
            "calibration-error" => CalibrationSum.Make(found, draw),
            "psi" => StabilitySum.Make(found, draw),
            _ => BootstrapSum.Make(found, draw),
        };
    }
}
