using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Tests.Questions;

/// <summary>Builders for bank records that show only the fields that matter.</summary>
internal static class B
{
    internal static Signal Signal(string id, Detector? detect = null, bool must = true) => new()
    {
        Id = id,
        Label = id,
        Must = must,
        Weight = 3,
        Detect = detect,
        Skill = "skill",
        Step = "goal",
    };

    internal static Question Question(string id = "culture.one", params Signal[] signals) => new()
    {
        Id = id,
        Version = 1,
        Status = QuestionStatus.Reviewed,
        Title = id,
        Round = id.Split('.')[0],
        Topics = ["topic"],
        Levels = ["L5"],
        Difficulty = Difficulty.Medium,
        Minutes = new(20, 5, 2),
        Prompt = $"Tell me about {id}.",
        Signals = signals.ToSeq(),
        FollowUps = [],
        Hints = ["one", "two", "three"],
        Outline = ["one", "two", "three", "four"],
        Sources = [new("own", "own", "2026")],
    };

    internal static InterviewScript Script(Question question) => new()
    {
        Question = question,
        Round = Rounds.All[0],
        Ladder = new("design", ["culture"], [new("goal", "Goal")]),
        Rubric = [],
        RootCauses = [],
        Pitfalls = question.Pitfalls,
    };

    internal static QuestionReader Reader(Detector detect) => QuestionReader.Compile(Script(Question(signals: Signal("it", detect))));

    internal static Finding Find(Detector detect, params string[] messages) =>
        Reader(detect).Read(messages.Select((text, i) => new Said($"m{i}", text, i)).ToSeq()).Signals[0];
}
