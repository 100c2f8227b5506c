using System.Text.Json;
using NetflixPrep.Bot.Adapters.Discord;

namespace NetflixPrep.Bot.Tests.Discord;

public sealed class GatewayProtocolTests
{
    private static readonly Uri Url = new("wss://gateway.example");
    private static readonly Uri ResumeUrl = new("wss://resume.example");
    private static readonly GatewaySession Session = new("s1", ResumeUrl, 7);

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static GatewayFrame Frame(int op, string data = "null", string? type = null, long? seq = null) => new(op, seq, type, JsonDocument.Parse(data).RootElement);

    private static GatewayInput.Received Receive(double at, GatewayFrame frame, double jitter = 0.5) => new(At(at), jitter, frame);

    private static GatewayInput.Received Hello(double at, double jitter = 0.5) => Receive(at, Frame(GatewayOp.Hello, """{"heartbeat_interval":40000}"""), jitter);

    private static GatewayInput.Received Ready(double at) => Receive(at, Frame(GatewayOp.Dispatch, """{"session_id":"s2","resume_gateway_url":"wss://resume.example"}""", "READY", 1));

    private static GatewayInput.BudgetKnown Budget(double at, int remaining = 1000) => new(At(at), 0.5, Url, remaining, 1000, TimeSpan.FromHours(1));

    private static GatewayStep Run(params GatewayInput[] inputs)
    {
        var step = new GatewayStep(new(), []);
        foreach (var input in inputs) step = GatewayProtocol.Step(step.State, input);
        return step;
    }

    private static GatewayInput[] Live(GatewaySession? session = null) => session is null
        ? [new GatewayInput.Start(At(0), 0.5, null), Budget(0), new GatewayInput.Connected(At(0), 0.5), Hello(0), Ready(0)]
        : [new GatewayInput.Start(At(0), 0.5, session), new GatewayInput.Connected(At(0), 0.5), Hello(0), Receive(0, Frame(GatewayOp.Dispatch, "{}", "RESUMED", 9))];

    [Fact]
    public void Asks_for_the_budget_before_it_identifies() =>
        Assert.Equal([new GatewayOrder.AskBudget()], Run(new GatewayInput.Start(At(0), 0.5, null)).Orders);

    [Fact]
    public void Resumes_at_the_resume_address_without_asking_for_the_budget() =>
        Assert.Equal([new GatewayOrder.Connect(ResumeUrl)], Run(new GatewayInput.Start(At(0), 0.5, Session)).Orders);

