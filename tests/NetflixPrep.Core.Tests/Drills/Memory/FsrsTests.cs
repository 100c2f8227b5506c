using FsCheck;
using FsCheck.Fluent;
using NetflixPrep.Core.Drills.Memory;

namespace NetflixPrep.Core.Tests.Drills.Memory;

public sealed class FsrsTests
{
    private static readonly DateOnly Monday = new(2026, 1, 5);

    private static readonly Arbitrary<Remembered> Items = Arb.From(
        from stability in Gen.Choose(1, 400_000).Select(thousandths => thousandths / 1000.0)
        from difficulty in Gen.Choose(100, 1000).Select(hundredths => hundredths / 100.0)
        select new Remembered(stability, difficulty, Monday, Monday.AddDays(1), 3, 0));

    private static readonly Arbitrary<int> Gaps = Arb.From(Gen.Choose(1, 400));

    private static readonly Arbitrary<Grade> AnyGrade = Arb.From(Gen.Elements(Grade.Again, Grade.Hard, Grade.Good));

    [Fact]
    public void Stability_grows_when_it_was_found() =>
        Prop.ForAll(Items, Gaps, (item, gap) => Reviewed(item, Grade.Good, gap).Stability > item.Stability).QuickCheckThrowOnFailure();

    [Fact]
    public void Stability_grows_less_after_a_probe_than_without_one() =>
        Prop.ForAll(Items, Gaps, (item, gap) => Reviewed(item, Grade.Hard, gap).Stability < Reviewed(item, Grade.Good, gap).Stability).QuickCheckThrowOnFailure();

    [Fact]
    public void Stability_never_grows_when_it_was_not_found() =>
        Prop.ForAll(Items, Gaps, (item, gap) => Reviewed(item, Grade.Again, gap).Stability <= item.Stability).QuickCheckThrowOnFailure();

    [Fact]
    public void A_month_of_stability_falls_to_days_when_it_was_not_found() =>
        Assert.InRange(Reviewed(new(30, 5, Monday, Monday.AddDays(30), 4, 0), Grade.Again, 30).Stability, 1, 7);

    [Fact]
    public void Recall_is_nine_in_ten_after_the_stability_in_days() =>
        Prop.ForAll(Gaps, days => Math.Abs(Fsrs.Retrievability(new(days, 5, Monday, Monday.AddDays(days), 1, 0), Monday.AddDays(days)) - 0.9) < 1e-12).QuickCheckThrowOnFailure();

    [Fact]
    public void Recall_fades_from_day_to_day() =>
        Prop.ForAll(Items, Gaps, (item, gap) => Fsrs.Retrievability(item, Monday.AddDays(gap)) < Fsrs.Retrievability(item, Monday.AddDays(gap - 1))).QuickCheckThrowOnFailure();

    [Fact]
    public void Recall_is_certain_on_the_day_itself_and_before() =>
        Assert.Equal((1.0, 1.0), (Fsrs.Retrievability(First(Grade.Good), Monday), Fsrs.Retrievability(First(Grade.Good), Monday.AddDays(-3))));

    [Fact]
    public void Difficulty_stays_between_1_and_10() =>
        Prop.ForAll(Items, Gaps, AnyGrade, (item, gap, grade) => Reviewed(item, grade, gap).Difficulty is >= 1 and <= 10).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_due_after_the_last_review_and_within_a_century() =>
        Prop.ForAll(Items, Gaps, AnyGrade, (item, gap, grade) => Reviewed(item, grade, gap) is var next && next.DueOn > next.LastOn && next.DueOn.DayNumber - next.LastOn.DayNumber <= 36_500).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_found_comes_back_later_than_what_needed_a_probe() =>
        Prop.ForAll(Items, Gaps, (item, gap) => Reviewed(item, Grade.Again, gap).DueOn < Reviewed(item, Grade.Hard, gap).DueOn && Reviewed(item, Grade.Hard, gap).DueOn < Reviewed(item, Grade.Good, gap).DueOn).QuickCheckThrowOnFailure();

    // From the published default weights: w0, w1, w2 and D0 = w4 - e^(w5 (G - 1)) + 1.
    [Theory]
    [InlineData(Grade.Again, 0.212, 6.4133, 1)]
    [InlineData(Grade.Hard, 1.2931, 5.112171, 2)]
    [InlineData(Grade.Good, 2.3065, 2.118104, 3)]
    public void The_first_review_sets_out_from_the_weights(Grade grade, double stability, double difficulty, int days)
    {
        var first = First(grade);

        Assert.Equal((stability, difficulty, days), (first.Stability, Math.Round(first.Difficulty, 6), first.DueOn.DayNumber - Monday.DayNumber));
        Assert.Equal((1, 0), (first.Reviews, first.Lapses));
    }

    [Fact]
    public void A_second_review_on_the_same_day_leaves_the_stability_and_moves_the_difficulty()
    {
        var again = Fsrs.Review(First(Grade.Hard), Grade.Hard, Monday);

        Assert.Equal(1.2931, again.Stability);
        Assert.True(again.Difficulty > First(Grade.Hard).Difficulty);
        Assert.Equal((Monday, 2), (again.LastOn, again.Reviews));
    }

    [Fact]
    public void A_date_before_the_last_review_counts_as_that_day() =>
        Assert.Equal(Fsrs.Review(First(Grade.Good), Grade.Good, Monday), Fsrs.Review(First(Grade.Good), Grade.Good, Monday.AddDays(-1)));

    [Fact]
    public void A_lapse_is_counted_only_of_what_had_been_seen_before() =>
        Assert.Equal((0, 1), (First(Grade.Again).Lapses, Reviewed(First(Grade.Again), Grade.Again, 1).Lapses));

    [Fact]
    public void The_longest_interval_is_a_century()
    {
        var old = new Remembered(36_500, 1, new(1800, 1, 1), new(1899, 12, 8), 30, 0);

        Assert.Equal(36_500, Fsrs.Review(old, Grade.Good, Monday) is var next ? next.DueOn.DayNumber - next.LastOn.DayNumber : 0);
    }

    private static Remembered First(Grade grade) => Fsrs.Review(null, grade, Monday);

    private static Remembered Reviewed(Remembered item, Grade grade, int gap) => Fsrs.Review(item, grade, Monday.AddDays(gap));
}
