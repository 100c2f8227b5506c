using NetflixPrep.Bot.Adapters.Terminal.Script;
using NetflixPrep.Bot.Tests.Golden;
using NetflixPrep.Bot.Tests.Slack.Fake;
using NetflixPrep.Bot.Tests.Storage;
using NetflixPrep.Bot.Tests.Whole;

namespace NetflixPrep.Bot.Tests.Slack.Whole;

/// <summary>Drills in a workspace: the zone of a profile, App Home, and a question of the day for all.</summary>
public sealed class DrillOnSlackTests : IAsyncLifetime
{
    private const string Ana = "U0ANA";
    private const string Ben = "U0BEN";

    private readonly TempFolder folder = new();
    private readonly ManualTime time = new(VirtualTime.Beginning);
    private FakeSlack fake = null!;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeSlack.StartAsync(time);
        fake.Sockets.ChecksAcks = false; // the clock leaps over hours
        fake.PostBurst = 1000;
        fake.AddPerson("ana", "America/New_York", admin: true);
        fake.AddPerson("ben", "Asia/Tokyo");
    }

    public async ValueTask DisposeAsync()
    {
        await fake.DisposeAsync();
        folder.Dispose();
        Assert.Empty(fake.Violations);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_drill_without_a_zone_comes_by_the_clocks_of_the_profile(bool alone)
    {
        await using var bot = await BotAsync();

        await fake.SlashAsync(Ana, alone ? fake.Dm(Ana) : FakeSlack.ChannelId, "drill on");
        await bot.CalmAsync();

        Assert.Contains("08:30, daily, in the zone America/New_York", Read(fake.Ephemerals(Ana)), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_zone_that_is_typed_wins_over_the_profile()
    {
        await using var bot = await BotAsync();

        await fake.SlashAsync(Ana, FakeSlack.ChannelId, "drill on zone:Europe/Dublin");
        await bot.CalmAsync();

        Assert.Contains("in the zone Europe/Dublin", Read(fake.Ephemerals(Ana)), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task When_Slack_does_not_give_the_profile_the_drill_comes_all_the_same()
    {
        await using var bot = await BotAsync();
        fake.Faults.Add(FakeFault.Error("users.info", "user_not_found", int.MaxValue));

        await fake.SlashAsync(Ana, FakeSlack.ChannelId, "drill on");
        await bot.CalmAsync();

        Assert.Contains("in the zone UTC", Read(fake.Ephemerals(Ana)), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task App_Home_turns_drills_on_in_the_profiles_zone_and_off_and_shows_where_they_stand()
    {
        await using var bot = await BotAsync();
        await fake.OpenHomeAsync(Ana);
        await bot.CalmAsync();
        var off = Home();

        await PressAsync(bot, "Turn on");
        var on = Home();
        await PressAsync(bot, "Skip the next");
        var skipped = Home();
        await PressAsync(bot, "Turn off");

        Assert.Contains("Drills are off.", off, StringComparison.Ordinal);
        Assert.Contains("08:30, daily, America/New_York, about 10 minutes.\nNext: Mon 5 Jan, 08:30.", on, StringComparison.Ordinal);
        Assert.Contains("Next: Tue 6 Jan, 08:30.", skipped, StringComparison.Ordinal);
        Assert.Contains("Drills are off.", Home(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task App_Home_brings_a_drill_and_leaves_it_out()
    {
        await using var bot = await BotAsync();
        await fake.OpenHomeAsync(Ana);
        await bot.CalmAsync();
        await PressAsync(bot, "Turn on");

        await PressAsync(bot, "Drill now");
        var open = Home();
        await PressAsync(bot, "Skip this one");
        await fake.OpenHomeAsync(Ana);
        await bot.CalmAsync();

        Assert.Contains("is open; it can still be answered.", open, StringComparison.Ordinal);
        Assert.DoesNotContain("is open; it can still be answered.", Home(), StringComparison.Ordinal);
        Assert.Contains(fake.Locked(() => fake.SeesAnywhere(Ana).ToList()), message => SlackEyes.Read(message).Contains("Left out.", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_question_of_the_day_is_answered_by_a_form_and_read_by_who_answered()
    {
        await using var bot = await BotAsync();
        await fake.SlashAsync(Ana, FakeSlack.ChannelId, $"settings practice-channel:{FakeSlack.ChannelId} daily-question:\"09:30 daily\"");
        await bot.CalmAsync();
        await bot.AdvanceAsync(TimeSpan.FromMinutes(30));

        await AnswerAsync(bot, Ana, "<!channel> words of ana & *more*");
        await PressAsync(bot, "Read answers", Ben);
        var sealedFor = Read(fake.Ephemerals(Ben));
        await AnswerAsync(bot, Ben, "words of ben");
        await PressAsync(bot, "Read answers", Ben);

        Assert.Contains("sealed until you have answered yourself", sealedFor, StringComparison.Ordinal);
        Assert.Contains("<!channel> words of ana & *more*", Read(fake.Ephemerals(Ben)), StringComparison.Ordinal);
        var card = Assert.Single(fake.Sees(Ana, FakeSlack.ChannelId), message => SlackEyes.Read(message).Contains("Question of the day", StringComparison.Ordinal));
        Assert.Contains("2 answered.", SlackEyes.Read(card), StringComparison.Ordinal);
    }

    private async Task<WholeBot> BotAsync()
    {
        var bot = new WholeBot(new WholeSlack(fake), time, folder.Path, SmallBank.Load());
        await bot.CalmAsync();
        return bot;
    }

    private async Task PressAsync(WholeBot bot, string label, string user = Ana)
    {
        await fake.PressAsync(user, label);
        await bot.CalmAsync();
    }

    private async Task AnswerAsync(WholeBot bot, string user, string words)
    {
        await PressAsync(bot, "Answer", user);
        await fake.SubmitAsync(user, ("answer", words));
        await bot.CalmAsync();
    }

    private string Home() => SlackEyes.Read(fake.Home(Ana)!);

    private static string Read(IReadOnlyList<FakeMessage> lines) => string.Join('\n', lines.Select(SlackEyes.Read));
}
