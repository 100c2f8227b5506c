using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>One dispatched event with the place it has in its session.</summary>
internal sealed record GatewayEvent(string SessionId, long Seq, string Type, System.Text.Json.JsonElement Data, DateTimeOffset At, long Stamp);

/// <summary>What GET /gateway/bot says.</summary>
internal sealed record GatewayInfo(Uri Url, int Remaining, int Total, TimeSpan ResetAfter);

/// <summary>What the gateway client needs from around it.</summary>
internal sealed record GatewayWiring
{
    public required string Token { get; init; }

    public required DiscordIntents Intents { get; init; }

    public Uri? UrlOverride { get; init; }

    public required Func<CancellationToken, Task<GatewayInfo>> AskBudget { get; init; }

    public required Func<IFrameSocket> NewSocket { get; init; }

    public required Func<CancellationToken, ValueTask<GatewaySession?>> Load { get; init; }

    public required Func<GatewaySession?, CancellationToken, ValueTask> Save { get; init; }

    /// <summary>Events that wait for the lane; above it the reader waits.</summary>
    public int QueueLimit { get; init; } = 8192;

    public Chance Seed { get; init; }
}

/// <summary>Drives <see cref="GatewayProtocol"/>: a mailbox of inputs, one timer, one connection at a time.</summary>
internal sealed class GatewayClient(GatewayWiring wiring, TimeProvider time, ILogger logger)
{
    // Fields, not captures: the connection's listener below reads them too.
    private readonly GatewayWiring wiring = wiring;
    private readonly TimeProvider time = time;
    private readonly ILogger logger = logger;
    private readonly Channel<GatewayInput> inputs = Channel.CreateUnbounded<GatewayInput>(new() { SingleReader = true });
    private readonly Channel<GatewayEvent> events = Channel.CreateBounded<GatewayEvent>(new BoundedChannelOptions(wiring.QueueLimit) { SingleReader = true });
    private readonly Channel<GatewaySession?> saves = Channel.CreateBounded<GatewaySession?>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly SeqLedger ledger = new();
    private readonly long origin = time.GetTimestamp();
    private readonly Lock chanceGate = new();
    private Chance chance = wiring.Seed;
    private FrameConnection? connection;
    private Task running = Task.CompletedTask;
    private readonly List<Task> endings = [];
    private volatile GatewayState state = new();

    /// <summary>Dispatched events in order. Ends when the client stops; with an exception when it cannot go on.</summary>
    public ChannelReader<GatewayEvent> Events => events.Reader;

    /// <summary>A snapshot, for health and for what the bot may read.</summary>
    public GatewayState State => state;

    /// <summary>The event is durably kept: a restart need not see it again.</summary>
    public void Kept(GatewayEvent done)
    {
        if (ledger.Kept(done.SessionId, done.Seq) is { } upTo) Post(new GatewayInput.Accepted(Now, 0, done.SessionId, upTo));
    }

    /// <summary>Runs until cancelled, which keeps the session for a restart.</summary>
    /// <exception cref="DiscordFatalException">Starting again cannot help.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        state = state with { Intents = wiring.Intents, UrlOverride = wiring.UrlOverride };
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var saving = SaveAsync();
        await using var timer = time.CreateTimer(_ => Post(new GatewayInput.Tick(Now, Jitter())), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var onCancel = ct.Register(() => Post(new GatewayInput.Stop(Now, 0, ComeBack: true)));
        Exception? failure = null;
        try
        {
            Post(new GatewayInput.Start(Now, Jitter(), await wiring.Load(ct)));
            await foreach (var input in inputs.Reader.ReadAllAsync(CancellationToken.None))
            {
                var step = GatewayProtocol.Step(state, input);
                if (step.State.Phase == GatewayPhase.Live && state.Phase != GatewayPhase.Live) GatewayLog.Live(logger, step.State.Resuming ? "resumed" : "new session");
                state = step.State;
                foreach (var order in step.Orders) CarryOut(order, stopping.Token);
                if (state.Phase == GatewayPhase.Stopped) break;
                SetTimer(timer);
            }
        }
        catch (Exception unexpected)
        {
            failure = unexpected;
            throw;
        }
        finally
        {
            await stopping.CancelAsync();
            if (connection is { } open) await open.CloseAsync(GatewayCloseCodes.ComeBack, running);
            await Task.WhenAll(endings);
            saves.Writer.TryComplete();
            await saving;
            events.Writer.TryComplete(failure);
        }
    }

