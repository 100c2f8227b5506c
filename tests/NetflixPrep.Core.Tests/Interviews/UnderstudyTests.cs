using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

/// <summary>Interviewers who are late, leave, fall silent or come back: the script goes on at the same step.</summary>
public class UnderstudyTests
{
    private static SessionEvent[] BeaLeads(params SessionEvent[] more) => [P.Started, A.Asked, P.Here(A.Bea, 0.5), P.Here(P.Cleo, 0.6), .. more];

    [Fact]
    public void Those_who_were_named_have_two_minutes() => Given(P.Started).When(A.Begin()).Then(A.Asked).Wakes(2);

    [Fact]
    public void When_nobody_came_the_bot_leads_and_says_so() =>
        Given(P.Started, A.Asked).When(A.Due(2)).Then(P.Gone(A.Bea, 2, LeftBecause.Late), P.Gone(P.Cleo, 2, LeftBecause.Late)).Says("Not here yet: bea and cleo.", "I go on with the script");

    [Fact]
    public void When_the_lead_did_not_come_the_next_who_is_here_leads() =>
        Given(P.Started, A.Asked, P.Here(P.Cleo, 1)).When(A.Due(2)).Then(P.Gone(A.Bea, 2, LeftBecause.Late)).Says("Not here yet: bea. cleo leads now.");

    [Fact]
    public void Nothing_is_said_when_somebody_who_does_not_lead_is_late() =>
        Given(P.Started, P.Here(A.Bea, -0.5), A.Asked).When(A.Due(2)).Then(P.Gone(P.Cleo, 2, LeftBecause.Late)).IsSilent();

    [Fact]
    public void With_nobody_here_a_fact_is_told_at_once_as_ever() =>
        Given(P.Started, A.Asked, P.Gone(A.Bea, 2), P.Gone(P.Cleo, 2)).When(A.Say("What latency?", 3)).Then(A.Answered("What latency?", 3, "m2"), A.Told(3, "latency")).Says("The page has 800 ms");

    [Fact]
    public void With_nobody_here_the_follow_up_comes_at_once_as_ever() =>
        Given(P.Started, A.Asked, P.Gone(A.Bea, 2), P.Gone(P.Cleo, 2), A.Answered("the goal", 3)).When(A.Done(5)).Then(A.Finished(5), P.Probed("ask-baseline", 5)).DoesNotSay("silent").Says("Follow-up 1 of 2");

    [Fact]
    public void A_lead_who_leaves_hands_on_to_the_next() =>
        Given(BeaLeads()).When(P.Leave(A.Bea, 3)).Then(P.Gone(A.Bea, 3)).Says("bea left the panel. cleo leads now.").Whispers("brings you back");

    [Fact]
    public void Somebody_else_who_leaves_changes_nothing() => Given(BeaLeads()).When(P.Leave(P.Cleo, 3)).Then(P.Gone(P.Cleo, 3)).Says("cleo left the panel.").DoesNotSay("leads");

    [Fact]
    public void When_the_last_one_leaves_what_was_asked_is_answered_at_once()
    {
        var left = BeaLeads(P.Gone(P.Cleo, 1), P.Awaited(2, "latency"));

        Given(left).When(P.Leave(A.Bea, 2.1)).Then(P.Gone(A.Bea, 2.1)).Says("I go on with the script").Wakes(2.1);
        Given([.. left, P.Gone(A.Bea, 2.1)]).When(A.Due(2.1)).Then(A.Told(2.1, "latency")).DoesNotSay("silent");
    }

    [Fact]
    public void When_the_last_one_leaves_between_two_parts_the_follow_up_comes_at_once()
    {
        var left = BeaLeads(P.Gone(P.Cleo, 1), A.Answered("the goal", 2), A.Finished(5), P.Waiting(5));

        Given(left).When(P.Leave(A.Bea, 5.1)).Wakes(5.1);
        Given([.. left, P.Gone(A.Bea, 5.1)]).When(A.Due(5.1)).Then(P.Probed("ask-baseline", 5.1));
    }

    [Fact]
    public void Whoever_comes_back_leads_when_nobody_does() =>
        Given(P.Started, A.Asked, P.Gone(A.Bea, 2), P.Gone(P.Cleo, 2)).When(P.Script(P.Cleo, 4)).Then(P.Here(P.Cleo, 4)).Whispers("You lead this part").SaysNothing();

    [Fact]
    public void Whoever_comes_back_does_not_push_the_lead_aside() => Given(BeaLeads(P.Gone(P.Cleo, 1))).When(P.Script(P.Cleo, 4)).Then(P.Here(P.Cleo, 4)).Whispers("bea leads this part");

    [Fact]
    public void Words_bring_somebody_back_too() => Given(BeaLeads(P.Gone(P.Cleo, 1))).When(A.Say("Here again.", 4, "p1", by: P.Cleo)).Then(P.Here(P.Cleo, 4), P.Said(P.Cleo, "Here again.", 4));

