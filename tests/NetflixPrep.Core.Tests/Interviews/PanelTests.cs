using NetflixPrep.Core.Interviews;
using static NetflixPrep.Core.Tests.Interviews.Specification;

namespace NetflixPrep.Core.Tests.Interviews;

/// <summary>Bea and Cleo interview Ada; the bot keeps the clock. Minutes are of interview time.</summary>
public class PanelTests
{
    private static SessionEvent[] BeaLeads(params SessionEvent[] more) => [P.Started, A.Asked, P.Here(A.Bea, 0.5), P.Here(P.Cleo, 0.6), .. more];

    private static SessionEvent[] CleosTurn(params SessionEvent[] more) => BeaLeads([A.Answered("the goal", 1), A.Finished(5), P.Waiting(5), .. more]);

    [Fact]
    public void The_card_names_the_panel_and_pings_those_who_were_named()
    {
        var setup = ((SessionEvent.Briefed)P.Started).Setup;

        var outcome = Given().When(A.Start(setup));

        outcome.Says("Panel: bea and cleo.", "*My script*").Shows("Begin", "Change", "My script");
        Assert.Equal([A.Ada, A.Bea, P.Cleo], Assert.Single(outcome.Shown).Notify);
    }

    [Fact]
    public void Who_was_named_gets_the_script_alone_and_has_taken_the_seat() =>
        Given(P.Started).When(P.Script(A.Bea, -0.5)).Then(P.Here(A.Bea, -0.5)).Whispers("Design the rows", "280 million members.", "Who has no history?", "Listen for", "Only you see this").Shows("Leave the panel").SaysNothing();

    [Fact]
    public void Who_is_here_leads_before_who_is_only_expected() =>
        Given(P.Started, P.Here(P.Cleo, -0.5), A.Asked).When(P.Script(P.Cleo, 1)).ThenNothing().Whispers("You lead this part").Shows("Tell a fact", "Give a hint", "Throw the news", "Leave the panel");

    [Fact]
    public void Who_does_not_lead_sees_who_does() => Given(BeaLeads()).When(P.Script(P.Cleo, 1)).ThenNothing().Whispers("bea leads this part").Shows("Leave the panel");

    [Fact]
    public void The_candidate_does_not_see_the_script() => Given(BeaLeads()).When(P.Script(A.Ada, 1)).ThenNothing().Whispers("for your interviewers").SaysNothing();

    [Fact]
    public void Others_do_not_see_the_script() => Given(BeaLeads()).When(P.Script(P.Dan, 1)).ThenNothing().Whispers("for the panel", "welcome to watch");

    [Fact]
    public void Without_a_panel_there_is_no_script() => Given(A.Started, A.Asked).When(P.Script(A.Bea, 1)).ThenNothing().Whispers("This session has no panel");

    [Fact]
    public void A_member_of_the_panel_cannot_press_for_the_candidate() =>
        Given(BeaLeads()).When(new SessionInput.Done(A.From(1, A.Bea), 1)).ThenNothing().Whispers("That button is for ada", "*My script*");

    [Fact]
    public void An_open_panel_is_joined_by_a_press_and_all_see_it() =>
        Given(P.OpenToAll, A.Asked).When(P.Join(P.Dan, 1)).Then(P.Here(P.Dan, 1)).Says("dan joined the panel.").Whispers("You lead this part");

    [Fact]
    public void Joining_before_the_clock_shows_on_the_card() => Given(P.OpenToAll).When(P.Join(P.Dan, -0.5)).Then(P.Here(P.Dan, -0.5)).Says("Panel: dan; seats are free.");

    [Fact]
    public void The_fifth_finds_no_seat_and_no_button()
    {
        SessionEvent[] full = [P.OpenToAll, A.Asked, .. new[] { "b", "c", "d", "e" }.Select(name => P.Here(A.Ada with { User = name }, 1))];

        Given(full).When(P.Join(P.Dan, 2)).ThenNothing().Whispers("All 4 seats");
        Given(full).When(A.Hint(2)).Shows("Done", "Hint", "Pause", "More", "My script");
    }

    [Fact]
    public void A_named_panel_is_not_joined() => Given(BeaLeads()).When(P.Join(P.Dan, 1)).ThenNothing().Whispers("for the panel");

    [Fact]
    public void A_fact_that_was_asked_for_is_left_to_the_lead_for_half_a_minute() =>
        Given(BeaLeads()).When(A.Say("What latency?", 1)).Then(A.Answered("What latency?", 1, "m2"), P.Awaited(1, "latency")).IsSilent().Wakes(1.5);

    [Fact]
    public void What_is_asked_by_the_form_is_shown_to_the_panel() =>
        Given(BeaLeads()).When(A.Ask("What latency?", 1)).Then(P.Awaited(1, "latency")).Says("ada asks: What latency?").Wakes(1.5);

    [Fact]
    public void A_question_that_is_still_open_when_the_part_ends_is_answered_first() =>
        Given(BeaLeads(A.Answered("the goal", 1), P.Awaited(5, "latency"))).When(A.Done(5.2)).Then(P.Told(5.2, "latency"), A.Finished(5.2), P.Waiting(5.2)).SaysInTurn("The page has 800 ms", "for cleo to ask");