    private void CarryOut(GatewayOrder order, CancellationToken ct)
    {
        switch (order)
        {
            case GatewayOrder.AskBudget:
                Track(AskBudgetAsync(ct));
                break;
            case GatewayOrder.Connect connect:
                Drop(GatewayCloseCodes.ComeBack);
                GatewayLog.Connecting(logger, connect.Url.Host);
                var window = new SendWindow();
                var fresh = new FrameConnection(wiring.NewSocket(), time, logger) { Pace = () => window.Take(time.GetElapsedTime(0)) };
                var incarnation = new Incarnation(this, fresh, state.Resuming ? state.Session?.SessionId : null);
                connection = fresh;
                running = Task.Run(() => fresh.RunAsync(WithVersion(connect.Url), incarnation), CancellationToken.None);
                break;
            case GatewayOrder.Heartbeat or GatewayOrder.Identify or GatewayOrder.Resume:
                connection?.Send(GatewayPayload.Write(order, wiring.Token));
                break;
            case GatewayOrder.Close close:
                Drop(close.Code);
                break;
            case GatewayOrder.Save save:
                saves.Writer.TryWrite(save.Session);
                break;
            case GatewayOrder.Warn warn:
                GatewayLog.Warned(logger, warn.Sentence);
                break;
            case GatewayOrder.Fail fail:
                throw new DiscordFatalException(fail.Sentence);
        }
    }

    private async Task AskBudgetAsync(CancellationToken ct)
    {
        try
        {
            var info = await wiring.AskBudget(ct);
            Post(new GatewayInput.BudgetKnown(Now, Jitter(), info.Url, info.Remaining, info.Total, info.ResetAfter));
        }
        catch (DiscordException refused) when (refused.Status == 401)
        {
            Post(new GatewayInput.Closed(Now, Jitter(), 4004));
        }
        catch (Exception failed) when (failed is DiscordException or HttpRequestException or OperationCanceledException or IOException)
        {
            GatewayLog.ConnectFailed(logger, failed.Message);
            Post(new GatewayInput.BudgetFailed(Now, Jitter()));
        }
    }

    /// <summary>Saves the newest session only: many events may pass between two writes.</summary>
    private async Task SaveAsync()
    {
        await foreach (var session in saves.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await wiring.Save(session, CancellationToken.None);
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                GatewayLog.SaveFailed(logger, failed);
            }
        }
    }

    private void Drop(int code)
    {
        if (connection is not { } old) return;
        connection = null;
        Track(EndAsync(old, running, code));

        static async Task EndAsync(FrameConnection old, Task running, int code)
        {
            await old.CloseAsync(code, running);
            await old.DisposeAsync();
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

    private void Post(GatewayInput input) => inputs.Writer.TryWrite(input);

    private TimeSpan Now => time.GetElapsedTime(origin);

    private double Jitter()
    {
        lock (chanceGate)
        {
            chance = chance.Next();
            return Backoff.Fraction(chance);
        }
    }

    private static Uri WithVersion(Uri url) => new UriBuilder(url) { Query = "v=10&encoding=json" }.Uri;

    /// <summary>Takes the news of one connection, and stays silent once another has taken its place.</summary>
    private sealed class Incarnation(GatewayClient client, FrameConnection self, string? resumed) : IFrameListener
    {
        private string? sessionId = resumed;

        public void Connected() => Tell(new GatewayInput.Connected(client.Now, client.Jitter()));

        public void ConnectFailed(Exception why)
        {
            GatewayLog.ConnectFailed(client.logger, why.Message);
            Tell(new GatewayInput.ConnectFailed(client.Now, client.Jitter()));
        }

        public void Closed(int? code)
        {
            GatewayLog.Closed(client.logger, code);
            Tell(new GatewayInput.Closed(client.Now, client.Jitter(), code));
        }

        public async ValueTask ReceivedAsync(ReadOnlyMemory<byte> utf8, CancellationToken ct)
        {
            if (GatewayFrame.Read(utf8) is not { } frame)
            {
                GatewayLog.UnreadableFrame(client.logger, utf8.Length);
                return;
            }
            if (frame.Op != GatewayOp.Dispatch)
            {
                Tell(new GatewayInput.Received(client.Now, client.Jitter(), frame));
                return;
            }
            if (frame.Type is "READY" or "RESUMED")
            {
                if (frame.Type == "READY") sessionId = frame.Data.Text("session_id") ?? "";
                Tell(new GatewayInput.Received(client.Now, client.Jitter(), frame));
            }
            if (frame is not { Seq: { } seq, Type: { } type } || sessionId is not { } session) return;
            client.ledger.Received(session, seq);
            var happened = new GatewayEvent(session, seq, type, frame.Data, client.time.GetUtcNow(), client.time.GetTimestamp());
            if (client.events.Writer.TryWrite(happened)) return;
            GatewayLog.QueueFull(client.logger, client.wiring.QueueLimit);
            Tell(new GatewayInput.Held(client.Now, 0, Now: true));
            await client.events.Writer.WriteAsync(happened, ct);
            Tell(new GatewayInput.Held(client.Now, 0, Now: false));
        }

        private void Tell(GatewayInput input)
        {
            if (ReferenceEquals(client.connection, self)) client.Post(input);
        }
    }
}
