using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NetflixPrep.Bot.Adapters.Discord;

namespace NetflixPrep.Bot.Tests.Discord;

public sealed class GatewayProtocolProperties
{
    private static readonly string[] Datas =
    [
        "null", "true", "false", "{}", "[]", "7", "\"text\"", """{"heartbeat_interval":41250}""", """{"heartbeat_interval":0}""", """{"heartbeat_interval":-5}""", """{"heartbeat_interval":1e300}""",
        """{"session_id":"s9","resume_gateway_url":"wss://resume.example"}""", """{"session_id":null,"resume_gateway_url":7}""",
    ];

    private static readonly string?[] Types = [null, "READY", "RESUMED", "MESSAGE_CREATE"];
    private static readonly int[] Ops = [0, 0, 0, 1, 7, 9, 10, 10, 10, 11, 11, 3, 99];
    private static readonly int?[] Codes = [null, 1000, 1001, 4000, 4003, 4007, 4008, 4009, 4014];

    [Fact]
    public void Whatever_happens_the_rules_hold() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ArrayOf(300).ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static bool Holds(int[] choices)
    {
        var state = new GatewayState();
        var at = TimeSpan.Zero;
        var identifies = new List<TimeSpan>();
        var beats = new List<TimeSpan>();
        var left = 0;
        foreach (var choice in choices.Prepend(0))
        {
            // Often exactly to the moment the protocol asked for, as its driver would; at times later.
            at += (choice % 3, state.WakeAt) switch
            {
                (0, { } wake) when wake > at => wake - at,
                (1, _) => TimeSpan.FromSeconds(choice % 90),
                _ => TimeSpan.FromMilliseconds(choice % 900),
            };
            var input = Input(choice / 3, at, state);
            if (input is GatewayInput.BudgetKnown known && state.Phase == GatewayPhase.AskingBudget) left = known.Remaining;
            var (next, orders) = GatewayProtocol.Step(state, input);
            foreach (var order in orders)
            {
                if (order is GatewayOrder.Identify)
                {
                    if (identifies.Count > 0 && at - identifies[^1] < TimeSpan.FromSeconds(5)) return false;
                    if (--left < 0) return false;
                    identifies.Add(at);
                }
                if (order is GatewayOrder.Resume resume && resume.Session != state.Session) return false;
                if (order is GatewayOrder.Connect) beats.Clear();
                if (order is GatewayOrder.Heartbeat && input is GatewayInput.Tick)
                {
                    if (beats.Count > 0 && at - beats[^1] < TimeSpan.FromSeconds(1)) return false;
                    beats.Add(at);
                }
            }
            if (next.Phase != GatewayPhase.Stopped && next.WakeAt is null) return false; // it would hang for ever
            if (next.Phase is GatewayPhase.Waiting or GatewayPhase.Connecting && next.Pulse is not null) return false;
            state = next;
        }
        return true;
    }

    private static GatewayInput Input(int choice, TimeSpan at, GatewayState state)
    {
        var jitter = choice % 101 / 100.0;
        return (choice % 17) switch
        {
            0 or 1 when state == new GatewayState() => new GatewayInput.Start(at, jitter, choice % 2 == 0 ? null : new("s1", new("wss://resume.example"), 3)),
            2 or 3 => new GatewayInput.BudgetKnown(at, jitter, new("wss://gateway.example"), choice % 5, 1000, TimeSpan.FromMinutes(choice % 60)),
            4 => new GatewayInput.BudgetFailed(at, jitter),
            5 or 6 => new GatewayInput.Connected(at, jitter),
            7 => new GatewayInput.ConnectFailed(at, jitter),
            8 => new GatewayInput.Closed(at, jitter, Codes[choice / 17 % Codes.Length]),
            9 => new GatewayInput.Accepted(at, jitter, choice % 2 == 0 ? "s1" : "s9", choice % 50),
            10 => new GatewayInput.Held(at, jitter, choice % 2 == 0),
            11 or 12 or 13 or 14 => new GatewayInput.Received(at, jitter, new(Ops[choice / 17 % Ops.Length], choice % 40, Types[choice / 31 % Types.Length], JsonDocument.Parse(Datas[choice / 41 % Datas.Length]).RootElement)),
            _ => new GatewayInput.Tick(at, jitter),
        };
    }
}
