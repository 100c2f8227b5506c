using FsCheck;
using FsCheck.Fluent;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Tests.Interviews;

/// <summary>Interviews of random presses, words and times; FsCheck prints the seed of one that breaks a claim.</summary>
public class RandomInterviewTests
{
    private static readonly string[] Texts =
        ["the goal", "a baseline", "How many members?", "What else?", "done", "hint", "skip", "pause", "resume", "stop", "go on", "none", "", "latency of 200 ms", string.Concat(Enumerable.Repeat("word ", 301))];

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(80);

    [Fact]
    public void Nothing_ever_throws_and_the_facts_fold_to_the_same_state() => Check(run =>
        run.Steps.All(step => step.After == step.Decision.Events.Aggregate(step.Before, (session, fact) => session.Evolve(fact))));

    [Fact]
    public void The_same_inputs_lead_to_the_same_interview() => Check(run =>
        Play(run.Inputs).Steps.Select(step => step.Decision).Zip(run.Steps.Select(step => step.Decision)).All(pair => pair.First.Events.Equals(pair.Second.Events) && pair.First.Effects.Count == pair.Second.Effects.Count));

    [Fact]
    public void The_clock_never_runs_backwards() => Check(run =>
        run.Steps.Where(step => step.Input is not SessionInput.Woke).All(step => Elapsed(step.After, step.Input.At) >= Elapsed(step.Before, step.Previous)));

    [Fact]
    public void Time_away_is_never_taken_off_what_was_said_or_begun() => Check(run =>
        run.Steps.All(step => step.After is not Session.Speaking { Sheet: var sheet } || (Elapsed(step.After, step.Input.At) >= sheet.LastWord && Elapsed(step.After, step.Input.At) >= sheet.PartBegan)));

    [Fact]
    public void There_is_one_nudge_of_a_kind_and_one_curveball_at_most() => Check(run =>
        Enum.GetValues<NudgeKind>().All(kind => run.Facts.OfType<SessionEvent.Nudged>().Count(nudge => nudge.Kind == kind) <= 1) && run.Facts.OfType<SessionEvent.CurveballThrown>().Count() <= 1);

    [Fact]
    public void There_are_never_more_follow_ups_than_the_question_allows() => Check(run => run.Facts.OfType<SessionEvent.FollowUpAsked>().Count() <= 2);

    [Fact]
    public void No_message_is_recorded_twice() => Check(run =>
        run.Facts.OfType<SessionEvent.AnswerGiven>().GroupBy(answer => answer.MessageId).All(group => group.Count() == 1));

    [Fact]
    public void A_running_session_always_waits_for_a_moment_to_come() => Check(run =>
        run.Steps.All(step => step.After is Session.NotStarted or Session.Finished || step.Decision.Events.Count == 0 || step.Decision.Effects.OfType<Effect.Later>().Single().At >= step.Input.At));

    [Fact]
    public void A_session_left_alone_comes_to_its_end_by_its_timers() => Check(ComesToItsEnd);

    [Fact]
    public void With_a_panel_nothing_throws_and_the_session_left_alone_comes_to_its_end() => CheckPanel(run =>
        run.Steps.All(step => step.After == step.Decision.Events.Aggregate(step.Before, (session, fact) => session.Evolve(fact))) && ComesToItsEnd(run));

    [Fact]
    public void With_a_panel_the_clock_never_runs_backwards_and_nothing_is_asked_or_thrown_twice() => CheckPanel(run =>
        run.Steps.Where(step => step.Input is not SessionInput.Woke).All(step => Elapsed(step.After, step.Input.At) >= Elapsed(step.Before, step.Previous))
        && run.Facts.OfType<SessionEvent.FollowUpAsked>().GroupBy(asked => asked.FollowUp).All(group => group.Count() == 1)
        && run.Facts.OfType<SessionEvent.FollowUpAsked>().Count() <= 2 && run.Facts.OfType<SessionEvent.CurveballThrown>().Count() <= 1);

    [Fact]
    public void With_a_panel_no_word_of_it_is_read_as_an_answer() => CheckPanel(run =>
        run.Steps.All(step => step.After is not Session.Started { Sheet: var sheet } || sheet.All.SelectMany(each => each.Entries).All(entry => !entry.MessageId.StartsWith('p'))));

    private static bool ComesToItsEnd(Run run)
    {
        var (session, wake) = (run.Steps[^1].After, run.Steps.SelectMany(step => step.Decision.Effects).OfType<Effect.Later>().LastOrDefault()?.At);
        for (var turns = 0; turns < 40 && session is Session.Started and not Session.Finished && wake is { } at; turns++)
        {
            var due = new SessionInput.Due(new("due", PersonId.Bot, PlaceId.Bot, at), Interviewer.ClockTimer);
            var decision = Interviewer.Decide(session, due);
            session = decision.Events.Aggregate(session, (state, fact) => state.Evolve(fact));
            wake = decision.Effects.OfType<Effect.Later>().Single().At;
        }
        return session is Session.NotStarted or Session.Finished;
    }

