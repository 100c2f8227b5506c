namespace NetflixPrep.Bot.Adapters.Sockets;

/// <summary>One WebSocket connection that carries whole text frames. Used once and thrown away.</summary>
internal interface IFrameSocket : IAsyncDisposable
{
    Task ConnectAsync(Uri uri, CancellationToken ct);

    /// <summary>The next whole frame, or how the connection ended. One reader at a time.</summary>
    ValueTask<SocketFrame> ReceiveAsync(CancellationToken ct);

    /// <summary>Sends one text frame. One writer at a time.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken ct);

    /// <summary>Sends the close frame and returns; the reader sees the end when the other side answers.</summary>
    Task CloseAsync(int code, CancellationToken ct);

    /// <summary>Ends the connection at once, without a close frame.</summary>
    void Abort();
}

/// <summary>What came out of a socket.</summary>
internal abstract record SocketFrame
{
    private SocketFrame() { }

    /// <summary>UTF-8 text; valid until the next read.</summary>
    public sealed record Text(ReadOnlyMemory<byte> Utf8) : SocketFrame;

    /// <summary>The connection is over; the code is null when none was given.</summary>
    public sealed record Closed(int? Code, string Reason) : SocketFrame;
}
