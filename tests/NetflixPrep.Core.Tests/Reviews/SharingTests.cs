using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Reviews;
using static NetflixPrep.Core.Tests.Reviews.Table;

namespace NetflixPrep.Core.Tests.Reviews;

public class SharingTests
{
    [Fact]
    public void Before_it_is_shared_only_the_person_sees_anything()
    {
        var table = Prepared();

        Assert.All(table.All.OfType<Effect.Show>(), show => Assert.Equal(Ana, show.Only));
        Assert.Contains("Others see: the question, the answer and the follow-ups", table.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_and_the_answer_stand_in_a_public_thread_to_which_nobody_is_invited_by_name()
    {
        var table = Shared();

        var place = Assert.Single(table.Last.Effects.OfType<Effect.OpenPlace>());
        Assert.Equal((Channel, Openness.Public, 0), (place.Near, place.Openness, place.People.Count));
        Assert.Contains("28 of 30 minutes used", table.Posted, StringComparison.Ordinal);
        Assert.Contains(First, table.Posted, StringComparison.Ordinal);
        Assert.Contains("What would I own?", table.Posted, StringComparison.Ordinal);
        Assert.All(table.Shows.Where(show => show.Only is null), show => Assert.Empty(show.Notify));
    }

    [Fact]
    public void Own_scores_root_cause_and_coverage_stay_out_of_the_thread()
    {
        var table = Shared();

        Assert.DoesNotContain("No latency", table.Posted, StringComparison.Ordinal);
        Assert.DoesNotContain("entioned", table.Posted, StringComparison.Ordinal);
        Assert.DoesNotContain("Impact", table.Posted, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_alone_leaves_out_follow_ups_and_questions()
    {
        var table = Prepared().Do(Ana, from => new ReviewInput.ChooseParts(from, nameof(ShareParts.Answer))).Post();

        Assert.Contains(Second, table.Posted, StringComparison.Ordinal);
        Assert.DoesNotContain(Probed, table.Posted, StringComparison.Ordinal);
        Assert.DoesNotContain("What would I own?", table.Posted, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_cause_stands_on_the_card_when_it_was_chosen() =>
        Assert.Contains("No latency", Prepared().Do(Ana, from => new ReviewInput.ChooseParts(from, nameof(ShareParts.WithCause))).Post().Posted, StringComparison.Ordinal);

    [Fact]
    public void Under_another_name_nothing_in_the_channel_names_the_person()
    {
        var table = Prepared().Do(Ana, from => new ReviewInput.ChooseNaming(from, "alias")).Post();

        var alias = Setup.Alias;
        Assert.Contains(alias, table.Posted, StringComparison.Ordinal);
        Assert.DoesNotContain("ana", table.Posted, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(alias, Assert.Single(table.Last.Effects.OfType<Effect.OpenPlace>()).Name, StringComparison.Ordinal);
        table.Review(Ben).Review(Cleo).Review(Dan);
        Assert.All(table.All.OfType<Effect.Show>().Where(show => show.To is Where.Home), show => Assert.DoesNotContain(show.Message.Body.Parts, part => part is Part.Person { Id: var id } && id == Ana));
    }

    [Fact]
    public void Without_own_scores_they_are_asked_for_first_and_may_be_left_out()
    {
        var table = Prepared(Setup with { Self = [] }).Post();
        Assert.IsType<Share.Scoring>(table.State);
        Assert.Contains("Your own scores first, 1 of 3", table.Told, StringComparison.Ordinal);

        table.Do(Ana, from => new ReviewInput.ScoreSelf(from, table.Known.Step, "impact", "3", default, table.Known.Setup));
        Assert.Contains("2 of 3", table.Told, StringComparison.Ordinal);

        table.Do(Ana, from => new ReviewInput.LeaveSelfOut(from, table.Known.Step, default, table.Known.Setup));
        Assert.IsType<Share.Open>(table.State);
        Assert.Equal([new("impact", 3)], table.Known.Self);
    }

    [Fact]
    public void A_double_press_on_Share_posts_once()
    {
        var table = Prepared();
        var step = table.Known.Step;
        table.Post().Do(Ana, from => new ReviewInput.Post(from, step, default, table.Known.Setup));

        Assert.Empty(table.Last.Events);
        Assert.Contains("earlier step", table.Told, StringComparison.Ordinal);
        Assert.Single(table.All.OfType<Effect.OpenPlace>());
    }

    [Fact]
    public void Sharing_it_again_says_where_it_stands() => Assert.Contains("shared already", Shared().Do(Ana, from => new ReviewInput.Prepare(from, Setup)).Told, StringComparison.Ordinal);

    [Fact]
    public void Cancelled_it_was_never_seen()
    {
        var table = Prepared().Do(Ana, from => new ReviewInput.Cancel(from));

        Assert.IsType<Share.Withdrawn>(table.State);
        Assert.DoesNotContain(table.All.OfType<Effect.Show>(), show => show.Only is null);
    }

    [Fact]
    public void Somebody_else_cannot_touch_what_is_being_prepared()
    {
        var table = Prepared().Do(Ben, from => new ReviewInput.ChooseNaming(from, "alias"));

        Assert.Empty(table.Last.Events);
    }

    [Fact]
    public void Withdrawing_asks_once_then_empties_what_stands_in_the_thread_and_stops_all_timers()
    {
        var table = Shared().Claim(Ben).Do(Ana, from => new ReviewInput.Withdraw(from, Sure: false));
        Assert.Empty(table.Last.Events);

        table.Do(Ana, from => new ReviewInput.Withdraw(from, Sure: true));

        Assert.IsType<Share.Withdrawn>(table.State);
        Assert.Equal(["card", "answer-0", "foot"], table.Shows.Where(show => show.To is Where.Home).Select(show => show.Slot));
        Assert.DoesNotContain(First, table.Posted, StringComparison.Ordinal);
        Assert.All(table.Timers, timer => Assert.Null(timer.At));
        Assert.Contains(table.Timers, timer => timer.Timer == "seat-ben");
        Assert.Contains("taken back", table.Claim(Cleo).Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_candidate_withdraws() => Assert.Empty(Shared().Do(Ben, from => new ReviewInput.Withdraw(from, Sure: true)).Last.Events);

    [Fact]
    public void A_deadline_in_quiet_hours_waits_for_their_end()
    {
        var table = Shared(Setup with { Quiet = QuietHours.Read("09:00-12:00") });

        Assert.Equal(Monday.AddDays(3).AddHours(2), table.Known.Deadline);
    }

    [Fact]
    public void Who_took_more_than_they_gave_is_reminded_gently()
    {
        var table = Prepared();
        table.Do(Ana, from => new ReviewInput.Post(from, table.Known.Step, new(Given: 1, Got: 4), table.Known.Setup));

        Assert.Contains("got 4 reviews and given 1", table.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_in_the_thread_are_kept_and_ticked_once()
    {
        var table = Shared().Do(Ben, from => new ReviewInput.Discuss(from, "m1", "Nice baseline")).Do(Ben, from => new ReviewInput.Discuss(from, "m1", "Nice baseline"));

        Assert.Empty(table.Last.Events);
        Assert.Single(table.All.OfType<Effect.Tick>());
        Assert.Equal(["m1"], table.Known.Discussion);
    }

    [Fact]
    public void A_lost_thread_is_told_to_the_candidate_and_reviews_go_on()
    {
        var table = Shared().Do(PersonId.Bot, from => new ReviewInput.PlaceLost(from));
        Assert.Equal(new Where.Dm(Ana), Assert.Single(table.Shows).To);

        table.Review(Ben).Review(Cleo).Review(Dan);

        Assert.IsType<Share.Opened>(table.State);
        Assert.DoesNotContain(table.Last.Effects.OfType<Effect.Show>(), show => show.To is Where.Home);
    }

    [Fact]
    public void Nothing_is_known_of_it_in_another_group() => Assert.Contains("do not know that review", Shared().Claim(Stranger).Told, StringComparison.Ordinal);

    [Fact]
    public void What_was_taken_back_in_the_session_since_then_is_not_posted()
    {
        var table = Prepared().Do(Ana, from => new ReviewInput.ChooseNaming(from, "alias"));
        var fresh = Setup with { Answers = [Setup.Answers[0] with { Lines = [Setup.Answers[0].Lines[1]] }] };
        table.Do(Ana, from => new ReviewInput.Post(from, table.Known.Step, default, fresh));

        Assert.Contains(Second, table.Posted, StringComparison.Ordinal);
        Assert.DoesNotContain(First, table.Posted, StringComparison.Ordinal);
        Assert.Contains(Setup.Alias, table.Posted, StringComparison.Ordinal);
    }

    [Fact]
    public void When_all_of_it_was_taken_back_nothing_is_posted()
    {
        var table = Prepared();
        table.Do(Ana, from => new ReviewInput.Post(from, table.Known.Step, default, null));

        Assert.IsType<Share.Withdrawn>(table.State);
        Assert.Empty(table.Last.Effects.OfType<Effect.OpenPlace>());
        Assert.Empty(table.Posted);
        Assert.Contains("nothing was shared", table.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Preparing_again_shows_what_stands_there_now()
    {
        var table = Prepared(Setup with { CauseLabel = null, Cause = null }).Do(Ana, from => new ReviewInput.Prepare(from, Setup));

        Assert.Contains(table.Shows.SelectMany(show => show.Message.Controls).OfType<Control.Select>().SelectMany(select => select.Options), option => option.Value == nameof(ShareParts.WithCause));
    }

    [Fact]
    public void A_line_of_earlier_choices_shares_nothing()
    {
        var table = Prepared().Do(Ana, from => new ReviewInput.ChooseNaming(from, "alias"));
        var step = table.Known.Step;
        table.Do(Ana, from => new ReviewInput.ChooseNaming(from, "named")).Do(Ana, from => new ReviewInput.Post(from, step, default, table.Known.Setup));

        Assert.IsType<Share.Preparing>(table.State);
        Assert.Contains("earlier step", table.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_scores_can_be_taken_up_again()
    {
        var table = Prepared(Setup with { Self = [] }).Post().Do(Ana, from => new ReviewInput.Prepare(from, Setup with { Self = [] }));

        Assert.Contains("Your own scores first", table.Told, StringComparison.Ordinal);
        Assert.Contains("Cancel", table.Buttons);
    }

    [Fact]
    public void What_was_prepared_and_never_shared_ends_after_a_week()
    {
        var table = Prepared();
        Assert.Contains(table.Timers, timer => timer.Timer == ReviewDesk.DraftTimer && timer.At == Monday + ReviewDesk.DraftLasts);

        Assert.IsType<Share.Withdrawn>(table.Do(PersonId.Bot, from => new ReviewInput.DraftDue(from)).State);
        Assert.Empty(table.Shows);
    }

    [Fact]
    public void Channels_are_called_by_what_they_are()
    {
        var reviews = new PlaceId("terminal", "#hall-practice");
        var table = Prepared(Setup with { Channels = [reviews, Channel], PracticeChannel = reviews });

        Assert.Equal(["The practice channel", "Where it was asked"], table.Shows.SelectMany(show => show.Message.Controls).OfType<Control.Select>().First().Options.Select(option => option.Label));
    }
}
