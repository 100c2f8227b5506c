using System.Collections.Frozen;

namespace NetflixPrep.Core.Questions;

/// <summary>The whole question bank, never changed after the start. Its contents have passed <see cref="BankLint"/>.</summary>
public sealed class QuestionBank(BankContents contents)
{
    private readonly FrozenDictionary<string, Question> byId = contents.Questions.DistinctBy(question => question.Id).ToFrozenDictionary(question => question.Id);

    public BankContents Contents => contents;

    public Seq<Question> Questions => contents.Questions;

    public Seq<LoopPreset> Loops => contents.Loops;

    public Seq<Dimension> Rubric => contents.Rubric;

    public Seq<RootCause> RootCauses => contents.RootCauses;

    public Seq<Topic> Topics => contents.Topics;

    public Seq<Skill> Skills => contents.Skills;

    public Question? Find(string id) => byId.GetValueOrDefault(id);

    public LoopPreset? FindLoop(string id) => contents.Loops.FirstOrDefault(loop => loop.Id == id);

    /// <summary>Everything needed to ask and read the question, also after the bank has moved on.</summary>
    /// <exception cref="KeyNotFoundException">There is no such question.</exception>
    public InterviewScript Script(string questionId)
    {
        var question = Find(questionId) ?? throw new KeyNotFoundException($"The bank has no question '{questionId}'.");
        var pitfalls = PitfallsOf(question);
        return new()
        {
            Question = question,
            Round = Rounds.Find(question.Round) ?? throw new KeyNotFoundException($"There is no round '{question.Round}'."),
            Ladder = LadderOf(question) ?? throw new KeyNotFoundException($"No ladder has the steps of '{questionId}'."),
            Rubric = contents.Rubric,
            RootCauses = RootCausesOf(question, pitfalls),
            Pitfalls = pitfalls,
        };
    }

    /// <summary>
    /// What was asked for wins: the id, then round, topic, level, difficulty. Level is relaxed first, then difficulty.
    /// Among those: no topic that is used up, never asked to this person before, then longest ago; ties by wanted topics, then by the seed.
    /// </summary>
    public QuestionChoice Choose(QuestionRequest request, Seq<Asked> history, ulong seed)
    {
        if (request.QuestionId is { } id)
        {
            return Find(id) is { } named
                ? new QuestionChoice.Chosen(named, null)
                : new QuestionChoice.None($"There is no question called '{id}'. Name a round instead, or leave the question out.");
        }
        var open = contents.Questions.Where(question => question.Status == QuestionStatus.Reviewed
            && (request.Round is null || question.Round == request.Round)
            && (request.Topic is null || question.Topics.Contains(request.Topic))
            && !request.Except.Contains(question.Id)
            && (request.Room is null || question.Minutes.Short <= request.Room)).ToSeq();
        if (open.Count == 0) return new QuestionChoice.None(Nothing(request));

        bool Level(Question question) => request.Level is null || question.Levels.Contains(request.Level);
        bool Difficulty(Question question) => request.Difficulty is null || question.Difficulty == request.Difficulty;
        Func<Question, bool>[] steps = [question => Level(question) && Difficulty(question), Difficulty, Level, _ => true];
        var fitting = steps.Select(step => open.Where(step).ToSeq()).First(questions => questions.Count > 0);
        var chosen = LeastSeen(fitting, request, history, seed);
        return new QuestionChoice.Chosen(chosen, Relaxed(request, chosen, Level(chosen), Difficulty(chosen)));
    }

    /// <summary>The ladder of the question's round that has all steps its signals name.</summary>
    internal Ladder? LadderOf(Question question) => contents.Ladders.FirstOrDefault(ladder => ladder.Rounds.Contains(question.Round)
        && question.Signals.All(signal => ladder.Steps.Any(step => step.Id == signal.Step)));

    internal Seq<Pitfall> PitfallsOf(Question question) =>
    [
        .. question.Pitfalls,
        .. contents.Pitfalls.Where(shared => shared.Rounds.Contains(question.Round)
            && question.Pitfalls.All(own => own.Id != shared.Pitfall.Id)).Select(shared => shared.Pitfall),
    ];

