using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>A question as a human interviewer needs it: what to ask, what may be told, how to help, what to listen for. Never for the candidate.</summary>
public static class ScriptPage
{
    /// <param name="head">What stands above it, or nothing.</param>
    public static Message Message(InterviewScript script, Prose? head = null) => new(Prose.Paragraphs(
        head ?? Prose.Empty,
        Prose.Of($"**Ask**\n{Prose.Markdown(script.Question.Prompt.Trim())}"),
        List("Tell, but only when asked", script.Question.Facts.Select(fact => fact.Say)),
        Incident(script.Question.Incident),
        List("Help, one at a time", script.Question.Hints),
        List("News on the way", script.Question.Curveballs.Select(news => $"min {news.Minute}: {news.Say}")),
        List("Follow-ups", script.Question.FollowUps.OrderByDescending(followUp => followUp.Priority).Select(followUp => FollowUp(followUp, script.Question))),
        List("Listen for", script.Question.Signals.Where(signal => signal.Must).Concat(script.Question.Signals.Where(signal => !signal.Must)).Select(signal => signal.Label)),
        Prose.Of($"Only you see this. Scores come later, from people.")))
    {
        Title = "Your script",
        Long = true,
    };

    /// <summary>Symptoms and evidence are shown by the bot; people need to know what it will say.</summary>
    private static Prose Incident(Incident? incident) => incident is null ? Prose.Empty : Prose.Paragraphs(
        List("I show by myself", incident.Symptoms.Where(symptom => symptom.Minute > 0).Select(symptom => $"min {symptom.Minute}: {symptom.Say}")),
        List("I show when it is looked at", incident.Evidence.Select(evidence => $"{evidence.Label}: {evidence.Say}{(evidence.DeadEnd ? " (a dead end)" : "")}")),
        List("What ends it", [incident.Mitigation.Label]));

    private static string FollowUp(FollowUp followUp, Question question)
    {
        var listens = followUp.ListensFor.Select(id => question.Signals.FirstOrDefault(signal => signal.Id == id)?.Label).OfType<string>().ToList();
        return listens.Count == 0 ? followUp.Ask.Trim() : $"{followUp.Ask.Trim()} (listen for: {string.Join(", ", listens)})";
    }

    private static Prose List(string title, IEnumerable<string> lines) => lines.ToSeq() is { Count: > 0 } some
        ? Prose.Lines([Prose.Of($"**{Prose.Markdown(title)}**"), .. some.Select(line => Prose.Of($"- {Prose.Markdown(line.Trim())}"))])
        : Prose.Empty;
}
