using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NetflixPrep.Bot.Adapters.Sockets;

/// <summary>What a connection tells its client.</summary>
internal interface IFrameListener
{
    void Connected();

    void ConnectFailed(Exception why);

    /// <summary>Hands a text frame over, which is valid until this returns; may wait when the queue is full.</summary>
    ValueTask ReceivedAsync(ReadOnlyMemory<byte> utf8, CancellationToken ct);

    void Closed(int? code);
}

/// <summary>One socket's life: one reader that only hands over, one writer. Thrown away afterwards.</summary>
/// <param name="mostWaiting">How many frames may wait to be written.</param>
internal sealed class FrameConnection(IFrameSocket socket, TimeProvider time, ILogger logger, int mostWaiting = 256) : IAsyncDisposable
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource over = new();
    private readonly Channel<byte[]> outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(mostWaiting) { SingleReader = true });
    private Task writing = Task.CompletedTask;
    private volatile bool connected;

    /// <summary>How long the next frame has to wait, asked again until zero; null when frames go at once.</summary>
    public Func<TimeSpan>? Pace { get; init; }

    /// <summary>Connects and reads until the connection ends; then says how through <paramref name="on"/>. Never throws.</summary>
    public async Task RunAsync(Uri url, IFrameListener on)
    {
        try
        {
            await socket.ConnectAsync(url, over.Token);
            writing = WriteAsync(over.Token);
            connected = true;
            on.Connected();
            var ended = await ReadAsync(on);
            await over.CancelAsync();
            await writing;
            on.Closed(ended.Code);
        }
        catch (Exception failed) when (failed is OperationCanceledException or WebSocketException or HttpRequestException or IOException or InvalidOperationException)
        {
            if (connected) on.Closed(null);
            else on.ConnectFailed(failed);
        }
    }

    /// <summary>Puts a payload in line; false when the connection is over or too much waits.</summary>
    public bool Send(byte[] payload) => !over.IsCancellationRequested && outgoing.Writer.TryWrite(payload);

    /// <summary>Writes what waits, says goodbye with a code, waits a moment for the reader, then ends the connection.</summary>
    public async Task CloseAsync(int code, Task running)
    {
        using var patience = new CancellationTokenSource(CloseTimeout, time);
        try
        {
            outgoing.Writer.TryComplete();
            if (!connected) await over.CancelAsync(); // there is nobody yet to say goodbye to
            await writing.WaitAsync(patience.Token);
            await socket.CloseAsync(code, patience.Token);
            await running.WaitAsync(patience.Token);
        }
        catch (Exception late) when (late is OperationCanceledException or WebSocketException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            socket.Abort();
        }
        await over.CancelAsync();
        socket.Abort();
        await running;
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await socket.DisposeAsync();
        over.Dispose();
    }

    private async Task<SocketFrame.Closed> ReadAsync(IFrameListener on)
    {
        while (true)
        {
            switch (await socket.ReceiveAsync(over.Token))
            {
                case SocketFrame.Closed closed:
                    return closed;
                case SocketFrame.Text text:
                    await on.ReceivedAsync(text.Utf8, over.Token);
                    break;
            }
        }
    }

    private async Task WriteAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var payload in outgoing.Reader.ReadAllAsync(ct))
            {
                while (Pace?.Invoke() is { } wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
                await socket.SendAsync(payload, ct);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            // The reader sees the same end and reports it.
            SocketLog.WriterEnded(logger, gone);
        }
    }
}

internal static partial class SocketLog
{
    [LoggerMessage(EventId = 3002, Level = LogLevel.Debug, Message = "The writer of a socket ended.")]
    public static partial void WriterEnded(ILogger logger, Exception why);
}
