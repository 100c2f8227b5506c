using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>One socket's life: one reader that only parses and hands over, one writer. Thrown away afterwards.</summary>
internal sealed class GatewayConnection(IFrameSocket socket, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(3);

    private readonly Channel<byte[]> outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(256) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource over = new();
    private readonly SendWindow window = new();
    private volatile bool connected;

    /// <summary>Connects and reads until the connection ends; then says how through <paramref name="on"/>. Never throws.</summary>
    public async Task RunAsync(Uri url, IConnectionEvents on)
    {
        try
        {
            await socket.ConnectAsync(url, over.Token);
            connected = true;
            on.Connected();
            var writing = WriteAsync(over.Token);
            var ended = await ReadAsync(on);
            await over.CancelAsync();
            await writing;
            on.Closed(ended.Code);
        }
        catch (Exception failed) when (failed is OperationCanceledException or System.Net.WebSockets.WebSocketException or HttpRequestException or IOException or InvalidOperationException)
        {
            if (connected) on.Closed(null);
            else on.ConnectFailed(failed);
        }
    }

    /// <summary>Puts a payload in line; it goes when the send limit allows.</summary>
    public void Send(byte[] payload) => outgoing.Writer.TryWrite(payload);

    /// <summary>Says goodbye with a code, waits a moment for the reader, then ends the connection.</summary>
    public async Task CloseAsync(int code, Task running)
    {
        using var patience = new CancellationTokenSource(CloseTimeout, time);
        try
        {
            outgoing.Writer.TryComplete();
            if (!connected) await over.CancelAsync(); // there is nobody yet to say goodbye to
            await socket.CloseAsync(code, patience.Token);
            await running.WaitAsync(patience.Token);
        }
        catch (Exception late) when (late is OperationCanceledException or System.Net.WebSockets.WebSocketException or IOException or InvalidOperationException or ObjectDisposedException)
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

    private async Task<SocketFrame.Closed> ReadAsync(IConnectionEvents on)
    {
        while (true)
        {
            switch (await socket.ReceiveAsync(over.Token))
            {
                case SocketFrame.Closed closed:
                    return closed;
                case SocketFrame.Text text when GatewayFrame.Read(text.Utf8) is { } frame:
                    await on.ReceivedAsync(frame, over.Token);
                    break;
                case SocketFrame.Text text:
                    GatewayLog.UnreadableFrame(logger, text.Utf8.Length);
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
                while (window.Take(Now) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
                await socket.SendAsync(payload, ct);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or System.Net.WebSockets.WebSocketException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            // The reader sees the same end and reports it.
            GatewayLog.WriterEnded(logger, gone);
        }
    }

    private TimeSpan Now => time.GetElapsedTime(0);
}

/// <summary>What a connection tells its client.</summary>
internal interface IConnectionEvents
{
    void Connected();

    void ConnectFailed(Exception why);

    /// <summary>Hands a frame over; waits when the queue is full.</summary>
    ValueTask ReceivedAsync(GatewayFrame frame, CancellationToken ct);

    void Closed(int? code);
}
