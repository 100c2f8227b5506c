using Dapper;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using static NetflixPrep.Bot.Tests.Groups.TwoGroups;

namespace NetflixPrep.Bot.Tests.Groups;

/// <summary>Plans and stories are of a person in a group; direct messages show the person's own of that place, or the newest.</summary>
public sealed class PlansApartTests : IAsyncLifetime
{
    private static readonly PersonId AnaInOne = In("one", "ana");
    private static readonly PersonId AnaInTwo = In("two", "ana");
    private static readonly PersonId AnaAlone = In(null, "ana");
    private static readonly PersonId BenInOne = In("one", "ben");

    private readonly TwoGroups bot = new();

    public async ValueTask InitializeAsync()
    {
        await bot.CommandAsync(AnaInOne, "/plan interview-date:2026-04-13 level:L6");
        await bot.FillAsync(AnaInOne, new(new("stories", AnaInOne.ToString()), "added", 0), ("title", "Told in one"));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Another_group_and_another_person_see_nothing_of_it()
    {
        Assert.Contains("L6", await bot.CommandAsync(AnaInOne, "/plan"), StringComparison.Ordinal);
        Assert.Contains("Told in one", await bot.CommandAsync(AnaInOne, "/story list"), StringComparison.Ordinal);
        foreach (var person in new[] { AnaInTwo, BenInOne })
        {
            Assert.StartsWith("You have no plan yet.", await bot.CommandAsync(person, "/plan"), StringComparison.Ordinal);
            Assert.StartsWith("You have no stories yet.", await bot.CommandAsync(person, "/story check"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task In_direct_messages_the_newest_is_shown_until_there_is_one_of_that_place()
    {
        Assert.Contains("L6", await bot.CommandAsync(AnaAlone, "/plan"), StringComparison.Ordinal);

        await bot.PassAsync(TimeSpan.FromMinutes(1));
        await bot.CommandAsync(AnaInTwo, "/plan interview-date:2026-05-04 level:L4");
        Assert.Contains("L4", await bot.CommandAsync(AnaAlone, "/plan"), StringComparison.Ordinal);

        Assert.Contains("Told in one", await bot.CommandAsync(AnaAlone, "/story list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_in_direct_messages_is_one_of_the_plan_that_is_shown_there()
    {
        await bot.CommandAsync(AnaAlone, "/plan hours-per-week:9");

        Assert.Contains("9 h a week", await bot.CommandAsync(AnaInOne, "/plan"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proof")]
    [InlineData("delete")]
    public async Task A_button_of_somebody_elses_plan_or_of_another_group_does_nothing(string act)
    {
        var before = bot.Rows()["plans"];
        var token = new Token(new("plan", AnaInOne.ToString()), act, 0, "why");

        foreach (var person in new[] { BenInOne, AnaInTwo })
        {
            await bot.PressAsync(person, token);
            Assert.StartsWith("That belongs to somebody else's plan.", bot.Platform.Texts.Last(), StringComparison.Ordinal);
            await bot.FillAsync(person, token with { Act = "proof-given" }, ("words", "forged"));
        }

        Assert.Equal(before, bot.Rows()["plans"]);
        Assert.DoesNotContain(bot.Rows()["events"], row => row.Contains("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_of_somebody_else_cannot_be_written_anew_or_taken_out()
    {
        foreach (var act in new[] { "added", "edited" })
            await bot.FillAsync(BenInOne, new(new("stories", AnaInOne.ToString()), act, 0, "1"), ("title", "forged"));
        await bot.PressAsync(AnaInTwo, new Token(new("stories", AnaInOne.ToString()), "take-out-yes", 0, "1"));

        Assert.Contains("Told in one", await bot.CommandAsync(AnaInOne, "/story list"), StringComparison.Ordinal);
        Assert.DoesNotContain("forged", await bot.CommandAsync(AnaInOne, "/story list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_practised_in_the_group_counts_for_its_plan_alone()
    {
        await bot.CommandAsync(AnaInTwo, "/plan interview-date:2026-04-13");
        bot.Database.Writer.Execute("""
            INSERT INTO practised (stream, person, area, at, minutes) VALUES
            ('session/a', 'terminal:one:ana', 'coding', '2026-03-02T10:00:00.0000000Z', 45), ('session/b', 'terminal:one:ben', 'coding', '2026-03-02T10:00:00.0000000Z', 99),
            ('session/c', 'terminal:one:ana', 'coding', '2026-03-02T09:59:59.0000000Z', 30), ('session/d', 'terminal:one:ana', 'coding', '2026-03-01T23:59:59.0000000Z', 99)
            """);

        Assert.Contains("- Coding: 1 h 15 min of", await bot.CommandAsync(AnaInOne, "/plan progress"), StringComparison.Ordinal);
        Assert.Contains("- Coding: 0 min of", await bot.CommandAsync(AnaInTwo, "/plan progress"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_is_handed_over_as_a_file_to_the_person_alone()
    {
        await bot.CommandAsync(AnaInOne, "/plan calendar");

        var shown = bot.Platform.Sent.Select(sent => sent.Effect).OfType<Effect.Show>().Last();
        Assert.Equal((AnaInOne, "study-plan.ics"), (shown.Only, shown.Message.Attachment!.Name));
    }
}
