using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Bot.Adapters.Terminal.Window;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal.Window;

public class PromptTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 12, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2_300, 2_700, "39 min left")]
    [InlineData(1_350, 2_700, "half over, 23 min left")]
    [InlineData(40, 2_700, "half over, under 1 min left")]
    [InlineData(-1, 2_700, "time is up")]
    public void Says_how_much_time_is_left(int seconds, int budget, string words) =>
        Assert.Equal(words, PromptText.TimeLeft(Now, Clock(Now.AddSeconds(seconds), TimeSpan.Zero, budget)));

    [Fact]
    public void Says_that_the_clock_stands() =>
        Assert.Equal("paused, 20 min left", PromptText.TimeLeft(Now, Clock(null, TimeSpan.FromMinutes(20), 2_700)));

    [Fact]
    public void Names_time_news_place_and_person() => Assert.Equal(
        "[09:12 · 38 min left · 2 new in @ana] #mock/ana-rows ana> ",
        PromptText.Of(Now, TimeZoneInfo.Utc, "#mock/ana-rows", "ana", Clock(Now.AddMinutes(38), TimeSpan.Zero, 2_700), [("@ana", 2)]));

    [Fact]
    public void Says_nothing_of_a_clock_where_none_is_set() =>
        Assert.Equal("[09:12] #mock ana> ", PromptText.Of(Now, TimeZoneInfo.Utc, "#mock", "ana", new("hello", []), []));

    [Theory]
    [InlineData("abcdef", 6, "> abcdef", 0, 8)]
    [InlineData("abcdefgh", 8, "> abcdefg|h", 1, 1)]
    [InlineData("abcdefgh", 7, "> abcdefg|h", 1, 0)]
    [InlineData("a\nb", 3, "> a|b", 1, 1)]
    [InlineData("字字字字", 4, "> 字字字|字", 1, 2)]
    [InlineData("\u001b[2J", 0, "> ␛[2J", 0, 2)]
    public void Lays_out_what_is_being_typed(string text, int cursor, string rows, int row, int column)
    {
        var view = PromptView.Of("> ", text, cursor, 10, 5);

        Assert.Equal((rows, row, column), (string.Join('|', view.Rows), view.CursorRow, view.CursorColumn));
    }

    [Fact]
    public void Keeps_the_rows_around_the_cursor()
    {
        var view = PromptView.Of("> ", "1\n2\n3\n4\n5", 9, 10, 2);

        Assert.Equal(["4", "5"], view.Rows);
        Assert.Equal(1, view.CursorRow);
    }

    [Fact]
    public void Collects_fenced_and_pasted_lines_into_one_message()
    {
        var lines = new LineCollector();

        var messages = new[] { "hello", "look:", "```", "x = 1", "```", "/paste", "a", "", "b", "/end" }.Select(lines.Feed).ToList();

        Assert.Equal(["hello", "look:", null, null, "```\nx = 1\n```", null, null, null, null, "a\n\nb"], messages);
    }

    private static Sheet Clock(DateTimeOffset? ends, TimeSpan left, int budget) => new("x", [], ends, left, TimeSpan.FromSeconds(budget));
}
