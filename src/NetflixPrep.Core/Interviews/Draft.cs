using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Interviews;

/// <summary>A decision being written: facts are folded in as they are recorded, so that what follows sees them.</summary>
internal sealed class Draft(Session state, Origin from)
{
    private readonly List<SessionEvent> events = [];
    private readonly List<Effect> effects = [];

    public Session State { get; private set; } = state;

    public DateTimeOffset At => from.At;

    /// <summary>The sheet of a session that has started.</summary>
    public Sheet Sheet => ((Session.Started)State).Sheet;

    public Draft Record(SessionEvent fact)
    {
        State = State.Evolve(fact);
        events.Add(fact);
        return this;
    }

    public Draft Wish(Effect effect)
    {
        effects.Add(effect);
        return this;
    }

    /// <summary>Says something in the session's home. Only the person whose turn it is may be pinged, and only when asked for.</summary>
    public Draft Say(string slot, Message message, bool ping = false) =>
        Wish(new Effect.Show(new Where.Home(), slot, message, Only: null, ping ? [Sheet.Setup.Person] : []));

    /// <summary>Answers the person alone, where they are.</summary>
    public Draft Whisper(Message message) =>
        Wish(new Effect.Show(new Where.In(from.Place), "whisper", message, Only: from.Person, []));

    public Draft Whisper(Prose text) => Whisper(new Message(text));

    // A mark that has passed while its timer was late is due now, not forgotten; only a finished session wants nothing more.
    private DateTimeOffset? When(DateTimeOffset? mark) => mark is not { } at || at > At ? mark : State is Session.Finished ? null : At;

    /// <summary>The decision, with the session's timer set to its next mark.</summary>
    /// <param name="always">Set the timer also when nothing was recorded: the one that just fired is gone.</param>
    public Decision<SessionEvent> Finish(Func<Session, DateTimeOffset?> nextMark, bool always)
    {
        if ((always || events.Count > 0) && State is Session.Started started)
            effects.Add(new Effect.Later(started.Sheet.Setup.Stream, Interviewer.ClockTimer, [], When(nextMark(State))));
        return new([.. events], [.. effects]);
    }
}
