using System.Diagnostics;
using NetflixPrep.Bot.Adapters.Sockets;
using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters.Slack;

/// <summary>
/// Socket Mode's rules (Slack docs) as a pure machine over all sockets of the app: one opening at a time, the replacement
/// open before the old one closes, back-off that never shrinks what is live. No socket, no clock, no chance.
/// </summary>
internal static class SocketModeProtocol
{
    public static readonly TimeSpan AskTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Between the first socket and the second, so that they are not refreshed together.</summary>
    public static readonly TimeSpan Stagger = TimeSpan.FromSeconds(10);

    /// <summary>How long a socket whose replacement is live is still read, for envelopes that are on their way.</summary>
    public static readonly TimeSpan LeaveGrace = TimeSpan.FromSeconds(15);

    /// <summary>How often is looked at a socket that Slack announced to close and that nothing could replace yet.</summary>
    public static readonly TimeSpan LeaveAtMost = TimeSpan.FromMinutes(5);

    /// <summary>A socket without a frame for so long may be dead above the level of pings: it is replaced.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    /// <summary>Live for this long, a socket counts as well and the back-off starts anew.</summary>
    public static readonly TimeSpan StableAfter = TimeSpan.FromMinutes(2);

    /// <summary>The first wait after too_many_websockets; it doubles up to <see cref="TooManyAtMost"/>.</summary>
    public static readonly TimeSpan TooManyPause = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan TooManyAtMost = TimeSpan.FromMinutes(16);

    public const string LinkDisabled = "Socket Mode is switched off for this app: switch it on again on the app's page Socket Mode, then start the bot anew.";

    public static SocketStep Step(SocketModeState state, SocketInput input)
    {
        if (state.IsStopped) return new(state, []);
        var orders = new List<SocketOrder>();
        state = Take(state, input, orders);
        if (!state.IsStopped) state = Open(state, input, orders);
        return new(state with { WakeAt = Wake(state) }, orders.ToSeq());
    }

    private static SocketModeState Take(SocketModeState state, SocketInput input, List<SocketOrder> orders) => input switch
    {
        SocketInput.Start => state,
        SocketInput.Tick => Expire(state, input, orders),
        SocketInput.UrlKnown known when Find(state, known.Epoch) is { Phase: SocketPhase.Asking } asking =>
            Ordered(Put(state, asking with { Phase = SocketPhase.Connecting, Deadline = input.At + ConnectTimeout }), new SocketOrder.Connect(known.Epoch, known.Url), orders),
        SocketInput.UrlFailed failed when Find(state, failed.Epoch) is { Phase: SocketPhase.Asking } => Failed(Without(state, failed.Epoch), input, failed.RetryAfter),
        SocketInput.Connected connected when Find(state, connected.Epoch) is { Phase: SocketPhase.Connecting } connecting =>
            Put(state, connecting with { Phase = SocketPhase.AwaitingHello, Deadline = input.At + HelloTimeout }),
        SocketInput.Hello hello when Find(state, hello.Epoch) is { Phase: SocketPhase.AwaitingHello } socket => Hello(state, socket, hello, orders),
        SocketInput.Heard heard when Find(state, heard.Epoch) is { Phase: SocketPhase.Live } socket =>
            Put(state, socket with { HeardAt = input.At, Deadline = input.At + state.Silence }) with { HeardAt = input.At },
        SocketInput.Disconnect bye when Find(state, bye.Epoch) is { } socket => Disconnected(state, socket, bye, orders),
        SocketInput.Closed closed when Find(state, closed.Epoch) is { } socket => Closed(state, socket, input),
        SocketInput.Refused refused => Stopped(state, orders, new SocketOrder.Fail(refused.Sentence)),
        SocketInput.Stop => Stopped(state, orders, null),
        // Late news of a socket that was given up.
        SocketInput.UrlKnown or SocketInput.UrlFailed or SocketInput.Connected or SocketInput.Hello or SocketInput.Heard or SocketInput.Disconnect or SocketInput.Closed => state,
        _ => throw new UnreachableException($"Socket Mode has no answer to {input.GetType().Name}."),
    };

    /// <summary>Opens one more where one is missing and the time has come.</summary>
    private static SocketModeState Open(SocketModeState state, SocketInput input, List<SocketOrder> orders)
    {
        if (!Missing(state) || input.At < OpenAt(state)) return state;
        orders.Add(new SocketOrder.AskUrl(state.NextEpoch));
        return state with
        {
            NextEpoch = state.NextEpoch + 1,
            Sockets = state.Sockets.Add(new(state.NextEpoch, SocketPhase.Asking) { Deadline = input.At + AskTimeout }),
        };
    }

    private static bool Missing(SocketModeState state) =>
        !state.Sockets.Any(socket => socket.IsOpening) && state.LiveCount < state.Wanted;

    private static TimeSpan OpenAt(SocketModeState state) => state.IsLive && state.FurtherNotBefore > state.NotBefore ? state.FurtherNotBefore : state.NotBefore;

    private static SocketModeState Hello(SocketModeState state, SocketState socket, SocketInput.Hello hello, List<SocketOrder> orders)
    {
        var wasAlone = !state.IsLive;
        state = Put(state, socket with { Phase = SocketPhase.Live, LiveSince = hello.At, HeardAt = hello.At, Deadline = hello.At + state.Silence }) with
        {
            Counted = hello.Counted,
            HelloAt = hello.At,
            HeardAt = hello.At,
            TooMany = 0,
            // Each later socket keeps its distance from this one, but a lost one is replaced at once.
            FurtherNotBefore = wasAlone ? hello.At + Stagger : hello.At,
        };
        // What is replaced may go soon.
        state = state with { Sockets = [.. state.Sockets.Select(each => each.Phase == SocketPhase.Leaving ? each with { Deadline = hello.At + LeaveGrace } : each)] };
        var ours = state.Sockets.Count(each => each.Phase is SocketPhase.Live or SocketPhase.Leaving);
        if (hello.Counted is { } counted && counted > ours + 1)
            orders.Add(new SocketOrder.Warn($"Slack counts {counted} connections of this app, {ours} are this bot's: the rest are dead ones that Slack has not noticed, or another copy of the bot. Events that go to them come late."));
        return state;
    }

