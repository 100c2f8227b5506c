using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Plans;

/// <summary>A day of a rhythm: the areas to choose from (empty: any), and why.</summary>
internal sealed record RhythmDay(Seq<string> Areas, DayKind Kind, string Why);

/// <summary>How minutes are split over areas, and which area's turn it is.</summary>
internal sealed record PlanScheme(IReadOnlyDictionary<string, int> Shares, Seq<RhythmDay> Rhythm, Seq<RhythmDay> Final)
{
    public const string Coding = "coding";
    public const string Design = "design";
    public const string Fundamentals = "fundamentals";
    public const string Behaviour = "behaviour";
    public const string Experimentation = "experimentation";

    private static readonly RhythmDay FullMock = new([], DayKind.FullMock, "day 5 of the weekly rhythm: a full mock, written feedback, one mistake to fix next time (S2)");

    private static readonly Seq<RhythmDay> FinalWeek =
    [
        new([Behaviour], DayKind.FinalWeek, "last week: your 6 to 8 stories (S1)"),
        new([Design], DayKind.FinalWeek, "last week: 3 to 4 design prompts aloud (S1)"),
        new([Coding], DayKind.FinalWeek, "last week: Python under time (S1)"),
        new([Fundamentals, Experimentation], DayKind.FinalWeek, "last week: calibration, ranking, leakage, drift, experiment design (S1)"),
        new([Design], DayKind.FinalWeek, "last week: 3 to 4 design prompts aloud (S1)"),
    ];

    private static readonly PlanScheme Full = new(
        Questions.Areas.All.ToDictionary(area => area.Id, area => area.Share),
        [
            new([Coding], DayKind.Practice, "day 1 of the weekly rhythm: coding and review (S2)"),
            new([Fundamentals], DayKind.Practice, "day 2 of the weekly rhythm: fundamentals and metrics (S2)"),
            new([Design], DayKind.Practice, "day 3 of the weekly rhythm: one system design (S2)"),
            new([Experimentation, Behaviour], DayKind.Practice, "day 4 of the weekly rhythm: experimentation or a story (S2)"),
            FullMock,
        ],
        FinalWeek);

    private static readonly PlanScheme Shorter = new(
        new Dictionary<string, int> { [Coding] = 20, [Design] = 30, [Fundamentals] = 20, [Behaviour] = 15, [Experimentation] = 15 },
        [
            new([Design], DayKind.Practice, "under six weeks, system design comes first (S2)"),
            new([Experimentation], DayKind.Practice, "under six weeks, experimentation comes first too (S2)"),
            new([Coding], DayKind.Practice, "coding and review; rare puzzles are dropped (S2)"),
            new([Fundamentals], DayKind.Practice, "fundamentals and metrics (S2)"),
            FullMock,
        ],
        FinalWeek);

    private static readonly PlanScheme OnlyDays = new(
        new Dictionary<string, int> { [Coding] = 0, [Design] = 40, [Fundamentals] = 0, [Behaviour] = 30, [Experimentation] = 30 },
        [],
        [
            new([Design], DayKind.FinalWeek, "under a week, system design comes first (ours, after S2)"),
            new([Experimentation], DayKind.FinalWeek, "under a week, experimentation comes first too (ours, after S2)"),
            new([Behaviour], DayKind.FinalWeek, "under a week, your stories serve every round (ours)"),
        ]);

    public static PlanScheme Of(PlanLength length) => length switch
    {
        PlanLength.Full => Full,
        PlanLength.Shorter => Shorter,
        _ => OnlyDays,
    };

    /// <summary>What the rhythm has for a day of practice.</summary>
    public RhythmDay For(FrameDay day) => day.InFinalWeek ? Final[day.Turn % Final.Count] : Rhythm[day.Turn % Rhythm.Count];
}
