using System.Text;
using Dapper;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Groups.TwoGroups;

namespace NetflixPrep.Bot.Tests.Groups;

/// <summary>Ben and Cleo interview Ana: what an export of theirs holds, what a deletion takes, what stays.</summary>
public sealed class PanelPrivacyTests : IAsyncLifetime
{
    private static readonly PersonId Ana = In("one", "ana");
    private static readonly PersonId Ben = In("one", "ben");
    private static readonly PersonId Cleo = In("one", "cleo");
    private static readonly PersonId Dan = In("one", "dan");

    private readonly TwoGroups bot = new();
    private PlaceId thread;

    private StreamId Session => StreamId.Parse(bot.Database.Writer.QuerySingle<string>("SELECT stream FROM sessions"));

    public async ValueTask InitializeAsync()
    {
        await bot.CommandAsync(Ana, "/mock start round:ml-fundamentals panel:\"@ben @cleo\"");
        thread = new("terminal", "thread-" + bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.OpenPlace>().Last().Name);
        await PressAsync(Ben, "panel-script", 0);
        await PressAsync(Cleo, "panel-script", 0);
        await PressAsync(Ana, "begin", 0);
        await bot.SayAsync(Ana, "L1 gives sparse weights.", thread);
        await bot.SayAsync(Ben, "words of ben", thread);
        await bot.SayAsync(Cleo, "words of cleo", thread);
        await bot.SayAsync(Dan, "words of dan", thread);
        await PressAsync(Ben, "panel-hint", 1, "1");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public void What_others_write_in_the_thread_is_not_kept() =>
        Assert.DoesNotContain(bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("words of dan", StringComparison.Ordinal));

    [Fact]
    public async Task Deleting_takes_the_name_and_the_words_out_of_the_session_and_leaves_the_rest()
    {
        await DeleteAsync(Ben);

        var rows = bot.Rows();
        Assert.DoesNotContain(rows.Values.SelectMany(each => each), row => row.Contains("words of ben", StringComparison.Ordinal) || Names(row, "ben"));
        Assert.Contains(rows["events"], row => row.Contains("words of cleo", StringComparison.Ordinal));
        Assert.Contains(rows["events"], row => row.Contains("L1 gives sparse weights.", StringComparison.Ordinal));
        Assert.Equal(["terminal:one:cleo"], bot.Database.Writer.Query<string>("SELECT person FROM panel_seats"));
    }

    [Fact]
    public async Task After_that_the_session_goes_on_and_nobody_waits_for_them()
    {
        await DeleteAsync(Ben);
        await bot.SayAsync(Ana, "How many rows?", thread);
        for (var steps = 0; steps < 3; steps++)
        {
            await bot.PassAsync(TimeSpan.FromSeconds(10));
            await bot.SayAsync(Dan, "words of dan", thread); // so that the bot is seen to be alive
        }

        Assert.Contains("cleo is silent, so I answer: 200 features", bot.Platform.Texts.Last(), StringComparison.Ordinal);
        Assert.Equal(0, bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM inbound WHERE status = 'failed'"));
    }

    [Fact]
    public async Task Both_may_go()
    {
        await DeleteAsync(Ben);
        await DeleteAsync(Cleo);
        await bot.SayAsync(Ana, "How many rows?", thread);

        Assert.StartsWith("200 features", bot.Platform.Texts.Last(), StringComparison.Ordinal);
        Assert.Equal([], bot.Database.Writer.Query<string>("SELECT error FROM inbound WHERE status = 'failed'"));
        Assert.DoesNotContain(bot.Rows().Values.SelectMany(each => each), row => Names(row, "cleo") || row.Contains("words of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleting_everywhere_takes_them_out_too()
    {
        await DeleteAsync(In(null, "ben"));

        Assert.DoesNotContain(bot.Rows().Values.SelectMany(each => each), row => row.Contains("words of ben", StringComparison.Ordinal) || Names(row, "ben"));
    }

    [Fact]
    public async Task The_session_can_still_be_read_again()
    {
        Assert.IsType<Verdict.Same>(Verify());

        await DeleteAsync(Ben);
        await bot.SayAsync(Ana, "L2 shrinks.", thread);

        Assert.IsType<Verdict.Same>(Verify());
    }

    [Fact]
    public async Task The_file_itself_no_longer_holds_the_words()
    {
        await DeleteAsync(Ben);

        var bytes = await bot.EndAsync();

        Assert.Equal(-1, bytes.AsSpan().IndexOf("words of ben"u8));
        Assert.NotEqual(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("words of cleo")));
    }

    [Fact]
    public async Task An_export_holds_ones_own_words_and_nobody_elses()
    {
        await bot.PressAsync(Ben, new Token(new("privacy", "self"), "export", 0, "one"));

        var file = bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Last().Message.Attachment!.Text;
        Assert.Contains("words of ben", file, StringComparison.Ordinal);
        Assert.Contains("panelOf", file, StringComparison.Ordinal);
        Assert.DoesNotContain("words of cleo", file, StringComparison.Ordinal);
        Assert.DoesNotContain("sparse weights", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_candidates_export_does_not_hold_the_script_of_the_panel()
    {
        await bot.PressAsync(Ana, new Token(new("privacy", "self"), "export", 0, "one"));

        var file = bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Last().Message.Attachment!.Text;
        Assert.Contains("sparse weights", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Listen for", file, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Rows()["outbox"], row => row.Contains("Listen for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_candidate_deletes_the_session_the_words_of_the_panel_go_with_it()
    {
        await DeleteAsync(Ana);

        Assert.DoesNotContain(bot.Rows().Values.SelectMany(each => each), row => row.Contains("words of", StringComparison.Ordinal));
        Assert.Equal(0, bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM panel_seats"));
    }

    [Fact]
    public async Task Notes_that_quote_the_panel_are_not_kept_once_shown()
    {
        await bot.SayAsync(Ana, "stop", thread);
        await bot.SayAsync(Ana, "stop", thread);
        await bot.PassAsync(TimeSpan.FromSeconds(5));
        await bot.SayAsync(Ana, "stop", thread);
        await PressAsync(Ana, "notes", 0);

        Assert.Contains("words of ben", bot.Platform.Texts.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Rows()["outbox"], row => row.Contains("words of ben", StringComparison.Ordinal));
    }

    // The ids of messages end in names here, on no other platform.
    private static bool Names(string row, string name) => new[] { $"\"user\":\"{name}\"", $":{name}", $"@{name}" }.Any(written => row.Contains(written, StringComparison.Ordinal));

    private Task PressAsync(PersonId person, string act, int step, string about = "") =>
        bot.HearAsync(new Inbound.Choice(bot.From(person, thread), new Token(Session, act, step, about).ToString(), null));

    private async Task DeleteAsync(PersonId person)
    {
        await bot.PressAsync(person, new Token(new("privacy", "self"), "delete", 0, person.Group ?? ""));
        await bot.PressAsync(person, "Delete everything");
    }

    private Verdict Verify()
    {
        var shelf = new ScriptShelf(Golden.SmallBank.Load(), bot.Database);
        return new Replay(SessionStream.Kind(shelf), new Reads(bot.Database.Writer)).Verify(Session);
    }
}
