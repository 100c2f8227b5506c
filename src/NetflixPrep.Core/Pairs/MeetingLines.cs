using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Pairs;

/// <summary>What is said in a meeting of two. Nothing here blames anybody or says how well somebody did.</summary>
internal static class MeetingLines
{
    public static Message Card(Meeting.Running now, Question question, DateTimeOffset at)
    {
        var setup = now.Setup;
        var other = setup.Halves[1];
        return new(Prose.Paragraphs(
            Prose.Lines(
                Prose.Of($"{Name(now, 0)} and {Name(now, 1)}, you are each other's partner today."),
                Prose.Of($"- First half: {Name(now, 0)} answers, {Name(now, 1)} asks. {Prose.Markdown(setup.Halves[0].RoundLabel)}, about {setup.Halves[0].Minutes} minutes."),
                Prose.Of($"- Second half: roles swap, with another question. {Prose.Markdown(other.RoundLabel)}, about {other.Minutes} minutes.")),
            Prose.Of($"Write here whenever it suits you, both at once or days apart. Only the side to move uses time, {Prose.Markdown(Hours(setup.Budget))} a half each; quiet hours do not count. What you write hands the move over. A tick means saved."),
            setup.Openness == Openness.Public ? Prose.Of($"Everybody in the channel can read this thread.") : Prose.Empty,
            Asked(question),
            Prose.Of($"{Name(now, 1)}: *My script* shows you alone what to ask and what you may tell."),
            Clock(now, at)))
        {
            Title = $"Pair: {setup.Halves[0].RoundLabel}, then {other.RoundLabel}",
            Controls = Controls(now),
        };
    }

    public static Message SecondHalf(Meeting.Running now, Question question, DateTimeOffset at) => new(Prose.Paragraphs(
        Prose.Of($"Roles are swapped: {Name(now, now.Candidate)} answers, {Name(now, now.Interviewer)} asks."),
        Asked(question),
        Prose.Of($"{Name(now, now.Interviewer)}: *My script* is yours now."),
        Clock(now, at)))
    {
        Title = $"Second half: {now.Setup.Halves[1].RoundLabel}",
        Controls = Controls(now),
    };

    private static Prose Asked(Question question) => Prose.Paragraphs(
        Prose.Markdown(question.Prompt.Trim()),
        question.Context is { } context ? Prose.Markdown(context.Trim()) : Prose.Empty);

    /// <param name="done">The answer is complete.</param>
    public static Message ToMove(Meeting.Running now, DateTimeOffset at, bool done) => new(Prose.Lines(
        done ? Prose.Of($"{Name(now, now.Candidate)} has said everything. {Name(now, now.Interviewer)}, ask what you still want to know; *Done* ends this half.") : Prose.Empty,
        Clock(now, at)))
    {
        Controls = Controls(now),
    };

    public static Message Reminder(Meeting.Running now, DateTimeOffset at) => new(Prose.Lines(
        Prose.Of($"{Name(now, now.ToMove)}, a quarter of your time is left. A line is enough; if it does not work out, *Cannot make it* frees you both."),
        Clock(now, at)))
    {
        Controls = Controls(now),
    };

    public static Message HalfOver(Meeting.Between now, HalfEnd by) => new(Prose.Of(
        $"{Prose.Markdown(by == HalfEnd.Time ? "The time of this half is used up, so it ends here. Everything is saved." : "The first half is over. Everything is saved.")} When you are both ready, either of you presses *Swap*: {Name(now, 1)} answers then, {Name(now, 0)} asks. It waits for two days."))
    {
        Controls =
        [
            Button(now, "Swap", PairAct.Swap, Tone.Main), Button(now, "Cannot make it", PairAct.CannotCome), Button(now, "Stop", PairAct.Stop, Tone.Danger),
        ],
    };

