using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Drills.Memory;

/// <summary>What an answer says about the skills of its question: coverage only, never quality.</summary>
public static class SkillGrades
{
    /// <summary>
    /// One grade a skill, in the order of the question's signals; signals without a detector say nothing.
    /// Good when all its signals were mentioned before a probe, Again when none was mentioned at all, else Hard.
    /// </summary>
    public static Seq<(string Skill, Grade Grade)> Of(Question question, Reading beforeProbes, Reading all) =>
    [
        .. question.Signals.Where(signal => signal.Detect is not null)
            .GroupBy(signal => signal.Skill, signal => OfSignal(signal.Id, beforeProbes, all))
            .Select(skill => (skill.Key, Together([.. skill]))),
    ];

    private static Grade OfSignal(string id, Reading beforeProbes, Reading all) =>
        beforeProbes.Mentions(id) ? Grade.Good : all.Mentions(id) ? Grade.Hard : Grade.Again;

    private static Grade Together(Seq<Grade> grades) => grades.Distinct().ToList() is [var same] ? same : Grade.Hard;
}
