using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NetflixPrep.Bot.Tests.Slack.Fake;

/// <summary>The TCP side of a socket, under our own hand: it can fall silent in both directions while the connection stands.</summary>
internal sealed class FakeWire(Stream tcp) : Stream
{
    private static readonly byte[] Ping = [0x89, 0x00];

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly CancellationTokenSource muted = new();

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Answers the WebSocket handshake by hand, so that the stream below stays ours.</summary>
    public static async Task<FakeWire> UpgradeAsync(HttpContext http)
    {
#pragma warning disable CA5350 // the handshake of RFC 6455 is made with SHA-1
        var proof = SHA1.HashData(Encoding.ASCII.GetBytes(http.Request.Headers.SecWebSocketKey + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
#pragma warning restore CA5350
        http.Response.Headers.Connection = "Upgrade";
        http.Response.Headers.Upgrade = "websocket";
        http.Response.Headers.SecWebSocketAccept = Convert.ToBase64String(proof);
        return new(await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync());
    }

    /// <summary>Half-open from now on: nothing is read, nothing is sent, nobody is told.</summary>
    public void Mute() => muted.Cancel();

    public async Task PingAsync()
    {
        await WriteAsync(Ping);
        await FlushAsync();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await tcp.ReadAsync(buffer, cancellationToken);
        if (!muted.IsCancellationRequested) return read;
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (muted.IsCancellationRequested) return;
        await writing.WaitAsync(cancellationToken);
        try
        {
            await tcp.WriteAsync(buffer, cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => muted.IsCancellationRequested ? Task.CompletedTask : tcp.FlushAsync(cancellationToken);

    public override void Flush() => tcp.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            tcp.Dispose();
            muted.Dispose();
            writing.Dispose();
        }
        base.Dispose(disposing);
    }
}
