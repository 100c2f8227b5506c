using System.Text;
using Dapper;
using NetflixPrep.Bot.Tests.Groups;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Committees.CommitteeRig;

namespace NetflixPrep.Bot.Tests.Committees;

/// <summary>A committee belongs to its candidate, a vote to its voter, a review to its reviewer: what an export holds, what a deletion and a retention take.</summary>
public sealed class CommitteePrivacyTests : IAsyncLifetime
{
    private readonly CommitteeRig rig = new();

    public async ValueTask InitializeAsync()
    {
        rig.Review();
        await rig.ConveneAsync();
        await rig.VoteAsync(Ben, "yes", "words of ben about this answer");
        await rig.VoteAsync(Cleo, "no", "words of cleo about this answer");
    }

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public void What_was_shown_of_others_is_not_kept() =>
        Assert.DoesNotContain(rig.Bot.Rows()["outbox"], row => row.Contains("quote for", StringComparison.Ordinal));

    [Fact]
    public async Task A_candidate_goes_with_the_whole_committee_and_nothing_comes_due()
    {
        await rig.DeleteAsync(Ana);
        await rig.Bot.PassAsync(TimeSpan.FromDays(5));

        var rows = rig.Bot.Rows();
        Assert.All(new[] { "committees", "committee_rounds", "committee_votes" }, table => Assert.Empty(rows[table]));
        Assert.DoesNotContain(rows.Values.SelectMany(each => each), row => row.Contains("about this answer", StringComparison.Ordinal) || row.Contains("committee/", StringComparison.Ordinal));
        Assert.Empty(rig.Shown("result"));
        Assert.Equal(0, rig.Failed);
    }

