using NetflixPrep.Bot.Storage;
using NetflixPrep.Bot.Tests.Groups;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Reviews.ReviewRig;

namespace NetflixPrep.Bot.Tests.Reviews;

/// <summary>What an export holds of reviews and what a deletion takes: one's own goes whole, what one gave to others stays without name and words.</summary>
public sealed class ReviewPrivacyTests : IAsyncLifetime
{
    private readonly ReviewRig rig = new();
    private StreamId share;

    public async ValueTask InitializeAsync()
    {
        share = await rig.SharedAsync(Ana);
        await rig.ReviewedAsync(Ben, share, "secret of ben");
        await rig.ReviewedAsync(Cleo, share, "words of cleo");
        await rig.ChooseAsync(Ben, share, "overrule", rig.Column("SELECT question_id FROM reviews").First() + ":" + "nothing");
    }

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task A_reviewer_who_goes_leaves_the_scores_and_neither_name_nor_word()
    {
        await rig.DeleteAsync(Ben);

        Assert.DoesNotContain(rig.Bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("secret of ben", StringComparison.Ordinal));
        Assert.DoesNotContain(rig.Bot.Rows()["events"], row => row.Contains("\"user\":\"ben\"", StringComparison.Ordinal));
        Assert.Equal(["gone::1", "terminal:one:cleo"], rig.Column("SELECT person FROM review_seats ORDER BY person"));
        Assert.Equal(["gone::1", "gone::1", "gone::1"], rig.Column("SELECT person FROM review_scores WHERE person LIKE 'gone%'"));
    }

    [Fact]
    public async Task Afterwards_the_share_goes_on_and_opens_with_what_was_given()
    {
        await rig.DeleteAsync(Ben);
        await rig.ReviewedAsync(Dan, share, "words of dan");

        await rig.PressAsync(Ana, share, "result");

        Assert.Contains("3 reviews, mean 4.0", rig.All, StringComparison.Ordinal);
        Assert.Contains("(deleted by the reviewer)", rig.All, StringComparison.Ordinal);
        Assert.Equal(0, rig.Failed);
    }

    [Fact]
    public async Task Two_reviewers_who_go_are_still_two()
    {
        await rig.DeleteAsync(Ben);
        await rig.DeleteAsync(TwoGroups.In(null, "cleo"));

        Assert.Equal(["gone::1", "gone::2"], rig.Column("SELECT person FROM review_seats ORDER BY person"));
    }

    [Fact]
    public async Task A_candidate_who_goes_takes_the_shared_answer_along()
    {
        await rig.DeleteAsync(Ana);

        foreach (var table in (string[])["reviews", "review_seats", "review_scores", "review_overrules"]) Assert.Empty(rig.Bot.Rows()[table]);
        Assert.DoesNotContain(rig.Bot.Rows()["events"], row => row.StartsWith("review/", StringComparison.Ordinal));
        Assert.DoesNotContain(rig.Bot.Rows()["timers"], row => row.StartsWith("review/", StringComparison.Ordinal));
        await rig.Bot.PassAsync(TimeSpan.FromDays(4));
        Assert.Equal(0, rig.Failed);
    }

    [Fact]
    public async Task Words_in_the_thread_go_with_who_said_them()
    {
        var thread = rig.Bot.Platform.Sent.Last(sent => sent.Effect is Effect.Show { Slot: "foot" }).Place!.Value;
        await rig.Bot.SayAsync(Dan, "said by dan in the thread", thread);
        await rig.Bot.SayAsync(Cleo, "said by cleo in the thread", thread);

        await rig.DeleteAsync(Dan);

        Assert.DoesNotContain(rig.Bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("said by dan", StringComparison.Ordinal));
        Assert.Contains(rig.Bot.Rows()["events"], row => row.Contains("said by cleo", StringComparison.Ordinal));
    }

