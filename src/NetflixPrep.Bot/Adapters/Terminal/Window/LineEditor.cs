using System.Text;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>What a key asked for beyond changing the line.</summary>
internal enum EditorAct
{
    None,
    Submit,
    Interrupt,
    Leave,
    Redraw,
}

/// <summary>The line being typed, as a value: each key makes a new one. It may hold line breaks (a paste, Alt+Enter, Ctrl+J, an open ``` fence).</summary>
/// <param name="Cursor">Before which letter the cursor stands.</param>
/// <param name="History">What was sent before, oldest first.</param>
/// <param name="Recalled">Which line of the history is shown; its count when none is.</param>
internal sealed record LineEditor(string Text, int Cursor, Seq<string> History, int Recalled, string Draft)
{
    private const int MaxHistory = 200;

    public static LineEditor Empty { get; } = new("", 0, [], 0, "");

    public LineEditor Insert(string text) => this with { Text = Text.Insert(Cursor, text), Cursor = Cursor + text.Length };

    /// <summary>Empty again, with what was sent at the end of the history.</summary>
    public LineEditor Sent()
    {
        var history = Text.Trim().Length == 0 || (History.Count > 0 && History[^1] == Text) ? History : History.Add(Text);
        if (history.Count > MaxHistory) history = history.Skip(history.Count - MaxHistory).ToSeq();
        return new("", 0, history, history.Count, "");
    }

    public LineEditor Cleared() => this with { Text = "", Cursor = 0, Recalled = History.Count, Draft = "" };

    public (LineEditor Next, EditorAct Act) Press(ConsoleKeyInfo key)
    {
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        var alt = key.Modifiers.HasFlag(ConsoleModifiers.Alt);
        return key.Key switch
        {
            ConsoleKey.C when control => (this, EditorAct.Interrupt),
            ConsoleKey.D when control => Text.Length == 0 ? (this, EditorAct.Leave) : (DeleteForward(), EditorAct.None),
            ConsoleKey.L when control => (this, EditorAct.Redraw),
            ConsoleKey.U when control => (this with { Text = Text[Cursor..], Cursor = 0 }, EditorAct.None),
            ConsoleKey.K when control => (this with { Text = Text[..Cursor] }, EditorAct.None),
            ConsoleKey.W when control => (DeleteWord(), EditorAct.None),
            ConsoleKey.Backspace when alt || control => (DeleteWord(), EditorAct.None),
            ConsoleKey.A when control => (this with { Cursor = 0 }, EditorAct.None),
            ConsoleKey.E when control => (this with { Cursor = Text.Length }, EditorAct.None),
            ConsoleKey.P when control => (Recall(-1), EditorAct.None),
            ConsoleKey.N when control => (Recall(1), EditorAct.None),
            ConsoleKey.H when control => (DeleteBack(), EditorAct.None),
            ConsoleKey.Enter when alt || control || HasOpenFence => (Insert("\n"), EditorAct.None),
            ConsoleKey.Enter => (this, EditorAct.Submit),
            ConsoleKey.Backspace => (DeleteBack(), EditorAct.None),
            ConsoleKey.Delete => (DeleteForward(), EditorAct.None),
            ConsoleKey.LeftArrow => (this with { Cursor = control || alt ? WordBefore() : Before(Cursor) }, EditorAct.None),
            ConsoleKey.RightArrow => (this with { Cursor = control || alt ? WordAfter() : After(Cursor) }, EditorAct.None),
            ConsoleKey.B when alt => (this with { Cursor = WordBefore() }, EditorAct.None),
            ConsoleKey.F when alt => (this with { Cursor = WordAfter() }, EditorAct.None),
            ConsoleKey.Home => (this with { Cursor = 0 }, EditorAct.None),
            ConsoleKey.End => (this with { Cursor = Text.Length }, EditorAct.None),
            ConsoleKey.UpArrow => (Recall(-1), EditorAct.None),
            ConsoleKey.DownArrow => (Recall(1), EditorAct.None),
            _ when key.KeyChar >= ' ' && key.KeyChar != '\u007F' && !control && !alt => (Insert(key.KeyChar.ToString()), EditorAct.None),
            _ => (this, EditorAct.None),
        };
    }

    /// <summary>True while a ``` fence stands open: Enter then begins a new line.</summary>
    public bool HasOpenFence => Fence.IsOpen(Text);

    private LineEditor Recall(int by)
    {
        var at = Math.Clamp(Recalled + by, 0, History.Count);
        if (at == Recalled) return this;
        var draft = Recalled == History.Count ? Text : Draft;
        var text = at == History.Count ? draft : History[at];
        return this with { Text = text, Cursor = text.Length, Recalled = at, Draft = draft };
    }

    private LineEditor DeleteBack() => this with { Text = Text.Remove(Before(Cursor), Cursor - Before(Cursor)), Cursor = Before(Cursor) };

    private LineEditor DeleteForward() => this with { Text = Text.Remove(Cursor, After(Cursor) - Cursor) };

    private LineEditor DeleteWord() => this with { Text = Text.Remove(WordBefore(), Cursor - WordBefore()), Cursor = WordBefore() };

    // One step is one letter as people see it: the base with the marks and pairs that belong to it.
    private int Before(int at)
    {
        if (at == 0) return 0;
        at--;
        while (at > 0 && (char.IsLowSurrogate(Text[at]) || Rune.TryGetRuneAt(Text, at, out var rune) && TextWidth.Of(rune) == 0 && Text[at] != '\n')) at--;
        return at;
    }

    private int After(int at)
    {
        if (at >= Text.Length) return Text.Length;
        at++;
        while (at < Text.Length && (char.IsLowSurrogate(Text[at]) || Rune.TryGetRuneAt(Text, at, out var rune) && TextWidth.Of(rune) == 0 && Text[at] != '\n')) at++;
        return at;
    }

    private int WordBefore()
    {
        var at = Cursor;
        while (at > 0 && char.IsWhiteSpace(Text[at - 1])) at--;
        while (at > 0 && !char.IsWhiteSpace(Text[at - 1])) at--;
        return at;
    }

    private int WordAfter()
    {
        var at = Cursor;
        while (at < Text.Length && char.IsWhiteSpace(Text[at])) at++;
        while (at < Text.Length && !char.IsWhiteSpace(Text[at])) at++;
        return at;
    }
}
