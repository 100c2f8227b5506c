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

    /// <summary>What is typed without any name is its value: for the one text of a command that takes more.</summary>
    public bool TakesRest { get; init; }

    /// <summary>Values with which, alone, the command only shows something.</summary>
    public Seq<string> Shows { get; init; } = [];

    /// <summary>A value to show whoever got it wrong; null when any will do.</summary>
    public string? Example { get; init; }

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

    /// <summary>Without arguments, or with a value of <see cref="ArgumentSpec.Shows"/> alone, it only shows something, as <see cref="ReadsOnly"/>; with others it changes it.</summary>
    public bool ShowsWithoutArguments { get; init; }

    /// <summary>What it does or shows differs for those who manage the group: a platform that does not say who they are is asked first.</summary>
    public bool MindsAdmin { get; init; }

    /// <summary>The person's zone helps: a platform whose profiles hold one is asked first.</summary>
    public bool MindsProfile { get; init; }

    /// <summary>Whether it changes nothing when it is given these arguments.</summary>
    public bool IsLookup(Seq<Argument> arguments) => ReadsOnly || (ShowsWithoutArguments && (arguments.Count == 0 || (arguments is [var only] && Arguments.Any(spec => spec.Name == only.Name && spec.Shows.Contains(only.Value)))));
}

