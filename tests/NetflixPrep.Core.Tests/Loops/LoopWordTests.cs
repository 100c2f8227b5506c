using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Loops;
using static NetflixPrep.Core.Tests.Loops.LoopOutcome;

namespace NetflixPrep.Core.Tests.Loops;

/// <summary>What is written between two rounds.</summary>
public class LoopWordTests
{
    private static readonly LoopEvent[] Between = [L.Planned, L.Opened(1), L.Held(2)];
    private static readonly LoopEvent[] StopAsked = [.. Between, new LoopEvent.StopAsked(L.Hour(3))];

    public static TheoryData<string, LoopInput> Words => new()
    {
        { "next", new LoopInput.Next(L.From(4), null, null) },
        { "Next round.", new LoopInput.Next(L.From(4), null, null) },
        { "begin", new LoopInput.Next(L.From(4), null, null) },
        { " BREAK ", new LoopInput.Break(L.From(4), null) },
        { "packet!", new LoopInput.Packet(L.From(4)) },
        { "stop", new LoopInput.Stop(L.From(4), ByCommand: false) },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Plain_words_press_the_buttons(string text, LoopInput expected) => Assert.Equal(expected with { Typed = true }, Read(text, Between));

    [Theory]
    [InlineData("what comes next?")]
    [InlineData("done")]
    [InlineData("go on")]
    public void Anything_else_is_chat(string text) => Assert.Null(Read(text, Between));

    [Fact]
    public void There_is_no_break_before_the_first_round() => Assert.Null(Read("break", L.Planned));

    [Fact]
    public void A_second_stop_is_a_yes() =>
        Given(StopAsked).When(Read("stop", StopAsked)!).Then(new LoopEvent.Ended(L.Hour(4), LoopEnding.Stopped)).Says("The loop is stopped.");

    [Fact]
    public void Go_on_takes_the_stop_back() => Given(StopAsked).When(Read("go on", StopAsked)!).Then(new LoopEvent.StopDeclined(L.Hour(4))).Says("Next: round 2 of 2");

    [Fact]
    public void A_break_needs_no_step() => Given(Between).When(Read("break", Between)!).Then(new LoopEvent.BreakTaken(L.Hour(4), L.Hour(4) + LoopDesk.Break));

    [Fact]
    public void What_was_written_is_answered_by_a_line_after_it()
    {
        var shown = Given(Between).When(Read("packet", Between)!).Decision.Effects.OfType<Effect.Show>().Single();

        Assert.Equal((new Where.Home(), null, "reply-d4"), (shown.To, shown.Only, shown.Slot));
    }

    private static LoopInput? Read(string text, params LoopEvent[] facts) => LoopWord.Read(text, L.From(4), ((Loop.Started)facts.Aggregate((Loop)new Loop.NotPlanned(), (loop, fact) => loop.Evolve(fact))).Sheet);
}