    [Fact]
    public void A_lead_who_tells_it_says_it_in_their_own_name() =>
        Given(BeaLeads(P.Awaited(1, "latency"))).When(P.Tell(A.Bea, "latency", 1.2)).Then(P.Told(1.2, "latency", A.Bea)).Says("bea says: The page has 800 ms at p99.").Whispers("That is said");

    [Fact]
    public void A_fact_that_the_lead_lets_pass_is_told_by_the_bot_which_says_so() =>
        Given(BeaLeads(P.Awaited(1, "latency"))).When(A.Due(1.5)).Then(P.Told(1.5, "latency", inPlaceOf: A.Bea)).Says("bea is silent, so I answer: The page has 800 ms");

    [Fact]
    public void So_is_a_question_that_the_script_has_no_figure_for() =>
        Given(BeaLeads(P.Awaited(1, "", "How many cats?"))).When(A.Due(1.5))
            .Then(new SessionEvent.FactMissed(A.Min(1.5), "How many cats?") { InPlaceOf = A.Bea }).Says("bea is silent, so I answer: I have no figure for that.");

    [Fact]
    public void A_fact_told_without_having_been_asked_is_not_the_candidates_asking()
    {
        var outcome = Given(BeaLeads()).When(P.Tell(A.Bea, "members", 1));

        var sheet = ((Session.Started)outcome.Then(P.Told(1, "members", A.Bea)).After).Sheet;
        Assert.Empty(sheet.FactsAsked);
        Assert.Equal(["members"], sheet.FactsTold);
    }

    [Fact]
    public void Who_does_not_lead_cannot_use_a_lead_s_button() =>
        Given(BeaLeads()).When(P.Tell(P.Cleo, "members", 1)).ThenNothing().Whispers("bea leads this part, so this is theirs").SaysNothing();

    [Fact]
    public void A_button_of_an_earlier_step_does_nothing_and_says_so() => Given(CleosTurn()).When(P.Tell(P.Cleo, "members", 5.1, step: 1)).ThenNothing().Whispers("has moved on");

    [Fact]
    public void The_same_press_twice_says_a_fact_once() => Given(BeaLeads(P.Told(1, "members", A.Bea))).When(P.Tell(A.Bea, "members", 1.1)).ThenNothing().Whispers("said already");

    [Fact]
    public void The_same_press_twice_gives_one_hint()
    {
        var hinted = new SessionEvent.HintGiven(A.Min(1), 1) { By = A.Bea };

        Given(BeaLeads()).When(P.Help(A.Bea, 1, 1)).Then(hinted).Says("bea gives hint 1 of 3: Who has no history?");
        Given(BeaLeads(hinted)).When(P.Help(A.Bea, 1.1, 1)).ThenNothing().Whispers("said already");
    }

    [Fact]
    public void The_candidate_s_own_hint_comes_from_the_bot_at_once() => Given(BeaLeads()).When(A.Hint(1)).Then(A.Hinted(1, 1)).Says("Hint 1 of 3");

    [Fact]
    public void Own_words_are_recorded_with_a_tick_break_a_silence_and_are_never_an_answer()
    {
        var outcome = Given(BeaLeads(A.Answered("the goal", 1))).When(A.Say("What about the baseline?", 4, "p1", by: P.Cleo));

        outcome.Then(P.Said(P.Cleo, "What about the baseline?", 4)).Ticks("p1").IsSilent().Wakes(9);
        Assert.Single(((Session.Started)outcome.After).Sheet.Answer);
    }

    [Fact]
    public void Own_words_answer_what_was_asked_for() =>
        Given(BeaLeads(P.Awaited(1, "latency"))).When(A.Say("800 ms.", 1.2, "p1", by: A.Bea)).Then(P.Told(1.2, "latency", A.Bea), P.Said(A.Bea, "800 ms.", 1.2));

    [Fact]
    public void Own_words_can_be_reworded_and_taken_back_by_who_said_them_alone()
    {
        var given = Given(BeaLeads(P.Said(P.Cleo, "Why?", 2)));
        SessionInput Edit(Core.PersonId by) => new SessionInput.Edit(A.From(3, by), "p1", "Why rows?");

        given.When(Edit(P.Cleo)).Then(new SessionEvent.PanelReworded(A.Min(3), P.Cleo, "p1", "Why rows?"));
        given.When(Edit(A.Bea)).ThenNothing();
        given.When(new SessionInput.Delete(A.From(3, P.Cleo), "p1")).Then(new SessionEvent.PanelReworded(A.Min(3), P.Cleo, "p1", null));
    }

    [Fact]
    public void Others_in_the_thread_are_other_people_s_chat() => Given(BeaLeads()).When(A.Say("Good luck!", by: P.Dan)).ThenNothing().IsSilent();

    [Fact]
    public void News_is_left_to_the_lead_for_a_minute() =>
        Given(BeaLeads(A.Answered("the goal", 8))).When(A.Say("more", 9, "m3")).Wakes(11);

