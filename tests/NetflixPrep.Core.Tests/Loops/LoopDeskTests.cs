using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Loops;
using NetflixPrep.Core.Stories;
using static NetflixPrep.Core.Tests.Loops.LoopOutcome;

namespace NetflixPrep.Core.Tests.Loops;

public class LoopDeskTests
{
    [Fact]
    public void A_loop_shows_its_rounds_and_whose_figures_they_are() =>
        Given().When(new LoopInput.Start(L.From(0), L.Setup)).Then(L.Planned).Says("Two rounds", "75 min in all. Reported by S9 somebody.", "1. Coding, 45 min (our figure)", "2. Culture, 30 min\n");

    [Fact]
    public void A_second_loop_is_not_begun_beside_the_first() => Given(L.Planned).When(new LoopInput.Start(L.From(1), L.Setup)).Then().Whispers("Your loop stands at round 1 of 2");

    [Fact]
    public void The_next_round_opens_its_session() => Given(L.Planned).When(L.Next(1, 0)).Then(L.Opened(1)).Says("Round 1 of 2, Coding, is open.");

    [Fact]
    public void A_second_press_opens_no_second_session() => Given(L.Planned, L.Opened(1)).When(L.Next(1.001, 0, "second22")).Then().Whispers("Round 1 is open already.");

    [Fact]
    public void A_button_of_an_earlier_step_does_nothing() => Given(L.Planned, L.Opened(1), L.Held(2)).When(L.Next(3, 0)).Then().Whispers("from an earlier step");

    [Fact]
    public void Somebody_else_cannot_press_it() => Given(L.Planned).When(L.Next(1, 0, by: L.Bea)).Then().Whispers("Only bea".Replace("bea", "ada", StringComparison.Ordinal));

    [Fact]
    public void What_could_not_be_opened_is_said() => Given(L.Planned).When(new LoopInput.Next(L.From(1), 0, null, "Coding has no question yet.")).Then().Whispers("Coding has no question yet.");

    [Fact]
    public void After_a_round_the_next_one_waits() =>
        Given(L.Planned, L.Opened(1)).When(L.Over(2)).Then(L.Held(2)).Says("Round 1 of 2 is over: Coding, 40 of 45 min, mentioned 5 of 8.", "Next: round 2 of 2, Culture, 30 min. It waits");

    [Fact]
    public void A_session_that_was_never_begun_leaves_its_round_open() => Given(L.Planned, L.Opened(1)).When(L.Over(25, begun: false)).Then(new LoopEvent.RoundNotBegun(L.Hour(25))).Says("Next: round 1 of 2");

    [Fact]
    public void The_end_of_some_other_session_changes_nothing() => Given(L.Planned, L.Opened(1)).When(L.Over(2, "another1")).Then();

    [Fact]
    public void The_same_end_told_twice_counts_once() => Given(L.Planned, L.Opened(1), L.Held(2)).When(L.Over(2)).Then();

    [Fact]
    public void The_last_round_brings_the_packet() =>
        Given(L.Planned, L.Opened(1), L.Held(2), L.Opened(30, "second22")).When(L.Over(31, "second22"))
            .Then(L.Held(31, "second22"), new LoopEvent.Ended(L.Hour(31), LoopEnding.Complete))
            .Says("That was the last round.", "Packet", "1. Coding**, 40 of 45 min, mentioned 5 of 8", "A bounded heap, min 3: \"a heap of size k\"", "Not mentioned: a test", "Edge cases late", "2 of 2 rounds, 80 of 90 min, mentioned 10 of 16", "Not touched: candour");

