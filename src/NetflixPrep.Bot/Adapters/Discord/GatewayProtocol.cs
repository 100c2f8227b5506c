using System.Diagnostics;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Discord;

/// <summary>The gateway's rules (Discord docs, Gateway) as a pure machine: no socket, no clock, no chance.</summary>
internal static class GatewayProtocol
{
    public static readonly TimeSpan BudgetTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan ReadyTimeout = TimeSpan.FromSeconds(30);

    /// <summary>One Identify in five seconds is allowed (max_concurrency 1); half a second is for the network.</summary>
    public static readonly TimeSpan BetweenIdentifies = TimeSpan.FromSeconds(5.5);

    /// <summary>Live for this long, a connection counts as well and the back-off starts anew.</summary>
    public static readonly TimeSpan StableAfter = TimeSpan.FromMinutes(2);

    /// <summary>After so many resumes in a row that led nowhere a new session is started.</summary>
    public const int ResumeTries = 3;

    // Discord says 41,250 ms; whatever a server says, no storm and no silence of hours.
    private static readonly TimeSpan ShortestBeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBeat = TimeSpan.FromMinutes(5);

    public static GatewayStep Step(GatewayState state, GatewayInput input) => (state.Phase, input) switch
    {
        (GatewayPhase.Stopped, _) => new(state, []),
        (_, GatewayInput.Stop stop) => Stop(state, stop),
        (_, GatewayInput.Accepted accepted) => Accepted(state, accepted),
        (_, GatewayInput.Held held) => new(Held(state, held.Now), []),
        (_, GatewayInput.Start start) => Go(state with { Session = start.Session, Failures = 0 }, start),
        (_, GatewayInput.Tick tick) => Tick(state, tick),
        (GatewayPhase.AskingBudget, GatewayInput.BudgetKnown known) => BudgetKnown(state, known),
        (GatewayPhase.AskingBudget, GatewayInput.BudgetFailed) => Later(state with { Failures = state.Failures + 1 }, input, []),
        (GatewayPhase.Connecting, GatewayInput.Connected) =>
            new(state with { Phase = GatewayPhase.AwaitingHello, Deadline = input.At + HelloTimeout }, []),
        (GatewayPhase.Connecting, GatewayInput.ConnectFailed) => ConnectFailed(state, input, []),
        (GatewayPhase.AwaitingHello or GatewayPhase.Authenticating or GatewayPhase.Live, GatewayInput.Received received) => Received(state, received),
        (GatewayPhase.AskingBudget or GatewayPhase.Connecting or GatewayPhase.AwaitingHello or GatewayPhase.Authenticating or GatewayPhase.Live, GatewayInput.Closed closed) => Closed(state, closed),
        // Late news of a connection that was given up.
        (_, GatewayInput.BudgetKnown or GatewayInput.BudgetFailed or GatewayInput.Connected or GatewayInput.ConnectFailed
            or GatewayInput.Received or GatewayInput.Closed) => new(state, []),
        _ => throw new UnreachableException($"The gateway protocol has no answer to {input.GetType().Name} in {state.Phase}."),
    };

    /// <summary>Opens a connection now: to resume when there is a session, else to identify, which needs the budget first.</summary>
    private static GatewayStep Go(GatewayState state, GatewayInput input)
    {
        if (state.Session is { } session) return Connect(state, input, session.ResumeUrl, resuming: true);
        return new(Unplugged(state) with { Phase = GatewayPhase.AskingBudget, Deadline = input.At + BudgetTimeout }, [new GatewayOrder.AskBudget()]);
    }

    private static GatewayStep Connect(GatewayState state, GatewayInput input, Uri url, bool resuming) =>
        new(Unplugged(state) with { Phase = GatewayPhase.Connecting, Resuming = resuming, Deadline = input.At + ConnectTimeout }, [new GatewayOrder.Connect(url)]);

    private static GatewayStep BudgetKnown(GatewayState state, GatewayInput.BudgetKnown known)
    {
        state = state with { Url = known.Url, Budget = new(known.Remaining, known.Total, known.At + known.ResetAfter) };
        if (known.Remaining <= 0)
        {
            // Identifying over the limit would reset the token: wait until the day's count is full again.
            var until = known.At + Max(known.ResetAfter, TimeSpan.FromSeconds(60));
            return new(Unplugged(state) with { Phase = GatewayPhase.Waiting, Deadline = until },
                [new GatewayOrder.Warn("Discord allows no further session start today; the bot waits until it does.")]);
        }
        if (state.LastIdentify is { } last && known.At - last < BetweenIdentifies)
            return new(Unplugged(state) with { Phase = GatewayPhase.Waiting, Deadline = last + BetweenIdentifies }, []);
        return Connect(state, known, state.UrlOverride ?? known.Url, resuming: false);
    }