    public static Message Over(Meeting.Over over) => new(Prose.Lines(
        over switch
        {
            { Ending: MeetingEnding.Complete } => Prose.Of($"That was both halves. Everything is saved; *Notes* shows each of you what was said and what of it the question looks for."),
            { Ending: MeetingEnding.Halfway } => Prose.Of($"Two days have passed without a swap, so this meeting ends after one half. *Notes* shows what was said."),
            { Ending: MeetingEnding.NoShow, Side: { } side } => Prose.Of($"{Name(over, side)} did not get to it, which happens. {Name(over, 1 - side)}, you wait for a partner again and nobody goes before you at the next matching."),
            { Ending: MeetingEnding.CannotCome, Side: { } side } => Prose.Of($"{Name(over, side)} cannot make it. {Name(over, 1 - side)}, you wait for a partner again and nobody goes before you at the next matching."),
            { Ending: MeetingEnding.PersonGone, Side: { } side } => Prose.Of($"Your partner is no longer here, so this meeting is over. {Name(over, 1 - side)}, you wait for a partner again and nobody goes before you at the next matching."),
            { Ending: MeetingEnding.Stopped, Side: { } side } => Prose.Of($"{Name(over, side)} stopped this meeting. What was said is kept; *Notes* shows it."),
            _ => Prose.Of($"This meeting is over."),
        },
        Prose.Of($"{new CommandRef(CommandTable.Pair)} shows where you stand in the matching.")))
    {
        Controls = After(over),
    };

