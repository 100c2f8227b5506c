using Dapper;
using NetflixPrep.Bot.Tests.Groups;
using NetflixPrep.Core;
using static NetflixPrep.Bot.Tests.Groups.TwoGroups;

namespace NetflixPrep.Bot.Tests.Loops;

/// <summary>What a retention of seven days does to loops and to what they quote.</summary>
public sealed class LoopRetentionTests : IAsyncLifetime
{
    private const string Quote = "A sparse elephant goes to zero";

    private static readonly PersonId Ana = In("one", "ana");
    private static readonly PersonId Ben = In("two", "ben");

    private readonly TwoGroups bot = new();

    public async ValueTask InitializeAsync() => await bot.CommandAsync(Ana, "/settings retention:7");

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_loop_that_still_runs_keeps_no_word_of_a_round_that_is_too_old()
    {
        await bot.PlanAsync(Ana, rounds: 3);
        await bot.HoldRoundAsync(Ana, Quote);
        await bot.PressAsync(Ana, "Packet");
        await bot.SayAsync(Ana, "packet");
        Assert.All(["events", "outbox", "slots"], table => Assert.Contains(bot.Rows()[table], row => row.Contains("loop/", StringComparison.Ordinal) && HasTheQuote(row)));

        await bot.PassAsync(TimeSpan.FromDays(9));

        Assert.DoesNotContain(bot.Rows().Values.SelectMany(rows => rows), row => HasTheQuote(row) || (row.Contains(" | loop/", StringComparison.Ordinal) && row.Contains("No trade-off", StringComparison.Ordinal)));
        await bot.PressAsync(Ana, "Packet");
        Assert.Matches("1\\. ML fundamentals\\*\\*, \\d+ of 16 min, mentioned \\d of 3(.|\n)*is older than this group keeps sessions", bot.Platform.Texts.Last());
    }

    [Fact]
    public async Task It_goes_on_with_the_next_round_and_quotes_that_one()
    {
        await bot.PlanAsync(Ana, rounds: 3);
        await bot.HoldRoundAsync(Ana, Quote);
        await bot.PassAsync(TimeSpan.FromDays(9));
        await bot.HoldRoundAsync(Ana, "It shrinks them all");

        await bot.PressAsync(Ana, "Packet");

        Assert.Matches("is older than this group keeps sessions(.|\n)*2\\. ML fundamentals(.|\n)*\"It shrinks them all\"", bot.Platform.Texts.Last());
    }

    [Fact]
    public async Task A_round_that_is_young_enough_keeps_its_words()
    {
        await bot.PlanAsync(Ana, rounds: 3);
        await bot.HoldRoundAsync(Ana, "old words that shrink");
        await bot.PassAsync(TimeSpan.FromDays(5));
        await bot.HoldRoundAsync(Ana, Quote);

        await bot.PassAsync(TimeSpan.FromDays(4));

        Assert.Contains(bot.Rows()["events"], row => row.Contains(" | loop/", StringComparison.Ordinal) && HasTheQuote(row));
        Assert.DoesNotContain(bot.Rows().Values.SelectMany(rows => rows), row => row.Contains("old words that shrink", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_loop_of_a_group_without_retention_keeps_all()
    {
        await bot.PlanAsync(Ben, rounds: 2);
        await bot.HoldRoundAsync(Ben, Quote);

        await bot.PassAsync(TimeSpan.FromDays(9));

        Assert.Contains(bot.Rows()["events"], row => row.Contains(" | loop/", StringComparison.Ordinal) && HasTheQuote(row));
    }

    [Fact]
    public async Task A_finished_loop_goes_with_the_first_session_that_it_quotes()
    {
        await bot.PlanAsync(Ana, rounds: 2);
        await bot.HoldRoundAsync(Ana, Quote);
        await bot.PassAsync(TimeSpan.FromDays(5));
        await bot.HoldRoundAsync(Ana, "It shrinks them all");
        Assert.Equal(["finished"], Loops());

        await bot.PassAsync(TimeSpan.FromDays(4));

        Assert.Empty(Loops());
        Assert.Equal(1, bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM sessions"));
        Assert.DoesNotContain(bot.Rows().Values.SelectMany(rows => rows), HasTheQuote);
    }

    [Fact]
    public async Task A_finished_loop_that_quotes_nothing_goes_at_its_own_age()
    {
        await bot.PlanAsync(Ana, rounds: 2);
        await bot.CommandAsync(Ana, "/mock stop");
        await bot.CommandAsync(Ana, "/mock stop");
        await bot.PassAsync(TimeSpan.FromDays(6));
        var young = Loops();

        await bot.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal((["finished"], 0), (young.ToSeq(), Loops().Count));
    }

    [Fact]
    public async Task A_loop_that_still_runs_is_never_too_old()
    {
        await bot.PlanAsync(Ana, rounds: 2);

        await bot.PassAsync(TimeSpan.FromDays(9));

        Assert.Equal(["open"], Loops());
    }

    private List<string> Loops() => bot.Database.Writer.Query<string>("SELECT status FROM loops").AsList();

    private static bool HasTheQuote(string row) => row.Contains("sparse elephant", StringComparison.Ordinal);
}
