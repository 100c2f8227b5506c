using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Chat;

public enum ArgumentKind
{
    Text,
    Number,
    Round,
    Question,
    Topic,
    Level,
    Loop,
    Choice,
}

/// <summary>One option of a command. Numbers are held to <paramref name="Min"/> and <paramref name="Max"/>.</summary>
public sealed record ArgumentSpec(string Name, string Help, ArgumentKind Kind)
{
    public bool Required { get; init; }

    public Seq<Option> Choices { get; init; } = [];

    public int Min { get; init; }

    public int Max { get; init; } = int.MaxValue;

    /// <summary>Its values may be typed without its name, also where the command takes more: only for one with <see cref="Choices"/>.</summary>
    public bool Bare { get; init; }

    /// <summary>Only for <see cref="ArgumentKind.Text"/>; characters.</summary>
    public int MaxLength { get; init; } = 100;
}

/// <summary>One slash command.</summary>
/// <param name="Verb">Words in lower case, such as <c>mock start</c>.</param>
public sealed record CommandSpec(string Verb, string Help, Seq<ArgumentSpec> Arguments)
{
    /// <summary>It answers with a form, so it is never deferred.</summary>
    public bool OpensForm { get; init; }

    /// <summary>Its first answer is for the person alone.</summary>
    public bool AnswersPrivately { get; init; }

    /// <summary>It changes nothing: answered by <c>ILookups</c>, never journalled.</summary>
    public bool ReadsOnly { get; init; }

    /// <summary>Without arguments it only shows something, as <see cref="ReadsOnly"/>; with them it changes it.</summary>
    public bool ShowsWithoutArguments { get; init; }

    /// <summary>What it does or shows differs for those who manage the group: a platform that does not say who they are is asked first.</summary>
    public bool MindsAdmin { get; init; }

    /// <summary>Whether it changes nothing when it is given these arguments.</summary>
    public bool IsLookup(Seq<Argument> arguments) => ReadsOnly || (ShowsWithoutArguments && arguments.Count == 0);
}

/// <summary>Every verb, argument and help text, once: it feeds the parser, /help, Discord's registration and Slack's manifest.</summary>
public static class CommandTable
{
    public const string MockStart = "mock start";
    public const string MockReplay = "mock replay";
    public const string MockStop = "mock stop";
    public const string MockStatus = "mock status";
    public const string History = "history";
    public const string Why = "why";
    public const string Settings = "settings";
    public const string Privacy = "privacy";
    public const string Help = "help";

    public static Seq<CommandSpec> All { get; } =
    [
        new(MockStart, "Start a timed mock interview",
        [
            new("round", "Which round of the loop", ArgumentKind.Round) { Choices = [.. Rounds.All.Select(round => new Option(round.Label, round.Id))] },
            new("question", "A question by its id", ArgumentKind.Question),
            new("topic", "A topic, such as calibration", ArgumentKind.Topic),
            new("level", "The level you interview for", ArgumentKind.Level) { Choices = [.. Rounds.Levels.Select(level => new Option(level, level))] },
            new("difficulty", "How hard", ArgumentKind.Choice) { Choices = [new("easy", "easy"), new("medium", "medium"), new("hard", "hard")] },
            new("minutes", "Minutes for answer and follow-ups together", ArgumentKind.Number) { Min = 1, Max = 180 },
            new("loop", "A whole loop: a preset, or your own list such as \"coding 45, culture 30\"", ArgumentKind.Loop) { MaxLength = 400 },
            new("style", "How the interviewer sounds", ArgumentKind.Choice) { Choices = [new("neutral", "neutral"), new("friendly", "friendly"), new("sceptic", "sceptic"), new("silent", "silent")] },
            new("extra-time", "More time for everything", ArgumentKind.Choice) { Choices = [new("a quarter more", "1.25"), new("half as much again", "1.5")] },
            new("place", "Where to hold it", ArgumentKind.Choice) { Choices = [new("private thread", "private"), new("public thread", "public"), new("direct messages", "dm")] },
            new("seed", "A number that makes the choice of question repeatable", ArgumentKind.Number) { Min = 0, Max = int.MaxValue },
        ]) { AnswersPrivately = true },
        new(MockReplay, "Run a finished session again: same questions, clock and news",
        [
            new("session", "Its eight letters, as the last message of that session says", ArgumentKind.Text) { Required = true, MaxLength = 20 },
            new("place", "Where to hold it", ArgumentKind.Choice) { Choices = [new("private thread", "private"), new("public thread", "public"), new("direct messages", "dm")] },
        ]) { AnswersPrivately = true },
        new(MockStop, "Stop your session or your loop; all you said is kept", []) { AnswersPrivately = true },
        new(MockStatus, "Where your session stands and the time left", []) { AnswersPrivately = true, ReadsOnly = true },
        new(History, "Your sessions so far, and what you chose to fix", []) { AnswersPrivately = true, ReadsOnly = true },
        new(Why, "Why a session asked you what it asked",
        [
            new("session", "The key of a session, such as x2pv38zu; without it the newest", ArgumentKind.Text) { MaxLength = 40 },
        ]) { AnswersPrivately = true, ReadsOnly = true },
        new(Settings, "How I work in this group; those who manage it can change it here",
        [
            new("practice-channel", "The channel for practice, such as #practice; off for none", ArgumentKind.Text),
            new("review-channel", "The channel for reviews, such as #reviews; off for none", ArgumentKind.Text),
            new("moderators", "People who look after practice, such as @ana @ben; off for none", ArgumentKind.Text) { MaxLength = 1000 },
            new("zone", "The time zone of the group, such as Europe/Berlin; off for UTC", ArgumentKind.Text),
            new("quiet-hours", "When nobody is to be disturbed, such as 22:00-07:30; off for never", ArgumentKind.Text),
            new("retention", "Days after which finished sessions are deleted, 7 to 3650; off to keep them", ArgumentKind.Text),
        ]) { AnswersPrivately = true, ShowsWithoutArguments = true, MindsAdmin = true },
        new(Privacy, "What I keep about you, to read, take or delete", []) { AnswersPrivately = true, ReadsOnly = true },
        new(Help, "What can I do here, now?", []) { AnswersPrivately = true, ReadsOnly = true, MindsAdmin = true },
    ];

    public static CommandSpec? Find(string verb) => All.FirstOrDefault(spec => spec.Verb == verb);
}
