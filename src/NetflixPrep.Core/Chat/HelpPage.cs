namespace NetflixPrep.Core.Chat;

/// <summary><c>/help</c>: what can be done here and now, written from the command table so that it cannot fall behind.</summary>
public static class HelpPage
{
    /// <param name="inSession">The person has a session open: what helps inside one comes first.</param>
    public static Message For(bool inSession) => new(Prose.Paragraphs(
        inSession
            ? Prose.Of($"You are in a session. Write your answer in as many messages as you like; a tick means saved. Whole messages that do something: done, hint, skip, pause, resume, stop. A message that ends in a question mark asks the interviewer.")
            : Prose.Of($"I run timed mock interviews for the Netflix machine-learning loop. I say what you mentioned and when; people judge how well."),
        Prose.Lines(CommandTable.All.Select(spec => Prose.Of($"{new CommandRef(spec.Verb)}: {Prose.Markdown(spec.Help)}{Options(spec)}"))),
        inSession ? Prose.Empty : Prose.Of($"To begin: {new CommandRef(CommandTable.MockStart, "round:coding")}")))
    {
        Title = "What I can do",
    };

    private static Prose Options(CommandSpec spec) => spec.Arguments.Count == 0
        ? Prose.Empty
        : Prose.Markdown($" ({string.Join(", ", spec.Arguments.Select(argument => argument.Name))})");
}