    private static SocketModeState Disconnected(SocketModeState state, SocketState socket, SocketInput.Disconnect bye, List<SocketOrder> orders)
    {
        switch (bye.Reason)
        {
            case "link_disabled":
                return Stopped(state, orders, new SocketOrder.Fail(LinkDisabled));
            case "too_many_websockets":
                // What is live stays; another one only after a long pause.
                var pause = TooManyPause * Math.Pow(2, Math.Min(state.TooMany, 4));
                orders.Add(new SocketOrder.Close(socket.Epoch));
                orders.Add(new SocketOrder.Warn($"Slack takes no more connections of this app (ten at most); the next try is in {pause.TotalSeconds:0} s. Is another copy of the bot running?"));
                return Without(state, socket.Epoch) with { TooMany = state.TooMany + 1, NotBefore = Later(state.NotBefore, bye.At + (pause < TooManyAtMost ? pause : TooManyAtMost)) };
            default:
                // warning, refresh_requested, and what Slack may add: replace it first, then let it go.
                return socket.Phase == SocketPhase.Leaving ? state : Leave(state, socket, bye.At);
        }
    }

    private static SocketModeState Leave(SocketModeState state, SocketState socket, TimeSpan at) => socket.IsOpening
        ? Put(state, socket with { Phase = SocketPhase.Leaving, Deadline = at + LeaveGrace })
        : Put(state, socket with { Phase = SocketPhase.Leaving, Deadline = at + LeaveAtMost }) with { FurtherNotBefore = at, Refreshes = state.Refreshes + 1 };

    private static SocketModeState Closed(SocketModeState state, SocketState socket, SocketInput input)
    {
        state = Without(state, socket.Epoch);
        if (socket.Phase == SocketPhase.Leaving) return state;
        var wasStable = socket.LiveSince is { } since && input.At - since >= StableAfter;
        state = (wasStable ? state with { Failures = 0 } : state) with { Losses = state.Losses + 1, FurtherNotBefore = input.At };
        return wasStable ? state : Failed(state, input, null);
    }

    private static SocketModeState Failed(SocketModeState state, SocketInput input, TimeSpan? retryAfter)
    {
        // A socket that stayed live long enough ends a row of failures.
        var failures = state.Sockets.Any(socket => socket.Phase == SocketPhase.Live && input.At - socket.LiveSince >= StableAfter) ? 1 : state.Failures + 1;
        var wait = Backoff.Delay(failures, input.Jitter);
        if (retryAfter is { } least && least > wait) wait = least;
        return state with { Failures = failures, NotBefore = Later(state.NotBefore, input.At + wait) };
    }

    /// <summary>What has waited for too long.</summary>
    private static SocketModeState Expire(SocketModeState state, SocketInput input, List<SocketOrder> orders)
    {
        foreach (var socket in state.Sockets)
        {
            if (socket.Deadline is not { } deadline || input.At < deadline) continue;
            switch (socket.Phase)
            {
                case SocketPhase.Asking:
                    state = Failed(Without(state, socket.Epoch), input, null);
                    break;
                case SocketPhase.Connecting or SocketPhase.AwaitingHello:
                    orders.Add(new SocketOrder.Close(socket.Epoch));
                    state = Failed(Without(state, socket.Epoch), input, null);
                    break;
                case SocketPhase.Live:
                    state = Leave(state, socket, input.At);
                    break;
                case SocketPhase.Leaving when !state.IsLive:
                    state = Put(state, socket with { Deadline = input.At + LeaveAtMost }); // better an old one than none
                    break;
                case SocketPhase.Leaving:
                    orders.Add(new SocketOrder.Close(socket.Epoch));
                    state = Without(state, socket.Epoch);
                    break;
            }
        }
        return state;
    }

    private static SocketModeState Stopped(SocketModeState state, List<SocketOrder> orders, SocketOrder? last)
    {
        orders.AddRange(state.Sockets.Where(socket => socket.Phase != SocketPhase.Asking).Select(socket => new SocketOrder.Close(socket.Epoch)));
        if (last is not null) orders.Add(last);
        return state with { IsStopped = true, Sockets = [] };
    }

    private static TimeSpan? Wake(SocketModeState state)
    {
        if (state.IsStopped) return null;
        var wake = state.Sockets.Select(socket => socket.Deadline).Where(deadline => deadline is not null).Min();
        return Missing(state) && !(wake < OpenAt(state)) ? OpenAt(state) : wake;
    }

    private static SocketState? Find(SocketModeState state, int epoch) => state.Sockets.FirstOrDefault(socket => socket.Epoch == epoch);

    private static SocketModeState Put(SocketModeState state, SocketState socket) =>
        state with { Sockets = [.. state.Sockets.Select(each => each.Epoch == socket.Epoch ? socket : each)] };

    private static SocketModeState Without(SocketModeState state, int epoch) => state with { Sockets = [.. state.Sockets.Where(each => each.Epoch != epoch)] };

    private static SocketModeState Ordered(SocketModeState state, SocketOrder order, List<SocketOrder> orders)
    {
        orders.Add(order);
        return state;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
