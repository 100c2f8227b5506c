using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>What <c>/mock status</c> says: where the session stands, the time left, what to do now.</summary>
public static class SessionStatus
{
    public static Prose Describe(Session session, InterviewScript script, DateTimeOffset at) => session switch
    {
        Session.Speaking speaking => Prose.Lines(
            Prose.Of($"**{Prose.Markdown(speaking.Sheet.Setup.RoundLabel)}**: {Prose.Markdown(Part(speaking, script))}, {Prose.Markdown(Wording.Length(TimeLeft.Of(speaking, new(speaking.Sheet.Setup, script.Question), at)))} left."),
            Prose.Of($"{Prose.Markdown(Wording.Many(speaking.Sheet.Entries.Count(entry => !entry.Deleted), "message"))} saved, hints used: {speaking.Sheet.HintNotes.Count}."),
            Wording.Now(speaking)),
        Session.Finished => Prose.Of($"No session is open. {new CommandRef("mock start")} opens one."),
        Session.Started started => Prose.Lines(Prose.Of($"**{Prose.Markdown(started.Sheet.Setup.RoundLabel)}**"), Wording.Now(started)),
        _ => Prose.Of($"No session is open. {new CommandRef("mock start")} opens one."),
    };

    /// <summary>The same, with the buttons that the session's newest message carries: for whoever cannot find that message.</summary>
    public static Message WithControls(Session session, InterviewScript script, DateTimeOffset at) =>
        new(Describe(session, script, at)) { Controls = session is Session.Finished ? [] : Controls.For(session, script) };

    private static string Part(Session.Speaking speaking, InterviewScript script) => speaking switch
    {
        Session.Probing => $"follow-up {speaking.Sheet.Probes.Count} of {Math.Max(speaking.Sheet.Probes[^1].Of, speaking.Sheet.Probes.Count)}",
        Session.Closing => "your questions for us",
        _ => $"your answer to {script.Question.Title}",
    };
}
