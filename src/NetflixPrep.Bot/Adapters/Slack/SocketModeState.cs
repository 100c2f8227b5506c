using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Slack;

internal enum SocketPhase
{
    /// <summary>Its address is being asked for.</summary>
    Asking,
    Connecting,
    AwaitingHello,
    Live,

    /// <summary>Slack will close it: it is still read and acknowledged on until its replacement is live.</summary>
    Leaving,
}

/// <summary>One socket from the wish for it to its end. The epoch tells it from every other there ever was.</summary>
internal sealed record SocketState(int Epoch, SocketPhase Phase)
{
    /// <summary>When the phase is given up; null when it may last.</summary>
    public TimeSpan? Deadline { get; init; }

    public TimeSpan? LiveSince { get; init; }

    public TimeSpan HeardAt { get; init; }

    public bool IsOpening => Phase is SocketPhase.Asking or SocketPhase.Connecting or SocketPhase.AwaitingHello;
}

/// <summary>Where the connection to Slack stands.</summary>
internal sealed record SocketModeState
{
    /// <summary>How many sockets are wanted at once; Slack takes ten an app.</summary>
    public int Wanted { get; init; } = 2;

    /// <summary>A live socket that brought nothing for so long is replaced.</summary>
    public TimeSpan Silence { get; init; } = SocketModeProtocol.Silence;

    public Seq<SocketState> Sockets { get; init; } = [];

    public bool IsStopped { get; init; }

    public int NextEpoch { get; init; } = 1;

    /// <summary>Openings that failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>How often in a row Slack said that there are too many sockets.</summary>
    public int TooMany { get; init; }

    /// <summary>No socket is opened before this: back-off.</summary>
    public TimeSpan NotBefore { get; init; }

    /// <summary>No further socket beside a live one is opened before this, so that they do not grow old together.</summary>
    public TimeSpan FurtherNotBefore { get; init; }

    /// <summary>How many sockets Slack counts, as the last hello said.</summary>
    public int? Counted { get; init; }

    public TimeSpan? HelloAt { get; init; }

    public TimeSpan? HeardAt { get; init; }

    public int Refreshes { get; init; }

    public int Losses { get; init; }

    public int LiveCount => Sockets.Count(socket => socket.Phase == SocketPhase.Live);

    public bool IsLive => LiveCount > 0;

    /// <summary>When the next tick is due; null when only news can change anything.</summary>
    public TimeSpan? WakeAt { get; init; }
}

/// <summary>Something happened, at a time since the start.</summary>
internal abstract record SocketInput(TimeSpan At, double Jitter)
{
    public sealed record Start(TimeSpan At, double Jitter) : SocketInput(At, Jitter);

    public sealed record Tick(TimeSpan At, double Jitter) : SocketInput(At, Jitter);

    public sealed record UrlKnown(TimeSpan At, double Jitter, int Epoch, Uri Url) : SocketInput(At, Jitter);

    /// <param name="RetryAfter">Set when Slack said how long to wait.</param>
    public sealed record UrlFailed(TimeSpan At, double Jitter, int Epoch, TimeSpan? RetryAfter) : SocketInput(At, Jitter);

    /// <summary>Slack does not let the app in.</summary>
    public sealed record Refused(TimeSpan At, double Jitter, string Sentence) : SocketInput(At, Jitter);

    public sealed record Connected(TimeSpan At, double Jitter, int Epoch) : SocketInput(At, Jitter);

    /// <param name="Counted">How many sockets of the app Slack counts.</param>
    public sealed record Hello(TimeSpan At, double Jitter, int Epoch, int? Counted) : SocketInput(At, Jitter);

    /// <summary>A frame came, of whatever kind.</summary>
    public sealed record Heard(TimeSpan At, double Jitter, int Epoch) : SocketInput(At, Jitter);

    public sealed record Disconnect(TimeSpan At, double Jitter, int Epoch, string Reason) : SocketInput(At, Jitter);

    public sealed record Closed(TimeSpan At, double Jitter, int Epoch) : SocketInput(At, Jitter);

    public sealed record Stop(TimeSpan At, double Jitter) : SocketInput(At, Jitter);
}

/// <summary>What is to be done.</summary>
internal abstract record SocketOrder
{
    private SocketOrder() { }

    public sealed record AskUrl(int Epoch) : SocketOrder;

    public sealed record Connect(int Epoch, Uri Url) : SocketOrder;

    /// <summary>Writes what waits, then closes.</summary>
    public sealed record Close(int Epoch) : SocketOrder;

    public sealed record Warn(string Sentence) : SocketOrder;

    /// <summary>Trying again cannot help.</summary>
    public sealed record Fail(string Sentence) : SocketOrder;
}

internal sealed record SocketStep(SocketModeState State, Seq<SocketOrder> Orders);