    private static GatewayStep ConnectFailed(GatewayState state, GatewayInput input, Seq<GatewayOrder> before) =>
        Later(Missed(state, input.At), input, before);

    /// <summary>Waits as the back-off says, then tries again.</summary>
    private static GatewayStep Later(GatewayState state, GatewayInput input, Seq<GatewayOrder> before, TimeSpan? atLeast = null)
    {
        var wait = state.Failures == 0 ? TimeSpan.Zero : Backoff.Delay(state.Failures, input.Jitter);
        if (atLeast is { } least && wait < least) wait = least;
        return new(Unplugged(state) with { Phase = GatewayPhase.Waiting, Deadline = input.At + wait }, before);
    }

    private static GatewayStep Tick(GatewayState state, GatewayInput.Tick tick)
    {
        if (state.Deadline is { } deadline && tick.At >= deadline)
        {
            return state.Phase switch
            {
                GatewayPhase.Waiting => Go(state, tick),
                GatewayPhase.AskingBudget => Later(state with { Failures = state.Failures + 1 }, tick, []),
                GatewayPhase.Connecting => ConnectFailed(state, tick, [new GatewayOrder.Close(GatewayCloseCodes.ComeBack)]),
                GatewayPhase.AwaitingHello or GatewayPhase.Authenticating => Dropped(state, tick),
                _ => throw new UnreachableException($"{state.Phase} has no deadline."),
            };
        }
        if (state.Pulse is not { } pulse || tick.At < pulse.NextAt) return new(state, []);
        if (!pulse.Acked && !state.ReaderHeld) return Dropped(state, tick);
        return new(state with { Pulse = pulse with { NextAt = tick.At + pulse.Interval, Acked = false } }, [new GatewayOrder.Heartbeat(state.Session?.Seq)]);
    }

    /// <summary>The connection does not answer any more: leave it and resume.</summary>
    private static GatewayStep Dropped(GatewayState state, GatewayInput input) =>
        Later(Missed(state, input.At), input, [new GatewayOrder.Close(GatewayCloseCodes.ComeBack)]);

    private static GatewayStep Received(GatewayState state, GatewayInput.Received received) => received.Frame.Op switch
    {
        GatewayOp.Hello => Hello(state, received),
        GatewayOp.Heartbeat => new(state, [new GatewayOrder.Heartbeat(state.Session?.Seq)]),
        GatewayOp.HeartbeatAck => new(state.Pulse is { } pulse ? state with { Pulse = pulse with { Acked = true } } : state, []),
        GatewayOp.Reconnect => Later(Missed(state, received.At), received, [new GatewayOrder.Close(GatewayCloseCodes.ComeBack)]),
        GatewayOp.InvalidSession => InvalidSession(state, received),
        GatewayOp.Dispatch => Dispatched(state, received),
        _ => new(state, []),
    };

    private static GatewayStep Hello(GatewayState state, GatewayInput.Received received)
    {
        if (state.Phase != GatewayPhase.AwaitingHello) return new(state, []);
        var said = TimeSpan.FromMilliseconds(Math.Clamp(received.Frame.Data.Real("heartbeat_interval") ?? 41_250, ShortestBeat.TotalMilliseconds, LongestBeat.TotalMilliseconds));
        state = state with
        {
            Phase = GatewayPhase.Authenticating,
            Deadline = received.At + ReadyTimeout,
            Pulse = new(said, received.At + (said * Math.Clamp(received.Jitter, 0, 1)), Acked: true),
        };
        if (state is { Resuming: true, Session: { } session }) return new(state, [new GatewayOrder.Resume(session)]);
        return new(state with
        {
            LastIdentify = received.At,
            Budget = state.Budget is { } budget ? budget with { Remaining = budget.Remaining - 1 } : null,
        }, [new GatewayOrder.Identify(state.Intents)]);
    }

    private static GatewayStep InvalidSession(GatewayState state, GatewayInput.Received received)
    {
        var resumable = received.Frame.Data.ValueKind == System.Text.Json.JsonValueKind.True;
        // Older docs ask for a random wait of one to five seconds; it does no harm.
        var wait = TimeSpan.FromSeconds(1 + (4 * received.Jitter));
        return resumable && state.Session is not null
            ? Later(Missed(state, received.At), received, [new GatewayOrder.Close(GatewayCloseCodes.ComeBack)], wait)
            : Later(Forget(state) with { Failures = Failed(state, received.At) }, received, [new GatewayOrder.Close(GatewayCloseCodes.ComeBack), new GatewayOrder.Save(null)], wait);
    }

