using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;
using NetflixPrep.Core.Tests.Questions;

namespace NetflixPrep.Core.Tests.Interviews;

/// <summary>A round of two questions: 14 minutes each, one follow-up each.</summary>
public class RoundTests
{
    private static readonly Seq<InterviewScript> Two = [Fixture.Script, Fixture.Script with { Question = Fixture.Script.Question with { Id = "ml-system-design.second", Title = "The second", Prompt = "And the search page?" } }];

    private static readonly Setup Setup = A.Setup with
    {
        Minutes = 50,
        Plan = [new("hash", "ml-system-design.rows", 25, 1), new("hash-2", "ml-system-design.second", 25, 1)],
    };

    private static readonly SessionEvent Started = A.StartedWith(Setup);
    private static readonly SessionEvent Next = new SessionEvent.NextQuestionAsked(A.Min(14), 1);
    private static readonly SessionEvent[] InSecond = [Started, A.Asked, A.Answered("the goal", 1), A.Finished(10), A.Probed("ask-fixed", 10), A.ProbeFinished(14), Next];

    [Fact]
    public void The_card_says_how_many() => When(A.Start(Setup)).Says("50 min", "2 questions, one after the other", "20 minutes for your answer, then one follow-up");

    [Fact]
    public void The_first_question_says_which_it_is_and_when_all_ends() => When(A.Begin(), Started).Then(A.Asked).Says("Question 1 of 2.", "ends 10:20, all of it 10:50");

    [Fact]
    public void After_the_last_follow_up_comes_the_next_question() =>
        When(A.Done(14), Started, A.Asked, A.Answered("the goal", 1), A.Finished(10), A.Probed("ask-fixed", 10), A.Answered("well", 11, "m2"))
            .Then(A.ProbeFinished(14), new SessionEvent.NextQuestionAsked(A.Min(14), 1))
            .Says("Question 2 of 2.", "And the search page?", "ends 10:34, all of it 10:39");

    [Fact]
    public void Skipping_a_question_goes_to_the_next() => When(A.Skip(3), Started, A.Asked).Then(A.Finished(3, EndedBy.Skipped), new SessionEvent.NextQuestionAsked(A.Min(3), 1));

    [Fact]
    public void The_second_question_has_its_own_time() => When(A.Due(34), [.. InSecond, A.Answered("a baseline", 15, "m5"), A.Passed(ClockMark.LastMinutes, 32)])
        .Then(A.Passed(ClockMark.TimeUp, 34), A.Finished(34, EndedBy.TimeUp), new SessionEvent.FollowUpAsked(A.Min(34), "ask-fixed", "everybody gets this one", 1));

    [Fact]
    public void Facts_hints_and_follow_ups_begin_anew() =>
        When(A.Hint(16), [Started, A.Asked, A.Hinted(1, 2), A.Hinted(2, 3), A.Answered("the goal", 4), A.Finished(10), A.Probed("ask-fixed", 10), A.ProbeFinished(14), Next]).Says("Hint 1 of 3");

    [Fact]
    public void What_was_said_to_the_first_question_does_not_count_for_the_second()
    {
        var after = (Session.Answering)When(A.Say("latency", 16, "m7"), InSecond).After;

        Assert.Equal((["latency"], ["the goal"]), (after.Sheet.Answer.Select(said => said.Text).ToSeq(), after.Sheet.Earlier[0].Answer.Select(said => said.Text).ToSeq()));
    }

    [Fact]
    public void A_message_of_the_first_question_can_still_be_edited()
    {
        var after = (Session.Answering)When(A.Edit("the goal is retention", 16), InSecond).Then(new SessionEvent.AnswerEdited(A.Min(16), "m1", "the goal is retention")).After;

        Assert.Equal("the goal is retention", after.Sheet.Earlier[0].Entries[0].Text);
    }

    [Fact]
    public void A_message_of_the_first_question_delivered_again_is_not_kept_twice() => When(A.Say("the goal", 16, "m1"), InSecond).ThenNothing();

    [Fact]
    public void After_the_last_question_come_your_questions() =>
        When(A.Skip(20), InSecond).Then(A.Finished(20, EndedBy.Skipped), A.Invited(20));

    [Fact]
    public void The_debrief_counts_both_and_names_each() =>
        When(A.Skip(30), [.. InSecond, A.Answered("a baseline", 15, "m5"), A.Finished(20), A.Invited(20), A.QuestionsOver(21)])
            .Says("mentioned 2 of 10", "1. Homepage rows: 1 of 5", "2. The second: 1 of 5", "The goal, min 2: \"the goal\"", "A baseline, min 16: \"a baseline\"");

    [Fact]
    public void Silence_in_the_second_question_closes_the_session_and_keeps_what_was_said_to_the_first() =>
        When(A.Due(34), [.. InSecond, A.Passed(ClockMark.LastMinutes, 32)]).Says("All you said is kept as session", "The goal, min 2: \"the goal\"");

    [Fact]
    public void A_slot_of_the_second_question_never_overwrites_one_of_the_first()
    {
        var slots = When(A.Hint(16), InSecond).Shown.Select(show => show.Slot).ToSeq();

        Assert.All(slots, slot => Assert.StartsWith("q2-", slot, StringComparison.Ordinal));
    }

    private static Outcome When(SessionInput input, params SessionEvent[] facts)
    {
        var session = facts.Aggregate((Session)new Session.NotStarted(), (state, fact) => state.Evolve(fact));
        return new(Fixture.Interviewer(Two).Decide(session, input), session);
    }
}