    private Seq<RootCause> RootCausesOf(Question question, Seq<Pitfall> pitfalls) => contents.RootCauses.Where(cause =>
        question.Signals.Any(signal => signal.RootCause == cause.Id || cause.Skills.Contains(signal.Skill))
        || pitfalls.Any(pitfall => pitfall.RootCause == cause.Id)
        || cause.Behaviour != Behaviour.None).ToSeq();

    private static Question LeastSeen(Seq<Question> fitting, QuestionRequest request, Seq<Asked> history, ulong seed)
    {
        if (fitting.Where(question => !question.Topics.Any(request.UsedUp.Contains)).ToSeq() is { Count: > 0 } fresh) fitting = fresh;
        var last = history.GroupBy(asked => asked.QuestionId).ToDictionary(group => group.Key, group => group.Max(asked => asked.At));
        DateTimeOffset When(Question question) => last.GetValueOrDefault(question.Id, DateTimeOffset.MinValue);
        var longestAgo = fitting.Min(When);
        var longest = fitting.Where(question => When(question) == longestAgo).ToSeq();
        var covers = longest.Max(question => question.Topics.Count(request.Wanted.Contains));
        var tied = longest.Where(question => question.Topics.Count(request.Wanted.Contains) == covers).OrderBy(question => question.Id, StringComparer.Ordinal).ToSeq();
        return tied[new Chance(seed).Below(tied.Count)];
    }

    private static string? Relaxed(QuestionRequest request, Question chosen, bool level, bool difficulty) => (level, difficulty) switch
    {
        (true, true) => null,
        (false, true) => $"No {request.Level} question fits, so this one is for {Levels(chosen)}.",
        (true, false) => $"No {Words(request.Difficulty)} question fits, so this one is {Words(chosen.Difficulty)}.",
        (false, false) => $"No {Words(request.Difficulty)} {request.Level} question fits, so this one is {Words(chosen.Difficulty)}, for {Levels(chosen)}.",
    };

    private static string Levels(Question question) =>
        question.Levels.Count == 1 ? question.Levels[0] : $"{string.Join(", ", question.Levels.Take(question.Levels.Count - 1))} or {question.Levels[^1]}";

    private static string Words(Difficulty? difficulty) => difficulty switch
    {
        Difficulty.Easy => "easy",
        Difficulty.Medium => "medium",
        _ => "hard",
    };

    private string Nothing(QuestionRequest request)
    {
        var topic = contents.Topics.FirstOrDefault(known => known.Id == request.Topic)?.Label ?? request.Topic;
        var round = request.Round is null ? null : Rounds.Find(request.Round)?.Label ?? request.Round;
        return (round, topic) switch
        {
            (not null, not null) => $"{round} has no question about {topic} yet. Leave the topic out, or pick another round.",
            (not null, null) => $"{round} has no question yet. Pick another round.",
            (null, not null) => $"There is no question about {topic} yet. Leave the topic out, or pick another one.",
            _ => "The bank has no reviewed question yet. Add one under prompts/questions, or name a draft by its id.",
        };
    }
}

/// <summary>What a person asked for; null means anything.</summary>
public sealed record QuestionRequest(string? QuestionId = null, string? Round = null, string? Topic = null, string? Level = null, Difficulty? Difficulty = null)
{
    /// <summary>Questions that stand in the same round already.</summary>
    public Seq<string> Except { get; init; } = [];

    /// <summary>Minutes that an answer with one follow-up may take; null for any.</summary>
    public int? Room { get; init; }

    /// <summary>Topics that a loop still wants to touch: they settle ties.</summary>
    public Seq<string> Wanted { get; init; } = [];

    /// <summary>Topics of which a loop has had enough: avoided while there is anything else.</summary>
    public Seq<string> UsedUp { get; init; } = [];
}

/// <summary>A question that this person was asked before.</summary>
public sealed record Asked(string QuestionId, DateTimeOffset At);

/// <summary>What choosing a question came to.</summary>
public abstract record QuestionChoice
{
    private QuestionChoice() { }

    /// <param name="Relaxed">What was asked for and could not be had, in words for the card; null when everything fits.</param>
    public sealed record Chosen(Question Question, string? Relaxed) : QuestionChoice;

    /// <param name="Sentence">Says what to do instead.</param>
    public sealed record None(string Sentence) : QuestionChoice;
}
