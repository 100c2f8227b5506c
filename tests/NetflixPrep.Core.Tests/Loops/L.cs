using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Loops;

namespace NetflixPrep.Core.Tests.Loops;

/// <summary>Facts and inputs of one loop of two rounds that show only what matters. Hours count from the plan.</summary>
internal static class L
{
    internal static readonly PersonId Ada = new("terminal", "hall", "ada");
    internal static readonly PersonId Bea = new("terminal", "hall", "bea");
    internal static readonly StreamId Stream = new("loop", "7k2m9q4d");

    internal static LoopSetup Setup { get; } = new()
    {
        Stream = Stream,
        Person = Ada,
        AskedIn = new("terminal", "practice"),
        Openness = Openness.Private,
        Label = "Two rounds",
        Plan = new("S9 somebody", [new("coding", "Coding", 45, "ours"), new("culture", "Culture", 30, "S9")], ["python", "candour"], 2),
        With = [],
        Seed = 7,
    };

    internal static DateTimeOffset Hour(double hours) => new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero) + TimeSpan.FromHours(hours);

    internal static Origin From(double hour, PersonId? who = null) => new($"d{hour}", who ?? Ada, new("terminal", "thread-1"), Hour(hour));

    internal static LoopEvent Planned { get; } = new LoopEvent.Planned(Hour(0), Setup);

    internal static LoopEvent Opened(double hour, string session = "first111") => new LoopEvent.RoundOpened(Hour(hour), Session(session));

    internal static LoopEvent Held(double hour, string session = "first111") => new LoopEvent.RoundHeld(Hour(hour), Summary(session));

    internal static LoopEvent PlaceLost(double hour) => new LoopEvent.PlaceLost(Hour(hour), "gone");

    internal static StreamId Session(string key) => new("session", key);

    internal static RoundSummary Summary(string session = "first111") => new()
    {
        Session = Session(session),
        Label = "Coding",
        MinutesUsed = 40,
        MinutesAsked = 45,
        Titles = ["The most watched"],
        Topics = ["python"],
        Mentioned = 5,
        Of = 8,
        Moments = [new("A bounded heap", 3, "a heap of size k")],
        NotMentioned = ["a test"],
        Cause = "Edge cases late",
        Complete = true,
    };

    internal static LoopInput Next(double hour, int? step, string? session = "first111", PersonId? by = null) =>
        new LoopInput.Next(From(hour, by), step, session is null ? null : Session(session));

    internal static LoopInput Over(double hour, string session = "first111", bool begun = true) => new LoopInput.RoundOver(From(hour, PersonId.Bot), Session(session), begun ? Summary(session) : null);

    internal static LoopInput Due(double hour, string timer) => new LoopInput.Due(From(hour, PersonId.Bot), timer);

    internal static LoopInput Stop(double hour, bool byCommand = false) => new LoopInput.Stop(From(hour), byCommand);
}

/// <summary>What was decided for a loop, and the claims about it.</summary>
internal sealed class LoopOutcome(params LoopEvent[] facts)
{
    private readonly Loop before = facts.Aggregate((Loop)new Loop.NotPlanned(), (loop, fact) => loop.Evolve(fact));

    internal static LoopOutcome Given(params LoopEvent[] facts) => new(facts);

    internal Decision<LoopEvent> Decision { get; private set; } = Decision<LoopEvent>.Nothing;

    internal Loop After => Decision.Events.Aggregate(before, (loop, fact) => loop.Evolve(fact));

    internal LoopOutcome When(LoopInput input)
    {
        Decision = LoopDesk.Decide(before, input);
        return this;
    }

    internal LoopOutcome Then(params LoopEvent[] expected)
    {
        Assert.Equal(expected, Decision.Events);
        return this;
    }

    internal LoopOutcome Says(params string[] parts) => Has(Decision.Effects.OfType<Effect.Show>().Where(show => show.Only is null), parts);

    internal LoopOutcome Whispers(params string[] parts) => Has(Decision.Effects.OfType<Effect.Show>().Where(show => show.Only is not null), parts);

    private LoopOutcome Has(IEnumerable<Effect.Show> shows, string[] parts)
    {
        var text = string.Join('\n', shows.Select(show => $"{show.Message.Title}\n{show.Message.Body}"));
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
        return this;
    }
}
