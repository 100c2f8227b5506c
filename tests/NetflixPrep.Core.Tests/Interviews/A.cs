using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Tests.Interviews;

/// <summary>Facts and inputs of one session that show only what matters. Minutes count from Begin.</summary>
internal static class A
{
    internal static readonly DateTimeOffset TenOClock = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    internal static readonly PersonId Ada = new("terminal", "hall", "ada");
    internal static readonly PersonId Bea = new("terminal", "hall", "bea");
    internal static readonly PlaceId Thread = new("terminal", "thread-1");

    internal static readonly StreamId Stream = new("session", "7k2m9q4d");

    internal static readonly LastCause LastTime = new("no-baseline", "No baseline", new("session", "earlier1"));

    internal static Setup Setup { get; } = new()
    {
        Stream = Stream,
        Person = Ada,
        AskedIn = new("terminal", "practice"),
        ScriptHash = "hash",
        QuestionId = "ml-system-design.rows",
        RoundId = "ml-system-design",
        RoundLabel = "System design",
        Minutes = 30,
        Level = "L5",
        Openness = Openness.Private,
        Seed = 7,
        Rules = Interviewer.Rules,
    };

    internal static DateTimeOffset Min(double minutes) => TenOClock + TimeSpan.FromMinutes(minutes);

    internal static Origin From(double minute, PersonId? who = null) => new($"d{minute}", who ?? Ada, Thread, Min(minute));

    // Facts, in the order in which they happen.
    internal static SessionEvent Started { get; } = new SessionEvent.Briefed(Min(-1), Setup);

    internal static SessionEvent StartedWith(Setup setup) => new SessionEvent.Briefed(Min(-1), setup);

    internal static SessionEvent Asked { get; } = new SessionEvent.QuestionAsked(Min(0));

    internal static SessionEvent Answered(string text, double minute = 1, string id = "m1", string? file = null) => new SessionEvent.AnswerGiven(Min(minute), Thread, id, text, file);

    internal static SessionEvent Finished(double minute = 10, EndedBy by = EndedBy.Done) => new SessionEvent.AnswerFinished(Min(minute), by);

    internal static SessionEvent Probed(string followUp, double minute = 10, string reason = "everybody gets this one", int of = 2) => new SessionEvent.FollowUpAsked(Min(minute), followUp, reason, of);

    internal static SessionEvent ProbeFinished(double minute, EndedBy by = EndedBy.Done) => new SessionEvent.FollowUpFinished(Min(minute), by);

    internal static SessionEvent Invited(double minute = 10) => new SessionEvent.QuestionsInvited(Min(minute));

    internal static SessionEvent QuestionsOver(double minute = 11, EndedBy by = EndedBy.Done) => new SessionEvent.QuestionsFinished(Min(minute), by);

    internal static SessionEvent Scored(string dimension, int score, double minute = 12) => new SessionEvent.SelfScored(Min(minute), dimension, score);

    internal static SessionEvent ScoresSkipped(double minute = 12) => new SessionEvent.SelfScoreSkipped(Min(minute));

    internal static SessionEvent Debriefed(double minute = 12) => new SessionEvent.Debriefed(Min(minute));

    internal static SessionEvent Chose(string cause = "no-baseline", string label = "No baseline", double minute = 13) => new SessionEvent.CauseChosen(Min(minute), cause, label);

    internal static SessionEvent Told(double minute, params string[] facts) => new SessionEvent.FactsTold(Min(minute), [.. facts]);

    internal static SessionEvent Hinted(int rung, double minute) => new SessionEvent.HintGiven(Min(minute), rung);

    internal static SessionEvent Paused(double minute) => new SessionEvent.Paused(Min(minute));

    internal static SessionEvent Resumed(double minute) => new SessionEvent.Resumed(Min(minute));

    internal static SessionEvent Held(double since, double until) => new SessionEvent.ClockHeld(Min(until), Min(since));

    internal static SessionEvent Passed(ClockMark mark, double minute) => new SessionEvent.MarkPassed(Min(minute), mark);

    internal static SessionEvent Thrown(double minute = 10) => new SessionEvent.CurveballThrown(Min(minute), "launch");

    internal static SessionEvent Nudged(NudgeKind kind, string evidence, double minute) => new SessionEvent.Nudged(Min(minute), kind, evidence);

    internal static SessionEvent StopAsked(double minute) => new SessionEvent.StopAsked(Min(minute));

    internal static SessionEvent StopDeclined(double minute) => new SessionEvent.StopDeclined(Min(minute));

    internal static SessionEvent Ended(Ending ending, double minute) => new SessionEvent.Ended(Min(minute), ending);

    // Inputs.
    internal static SessionInput Start(Setup? setup = null) => new SessionInput.Start(From(-1), setup ?? Setup);

    internal static SessionInput Begin(double minute = 0, int? step = 0) => new SessionInput.Begin(From(minute), step);

    internal static SessionInput Say(string text, double minute = 2, string id = "m2", string? file = null, PersonId? by = null) => new SessionInput.Say(From(minute, by), id, text, file);

    internal static SessionInput Edit(string text, double minute = 3, string id = "m1") => new SessionInput.Edit(From(minute), id, text);

    internal static SessionInput Delete(double minute = 3, string id = "m1") => new SessionInput.Delete(From(minute), id);

    internal static SessionInput Done(double minute, int? step = null) => new SessionInput.Done(From(minute), step);

    internal static SessionInput Skip(double minute, int? step = null) => new SessionInput.Skip(From(minute), step);

    internal static SessionInput Hint(double minute, int? rung = null, int? step = null) => new SessionInput.Hint(From(minute), step, rung);

    internal static SessionInput Ask(string question, double minute = 2) => new SessionInput.Asked(From(minute), question);

    internal static SessionInput Pause(double minute) => new SessionInput.Pause(From(minute));

    internal static SessionInput Resume(double minute) => new SessionInput.Resume(From(minute));

    internal static SessionInput Stop(double minute, bool byCommand = false) => new SessionInput.Stop(From(minute), byCommand);

    internal static SessionInput Due(double minute) => new SessionInput.Due(From(minute, PersonId.Bot), Interviewer.ClockTimer);

    internal static SessionInput Woke(double since, double until) => new SessionInput.Woke(From(until, PersonId.Bot), Min(since));

    internal static SessionInput Score(string dimension, string? value, int step, double minute = 12) => new SessionInput.Score(From(minute), step, dimension, value);
}