    [Fact]
    public void Answers_hello_with_resume_when_it_has_a_session() =>
        Assert.Equal([new GatewayOrder.Resume(Session)], Run(Live(Session)[..3]).Orders);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 10)]
    [InlineData(1, 40)]
    public void The_first_heartbeat_comes_after_a_random_part_of_the_interval(double jitter, double due) =>
        Assert.Equal(At(due), Run([.. Live()[..3], Hello(0, jitter)]).State.Pulse!.NextAt);

    [Fact]
    public void A_heartbeat_names_the_last_number_that_is_kept()
    {
        var step = Run([.. Live(), new GatewayInput.Accepted(At(1), 0.5, "s2", 42), new GatewayInput.Tick(At(20), 0.5)]);

        Assert.Equal([new GatewayOrder.Heartbeat(42)], step.Orders);
    }

    [Fact]
    public void A_number_of_another_session_changes_nothing() =>
        Assert.Equal(1, Run([.. Live(), new GatewayInput.Accepted(At(1), 0.5, "s1", 42)]).State.Session!.Seq);

    [Fact]
    public void Leaves_a_connection_that_does_not_acknowledge()
    {
        var step = Run([.. Live(), new GatewayInput.Tick(At(20), 0.5), new GatewayInput.Tick(At(60), 0.5)]);

        Assert.Equal([new GatewayOrder.Close(4000)], step.Orders);
        Assert.Equal("s2", step.State.Session!.SessionId);
    }

    [Fact]
    public void Keeps_a_connection_that_acknowledges()
    {
        var step = Run([.. Live(), new GatewayInput.Tick(At(20), 0.5), Receive(21, Frame(GatewayOp.HeartbeatAck)), new GatewayInput.Tick(At(60), 0.5)]);

        Assert.Equal([new GatewayOrder.Heartbeat(1)], step.Orders);
    }

    [Fact]
    public void Does_not_judge_acknowledgements_while_the_reader_waits_for_the_queue()
    {
        var step = Run([.. Live(), new GatewayInput.Tick(At(20), 0.5), new GatewayInput.Held(At(30), 0, true), new GatewayInput.Tick(At(60), 0.5)]);

        Assert.Equal([new GatewayOrder.Heartbeat(1)], step.Orders);
    }

    [Fact]
    public void Answers_a_heartbeat_request_without_moving_its_own()
    {
        var step = Run([.. Live(), Receive(5, Frame(GatewayOp.Heartbeat))]);

        Assert.Equal([new GatewayOrder.Heartbeat(1)], step.Orders);
        Assert.Equal(At(20), step.State.Pulse!.NextAt);
    }

    [Fact]
    public void Op_7_leads_to_a_resume_even_before_hello()
    {
        var step = Run([.. Live(Session)[..2], Receive(1, Frame(GatewayOp.Reconnect)), new GatewayInput.Tick(At(3), 0.5)]);

        Assert.Equal([new GatewayOrder.Connect(ResumeUrl)], step.Orders);
    }

    [Theory]
    [InlineData("true", "s1")]
    [InlineData("false", null)]
    public void Op_9_says_whether_the_session_lives(string resumable, string? session)
    {
        var step = Run([.. Live(Session)[..3], Receive(1, Frame(GatewayOp.InvalidSession, resumable))]);

        Assert.Equal(session, step.State.Session?.SessionId);
        Assert.Contains(new GatewayOrder.Close(4000), step.Orders);
        Assert.InRange(step.State.Deadline!.Value, At(2), At(6));
    }

    [Theory]
    [InlineData(GatewayPhaseName.AskingBudget, 30)]
    [InlineData(GatewayPhaseName.Connecting, 20)]
    [InlineData(GatewayPhaseName.AwaitingHello, 20)]
    [InlineData(GatewayPhaseName.Authenticating, 30)]
    public void Does_not_wait_for_ever(GatewayPhaseName phase, double seconds)
    {
        var before = Run(Live()[..(int)phase]);

        var after = GatewayProtocol.Step(before.State, new GatewayInput.Tick(At(seconds), 0.5));

        Assert.Equal(phase.ToString(), before.State.Phase.ToString());
        Assert.Equal(GatewayPhase.Waiting, after.State.Phase);
    }

    [Fact]
    public void Gives_a_resume_up_after_three_that_failed()
    {
        var step = Run(new GatewayInput.Start(At(0), 0.5, Session), new GatewayInput.ConnectFailed(At(1), 0.5), new GatewayInput.Tick(At(100), 0.5),
            new GatewayInput.ConnectFailed(At(101), 0.5), new GatewayInput.Tick(At(200), 0.5), new GatewayInput.ConnectFailed(At(201), 0.5), new GatewayInput.Tick(At(300), 0.5));

        Assert.Equal([new GatewayOrder.AskBudget()], step.Orders);
    }

    [Fact]
    public void Waits_for_the_day_to_end_when_no_session_may_be_started()
    {
        var step = Run(new GatewayInput.Start(At(0), 0.5, null), Budget(0, remaining: 0));

        Assert.Equal((GatewayPhase.Waiting, At(3600)), (step.State.Phase, step.State.Deadline));
    }

    [Fact]
    public void Does_not_identify_twice_within_five_seconds()
    {
        var step = Run([.. Live(), new GatewayInput.Closed(At(1), 0.5, 4009), new GatewayInput.Tick(At(2), 0.5), Budget(2)]);

        Assert.Equal((GatewayPhase.Waiting, At(5.5)), (step.State.Phase, step.State.Deadline));
    }

    [Fact]
    public void Waits_longer_after_each_failure_up_to_a_minute()
    {
        var state = new GatewayState();
        var waits = new List<TimeSpan>();
        for (var (i, at) = (0, At(0)); i < 9; i++)
        {
            state = GatewayProtocol.Step(state, new GatewayInput.Start(at, 1, null)).State with { Failures = i };
            state = GatewayProtocol.Step(state, new GatewayInput.BudgetFailed(at, 1)).State;
            waits.Add(state.Deadline!.Value - at);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData(null, "Resume")]
    [InlineData(1001, "Resume")]
    [InlineData(1006, "Resume")]
    [InlineData(4000, "Resume")]
    [InlineData(4001, "Resume")]
    [InlineData(4002, "Resume")]
    [InlineData(4003, "Identify")]
    [InlineData(4004, "Fatal")]
    [InlineData(4005, "Identify")]
    [InlineData(4007, "Identify")]
    [InlineData(4008, "Identify")]
    [InlineData(4009, "Identify")]
    [InlineData(4010, "Fatal")]
    [InlineData(4011, "Fatal")]
    [InlineData(4012, "Fatal")]
    [InlineData(4013, "Fatal")]
    [InlineData(4014, "WithoutContent")]
    public void Each_close_code_has_its_verdict(int? code, string verdict) =>
        Assert.Equal(verdict, GatewayCloseCodes.Decide(code, DiscordIntents.All).GetType().Name);

    [Fact]
    public void Never_resumes_at_an_address_in_clear()
    {
        var step = Run([.. Live()[..4], Receive(0, Frame(GatewayOp.Dispatch, """{"session_id":"s2","resume_gateway_url":"ws://elsewhere.example"}""", "READY", 1))]);

        Assert.Equal((GatewayPhase.Live, null), (step.State.Phase, step.State.Session));
    }

    /// <summary>The number of inputs of a fresh start that lead to the phase.</summary>
    public enum GatewayPhaseName
    {
        AskingBudget = 1,
        Connecting = 2,
        AwaitingHello = 3,
        Authenticating = 4,
    }
}
