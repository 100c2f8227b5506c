using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>How the connection is, honestly: live means that Slack said hello and has not said goodbye.</summary>
/// <param name="Opening">Sockets on their way to hello; one at a time.</param>
/// <param name="Counted">How many connections of the app Slack counts; more than ours are ghosts.</param>
/// <param name="Refreshes">Sockets replaced on request or for their silence.</param>
/// <param name="Losses">Sockets that ended without warning.</param>
internal sealed record SlackHealth(int Live, int Opening, int Leaving, int? Counted, TimeSpan? SinceHello, TimeSpan? SinceFrame, int Refreshes, int Losses)
{
    public bool IsHealthy => Live > 0;
}

/// <summary>What the supervisor needs from around it.</summary>
internal sealed record SocketModeWiring
{
    public required Func<CancellationToken, Task<SlackOutcome>> AskUrl { get; init; }

    public required Func<IFrameSocket> NewSocket { get; init; }

    /// <summary>Takes an envelope; the delegate sends its acknowledgement on the socket that brought it, false when that socket is over.</summary>
    public required Func<SlackEnvelope, Func<byte[], bool>, CancellationToken, ValueTask> Take { get; init; }

    /// <summary>Told when the bot hears Slack again after it did not.</summary>
    public required Action Live { get; init; }

    public int Sockets { get; init; } = 2;

    public TimeSpan Silence { get; init; } = SocketModeProtocol.Silence;

    public Chance Seed { get; init; }
}

/// <summary>Drives <see cref="SocketModeProtocol"/>: a mailbox of inputs, one timer, every socket's task held until it has ended.</summary>
internal sealed class SocketModeSupervisor(SocketModeWiring wiring, TimeProvider time, ILogger logger)
{
    private readonly SocketModeWiring wiring = wiring;
    private readonly TimeProvider time = time;
    private readonly ILogger logger = logger;
    private readonly Channel<SocketInput> inputs = Channel.CreateUnbounded<SocketInput>(new() { SingleReader = true });
    private readonly Dictionary<int, SocketModeSession> sessions = [];
    private readonly List<Task> endings = [];
    private readonly long origin = time.GetTimestamp();
    private readonly Lock chanceGate = new();
    private Chance chance = wiring.Seed;
    private volatile SocketModeState state = new() { Wanted = wiring.Sockets, Silence = wiring.Silence };

    public SlackHealth Health
    {
        get
        {
            var (now, seen) = (Now, state);
            return new(seen.LiveCount, seen.Sockets.Count(socket => socket.IsOpening), seen.Sockets.Count(socket => socket.Phase == SocketPhase.Leaving),
                seen.Counted, now - seen.HelloAt, now - seen.HeardAt, seen.Refreshes, seen.Losses);
        }
    }

