using System.Buffers;
using System.Net.WebSockets;

namespace NetflixPrep.Bot.Adapters.Sockets;

/// <summary>A frame socket over <see cref="ClientWebSocket"/>. Frames above <paramref name="maxFrameBytes"/> end the connection with code 1009.</summary>
/// <param name="pings">How often the other side is pinged and how long it may take to answer; null where the protocol above has its own heartbeat.</param>
internal sealed class WebFrameSocket(string userAgent, int maxFrameBytes, (TimeSpan Every, TimeSpan Patience)? pings = null) : IFrameSocket
{
    private const int ReadSize = 16 * 1024;
    private const int TooBig = 1009;

    private readonly ClientWebSocket socket = Create(userAgent, pings);
    private readonly ArrayBufferWriter<byte> frame = new(ReadSize);

    public Task ConnectAsync(Uri uri, CancellationToken ct) => socket.ConnectAsync(uri, ct);

    public async ValueTask<SocketFrame> ReceiveAsync(CancellationToken ct)
    {
        frame.ResetWrittenCount();
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(frame.GetMemory(ReadSize), ct);
                if (read.MessageType == WebSocketMessageType.Close) return await EndedAsync(ct);
                frame.Advance(read.Count);
                if (frame.WrittenCount > maxFrameBytes)
                {
                    Abort();
                    return new SocketFrame.Closed(TooBig, $"a frame was larger than {maxFrameBytes} bytes");
                }
                if (!read.EndOfMessage) continue;
                // Only text is spoken here; a binary frame is skipped, not fatal.
                if (read.MessageType == WebSocketMessageType.Text) return new SocketFrame.Text(frame.WrittenMemory);
                frame.ResetWrittenCount();
            }
        }
        catch (WebSocketException lost)
        {
            return new SocketFrame.Closed(CodeOf(socket), lost.WebSocketErrorCode.ToString());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // How the framework says that a ping was not answered.
            return new SocketFrame.Closed(null, "the other side answers no pings");
        }
        catch (ObjectDisposedException)
        {
            return new SocketFrame.Closed(CodeOf(socket), "disposed");
        }
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken ct) =>
        socket.SendAsync(utf8, WebSocketMessageType.Text, endOfMessage: true, ct);

    // CloseAsync of the framework would read as well, and a cancelled read aborts: only the close frame is sent here.
    public Task CloseAsync(int code, CancellationToken ct) => socket.State is WebSocketState.Open or WebSocketState.CloseReceived
        ? socket.CloseOutputAsync((WebSocketCloseStatus)code, null, ct)
        : Task.CompletedTask;

    public void Abort() => socket.Abort();

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SocketFrame> EndedAsync(CancellationToken ct)
    {
        if (socket.State == WebSocketState.CloseReceived)
        {
            try
            {
                await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, ct);
            }
            catch (WebSocketException)
            {
                // The other side is gone already: its close code still tells what to do.
            }
        }
        return new SocketFrame.Closed(CodeOf(socket), socket.CloseStatusDescription ?? "");
    }

    // A close frame without a code reads as 1005 (Empty): the same as no code.
    private static int? CodeOf(ClientWebSocket socket) => (int?)socket.CloseStatus is { } code and not 1005 ? code : null;

    private static ClientWebSocket Create(string userAgent, (TimeSpan Every, TimeSpan Patience)? pings)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("User-Agent", userAgent);
        socket.Options.KeepAliveInterval = pings?.Every ?? TimeSpan.Zero;
        if (pings is { } set) socket.Options.KeepAliveTimeout = set.Patience; // without it a half-open connection is never noticed
        return socket;
    }
}
