using System.Text.RegularExpressions;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Tests.Drills.Calculators;

public sealed partial class SumsTests
{
    private const int Seeds = 500;

    [GeneratedRegex(@"\b(right|wrong|good|bad|correct|incorrect|well done|great|poor|best|worse|worst)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Judgement { get; }

    public static TheoryData<string> Kinds => [.. Sums.Kinds.Select(kind => kind.Id)];

    [Fact]
    public void The_ids_never_change() =>
        Assert.Equal(["sample-size", "mde", "ndcg-at-k", "precision-recall", "calibration-error", "psi", "bootstrap-interval"], Sums.Kinds.Select(kind => kind.Id));

    [Fact]
    public void Every_kind_belongs_to_an_area_and_takes_3_to_6_minutes() =>
        Assert.All(Sums.Kinds, kind => Assert.True(Areas.Find(kind.Area) is not null && kind.Minutes is >= 3 and <= 6));

    [Fact]
    public void A_kind_that_does_not_exist_throws() => Assert.Throws<KeyNotFoundException>(() => Sums.Make("integral", 1));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_seed_makes_the_same_sum(string kind) =>
        Assert.All(Many(kind), sum => Assert.Equal(sum.Sum, Sums.Make(kind, sum.Seed)));

    [Fact]
    public void A_seed_makes_the_same_sum_on_every_machine()
    {
        var sum = Sums.Make("precision-recall", 7);

        Assert.Equal(
            """
            A model looks for accounts that someone else has taken over. Of 1,000 cases:
            - Taken over, flagged: 41
            - Taken over, not flagged: 68
            - Not taken over, flagged: 29
            - Not taken over, not flagged: 862

            What are precision and recall?
            """, sum.Prompt);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Seeds_make_many_different_sums(string kind) => Assert.True(Many(kind).Select(sum => sum.Sum.Prompt).Distinct().Count() > 100);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Texts_are_short_enough_for_a_phone_and_never_judge(string kind) => Assert.All(Many(kind), made =>
    {
        string[] texts = [made.Sum.Prompt, string.Join('\n', made.Sum.Working), .. made.Sum.Slips.Select(slip => slip.How)];
        Assert.All(texts, text => Assert.InRange(text.Length, 1, 1200));
        Assert.All(texts, text => Assert.DoesNotMatch(Judgement, text));
        Assert.All(texts, text => Assert.DoesNotContain("NaN", text, StringComparison.Ordinal));
        Assert.All(made.Sum.Prompt.Split('\n'), line => Assert.InRange(line.Length, 0, 200));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_answer_is_a_number_that_can_be_missed(string kind) => Assert.All(Many(kind), made =>
    {
        Assert.NotEmpty(made.Sum.Expected);
        Assert.All(made.Sum.Expected, answer => Assert.True(double.IsFinite(answer.Value) && answer.Value > 0 && answer.Tolerance is > 0 and <= 5));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Slips_come_to_something_else_than_the_answer_and_each_other(string kind) => Assert.All(Many(kind), made =>
    {
        Assert.NotEmpty(made.Sum.Slips);
        foreach (var answer in made.Sum.Expected)
        {
            double[] values = [answer.Value, .. made.Sum.Slips.Where(slip => slip.Answer == answer.Label).Select(slip => slip.Value)];
            Assert.All(from one in values from other in values where one < other select (one, other), pair => Assert.True(pair.other - pair.one > pair.other * answer.Tolerance / 100));
        }
        Assert.All(made.Sum.Slips, slip => Assert.Contains(made.Sum.Expected, answer => answer.Label == slip.Answer));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_working_ends_with_the_answers_as_they_are_written(string kind) => Assert.All(Many(kind), made =>
        Assert.All(made.Sum.Expected, answer => Assert.Contains(answer.Write(answer.Value), string.Join('\n', made.Sum.Working), StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_answer_as_it_is_written_is_within_the_tolerance(string kind) => Assert.All(Many(kind), made =>
    {
        var text = string.Join(" and ", made.Sum.Expected.Select(answer => answer.Write(answer.Value)));
        Assert.True(SumCheck.Read(made.Sum, text).AllWithin, $"seed {made.Seed}: {text} for {made.Sum.Prompt}");
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_slip_as_it_is_written_is_told(string kind) => Assert.All(Many(kind), made => Assert.All(made.Sum.Slips, slip =>
    {
        var answer = made.Sum.Expected.First(each => each.Label == slip.Answer);
        var read = SumCheck.Read(made.Sum, $"{answer.Words[0]} = {answer.Write(slip.Value)}").Answers.First(each => each.Expected == answer);
        Assert.True(read.Slip == slip, $"seed {made.Seed}: {slip} is read as {read}");
    }));

    private static IEnumerable<(ulong Seed, Sum Sum)> Many(string kind) => Enumerable.Range(0, Seeds).Select(seed => ((ulong)seed, Sums.Make(kind, (ulong)seed)));
}
