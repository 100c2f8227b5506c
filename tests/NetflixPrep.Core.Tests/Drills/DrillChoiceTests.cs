using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Drills.Memory;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Tests.Questions;

namespace NetflixPrep.Core.Tests.Drills;

/// <summary>Which question, by a bank with two questions in each area.</summary>
public class DrillChoiceTests
{
    private static readonly string[] Asked20 = [.. Sums.Kinds.Select(kind => DrillSetup.SumPrefix + kind.Id)];

    private static readonly QuestionBank Bank = BankOf(
        Of("coding.heap", 8, "heaps"), Of("coding.window", 30, "windows"), Of("ml-system-design.rows", 30, "ranking"), Of("ml-system-design.search", 40, "search"),
        Of("ml-fundamentals.bias", 8, "bias"), Of("behavioral.conflict", 8, "conflict"), Of("behavioral.debt", 8, "debt"), Of("experimentation.ramp", 8, "ramp"));

    // Everything as it should be, but for this area.
    private static Dictionary<string, double> Behind(string area) => Areas.All.ToDictionary(each => each.Id, each => each.Id == area ? 0.0 : each.Share);

    [Fact]
    public void The_area_of_the_plans_day_goes_first()
    {
        var chosen = Choose(new() { PlannedArea = "behaviour", Practised = Behind("coding") });

        Assert.Equal("behaviour", chosen.Area);
        Assert.Equal("your plan has behaviour and stories today; you have not been asked this before.", chosen.Why);
    }

