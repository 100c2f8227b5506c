using System.Globalization;
using System.Text;

namespace NetflixPrep.Core.Questions;

/// <summary>What the reviewed questions cover: minutes by area, then questions by round, topic, level and difficulty.</summary>
public static class Coverage
{
    /// <summary>Markdown, the same for the same bank. A question counts under each of its topics and levels; the line of a round counts it once.</summary>
    public static string Table(BankContents contents)
    {
        var reviewed = contents.Questions.Where(question => question.Status == QuestionStatus.Reviewed).ToSeq();
        var text = new StringBuilder();
        var total = Math.Max(1, reviewed.Sum(question => question.Minutes.Total));
        Line($"{reviewed.Count} reviewed questions, {total} minutes, {reviewed.Count(question => question.Curveballs.Count > 0)} with a curveball.");
        Line("");
        Line("| area | questions | minutes | share | aim |");
        Line("|---|---|---|---|---|");
        foreach (var area in Areas.All)
        {
            var own = reviewed.Where(question => area.Rounds.Contains(question.Round)).ToSeq();
            var minutes = own.Sum(question => question.Minutes.Total);
            Line(string.Create(CultureInfo.InvariantCulture, $"| {area.Label} | {own.Count} | {minutes} | {100.0 * minutes / total:F1} % | {area.Share} % |"));
        }
        Line("");
        Line("| round, topic | questions | L4 | L5 | L6 | L7 | easy | medium | hard |");
        Line("|---|---|---|---|---|---|---|---|---|");
        foreach (var round in Rounds.All)
        {
            var own = reviewed.Where(question => question.Round == round.Id).ToSeq();
            Row($"**{round.Label}**", own);
            foreach (var topic in contents.Topics)
            {
                if (own.Where(question => question.Topics.Contains(topic.Id)).ToSeq() is { Count: > 0 } about) Row($"{round.Label}, {topic.Label}", about);
            }
        }
        return text.ToString();

        void Row(string name, Seq<Question> questions)
        {
            var levels = Rounds.Levels.Select(level => questions.Count(question => question.Levels.Contains(level)));
            Difficulty[] difficulties = [Difficulty.Easy, Difficulty.Medium, Difficulty.Hard];
            var hard = difficulties.Select(difficulty => questions.Count(question => question.Difficulty == difficulty));
            Line($"| {name} | {string.Join(" | ", levels.Concat(hard).Prepend(questions.Count).Select(count => count.ToString(CultureInfo.InvariantCulture)))} |");
        }

        void Line(string line) => text.Append(line).Append('\n');
    }
}