    /// <summary>Runs until cancelled; then every socket is closed and every task has ended.</summary>
    /// <exception cref="SlackFatalException">Starting again cannot help.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var timer = time.CreateTimer(_ => Post(new SocketInput.Tick(Now, Jitter())), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var onCancel = ct.Register(() => Post(new SocketInput.Stop(Now, 0)));
        try
        {
            Post(new SocketInput.Start(Now, Jitter()));
            await foreach (var input in inputs.Reader.ReadAllAsync(CancellationToken.None))
            {
                var wasLive = state.IsLive;
                var step = SocketModeProtocol.Step(state, input);
                // What is to be read again has begun when others see that a socket is live.
                if (!wasLive && step.State.IsLive) wiring.Live();
                state = step.State;
                if (input is SocketInput.Hello) SocketModeLog.Hello(logger, state.LiveCount, state.Counted);
                if (input is SocketInput.Disconnect bye) SocketModeLog.Disconnect(logger, bye.Reason);
                foreach (var order in step.Orders) CarryOut(order, stopping.Token);
                if (input is SocketInput.Closed closed && sessions.Remove(closed.Epoch, out var over)) Track(over.DisposeAsync().AsTask());
                if (wasLive && !state.IsLive && !state.IsStopped) SocketModeLog.Deaf(logger);
                if (state.IsStopped) break;
                SetTimer(timer);
            }
        }
        finally
        {
            // Their queues of acknowledgements are written first.
            foreach (var session in sessions.Values) Track(session.DisposeAsync().AsTask());
            sessions.Clear();
            await stopping.CancelAsync();
            await Task.WhenAll(endings);
        }
    }

    private void CarryOut(SocketOrder order, CancellationToken ct)
    {
        switch (order)
        {
            case SocketOrder.AskUrl ask:
                Track(AskAsync(ask.Epoch, ct));
                break;
            case SocketOrder.Connect connect:
                SocketModeLog.Connecting(logger, connect.Url.Host);
                sessions[connect.Epoch] = new(this, connect.Epoch, connect.Url);
                break;
            case SocketOrder.Close close when sessions.Remove(close.Epoch, out var session):
                Track(session.DisposeAsync().AsTask());
                break;
            case SocketOrder.Close:
                break; // it closed by itself
            case SocketOrder.Warn warn:
                SocketModeLog.Warned(logger, warn.Sentence);
                break;
            case SocketOrder.Fail fail:
                throw new SlackFatalException(fail.Sentence);
        }
    }

    private async Task AskAsync(int epoch, CancellationToken ct)
    {
        try
        {
            Post(await wiring.AskUrl(ct) switch
            {
                SlackOutcome.Ok ok when Uri.TryCreate(ok.Answer.Text("url"), UriKind.Absolute, out var url) && url.Scheme is "ws" or "wss" && WireSafety.IsSafe(url) =>
                    new SocketInput.UrlKnown(Now, Jitter(), epoch, url),
                SlackOutcome.Fatal fatal => new SocketInput.Refused(Now, Jitter(), fatal.Sentence),
                SlackOutcome.RateLimited limited => new SocketInput.UrlFailed(Now, Jitter(), epoch, limited.RetryAfter),
                _ => new SocketInput.UrlFailed(Now, Jitter(), epoch, null),
            });
        }
        catch (OperationCanceledException)
        {
            Post(new SocketInput.UrlFailed(Now, Jitter(), epoch, null));
        }
    }

    private void Track(Task task)
    {
        endings.RemoveAll(ended => ended.IsCompletedSuccessfully);
        endings.Add(task);
    }

    private void SetTimer(ITimer timer)
    {
        var due = state.WakeAt is { } at ? at - Now : Timeout.InfiniteTimeSpan;
        timer.Change(due < TimeSpan.Zero && due != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : due, Timeout.InfiniteTimeSpan);
    }

    private void Post(SocketInput input) => inputs.Writer.TryWrite(input);

    private TimeSpan Now => time.GetElapsedTime(origin);

    private double Jitter()
    {
        lock (chanceGate)
        {
            chance = chance.Next();
            return Backoff.Fraction(chance);
        }
    }

    /// <summary>One socket: says hello and goodbye to the protocol, hands envelopes on, and acknowledges on itself alone.</summary>
    private sealed class SocketModeSession : IFrameListener, IAsyncDisposable
    {
        // A burst of envelopes and their acknowledgements.
        private const int MostAcks = 16 * 1024;
        private const int NormalClosure = 1000;

        private readonly SocketModeSupervisor all;
        private readonly int epoch;
        private readonly FrameConnection connection;
        private readonly Task running;

        public SocketModeSession(SocketModeSupervisor all, int epoch, Uri url)
        {
            (this.all, this.epoch) = (all, epoch);
            connection = new(all.wiring.NewSocket(), all.time, all.logger, MostAcks);
            running = Task.Run(() => connection.RunAsync(url, this), CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await connection.CloseAsync(NormalClosure, running);
            await connection.DisposeAsync();
        }

        public void Connected() => all.Post(new SocketInput.Connected(all.Now, all.Jitter(), epoch));

        public void ConnectFailed(Exception why)
        {
            SocketModeLog.ConnectFailed(all.logger, why.Message);
            all.Post(new SocketInput.Closed(all.Now, all.Jitter(), epoch));
        }

        public void Closed(int? code)
        {
            SocketModeLog.Closed(all.logger, code);
            all.Post(new SocketInput.Closed(all.Now, all.Jitter(), epoch));
        }

        public async ValueTask ReceivedAsync(ReadOnlyMemory<byte> utf8, CancellationToken ct)
        {
            switch (SocketModeFrame.Read(utf8))
            {
                case SocketModeFrame.Hello hello:
                    all.Post(new SocketInput.Hello(all.Now, all.Jitter(), epoch, hello.Counted));
                    return;
                case SocketModeFrame.Disconnect bye:
                    all.Post(new SocketInput.Disconnect(all.Now, all.Jitter(), epoch, bye.Reason));
                    return;
                case SocketModeFrame.Envelope envelope:
                    all.Post(new SocketInput.Heard(all.Now, all.Jitter(), epoch));
                    await all.wiring.Take(envelope.Content, connection.Send, ct);
                    return;
                case SocketModeFrame.Unknown unknown:
                    SocketModeLog.UnknownFrame(all.logger, unknown.Type ?? "none", utf8.Length);
                    return;
            }
        }
    }
}

internal static partial class SocketModeLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "A socket to {Host} is opened.")]
    public static partial void Connecting(ILogger logger, string host);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Information, Message = "Slack said hello; {Live} sockets are live, Slack counts {Counted}.")]
    public static partial void Hello(ILogger logger, int live, int? counted);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Information, Message = "Slack announces the end of a socket: {Reason}.")]
    public static partial void Disconnect(ILogger logger, string reason);

    [LoggerMessage(EventId = 4004, Level = LogLevel.Information, Message = "A socket ended with code {Code}.")]
    public static partial void Closed(ILogger logger, int? code);

    [LoggerMessage(EventId = 4005, Level = LogLevel.Warning, Message = "A socket could not be opened: {Why}.")]
    public static partial void ConnectFailed(ILogger logger, string why);

    [LoggerMessage(EventId = 4006, Level = LogLevel.Warning, Message = "{Sentence}")]
    public static partial void Warned(ILogger logger, string sentence);

    [LoggerMessage(EventId = 4007, Level = LogLevel.Warning, Message = "No socket to Slack is live; the bot hears nothing until one is.")]
    public static partial void Deaf(ILogger logger);

    [LoggerMessage(EventId = 4008, Level = LogLevel.Warning, Message = "A frame of type {Type} and {Bytes} bytes could not be understood.")]
    public static partial void UnknownFrame(ILogger logger, string type, int bytes);
}