    /// <summary>What one side is told directly, because the thread does not reach them; null for nothing.</summary>
    public static Message? Direct(Meeting.Over over, int side) => over switch
    {
        { Ending: MeetingEnding.NoShow, Side: { } absent } when absent == side => new(Prose.Of(
            $"Your meeting with {Name(over, 1 - side)} ended without you. That happens; nobody holds it against you, and you are not in the next matching. Would you like to be?"))
        {
            Controls = [PoolButton(over.Setup.Pool, "Stay in", PairAct.Again), PoolButton(over.Setup.Pool, "Leave it", PairAct.Leave)],
        },
        { Ending: MeetingEnding.PlaceLost } => new(Prose.Of(
            $"Our thread with {Name(over, 1 - side)} is gone, or one of you is no longer in it, so that meeting is over. What was said is kept."))
        {
            Controls = After(over),
        },
        { Ending: MeetingEnding.NoPlace } => new(Prose.Of(
            $"You were matched with {Name(over, 1 - side)}, but I could not open a thread for the two of you. Somebody who manages the group can mend that: let me open private threads, or name a practice channel with {new CommandRef(CommandTable.Settings, "practice-channel:#practice")}. You both go first at the next matching.")),
        _ => null,
    };

    public static Message IsOver(Meeting.Over over) => new(Prose.Of($"This meeting is over. *Notes* shows what was said, *Again* finds you another partner.")) { Controls = After(over) };

    public static Message NotesLater() => new(Prose.Of($"The notes come when the meeting is over: they show what the question looks for."));

    public static Message ScriptIsTheirs(Meeting.Held now) => new(Prose.Of($"In this half {Name(now, now.Interviewer)} asks and has the script. Yours comes when roles are swapped."));

    public static Message StopSure(Meeting.Held now) => new(Prose.Of($"Stop it for both of you? What was said is kept. If it is only today that does not work, *Cannot make it* lets {Name(now, 0)} or {Name(now, 1)}, whoever is left, go first next time."))
    {
        Controls = [Button(now, "Stop and keep", PairAct.StopSure, Tone.Danger), Button(now, "Go on", PairAct.GoOn)],
    };

    public static Message CannotComeSure(Meeting.Held now) => new(Prose.Of($"Shall I say that you cannot make it? The meeting ends, what was said is kept, and your partner goes first at the next matching."))
    {
        Controls = [Button(now, "Yes, tell them", PairAct.CannotComeSure, Tone.Main), Button(now, "Go on", PairAct.GoOn)],
    };

    public static Message CannotComeTaken(Meeting.Held now) => new(Prose.Of($"Said, and thank you for telling. You are not in the next matching; *Again* changes that."))
    {
        Controls = [PoolButton(now.Setup.Pool, "Again", PairAct.Again)],
    };

    public static Message GoOn() => new(Prose.Of($"Nothing was changed. Go on."));

    public static Message Stale() => new(Prose.Of($"That button is from an earlier step. The newest message here has the ones that count now."));

    public static Message NotYourMove(Meeting.Running now) => new(Prose.Of($"It is {Name(now, now.ToMove)}'s move, so there is nothing to pass. What you write here is saved all the same."));

    public static Message NothingYet() => new(Prose.Of($"You have not written an answer in this half yet. A few lines are enough; *Pass the turn* hands the move over without any."));

    public static Message DoneAlready(Meeting.Running now) => new(Prose.Of($"Your answer is marked as complete already. {Name(now, now.Interviewer)} ends this half."));

    public static Message NotKnown() => new(Prose.Of($"I do not know that meeting here, or not any more. {new CommandRef(CommandTable.Pair)} shows where you stand."));

    /// <summary>A person by name, unless their data was erased.</summary>
    public static Prose Name(Meeting.Held now, int side) => now.Setup.Sides[side] is { IsGone: false } one ? Prose.Of($"{one.Person}") : Prose.Of($"your partner");

    private static Prose Clock(Meeting.Running now, DateTimeOffset at)
    {
        var end = now.WhenLeft(TimeSpan.Zero);
        var sides = now.Setup.Sides;
        var when = sides[0].Zone == sides[1].Zone
            ? Prose.Markdown($"{Local(end, sides[0].Zone)} ({sides[0].Zone})")
            : Prose.Of($"{Prose.Markdown(Local(end, sides[0].Zone))} for {Name(now, 0)} ({Prose.Markdown(sides[0].Zone)}), {Prose.Markdown(Local(end, sides[1].Zone))} for {Name(now, 1)} ({Prose.Markdown(sides[1].Zone)})");
        var quiet = sides[now.ToMove].Quiet is { } hours ? Prose.Markdown($" Quiet hours, {hours}, do not count.") : Prose.Empty;
        return Prose.Of($"**{Name(now, now.ToMove)} to move, {Prose.Markdown(Hours(now.LeftAt(at)))} left:** until {when}.{quiet}");
    }

    private static string Local(DateTimeOffset at, string zone) => $"{DrillWording.Day(ZonedDays.DateOf(at, zone))}, {DrillWording.Clock(ZonedDays.TimeOf(at, zone))}";

    internal static string Hours(TimeSpan span) => span.TotalMinutes < 90
        ? Wording.Many((int)Math.Ceiling(span.TotalMinutes), "minute")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Round(span.TotalHours)} hours");

    private static Seq<Control> Controls(Meeting.Running now) =>
    [
        Button(now, "My script", PairAct.Script),
        Button(now, "Done", PairAct.Done, Tone.Main),
        Button(now, "Pass the turn", PairAct.Pass),
        Button(now, "Cannot make it", PairAct.CannotCome),
        Button(now, "Stop", PairAct.Stop, Tone.Danger),
    ];

    private static Seq<Control> After(Meeting.Over over) =>
    [
        .. over.Said.Count > 0 ? [Button(over, "Notes", PairAct.Notes, Tone.Main)] : Seq<Control>.Empty,
        PoolButton(over.Setup.Pool, "Again", PairAct.Again),
        .. over.Ending is MeetingEnding.NoShow or MeetingEnding.CannotCome or MeetingEnding.PersonGone ? [CommandPress.Button("Start a mock instead", CommandTable.MockStart)] : Seq<Control>.Empty,
    ];

    private static Control.Button Button(Meeting.Held now, string label, string act, Tone tone = Tone.Plain) => new(label, new Token(now.Setup.Stream, act, now.Step).ToString(), tone);

    internal static Control.Button PoolButton(StreamId pool, string label, string act, Tone tone = Tone.Plain) => new(label, new Token(pool, act, 0).ToString(), tone);
}