    [Fact]
    public void An_export_does_not_break_the_seal()
    {
        var mine = Export(Ana);

        Assert.Contains(Said, mine, StringComparison.Ordinal);
        Assert.DoesNotContain("secret of ben", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("review-scored", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_open_the_export_has_what_reviewers_gave()
    {
        await rig.ReviewedAsync(Dan, share, "words of dan");

        Assert.Contains("secret of ben", Export(Ana), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reviewer_takes_along_what_they_gave_and_nothing_of_others()
    {
        var his = Export(Ben);

        Assert.Contains("secret of ben", his, StringComparison.Ordinal);
        Assert.DoesNotContain("words of cleo", his, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_was_shown_to_all_is_shown_again_without_the_words()
    {
        await rig.ReviewedAsync(Dan, share, "words of dan");
        await rig.PressAsync(Ana, share, "publish");
        Assert.Contains(Results(), text => text.Contains("secret of ben", StringComparison.Ordinal));

        await rig.DeleteAsync(Ben);

        Assert.DoesNotContain("secret of ben", Results().Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Bot.Rows()["slots"], row => row.Contains("secret of ben", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_taken_back_or_hidden_is_not_in_the_export()
    {
        await rig.PressAsync(Ben, share, "take-back");
        await rig.ReviewedAsync(Dan, share, "words of dan");
        await rig.ReviewedAsync(TwoGroups.In("one", "fay"), share, "words of fay");
        await rig.ChooseAsync(Ana, share, "flag", "2");

        var mine = Export(Ana);

        Assert.DoesNotContain("secret of ben", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("words of cleo", mine, StringComparison.Ordinal);
        Assert.Contains("words of fay", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_names_somebody_who_was_asked_or_was_to_decide_and_goes()
    {
        await rig.Bot.CommandAsync(Ana, "/settings moderators:\"@moritz\"");
        await rig.ReviewedAsync(Dan, share, "words of dan");
        await rig.ChooseAsync(Ana, share, "flag", "2");
        var other = await rig.SharedAsync(Cleo);
        await rig.Bot.PassAsync(TimeSpan.FromHours(3)); // Ben, Dan and Ana are asked
        Assert.Contains("terminal:one:ben", rig.Column("SELECT person FROM review_seats WHERE state = 'invited'"));

        await rig.DeleteAsync(Ben);
        await rig.DeleteAsync(TwoGroups.In("one", "moritz"));

        Assert.All(rig.Bot.Rows().Where(table => table.Key is not "inbound" and not "sqlite_sequence"), table => Assert.DoesNotContain(table.Value,
            row => row.Contains("\"ben\"", StringComparison.Ordinal) || row.Contains(":ben", StringComparison.Ordinal) || row.Contains("seat-ben", StringComparison.Ordinal) || row.Contains("moritz", StringComparison.Ordinal)));
        Assert.DoesNotContain("invited", rig.Column("SELECT state FROM review_seats WHERE person LIKE 'gone%'"));
        Assert.DoesNotContain(rig.Bot.Rows()["inbound"], row => row.Contains("terminal:one:ben", StringComparison.Ordinal));
        await rig.Bot.PassAsync(TimeSpan.FromDays(4));
        Assert.Equal(0, rig.Failed);
        Assert.Equal("opened", rig.Column($"SELECT state FROM reviews WHERE stream = '{other}'").Single());
    }

    [Fact]
    public async Task Nobody_who_is_gone_is_asked_again()
    {
        await rig.DeleteAsync(Ben);
        await rig.SharedAsync(Cleo);
        await rig.Bot.PassAsync(TimeSpan.FromHours(3));

        Assert.DoesNotContain(rig.Column("SELECT person FROM review_seats WHERE state = 'invited'"), person => person.StartsWith("gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_nobody_came_it_can_be_shared_again()
    {
        var lonely = await rig.SharedAsync(Cleo);
        await rig.Bot.PassAsync(TimeSpan.FromDays(5));
        Assert.Equal("opened", rig.Column($"SELECT state FROM reviews WHERE stream = '{lonely}'").Single());

        await rig.Bot.PressAsync(Cleo, "Share for review");

        Assert.Equal("draft", rig.Column("SELECT state FROM reviews ORDER BY prepared_at DESC LIMIT 1").Single());
    }

    private IEnumerable<string> Results() => rig.Bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Where(show => show.Slot == "result").Select(show => show.Message.Body.ToString());

    private string Export(PersonId person)
    {
        using var reader = rig.Bot.Database.OpenReader();
        return Takeout.Of(person, DateTimeOffset.UnixEpoch, new(reader));
    }
}
