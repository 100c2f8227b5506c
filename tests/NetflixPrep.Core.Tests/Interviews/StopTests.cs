using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

public class StopTests
{
    private static readonly SessionEvent[] Answering = [A.Started, A.Asked, A.Answered("The goal.")];
    private static readonly SessionEvent[] Asked = [.. Answering, A.StopAsked(5)];

    [Fact]
    public void Stopping_asks_once() => Given(Answering).When(A.Say("stop", 5)).Then(A.StopAsked(5)).Says("Stop here? All you said is kept").Shows("Stop and keep", "Go on");

    [Fact]
    public void Stop_and_keep_ends_with_a_short_debrief() =>
        Given(Asked).When(new SessionInput.StopConfirmed(A.From(6), 1)).Then(A.Ended(Ending.Stopped, 6)).Says("Stopped. All you said is kept as session 7k2m9q4d.", "6 of 30 min · mentioned 1 of 5").Shows("Full notes", "Outline", "Share for review");

    [Fact]
    public void A_second_stop_is_a_yes() => Given(Asked).When(A.Say("stop", 6)).Then(A.Ended(Ending.Stopped, 6));

    [Fact]
    public void A_double_press_is_not_a_yes() => Given(Asked).When(A.Stop(5.02)).ThenNothing().Whispers("Stop here?");

    [Fact]
    public void Go_on_goes_on() => Given(Asked).When(new SessionInput.GoOn(A.From(6))).Then(A.StopDeclined(6)).Says("We go on. 14 minutes left.").Shows("Done", "Hint", "Pause", "More");

    [Theory]
    [InlineData("go on")]
    [InlineData("Go on.")]
    public void Plain_go_on_does_the_same(string text) => Given(Asked).When(A.Say(text, 6)).Then(A.StopDeclined(6));

    [Fact]
    public void Speaking_on_goes_on_and_brings_the_buttons_back()
    {
        var asked = Given(Answering).When(A.Stop(5)).Shown[0].Slot;

        var outcome = Given(Asked).When(A.Say("And a baseline.", 6));

        outcome.Then(A.StopDeclined(6), A.Answered("And a baseline.", 6, "m2")).Says("We go on.").Shows("Done", "Hint", "Pause", "More");
        Assert.NotEqual(asked, outcome.Shown[0].Slot);
    }

    public static TheoryData<string, SessionInput> OtherThings => new()
    {
        { "hint", A.Hint(6) },
        { "pause", A.Pause(6) },
        { "ask", A.Ask("members", 6) },
    };

    [Theory]
    [MemberData(nameof(OtherThings))]
    public void Whatever_else_is_done_takes_the_stop_back(string what, SessionInput input)
    {
        var outcome = Given(Asked).When(input);

        Assert.Equal(A.StopDeclined(6), outcome.Events[0]);
        Assert.False(((Session.Started)outcome.After).Sheet.StopPending, what);
    }

    [Fact]
    public void An_old_stop_and_keep_does_nothing() => Given([.. Asked, A.StopDeclined(6)]).When(new SessionInput.StopConfirmed(A.From(7), 1)).ThenNothing().Whispers("from an earlier step");

    [Fact]
    public void Stop_by_command_is_answered_where_it_was_typed() => Given(Answering).When(A.Stop(5, byCommand: true)).Then(A.StopAsked(5)).Whispers("I asked in your session whether to stop");

    [Fact]
    public void Stop_by_command_twice_ends() => Given(Asked).When(A.Stop(5, byCommand: true)).Then(A.Ended(Ending.Stopped, 5)).Whispers("Your session is closed.");

    [Fact]
    public void Stop_while_choosing_a_cause_just_ends() =>
        Given([.. Answering, A.Finished(), A.Invited(), A.QuestionsOver(), A.ScoresSkipped(), A.Debriefed()]).When(A.Stop(14)).Then(A.Ended(Ending.Complete, 14)).Says("The session is kept.");

    [Fact]
    public void Time_up_takes_the_stop_back() => Given([.. Asked]).When(A.Due(20)).Is<Session.Probing>();