    [Fact]
    public void News_that_the_lead_lets_pass_comes_from_the_bot() =>
        Given(BeaLeads(A.Answered("the goal", 8))).When(A.Due(11)).Then(P.Thrown(11, inPlaceOf: A.Bea)).Says("bea is silent, so I go on: News: A new country launches tomorrow.");

    [Fact]
    public void A_lead_can_throw_the_news_when_it_fits() => Given(BeaLeads()).When(P.Throw(A.Bea, 7)).Then(P.Thrown(7, A.Bea)).Says("bea says: News: A new country");

    [Fact]
    public void News_is_thrown_once() => Given(BeaLeads(P.Thrown(7, A.Bea))).When(P.Throw(A.Bea, 8)).ThenNothing().Whispers("said already");

    [Fact]
    public void A_lead_who_spoke_since_keeps_the_news() =>
        Given(BeaLeads(A.Answered("the goal", 9), P.Said(A.Bea, "And abroad?", 10.5))).When(A.Due(11)).ThenNothing().IsSilent().Wakes(15.5);

    [Fact]
    public void When_a_part_ends_the_next_in_turn_is_left_to_ask() =>
        Given(BeaLeads(A.Answered("the goal", 1))).When(A.Done(5)).Then(A.Finished(5), P.Waiting(5)).Is<Session.Awaiting>()
            .Says("for cleo to ask", "within a minute").Shows("Done", "Pause", "More", "My script").Wakes(6);

    [Fact]
    public void A_lead_chooses_the_follow_up() =>
        Given(CleosTurn()).When(P.Ask(P.Cleo, "ask-fixed", 5.5)).Then(P.Probed("ask-fixed", 5.5, P.Cleo, reason: "the interviewer chose it")).Is<Session.Probing>()
            .Says("Follow-up 1 of 2", "cleo asks: Question ask-fixed?", "2 minutes for this one").Whispers("That is said");

    [Fact]
    public void The_menu_begins_with_what_the_bot_would_ask()
    {
        var outcome = Given(CleosTurn()).When(P.Script(P.Cleo, 5.5)).Whispers("You ask the next follow-up").Shows("Ask a follow-up", "Tell a fact", "Leave the panel");

        var menu = Assert.IsType<Core.Chat.Control.Select>(Assert.Single(outcome.Whispered).Message.Controls[0]);
        Assert.Equal(("ask-baseline", "The one that I would ask"), (menu.Options[0].Value, menu.Options[0].Description));
    }

    [Fact]
    public void A_follow_up_that_the_lead_lets_pass_is_the_one_the_bot_would_have_asked() =>
        Given(CleosTurn()).When(A.Due(6)).Then(P.Probed("ask-baseline", 6, inPlaceOf: P.Cleo)).Says("cleo is silent, so I ask: **Follow-up 1 of 2:** Question ask-baseline?");

    [Fact]
    public void Waiting_for_the_panel_takes_no_follow_up_away() // 20 + 8 + 5 minutes would be over a tenth more than 30
        => Given(BeaLeads(A.Answered("the goal", 1), A.Finished(20, EndedBy.TimeUp), P.Waiting(20), P.Said(P.Cleo, "Why?", 20.5), A.Answered("Because.", 24, "m3"), P.Said(P.Cleo, "And?", 24.5)))
            .When(A.Due(25)).Then(P.Probed("ask-baseline", 25)).Says("Follow-up 1 of 2");

    [Fact]
    public void Own_words_between_two_parts_are_a_talk_that_ends_a_minute_after_the_last_word()
    {
        var talk = CleosTurn(P.Said(P.Cleo, "Why rows?", 5.5), A.Answered("Because.", 6.2, "m3"));

        Given(talk).When(A.Say("And cheap.", 6.4, "m4")).Wakes(7.4);
        Given(talk).When(A.Due(7.2)).Then(P.Probed("ask-baseline", 7.2)).DoesNotSay("silent");
    }

    [Fact]
    public void Done_ends_such_a_talk() => Given(CleosTurn(P.Said(P.Cleo, "Why rows?", 5.5))).When(A.Done(6)).Then(P.Probed("ask-baseline", 6)).Says("Follow-up 1 of 2");

    [Fact]
    public void Done_before_anybody_asked_says_what_comes() => Given(CleosTurn()).When(A.Done(5.2)).ThenNothing().Whispers("cleo has the next follow-up");

    [Fact]
    public void What_is_said_while_the_panel_is_awaited_is_saved() => Given(CleosTurn()).When(A.Say("And drift.", 5.2, "m5")).Then(A.Answered("And drift.", 5.2, "m5")).Ticks("m5");

    [Fact]
    public void Without_anything_to_ask_nobody_is_waited_for() =>
        Given(BeaLeads(A.Answered("the goal", 1), A.Finished(5), P.Waiting(5), P.Probed("ask-baseline", 6, P.Cleo), A.ProbeFinished(7), P.Waiting(7), P.Probed("ask-fixed", 8, A.Bea), A.Answered("x", 8.5, "m3")))
            .When(A.Done(9)).Then(A.ProbeFinished(9), A.Invited(9));
}
