using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Interviews;

/// <summary>A decision being written: facts are folded in as they are recorded, so that what follows sees them.</summary>
/// <param name="typed">The person wrote a message: no button or command is there to be answered privately.</param>
internal sealed class Draft(Session state, Origin from, bool typed)
{
    private readonly Session before = state;
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
    public Draft Say(string slot, Message message, Seq<PersonId>? notify = null) =>
        Wish(new Effect.Show(new Where.Home(), Sheet.Number == 0 ? slot : $"q{Sheet.Number + 1}-{slot}", message, Only: null, notify ?? []));

    /// <summary>Answers the person where they are: alone, or, when they wrote, as a line after their message. Platforms have no private answer to a message.</summary>
    /// <param name="quotes">Other people's words stand in it.</param>
    public Draft Whisper(Message message, bool quotes = false) => typed
        ? Say($"reply-{from.DeliveryId}", message)
        : Wish(new Effect.Show(new Where.In(from.Place), "whisper", message, Only: from.Person, []) { Quotes = quotes ? true : null });

    public Draft Whisper(Prose text) => Whisper(new Message(text));

    /// <summary>The decision, with the session's timer set to its next mark.</summary>
    /// <param name="fired">Set the timer also when nothing was recorded: the one that just fired is gone.</param>
    public Decision<SessionEvent> Finish(Func<Session, DateTimeOffset?> nextMark, bool fired)
    {
        var changed = events.Count > 0 && before is not Session.Finished;
        if ((fired || changed) && State is Session.Started started)
            effects.Add(new Effect.Later(started.Sheet.Setup.Stream, Interviewer.ClockTimer, [], Wake(nextMark(State))));
        return new([.. events], [.. effects]);
    }

    /// <summary>A mark that passed while something else was decided is due now. Only what was closed already waits for nothing.</summary>
    private DateTimeOffset? Wake(DateTimeOffset? next) =>
        next > At ? next : next is null || before is Session.Finished ? null : At;
}
