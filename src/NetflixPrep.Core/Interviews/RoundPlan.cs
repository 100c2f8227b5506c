using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Interviews;

/// <summary>Fills a round with as many questions as its minutes hold, each with at least one follow-up.</summary>
internal static class RoundPlan
{
    /// <summary>More than this in a row is a quiz, not an interview.</summary>
    private const int MostQuestions = 4;

    /// <summary>The first question and those after it; only the first when no second one fits.</summary>
    /// <param name="minutes">Of the whole round, without extra time.</param>
    public static Seq<Question> Fill(QuestionBank bank, Question first, QuestionRequest request, Seq<Asked> history, ulong seed, int minutes)
    {
        Seq<Question> chosen = [first];
        var chance = new Chance(seed);
        while (chosen.Count < MostQuestions)
        {
            chance = chance.Next();
            var next = bank.Choose(
                request with
                {
                    QuestionId = null,
                    Round = first.Round,
                    Except = [.. chosen.Select(question => question.Id)],
                    Room = minutes - chosen.Sum(question => question.Minutes.Short),
                    UsedUp = [.. request.UsedUp.Union(chosen.SelectMany(question => question.Topics))],
                },
                history,
                chance.Seed);
            if (next is not QuestionChoice.Chosen { Question: var question }) break;
            chosen = chosen.Add(question);
        }
        return chosen;
    }

    /// <summary>Minutes and follow-ups of each: one follow-up each first, then one more in turn while the minutes last.</summary>
    /// <param name="toTheMinute">The minutes were asked for by name: what is left over is shared out as well.</param>
    public static Seq<PlannedQuestion> Share(Seq<Question> questions, int minutes, bool toTheMinute, Func<string, string> scriptHash)
    {
        var probes = questions.Select(_ => 1).ToArray();
        var left = minutes - questions.Sum(question => question.Minutes.Short);
        for (var (at, idle) = (0, 0); idle < questions.Count; at = (at + 1) % questions.Count)
        {
            var own = questions[at].Minutes;
            if (probes[at] < own.MostProbes && own.PerProbe <= left)
            {
                probes[at]++;
                left -= own.PerProbe;
                idle = 0;
            }
            else idle++;
        }
        Seq<PlannedQuestion> plan = [.. questions.Select((question, at) => new PlannedQuestion(scriptHash(question.Id), question.Id, question.Minutes.Answer + (question.Minutes.PerProbe * probes[at]), probes[at]))];
        return toTheMinute ? Stretch(plan, minutes) : plan;
    }

    /// <summary>In proportion, to whole minutes that add up.</summary>
    private static Seq<PlannedQuestion> Stretch(Seq<PlannedQuestion> plan, int minutes)
    {
        var own = plan.Sum(planned => planned.Minutes);
        var (before, given) = (0, 0);
        return [.. plan.Select(planned =>
        {
            before += planned.Minutes;
            var until = (int)Math.Round((double)before * minutes / own, MidpointRounding.AwayFromZero);
            var share = until - given;
            given = until;
            return planned with { Minutes = share };
        })];
    }
}
