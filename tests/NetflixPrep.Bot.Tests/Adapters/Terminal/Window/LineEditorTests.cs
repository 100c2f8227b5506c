using NetflixPrep.Bot.Adapters.Terminal.Window;

namespace NetflixPrep.Bot.Tests.Adapters.Terminal.Window;

public class LineEditorTests
{
    private static readonly ConsoleKeyInfo Enter = new('\r', ConsoleKey.Enter, false, false, false);

    [Fact]
    public void Types_at_the_cursor()
    {
        var editor = Press(Typed("helo"), Key(ConsoleKey.LeftArrow), Letter('l'), Key(ConsoleKey.End), Letter('!'), Key(ConsoleKey.Home), Letter('>'));

        Assert.Equal(">hello!", editor.Text);
        Assert.Equal(1, editor.Cursor);
    }

    [Theory]
    [InlineData(ConsoleKey.U, "")]
    [InlineData(ConsoleKey.W, "one two ")]
    [InlineData(ConsoleKey.K, "one two three")]
    [InlineData(ConsoleKey.H, "one two thre")]
    public void Deletes_with_control_keys(ConsoleKey key, string left) => Assert.Equal(left, Press(Typed("one two three"), ControlKey(key)).Text);

    [Fact]
    public void Deletes_a_letter_of_two_units_whole() =>
        Assert.Equal("a", Press(LineEditor.Empty.Insert("a🙂"), Key(ConsoleKey.Backspace)).Text);

    [Fact]
    public void Finds_earlier_lines_and_comes_back_to_the_draft()
    {
        var editor = Typed("first").Sent().Insert("second").Sent().Insert("draft");

        var up = Press(editor, Key(ConsoleKey.UpArrow), Key(ConsoleKey.UpArrow), Key(ConsoleKey.UpArrow));
        var down = Press(up, Key(ConsoleKey.DownArrow), Key(ConsoleKey.DownArrow), Key(ConsoleKey.DownArrow));

        Assert.Equal("first", up.Text);
        Assert.Equal("draft", down.Text);
    }

    [Fact]
    public void Sends_on_enter_but_not_inside_a_fence()
    {
        var open = Typed("```").Press(Enter);
        var closed = open.Next.Insert("x = 1\n```").Press(Enter);

        Assert.Equal((EditorAct.None, "```\n"), (open.Act, open.Next.Text));
        Assert.Equal(EditorAct.Submit, closed.Act);
    }

    [Theory]
    [InlineData(ConsoleKey.C, "", "Interrupt")]
    [InlineData(ConsoleKey.D, "", "Leave")]
    [InlineData(ConsoleKey.D, "text", "None")]
    [InlineData(ConsoleKey.L, "text", "Redraw")]
    public void Asks_to_leave_or_redraw(ConsoleKey key, string text, string act) =>
        Assert.Equal(act, LineEditor.Empty.Insert(text).Press(ControlKey(key)).Act.ToString());

    [Fact]
    public void Begins_a_new_line_with_alt_enter()
    {
        var reader = new KeyReader();
        var keys = reader.Feed(Key(ConsoleKey.Escape, '\u001b')).Concat(reader.Feed(Enter)).OfType<Typing.Key>().ToList();

        Assert.Equal("a\n", Typed("a").Press(Assert.Single(keys).Info).Next.Text);
    }

    [Fact]
    public void Takes_a_bracketed_paste_as_one_text()
    {
        var reader = new KeyReader();

        var typed = "\u001b[200~one\rtwo \u001b[A\u001b[201~x".SelectMany(letter => reader.Feed(Letter(letter))).ToList();

        Assert.Equal(["one\rtwo \u001b[A"], typed.OfType<Typing.Paste>().Select(paste => paste.Text));
        Assert.Equal(['x'], typed.OfType<Typing.Key>().Select(key => key.Info.KeyChar));
    }

    [Fact]
    public void Gives_back_keys_that_only_began_like_a_paste()
    {
        var reader = new KeyReader();

        var typed = "\u001b[2x".SelectMany(letter => reader.Feed(Letter(letter))).OfType<Typing.Key>().ToList();

        Assert.Equal(['\u001b', '[', '2', 'x'], typed.Select(key => key.Info.KeyChar));
    }

    private static LineEditor Typed(string text) => LineEditor.Empty.Insert(text);

    private static LineEditor Press(LineEditor editor, params ConsoleKeyInfo[] keys) =>
        keys.Aggregate(editor, (now, key) => now.Press(key).Next);

    private static ConsoleKeyInfo Letter(char letter) => new(letter, letter switch { '\r' => ConsoleKey.Enter, '\u001b' => ConsoleKey.Escape, _ => ConsoleKey.None }, false, false, false);

    private static ConsoleKeyInfo Key(ConsoleKey key, char letter = '\0') => new(letter, key, false, false, false);

    private static ConsoleKeyInfo ControlKey(ConsoleKey key) => new('\0', key, false, false, true);
}
