using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Reviews;
using static NetflixPrep.Core.Tests.Reviews.Table;

namespace NetflixPrep.Core.Tests.Reviews;

public class ReviewingTests
{
    private static readonly PersonId[] Others = [Ben, Cleo, Dan, Mo];

    [Fact]
    public void A_review_is_five_steps_and_each_is_kept_as_it_is_made()
    {
        var table = Shared().Claim(Ben);
        Assert.Contains("Step 1 of 5", table.Told, StringComparison.Ordinal);

        table.Do(Ben, from => new ReviewInput.Score(from, "impact", "4"));
        Assert.Contains("Step 2 of 5", table.Told, StringComparison.Ordinal);
        Assert.Contains("So far: Impact potential 4", table.Told, StringComparison.Ordinal);

        table.Do(Ben, from => new ReviewInput.Score(from, "execution", "3")).Do(Ben, from => new ReviewInput.Score(from, "clarity", "5"));
        Assert.Contains("would you move this candidate on?", table.Told, StringComparison.Ordinal);

        table.Do(Ben, from => new ReviewInput.ChooseMoveOn(from, "Yes")).Do(Ben, from => new ReviewInput.OpenWords(from));
        var form = Assert.Single(table.Last.Effects.OfType<Effect.OpenForm>()).Form;
        Assert.Equal(["quote-impact", "quote-clarity", "strength", "change"], form.Inputs.Select(input => input.Name));

        table.Words(Ben);
        Assert.Equal(SeatState.Given, table.Known.SeatOf(Ben)!.State);
        Assert.Contains("1 of 3 reviews", table.Posted, StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_taken_up_again_where_it_was_left()
    {
        var table = Shared().Claim(Ben).Do(Ben, from => new ReviewInput.Score(from, "impact", "4")).Later(TimeSpan.FromHours(3)).Claim(Ben);

        Assert.Empty(table.Last.Events);
        Assert.Contains("Step 2 of 5", table.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_holds_at_most_five_inputs_and_three_selects_come_one_by_one()
    {
        var table = Shared().Claim(Ben).Score(Ben, 1, 2, 5).Do(Ben, from => new ReviewInput.OpenWords(from));

        Assert.Equal(5, Assert.Single(table.Last.Effects.OfType<Effect.OpenForm>()).Form.Inputs.Count);
        Assert.All(table.All.OfType<Effect.Show>(), show => Assert.True(show.Message.Controls.OfType<Control.Select>().Count() <= 2));
    }

    [Theory]
    [InlineData("words that nobody said", "quote a few words of the answer")]
    [InlineData("a", "quote a few words of the answer")]
    public void A_quote_must_stand_in_the_answer(string quote, string complaint)
    {
        var table = Shared().Claim(Ben).Score(Ben, 4, 3, 3).Words(Ben, quote: quote);

        Assert.Contains(complaint, table.Told, StringComparison.Ordinal);
        Assert.Equal(SeatState.Claimed, table.Known.SeatOf(Ben)!.State);
    }

    [Theory]
    [InlineData("\"Fewer evenings, without a play\"")]
    [InlineData("BASELINE:  popularity by   country")]
    public void Case_spaces_and_marks_do_not_matter_in_a_quote(string quote) => Assert.Equal(SeatState.Given, Shared().Claim(Ben).Score(Ben, 4, 3, 3).Words(Ben, quote: quote).Known.SeatOf(Ben)!.State);

    [Fact]
    public void Threes_need_no_quote() => Assert.Equal(SeatState.Given, Shared().Claim(Ben).Score(Ben, 3, 3, 3).Words(Ben, quote: "").Known.SeatOf(Ben)!.State);

    [Theory]
    [InlineData("short", "at least 20 characters")]
    [InlineData("The goal steers each choice.", "wording of the scale")]
    public void A_change_is_said_in_ones_own_words(string change, string complaint) => Assert.Contains(complaint, Shared().Claim(Ben).Score(Ben, 3, 3, 3).Words(Ben, change: change).Told, StringComparison.Ordinal);

    [Fact]
    public void What_was_written_comes_back_with_the_form()
    {
        var table = Shared().Claim(Ben).Score(Ben, 3, 3, 3).Words(Ben, change: "short").Do(Ben, from => new ReviewInput.OpenWords(from));

        var form = Assert.Single(table.Last.Effects.OfType<Effect.OpenForm>()).Form;
        Assert.Equal("short", form.Inputs.Single(input => input.Name == "change").Value);
    }

    [Fact]
    public void A_form_that_comes_after_the_scores_were_begun_anew_loses_nothing()
    {
        var table = Shared().Claim(Ben).Score(Ben, 3, 3, 3).Do(Ben, from => new ReviewInput.BeginAnew(from)).Words(Ben);

        Assert.Equal(SeatState.Claimed, table.Known.SeatOf(Ben)!.State);
        Assert.Contains(table.Known.SeatOf(Ben)!.Draft, field => field.Name == "change");
    }

    [Fact]
    public void Nobody_reviews_their_own_answer() => Assert.Contains("your own answer", Shared().Claim(Ana).Told, StringComparison.Ordinal);

    [Fact]
    public void Nobody_scores_without_taking_it_on_first() => Assert.Contains("Take this answer on first", Shared().Do(Ben, from => new ReviewInput.Score(from, "impact", "5")).Told, StringComparison.Ordinal);

    [Fact]
    public void A_review_counts_once_however_often_the_form_comes()
    {
        var table = Shared().Review(Ben).Words(Ben, change: "Another sentence that is long enough");

        Assert.Empty(table.Last.Events);
        Assert.Equal(1, table.Known.Given);
    }

    [Fact]
    public void A_group_may_want_a_licence_first()
    {
        var table = Shared().Claim(Ben, licensed: false, needed: true);

        Assert.Empty(table.Last.Events);
        Assert.Contains("need a licence", table.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_licence_a_review_is_marked_where_none_is_needed()
    {
        var table = Shared(Setup with { Needed = 1 }).Claim(Ben, licensed: false).Score(Ben, 3, 3, 3).Words(Ben, licensed: false);

        Assert.False(Assert.Single(table.Known.Round.Reviews).Licensed);
    }

    [Fact]
    public void A_claim_returns_to_the_queue_after_its_time_with_a_kind_note_and_what_was_scored()
    {
        var table = Shared().Claim(Ben).Do(Ben, from => new ReviewInput.Score(from, "impact", "4"));
        Assert.Equal(1, table.Known.Taken);

        table.Later(ReviewDesk.ClaimLasts).Do(PersonId.Bot, from => new ReviewInput.SeatDue(from, Ben));

        Assert.Equal((SeatState.Lapsed, 0), (table.Known.SeatOf(Ben)!.State, table.Known.Taken));
        Assert.Contains("No harm done", Text(Assert.Single(table.Shows)), StringComparison.Ordinal);
        Assert.Contains("Step 2 of 5", table.Claim(Ben).Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seat_that_was_used_meanwhile_does_not_lapse() => Assert.Empty(Shared().Review(Ben).Later(ReviewDesk.ClaimLasts).Do(PersonId.Bot, from => new ReviewInput.SeatDue(from, Ben)).Last.Events);

    [Fact]
    public void As_many_are_asked_as_are_missing_each_by_direct_message()
    {
        var table = Shared().Claim(Ben).Do(PersonId.Bot, from => new ReviewInput.Invite(from, [.. Others, Ana]));

        Assert.Equal([Cleo, Dan], table.Last.Events.OfType<ReviewEvent.Invited>().Select(fact => fact.Person));
        Assert.All(table.Shows, show => Assert.Equal([((Where.Dm)show.To).Person], show.Notify));
    }

    [Fact]
    public void Who_passes_is_not_asked_again_and_the_next_is()
    {
        var table = Shared().Do(PersonId.Bot, from => new ReviewInput.Invite(from, [Ben])).Do(Ben, from => new ReviewInput.Pass(from));
        Assert.Contains(table.Timers, timer => timer.Timer == ReviewDesk.InviteTimer && timer.At == table.Now);

        table.Do(PersonId.Bot, from => new ReviewInput.Invite(from, [Ben, Cleo]));

        Assert.Equal([Cleo], table.Last.Events.OfType<ReviewEvent.Invited>().Select(fact => fact.Person));
    }

    [Fact]
    public void Nobody_is_asked_in_quiet_hours() =>
        Assert.Contains(Shared(Setup with { Quiet = QuietHours.Read("11:00-15:00") }).Timers, timer => timer.Timer == ReviewDesk.InviteTimer && timer.At == Monday.AddHours(5));

    [Fact]
    public void A_taken_back_review_counts_no_more_and_makes_room()
    {
        var table = Shared().Review(Ben).Do(Ben, from => new ReviewInput.TakeBack(from));

        Assert.Equal(0, table.Known.Given);
        Assert.Equal(SeatState.Claimed, table.Claim(Ben).Known.SeatOf(Ben)!.State);
    }

    [Fact]
    public void Coverage_is_folded_away_until_one_has_scored()
    {
        var table = Shared().Claim(Ben).Do(Ben, from => new ReviewInput.Coverage(from));
        Assert.Contains("folded away until you have scored", table.Told, StringComparison.Ordinal);

        table.Score(Ben, 3, 3, 3).Words(Ben).Do(Ben, from => new ReviewInput.Coverage(from));

        Assert.Contains("Mentioned 2 of 5", table.Told, StringComparison.Ordinal);
        Assert.Contains(First, table.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reviewer_overrules_a_detector_with_one_press_and_back_with_another()
    {
        var table = Shared().Review(Ben).Do(Ben, from => new ReviewInput.OverruleSignal(from, "ml-system-design.rows:drift"));
        Assert.Equal([new(Ben, "ml-system-design.rows:drift", true)], table.Known.Overrules);
        Assert.Contains("1 reviewer says otherwise", table.Told, StringComparison.Ordinal);

        Assert.Equal([new(Ben, "ml-system-design.rows:drift", false)], table.Do(Ben, from => new ReviewInput.OverruleSignal(from, "ml-system-design.rows:drift")).Known.Overrules);
    }

    [Fact]
    public void A_licence_that_was_taken_on_the_way_counts() =>
        Assert.True(Assert.Single(Shared(Setup with { Needed = 1 }).Claim(Ben, licensed: false).Score(Ben, 3, 3, 3).Words(Ben, licensed: true).Known.Round.Reviews).Licensed);

    [Fact]
    public void A_timer_that_comes_late_asks_nobody_in_quiet_hours()
    {
        var table = Shared(Setup with { Quiet = QuietHours.Read("22:00-08:00") }).Later(TimeSpan.FromHours(13)).Do(PersonId.Bot, from => new ReviewInput.Invite(from, [Ben]));

        Assert.Empty(table.Last.Events);
        Assert.Contains(table.Timers, timer => timer.Timer == ReviewDesk.InviteTimer && timer.At == Monday.AddHours(22));
    }

    [Fact]
    public void Who_is_gone_holds_up_nobody()
    {
        var gone = new PersonId(PersonId.Gone, null, "1");
        var table = Shared();
        table = Table.In(table.State.Evolve(new ReviewEvent.Claimed(Monday, gone, Monday.AddDays(1), false))).Do(PersonId.Bot, from => new ReviewInput.Refresh(from));

        Assert.Equal([new ReviewEvent.ClaimLapsed(Monday, gone)], table.Last.Events);
        Assert.Contains(table.Timers, timer => timer.Timer == ReviewDesk.InviteTimer);
    }

    [Fact]
    public void What_a_reviewer_overruled_is_sealed_too()
    {
        var table = Shared().Review(Ben).Do(Ben, from => new ReviewInput.OverruleSignal(from, "ml-system-design.rows:drift")).Do(Ana, from => new ReviewInput.Coverage(from));

        Assert.DoesNotContain("otherwise", table.Told, StringComparison.Ordinal);
    }
}
