using System.Threading.Channels;

namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>Something the window's loop answers to, one at a time.</summary>
internal abstract record WindowEvent
{
    private WindowEvent() { }

    internal sealed record Key(ConsoleKeyInfo Info) : WindowEvent;

    internal sealed record Happened(TerminalNotice Notice) : WindowEvent;

    internal sealed record Whispered(TerminalWhisper Whisper) : WindowEvent;

    internal sealed record Second : WindowEvent;

    internal sealed record InputEnded : WindowEvent;
}

/// <summary>The one thread that waits for keys: the console knows no other way. It ends with the process.</summary>
internal static class Keyboard
{
    public static void Read(ChannelWriter<WindowEvent> events)
    {
        new Thread(() =>
        {
            try
            {
                while (true)
                {
                    var key = new WindowEvent.Key(Console.ReadKey(intercept: true));
                    while (!events.TryWrite(key))
                    {
                        if (!events.WaitToWriteAsync().AsTask().GetAwaiter().GetResult()) return;
                    }
                }
            }
            catch (InvalidOperationException)
            {
                // The terminal was closed under us.
                events.TryWrite(new WindowEvent.InputEnded());
            }
        })
        { IsBackground = true, Name = "keyboard" }.Start();
    }
}
