using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Reviews;
using static NetflixPrep.Core.Tests.Reviews.Table;

namespace NetflixPrep.Core.Tests.Reviews;

public class ResultTests
{
    private static Table Open3() => Shared().Review(Ben, 2, 3, 4).Review(Cleo, 4, 3, 4).Review(Dan, 5, 4, 4, MoveOn.StrongYes);

    [Fact]
    public void It_opens_for_all_at_once_with_the_last_that_is_needed()
    {
        var table = Shared().Review(Ben).Review(Cleo);
        Assert.Contains("sealed until 3 reviews are in", table.Result(Ben).Told, StringComparison.Ordinal);

        table.Review(Dan);

        Assert.IsType<Share.Opened>(table.State);
        Assert.Contains(table.Shows, show => show.To == new Where.Dm(Ana) && show.Notify.SequenceEqual([Ana]));
        Assert.Contains(table.Timers, timer => timer is { Timer: ReviewDesk.DeadlineTimer, At: null });
        foreach (var person in new[] { Ana, Ben, Cleo, Dan }) Assert.Contains("3 reviews, mean 4.0", table.Result(person).Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_score_is_seen_by_anybody_else_before_that()
    {
        var table = Shared().Review(Ben, 2, 3, 4).Review(Cleo, 4, 3, 4);

        var elsewhere = table.All.OfType<Effect.Show>().Where(show => show.Only is null).Select(Text);
        Assert.All(elsewhere, text => Assert.DoesNotContain("Impact potential", text, StringComparison.Ordinal));
        Assert.All(elsewhere, text => Assert.DoesNotContain("Say how late the page may be", text, StringComparison.Ordinal));
    }

    [Fact]
    public void At_the_deadline_it_opens_with_what_there_is()
    {
        var table = Shared().Review(Ben).Later(TimeSpan.FromDays(3)).Do(PersonId.Bot, from => new ReviewInput.DeadlineDue(from));

        Assert.True(Assert.IsType<ReviewEvent.Opened>(Assert.Single(table.Last.Events)).ByDeadline);
        Assert.Contains("one opinion", table.Result(Ana).Told, StringComparison.Ordinal);
        Assert.DoesNotContain("mean 4", table.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadline_that_comes_early_opens_nothing() => Assert.Empty(Shared().Do(PersonId.Bot, from => new ReviewInput.DeadlineDue(from)).Last.Events);

    [Fact]
    public void With_nobody_in_time_the_candidate_is_told_kindly()
    {
        var table = Shared().Later(TimeSpan.FromDays(3)).Do(PersonId.Bot, from => new ReviewInput.DeadlineDue(from));

        Assert.Contains("It is not about you", Text(table.Shows.Single(show => show.To is Where.Dm)), StringComparison.Ordinal);
    }

    [Fact]
    public void In_quiet_hours_the_candidate_hears_of_it_when_they_are_over()
    {
        var table = Shared(Setup with { Quiet = QuietHours.Read("09:00-11:00"), Needed = 1 }).Review(Ben);
        Assert.DoesNotContain(table.Shows, show => show.To is Where.Dm);
        Assert.Contains(table.Timers, timer => timer.Timer == ReviewDesk.TellTimer && timer.At == Monday.AddHours(1));

        Assert.Equal(new Where.Dm(Ana), Assert.Single(table.Do(PersonId.Bot, from => new ReviewInput.TellDue(from)).Shows).To);
    }

    [Fact]
    public void Who_had_begun_may_finish_late_and_that_is_said()
    {
        var table = Shared().Claim(Cleo).Review(Ben).Later(TimeSpan.FromDays(3)).Do(PersonId.Bot, from => new ReviewInput.DeadlineDue(from)).Score(Cleo, 3, 3, 3).Words(Cleo);

        Assert.True(table.Known.SeatOf(Cleo)!.IsLate);
        Assert.Contains("1 review came after the opening", table.Result(Ana).Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_comes_only_after_the_opening_is_too_late_for_a_blind_review() => Assert.Contains("could not be blind", Open3().Claim(Mo).Told, StringComparison.Ordinal);

    [Fact]
    public void The_result_is_for_the_candidate_and_for_those_who_reviewed_until_it_is_shown_to_all()
    {
        var table = Open3();
        Assert.Contains("is for the person who shared", table.Result(Mo).Told, StringComparison.Ordinal);

        table.Do(Ana, from => new ReviewInput.Publish(from, []));

        Assert.Contains("To talk about", table.Posted, StringComparison.Ordinal);
        Assert.Contains("mean", table.Result(Mo).Told, StringComparison.Ordinal);
    }

    [Fact]
    public void The_candidates_own_root_cause_is_for_the_candidate_alone_unless_they_chose_otherwise()
    {
        var table = Open3();

        Assert.Contains("No latency", table.Result(Ana).Told, StringComparison.Ordinal);
        Assert.DoesNotContain("No latency", table.Result(Ben).Told, StringComparison.Ordinal);
        Assert.DoesNotContain("No latency", table.Do(Ana, from => new ReviewInput.Publish(from, [])).Posted, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_candidate_rates_and_may_say_why()
    {
        var table = Open3();
        Assert.Empty(table.Do(Ben, from => new ReviewInput.Rate(from, "2:useful")).Last.Events);

        table.Do(Ana, from => new ReviewInput.Rate(from, "2:useful")).Do(Ana, from => new ReviewInput.Explain(from, "2", "It named the one thing."));

        Assert.Equal((true, "It named the one thing."), (table.Known.SeatOf(Cleo)!.Useful, table.Known.SeatOf(Cleo)!.Why));
        Assert.DoesNotContain(table.Last.Effects.OfType<Effect.Show>(), show => show.Only != Ana);
    }

    [Fact]
    public void A_flagged_review_is_hidden_until_a_moderator_decides()
    {
        var table = Open3().Do(Ana, from => new ReviewInput.FlagReview(from, "3", [Mo, Dan]));
        Assert.False(table.Known.SeatOf(Dan)!.Counts);
        Assert.Equal([Mo], table.Shows.Where(show => show.To is Where.Dm).Select(show => ((Where.Dm)show.To).Person));
        Assert.Contains("1 review is hidden", table.Result(Ana).Told, StringComparison.Ordinal);

        table.Do(Mo, from => new ReviewInput.DecideFlag(from, "3", Hide: false, Moderates: true));

        Assert.True(table.Known.SeatOf(Dan)!.Counts);
        Assert.Contains("a moderator decides or has decided", table.Do(Ana, from => new ReviewInput.FlagReview(from, "3", [Mo])).Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_decides_about_themselves_or_without_being_a_moderator()
    {
        var table = Open3().Do(Ana, from => new ReviewInput.FlagReview(from, "3", [Mo]));

        Assert.Empty(table.Do(Ben, from => new ReviewInput.DecideFlag(from, "3", true, Moderates: false)).Last.Events);
        Assert.Empty(table.Do(Dan, from => new ReviewInput.DecideFlag(from, "3", true, Moderates: true)).Last.Events);
        Assert.Empty(table.Do(Ana, from => new ReviewInput.DecideFlag(from, "3", true, Moderates: true)).Last.Events);
        Assert.NotEmpty(table.Do(Mo, from => new ReviewInput.DecideFlag(from, "3", true, Moderates: true)).Last.Events);
    }

    [Fact]
    public void A_named_cause_stands_beside_the_chosen_one()
    {
        var table = Shared(Setup with { Needed = 1 }).Review(Ben).Do(Ben, from => new ReviewInput.NameCause(from, "no-baseline"));

        Assert.Contains("No baseline (1 of 1)", table.Result(Ana).Told, StringComparison.Ordinal);
        Assert.Contains("You chose: No latency", table.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moderator_looks_in_direct_messages_where_no_group_is_known()
    {
        var table = Open3().Do(Ana, from => new ReviewInput.FlagReview(from, "3", [Mo])).Do(Mo with { Group = null }, from => new ReviewInput.LookAtFlags(from, Moderates: true));

        Assert.Contains("Does it stay hidden?", table.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_flag_is_a_message_of_its_own_and_waits_for_the_end_of_quiet_hours()
    {
        var table = Open3().Do(Ana, from => new ReviewInput.FlagReview(from, "1", [Mo]));
        var first = table.Shows.Single(show => show.To is Where.Dm).Slot;
        table.Do(Mo, from => new ReviewInput.DecideFlag(from, "1", Hide: false, Moderates: true)).Later(TimeSpan.FromMinutes(1)).Do(Ana, from => new ReviewInput.FlagReview(from, "2", [Mo]));
        Assert.NotEqual(first, table.Shows.Single(show => show.To is Where.Dm).Slot);

        var quiet = Shared(Setup with { Quiet = QuietHours.Read("22:00-08:00"), Needed = 1 }).Review(Ben).Later(TimeSpan.FromHours(13)).Do(Ana, from => new ReviewInput.FlagReview(from, "1", [Mo]));
        Assert.DoesNotContain(quiet.Shows, show => show.To is Where.Dm);
        Assert.Contains(quiet.Timers, timer => timer.Timer == ReviewDesk.FlagsTimer && timer.At == Monday.AddHours(22));
        Assert.Equal(new Where.Dm(Mo), Assert.Single(quiet.Do(PersonId.Bot, from => new ReviewInput.FlagsDue(from)).Shows).To);
    }

    [Fact]
    public void Moderators_who_are_part_of_it_cannot_decide_so_others_may()
    {
        var table = Open3().Do(Ana, from => new ReviewInput.FlagReview(from, "3", [Dan]));

        Assert.False(ReviewDesk.CanDecide(table.Known, [Ana, Dan]));
        Assert.True(ReviewDesk.CanDecide(table.Known, [Ana, Mo]));
    }
}