    private static GatewayStep Dispatched(GatewayState state, GatewayInput.Received received)
    {
        if (state.Phase != GatewayPhase.Authenticating) return new(state, []);
        var live = state with { Phase = GatewayPhase.Live, Deadline = null, LiveSince = received.At, FailedResumes = 0 };
        switch (received.Frame.Type)
        {
            case "RESUMED" when state.Resuming:
                return new(live, []);
            case "READY" when !state.Resuming:
                if (received.Frame.Data.Text("session_id") is not { Length: > 0 } id
                    || !Uri.TryCreate(received.Frame.Data.Text("resume_gateway_url"), UriKind.Absolute, out var url) || !IsGateway(url))
                    return new(live with { Session = null }, [new GatewayOrder.Save(null)]); // it works, it just cannot be resumed
                var session = new GatewaySession(id, url, received.Frame.Seq ?? 0);
                return new(live with { Session = session }, [new GatewayOrder.Save(session)]);
            default:
                return new(state, []);
        }
    }

    private static GatewayStep Closed(GatewayState state, GatewayInput.Closed closed) => GatewayCloseCodes.Decide(closed.Code, state.Intents) switch
    {
        CloseVerdict.Fatal fatal => new(Unplugged(state) with { Phase = GatewayPhase.Stopped, Deadline = null, Session = null },
            [new GatewayOrder.Save(null), new GatewayOrder.Fail(fatal.Sentence)]),
        CloseVerdict.WithoutContent less => Later(Forget(state) with { Intents = state.Intents & ~DiscordIntents.MessageContent }, closed,
            [new GatewayOrder.Save(null), new GatewayOrder.Warn(less.Sentence)]),
        CloseVerdict.Identify => Later(Forget(state) with { Failures = Failed(state, closed.At) }, closed, [new GatewayOrder.Save(null)]),
        CloseVerdict.Resume => Later(Missed(state, closed.At), closed, []),
        var other => throw new UnreachableException($"{other} is no verdict."),
    };

    private static GatewayStep Accepted(GatewayState state, GatewayInput.Accepted accepted)
    {
        if (state.Session is not { } session || session.SessionId != accepted.SessionId || accepted.Seq <= session.Seq) return new(state, []);
        session = session with { Seq = accepted.Seq };
        return new(state with { Session = session }, [new GatewayOrder.Save(session)]);
    }

    private static GatewayState Held(GatewayState state, bool now) =>
        // After a hold the acknowledgement may still be in the pipe: the next beat is not judged by it.
        state with { ReaderHeld = now, Pulse = now || state.Pulse is not { } pulse ? state.Pulse : pulse with { Acked = true } };

    private static GatewayStep Stop(GatewayState state, GatewayInput.Stop stop)
    {
        var over = Unplugged(state) with { Phase = GatewayPhase.Stopped, Deadline = null };
        return stop.ComeBack
            ? new(over, [new GatewayOrder.Close(GatewayCloseCodes.ComeBack)])
            : new(over with { Session = null }, [new GatewayOrder.Close(GatewayCloseCodes.Goodbye), new GatewayOrder.Save(null)]);
    }

    /// <summary>One more failure; a resume that failed too often is given up.</summary>
    private static GatewayState Missed(GatewayState state, TimeSpan at)
    {
        var counted = state with { Failures = Failed(state, at) };
        if (state.Phase == GatewayPhase.Live || !state.Resuming) return counted;
        return state.FailedResumes + 1 >= ResumeTries ? Forget(counted) : counted with { FailedResumes = state.FailedResumes + 1 };
    }

    private static int Failed(GatewayState state, TimeSpan at) => state.LiveSince is { } since && at - since >= StableAfter ? 0 : state.Failures + 1;

    private static GatewayState Forget(GatewayState state) => state with { Session = null, Resuming = false, FailedResumes = 0 };

    /// <summary>What belonged to the old connection goes with it.</summary>
    private static GatewayState Unplugged(GatewayState state) =>
        state with { Pulse = null, Resuming = false, LiveSince = null, ReaderHeld = false, Deadline = null };

    private static bool IsGateway(Uri url) => url.Scheme is "ws" or "wss" && WireSafety.IsSafe(url);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
