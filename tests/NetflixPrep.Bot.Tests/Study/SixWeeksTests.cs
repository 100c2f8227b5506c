using NetflixPrep.Bot.Questions;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Tests.Study;

/// <summary>The promise of the bank: six weeks with a drill each day and two mocks a week ask nothing twice.</summary>
public sealed class SixWeeksTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly QuestionBank Bank = BuiltInBank.Load();

    [Theory]
    [InlineData("L4")]
    [InlineData("L5")]
    [InlineData("L6")]
    [InlineData("L7")]
    public void Nobody_meets_a_question_twice(string level)
    {
        foreach (var name in new[] { "ana", "ben", "cleo" })
        {
            var asked = new List<Asked>();
            var practised = new Dictionary<string, double>();
            for (var day = 0; day < 42; day++)
            {
                var at = Start.AddDays(day);
                Drill(asked, practised, name, at);
                if (day % 7 is 2 or 5) Mock(asked, practised, name, level, Rounds.All[day % Rounds.All.Count].Id, at);
            }

            var ofTheBank = asked.Select(each => each.QuestionId).Where(id => !id.StartsWith(DrillSetup.SumPrefix, StringComparison.Ordinal)).ToList();
            Assert.True(ofTheBank.Count >= 30, $"only {ofTheBank.Count} questions were asked");
            Assert.Empty(ofTheBank.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
        }
    }

    [Theory]
    [InlineData("L4")]
    [InlineData("L5")]
    [InlineData("L6")]
    [InlineData("L7")]
    public void Every_round_has_a_question_of_the_level(string level) =>
        Assert.All(Rounds.All, round => Assert.Contains(Bank.Questions, question => question.Status == QuestionStatus.Reviewed && question.Round == round.Id && question.Levels.Contains(level)));

    private static void Drill(List<Asked> asked, Dictionary<string, double> practised, string name, DateTimeOffset at)
    {
        var request = new DrillRequest { Date = DateOnly.FromDateTime(at.UtcDateTime), Minutes = 10, Asked = [.. asked], Practised = practised, Seed = Chance.From($"{name}|{at:O}").Seed };
        var chosen = DrillChoice.Choose(Bank, request)!;
        asked.Add(new(chosen.QuestionId, at));
        practised[chosen.Area] = practised.GetValueOrDefault(chosen.Area) + 10;
    }

    private static void Mock(List<Asked> asked, Dictionary<string, double> practised, string name, string level, string round, DateTimeOffset at)
    {
        var from = new Origin($"d-{name}-{at:O}", new("terminal", null, name), new("terminal", "@" + name), at);
        var opened = new Opening(Bank, id => id).Start(new("session", $"s{at.Ticks}"), from, [new("round", round), new("level", level)], new([.. asked], null));
        var setup = Assert.IsType<Opened.Ready>(opened).Setup;
        Seq<string> ids = setup.Plan is { } plan ? [.. plan.Select(planned => planned.QuestionId)] : [setup.QuestionId];
        asked.AddRange(ids.Select(id => new Asked(id, at)));
        var area = Areas.OfRound(round).Id;
        practised[area] = practised.GetValueOrDefault(area) + 45;
    }
}
