using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Plans;

/// <summary>What is done on a day: which round to mock and for how long, then what comes after it. The wording and the minutes of each step are ours.</summary>
internal static class DayWork
{
    private const int MostMocks = 4;

    public static PlanDay For(FrameDay day, RhythmDay rhythm, string area, int minutes, string level, PlanLength length)
    {
        var rounds = Areas.Find(area)!.Rounds;
        var round = Rounds.Find(rounds[day.Turn % rounds.Count])!;
        // A part of the day for what comes after the mock: a third, but no more than twenty minutes while the mock could still be longer.
        var mocks = Math.Clamp(minutes / (round.Minutes + 15), 1, MostMocks);
        var mock = Math.Max(5, ToFive(Math.Min(round.Minutes, Math.Max(minutes * 0.65, minutes - 20) / mocks)));
        var after = minutes - (mocks * mock);
        var kept = rhythm.Areas.Count == 0 || rhythm.Areas.Contains(area);
        var why = (kept ? rhythm.Why : $"the usual area of this day is covered, and {Areas.Find(area)!.Label} has most left to do (ours)")
            + (rhythm.Areas.Count == 0 ? $"; {Areas.Find(area)!.Label}, because it has most left to do (ours)" : "");
        var first = new PlanStep($"{(mocks == 1 ? "" : $"{mocks} times: ")}{Mock(area, rhythm.Kind, length)}", mocks * mock,
            new(CommandTable.MockStart, string.Create(CultureInfo.InvariantCulture, $"round:{round.Id} minutes:{mock} level:{level}")));
        Seq<PlanStep> steps = after <= 0 ? [first]
            : area == PlanScheme.Behaviour && rhythm.Kind != DayKind.FullMock ? [Stories(rhythm.Kind, after), first]
            : [first, new(After(area, rhythm.Kind), after, area == PlanScheme.Fundamentals && rhythm.Kind == DayKind.Practice ? new CommandRef(CommandTable.DrillNow) : null)];
        return new(day.Date, rhythm.Kind, area, steps, why);
    }

    public static PlanDay NightBefore(DateOnly date, int minutes) => new(date, DayKind.NightBefore, PlanScheme.Behaviour,
    [
        new("Say five things aloud, then stop: your best project in under two minutes, an incident you owned, a recommender from scratch, metrics beyond accuracy, why Netflix and no other", minutes),
    ],
        "the night before: five things you can say without notes (S1)");

    /// <summary>A story is written down before it is told.</summary>
    private static PlanStep Stories(DayKind kind, int minutes) => kind == DayKind.FinalWeek
        ? new("Tell each of your stories aloud: problem, trade-off, metric, failure, outcome; then what is new at Netflix as a product", minutes, new(CommandTable.StoryList))
        : new("Write one story in four lines", minutes, new(CommandTable.StoryAdd));

    private static string Mock(string area, DayKind kind, PlanLength length) => (area, kind) switch
    {
        (_, DayKind.FullMock) => "a full mock, from end to end",
        (PlanScheme.Coding, DayKind.FinalWeek) => "a timed problem in Python",
        (PlanScheme.Coding, _) => "a timed problem",
        (PlanScheme.Design, DayKind.FinalWeek) => "a design prompt, aloud",
        (PlanScheme.Design, _) => length == PlanLength.Full ? "one system design" : "one system design, around the one project you reuse in every round",
        (PlanScheme.Fundamentals, _) => "fundamentals, aloud",
        (PlanScheme.Experimentation, _) => "one experiment, from hypothesis to roll-back",
        _ => "a round about you",
    };

    private static string After(string area, DayKind kind) => (area, kind) switch
    {
        (_, DayKind.FullMock) => "Read the full notes, write down what was said, and pick the one thing to fix next time",
        (PlanScheme.Coding, _) => "Review: run it, name the cases you left out, and write the tests",
        (PlanScheme.Design, DayKind.FinalWeek) => "Say the same design again in five minutes",
        (PlanScheme.Design, _) => "Write its outline again from memory, from the goal to the failure modes",
        (PlanScheme.Fundamentals, DayKind.FinalWeek) => "Calibration, ranking, leakage, drift: a minute each, aloud",
        (PlanScheme.Fundamentals, _) => "One drill, then explain one idea aloud with a number as an example",
        (PlanScheme.Experimentation, _) => "Work out one sample size by hand, and name what it rests on",
        _ => "Read the full notes",
    };

    private static int ToFive(double minutes) => (int)(minutes / 5) * 5;
}