    [Fact]
    public void Go_on_without_a_stop_is_stale() => Given(Answering).When(new SessionInput.GoOn(A.From(5))).ThenNothing().Whispers("from an earlier step");

    [Fact]
    public void After_the_end_buttons_say_so() => Given([.. Answering, A.Ended(Ending.Stopped, 5)]).When(A.Done(6)).ThenNothing().Whispers("This session is over and kept.");
}

public class AbsenceTests
{
    [Fact]
    public void Nobody_there_closes_without_blame() =>
        Given(A.Started, A.Asked).When(A.Due(20)).Then(A.Passed(ClockMark.TimeUp, 20), A.Ended(Ending.Abandoned, 20)).Says("I heard nothing, so I closed the session. No harm done");

    [Fact]
    public void Who_asked_for_a_fact_was_there() => Given(A.Started, A.Asked, A.Told(2, "members")).When(A.Due(20)).Is<Session.Probing>();

    [Theory]
    [InlineData("p99 by version?")]
    [InlineData("is the load balancer well?")]
    public void Who_asked_in_an_incident_was_there_whatever_there_was_to_see(string question)
    {
        SessionEvent[] begun = [A.Started, A.Asked];

        var asked = Given(IncidentTests.Script, begun).When(A.Ask(question)).Events;

        Given(IncidentTests.Script, [.. begun, .. asked]).When(A.Due(20)).Is<Session.Probing>();
    }

    [Fact]
    public void A_card_of_a_loop_that_expires_names_the_way_back_into_the_loop() =>
        Given(InLoop).When(A.Due(-1 + (24 * 60))).Then(A.Ended(Ending.Abandoned, -1 + (24 * 60))).Says("Closed before it began. Round 2 of your loop waits; *Next round* opens it again.").DoesNotSay("/mock start");

    [Fact]
    public void A_silent_round_of_a_loop_leads_back_into_the_loop() =>
        Given(InLoop, A.Asked).When(A.Due(20)).Says("I heard nothing, so I closed the round.", "your loop goes on from here").DoesNotSay("/mock start");

    private static SessionEvent InLoop { get; } = A.StartedWith(A.Setup with { Loop = new(new("loop", "abcdefgh"), 2, 3) });

    [Fact]
    public void Who_took_a_hint_was_there() => Given(A.Started, A.Asked, A.Hinted(1, 2)).When(A.Due(20)).Is<Session.Probing>();

    [Fact]
    public void One_silent_follow_up_is_let_pass() =>
        Given(A.Started, A.Asked, A.Answered("goal"), A.Finished(), A.Probed("ask-baseline")).When(A.Due(15)).Then(A.Passed(ClockMark.TimeUp, 15), A.ProbeFinished(15, EndedBy.TimeUp), A.Probed("ask-fixed", 15));

    [Fact]
    public void Two_silent_parts_close_the_session_and_keep_all() =>
        Given(A.Started, A.Asked, A.Answered("the goal"), A.Finished(), A.Probed("ask-baseline"), A.ProbeFinished(15, EndedBy.TimeUp), A.Probed("ask-fixed", 15)).When(A.Due(17))
            .Then(A.Passed(ClockMark.TimeUp, 17), A.Ended(Ending.Abandoned, 17)).Says("It has been quiet for a while", "kept as session 7k2m9q4d", "mentioned 1 of 5");

    [Fact]
    public void A_lost_place_ends_the_session_and_tells_the_person_directly()
    {
        var outcome = Given(A.Started, A.Asked, A.Answered("goal")).When(new SessionInput.PlaceLost(A.From(5, PersonId.Bot), "thread deleted"));

        outcome.Then(A.Ended(Ending.PlaceLost, 5)).Says("is gone, so I closed it. All you said is kept as session 7k2m9q4d").WakesNoMore();
        Assert.Equal(new Where.Dm(A.Ada), outcome.Shown[0].To);
    }

    [Fact]
    public void A_place_lost_after_the_end_is_nothing() => Given(A.Started, A.Asked, A.Ended(Ending.Stopped, 5)).When(new SessionInput.PlaceLost(A.From(6, PersonId.Bot), "gone")).ThenNothing().IsSilent();
}
