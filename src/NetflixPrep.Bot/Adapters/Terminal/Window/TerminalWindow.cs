using System.Globalization;
using System.Threading.Channels;
using NetflixPrep.Core;
using Spectre.Console;

namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>The window on a real terminal: messages scroll, the prompt with the clock stays below, what is being typed survives whatever comes in.</summary>
internal sealed class TerminalWindow
{
    private const int HistoryShown = 12;

    private readonly Channel<WindowEvent> events = Channel.CreateBounded<WindowEvent>(10_000);
    private readonly TerminalHands hands;
    private readonly WindowOptions options;
    private readonly Screen screen;
    private readonly Seat seat;
    private readonly KeyReader reader = new();
    private LineEditor editor = LineEditor.Empty;
    private readonly HashSet<string> ticksShown = [];
    private long shownUpTo;
    private bool askedToLeave;
    private bool leaving;

    public TerminalWindow(TerminalHands hands, WindowOptions options, IAnsiConsole console)
    {
        (this.hands, this.options) = (hands, options);
        screen = new(console);
        seat = new(hands, options, screen.Line);
        seat.Moved += ShowPlace;
    }

    /// <summary>True when there is a terminal that can be drawn on; else <see cref="PlainWindow"/> serves.</summary>
    public static bool IsPossible =>
        !Console.IsInputRedirected && !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Runs until the person leaves or <paramref name="ct"/> ends it; the terminal is left as it was found.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var server = hands.Server;
        var controlC = Console.TreatControlCAsInput;
        server.Happened += Happened;
        server.Whispered += Whispered;
        try
        {
            Console.TreatControlCAsInput = true;
            screen.MarkPastes(true);
            if (options.Greeting is { } greeting) screen.Line(greeting);
            ShowHistory();
            seat.Resume();
            Keyboard.Read(events.Writer);
            await using var clock = server.Time.CreateTimer(_ => events.Writer.TryWrite(new WindowEvent.Second()), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            Draw();
            await LoopAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop from outside: everything is on disk already.
        }
        finally
        {
            events.Writer.TryComplete();
            server.Happened -= Happened;
            server.Whispered -= Whispered;
            screen.Erase();
            screen.MarkPastes(false);
            Console.TreatControlCAsInput = controlC;
        }
    }

    private async Task LoopAsync(CancellationToken ct)
    {
        var shown = "";
        while (!leaving && !seat.IsLeaving && await events.Reader.WaitToReadAsync(ct))
        {
            var draw = false;
            while (!leaving && events.Reader.TryRead(out var happened))
            {
                draw |= happened is not WindowEvent.Second;
                await TakeAsync(happened, ct);
            }
            // A second alone draws only when the clock's words changed.
            var prompt = seat.Prompt;
            if (draw || prompt != shown) Draw();
            shown = prompt;
        }
    }

    private async Task TakeAsync(WindowEvent happened, CancellationToken ct)
    {
        switch (happened)
        {
            case WindowEvent.Key key:
                foreach (var typing in reader.Feed(key.Info)) await TypeAsync(typing, ct);
                break;
            case WindowEvent.Happened { Notice: var notice }:
                if (seat.Sees(notice)) Show(notice);
                if (options.Afterword?.Invoke(notice) is { } word) screen.Line(word);
                break;
            case WindowEvent.Whispered { Whisper: var whisper } when whisper.Person == seat.Person:
                screen.Block(null, Clock(whisper.At), whisper.IsOwn ? whisper.Person : "bot (only you)", PlainText.Safe(whisper.Text).Split('\n'));
                break;
            case WindowEvent.InputEnded:
                leaving = true;
                break;
            default:
                break;
        }
    }

    private async Task TypeAsync(Typing typing, CancellationToken ct)
    {
        if (typing is Typing.Paste paste)
        {
            editor = editor.Insert(paste.Text.ReplaceLineEndings("\n"));
            return;
        }
        var key = ((Typing.Key)typing).Info;
        (editor, var act) = editor.Press(key);
        var again = askedToLeave;
        askedToLeave = false;
        switch (act)
        {
            case EditorAct.Submit:
                var text = editor.Text;
                editor = editor.Sent();
                await seat.EnterAsync(text, ct);
                break;
            case EditorAct.Interrupt when seat.CancelForm():
                editor = editor.Cleared();
                break;
            case EditorAct.Interrupt when again:
            case EditorAct.Leave:
                leaving = true;
                break;
            case EditorAct.Interrupt:
                editor = editor.Cleared();
                askedToLeave = true;
                screen.Line("Press Ctrl-C again to leave. Everything is saved; start again to go on.");
                break;
            case EditorAct.Redraw:
                screen.Clear();
                ShowHistory();
                break;
            default:
                break;
        }
    }

