using System.Diagnostics;
using System.Reflection;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class TotalityTests
{
    /// <summary>At least one history for each state, and some of the corners.</summary>
    internal static SessionEvent[][] Histories { get; } =
    [
        [],
        [A.Started],
        [A.Started, A.Asked],
        [A.Started, A.Asked, A.Answered("the goal", 1)],
        [A.Started, A.Asked, A.Answered("the goal", 1), A.StopAsked(2)],
        [A.Started, A.Asked, A.Answered("the goal", 1), A.Paused(2)],
        [A.Started, A.Asked, A.Answered("the goal", 1), A.Finished(2), A.Probed("ask-baseline", 2)],
        [A.Started, A.Asked, A.Answered("the goal", 1), A.Finished(2), A.Probed("ask-fixed", 2), A.Answered("x", 3, "m2"), A.StopAsked(3)],
        [A.Started, A.Asked, A.Answered("the goal", 1), A.Finished(2), A.Invited(2)],
        [A.Started, A.Asked, A.Answered("the goal", 1), A.Finished(2), A.Invited(2), A.QuestionsOver(3)],
        [A.Started, A.Asked, A.Answered("the goal", 1), A.Finished(2), A.Invited(2), A.QuestionsOver(3), A.Scored("impact", 3, 3)],
        [A.Started, A.Asked, A.Answered("the goal", 1), A.Finished(2), A.Invited(2), A.QuestionsOver(3), A.ScoresSkipped(3), A.Debriefed(3)],
        [A.StartedWith(A.Setup with { LastCause = A.LastTime }), A.Asked, A.Answered("the goal", 1), A.Finished(2), A.Invited(2), A.QuestionsOver(3), A.ScoresSkipped(3), A.Debriefed(3)],
        [A.StartedWith(A.Setup with { LastCause = A.LastTime }), A.Asked, A.Answered("the goal", 1), A.Finished(2), A.Invited(2), A.QuestionsOver(3), A.ScoresSkipped(3), A.Debriefed(3), A.Chose(minute: 3)],
        [A.Started, A.Asked, A.Answered("the goal", 1), A.Ended(Ending.Stopped, 4)],
        [A.Started, A.Ended(Ending.Abandoned, 4)],
        [P.Started],
        [P.Started, A.Asked, P.Here(A.Bea, 0.5), A.Answered("the goal", 1), P.Awaited(2, "latency")],
        [P.Started, A.Asked, A.Answered("the goal", 1), A.Paused(2)],
        [P.Started, A.Asked, P.Here(A.Bea, 0.5), A.Answered("the goal", 1), A.Finished(2), P.Waiting(2)],
        [P.Started, A.Asked, P.Here(A.Bea, 0.5), A.Answered("the goal", 1), A.Finished(2), P.Waiting(2), P.Said(A.Bea, "Why rows?", 3)],
        [P.Started, A.Asked, P.Here(A.Bea, 0.5), A.Answered("the goal", 1), A.Finished(2), P.Waiting(2), A.Probed("ask-baseline", 3)],
        [P.Started, A.Asked, P.Here(A.Bea, 0.5), A.Answered("the goal", 1), P.Gone(A.Bea, 2), A.Finished(2), A.Invited(2)],
        [P.OpenToAll, A.Asked, A.Answered("the goal", 1), A.Finished(2), A.Invited(2), A.QuestionsOver(3)],
    ];

    /// <summary>Each kind of input at an early, a late and a very late minute, from the person, from somebody else and from the clock.</summary>
    internal static IEnumerable<SessionInput> Inputs() =>
        from minute in new double[] { 4.5, 25, 20_000 }
        from person in new[] { A.Ada, A.Bea, PersonId.Bot }
        from step in Enumerable.Range(0, 6)
        let origin = new Origin($"d{minute}", person, A.Thread, A.Min(minute))
        from kind in typeof(SessionInput).GetNestedTypes()
        from input in Variants(kind, origin, step)
        select input;

    /// <summary>Each pair of a history and an input, and what was decided.</summary>
    internal static IReadOnlyList<(SessionInput Input, Outcome Outcome)> Everything => Decided.Value;

    private static readonly Lazy<List<(SessionInput, Outcome)>> Decided = new(() =>
        [.. from history in Histories let given = Given(history) from input in Inputs().Distinct() select (input, given.When(input))]);

    [Fact]
    public void Every_state_has_a_history()
    {
        var reached = Histories.Select(history => Given(history).Session.GetType()).ToHashSet();

        Assert.All(typeof(Session).GetNestedTypes().Where(type => !type.IsAbstract), state => Assert.Contains(state, reached));
    }

    [Fact]
    public void Every_pair_of_state_and_input_is_answered_and_can_be_folded() =>
        Assert.All(Everything, pair => Assert.NotNull(pair.Outcome.After));

    [Fact]
    public void No_decision_wakes_the_session_in_the_past()
    {
        var wakes = Everything.SelectMany(pair => pair.Outcome.Effects.OfType<Effect.Later>().Select(later => (later.At, pair.Input.At)));

        Assert.All(wakes, wake => Assert.True(wake.Item1 is null || wake.Item1 >= wake.Item2));
    }

    [Fact]
    public void A_session_that_runs_always_has_a_timer()
    {
        var running = Everything.Select(pair => pair.Outcome).Where(outcome => outcome.After is Session.Started and not Session.Finished && outcome.Events.Count > 0);

        Assert.All(running, outcome => Assert.NotNull(Assert.Single(outcome.Effects.OfType<Effect.Later>()).At));
    }

    [Fact]
    public void A_person_who_pressed_or_typed_a_command_always_gets_an_answer()
    {
        var pressed = Everything.Where(pair => pair.Input.From.Person == A.Ada && pair.Input is not (SessionInput.Say or SessionInput.Edit or SessionInput.Delete or SessionInput.Due or SessionInput.Woke or SessionInput.PlaceLost or SessionInput.SeatEmptied));

        Assert.All(pressed, pair => Assert.Contains(pair.Outcome.Effects, effect => effect is Effect.Show or Effect.OpenForm));
    }

    [Fact]
    public void Buttons_carry_the_step_they_are_shown_at()
    {
        var buttons = from pair in Everything
                      let outcome = pair.Outcome
                      from show in outcome.Effects.OfType<Effect.Show>()
                      where outcome.After is Session.Started
                      from control in show.Message.Controls
                      select (Shown: Token.Read(control is Control.Button button ? button.Token : ((Control.Select)control).Token)!.Step, ((Session.Started)outcome.After).Sheet.Step);

        Assert.All(buttons, button => Assert.Equal(button.Step, button.Shown));
    }

    [Fact]
    public void An_impossible_fact_throws()
    {
        Assert.Throws<UnreachableException>(() => new Session.NotStarted().Evolve(A.Asked));
        Assert.Throws<UnreachableException>(() => Given(A.Started).Session.Evolve(A.Answered("too early")));
        Assert.Throws<UnreachableException>(() => Given(A.Started, A.Asked).Session.Evolve(A.Asked));
        Assert.Throws<UnreachableException>(() => Given(A.Started, A.Asked).Session.Evolve(A.Probed("ask-fixed")));
        Assert.Throws<UnreachableException>(() => Given(A.Started, A.Asked).Session.Evolve(A.Invited()));
        Assert.Throws<UnreachableException>(() => Given(A.Started, A.Ended(Ending.Stopped, 1)).Session.Evolve(A.Ended(Ending.Stopped, 2)));
    }

    private static IEnumerable<SessionInput> Variants(Type kind, Origin origin, int step)
    {
        var parameters = kind.GetConstructors().Single(constructor => constructor.GetParameters() is [{ Name: "From" }, ..]).GetParameters();
        IEnumerable<object?[]> all = [[]];
        foreach (var parameter in parameters) all = [.. from given in all from value in Values(parameter, origin, step) select (object?[])[.. given, value]];
        return all.Select(arguments => (SessionInput)Activator.CreateInstance(kind, arguments)!);
    }

    private static object?[] Values(ParameterInfo parameter, Origin origin, int step) => parameter switch
    {
        { Name: "From" } => [origin],
        { Name: "Setup" } => [A.Setup],
        { Name: "Text" } => ["", "stop", "done", "skip", "hint", "What latency?", "the baseline"],
        { Name: "MessageId" } => ["m1", "m9"],
        { Name: "FileName" or "Complaint" } => [null],
        { Name: "Fact" } => ["members", "forged", null],
        { Name: "Curveball" } => ["launch", "forged"],
        { Name: "FollowUp" } => ["ask-baseline", "ask-fixed", "forged", null],
        { Name: "Dimension" } => ["impact", "forged"],
        { Name: "Value" } => ["3", null],
        { Name: "Id" } => ["no-latency", Sheet.OtherCause, "forged"],
        { Name: "Timer" or "Reason" } => ["clock"],
        { Name: "DownSince" } => [origin.At - TimeSpan.FromMinutes(3)],
        { Name: "Rung" } => [null, 1, 2],
        { Name: "Step" } when parameter.ParameterType == typeof(int?) => [null, step],
        { Name: "Step" } => [step],
        { Name: "Held" or "ByCommand" } => [true, false],
        _ => throw new InvalidOperationException($"Say which values {parameter.Member.DeclaringType!.Name}.{parameter.Name} can have."),
    };
}
