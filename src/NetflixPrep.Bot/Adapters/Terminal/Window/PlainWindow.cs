using System.Threading.Channels;
using NetflixPrep.Bot.Adapters.Terminal.Script;

namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>The window where there is no terminal to draw on (a pipe, NO_COLOR, TERM=dumb): a line in is a message, blocks come out as in a transcript.</summary>
internal sealed class PlainWindow
{
    private readonly Channel<object> shown = Channel.CreateBounded<object>(10_000);
    private readonly LineCollector collector = new();
    private readonly TerminalHands hands;
    private readonly WindowOptions options;
    private readonly TextReader input;
    private readonly Transcript transcript;
    private readonly Seat seat;

    public PlainWindow(TerminalHands hands, WindowOptions options, TextReader input, TextWriter output)
    {
        (this.hands, this.options, this.input) = (hands, options, input);
        transcript = new(output, hands.Server.Time.LocalTimeZone, numbered: true);
        seat = new(hands, options, transcript.Note);
    }

    /// <summary>Runs until the input ends or the person leaves.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        hands.Server.Happened += Happened;
        hands.Server.Whispered += Whispered;
        try
        {
            if (options.Greeting is { } greeting) transcript.Note(greeting);
            seat.Resume();
            await LoopAsync(Lines(input), ct);
            if (collector.Finish() is { Length: > 0 } rest && !seat.IsLeaving) await EnterAsync(rest, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop from outside: everything is on disk already.
        }
        finally
        {
            hands.Server.Happened -= Happened;
            hands.Server.Whispered -= Whispered;
            Show();
        }
    }

    // What became visible goes before the next line, so that a number in a pipe presses what was shown by then.
    private async Task LoopAsync(ChannelReader<string> lines, CancellationToken ct)
    {
        var more = lines.WaitToReadAsync(ct).AsTask();
        var news = shown.Reader.WaitToReadAsync(ct).AsTask();
        while (!seat.IsLeaving)
        {
            await Task.WhenAny(more, news);
            if (news.IsCompleted)
            {
                Show();
                news = shown.Reader.WaitToReadAsync(ct).AsTask();
            }
            if (!more.IsCompleted) continue;
            if (!await more) return;
            if (lines.TryRead(out var line) && collector.Feed(line) is { } message) await EnterAsync(message, ct);
            more = lines.WaitToReadAsync(ct).AsTask();
        }
    }

    private async Task EnterAsync(string message, CancellationToken ct)
    {
        await seat.EnterAsync(message, ct);
        if (options.Settle is { } settle) await settle(ct);
        Show();
    }

    private void Show()
    {
        while (shown.Reader.TryRead(out var next))
        {
            if (next is TerminalNotice notice)
            {
                transcript.Write(notice);
                seat.Sees(notice);
                if (options.Afterword?.Invoke(notice) is { } word) transcript.Note(word);
            }
            else if (next is TerminalWhisper whisper)
            {
                transcript.Write(whisper);
            }
        }
        transcript.Flush();
    }

    private void Happened(TerminalNotice notice) => shown.Writer.TryWrite(notice);

    private void Whispered(TerminalWhisper whisper) => shown.Writer.TryWrite(whisper);

    // Console.In reads in place however it is asked: a thread of its own keeps the rest going.
    private static ChannelReader<string> Lines(TextReader input)
    {
        var lines = Channel.CreateBounded<string>(100);
        new Thread(() =>
        {
            while (input.ReadLine() is { } line)
            {
                while (!lines.Writer.TryWrite(line))
                {
                    if (!lines.Writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult()) return;
                }
            }
            lines.Writer.TryComplete();
        })
        { IsBackground = true, Name = "input" }.Start();
        return lines.Reader;
    }
}
