using System.Text;

namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>What came from the keyboard: one key, or a whole paste.</summary>
internal abstract record Typing
{
    private Typing() { }

    internal sealed record Key(ConsoleKeyInfo Info) : Typing;

    internal sealed record Paste(string Text) : Typing;
}

/// <summary>Finds bracketed pastes (ESC[200~ … ESC[201~) in the row of keys that the console reports letter by letter.</summary>
internal sealed class KeyReader
{
    private const string Begin = "\u001b[200~";
    private const string End = "\u001b[201~";

    private readonly List<ConsoleKeyInfo> held = [];
    private readonly StringBuilder pasted = new();
    private bool pasting;

    public IEnumerable<Typing> Feed(ConsoleKeyInfo key)
    {
        if (pasting) return FeedPaste(key);
        // Some consoles report ESC and [ together as Alt+[.
        if (held.Count == 0 && key is { KeyChar: '[', Modifiers: ConsoleModifiers.Alt })
        {
            held.Add(new('\u001b', ConsoleKey.Escape, false, false, false));
        }
        held.Add(key);
        if (!Begin.StartsWith(Letters(held), StringComparison.Ordinal))
        {
            var keys = held is [{ Key: ConsoleKey.Escape }, { Key: not ConsoleKey.Escape } last] ? [WithAlt(last)] : held.ToArray();
            held.Clear();
            return keys.Select(each => new Typing.Key(each));
        }
        if (held.Count == Begin.Length)
        {
            held.Clear();
            pasting = true;
        }
        return [];
    }

    private IEnumerable<Typing> FeedPaste(ConsoleKeyInfo key)
    {
        if (key is { KeyChar: '[', Modifiers: ConsoleModifiers.Alt }) pasted.Append('\u001b');
        pasted.Append(key.Key == ConsoleKey.Escape ? '\u001b' : key.KeyChar);
        if (!Ends()) return [];
        pasting = false;
        var text = pasted.ToString(0, pasted.Length - End.Length);
        pasted.Clear();
        return [new Typing.Paste(text)];
    }

    private bool Ends()
    {
        if (pasted.Length < End.Length) return false;
        for (var at = 0; at < End.Length; at++)
        {
            if (pasted[pasted.Length - End.Length + at] != End[at]) return false;
        }
        return true;
    }

    // Terminals send Alt as an ESC in front of the key.
    private static ConsoleKeyInfo WithAlt(ConsoleKeyInfo key) => new(
        key.KeyChar, key.Key, key.Modifiers.HasFlag(ConsoleModifiers.Shift), alt: true, key.Modifiers.HasFlag(ConsoleModifiers.Control));

    private static string Letters(IEnumerable<ConsoleKeyInfo> keys) =>
        string.Concat(keys.Select(key => key.Key == ConsoleKey.Escape ? '\u001b' : key.KeyChar));
}
