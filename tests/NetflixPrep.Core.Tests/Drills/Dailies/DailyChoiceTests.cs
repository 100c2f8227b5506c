using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Drills.Dailies;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Tests.Questions;
using static NetflixPrep.Core.Tests.Drills.Dailies.Q;

namespace NetflixPrep.Core.Tests.Drills.Dailies;

public class DailyChoiceTests
{
    private static readonly QuestionBank Bank = Of(
        ("coding.a", 30), ("coding.b", 30), ("ml-coding.a", 30), ("ml-system-design.a", 40), ("ml-system-design.b", 25), ("ml-fundamentals.long", 25), ("ml-fundamentals.short", 15),
        ("behavioral.a", 10), ("culture.a", 10), ("experimentation.a", 20));

    [Fact]
    public void Nothing_is_asked_twice_while_the_pool_lasts()
    {
        var asked = Days(Bank, 10 + Sums.Kinds.Count);

        Assert.Equal(asked.Count, asked.Select(each => each.QuestionId).Distinct().Count());
    }

    [Fact]
    public void After_the_pool_comes_what_was_asked_longest_ago_in_its_round()
    {
        var bank = Of(("culture.a", 10), ("culture.b", 10));
        var before = Days(bank, 2 + Sums.Kinds.Count).ToSeq();

        var cultures = Days(bank, 30).Where(each => each.QuestionId.StartsWith("culture", StringComparison.Ordinal)).Select(each => each.QuestionId).ToList();

        Assert.All(cultures.Zip(cultures.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Contains("it was asked longest ago", DailyChoice.Choose(bank, Hall, Monday.AddDays(60), before)!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Areas_come_in_turn_by_their_share() =>
        Assert.Equal(["coding", "design", "fundamentals", "behaviour", "coding"], FirstDays().Select(id => AreaOf(id).Id));

    [Fact]
    public void The_rounds_of_an_area_come_in_turn()
    {
        var bank = Of(("behavioral.a", 10), ("behavioral.b", 10), ("culture.a", 10), ("culture.b", 10));
        var rounds = Days(bank, 4 + Sums.Kinds.Count).Select(each => each.QuestionId).Where(id => !id.StartsWith("sum.", StringComparison.Ordinal)).Select(id => id.Split('.')[0]).ToList();

        Assert.NotEqual(rounds[0], rounds[1]);
        Assert.NotEqual(rounds[2], rounds[3]);
    }

    [Fact]
    public void In_a_round_the_short_ones_come_first()
    {
        var fundamentals = Days(Bank, 17).Select(each => each.QuestionId).Where(id => id.StartsWith("ml-fundamentals", StringComparison.Ordinal));

        Assert.Equal(["ml-fundamentals.short", "ml-fundamentals.long"], fundamentals);
    }

    [Fact]
    public void The_same_group_and_date_get_the_same_question_and_another_group_may_get_another()
    {
        var bank = Of([.. Enumerable.Range(1, 30).Select(number => ($"coding.q{number}", 10))]);

        Assert.Equal(DailyChoice.Choose(bank, Hall, Monday, []), DailyChoice.Choose(bank, Hall, Monday, []));
        Assert.True(Enumerable.Range(1, 9).Select(number => DailyChoice.Choose(bank, new("group", $"terminal:g{number}"), Monday, [])!.QuestionId).Distinct().Count() > 1);
    }

    [Fact]
    public void The_reason_quotes_the_turn() =>
        Assert.Equal("system design is next in turn, 0 of 1 so far (aim 25 %); this group has not had it before.", DailyChoice.Choose(Bank, Hall, Monday, [new("coding.a", Monday.AddDays(-1))])!.Why);

    [Fact]
    public void Only_reviewed_questions_are_asked()
    {
        var draft = new QuestionBank(new() { Questions = [B.Question("coding.draft") with { Status = QuestionStatus.Draft }] });

        Assert.StartsWith("sum.", DailyChoice.Choose(draft, Hall, Monday, [])!.QuestionId, StringComparison.Ordinal);
    }

    private static Area AreaOf(string id) => Areas.Find(id.StartsWith("sum.", StringComparison.Ordinal) ? Sums.Find(id[DrillSetup.SumPrefix.Length..])!.Area : Areas.OfRound(id.Split('.')[0]).Id)!;

    private static IEnumerable<string> FirstDays() => Days(Bank, 5).Select(each => each.QuestionId);

    private static List<AskedDaily> Days(QuestionBank bank, int days)
    {
        var before = new List<AskedDaily>();
        for (var day = 0; day < days; day++) before.Add(new(DailyChoice.Choose(bank, Hall, Monday.AddDays(day), before.ToSeq())!.QuestionId, Monday.AddDays(day)));
        return before;
    }

    private static QuestionBank Of(params (string Id, int Minutes)[] questions) =>
        new(new() { Questions = [.. questions.Select(each => B.Question(each.Id) with { Minutes = new(each.Minutes, 5, 2) })] });
}
