using NetflixPrep.Bot.Adapters.Terminal;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal;

public class MessageTextTests
{
    [Theory]
    [InlineData("**bold** and *soft* and _soft_", "bold and soft and soft")]
    [InlineData("3 * 4 is not snake_case_name", "3 * 4 is not snake_case_name")]
    [InlineData("run `a*b*c` now", "run a*b*c now")]
    [InlineData("a \\*star\\*", "a *star*")]
    [InlineData("Code:\n```python\nx = 1\n```\nDone", "Code:\n    x = 1\nDone")]
    [InlineData("- one\n- two", "- one\n- two")]
    public void Takes_the_marks_out_of_our_own_markdown(string markdown, string plain) =>
        Assert.Equal(plain, PlainText.Of(Prose.Markdown(markdown), TimeZoneInfo.Utc));

    [Fact]
    public void Shows_to_the_letter_what_somebody_typed()
    {
        var typed = "**not bold** `code` _x_ @everyone";

        Assert.Equal("You said: **not bold** `code` _x_ @everyone", PlainText.Of(Prose.Of($"**You** said: {typed}"), TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData("\u001b[31mred\u0007", "␛[31mred␇")]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("a\u202Eb\u0085c", "a\uFFFDb\uFFFDc")]
    [InlineData("tab\there", "tab    here")]
    public void Makes_control_characters_harmless(string typed, string plain) => Assert.Equal(plain, PlainText.Safe(typed));

    [Fact]
    public void Replaces_half_a_letter() => Assert.Equal("\uFFFDx", PlainText.Safe("\uD83Dx"));

    [Fact]
    public void Writes_commands_times_and_people_as_the_terminal_has_them()
    {
        var prose = Prose.Of($"{A.Person("ana")}, see {new CommandRef("mock start", "round:coding")} at {new DateTimeOffset(2026, 1, 5, 9, 5, 0, TimeSpan.Zero)}");

        Assert.Equal("@ana, see /mock start round:coding at 10:05", PlainText.Of(prose, TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(1), "x", "x")));
    }

    [Fact]
    public void Reads_title_then_body_then_fields()
    {
        var message = A.Message("The body.") with { Title = "Title", Fields = [new("Level", Prose.Markdown("L5")), new("Steps", Prose.Markdown("goal\ndata"))] };

        Assert.Equal("Title\nThe body.\nLevel: L5\nSteps:\n  goal\n  data", MessageText.Sheet(message, TimeZoneInfo.Utc).Text);
    }

    [Fact]
    public void Numbers_controls_in_reading_order_through_buttons_and_menus()
    {
        var sheet = MessageText.Sheet(A.Message("x", A.Button("Held"), A.Button("Slipped"),
            new Control.Select("Cause", "s", [new("Drift", "1"), new("Delay", "2", "labels come late")]), A.Button("Outline")), TimeZoneInfo.Utc);

        Assert.Equal(["1 [Held]  2 [Slipped]", "Cause:", "  3 [Drift]", "  4 [Delay] labels come late", "5 [Outline]"], MessageText.ControlLines(sheet.Controls, numbered: true));
        Assert.Equal([1, 2, 3, 4, 5], MessageText.Pressables(sheet.Controls).Select(each => each.Number));
        Assert.Equal("[Held] [Slipped]", MessageText.ControlLines(sheet.Controls, numbered: false).First());
    }

    [Theory]
    [InlineData("one two three four", 10, "one two|three four")]
    [InlineData("- a list item wraps", 12, "- a list|  item wraps")]
    [InlineData("abcdefghijklmnop", 10, "abcdefghij|klmnop")]
    [InlineData("字字字字字字", 10, "字字字字字|字")]
    [InlineData("short", 10, "short")]
    public void Breaks_lines_between_words(string text, int width, string rows) =>
        Assert.Equal(rows, string.Join('|', MessageText.Wrap(text, width)));

    [Fact]
    public void Leaves_room_for_the_head_and_indents_the_rest()
    {
        var rows = MessageText.Wrap("one two three four five six", 20, head: 10, indent: "      ");

        Assert.Equal(["one two", "      three four", "      five six"], rows);
    }
}