    private static Interviewer Interviewer { get; } = Fixture.Interviewer(Fixture.Script);

    private static void Check(Func<Run, bool> claim) => Prop.ForAll(Inputs(), inputs => claim(Play([.. inputs]))).Check(Runs);

    private static void CheckPanel(Func<Run, bool> claim) =>
        Prop.ForAll(Inputs(kinds: 24), inputs => claim(Play([.. inputs], ((SessionEvent.Briefed)P.Started).Setup))).Check(Runs);

    private sealed record Step(Session Before, DateTimeOffset Previous, SessionInput Input, Decision<SessionEvent> Decision, Session After);

    private sealed record Run(Seq<SessionInput> Inputs, IReadOnlyList<Step> Steps)
    {
        public IEnumerable<SessionEvent> Facts => Steps.SelectMany(step => step.Decision.Events);
    }

    private static Run Play(Seq<SessionInput> inputs, Setup? setup = null)
    {
        var steps = new List<Step>();
        Session session = new Session.NotStarted();
        var previous = A.Min(-2);
        foreach (var input in inputs.Prepend(A.Begin(-0.5)).Prepend(A.Start(setup)))
        {
            var decision = Interviewer.Decide(session, input);
            var after = decision.Events.Aggregate(session, (state, fact) => state.Evolve(fact));
            steps.Add(new(session, previous, input, decision, after));
            (session, previous) = (after, input.At);
        }
        return new(inputs, steps);
    }

    private static TimeSpan Elapsed(Session session, DateTimeOffset at) => session is Session.Started { Sheet.Clock: { } clock } ? clock.Elapsed(at) : TimeSpan.Zero;

    private static Arbitrary<SessionInput[]> Inputs(int kinds = 15) => Arb.From(
        from chosen in Gen.Choose(0, kinds).ArrayOf()
        from seconds in Gen.Frequency((6, Gen.Choose(0, 90)), (2, Gen.Choose(90, 900)), (1, Gen.Choose(900, 90_000))).ArrayOf(chosen.Length)
        from texts in Gen.Choose(0, Texts.Length - 1).ArrayOf(chosen.Length)
        from steps in Gen.Choose(0, 7).ArrayOf(chosen.Length)
        select Build(chosen, seconds, texts, steps));

    private static SessionInput[] Build(int[] kinds, int[] seconds, int[] texts, int[] steps)
    {
        var at = A.Min(0);
        var inputs = new SessionInput[kinds.Length];
        for (var i = 0; i < kinds.Length; i++)
        {
            var before = at;
            at += TimeSpan.FromSeconds(seconds[i]);
            var mine = new Origin($"d{i}", A.Ada, A.Thread, at);
            var clock = mine with { Person = PersonId.Bot };
            var theirs = mine with { Person = steps[i] % 2 == 0 ? A.Bea : P.Cleo };
            inputs[i] = kinds[i] switch
            {
                0 or 1 or 2 => new SessionInput.Say(mine, $"m{i - (i % 2)}", Texts[texts[i]], null),
                3 or 4 => new SessionInput.Due(clock, Interviewer.ClockTimer),
                5 => new SessionInput.Woke(clock, before - TimeSpan.FromSeconds(5)),
                6 => new SessionInput.Done(mine, steps[i]),
                7 => new SessionInput.Done(mine, null),
                8 => new SessionInput.Hint(mine, null, null),
                9 => new SessionInput.Edit(mine, $"m{steps[i]}", Texts[texts[i]]),
                10 => new SessionInput.Delete(mine, $"m{steps[i]}"),
                11 => new SessionInput.Score(mine, steps[i], Fixture.Script.Rubric[steps[i] % 3].Id, "3"),
                12 => new SessionInput.Skip(mine, null),
                13 => new SessionInput.Asked(mine, Texts[texts[i]]),
                14 => new SessionInput.Pause(mine),
                15 => new SessionInput.Resume(mine),
                16 or 17 => new SessionInput.OpenScript(theirs),
                18 => new SessionInput.Say(theirs, $"p{i}", Texts[texts[i]], null),
                19 => new SessionInput.TellFact(theirs, steps[i], Fixture.Script.Question.Facts[texts[i] % 2].Id),
                20 => new SessionInput.GiveHint(theirs, steps[i], null),
                21 => new SessionInput.ThrowNews(theirs, steps[i], "launch"),
                22 => new SessionInput.AskFollowUp(theirs, steps[i], Fixture.Script.Question.FollowUps[texts[i] % 4].Id),
                23 => new SessionInput.LeavePanel(theirs),
                _ => new SessionInput.Due(clock, Interviewer.ClockTimer),
            };
        }
        return inputs;
    }
}