    [Fact]
    public void Two_things_let_pass_in_a_row_end_the_lead() =>
        Given(BeaLeads(P.Awaited(1, "latency"), P.Told(1.5, "latency", inPlaceOf: A.Bea), P.Awaited(3, "members"))).When(A.Due(3.5))
            .Then(P.Told(3.5, "members", inPlaceOf: A.Bea), P.Gone(A.Bea, 3.5, LeftBecause.Silent)).Says("bea is silent, so I answer: 280 million members.", "cleo leads now.");

    [Fact]
    public void Something_done_in_between_begins_the_count_anew() =>
        Given(BeaLeads(P.Told(1.5, "latency", inPlaceOf: A.Bea), P.Said(A.Bea, "Sorry, here.", 2), P.Awaited(3, "members"))).When(A.Due(3.5)).Then(P.Told(3.5, "members", inPlaceOf: A.Bea));

    [Fact]
    public void A_pause_stops_the_minute()
    {
        var waiting = BeaLeads(A.Answered("the goal", 1), A.Finished(5), P.Waiting(5));

        Given([.. waiting, A.Paused(5.5)]).When(A.Resume(65.5)).Wakes(66);
        Given([.. waiting, A.Paused(5.5)]).When(A.Due(6)).ThenNothing();
        Given([.. waiting, A.Paused(5.5)]).When(P.Ask(P.Cleo, "ask-fixed", 6)).ThenNothing().Whispers("ada has paused");
    }

    [Fact]
    public void The_time_for_which_the_bot_was_away_is_not_the_lead_s() =>
        Given(BeaLeads(P.Awaited(1, "latency"))).When(A.Woke(1.2, 11.2)).Then(A.Held(1.2, 11.2)).Wakes(11.5);

    [Fact]
    public void Who_had_their_data_deleted_is_waited_for_no_longer()
    {
        var nobody = Panel.Nameless(A.Bea, 1);
        SessionEvent[] facts = [P.With(new([nobody, P.Cleo], Open: false)), A.Asked, P.Here(nobody, 0.5), P.Here(P.Cleo, 0.6)];

        Given(facts).When(new SessionInput.SeatEmptied(A.From(3, A.Bea))).Then(P.Gone(nobody, 3)).IsSilent();
        Given([.. facts, P.Awaited(1, "latency")]).When(A.Due(1.5)).Says("An interviewer is silent, so I answer:");
    }

    [Fact]
    public void The_debrief_says_who_asked_what_and_the_end_thanks_those_who_came()
    {
        var facts = BeaLeads(A.Answered("the goal", 1), A.Finished(5), P.Waiting(5), P.Probed("ask-baseline", 5.5, P.Cleo), A.Answered("popularity", 6, "m3"), A.ProbeFinished(7), P.Waiting(7),
            P.Probed("ask-fixed", 8, inPlaceOf: A.Bea), A.ProbeFinished(9, EndedBy.Skipped), A.Invited(9), A.QuestionsOver(10));

        Given(facts).When(A.Skip(12)).Says("Follow-up 1 asked by cleo · Follow-up 2 asked by the bot");
        Given([.. facts, A.ScoresSkipped(12), A.Debriefed(12)]).When(new SessionInput.FullNotes(A.From(13))).Whispers("Asked by cleo.", "Asked by the bot.");
        Given([.. facts, A.ScoresSkipped(12), A.Debriefed(12)]).When(new SessionInput.Cause(A.From(13), 8, "no-latency")).Says("Thank you, bea and cleo. Your reviews are welcome once ada shares this session.");
    }

    [Fact]
    public void The_notes_say_what_the_panel_said_and_who_helped() =>
        Given(BeaLeads(A.Answered("the goal", 1), new SessionEvent.HintGiven(A.Min(2), 1) { By = A.Bea }, P.Told(3, "members", A.Bea), P.Said(P.Cleo, "Why rows?", 4), P.Thrown(5, A.Bea), A.Ended(Ending.Stopped, 6)))
            .When(new SessionInput.FullNotes(A.From(7))).Whispers("Hint 1, given by bea", "Told without asking: 280 million members.", "Min 5, cleo: \"Why rows?\"", "Curveball, thrown by bea: News");

    [Fact]
    public void After_the_end_the_script_is_closed() =>
        Given(BeaLeads(A.Answered("the goal", 1), A.Ended(Ending.Stopped, 6))).When(P.Script(A.Bea, 7)).ThenNothing().Whispers("The interview is over", "once ada shares");

    [Fact]
    public void A_lead_s_hint_is_no_sign_of_the_candidate() =>
        Given(BeaLeads(new SessionEvent.HintGiven(A.Min(2), 1) { By = A.Bea })).When(A.Due(20)).Then(A.Passed(ClockMark.TimeUp, 20), A.Ended(Ending.Abandoned, 20));
}
