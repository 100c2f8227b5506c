using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Reviews;
using static NetflixPrep.Core.Tests.Reviews.Table;

namespace NetflixPrep.Core.Tests.Reviews;

/// <summary>What stays in the thread, and who is free, once an answer is open.</summary>
public class AfterwardsTests
{
    private const string Strength = "The goal comes first and is plain";

    private static Table Invited() => Shared(Setup with { Needed = 1 }).Do(PersonId.Bot, from => new ReviewInput.Invite(from, [Ben]));

    private static Table Published() => Shared(Setup with { Needed = 1 }).Review(Ben).Do(Ana, from => new ReviewInput.Publish(from, []));

    private static Table Flagged() => Published().Do(Ana, from => new ReviewInput.FlagReview(from, "1", [Mo]));

    private static IEnumerable<string> Labels(Effect.Show show) => show.Message.Controls.OfType<Control.Button>().Select(button => button.Label);

    [Fact]
    public void Who_was_asked_and_did_not_come_is_free_when_it_opens()
    {
        var table = Invited().Review(Cleo);

        Assert.Equal((SeatState.Lapsed, null), (table.Known.SeatOf(Ben)!.State, table.Known.SeatOf(Ben)!.Until));
        Assert.Contains(table.Timers, timer => timer is { Timer: "seat-ben", At: null });
    }

    [Fact]
    public void To_have_been_asked_is_not_to_have_begun()
    {
        var late = Invited().Later(ReviewDesk.InvitationLasts).Do(PersonId.Bot, from => new ReviewInput.SeatDue(from, Ben)).Review(Cleo);

        Assert.Contains("could not be blind", late.Claim(Ben).Told, StringComparison.Ordinal);
        Assert.Contains("could not be blind", Invited().Review(Cleo).Claim(Ben).Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_that_is_taken_back_leaves_the_page_that_was_shown_to_all()
    {
        Assert.Contains(Strength, Published().Posted, StringComparison.Ordinal);

        var table = Published().Do(Ben, from => new ReviewInput.TakeBack(from));

        var page = Assert.Single(table.Shows, show => show is { To: Where.Home, Slot: "result" });
        Assert.DoesNotContain(Strength, Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawing_takes_the_shown_result_and_the_flag_away_too()
    {
        var table = Flagged().Do(Ana, from => new ReviewInput.Withdraw(from, Sure: true));

        foreach (var slot in (string[])["card", "answer-0", "foot", "result", "flags"])
            Assert.Contains("Taken back", Text(Assert.Single(table.Shows, show => show.To is Where.Home && show.Slot == slot)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_leaves_the_buttons_of_the_thread_where_they_are()
    {
        var flagged = Flagged();
        Assert.Empty(Labels(flagged.Shows.Single(show => show.Slot == "flags")));
        Assert.Equal(["Result", "Coverage", "Look"], Labels(flagged.Shows.Single(show => show.Slot == "foot")));

        var decided = flagged.Do(Mo, from => new ReviewInput.DecideFlag(from, "1", Hide: true, Moderates: true));
        Assert.Equal(["Result", "Coverage"], Labels(decided.Shows.Single(show => show.Slot == "foot")));
    }

    [Fact]
    public void Who_was_only_asked_cannot_score_by_a_button_of_somebody_else()
    {
        var table = Shared(Setup with { Needed = 1 }).Do(PersonId.Bot, from => new ReviewInput.Invite(from, [Cleo])).Review(Ben).Do(Cleo, from => new ReviewInput.Score(from, "impact", "4"));

        Assert.Empty(table.Last.Events);
    }
}
