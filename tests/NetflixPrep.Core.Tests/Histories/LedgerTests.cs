using NetflixPrep.Core.Histories;
using NetflixPrep.Core.Tests.Interviews;
using NetflixPrep.Core.Tests.Reviews;

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

    [Fact]
    public void What_peers_named_stands_beside_what_was_chosen_over_all_its_sessions()
    {
        var peers = new Dictionary<StreamId, PeersNamed>
        {
            [Session("one")] = new(3, [new("No baseline", 2), new("Late roll-out", 1)]),
            [Session("two")] = new(2, [new("Late roll-out", 2)]),
            [Session("other")] = new(3, [new("No metric", 3)]),
        };

        var count = Assert.Single(Ledger.Count([Chosen("goal", 1) with { Session = Session("one") }, Slipped("goal", 2) with { Session = Session("other") }, Chosen("goal", 3) with { Session = Session("two") }], peers));

        Assert.Equal(new PeersNamed(5, [new("Late roll-out", 3), new("No baseline", 2)]), count.Peers);
        Assert.Equal("Late roll-out (3 of 5), No baseline (2 of 5)", count.Peers!.ToString());
        Assert.Equal((2, 0, 1, null), (count.Chosen, count.Held, count.Slipped, count.CameBack));
    }

    [Fact]
    public void A_session_that_nobody_reviewed_has_nothing_beside_it() =>
        Assert.Null(Assert.Single(Ledger.Count([Chosen("goal", 1) with { Session = Session("one") }], new Dictionary<StreamId, PeersNamed>())).Peers);

    [Fact]
    public void Where_nothing_was_chosen_what_peers_named_is_added_up()
    {
        var peers = new Dictionary<StreamId, PeersNamed>
        {
            [Session("one")] = new(3, [new("No baseline", 2)]),
            [Session("two")] = new(2, [new("No baseline", 1)]),
            [Session("three")] = new(2, [new("Late roll-out", 1)]),
            [Session("four")] = new(4, []),
        };

        Assert.Equal(new PeersNamed(4, [new("Late roll-out", 1), new("No baseline", 1)]), Ledger.WhereNothingWasChosen([Chosen("goal", 1) with { Session = Session("one") }], peers));
        Assert.Null(Ledger.WhereNothingWasChosen([Chosen("goal", 1) with { Session = Session("one") }], new Dictionary<StreamId, PeersNamed> { [Session("one")] = peers[Session("one")] }));
    }

    [Fact]
    public void Peers_are_counted_by_what_was_shared()
    {
        var round = R.Round(R.By(R.Bea, 3, 3, 3) with { Cause = "no-baseline" }, R.By(R.Cid, 3, 3, 3) with { Cause = "gone" }, R.By(R.Dan, 3, 3, 3));

        var named = PeersNamed.BySource([round, R.Round()], R.Causes);

        Assert.Equal(new PeersNamed(3, [new("gone", 1), new("No baseline", 1)]), Assert.Single(named).Value);
        Assert.Equal(round.Source, Assert.Single(named).Key);
    }

    private static StreamId Session(string key) => new("session", key);

    private static LedgerEntry Chosen(string cause, double minute) => new(A.Min(minute), cause, $"The {cause}", LedgerMark.Chosen);

    private static LedgerEntry Held(string cause, double minute) => new(A.Min(minute), cause, $"The {cause}", LedgerMark.Held);

    private static LedgerEntry Slipped(string cause, double minute) => new(A.Min(minute), cause, $"The {cause}", LedgerMark.Slipped);

    private static LedgerEntry Own(string words, double minute) => new(A.Min(minute), NetflixPrep.Core.Interviews.Sheet.OtherCause, words, LedgerMark.Chosen);
}
