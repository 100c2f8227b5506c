using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>A question as a human interviewer needs it: what to ask, what may be told, how to help, what to listen for. Never for the candidate.</summary>
public static class ScriptPage
{
    public static Message Message(InterviewScript script) => new(Prose.Paragraphs(
        Prose.Of($"**Ask**\n{Prose.Markdown(script.Question.Prompt)}"),
        List("Tell, but only when asked", script.Question.Facts.Select(fact => fact.Say)),
        List("Help, one at a time", script.Question.Hints),
        List("News on the way", script.Question.Curveballs.Select(news => $"min {news.Minute}: {news.Say}")),
        List("Follow-ups", script.Question.FollowUps.OrderByDescending(followUp => followUp.Priority).Select(followUp => followUp.Ask)),
        List("Listen for", script.Question.Signals.Where(signal => signal.Must).Concat(script.Question.Signals.Where(signal => !signal.Must)).Select(signal => signal.Label)),
        Prose.Of($"Only you see this. Scores come later, from people.")))
    {
        Title = "Your script",
        Long = true,
    };

    private static Prose List(string title, IEnumerable<string> lines) => lines.ToSeq() is { Count: > 0 } some
        ? Prose.Lines([Prose.Of($"**{Prose.Markdown(title)}**"), .. some.Select(line => Prose.Of($"- {Prose.Markdown(line)}"))])
        : Prose.Empty;
}
