using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Histories;

/// <summary><c>/why</c>: why a finished session asked what it asked, from what was recorded then.</summary>
public static class WhyPage
{
    /// <param name="sentAgain">When messages were sent once more because nobody knows whether the first try arrived.</param>
    public static Message For(Session.Finished session, Seq<InterviewScript> scripts, Seq<DateTimeOffset> sentAgain, string day) => new(session.Sheet.Clock is null
        ? Prose.Of($"Session {session.Sheet.Setup.Stream.Key} was closed before it began, so nothing was asked.")
        : Prose.Paragraphs(
        [
            .. session.Sheet.All.SelectMany(sheet => new[] { Question(sheet, scripts[sheet.Number]), FollowUps(sheet, scripts[sheet.Number]) }),
            Again(sentAgain),
        ]))
    {
        Title = $"Why, session {session.Sheet.Setup.Stream.Key}, {day}",
        Long = true,
    };

    /// <summary>There is nothing to explain.</summary>
    /// <param name="named">The key that was typed, or null when none was.</param>
    public static Message Unknown(string? named) => new(named is null
        ? Prose.Of($"You have no finished session here. {new CommandRef(CommandTable.MockStart)} opens one.")
        : Prose.Of($"You have no finished session {named} here. The last line of a session names its key; {new CommandRef(CommandTable.Why)} alone explains the newest."));

    private static Prose Question(Sheet sheet, InterviewScript script) => Prose.Of(
        $"**{Prose.Markdown(sheet.Setup.QuestionCount == 1 ? "The question" : $"Question {sheet.Number + 1}")}:** {Prose.Markdown(script.Question.Title)}. {Reason(sheet)} Seed {Prose.Markdown(sheet.Setup.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture))} decided between equals.");

    private static Prose Reason(Sheet sheet) => sheet switch
    {
        { Setup.FirstRun: { } first } => Prose.Of($"It is the question of session {first.Session.Key}, run again."),
        { Setup.Named: true } => Prose.Of($"You named it."),
        { Number: 0, Setup.Note: { } note } => Prose.Typed(note),
        { Number: > 0 } => Prose.Of($"The minutes of the round held another one."),
        _ => Fits(),
    };

    private static Prose Fits() => Prose.Of($"It fits what was asked for; of those that fit, you had not been asked it before, or longest ago.");

    private static Prose FollowUps(Sheet sheet, InterviewScript script) => sheet.Probes.Count == 0
        ? Prose.Of($"No follow-up was asked.")
        : Prose.Of($"**Follow-ups**\n{Prose.Lines(sheet.Probes.Select(probe => Prose.Of($"- Min {Sheet.Minute(probe.AskedAt)}: {Prose.Markdown(script.Question.FollowUps.First(known => known.Id == probe.FollowUp).Ask.Trim())} Why: {probe.Reason}.")))}");

    private static Prose Again(Seq<DateTimeOffset> sentAgain) => sentAgain.Count == 0
        ? Prose.Empty
        : Prose.Of($"**Perhaps shown twice:** {Prose.Join(", ", sentAgain.Take(5).Select(at => Prose.Of($"{at}")))}. I could not know whether the first try had arrived, so I sent it once more rather than leave it out.");
}
