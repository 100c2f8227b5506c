using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Drills;

/// <summary>What is said within a drill: one small question, no clock, three lines at the end.</summary>
internal static class DrillLines
{
    public static string PlaceName(DrillSetup setup) => $"Drill {DrillWording.Iso(setup.Date)}";

    public static Message Question(DrillSetup setup, Question? question, Sum? sum) => new(Prose.Paragraphs(
        setup.AfterAGap ? Prose.Of($"Nothing has piled up: one question, as always.") : Prose.Empty,
        sum is not null ? Prose.Markdown(sum.Prompt.Trim()) : Prose.Markdown(question!.Prompt.Trim()),
        question?.Context is { } context ? Prose.Markdown(context.Trim()) : Prose.Empty,
        sum is not null ? Prose.Of($"Write the number when you have it. A calculator is fine, and you may try twice. *Done* shows the working.") : HowTo(setup, question!),
        Prose.Of($"Why this one: {Prose.Markdown(setup.Why)}")))
    {
        Title = $"Drill: {sum?.Kind.Title ?? question!.Title}",
    };

    private static Prose HowTo(DrillSetup setup, Question question) => question.Minutes.Answer > setup.Minutes
        ? Prose.Of($"In full it takes {question.Minutes.Answer} minutes; the outline of an answer in about {setup.Minutes} is enough. Write as many messages as you like, then press *Done*. No clock runs.")
        : Prose.Of($"About {question.Minutes.Answer} minutes. Write as many messages as you like, then press *Done*. No clock runs.");

    public static Prose FollowUp(FollowUp followUp) => Prose.Of($"**One follow-up:** {Prose.Markdown(followUp.Ask.Trim())}");

    /// <summary>Three lines at most, and how the newest drills went.</summary>
    public static Message Debrief(Drill.Offered drill, Debrief debrief) => new(Prose.Lines(
        debrief.Moments is [var best, ..]
            ? Prose.Of($"Mentioned {debrief.Mentioned} of {debrief.Of}. {Prose.Markdown(Wording.Capital(best.Label))}: \"{best.Hit.Quote}\"")
            : Prose.Of($"Mentioned {debrief.Mentioned} of {debrief.Of}."),
        debrief.NotMentioned.Count > 0 ? Prose.Of($"Not mentioned: {Prose.Markdown(string.Join("; ", debrief.NotMentioned))}. These come back sooner.") : Prose.Of($"Everything on the list was mentioned; it comes back later."),
        Streak(drill)))
    {
        Title = Wording.DebriefTitle,
    };

    public static Message SumOver(Drill.Offered drill, Sum sum, SumCheck look) => new(Prose.Paragraphs(
        SumWording.Settled(look),
        SumWording.Working(sum),
        Streak(drill)))
    {
        Title = Wording.DebriefTitle,
    };

    private static Prose Streak(Drill.Offered drill)
    {
        if (drill.Setup.Kind != DrillKind.Daily) return Prose.Empty;
        var before = drill.Setup.Before;
        return new Streak(before.Answered + 1, before.Of + 1).Line();
    }

    public static Prose Skipped() => Prose.Of($"Left out. The next one comes at its usual time.");

    public static Prose StillHere(string title) => Prose.Of($"Here it is again, as you asked: **{Prose.Markdown(title)}**. The question stands further up.");

    public static Prose NothingYet() => Prose.Of($"Nothing is written here yet. Write a line or two first, or press *Skip*.");

    public static Prose OutlineLater() => Prose.Of($"The outline comes after your answer. Press *Done* when you have written it.");

    public static Prose Over() => Prose.Of($"This drill is over. {new CommandRef(CommandTable.DrillNow)} brings another one.");

    public static Prose Stale() => Prose.Of($"That button is from an earlier step. The newest message has the ones that work.");

    public static Prose OnlyTheirs(PersonId person) => Prose.Of($"This is the drill of {person}. {new CommandRef(CommandTable.DrillNow)} brings you one of your own.");

    public static Message NoSuchDrill() => new(Prose.Of($"I do not know that drill any more. {new CommandRef(CommandTable.DrillNow)} brings another one."));

    public static Control Button(Drill.Offered drill, string label, string act, Tone tone = Tone.Plain) =>
        new Control.Button(label, new Token(drill.Setup.Stream, act, drill.Sheet.Step).ToString(), tone);
}
