using Dapper;
using NetflixPrep.Bot.Adapters;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Groups;

/// <summary>Meetings of two: who may read what, and what an export holds, a deletion and a retention take. It is Monday, 2 March 2026, ten o'clock.</summary>
public sealed class PairPrivacyTests : IAsyncLifetime
{
    private static readonly PersonId Ana = TwoGroups.In("one", "ana");
    private static readonly PersonId Ben = TwoGroups.In("one", "ben");
    private static readonly PersonId AnaInTwo = TwoGroups.In("two", "ana");
    private static readonly PersonId CleoInTwo = TwoGroups.In("two", "cleo");

    private readonly TwoGroups bot = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var person in new[] { Ana, Ben, AnaInTwo, CleoInTwo }) await bot.CommandAsync(person, "/pair round:any");
        await bot.PassAsync(TimeSpan.FromHours(3));
        await SayAsync(Ana, "words of ana");
        await SayAsync(Ben, "words of ben");
        await SayAsync(AnaInTwo, "elsewhere of ana");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public void People_are_matched_within_their_group_alone() => Assert.Equal(
        ["terminal:one:ana", "terminal:one:ben", "terminal:two:ana", "terminal:two:cleo"],
        bot.Database.Writer.Query<string>("SELECT person FROM pair_people pp JOIN pairs p ON p.stream = pp.stream WHERE p.\"group\" = 'group/' || substr(pp.person, 1, 12) ORDER BY person"));

    [Fact]
    public async Task Deleting_takes_words_and_name_in_that_group_and_leaves_the_words_of_the_other()
    {
        await bot.PressAsync(Ben, new Token(Meeting(Ana), "script", 0));

        await DeleteAsync(Ana);

        var rows = bot.Rows();
        Assert.DoesNotContain(rows.Values.SelectMany(each => each), row => row.Contains("words of ana", StringComparison.Ordinal));
        Assert.DoesNotContain(rows["events"].Concat(rows["outbox"]).Concat(rows["slots"]).Concat(rows["pool_members"]).Concat(rows["pair_people"]),
            row => row.Contains("\"group\":\"one\",\"user\":\"ana\"", StringComparison.Ordinal) || row.Contains("one:ana", StringComparison.Ordinal));
        Assert.Contains(rows["events"], row => row.Contains("words of ben", StringComparison.Ordinal));
        Assert.Contains(rows["events"], row => row.Contains("elsewhere of ana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_deletion_the_other_is_told_and_goes_first_and_everything_goes_on()
    {
        await DeleteAsync(Ana);

        Assert.Contains(Texts, text => text.StartsWith("Your partner is no longer here, so this meeting is over. ben, you wait", StringComparison.Ordinal));
        Assert.Contains("Nobody goes before you.", await bot.CommandAsync(Ben, "/pair"), StringComparison.Ordinal);
        await bot.CommandAsync(Ana, "/pair round:any");
        await bot.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(1, bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM pairs WHERE \"group\" = 'group/terminal:one' AND status = 'open'"));
        Assert.Equal(0, bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM inbound WHERE status = 'failed'"));
    }

    [Fact]
    public async Task When_both_are_gone_nothing_of_their_meeting_is_left()
    {
        var meeting = Meeting(Ana).ToString();
        await DeleteAsync(Ana);
        await DeleteAsync(Ben);

        Assert.All(bot.Rows().Where(table => table.Key is not ("inbound" or "sqlite_sequence")), table => Assert.DoesNotContain(table.Value, row => row.Contains(meeting, StringComparison.Ordinal)));
        Assert.Equal(0, bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM timers WHERE stream = 'pool/terminal:one'"));
    }

    [Fact]
    public async Task Deleting_everywhere_takes_every_group()
    {
        await DeleteAsync(TwoGroups.In(null, "ana"));

        Assert.DoesNotContain(bot.Rows().Values.SelectMany(each => each), row => row.Contains("of ana", StringComparison.Ordinal) || row.Contains("\"user\":\"ana\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_holds_ones_own_words_of_that_group_and_nobody_elses()
    {
        await bot.PressAsync(Ana, new Token(new("privacy", "self"), "export", 0, "one"));

        var file = bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Last().Message.Attachment!.Text;

        Assert.Contains("words of ana", file, StringComparison.Ordinal);
        Assert.Contains("pool-joined", file, StringComparison.Ordinal);
        Assert.DoesNotContain("words of ben", file, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere of ana", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retention_deletes_old_meetings_and_who_met_whom_stays()
    {
        var meeting = Meeting(Ana);
        await bot.PressAsync(Ana, new Token(meeting, "stop-sure", 0));
        await bot.CommandAsync(Ana, "/settings retention:7");
        await bot.PassAsync(TimeSpan.FromDays(9));

        var rows = bot.Rows();
        Assert.DoesNotContain(rows.Values.SelectMany(each => each), row => row.Contains("words of", StringComparison.Ordinal));
        Assert.DoesNotContain(rows["pairs"].Concat(rows["pair_people"]).Concat(rows["events"]), row => row.StartsWith(meeting.ToString(), StringComparison.Ordinal));
        Assert.Equal(2, bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM events WHERE stream = 'pool/terminal:one' AND type = 'pool-matched'"));
        Assert.Equal(0, bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM inbound WHERE status = 'failed'"));
    }

    [Fact]
    public async Task Notes_hold_the_words_of_both_and_are_not_kept()
    {
        await bot.PressAsync(Ana, new Token(Meeting(Ana), "stop-sure", 0));

        await bot.PressAsync(Ben, new Token(Meeting(Ben), "notes", 0));

        Assert.Contains("ana: words of ana", bot.Platform.Texts.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Rows()["outbox"], row => row.Contains("words of ana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_learns_anything_of_a_meeting_or_joins_another_groups_matching()
    {
        await bot.PressAsync(CleoInTwo, new Token(Meeting(Ana), "notes", 0));
        Assert.StartsWith("I do not know that meeting here", bot.Platform.Texts.Last(), StringComparison.Ordinal);

        await bot.PressAsync(CleoInTwo, new Token(new("pool", "terminal:one"), "again", 0));
        Assert.StartsWith("I do not know that button any more.", bot.Platform.Texts.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_that_cannot_be_opened_is_said_to_both_who_then_go_first()
    {
        await using var other = new TwoGroups();
        await other.CommandAsync(Ana, "/pair round:any");
        await other.CommandAsync(Ben, "/pair round:any");
        other.Platform.FailNext(new SendException(SendFault.PlaceGone, "no threads here"));
        await other.PassAsync(TimeSpan.FromHours(3));

        var told = other.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Where(show => show.To is Where.Dm).ToList();
        Assert.Equal([new Where.Dm(Ana), new Where.Dm(Ben)], told.Select(show => show.To).OrderBy(to => to.ToString(), StringComparer.Ordinal));
        Assert.All(told, show => Assert.Contains("I could not open a thread for the two of you", show.Message.Body.ToString(), StringComparison.Ordinal));
        Assert.Contains("Nobody goes before you.", await other.CommandAsync(Ben, "/pair"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_that_is_deleted_ends_the_meeting_and_both_are_told()
    {
        await bot.HearAsync(new Inbound.PlaceGone(bot.From(PersonId.Bot, Thread(Ana)), "place-gone"));

        Assert.Equal(2, Texts.Count(text => text.StartsWith("Our thread with", StringComparison.Ordinal)));
        Assert.Equal("over", bot.Database.Writer.QuerySingle<string>("SELECT status FROM pairs WHERE stream = @Stream", new { Stream = Meeting(Ana).ToString() }));
    }

    private IEnumerable<string> Texts => bot.Platform.Texts;

    private StreamId Meeting(PersonId person) =>
        StreamId.Parse(bot.Database.Writer.QuerySingle<string>("SELECT stream FROM pair_people WHERE person = @Person", new { Person = person.ToString() }));

    private PlaceId Thread(PersonId person) =>
        PlaceId.Parse(bot.Database.Writer.QuerySingle<string>("SELECT place FROM places WHERE stream = @Stream", new { Stream = Meeting(person).ToString() }));

    private Task SayAsync(PersonId person, string text) => bot.SayAsync(person, text, Thread(person));

    private async Task DeleteAsync(PersonId person)
    {
        await bot.PressAsync(person, new Token(new("privacy", "self"), "delete", 0, person.Group ?? ""));
        await bot.PressAsync(person, "Delete everything");
    }
}
