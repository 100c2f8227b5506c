using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Questions.Reading;

namespace NetflixPrep.Core.Tests.Interviews;

/// <summary>A small question by hand: 20 minutes for the answer, two follow-ups of five, so that 30 minutes are its own pace.</summary>
internal static class Fixture
{
    internal static FollowUp Guided { get; } = Probe("ask-baseline", FollowUpKind.Guided, 50, new() { Missing = ["baseline"] }) with { Hint = "What would you ship on Friday?" };

    internal static FollowUp Deep { get; } = Probe("ask-deep", FollowUpKind.Deep, 40, new() { AllFound = true });

    internal static FollowUp Foundation { get; } = Probe("ask-foundation", FollowUpKind.Foundation, 60, new() { FoundAtMost = 0 });

    internal static FollowUp Fixed { get; } = Probe("ask-fixed", FollowUpKind.Fixed, 10, new() { Always = true }, seconds: 120);

    // After the follow-ups: it is made of them.
    internal static InterviewScript Script { get; } = With();

    internal static FollowUp Probe(string id, FollowUpKind kind, int priority, When when, int seconds = 300) =>
        new() { Id = id, Kind = kind, Priority = priority, When = when, Ask = $"Question {id}?", Seconds = seconds };

    /// <summary>The script with its own follow-ups, or with these.</summary>
    internal static InterviewScript With(params FollowUp[] followUps)
    {
        var question = Question with { FollowUps = followUps.Length > 0 ? [.. followUps] : [Guided, Deep, Foundation, Fixed] };
        return new()
        {
            Question = question,
            Round = Rounds.Find("ml-system-design")!,
            Ladder = new("design", ["ml-system-design"], [new("goal", "Goal"), new("baseline", "Baseline"), new("serving", "Serving"), new("running", "Running")]),
            Rubric = [Dimension("impact", "Impact potential"), Dimension("execution", "Execution excellence"), Dimension("clarity", "Communication clarity")],
            RootCauses =
            [
                new("no-goal", "Goal came late", "Write the goal first.", ["state-the-goal"], Behaviour.None),
                new("no-baseline", "No baseline", "Describe the simplest thing first.", ["start-simple"], Behaviour.None),
                new("no-latency", "No latency", "Split the budget.", ["latency-budget"], Behaviour.None),
                new("out-of-time", "Ran out of time", "Write the clock down.", [], Behaviour.RanOutOfTime),
                new("long-silence", "Long silence", "Say what you are weighing.", [], Behaviour.LongSilence),
                new("monologue", "Monologue", "Stop after each part.", [], Behaviour.Monologue),
                new("leaned-on-hints", "Leaned on hints", "Try a minute first.", [], Behaviour.ManyHints),
                new("no-questions", "Nothing asked", "Ask for two numbers.", [], Behaviour.AskedNothing),
                new("no-numbers", "No number", "Put one number in.", [], Behaviour.NoNumber),
                new("other-skill", "Not in this question", "Elsewhere.", ["elsewhere"], Behaviour.None),
            ],
            Pitfalls = question.Pitfalls,
        };
    }

    internal static Interviewer Interviewer(InterviewScript script) => ReferenceEquals(script, Script) ? Usual.Value : Interviewer([script]);

    /// <summary>A round of several questions.</summary>
    internal static Interviewer Interviewer(Seq<InterviewScript> scripts) => new([.. scripts.Select(script => new Scripted(script, QuestionReader.Compile(script)))]);

    private static readonly Lazy<Interviewer> Usual = new(() => Interviewer([Script]));

    private static Question Question => new()
    {
        Id = "ml-system-design.rows",
        Version = 1,
        Status = QuestionStatus.Reviewed,
        Title = "Homepage rows",
        Round = "ml-system-design",
        Topics = ["ranking"],
        Levels = ["L5"],
        Difficulty = Difficulty.Medium,
        Minutes = new(20, 5, 2),
        Prompt = "Design the rows of the homepage.",
        Signals =
        [
            Signal("goal", "the goal", 5, "state-the-goal", "goal", "no-goal", ["goal"]),
            Signal("baseline", "a baseline", 4, "start-simple", "baseline", "no-baseline", ["baseline"]),
            Signal("latency", "a latency budget", 3, "latency-budget", "serving", "no-latency", ["latency"]),
            Signal("drift", "drift", 2, "monitor", "running", null, ["drift"]) with { Must = false },
            Signal("cost", "the cost", 1, "cost", "running", null, ["cost"]) with { Must = false },
            Signal("calm", "staying calm", 1, "calm", "running", null, []) with { Must = false, Detect = null },
        ],
        Facts =
        [
            new("members", "280 million members.", new() { Any = ["how many members", "members"] }, MustAsk: true),
            new("latency", "The page has 800 ms at p99.", new() { Any = ["latency", "how fast"] }, MustAsk: false),
        ],
        Numbers = [new("p99", "p99 latency", ["ms"], 1, 1000)],
        Pitfalls = [new("deep-first", "deep learning first", new() { Any = ["transformer"] }, "no-goal"), new("rehearsed", "sounds rehearsed", null, "no-goal")],
        FollowUps = [],
        Curveballs = [new("launch", 10, "News: A new country launches tomorrow.", ["baseline"])],
        Hints = ["Who has no history?", "What is the simplest row?", "Popularity by country, then personal rows."],
        Outline = ["Goal and metric", "Baseline", "Retrieval and ranking", "Roll-out"],
        Anchors = [new("impact", 1, "No goal named", "No goal named at all."), new("impact", 5, "Goal steers each choice", "The goal steers each choice.")],
        Sources = [new("own", "own", "2026")],
    };

    private static Signal Signal(string id, string label, int weight, string skill, string step, string? cause, Seq<string> words) => new()
    {
        Id = id,
        Label = label,
        Must = true,
        Weight = weight,
        Detect = new() { Any = words },
        Skill = skill,
        Step = step,
        RootCause = cause,
    };

    private static Dimension Dimension(string id, string label) => new(id, label, $"Why {id} counts.",
        [new(id, 1, "Low short", "Low long"), new(id, 3, "Middle short", "Middle long"), new(id, 5, "High short", "High long")], []);
}
