using Spectre.Console;

namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>The real terminal: text scrolls up, the prompt stays below it and is drawn anew around every line.</summary>
internal sealed class Screen(IAnsiConsole console)
{
    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    private PromptView? drawn;
    private string? lastBlock;
    private int lastColumns;

    public int Width => Math.Clamp(console.Profile.Width, 20, 120);

    /// <summary>Asks the terminal to mark pastes, and stops it again.</summary>
    public void MarkPastes(bool on) => Control(on ? "\u001b[?2004h" : "\u001b[?2004l");

    public void Draw(PromptView view)
    {
        Erase();
        for (var row = 0; row < view.Rows.Count; row++)
        {
            Control((row == 0 ? "" : "\r\n") + view.Rows[row]);
        }
        var up = view.Rows.Count - 1 - view.CursorRow;
        Control($"\r{(up > 0 ? $"\u001b[{up}A" : "")}{(view.CursorColumn > 0 ? $"\u001b[{view.CursorColumn}C" : "")}");
        drawn = view;
    }

    /// <summary>Takes the prompt away; what was drawn above it stays.</summary>
    public void Erase()
    {
        if (drawn is { } view) Control($"\r{(view.CursorRow > 0 ? $"\u001b[{view.CursorRow}A" : "")}\u001b[J");
        drawn = null;
    }

    /// <summary>A block: who and when in front of the first line, the others indented below it.</summary>
    public void Block(string? id, string clock, string speaker, IReadOnlyList<string> lines)
    {
        Erase();
        console.Write(new Text(clock + " ", Faint));
        console.Write(new Text(speaker + ": ", Strong));
        var head = TextWidth.Of($"{clock} {speaker}: ");
        var first = true;
        foreach (var row in MessageText.Wrap(string.Join('\n', lines), Width - 1, head, "      "))
        {
            Write(row);
            lastColumns = TextWidth.Of(row) + (first ? head : 0);
            first = false;
        }
        lastBlock = id;
    }

    /// <summary>A line of the window itself.</summary>
    public void Line(string text)
    {
        Erase();
        foreach (var row in MessageText.Wrap(text, Width - 1)) Write(row);
        lastBlock = null;
    }

    /// <summary>Puts a mark behind the block with this id if it is the last thing on the screen; else false.</summary>
    public bool Append(string id, string mark)
    {
        if (lastBlock != id || lastColumns + mark.Length + 2 >= Width) return false;
        Erase();
        Control($"\u001b[1A\r\u001b[{lastColumns}C  {mark}\r\n");
        lastBlock = null;
        return true;
    }

    public void Clear()
    {
        Control("\u001b[2J\u001b[H");
        (drawn, lastBlock) = (null, null);
    }

    private void Write(string text) => Control(text + "\r\n");

    private void Control(string text)
    {
        console.Profile.Out.Writer.Write(text);
        console.Profile.Out.Writer.Flush();
    }
}
