using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Suggestions;

/// <summary>What may be seen of the bank: finding questions by words, and one question without anything that would give its answer away.</summary>
public static class QuestionPage
{
    private const int Most = 10;

    /// <summary><c>/question search</c>: the questions that have all the words, those with them in the title first.</summary>
    public static Message Search(QuestionBank bank, string words, string? round)
    {
        var typed = Words(words);
        var found = bank.Questions.Where(question => question.Status == QuestionStatus.Reviewed && (round is null || question.Round == round))
            .Select(question => (question, Points: Points(bank, question, typed)))
            .Where(each => each.Points > 0 || typed.Count == 0)
            .OrderByDescending(each => each.Points).ThenBy(each => each.question.Id, StringComparer.Ordinal)
            .Select(each => each.question).ToSeq();
        if (found.Count == 0) return new(Prose.Of($"No question has all of \"{words}\". Try one word, such as calibration, or leave the round out."));
        return new(Prose.Paragraphs(
            Prose.Lines(found.Take(Most).Select(question => Prose.Of($"- {Prose.Markdown(question.Title)}: {Prose.Markdown(About(question))} `{Prose.Markdown(question.Id)}`"))),
            found.Count > Most ? Prose.Of($"{found.Count - Most} more; another word narrows it down.") : Prose.Empty,
            Prose.Of($"{new CommandRef(CommandTable.QuestionShow)} shows one; {new CommandRef(CommandTable.MockStart)} takes its id as question.")))
        {
            Title = found.Count == 1 ? "One question" : $"{found.Count.ToString(CultureInfo.InvariantCulture)} questions",
            Long = true,
        };
    }

    /// <summary><c>/question show</c>.</summary>
    /// <param name="lastOn">The day on which the person had it last; null for never.</param>
    /// <param name="reports">What was told about it, newest first, for those who look after practice; empty for others.</param>
    public static Message Show(QuestionBank bank, string id, string? lastOn, Seq<string> reports)
    {
        if (bank.Find(id) is not { } question)
        {
            return new(Prose.Of($"There is no question \"{id}\". {Prose.Markdown(Spelling.Mend(id, bank.Questions.Select(known => known.Id)).Replace("See prompts/topics.yaml for the list.", "", StringComparison.Ordinal))} {new CommandRef(CommandTable.QuestionSearch)} finds it by a word."));
        }
        return new(Prose.Paragraphs(
            Prose.Markdown(question.Prompt.TrimEnd()),
            question.Context is { } context ? Prose.Markdown(context.TrimEnd()) : Prose.Empty,
            Prose.Of($"{Prose.Markdown(About(question))} Topics: {Prose.Markdown(string.Join(", ", question.Topics.Select(topic => bank.Topics.FirstOrDefault(known => known.Id == topic)?.Label ?? topic)))}."),
            lastOn is null ? Prose.Of($"You have not had it.") : Prose.Of($"You had it last on {lastOn}."),
            reports.Count == 0 ? Prose.Empty : Prose.Lines([Prose.Of($"Told about it:"), .. reports.Select(report => Prose.Of($"- \"{report}\""))]),
            Prose.Of($"{new CommandRef(CommandTable.MockStart, "question:" + question.Id)} asks it; {new CommandRef(CommandTable.QuestionReport)} says what is wrong with it.")))
        {
            Title = question.Title,
            Long = true,
        };
    }

    private static string About(Question question) => string.Create(CultureInfo.InvariantCulture,
        $"{Rounds.Find(question.Round)?.Label ?? question.Round}, {question.Difficulty.ToString().ToLowerInvariant()}, {string.Join(" and ", question.Levels)}, {question.Minutes.Total} min.{(question.Status == QuestionStatus.Reviewed ? "" : $" {question.Status}: asked only by its id.")}");

    private static Seq<string> Words(string typed)
    {
        var tokens = Questions.Reading.Tokens.Of(typed);
        return [.. Enumerable.Range(0, tokens.Count).Select(at => tokens.Word(at).ToString()).Distinct()];
    }

    /// <summary>0 unless each word begins a word of the question somewhere.</summary>
    private static int Points(QuestionBank bank, Question question, Seq<string> typed)
    {
        var title = Words(question.Title);
        var near = Words($"{question.Id} {string.Join(' ', question.Topics)} {string.Join(' ', bank.Topics.Where(topic => question.Topics.Contains(topic.Id)).Select(topic => topic.Label))}");
        var text = Words($"{question.Prompt} {question.Context}");
        var points = 0;
        foreach (var word in typed)
        {
            var worth = Begins(title, word) ? 9 : Begins(near, word) ? 3 : Begins(text, word) ? 1 : 0;
            if (worth == 0) return 0;
            points += worth;
        }
        return points;
    }

    private static bool Begins(Seq<string> words, string with) => words.Any(word => word.StartsWith(with, StringComparison.Ordinal));
}