    [Fact]
    public void Where_others_read_along_the_packet_keeps_the_one_thing_to_itself()
    {
        var outcome = Given(new LoopEvent.Planned(L.Hour(0), L.Setup with { Openness = Openness.Public }), L.Opened(1), L.Held(2)).When(new LoopInput.Packet(L.From(3)));

        Assert.DoesNotContain("Edge cases late", outcome.Decision.Effects.OfType<Effect.Show>().Single().Message.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_break_ends_with_a_call()
    {
        var taken = new LoopEvent.BreakTaken(L.Hour(2), L.Hour(2) + LoopDesk.Break);
        Given(L.Planned, L.Opened(1), L.Held(2)).When(new LoopInput.Break(L.From(2), 2)).Then(taken).Says("Break until");

        Given(L.Planned, L.Opened(1), L.Held(2), taken).When(L.Due(2 + (10 / 60.0), "break")).Then(new LoopEvent.BreakOver(L.Hour(2) + LoopDesk.Break)).Says("The break is over.");
    }

    [Fact]
    public void A_round_opened_during_the_break_silences_the_call() =>
        Given(L.Planned, L.Opened(1), L.Held(2), new LoopEvent.BreakTaken(L.Hour(2), L.Hour(2.2)), L.Opened(2.1, "second22")).When(L.Due(2.2, "break")).Then();

    [Fact]
    public void Stopping_asks_once() => Given(L.Planned).When(L.Stop(1, byCommand: true)).Then(new LoopEvent.StopAsked(L.Hour(1))).Says("Stop the loop here?").Whispers("I asked in your loop");

    [Fact]
    public void The_second_stop_stops_with_the_packet_so_far() =>
        Given(L.Planned, L.Opened(1), L.Held(2), new LoopEvent.StopAsked(L.Hour(3))).When(L.Stop(4, byCommand: true)).Then(new LoopEvent.Ended(L.Hour(4), LoopEnding.Stopped)).Says("The loop is stopped.", "1 of 2 rounds");

    [Fact]
    public void Going_on_shows_what_comes_next() => Given(L.Planned, new LoopEvent.StopAsked(L.Hour(1))).When(new LoopInput.GoOn(L.From(1))).Then(new LoopEvent.StopDeclined(L.Hour(1))).Says("Next: round 1 of 2");

    [Fact]
    public void A_loop_waits_thirty_days() =>
        Given(L.Planned, L.Opened(1), L.Held(2)).When(L.Due(2 + (30 * 24), "expiry")).Then(new LoopEvent.Ended(L.Hour(2 + (30 * 24)), LoopEnding.Abandoned)).Says("quiet here for 30 days", "1 of 2 rounds");

    [Fact]
    public void A_lost_place_is_told_in_direct_messages()
    {
        var outcome = Given(L.Planned).When(new LoopInput.PlaceLost(L.From(1, PersonId.Bot), "gone")).Then(new LoopEvent.Ended(L.Hour(1), LoopEnding.PlaceLost));

        Assert.IsType<Where.Dm>(Assert.Single(outcome.Decision.Effects.OfType<Effect.Show>()).To);
    }

    [Fact]
    public void A_place_lost_in_the_middle_of_a_round_waits_for_what_was_said_there()
    {
        var outcome = Given(L.Planned, L.Opened(1)).When(Lost(1.5)).Then(L.PlaceLost(1.5));

        Assert.Empty(outcome.Decision.Effects);
    }

    [Fact]
    public void The_round_that_lost_its_place_is_in_the_packet()
    {
        var outcome = Given(L.Planned, L.Opened(1), L.PlaceLost(1.5)).When(L.Over(1.5)).Then(L.Held(1.5), new LoopEvent.Ended(L.Hour(1.5), LoopEnding.PlaceLost));

        var told = Assert.Single(outcome.Decision.Effects.OfType<Effect.Show>());
        Assert.Equal((new Where.Dm(L.Ada), "Packet"), (told.To, ((Control.Button)told.Message.Controls.Single()).Label));
        Assert.Contains("1. Coding**, 40 of 45 min", Packet(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_that_lost_its_place_before_it_began_ends_the_loop_all_the_same() =>
        Given(L.Planned, L.Opened(1), L.PlaceLost(1.5)).When(L.Over(1.5, begun: false)).Then(new LoopEvent.Ended(L.Hour(1.5), LoopEnding.PlaceLost));

    [Fact]
    public void A_place_that_is_lost_twice_is_lost_once() => Given(L.Planned, L.Opened(1), L.PlaceLost(1.5)).When(Lost(1.6)).Then();

    [Fact]
    public void A_round_whose_words_are_deleted_keeps_its_counts_in_the_packet()
    {
        var emptied = new LoopEvent.RoundHeld(L.Hour(2), L.Summary() with { Moments = [], NotMentioned = [], Cause = null, Emptied = true });

        Given(L.Planned, L.Opened(1), emptied).When(new LoopInput.Packet(L.From(3))).Whispers("1. Coding**, 40 of 45 min, mentioned 5 of 8", "older than this group keeps sessions");
    }

    [Fact]
    public void Topics_touched_and_used_up_steer_the_next_choice()
    {
        var sheet = ((Loop.Started)Given(L.Planned, L.Opened(1), L.Held(2), L.Opened(3, "second22")).When(L.Over(4, "second22", begun: false)).After).Sheet;

        Assert.Equal((["candour"], 0), (sheet.Wanted, sheet.UsedUp.Count));
    }

    [Fact]
    public void Every_pair_of_state_and_input_is_answered_and_can_be_folded()
    {
        LoopEvent[][] histories =
        [
            [], [L.Planned], [L.Planned, L.Opened(1)], [L.Planned, L.Opened(1), L.PlaceLost(2)], [L.Planned, L.Opened(1), L.Held(2)], [L.Planned, new LoopEvent.StopAsked(L.Hour(1))],
            [L.Planned, L.Opened(1), L.Held(2), new LoopEvent.BreakTaken(L.Hour(2), L.Hour(2.2))], [L.Planned, new LoopEvent.Ended(L.Hour(1), LoopEnding.Stopped)],
        ];
        var inputs = from person in new[] { L.Ada, L.Bea, PersonId.Bot }
                     let origin = L.From(5, person)
                     from step in Enumerable.Range(0, 4)
                     from typed in new[] { false, true }
                     from input in (LoopInput[])
                     [
                         new LoopInput.Start(origin, L.Setup), new LoopInput.Next(origin, step, L.Session("x")), new LoopInput.Next(origin, step, null), new LoopInput.Break(origin, step), new LoopInput.Packet(origin),
                         new LoopInput.Stop(origin, true), new LoopInput.Stop(origin, false), new LoopInput.StopConfirmed(origin, step), new LoopInput.GoOn(origin), new LoopInput.RoundOver(origin, L.Session("first111"), L.Summary()),
                         new LoopInput.RoundOver(origin, L.Session("first111"), null), new LoopInput.Due(origin, "expiry"), new LoopInput.Due(origin, "break"), new LoopInput.Due(origin, "close"), new LoopInput.PlaceLost(origin, "gone"), new LoopInput.Unknown(origin),
                     ]
                     select input with { Typed = typed };
        Assert.Equal(typeof(LoopInput).GetNestedTypes().Length, inputs.Select(input => input.GetType()).Distinct().Count());

        Assert.All(from history in histories from input in inputs select (history, input), pair => Assert.NotNull(Given(pair.history).When(pair.input).After));
    }

    private static LoopInput.PlaceLost Lost(double hour) => new(L.From(hour, PersonId.Bot), "gone");

    private static string Packet(LoopOutcome outcome) =>
        LoopDesk.Decide(outcome.After, new LoopInput.Packet(L.From(9))).Effects.OfType<Effect.Show>().Single().Message.Body.ToString();

    [Fact]
    public void An_impossible_fact_throws() => Assert.Throws<UnreachableException>(() => new Loop.NotPlanned().Evolve(L.Opened(1)));
}

public class StoryToldTwiceTests
{
    private static readonly ToldStory Canary = new("1", "The canary that lied", ["canary", "Priya", "declined", "stale", "table"]);

    [Fact]
    public void A_story_told_in_two_rounds_is_pointed_out_with_the_words_it_was_known_by() => Assert.Contains(
        "Told more than once, it seems: your story \"The canary that lied\", in round 1 (\"canary\", \"Priya\", \"declined\", \"stale\") and round 2 (\"canary\", \"Priya\", \"declined\", \"stale\"). 6 to 8 stories give each round its own (S1).",
        Packet(Openness.Private, Canary, Canary), StringComparison.Ordinal);

    [Fact]
    public void Once_is_no_remark_and_where_others_read_stories_are_not_named()
    {
        Assert.DoesNotContain("canary", Packet(Openness.Private, Canary, Canary with { Id = "2", Title = "Another" }), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Packet(Openness.Public, Canary, Canary), StringComparison.Ordinal);
    }

    private static string Packet(Openness openness, params ToldStory[] told) => LoopPacket.Message(new(L.Setup with { Openness = openness })
    {
        Held = [.. told.Select(story => L.Summary() with { Told = [story] })],
        Touched = L.Hour(2),
    }).Body.ToString();
}
