using Dapper;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Groups.TwoGroups;

namespace NetflixPrep.Bot.Tests.Groups;

/// <summary>The buttons of <c>/drill status</c> on a platform that has no App Home.</summary>
public sealed class CommandPressTests : IAsyncDisposable
{
    private static readonly PersonId Ana = In("one", "ana");
    private static readonly PersonId Ben = In("one", "ben");

    private readonly TwoGroups bot = new();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_press_does_what_the_command_does_for_whoever_presses()
    {
        await bot.PressAsync(Ana, Of("drill on"));
        await bot.PressAsync(Ben, Of("drill on"));
        await bot.PressAsync(Ben, Of("drill off"));

        Assert.Equal(["terminal:one:ana on", "terminal:one:ben off"], bot.Database.Writer.Query<string>("SELECT person || ' ' || state FROM subscriptions ORDER BY person"));
    }

    [Fact]
    public async Task A_forged_one_is_answered_and_does_nothing()
    {
        await bot.PressAsync(Ana, Of("mock replay"));
        await bot.PressAsync(Ana, Of("settings"));

        Assert.Equal(0, bot.Database.Writer.QuerySingle<long>("SELECT count(*) FROM events WHERE stream LIKE 'session/%'"));
        Assert.All(bot.Platform.Texts.TakeLast(2), text => Assert.StartsWith("I do not know that button any more.", text, StringComparison.Ordinal));
    }

    private static Token Of(string verb) => new(new("command", verb), "run", 0);
}
