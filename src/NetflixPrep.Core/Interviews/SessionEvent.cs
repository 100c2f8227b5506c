using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Interviews;

/// <summary>How a part of the session ended.</summary>
public enum EndedBy
{
    Done,
    TimeUp,
    Skipped,

    /// <summary>The incident's mitigation was carried out.</summary>
    Mitigated,
}

/// <summary>How the session ended.</summary>
public enum Ending
{
    /// <summary>All the way to the debrief.</summary>
    Complete,

    /// <summary>Stopped by the person; what was said is kept.</summary>
    Stopped,

    /// <summary>The person never came, or never came back.</summary>
    Abandoned,

    /// <summary>The thread or channel was lost.</summary>
    PlaceLost,
}

public enum ClockMark
{
    LastMinutes,
    TimeUp,
}

public enum NudgeKind
{
    Silence,
    Monologue,
}

/// <summary>Why a member of the panel is no longer there.</summary>
public enum LeftBecause
{
    /// <summary>They pressed the button, or had their data deleted.</summary>
    Left,

    Late,

    /// <summary>Too many things in a row were left to the bot.</summary>
    Silent,
}

/// <summary>A recorded fact of a session, past tense. The names under which these are stored never change.</summary>
/// <param name="At">When it happened, UTC.</param>
public abstract record SessionEvent
{
    private SessionEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    public sealed record Briefed(DateTimeOffset At, Setup Setup) : SessionEvent(At);

    public sealed record SetupChanged(DateTimeOffset At, Setup Setup) : SessionEvent(At);

    public sealed record QuestionAsked(DateTimeOffset At) : SessionEvent(At);

    /// <param name="FileName">Set when it came as a text file.</param>
    public sealed record AnswerGiven(DateTimeOffset At, PlaceId Place, string MessageId, string Text, string? FileName) : SessionEvent(At);

    public sealed record AnswerEdited(DateTimeOffset At, string MessageId, string Text) : SessionEvent(At);

    public sealed record AnswerDeleted(DateTimeOffset At, string MessageId) : SessionEvent(At);

    public sealed record FactsTold(DateTimeOffset At, Seq<string> Facts) : SessionEvent(At)
    {
        /// <summary>The member of the panel who told them; null for the bot, here and in what follows.</summary>
        public PersonId? By { get; init; }

        /// <summary>The lead in whose place the bot did it, here and in what follows.</summary>
        public PersonId? InPlaceOf { get; init; }
    }

    /// <summary>Something was asked for that the question has no figure for.</summary>
    public sealed record FactMissed(DateTimeOffset At, string Asked) : SessionEvent(At)
    {
        public PersonId? InPlaceOf { get; init; }
    }

    public sealed record HintGiven(DateTimeOffset At, int Rung) : SessionEvent(At)
    {
        public PersonId? By { get; init; }
    }

    public sealed record CurveballThrown(DateTimeOffset At, string Curveball) : SessionEvent(At)
    {
        public PersonId? By { get; init; }

        public PersonId? InPlaceOf { get; init; }
    }

    /// <summary>A symptom of an incident appeared.</summary>
    public sealed record SymptomShown(DateTimeOffset At, string Symptom) : SessionEvent(At);

    /// <param name="Asked">The words that asked for it.</param>
    public sealed record EvidenceShown(DateTimeOffset At, Seq<string> Evidence, string Asked) : SessionEvent(At);

    /// <summary>Something was looked at that the script has nothing on.</summary>
    public sealed record EvidenceMissed(DateTimeOffset At, string Asked) : SessionEvent(At);

    /// <param name="Quote">The words that carried it out.</param>
    public sealed record Mitigated(DateTimeOffset At, string Quote) : SessionEvent(At);

    public sealed record MarkPassed(DateTimeOffset At, ClockMark Mark) : SessionEvent(At);

    /// <param name="Evidence">The minutes or words that caused it, in words.</param>
    public sealed record Nudged(DateTimeOffset At, NudgeKind Kind, string Evidence) : SessionEvent(At);

    public sealed record Paused(DateTimeOffset At) : SessionEvent(At);

    public sealed record Resumed(DateTimeOffset At) : SessionEvent(At);

    /// <summary>The bot was away since <paramref name="Since"/>, and the clock stood.</summary>
    public sealed record ClockHeld(DateTimeOffset At, DateTimeOffset Since) : SessionEvent(At);

    public sealed record AnswerFinished(DateTimeOffset At, EndedBy By) : SessionEvent(At);

    /// <param name="Reason">Why this one, in words that quote what caused it.</param>
    public sealed record FollowUpAsked(DateTimeOffset At, string FollowUp, string Reason, int Of) : SessionEvent(At)
    {
        /// <summary>The member of the panel who asked it; null for the bot.</summary>
        public PersonId? Asker { get; init; }

        public PersonId? InPlaceOf { get; init; }
    }

    public sealed record FollowUpFinished(DateTimeOffset At, EndedBy By) : SessionEvent(At);

    /// <param name="Number">Of the question in the round, from 0.</param>
    public sealed record NextQuestionAsked(DateTimeOffset At, int Number) : SessionEvent(At);

    public sealed record QuestionsInvited(DateTimeOffset At) : SessionEvent(At);

    public sealed record QuestionsFinished(DateTimeOffset At, EndedBy By) : SessionEvent(At);

    /// <summary>The self-score is sealed: nobody else sees it before peers have scored.</summary>
    public sealed record SelfScored(DateTimeOffset At, string Dimension, int Score) : SessionEvent(At);

    public sealed record SelfScoreSkipped(DateTimeOffset At) : SessionEvent(At);

    public sealed record Debriefed(DateTimeOffset At) : SessionEvent(At);

    /// <param name="Cause">An id of the closed list, or <see cref="Sheet.OtherCause"/> with the person's own words.</param>
    public sealed record CauseChosen(DateTimeOffset At, string Cause, string Label) : SessionEvent(At);

    public sealed record LastCauseJudged(DateTimeOffset At, string Cause, bool Held) : SessionEvent(At);

    /// <summary>A member of the panel is here, for the first time or again.</summary>
    public sealed record SeatTaken(DateTimeOffset At, PersonId Person) : SessionEvent(At);

    public sealed record SeatLeft(DateTimeOffset At, PersonId Person, LeftBecause Because) : SessionEvent(At);

    /// <summary>The lead is left to answer what the candidate asked for.</summary>
    /// <param name="Facts">Empty when the script has no figure for it.</param>
    public sealed record FactsAwaited(DateTimeOffset At, Seq<string> Facts, string Asked) : SessionEvent(At);

    /// <summary>A part is over, and the next in turn is left to ask the follow-up.</summary>
    public sealed record FollowUpAwaited(DateTimeOffset At) : SessionEvent(At);

    /// <summary>A member of the panel said something in their own words; it is never read as an answer.</summary>
    public sealed record PanelSaid(DateTimeOffset At, PersonId Person, string MessageId, string Text) : SessionEvent(At);

    /// <param name="Text">Null when it was taken back.</param>
    public sealed record PanelReworded(DateTimeOffset At, PersonId Person, string MessageId, string? Text) : SessionEvent(At);

    public sealed record StopAsked(DateTimeOffset At) : SessionEvent(At);

    public sealed record StopDeclined(DateTimeOffset At) : SessionEvent(At);

    public sealed record Ended(DateTimeOffset At, Ending Ending) : SessionEvent(At);
}
