using NetflixPrep.Core.Histories;
using NetflixPrep.Core.Tests.Interviews;

namespace NetflixPrep.Core.Tests.Histories;

public class LedgerTests
{
    [Fact]
    public void Counts_each_cause_the_last_touched_first()
    {
        var counts = Ledger.Count([Chosen("goal", 1), Chosen("baseline", 2), Slipped("goal", 3), Chosen("goal", 3)]);

        Assert.Equal([new("The goal", 2, 0, 1, null), new CauseCount("The baseline", 1, 0, 0, null)], counts);
    }

    [Fact]
    public void A_cause_chosen_again_after_it_held_came_back() =>
        Assert.Equal(A.Min(5), Assert.Single(Ledger.Count([Chosen("goal", 1), Held("goal", 3), Chosen("goal", 5)])).CameBack);

    [Fact]
    public void A_cause_that_slipped_after_it_held_came_back() =>
        Assert.Equal(A.Min(5), Assert.Single(Ledger.Count([Chosen("goal", 1), Held("goal", 3), Slipped("goal", 5)])).CameBack);

    [Fact]
    public void A_cause_that_only_slipped_never_left() =>
        Assert.Null(Assert.Single(Ledger.Count([Chosen("goal", 1), Slipped("goal", 3), Held("goal", 5)])).CameBack);

    [Fact]
    public void Only_the_first_time_after_it_held_is_when_it_came_back() =>
        Assert.Equal(A.Min(5), Assert.Single(Ledger.Count([Held("goal", 3), Slipped("goal", 5), Slipped("goal", 7)])).CameBack);

    [Fact]
    public void Own_words_are_a_cause_each_however_they_are_written() =>
        Assert.Equal(["rambling", "Too fast"], Ledger.Count([Own("Rambling", 1), Own("Too fast", 2), Own("rambling", 3)]).Select(count => count.Label));

    private static LedgerEntry Chosen(string cause, double minute) => new(A.Min(minute), cause, $"The {cause}", LedgerMark.Chosen);

    private static LedgerEntry Held(string cause, double minute) => new(A.Min(minute), cause, $"The {cause}", LedgerMark.Held);

    private static LedgerEntry Slipped(string cause, double minute) => new(A.Min(minute), cause, $"The {cause}", LedgerMark.Slipped);

    private static LedgerEntry Own(string words, double minute) => new(A.Min(minute), NetflixPrep.Core.Interviews.Sheet.OtherCause, words, LedgerMark.Chosen);
}
