using NetflixPrep.Bot.Reviews;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Reviews;
using static NetflixPrep.Bot.Tests.Reviews.ReviewRig;

namespace NetflixPrep.Bot.Tests.Reviews;

/// <summary>Who is served which answer, and who is asked.</summary>
public sealed class ReviewQueueTests : IAsyncLifetime
{
    private readonly ReviewRig rig = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task Who_waits_longest_is_served_first()
    {
        var first = await rig.SharedAsync(Ana);
        await rig.Bot.PassAsync(TimeSpan.FromHours(1));
        await rig.SharedAsync(Cleo);

        Assert.Equal(first, Next(Ben));
    }

    [Fact]
    public async Task Nobody_is_served_their_own_answer_or_one_of_another_group()
    {
        await rig.SharedAsync(Ana);

        Assert.Null(Next(Ana));
        Assert.Null(Next(EveInTwo));
        await rig.Bot.CommandAsync(EveInTwo, "/review next");
        Assert.Contains("Nothing of this group waits", rig.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_with_enough_reviewers_comes_last_and_is_served_nevertheless()
    {
        var full = await rig.SharedAsync(Ana);
        await rig.Bot.PassAsync(TimeSpan.FromHours(1));
        var late = await rig.SharedAsync(Cleo);
        foreach (var person in (PersonId[])[Ben, Dan, In("fay")]) await rig.PressAsync(person, full, "claim");

        Assert.Equal(late, Next(In("gil")));
        await rig.PressAsync(In("gil"), late, "claim");
        await rig.PressAsync(In("hal"), late, "claim");
        await rig.PressAsync(In("ida"), late, "claim");
        Assert.Equal(full, Next(In("joe")));
    }

    [Fact]
    public async Task A_partner_of_before_comes_after_a_new_one()
    {
        var before = await rig.SharedAsync(Ana);
        await rig.ReviewedAsync(Ben, before, "a first review");
        await rig.Bot.PassAsync(TimeSpan.FromHours(1));
        await rig.SharedAsync(Ana);
        await rig.Bot.PassAsync(TimeSpan.FromHours(1));
        var other = await rig.SharedAsync(Cleo);

        Assert.Equal(other, Next(Ben));
    }

    [Fact]
    public async Task Who_asks_for_the_result_too_early_is_told_so()
    {
        var share = await rig.SharedAsync(Ana);
        await rig.ReviewedAsync(Ben, share, "a first review");

        await rig.PressAsync(Ana, share, "result");

        Assert.Equal(0, rig.Failed);
        Assert.Contains("sealed until", rig.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_has_begun_comes_first()
    {
        await rig.SharedAsync(Ana);
        await rig.Bot.PassAsync(TimeSpan.FromHours(1));
        var begun = await rig.SharedAsync(Cleo);
        await rig.PressAsync(Ben, begun, "claim");
        await rig.ChooseAsync(Ben, begun, "score:impact", "4");

        await rig.Bot.CommandAsync(Ben, "/review next");

        Assert.Contains("Step 2 of 5", rig.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_two_hours_those_with_the_lightest_load_are_asked()
    {
        var busy = await rig.SharedAsync(Ana);
        await rig.ReviewedAsync(Ben, busy, "a first review");
        await rig.ReviewedAsync(Cleo, busy, "another first review");
        await rig.ReviewedAsync(Dan, busy, "a third review, and it opens");
        var again = await rig.SharedAsync(Ben);
        await rig.ReviewedAsync(Cleo, again, "Cleo has two now");
        await rig.SharedAsync(Dan);

        var asked = Reads(reads => reads.ReviewersFor(rig.Share, rig.Bot.Time.GetUtcNow()));

        Assert.Equal(["ana", "ben", "cleo"], asked.Select(person => person.User));
    }

    [Fact]
    public async Task Favours_and_blows_that_are_returned_do_not_count()
    {
        var anas = await rig.SharedAsync(Ana);
        await rig.ReviewedAsync(Ben, anas, "for ana");
        await rig.ReviewedAsync(Cleo, anas, "for ana");
        await rig.ReviewedAsync(Dan, anas, "for ana");
        var bens = await rig.SharedAsync(Ben);
        await rig.ReviewedAsync(Ana, bens, "for ben");
        await rig.ReviewedAsync(Cleo, bens, "for ben");
        await rig.ReviewedAsync(Dan, bens, "for ben");

        await rig.ChooseAsync(Ana, anas, "rate", "1:not");
        await rig.ChooseAsync(Ana, anas, "rate", "2:useful");
        Assert.Equal((0, 1), Reads(reads => reads.UsefulReviews(Ben)));
        await rig.ChooseAsync(Ben, bens, "rate", "1:not");

        Assert.Equal((0, 0), Reads(reads => reads.UsefulReviews(Ben)));
        Assert.Equal((0, 0), Reads(reads => reads.UsefulReviews(Ana)));
        Assert.Equal((1, 1), Reads(reads => reads.UsefulReviews(Cleo)));
    }

    [Fact]
    public async Task Given_and_got_are_counted()
    {
        var share = await rig.SharedAsync(Ana);
        await rig.ReviewedAsync(Ben, share, "one");

        Assert.Equal((new Balance(0, 1), new Balance(1, 0)), (Reads(reads => reads.BalanceOf(Ana)), Reads(reads => reads.BalanceOf(Ben))));
    }

    [Fact]
    public async Task Every_share_ends_without_anybody_doing_anything()
    {
        var share = await rig.SharedAsync(Ana);
        await rig.PressAsync(Ben, share, "claim");

        await rig.Bot.PassAsync(TimeSpan.FromDays(5));

        Assert.Equal(["opened"], rig.Column("SELECT state FROM reviews"));
        Assert.DoesNotContain("claimed", rig.Column("SELECT state FROM review_seats"));
        Assert.Empty(rig.Column("SELECT timer FROM timers WHERE stream LIKE 'review/%'"));
        Assert.Equal(0, rig.Failed);
    }

    [Fact]
    public async Task A_session_of_somebody_else_cannot_be_shared()
    {
        await rig.Bot.HoldAsync(Ana, Said);
        var session = StreamId.Parse(rig.Column("SELECT stream FROM sessions").Single());

        await rig.Bot.PressAsync(Ben, new Token(session, "share", 0));

        Assert.Contains("nothing to share there", rig.Told, StringComparison.Ordinal);
        Assert.Empty(rig.Column("SELECT stream FROM reviews"));
    }

    private static PersonId In(string name) => Groups.TwoGroups.In("one", name);

    private StreamId? Next(PersonId person) => Reads(reads => reads.NextReview(Core.Groups.Group.StreamOf(person)!.Value, person));

    private T Reads<T>(Func<Reads, T> ask)
    {
        using var reader = rig.Bot.Database.OpenReader();
        return ask(new(reader));
    }
}