    [Theory]
    [InlineData("coding")]
    [InlineData("design")]
    [InlineData("fundamentals")]
    [InlineData("behaviour")]
    [InlineData("experimentation")]
    public void Without_a_plan_the_area_furthest_behind_its_share_goes_first(string area)
    {
        var chosen = Choose(new() { Practised = Behind(area) });

        Assert.Equal(area, chosen.Area);
        Assert.StartsWith($"{Areas.Find(area)!.Label} is furthest behind, 0 of ", chosen.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_is_counted_in_minutes_and_not_in_drills() =>
        // Forty of a hundred minutes are ahead of thirty; five are behind ten, ten behind fifteen, twenty behind twenty-five.
        Assert.Equal("fundamentals", Choose(new() { Practised = new Dictionary<string, double> { ["coding"] = 40, ["design"] = 24, ["fundamentals"] = 14, ["behaviour"] = 13, ["experimentation"] = 9 } }).Area);

    [Fact]
    public void A_plan_with_an_area_that_nobody_knows_is_passed_over() => Assert.Equal("coding", Choose(new() { PlannedArea = "juggling", Practised = Behind("coding") }).Area);

    [Fact]
    public void Without_any_practice_it_begins_anywhere_by_the_seed() =>
        Assert.Equal(Areas.All.Select(area => area.Id).Order(), Enumerable.Range(0, 60).Select(seed => Choose(new() { Seed = (ulong)seed }).Area).Distinct().Order());

    [Fact]
    public void Within_the_minutes_goes_before_what_is_due() =>
        Assert.Equal("coding.heap", Choose(new() { Practised = Behind("coding"), Minutes = 10, Memory = [Faint("windows")] }).QuestionId);

    [Fact]
    public void When_nothing_of_the_area_fits_a_long_one_is_asked_in_outline() =>
        Assert.Contains(Choose(new() { Practised = Behind("design"), Minutes = 5 }).QuestionId, new[] { "ml-system-design.rows", "ml-system-design.search" });

    [Fact]
    public void Among_those_that_fit_the_one_with_most_skills_due_goes_first()
    {
        var chosen = Choose(new() { Practised = Behind("behaviour"), Memory = [Faint("debt")] });

        Assert.Equal("behavioral.debt", chosen.QuestionId);
        Assert.EndsWith("; due again: debt.", chosen.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_that_are_due_the_fainter_one_goes_first() =>
        Assert.Equal("behavioral.conflict", Choose(new() { Practised = Behind("behaviour"), Memory = [Faint("debt", days: 4), Faint("conflict", days: 40)] }).QuestionId);

    [Fact]
    public void What_was_seen_and_is_not_due_yet_says_nothing() =>
        Assert.DoesNotContain("due again", Choose(new() { Practised = Behind("behaviour"), Memory = [new("debt", Fsrs.Review(null, Grade.Good, D.Day(2)))] }).Why, StringComparison.Ordinal);

    [Fact]
    public void What_was_not_asked_before_goes_before_what_is_due() =>
        Assert.Equal("behavioral.conflict", Choose(new() { Practised = Behind("behaviour"), Memory = [Faint("debt")], Asked = [Ago("behavioral.debt", 90)] }).QuestionId);

    [Fact]
    public void Nothing_is_asked_again_while_anything_is_left_that_was_not()
    {
        var asked = new List<Asked>();
        for (var n = 0; n < Bank.Questions.Count + Sums.Kinds.Count; n++)
        {
            var chosen = Choose(new() { Asked = [.. asked], Practised = Behind("behaviour"), Seed = (ulong)n });
            Assert.DoesNotContain(asked, before => before.QuestionId == chosen.QuestionId);
            asked.Add(Ago(chosen.QuestionId, 0));
        }
    }

    [Fact]
    public void When_the_area_is_used_up_the_next_one_is_asked_and_the_reason_says_so()
    {
        var chosen = Choose(new() { Practised = Behind("behaviour"), Asked = [Ago("behavioral.debt", 9), Ago("behavioral.conflict", 9)] });

        Assert.NotEqual("behaviour", chosen.Area);
        Assert.Contains("but you have been asked all of it; next comes", chosen.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void When_the_whole_bank_is_used_up_what_was_asked_longest_ago_comes_again()
    {
        Seq<Asked> all = [.. Bank.Questions.Select(question => Ago(question.Id, question.Id == "behavioral.debt" ? 50 : 9)), .. Asked20.Select(id => Ago(id, 3))];
        var chosen = Choose(new() { Practised = Behind("behaviour"), Asked = all });

        Assert.Equal("behavioral.debt", chosen.QuestionId);
        Assert.Contains("it was asked longest ago", chosen.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public void A_kind_of_sum_rests_for_two_weeks_and_comes_again_with_other_figures(int daysAgo, bool comes)
    {
        var onlySums = BankOf();
        Seq<Asked> asked = [.. Asked20.Select(id => Ago(id, id.EndsWith("psi", StringComparison.Ordinal) ? daysAgo : 1))];
        var chosen = DrillChoice.Choose(onlySums, Request(new() { Asked = asked, Practised = Behind("experimentation") }))!;

        // What rests comes only when nothing else is left; then the area decides.
        Assert.Equal(comes, chosen.QuestionId == "sum.psi");
        if (comes) Assert.DoesNotContain("you have not been asked this before", chosen.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Drafts_and_retired_questions_are_not_asked()
    {
        var bank = BankOf(Of("behavioral.draft", 8, "a") with { Status = QuestionStatus.Draft }, Of("behavioral.gone", 8, "b") with { Status = QuestionStatus.Retired }, Of("behavioral.sample", 8, "c") with { Status = QuestionStatus.Sample });

        Assert.All(Enumerable.Range(0, 20), seed => Assert.StartsWith("sum.", DrillChoice.Choose(bank, Request(new() { Seed = (ulong)seed, Practised = Behind("behaviour") }))!.QuestionId, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_request_is_answered_the_same_in_whatever_order_the_bank_is()
    {
        var turned = BankOf([.. Bank.Questions.Reverse()]);

        Assert.All(Enumerable.Range(0, 50), seed => Assert.Equal(DrillChoice.Choose(Bank, Request(new() { Seed = (ulong)seed })), DrillChoice.Choose(turned, Request(new() { Seed = (ulong)seed }))));
    }

    [Fact]
    public void The_seed_decides_between_equals() =>
        Assert.Equal(["behavioral.conflict", "behavioral.debt"], Enumerable.Range(0, 30).Select(seed => Choose(new() { Practised = Behind("behaviour"), Seed = (ulong)seed }).QuestionId).Distinct().Order());

    /// <summary>What matters of a request.</summary>
    private sealed record Wish
    {
        public string? PlannedArea { get; init; }

        public Dictionary<string, double> Practised { get; init; } = [];

        public int Minutes { get; init; } = 10;

        public Seq<SkillMemory> Memory { get; init; } = [];

        public Seq<Asked> Asked { get; init; } = [];

        public ulong Seed { get; init; } = 7;
    }

    private static ChosenDrill Choose(Wish wish) => DrillChoice.Choose(Bank, Request(wish))!;

    private static DrillRequest Request(Wish wish) => new()
    {
        Date = D.Day(2),
        Minutes = wish.Minutes,
        Asked = wish.Asked,
        Memory = wish.Memory,
        PlannedArea = wish.PlannedArea,
        Practised = wish.Practised,
        Seed = wish.Seed,
    };

    private static Asked Ago(string question, int days) => new(question, D.At(2, "08:00") - TimeSpan.FromDays(days));

    private static SkillMemory Faint(string skill, int days = 30) => new(skill, Fsrs.Review(null, Grade.Again, D.Day(2).AddDays(-days)));

    private static QuestionBank BankOf(params Question[] questions) => new(new() { Questions = [.. questions] });

    private static Question Of(string id, int minutes, string skill) =>
        B.Question(id, B.Signal("it", new() { Any = ["it"] }) with { Skill = skill }) with { Minutes = new(minutes, 3, 1) };
}