public class RoundPlanTests
{
    private static readonly Seq<Question> Stories = [.. Enumerable.Range(1, 5).Select(number => B.Question($"behavioral.story-{number}") with { Minutes = new(10, 5, 3), Topics = [$"topic-{number}"] })];
    private static readonly Question Design = B.Question("ml-system-design.rows") with { Minutes = new(40, 5, 3) };
    private static readonly Opening Opening = new(new QuestionBank(new() { Questions = [.. Stories, Design] }), id => $"hash of {id}");

    [Fact]
    public void A_round_of_45_minutes_holds_three_stories()
    {
        var setup = Start([], ("round", "behavioral"));

        Assert.Equal((45, 3, true), (setup.Minutes, setup.QuestionCount, setup.Plan!.All(planned => planned is { Minutes: 15, Probes: 1 })));
    }

    [Fact]
    public void A_round_of_an_hour_holds_four() => Assert.Equal(4, Start([], ("round", "behavioral"), ("minutes", "60")).QuestionCount);

    [Fact]
    public void No_question_stands_twice_in_a_round() => Assert.Distinct(Start([], ("round", "behavioral"), ("minutes", "60")).Plan!.Select(planned => planned.QuestionId));

    [Fact]
    public void Minutes_left_over_become_follow_ups() => Assert.Equal([(20, 2), (15, 1)], Start([], ("round", "behavioral"), ("minutes", "35")).Plan!.Select(planned => (planned.Minutes, planned.Probes)));

    [Fact]
    public void Minutes_asked_for_by_name_are_used_to_the_minute() => Assert.Equal(33, Start([], ("round", "behavioral"), ("minutes", "33")).Minutes);

    [Fact]
    public void A_design_round_holds_one() => Assert.Null(Start([], ("round", "ml-system-design")).Plan);

    [Fact]
    public void A_question_named_by_its_id_stands_alone() => Assert.Equal((null, 25), (Start([], ("question", "behavioral.story-1")).Plan, Start([], ("question", "behavioral.story-1")).Minutes));

    [Fact]
    public void What_was_never_asked_comes_before_what_was()
    {
        Seq<Asked> asked = [new("behavioral.story-1", A.Min(-9000)), new("behavioral.story-2", A.Min(-8000))];

        Assert.Equal(["behavioral.story-3", "behavioral.story-4", "behavioral.story-5"], Start(asked, ("round", "behavioral")).Plan!.Select(planned => planned.QuestionId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Over_two_rounds_no_question_repeats_until_the_pool_is_used_up()
    {
        var asked = new List<Asked>();
        for (var session = 0; session < 2; session++)
            asked.AddRange(Start([.. asked], ("round", "behavioral"), ("seed", $"{session}")).Plan!.Select(planned => new Asked(planned.QuestionId, A.Min(session * 100))));

        Assert.Equal(5, asked.Select(each => each.QuestionId).Distinct().Count());
    }

    [Fact]
    public void Extra_time_stretches_everything()
    {
        var setup = Start([], ("round", "behavioral"), ("extra-time", "1.5"));

        Assert.Equal((45, 68, TimeSpan.FromMinutes(22.5)), (setup.Minutes, setup.AllMinutes, new Pace(setup, Stories[0]).Total));
    }

    [Fact]
    public void A_loops_wishes_settle_which_of_equally_fresh_questions_is_asked()
    {
        var loop = new LoopPart(new("loop", "abcdefgh"), 1, 3, Wanted: ["topic-4"], UsedUp: []);

        var chosen = Enumerable.Range(0, 20).Select(seed => ((Opened.Ready)Opening.Start(A.Stream, A.From(0), [new("round", "behavioral"), new("seed", $"{seed}")], new([], null), loop)).Setup.QuestionId);

        Assert.All(chosen, id => Assert.Equal("behavioral.story-4", id));
    }

    [Fact]
    public void A_topic_the_loop_has_had_enough_of_is_avoided_while_there_is_another()
    {
        var loop = new LoopPart(new("loop", "abcdefgh"), 1, 3, Wanted: [], UsedUp: ["topic-1", "topic-2"]);

        var chosen = Enumerable.Range(0, 20).Select(seed => ((Opened.Ready)Opening.Start(A.Stream, A.From(0), [new("round", "behavioral"), new("seed", $"{seed}")], new([], null), loop)).Setup.QuestionId);

        Assert.DoesNotContain(chosen, id => id is "behavioral.story-1" or "behavioral.story-2");
    }

    [Fact]
    public void A_changed_length_fills_the_round_anew_from_the_same_seed()
    {
        var before = Start([], ("round", "behavioral"), ("style", "sceptic"), ("extra-time", "1.25"));

        var after = ((Opened.Ready)Opening.Change(before, A.From(1), [new("round", "behavioral"), new("level", before.Level), new("minutes", "30")], new([], null))).Setup;

        Assert.Equal((30, 2, before.QuestionId, Style.Sceptic, 25), (after.Minutes, after.QuestionCount, after.QuestionId, after.Style, after.ExtraPercent));
    }

    private static Setup Start(Seq<Asked> asked, params (string Name, string Value)[] arguments) =>
        ((Opened.Ready)Opening.Start(A.Stream, A.From(0), [.. arguments.Select(pair => new Argument(pair.Name, pair.Value))], new(asked, null))).Setup;
}
