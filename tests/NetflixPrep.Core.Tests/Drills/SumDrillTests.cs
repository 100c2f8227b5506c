using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Calculators;
using static NetflixPrep.Core.Tests.Drills.DrillOutcome;

namespace NetflixPrep.Core.Tests.Drills;

/// <summary>A sum as a drill: looked at when a number is stated, twice at most.</summary>
public class SumDrillTests
{
    private static readonly Sum One = Sums.Make("ndcg-at-k", 7);
    private static readonly Sum Two = Sums.Make("precision-recall", 7);

    [Fact]
    public void A_sum_is_asked_with_its_figures() =>
        new DrillOutcome(new(null, One), new Drill.NotOffered()).When(new DrillInput.Start(D.From(D.Min(0), PersonId.Bot), D.SumSetup("ndcg-at-k"))).Says("Drill: NDCG at k", "Write the number when you have it.", "you may try twice").Buttons("Done", "Skip", "In an hour");

    [Fact]
    public void A_number_within_the_tolerance_ends_it_with_the_working() =>
        GivenSum(One).When(D.Say(Value(One, 0))).Records<DrillEvent.Ended>().Says("the sum comes to").Tells("answered", "ranking-metrics Good");

    [Fact]
    public void A_number_that_lies_apart_may_be_stated_once_more()
    {
        var outcome = GivenSum(One).When(D.Say(Far(One, 0))).Then(D.Given(Far(One, 0), 2, "m2"), new DrillEvent.SumLooked(D.Min(2))).Says("Have another go");

        outcome.When(D.Say(Value(One, 0), 3, "m3")).Records<DrillEvent.Ended>().Tells("answered", "ranking-metrics Hard");
    }

    [Fact]
    public void After_the_second_try_the_working_comes_whatever_was_stated() =>
        GivenSum(One, D.Given(Far(One, 0)), new DrillEvent.SumLooked(D.Min(1))).When(D.Say(Far(One, 0), 3)).Records<DrillEvent.Ended>().Says("the sum comes to").Tells("answered", "ranking-metrics Again");

    [Fact]
    public void Words_without_a_number_are_kept_and_no_try() => GivenSum(One).When(D.Say("Let me get a pencil.")).Then(D.Given("Let me get a pencil.", 2, "m2"));

    [Fact]
    public void Done_without_a_number_shows_the_working() => GivenSum(One).When(D.Done(3, 0)).Records<DrillEvent.Ended>().Says("I found no figure in that").Tells("answered", "ranking-metrics Again");

    [Fact]
    public void Both_numbers_in_one_message_end_it() => GivenSum(Two).When(D.Say($"precision {Value(Two, 0)}, recall {Value(Two, 1)}")).Tells("answered", "precision-recall Good");

    [Fact]
    public void Numbers_may_come_in_a_message_each()
    {
        var outcome = GivenSum(Two).When(D.Say($"precision {Value(Two, 0)}")).Says("I found no figure for \"recall\" in that.");

        Assert.IsType<Drill.Open>(outcome.After);
        outcome.When(D.Say($"recall {Value(Two, 1)}", 3, "m3")).Records<DrillEvent.Ended>().Tells("answered", "precision-recall Good");
    }

    [Fact]
    public void Numbers_without_a_word_may_come_in_a_message_each_in_the_order_asked_for() =>
        GivenSum(Two).When(D.Say(Value(Two, 0))).When(D.Say(Value(Two, 1), 3, "m3")).Tells("answered", "precision-recall Good");

    [Fact]
    public void Of_two_numbers_the_one_that_lay_apart_may_be_stated_alone() =>
        GivenSum(Two).When(D.Say($"precision {Value(Two, 0)}, recall {Far(Two, 1)}")).Records<DrillEvent.SumLooked>()
            .When(D.Say($"recall {Value(Two, 1)}", 3, "m3")).Tells("answered", "precision-recall Hard");

    [Fact]
    public void Done_looks_at_all_that_was_stated() =>
        GivenSum(Two, D.Given($"precision {Value(Two, 0)}")).When(D.Done(4, 0)).Says($"Precision: you said {Value(Two, 0)}", "Recall: I found no figure").Tells("answered", "precision-recall Again");

    [Fact]
    public void The_working_is_the_outline() => GivenSum(One, D.Over()).When(new DrillInput.Outline(D.Here(9))).Then().Whispers("- ");

    [Fact]
    public void A_sum_has_no_hints() => GivenSum(One).When(D.Hint()).Then().Whispers("hint");

    private static string Value(Sum sum, int at) => sum.Expected[at].Write(sum.Expected[at].Value);

    /// <summary>Far from the value and from every usual slip.</summary>
    private static string Far(Sum sum, int at) =>
        Enumerable.Range(1, 99).Select(hundredths => hundredths / 100.0)
            .First(value => !sum.Expected[at].IsNear(value, sum.Expected[at].Value) && sum.Slips.All(slip => !sum.Expected[at].IsNear(value, slip.Value))).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
