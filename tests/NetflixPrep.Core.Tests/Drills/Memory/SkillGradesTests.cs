using NetflixPrep.Core.Drills.Memory;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;
using NetflixPrep.Core.Tests.Questions;

namespace NetflixPrep.Core.Tests.Drills.Memory;

public sealed class SkillGradesTests
{
    [Fact]
    public void What_was_said_before_a_probe_is_good() => Assert.Equal([("calibrate", Grade.Good)], Grades([On("calibrat*", "calibrate")], "We calibrate it.", "Anything else."));

    [Fact]
    public void What_was_said_only_after_a_probe_is_hard() => Assert.Equal([("calibrate", Grade.Hard)], Grades([On("calibrat*", "calibrate")], "We train it.", "Then we calibrate it."));

    [Fact]
    public void What_was_never_said_comes_again() => Assert.Equal([("calibrate", Grade.Again)], Grades([On("calibrat*", "calibrate")], "We train it.", "And ship it."));

    [Fact]
    public void A_skill_of_which_a_part_was_missed_is_hard() =>
        Assert.Equal([("calibrate", Grade.Hard)], Grades([On("calibrat*", "calibrate"), On("brier", "calibrate")], "We calibrate it.", "And ship it."));

    [Fact]
    public void A_skill_of_which_a_part_needed_a_probe_is_hard() =>
        Assert.Equal([("calibrate", Grade.Hard)], Grades([On("calibrat*", "calibrate"), On("brier", "calibrate")], "We calibrate it.", "By its Brier score."));

    [Fact]
    public void Skills_come_in_the_order_of_the_signals() =>
        Assert.Equal([("start-simple", Grade.Again), ("calibrate", Grade.Good)], Grades([On("baseline", "start-simple"), On("calibrat*", "calibrate"), On("heuristic", "start-simple")], "We calibrate it."));

    [Fact]
    public void What_only_people_can_see_says_nothing() =>
        Assert.Empty(Grades([B.Signal("by-people") with { Skill = "plain-words" }], "We calibrate it."));

    private static Signal On(string word, string skill) => B.Signal(word, new() { Any = [word] }) with { Skill = skill };

    private static Seq<(string, Grade)> Grades(Signal[] signals, string answer, params string[] afterProbes)
    {
        var question = B.Question(signals: signals);
        var reader = QuestionReader.Compile(B.Script(question));
        var before = new Said("m0", answer, 1);
        return SkillGrades.Of(question, reader.Read([before]), reader.Read([before, .. afterProbes.Select((text, i) => new Said($"m{i + 1}", text, 2))]));
    }
}