    private void Show(TerminalNotice notice)
    {
        switch (notice.Fact)
        {
            // Already on the screen: it happened before this place was looked at, and the news of it came after.
            case TerminalFact.Shown or TerminalFact.Acted { Deed: Deed.Say or Deed.Attach } when notice.Message is { } message && message.Order <= shownUpTo:
            case TerminalFact.Ticked ticked when !ticksShown.Add(ticked.Message):
                break;
            case TerminalFact.Shown when notice.Message is { } message:
                ShowMessage(message, "bot");
                break;
            case TerminalFact.Changed when notice.Message is { } message && message.IsSeenBy(seat.Person):
                ShowMessage(message, "bot (changed)");
                break;
            case TerminalFact.Acted { Deed: Deed.Command command } acted:
                screen.Block(null, Clock(acted.At), acted.Person, [PlainText.Safe(command.Text)]);
                break;
            case TerminalFact.Acted { Deed: Deed.Press press } acted:
                screen.Block(null, Clock(acted.At), acted.Person, [$"[{press.Label}]"]);
                break;
            case TerminalFact.Acted { Deed: Deed.Fill } acted:
                screen.Block(null, Clock(acted.At), acted.Person, ["(form sent)"]);
                break;
            case TerminalFact.Acted { Deed: Deed.Say or Deed.Attach } when notice.Message is { } message:
                ShowMessage(message, message.Author!);
                break;
            case TerminalFact.Acted { Deed: Deed.Edit edit } acted:
                screen.Block(edit.Message, Clock(acted.At), acted.Person + " (edited)", PlainText.Safe(edit.Text).Split('\n'));
                break;
            case TerminalFact.Acted { Deed: Deed.Delete } acted when notice.Message is { } message:
                screen.Block(null, Clock(acted.At), acted.Person + " (deleted)", [MessageText.Short(message.Sheet.Text)]);
                break;
            case TerminalFact.Ticked when notice.Message is { } message:
                if (!screen.Append(message.Id, "✓ saved")) screen.Line($"      ✓ saved: \"{MessageText.Short(message.Sheet.Text)}\"");
                break;
            case TerminalFact.Closed { Place: ['#', ..] }:
                screen.Line("(This thread is closed. It stays readable; /go mock leads back.)");
                break;
            default:
                break;
        }
    }

    private void ShowMessage(TerminalMessage message, string speaker)
    {
        var lines = PlainText.Safe(message.Sheet.Text).Split('\n').Concat(MessageText.ControlLines(message.Sheet.Controls, numbered: true)).ToSeq();
        screen.Block(message.Id, Clock(message.At), message.Only is null ? speaker : speaker + " (only you)", lines);
    }

    private void ShowPlace()
    {
        screen.Line("");
        screen.Line($"-- {seat.Place} --");
        ShowHistory();
    }

    // What stands here already, so that a restart goes on where it was.
    private void ShowHistory()
    {
        var messages = hands.Server.Read(state => state.Places.GetValueOrDefault(seat.Place)?.NewestFirst
            .Where(message => message.IsSeenBy(seat.Person)).Take(HistoryShown).Reverse().ToList()) ?? [];
        ticksShown.Clear();
        shownUpTo = 0;
        foreach (var message in messages)
        {
            ShowMessage(message, message.Author ?? "bot");
            shownUpTo = message.Order;
            if (message.IsTicked && ticksShown.Add(message.Id)) screen.Append(message.Id, "✓ saved");
        }
    }

    private void Draw()
    {
        var rows = Math.Clamp(Console.WindowHeight / 2, 1, 12);
        screen.Draw(PromptView.Of(seat.Prompt, editor.Text, editor.Cursor, screen.Width, rows));
    }

    private void Happened(TerminalNotice notice) => events.Writer.TryWrite(new WindowEvent.Happened(notice));

    private void Whispered(TerminalWhisper whisper) => events.Writer.TryWrite(new WindowEvent.Whispered(whisper));

    private string Clock(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, hands.Server.Time.LocalTimeZone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