    [Fact]
    public async Task A_voter_goes_with_the_vote_and_a_reviewer_with_name_and_words_and_the_committee_goes_on()
    {
        await rig.DeleteAsync(Ben);

        Assert.Contains("1 vote so far.", rig.Shown("votes").Last().Message.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(["terminal:one:cleo"], rig.Column("SELECT person FROM committee_votes"));
        Assert.DoesNotContain(rig.Bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("words of ben", StringComparison.Ordinal) || row.Contains("by ben", StringComparison.Ordinal) || row.Contains("quote for ben", StringComparison.Ordinal) || row.Contains("\"user\":\"ben\"", StringComparison.Ordinal));

        await rig.VoteAsync(Dan, "yes", "words of dan about this answer");
        await rig.Bot.PassAsync(TimeSpan.FromDays(4));
        var result = Assert.Single(rig.Shown("result")).Message.Body.ToString();
        Assert.Contains("3 rounds, 3 reviewers, 9 reviews.", result, StringComparison.Ordinal);
        Assert.Contains("**Votes:** 1 yes, 1 no", result, StringComparison.Ordinal);
        Assert.Equal(0, rig.Failed);
    }

    [Fact]
    public async Task In_the_other_group_nothing_is_taken()
    {
        var before = rig.Bot.Rows();
        await rig.DeleteAsync(BenInTwo);

        Assert.All(new[] { "committees", "committee_rounds", "committee_votes" }, table => Assert.Equal(before[table], rig.Bot.Rows()[table]));
        Assert.Contains(rig.Bot.Rows()["events"], row => row.Contains("words of ben", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleting_everywhere_takes_the_vote_too()
    {
        await rig.DeleteAsync(TwoGroups.In(null, "ben"));

        Assert.DoesNotContain(rig.Bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("words of ben", StringComparison.Ordinal) || row.Contains("by ben", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_itself_no_longer_holds_the_words()
    {
        await rig.DeleteAsync(Ben);

        var bytes = await rig.Bot.EndAsync();

        Assert.Equal(-1, bytes.AsSpan().IndexOf("words of ben about"u8));
        Assert.NotEqual(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("words of cleo about")));
    }

    [Fact]
    public async Task An_export_holds_ones_own_vote_and_nobody_elses()
    {
        var file = await ExportAsync(Ben);

        Assert.Contains("words of ben", file, StringComparison.Ordinal);
        Assert.DoesNotContain("words of cleo", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_does_not_tell_the_candidate_how_anybody_voted()
    {
        var file = await ExportAsync(Ana);

        Assert.Contains("committee-convened", file, StringComparison.Ordinal);
        Assert.DoesNotContain("about this answer", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Your vote is saved", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retention_takes_what_is_over_and_leaves_what_is_open()
    {
        await rig.Bot.CommandAsync(Ana, "/settings retention:7 review-days:30");
        await rig.Bot.PassAsync(TimeSpan.FromDays(12));
        Assert.Empty(rig.Column("SELECT stream FROM committees WHERE status = 'closed'"));
        Assert.DoesNotContain(rig.Bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("about this answer", StringComparison.Ordinal));

        rig.Review();
        await rig.ConveneAsync();
        await rig.VoteAsync(Ben);
        await rig.Bot.PassAsync(TimeSpan.FromDays(9));

        Assert.Equal(["open"], rig.Column("SELECT status FROM committees"));
    }

    [Fact]
    public async Task What_is_over_goes_with_the_session_that_it_quotes_and_what_is_open_goes_on_without_the_quotes()
    {
        await rig.Bot.HoldAsync(Ana, "words of a session");
        var session = StreamId.Parse(rig.Column("SELECT stream FROM sessions").Single());
        rig.Review(2);
        rig.Rounds.Add(Round(6, Ana, session) with { OpenedAt = rig.Bot.Time.GetUtcNow() });
        await rig.Bot.CommandAsync(Ana, "/settings retention:7 review-days:8");
        await rig.Bot.PassAsync(TimeSpan.FromDays(4));
        await rig.ConveneAsync();
        await rig.Bot.PassAsync(TimeSpan.FromDays(4.5)); // the session is older than seven days now

        Assert.Empty(rig.Column("SELECT stream FROM sessions"));
        var packet = rig.Column("SELECT data FROM events WHERE type = 'committee-convened'").Single(data => data.Contains(session.Key, StringComparison.Ordinal));
        Assert.Equal(6, packet.Split("quote for").Length - 1); // of the two other rounds
        await rig.PressAsync(Cleo, "packet");
        Assert.Contains("Impact 3 4 5", rig.Told, StringComparison.Ordinal);
        Assert.Equal(0, rig.Failed);
    }

    [Fact]
    public async Task What_was_taken_back_goes_with_the_session_that_it_quotes()
    {
        await rig.Bot.HoldAsync(Ana, "words of a session");
        var session = StreamId.Parse(rig.Column("SELECT stream FROM sessions").Single());
        rig.Review(2);
        rig.Rounds.Add(Round(6, Ana, session) with { OpenedAt = rig.Bot.Time.GetUtcNow() });
        await rig.Bot.CommandAsync(Ana, "/settings retention:7 review-days:8");
        await rig.Bot.PassAsync(TimeSpan.FromDays(4));
        await rig.ConveneAsync();
        await rig.Bot.PressAsync(Ana, new Token(rig.Stream, "withdraw-yes", 0));
        Assert.Equal("withdrawn", rig.Column($"SELECT status FROM committees WHERE stream = '{rig.Stream}'").Single());
        await rig.Bot.PassAsync(TimeSpan.FromDays(4.5));

        Assert.DoesNotContain(rig.Column("SELECT data FROM events WHERE type = 'committee-convened'"), data => data.Contains(session.Key, StringComparison.Ordinal));
        Assert.Equal(0, rig.Failed);
    }

    private async Task<string> ExportAsync(PersonId person)
    {
        await rig.Bot.PressAsync(person, new Token(new("privacy", "self"), "export", 0, "one"));
        return rig.Bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Last().Message.Attachment!.Text;
    }
}
