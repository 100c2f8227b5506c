using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>What <c>/mock status</c> says: where the session stands, the time left, what to do now.</summary>
public static class SessionStatus
{
    /// <param name="scripts">One a question of the round, in order.</param>
    public static Prose Describe(Session session, Seq<InterviewScript> scripts, DateTimeOffset at) => session switch
    {
        Session.Speaking speaking => Prose.Lines(
            Prose.Of($"**{Prose.Markdown(speaking.Sheet.Setup.RoundLabel)}**: {Prose.Markdown(Part(speaking, scripts[speaking.Sheet.Number]))}, {Prose.Markdown(Wording.Length(TimeLeft.Of(speaking, new(speaking.Sheet.Setup, scripts[speaking.Sheet.Number].Question, speaking.Sheet.Number), at)))} left."),
            Prose.Of($"{Prose.Markdown(Wording.Many(speaking.Sheet.All.Sum(sheet => sheet.Entries.Count(entry => !entry.Deleted)), "message"))} saved, hints used: {speaking.Sheet.All.Sum(sheet => sheet.HintNotes.Count)}."),
            Wording.Now(speaking)),
        Session.Finished => Prose.Of($"No session is open. {new CommandRef("mock start")} opens one."),
        Session.Started started => Prose.Lines(Prose.Of($"**{Prose.Markdown(started.Sheet.Setup.RoundLabel)}**"), Wording.Now(started)),
        _ => Prose.Of($"No session is open. {new CommandRef("mock start")} opens one."),
    };

    /// <summary>The same, with the buttons that the session's newest message carries: for whoever cannot find that message.</summary>
    /// <param name="questions">One a question of the round, in order.</param>
    public static Message WithControls(Session session, Seq<Scripted> questions, DateTimeOffset at) => new(Describe(session, [.. questions.Select(question => question.Script)], at))
    {
        Controls = session switch
        {
            Session.Finished => [],
            Session.ChoosingCause choosing => Controls.Causes(choosing, Debrief.Build(Answered.Of(choosing.Sheet, questions))),
            Session.Started started => Controls.For(started, questions[started.Sheet.Number].Script),
            _ => [],
        },
    };

    private static string Part(Session.Speaking speaking, InterviewScript script) => speaking switch
    {
        Session.Probing => $"follow-up {speaking.Sheet.Probes.Count} of {Math.Max(speaking.Sheet.Probes[^1].Of, speaking.Sheet.Probes.Count)}",
        Session.Awaiting => "between two parts",
        Session.Closing => "your questions for us",
        _ when speaking.Sheet.Setup.QuestionCount > 1 => $"question {speaking.Sheet.Number + 1} of {speaking.Sheet.Setup.QuestionCount}, {script.Question.Title}",
        _ => $"your answer to {script.Question.Title}",
    };
}
