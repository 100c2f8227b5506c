using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Pairs;

/// <summary>Chooses the two questions of a meeting: what the one who answers wished for, and never what either was asked before while there is something else.</summary>
public static class PairQuestions
{
    /// <param name="asked">What either of the two was asked before.</param>
    /// <returns>One for each half; null when the bank has no two to ask.</returns>
    public static (Question First, Question Second)? Choose(QuestionBank bank, PairWish first, PairWish second, Seq<Asked> asked, ulong seed)
    {
        // An incident is told drop by drop, by the bot.
        Seq<string> incidents = [.. bank.Questions.Where(question => question.Incident is not null).Select(question => question.Id)];
        if (One(bank, first, second, asked, incidents, seed) is not { } one) return null;
        return One(bank, second, first, asked, incidents.Add(one.Id), new Chance(seed).Next().Seed) is { } other ? (one, other) : null;
    }

    private static Question? One(QuestionBank bank, PairWish answers, PairWish asks, Seq<Asked> asked, Seq<string> except, ulong seed)
    {
        Seq<string> seen = [.. asked.Select(each => each.QuestionId).Distinct()];
        foreach (var round in new[] { answers.Round ?? asks.Round, null }.Distinct())
        {
            foreach (var isNew in new[] { true, false })
            {
                var request = new QuestionRequest(Round: round, Level: answers.Level) { Except = isNew ? [.. except, .. seen] : except };
                if (bank.Choose(request, asked, seed) is QuestionChoice.Chosen chosen) return chosen.Question;
            }
        }
        return null;
    }
}
