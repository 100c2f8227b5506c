using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using NetflixPrep.Bot.Adapters.Slack;
using NetflixPrep.Bot.Adapters.Sockets;

namespace NetflixPrep.Bot.Tests.Slack;

/// <summary>The supervisor with sockets that the test holds in its hand.</summary>
public sealed class SocketModeSupervisorTests : IAsyncDisposable
{
    private readonly ManualTime time = new();
    private readonly Channel<HandSocket> opened = Channel.CreateUnbounded<HandSocket>();
    private readonly Channel<(SlackEnvelope Envelope, Func<byte[], bool> Ack)> taken = Channel.CreateUnbounded<(SlackEnvelope, Func<byte[], bool>)>();
    private readonly Channel<bool> lives = Channel.CreateUnbounded<bool>();
    private readonly CancellationTokenSource stop = new();
    private readonly SocketModeSupervisor supervisor;
    private readonly Task running;
    private int urls;

    public SocketModeSupervisorTests()
    {
        supervisor = new(new()
        {
            AskUrl = _ => Task.FromResult<SlackOutcome>(new SlackOutcome.Ok(JsonSerializer.Deserialize<JsonElement>($$"""{"url":"wss://slack.test/link?ticket={{++urls}}"}"""), [])),
            NewSocket = () =>
            {
                var socket = new HandSocket();
                opened.Writer.TryWrite(socket);
                return socket;
            },
            Take = (envelope, ack, ct) => taken.Writer.WriteAsync((envelope, ack), ct),
            Live = () => lives.Writer.TryWrite(true),
        }, time, NullLogger.Instance);
        running = supervisor.RunAsync(stop.Token);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(20));
        stop.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task An_acknowledgement_goes_out_on_the_socket_that_delivered()
    {
        var first = await LiveAsync();
        time.Advance(SocketModeProtocol.Stagger);
        var second = await LiveAsync();

        second.Deliver("""{"envelope_id":"e-2","type":"events_api","payload":{}}""");
        var (envelope, ack) = await taken.Reader.ReadAsync(Ct);
        Assert.True(ack(Encoding.UTF8.GetBytes($$"""{"envelope_id":"{{envelope.Id}}"}""")));

        Assert.Equal("""{"envelope_id":"e-2"}""", await second.Sent.Reader.ReadAsync(Ct));
        Assert.False(first.Sent.Reader.TryPeek(out _));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_acknowledgement_for_a_socket_that_is_over_is_dropped()
    {
        var first = await LiveAsync();
        first.Deliver("""{"envelope_id":"e-1","type":"events_api","payload":{}}""");
        var (_, ack) = await taken.Reader.ReadAsync(Ct);

        first.End();
        await LostAsync();

        Assert.False(ack("{}"u8.ToArray()));
    }

    [Fact(Timeout = 60_000)]
    public async Task It_is_told_each_time_when_Slack_is_heard_again()
    {
        var first = await LiveAsync();
        first.End();
        await LostAsync();
        time.Advance(await time.WaitsAsync(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(2)));

        await LiveAsync();

        Assert.True(supervisor.Health.IsHealthy);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_waits_to_be_acknowledged_is_written_before_a_stop_closes()
    {
        var socket = await LiveAsync();
        socket.Deliver("""{"envelope_id":"e-1","type":"events_api","payload":{}}""");
        var (_, ack) = await taken.Reader.ReadAsync(Ct);
        ack("last words"u8.ToArray());

        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(20), Ct);

        Assert.Equal("last words", await socket.Sent.Reader.ReadAsync(Ct));
        Assert.True(socket.WasClosed);
    }

    private async Task<HandSocket> LiveAsync()
    {
        var wasHealthy = supervisor.Health.IsHealthy;
        var socket = await opened.Reader.ReadAsync(Ct);
        socket.Deliver("""{"type":"hello","num_connections":1}""");
        if (!wasHealthy) await lives.Reader.ReadAsync(Ct);
        return socket;
    }

    private async Task LostAsync()
    {
        while (supervisor.Health.IsHealthy) await Task.Yield();
    }

    private sealed class HandSocket : IFrameSocket
    {
        private readonly Channel<SocketFrame> frames = Channel.CreateUnbounded<SocketFrame>();

        public Channel<string> Sent { get; } = Channel.CreateUnbounded<string>();

        public bool WasClosed { get; private set; }

        public void Deliver(string frame) => frames.Writer.TryWrite(new SocketFrame.Text(Encoding.UTF8.GetBytes(frame)));

        public void End() => frames.Writer.TryWrite(new SocketFrame.Closed(1006, "gone"));

        public Task ConnectAsync(Uri uri, CancellationToken ct) => Task.CompletedTask;

        public ValueTask<SocketFrame> ReceiveAsync(CancellationToken ct) => frames.Reader.ReadAsync(ct);

        public async ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken ct) => await Sent.Writer.WriteAsync(Encoding.UTF8.GetString(utf8.Span), ct);

        public Task CloseAsync(int code, CancellationToken ct)
        {
            WasClosed = true;
            End();
            return Task.CompletedTask;
        }

        public void Abort() => frames.Writer.TryWrite(new SocketFrame.Closed(null, "aborted"));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
