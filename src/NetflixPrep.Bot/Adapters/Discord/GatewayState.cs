using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>What a quick restart needs to go on with the same session.</summary>
internal sealed record GatewaySession(string SessionId, Uri ResumeUrl, long Seq);

/// <summary>How many sessions may still be started, from <c>session_start_limit</c>.</summary>
/// <param name="ResetAt">When the count is full again, on the protocol's clock.</param>
internal sealed record IdentifyBudget(int Remaining, int Total, TimeSpan ResetAt);

/// <summary>Where a connection stands.</summary>
internal enum GatewayPhase
{
    /// <summary>Nothing is open; something happens at <see cref="GatewayState.Deadline"/>.</summary>
    Waiting,
    AskingBudget,
    Connecting,
    AwaitingHello,

    /// <summary>Identify or Resume is sent; READY or RESUMED is awaited.</summary>
    Authenticating,
    Live,
    Stopped,
}

/// <summary>The heartbeat of one connection; it never outlives it.</summary>
internal sealed record Pulse(TimeSpan Interval, TimeSpan NextAt, bool Acked);

/// <summary>All that the gateway protocol knows. Times are on a monotonic clock that starts anywhere.</summary>
internal sealed record GatewayState
{
    public GatewayPhase Phase { get; init; } = GatewayPhase.Waiting;

    public DiscordIntents Intents { get; init; } = DiscordIntents.All;

    public GatewaySession? Session { get; init; }

    /// <summary>True while the connection under way is meant to resume <see cref="Session"/>.</summary>
    public bool Resuming { get; init; }

    /// <summary>When the phase runs out; null when it may last.</summary>
    public TimeSpan? Deadline { get; init; }

    public Pulse? Pulse { get; init; }

    public IdentifyBudget? Budget { get; init; }

    public Uri? Url { get; init; }

    /// <summary>Replaces <see cref="Url"/> when set.</summary>
    public Uri? UrlOverride { get; init; }

    public TimeSpan? LastIdentify { get; init; }

    public TimeSpan? LiveSince { get; init; }

    /// <summary>Failures in a row, for the back-off.</summary>
    public int Failures { get; init; }

    /// <summary>Resumes in a row that led to nothing.</summary>
    public int FailedResumes { get; init; }

    /// <summary>The reader waits for a full queue, so that missing acknowledgements prove nothing.</summary>
    public bool ReaderHeld { get; init; }

    /// <summary>When the protocol wants its next tick; null when only the network can move it.</summary>
    public TimeSpan? WakeAt => Phase == GatewayPhase.Stopped ? null
        : (Deadline, Pulse?.NextAt) switch
        {
            ({ } deadline, { } beat) => deadline < beat ? deadline : beat,
            var (deadline, beat) => deadline ?? beat,
        };
}

/// <summary>What happens to the protocol. <paramref name="Jitter"/> is a random number from 0 to 1.</summary>
internal abstract record GatewayInput(TimeSpan At, double Jitter)
{
    public sealed record Start(TimeSpan At, double Jitter, GatewaySession? Session) : GatewayInput(At, Jitter);

    /// <summary>Answer to <see cref="GatewayOrder.AskBudget"/>.</summary>
    public sealed record BudgetKnown(TimeSpan At, double Jitter, Uri Url, int Remaining, int Total, TimeSpan ResetAfter) : GatewayInput(At, Jitter);

    public sealed record BudgetFailed(TimeSpan At, double Jitter) : GatewayInput(At, Jitter);

    public sealed record Connected(TimeSpan At, double Jitter) : GatewayInput(At, Jitter);

    public sealed record ConnectFailed(TimeSpan At, double Jitter) : GatewayInput(At, Jitter);

    public sealed record Received(TimeSpan At, double Jitter, GatewayFrame Frame) : GatewayInput(At, Jitter);

    public sealed record Closed(TimeSpan At, double Jitter, int? Code) : GatewayInput(At, Jitter);

    public sealed record Tick(TimeSpan At, double Jitter) : GatewayInput(At, Jitter);

    /// <summary>Everything up to <paramref name="Seq"/> is durably kept.</summary>
    public sealed record Accepted(TimeSpan At, double Jitter, string SessionId, long Seq) : GatewayInput(At, Jitter);

    /// <summary>The reader began or ceased to wait for a full queue.</summary>
    public sealed record Held(TimeSpan At, double Jitter, bool Now) : GatewayInput(At, Jitter);

    /// <param name="ComeBack">True keeps the session for a restart; false ends it.</param>
    public sealed record Stop(TimeSpan At, double Jitter, bool ComeBack) : GatewayInput(At, Jitter);
}

/// <summary>What the protocol wants done, in order.</summary>
internal abstract record GatewayOrder
{
    private GatewayOrder() { }

    /// <summary>GET /gateway/bot.</summary>
    public sealed record AskBudget : GatewayOrder;

    public sealed record Connect(Uri Url) : GatewayOrder;

    public sealed record Heartbeat(long? Seq) : GatewayOrder;

    public sealed record Identify(DiscordIntents Intents) : GatewayOrder;

    public sealed record Resume(GatewaySession Session) : GatewayOrder;

    /// <summary>Ends the connection under way, if there is one, with this code.</summary>
    public sealed record Close(int Code) : GatewayOrder;

    /// <summary>Keeps the session for a restart; null forgets it.</summary>
    public sealed record Save(GatewaySession? Session) : GatewayOrder;

    public sealed record Warn(string Sentence) : GatewayOrder;

    public sealed record Fail(string Sentence) : GatewayOrder;
}

/// <summary>The state after an input and what is to be done.</summary>
internal sealed record GatewayStep(GatewayState State, Seq<GatewayOrder> Orders);