/// <summary>Every verb, argument and help text, once: it feeds the parser, /help, Discord's registration and Slack's manifest.</summary>
public static class CommandTable
{
    public const string MockStart = "mock start";
    public const string MockReplay = "mock replay";
    public const string MockStop = "mock stop";
    public const string MockStatus = "mock status";
    public const string DrillOn = "drill on";
    public const string DrillOff = "drill off";
    public const string DrillNow = "drill now";
    public const string DrillSkip = "drill skip";
    public const string DrillSnooze = "drill snooze";
    public const string DrillAway = "drill away";
    public const string DrillStatus = "drill status";
    public const string Plan = "plan";
    public const string StoryAdd = "story add";
    public const string StoryList = "story list";
    public const string StoryCheck = "story check";
    public const string ReviewNext = "review next";
    public const string ReviewOn = "review on";
    public const string ReviewOff = "review off";
    public const string ReviewStatus = "review status";
    public const string ReviewLicence = "review licence";
    public const string Committee = "committee";
    public const string Pair = "pair";
    public const string QuestionSearch = "question search";
    public const string QuestionShow = "question show";
    public const string QuestionReport = "question report";
    public const string QuestionPropose = "question propose";
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
            new("panel", "Up to four people who interview you in a public thread, such as \"@ben @cleo\"; or open", ArgumentKind.Text) { MaxLength = 300 },
            new("seed", "A number that makes the choice of question repeatable", ArgumentKind.Number) { Min = 0, Max = int.MaxValue },
        ]) { AnswersPrivately = true },
        new(MockReplay, "Run a finished session again: same questions, clock and news",
        [
            new("session", "Its eight letters, as the last message of that session says", ArgumentKind.Text) { Required = true, MaxLength = 20 },
            new("place", "Where to hold it", ArgumentKind.Choice) { Choices = [new("private thread", "private"), new("public thread", "public"), new("direct messages", "dm")] },
        ]) { AnswersPrivately = true },
        new(MockStop, "Stop your session or your loop; all you said is kept", []) { AnswersPrivately = true },
        new(MockStatus, "Where your session stands and the time left", []) { AnswersPrivately = true, ReadsOnly = true },
        new(DrillOn, "One small question a day, by direct message",
        [
            new("time", "When, such as 08:30; where you live", ArgumentKind.Text),
            new("zone", "Your time zone, such as Europe/Dublin", ArgumentKind.Text),
            new("days", "daily, weekdays, weekends, or a list such as \"mon, wed, fri\"", ArgumentKind.Text),
            new("minutes", "About how long a drill may take", ArgumentKind.Number) { Min = Drills.Subscription.FewestMinutes, Max = Drills.Subscription.MostMinutes },
            new("quiet-hours", "When nothing is to come, such as 22:00-07:30; off for never", ArgumentKind.Text),
            new("if-closed", "When your direct messages are closed", ArgumentKind.Choice) { Choices = [new("pause drills", "pause"), new("a private thread in this group", "thread")] },
        ]) { AnswersPrivately = true, MindsProfile = true },
        new(DrillOff, "No more drills; all you answered is kept", []) { AnswersPrivately = true },
        new(DrillNow, "One drill at once", []) { AnswersPrivately = true },
        new(DrillSkip, "Leave out the open drill, or the next one", []) { AnswersPrivately = true },
        new(DrillSnooze, "The drill later today",
        [
            new("minutes", "In how many minutes; 60 without it", ArgumentKind.Number) { Min = 5, Max = 720 },
        ]) { AnswersPrivately = true },
        new(DrillAway, "No drills for a while",
        [
            new("until", "The last day away, such as 2026-12-24; a number of days; or back", ArgumentKind.Text) { Required = true },
        ]) { AnswersPrivately = true },
        new(DrillStatus, "When the next drill comes, and how the last ones went", []) { AnswersPrivately = true, ReadsOnly = true },
        new(Plan, "Your study plan, built back from the interview; today says what to do now",
        [
            new("view", "What to see, or off to delete the plan", ArgumentKind.Choice)
            {
                Bare = true,
                Choices =
                [
                    new("today", "today"), new("week", "week"), new("all", "all"), new("progress", "progress"),
                    new("calendar file", "calendar"), new("Markdown file", "markdown"), new("off", "off"),
                ],
                Shows = ["today", "week", "all", "progress"],
            },
            new("interview-date", "The day of the interview, as year-month-day", ArgumentKind.Text) { MaxLength = 40, Example = "2027-01-15" },
            new("hours-per-week", "Hours of practice a week; 6 without it", ArgumentKind.Number) { Min = Plans.PlanSetup.FewestHours, Max = Plans.PlanSetup.MostHours, Example = "6" },
            new("level", "The level you interview for; L5 without it", ArgumentKind.Level) { Choices = [.. Rounds.Levels.Select(level => new Option(level, level))] },
            new("zone", "Your time zone, such as Europe/Dublin; without it that of the group", ArgumentKind.Text) { Example = "Europe/Dublin" },
            new("time", "When you practise, such as 19:00", ArgumentKind.Text) { MaxLength = 10, Example = "19:00" },
        ]) { AnswersPrivately = true, ShowsWithoutArguments = true },
        new(StoryAdd, "Keep a story in four lines: situation, tension, action, metric", []) { AnswersPrivately = true, OpensForm = true },
        new(StoryList, "Your stories; change one or take it out", []) { AnswersPrivately = true, ReadsOnly = true },
        new(StoryCheck, "What your stories do not say yet, and which themes have none", []) { AnswersPrivately = true, ReadsOnly = true },
        new(ReviewNext, "An answer of your group that waits for a review", []) { AnswersPrivately = true },
        new(ReviewLicence, "Take the reviewer's licence: score three samples, three minutes", []) { AnswersPrivately = true },
        new(ReviewOff, "No more invitations to review", []) { AnswersPrivately = true },
        new(ReviewOn, "Invitations to review again", []) { AnswersPrivately = true },
        new(ReviewStatus, "Your licence, your invitations, and how many reviews you gave and got", []) { AnswersPrivately = true, ReadsOnly = true },
        new(Committee, "Bring your reviewed rounds before a committee of your group", []) { AnswersPrivately = true },
        new(Pair, "A partner to practise with: two who wait are matched once a day and take turns",
        [
            new("view", "Where you stand, or off to wait no longer", ArgumentKind.Choice) { Bare = true, Choices = [new("status", "status"), new("off", "off")], Shows = ["status"] },
            new("round", "Which round you want to practise", ArgumentKind.Choice) { Choices = [new("any round", "any"), .. Rounds.All.Select(round => new Option(round.Label, round.Id))] },
            new("level", "The level you interview for", ArgumentKind.Choice) { Choices = [new("any level", "any"), .. Rounds.Levels.Select(level => new Option(level, level))] },
            new("hours", "When you like to practise, such as 18:00-22:00; any for no matter", ArgumentKind.Text) { Example = "18:00-22:00" },
            new("zone", "Your time zone, such as Europe/Dublin", ArgumentKind.Text) { Example = "Europe/Dublin" },
            new("days", "daily, weekdays, weekends, or a list such as \"mon, wed, fri\"", ArgumentKind.Text) { Example = "weekdays" },
            new("away", "The last day away, such as 2026-12-24; a number of days; or back", ArgumentKind.Text) { Example = "2026-12-24" },
        ]) { AnswersPrivately = true, ShowsWithoutArguments = true, MindsProfile = true },
        new(QuestionSearch, "Find questions by words of their title, topic or text",
        [
            new("words", "Such as calibration, or top k", ArgumentKind.Text) { Required = true, TakesRest = true, Example = "calibration" },
            new("round", "Only of this round", ArgumentKind.Round) { Choices = [.. Rounds.All.Select(round => new Option(round.Label, round.Id))] },
        ]) { AnswersPrivately = true, ReadsOnly = true },
        new(QuestionShow, "One question, without its answer",
        [
            new("question", "Its id, or a word of its title", ArgumentKind.Question) { Required = true },
        ]) { AnswersPrivately = true, ReadsOnly = true },
        new(QuestionReport, "Say what is wrong with a question",
        [
            new("question", "Its id, or a word of its title", ArgumentKind.Question) { Required = true },
            new("text", "What is wrong, in a sentence", ArgumentKind.Text) { Required = true, TakesRest = true, MaxLength = Suggestions.Report.Longest },
        ]) { AnswersPrivately = true },
        new(QuestionPropose, "Propose a question for the bank",
        [
            new("round", "Which round it is for", ArgumentKind.Round) { Required = true, Choices = [.. Rounds.All.Select(round => new Option(round.Label, round.Id))] },
        ]) { AnswersPrivately = true, OpensForm = true },
        new(History, "Your sessions so far, and what you chose to fix", []) { AnswersPrivately = true, ReadsOnly = true },
        new(Why, "Why a session asked you what it asked, or why a drill came or did not",
        [
            new("session", "The key of a session, such as x2pv38zu; drill, or the date of one; without it the newest session", ArgumentKind.Text) { MaxLength = 40 },
        ]) { AnswersPrivately = true, ReadsOnly = true },
        new(Settings, "How I work in this group; those who manage it can change it here",
        [
            new("practice-channel", "The channel for practice, such as #practice; off for none", ArgumentKind.Text),
            new("review-channel", "The channel for reviews, such as #reviews; off for none", ArgumentKind.Text),
            new("moderators", "People who look after practice, such as @ana @ben; off for none", ArgumentKind.Text) { MaxLength = 1000 },
            new("zone", "The time zone of the group, such as Europe/Berlin; off for UTC", ArgumentKind.Text),
            new("quiet-hours", "When nobody is to be disturbed, such as 22:00-07:30; off for never", ArgumentKind.Text),
            new("retention", "Days after which finished sessions are deleted, 7 to 3650; off to keep them", ArgumentKind.Text),
            new("daily-question", "A question for all in the practice channel, such as \"09:00 weekdays\"; off for none", ArgumentKind.Text),
            new("reviews", "How many reviews open an answer that was shared, 1 to 8; off for 3", ArgumentKind.Text),
            new("review-days", "After how many days it opens with what there is, 1 to 30; off for 3", ArgumentKind.Text),
            new("licence", "Whether reviewers need a licence", ArgumentKind.Choice) { Choices = [new("recommended", "recommended"), new("required", "required")] },
        ]) { AnswersPrivately = true, ShowsWithoutArguments = true, MindsAdmin = true },
        new(Privacy, "What I keep about you, to read, take or delete", []) { AnswersPrivately = true, ReadsOnly = true },
        new(Help, "What can I do here, now?", []) { AnswersPrivately = true, ReadsOnly = true, MindsAdmin = true },
    ];

    public static CommandSpec? Find(string verb) => All.FirstOrDefault(spec => spec.Verb == verb);
}
