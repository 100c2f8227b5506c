using NetflixPrep.Core.Questions.Formulas;

namespace NetflixPrep.Core.Tests.Questions.Formulas;

public class FormulaTests
{
    [Theory]
    [InlineData("2 + 3 * 4", 14)]
    [InlineData("(2 + 3) * 4", 20)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("-2 + 5", 3)]
    [InlineData("1e3 / 0.5", 2000)]
    [InlineData("sqrt(16) + ln(1) + round(2.5) + min(3, 4) + max(3, 4)", 14)]
    public void Reckons_as_on_paper(string text, double expected) => Assert.Equal(expected, Reckon(text)!.Value, 9);

    [Fact]
    public void A_name_is_what_was_stated_and_its_hyphens_are_no_minus() =>
        Assert.Equal(240, Reckon("ranked * ms-per-title / busy-hour - 10", ("ranked", 100), ("ms-per-title", 5), ("busy-hour", 2))!.Value);

    [Fact]
    public void Without_a_stated_figure_there_is_no_result() => Assert.Null(Reckon("ranked * 2"));

    [Fact]
    public void A_result_that_is_no_number_is_none() => Assert.Null(Reckon("1 / 0"));

    [Fact]
    public void A_sign_in_front_says_how_the_number_should_stand() =>
        Assert.Equal((Relation.Below, "retrieved"), (Formula.Read("< retrieved").Formula!.Relation, Formula.Read("< retrieved").Formula!.Text));

    [Theory]
    [InlineData("", "it ends too early")]
    [InlineData("2 +", "it ends too early")]
    [InlineData("(2 + 3", "a bracket is not closed")]
    [InlineData("2 3", "'3' is left over")]
    [InlineData("cube(3)", "there is no function 'cube'")]
    [InlineData("sample_size(0.1, 0.2)", "sample_size takes 4 values, here are 2")]
    [InlineData("2 § 3", "'§ 3' is left over")]
    public void What_cannot_be_read_is_said(string text, string complaint) => Assert.StartsWith(complaint, Formula.Read(text).Complaint, StringComparison.Ordinal);

    [Fact]
    public void Brackets_have_a_limit() => Assert.Equal("it is more than 20 brackets deep", Formula.Read(new string('(', 5000) + "1").Complaint);

    // Worked out for the issue: two-sided alpha 0.05.
    [Theory]
    [InlineData(0.10, 0.11, 0.8, 14_749)]
    [InlineData(0.10, 0.11, 0.9, 19_744)]
    [InlineData(0.40, 0.41, 0.8, 37_824)]
    [InlineData(0.40, 0.41, 0.9, 50_636)]
    public void Sizes_a_test_of_two_shares(double p0, double p1, double power, int expected) =>
        Assert.Equal(expected, (int)Math.Ceiling(SampleSize.PerGroup(p0, p1, 0.05, power)));

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0.1, 0.1)]
    [InlineData(0.1, 1)]
    public void Shares_that_size_nothing_give_no_number(double p0, double p1) => Assert.Equal(double.NaN, SampleSize.PerGroup(p0, p1, 0.05, 0.8));

    private static double? Reckon(string text, params (string Id, double Value)[] stated) =>
        Formula.Read(text) is { Formula: { } formula } ? formula.Reckon(stated.ToDictionary(pair => pair.Id, pair => pair.Value)) : throw new ArgumentException(Formula.Read(text).Complaint);
}
