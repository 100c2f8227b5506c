using Dapper;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Groups;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Groups.TwoGroups;

namespace NetflixPrep.Bot.Tests.Loops;

/// <summary>A loop as its person meets it between two rounds and where its place is lost.</summary>
public sealed class BetweenRoundsTests : IAsyncLifetime
{
    private static readonly PersonId Ana = In(null, "ana");
    private static readonly PersonId AnaInOne = In("one", "ana");
    private static readonly PersonId BenInOne = In("one", "ben");

    private readonly TwoGroups bot = new();

    private string Last => bot.Platform.Texts.Last();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("next")]
    [InlineData("Next round")]
    [InlineData("begin")]
    public async Task In_direct_messages_plain_words_open_the_next_round(string word)
    {
        await bot.PlanAsync(Ana, rounds: 2);

        await bot.SayAsync(Ana, word);

        Assert.Contains("Round 1 of 2, ML fundamentals, is open.", string.Join('\n', bot.Platform.Texts), StringComparison.Ordinal);
        Assert.Equal(1, Count("sessions WHERE status = 'open'"));
    }

    [Fact]
    public async Task Stop_asks_about_the_loop_and_a_second_one_is_a_yes()
    {
        await bot.PlanAsync(Ana, rounds: 2);

        await bot.SayAsync(Ana, "stop");
        var asked = Last;
        await bot.SayAsync(Ana, "stop");

        Assert.Equal(("Stop the loop here? What you did is kept, and you get the packet so far.", 1), (asked, Count("loops WHERE status = 'finished'")));
    }

    [Fact]
    public async Task Anything_else_is_answered_with_where_the_loop_stands()
    {
        await bot.PlanAsync(Ana, rounds: 2);

        await bot.SayAsync(Ana, "done");

        Assert.StartsWith("Nothing runs at the moment, so this counts for no round. Your loop stands at round 1 of 2", Last, StringComparison.Ordinal);
        Assert.Equal(["Next round", "Stop"], bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Last().Message.Controls.Cast<Control.Button>().Select(button => button.Label));
    }

    [Fact]
    public async Task Beside_its_place_stop_asks_there_and_says_so_here()
    {
        await bot.PlanAsync(Ana, rounds: 2);

        await bot.SayAsync(Ana, "stop", Channel(Ana));

        Assert.Contains(bot.Platform.Sent, sent => sent.Place == bot.HomeOf(Ana) && sent.Effect is Effect.Show { Message: var asked } && asked.Body.ToString().StartsWith("Stop the loop here?", StringComparison.Ordinal));
        Assert.Contains(bot.Platform.Sent, sent => sent.Place == Channel(Ana) && sent.Effect is Effect.Show { Message: var said } && said.Body.ToString().StartsWith("I asked in your loop", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_group_only_the_words_of_the_loops_own_person_count_and_only_in_its_place()
    {
        await bot.PlanAsync(AnaInOne, rounds: 2);
        var heard = Count("inbound");

        await bot.SayAsync(BenInOne, "next", bot.HomeOf(AnaInOne));
        await bot.SayAsync(AnaInOne, "what a day", bot.HomeOf(AnaInOne));
        await bot.SayAsync(AnaInOne, "next", Channel(AnaInOne));
        var kept = Count("inbound") - heard;
        await bot.SayAsync(AnaInOne, "next");

        Assert.Equal((0, 1), (kept, Count("sessions WHERE status = 'open'")));
    }

    [Fact]
    public async Task What_cannot_be_opened_is_said_in_a_line_after_the_word()
    {
        await bot.PlanAsync(AnaInOne, rounds: 2);
        var loop = bot.HomeOf(AnaInOne);
        await bot.BeginAsync(AnaInOne, "beside the loop");

        await bot.SayAsync(AnaInOne, "next", loop);

        Assert.Contains(bot.Platform.Sent, sent => sent.Place == loop && sent.Effect is Effect.Show { Only: null, Message: var said } && said.Body.ToString().Contains("session is still open", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_knows_where_the_loop_stands()
    {
        await bot.PlanAsync(AnaInOne, rounds: 2);
        var place = bot.HomeOf(AnaInOne);

        var (here, elsewhere, ben) = (await bot.CommandAsync(AnaInOne, "/help", place), await bot.CommandAsync(AnaInOne, "/help"), await bot.CommandAsync(BenInOne, "/help", place));
        await bot.SayAsync(AnaInOne, "next");
        var inside = await bot.CommandAsync(AnaInOne, "/help", place);

        Assert.StartsWith("You are in your loop, before round 1 of 2.", here, StringComparison.Ordinal);
        Assert.StartsWith("Your loop waits in another place, before round 1 of 2.", elsewhere, StringComparison.Ordinal);
        Assert.StartsWith("This is the session of ana.", ben, StringComparison.Ordinal);
        Assert.StartsWith("You are in round 1 of 2 of your loop;", inside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_lost_in_the_middle_of_a_round_leaves_its_words_in_the_packet()
    {
        await bot.PlanAsync(AnaInOne, rounds: 2);
        await bot.PressAsync(AnaInOne, "Next round");
        await bot.PressAsync(AnaInOne, "Begin");
        await bot.SayAsync(AnaInOne, "L1 is sparse");

        await bot.HearAsync(new Inbound.PlaceGone(new("gone:1", PersonId.Bot with { Group = "one" }, bot.HomeOf(AnaInOne), bot.Time.GetUtcNow()), "thread deleted"));
        var told = bot.Platform.Sent.Last(sent => sent.Effect is Effect.Show { To: Where.Dm } && ((Effect.Show)sent.Effect).Message.Controls.Count > 0);
        await bot.PressAsync(AnaInOne, Token.Read(((Control.Button)((Effect.Show)told.Effect).Message.Controls[0]).Token)!);

        Assert.Contains("\"L1 is sparse\"", Last, StringComparison.Ordinal);
        Assert.Equal(0, Count("loops WHERE status = 'open'"));
        Assert.Equal(0, Count("inbound WHERE status = 'failed'"));
    }

    [Fact]
    public async Task A_change_inside_a_round_keeps_what_the_loop_wishes()
    {
        await bot.PlanAsync(AnaInOne, rounds: 2);
        await bot.PressAsync(AnaInOne, "Next round");
        var card = Token.Read(bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().SelectMany(show => show.Message.Controls.OfType<Control.Button>()).Last(button => button.Label == "Change").Token)!;

        await bot.HearAsync(new Inbound.Form(bot.From(AnaInOne, bot.HomeOf(AnaInOne)), (card with { Act = "changed" }).ToString(), [new("round", "ml-fundamentals"), new("level", "L5"), new("minutes", "18")]));

        const string Part = "SELECT json_extract(data, '$.setup.loop') FROM events WHERE type = ";
        Assert.Equal(bot.Database.Writer.QuerySingle<string>(Part + "'briefed'"), bot.Database.Writer.QuerySingle<string>(Part + "'setup-changed'"));
    }

    private int Count(string from) => bot.Database.Writer.QuerySingle<int>($"SELECT count(*) FROM {from}");
}

/// <summary>A pause that a skipped question ends.</summary>
public sealed class SkippedInAPauseTests
{
    [Fact]
    public async Task A_question_that_is_skipped_in_a_pause_starts_the_clock_of_the_next_one()
    {
        await using var bot = new TwoGroups(SmallBank.LoadRounds());
        var ana = In("one", "ana");
        await bot.BeginAsync(ana, "an answer", "behavioral");
        await bot.SayAsync(ana, "pause");
        var paused = Runs();

        await bot.SayAsync(ana, "skip");

        Assert.Equal((0, 1), (paused, Runs()));
        Assert.Equal(1, bot.Database.Writer.QuerySingle<int>("SELECT max(number) FROM session_questions"));

        int Runs() => bot.Database.Writer.QuerySingle<int>("SELECT clock_runs FROM sessions");
    }
}
