using Dapper;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Groups.TwoGroups;

namespace NetflixPrep.Bot.Tests.Groups;

/// <summary>Nothing of one group is seen in another.</summary>
public sealed class TwoGroupsTests : IAsyncLifetime
{
    private static readonly PersonId AnaInOne = In("one", "ana");
    private static readonly PersonId AnaInTwo = In("two", "ana");
    private static readonly PersonId AnaAlone = In(null, "ana");

    private readonly TwoGroups bot = new();

    public async ValueTask InitializeAsync() => await bot.HoldAsync(AnaInOne, "words of group one");

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_history_is_that_of_the_group_and_in_direct_messages_of_all()
    {
        var (one, two, alone) = (await bot.CommandAsync(AnaInOne, "/history"), await bot.CommandAsync(AnaInTwo, "/history"), await bot.CommandAsync(AnaAlone, "/history"));

        Assert.Contains("to fix: No trade-off", one, StringComparison.Ordinal);
        Assert.StartsWith("You have no sessions in this group yet.", two, StringComparison.Ordinal);
        Assert.Contains("to fix: No trade-off", alone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_explains_no_session_of_another_group()
    {
        var session = bot.Database.Writer.QuerySingle<string>("SELECT substr(stream, 9) FROM sessions");

        Assert.Contains("Follow-ups", await bot.CommandAsync(AnaInOne, $"/why {session}"), StringComparison.Ordinal);
        Assert.StartsWith("You have no finished session", await bot.CommandAsync(AnaInTwo, $"/why {session}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_those_of_the_group()
    {
        await bot.CommandAsync(AnaInOne, "/settings zone:Europe/Berlin");

        Assert.Contains("- Zone: Europe/Berlin", await bot.CommandAsync(AnaInOne, "/settings"), StringComparison.Ordinal);
        Assert.Contains("- Zone: UTC", await bot.CommandAsync(AnaInTwo, "/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_thing_to_fix_does_not_follow_into_another_group()
    {
        await bot.CommandAsync(AnaInTwo, "/mock start round:ml-fundamentals");

        Assert.DoesNotContain("from last time", string.Join('\n', bot.Platform.Texts.TakeLast(2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_group_is_told_once_what_is_kept()
    {
        await bot.CommandAsync(AnaInOne, "/mock stop");
        await bot.CommandAsync(AnaInTwo, "/mock stop");
        await bot.CommandAsync(AnaInTwo, "/mock stop");
        await bot.CommandAsync(AnaAlone, "/mock stop");

        Assert.Equal(2, bot.Platform.Texts.Count(text => text.StartsWith("I run timed mock interviews.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Drills_of_one_group_are_not_in_the_export_of_another()
    {
        await bot.CommandAsync(AnaInOne, "/drill now");
        await bot.SayAsync(AnaInOne, "words of a drill", new("terminal", "thread-" + bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.OpenPlace>().Last().Name));
        await bot.PressAsync(AnaInOne, new Token(new("privacy", "self"), "export", 0, "one"));
        await bot.PressAsync(AnaInTwo, new Token(new("privacy", "self"), "export", 0, "two"));

        var files = bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Where(show => show.Message.Attachment is not null).Select(show => show.Message.Attachment!.Text).ToList();
        Assert.Contains("words of a drill", files[0], StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"extra\"", files[0], StringComparison.Ordinal);
        Assert.DoesNotContain("words of a drill", files[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\"kind\": \"extra\"", files[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_of_one_group_holds_nothing_of_another()
    {
        await bot.HoldAsync(AnaInTwo, "words of group two");
        await bot.PressAsync(AnaInTwo, new Token(new("privacy", "self"), "export", 0, "two"));

        var file = bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Last().Message.Attachment!.Text;

        Assert.Contains("words of group two", file, StringComparison.Ordinal);
        Assert.DoesNotContain("words of group one", file, StringComparison.Ordinal);
    }
}
