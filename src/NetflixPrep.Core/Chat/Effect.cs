namespace NetflixPrep.Core.Chat;

/// <summary>Where an effect goes.</summary>
public abstract record Where
{
    private Where() { }

    /// <summary>The place of the stream that decides: the one its <see cref="Effect.OpenPlace"/> opened.</summary>
    public sealed record Home : Where;

    /// <summary>A place that is known.</summary>
    public sealed record In(PlaceId Place) : Where;

    /// <summary>A direct message to one person.</summary>
    public sealed record Dm(PersonId Person) : Where;
}

/// <summary>What kind of place a stream wishes for. A platform that has none of the kind falls back to the next one down, last to a direct message.</summary>
public enum Openness
{
    /// <summary>A thread that everybody in the channel can read.</summary>
    Public,

    /// <summary>A thread for those invited.</summary>
    Private,

    /// <summary>The person's direct messages.</summary>
    Dm,
}

/// <summary>A wish of the core to the world; carried out after commit, in order within a conversation.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Shows a message. The same slot of a stream again means: change that message in place.</summary>
    /// <param name="Slot">Names the message within its stream.</param>
    /// <param name="Only">Null for everyone in the place; a person for a private line, which may not outlive a reload.</param>
    /// <param name="Notify">The only people it may ping: nobody by default.</param>
    public sealed record Show(Where To, string Slot, Message Message, PersonId? Only, Seq<PersonId> Notify) : Effect
    {
        /// <summary>True: the message that carries the stream's buttons loses them, although this one has none.</summary>
        public bool? TakesButtons { get; init; }

        /// <summary>True: other people's words stand in it, so nothing of it is kept once it was sent.</summary>
        public bool? Quotes { get; init; }
    }

    /// <summary>Marks a person's message as saved.</summary>
    public sealed record Tick(PlaceId Place, string MessageId) : Effect;

    /// <summary>Opens a form for the person whose command or press is being answered.</summary>
    public sealed record OpenForm(Form Form) : Effect;

    /// <summary>Opens the stream's home and invites people. Doing it twice opens one place. A command that caused it is answered by the adapter with where it is.</summary>
    /// <param name="With">A stream whose home becomes this one's too, while it has one: the rounds of a loop live in its place.</param>
    public sealed record OpenPlace(PlaceId Near, string Name, Openness Openness, Seq<PersonId> People, StreamId? With = null) : Effect;

    /// <summary>Closes a place: no more answers are expected there. What stands there stays readable.</summary>
    /// <param name="Place">Null for the stream's home.</param>
    public sealed record ClosePlace(PlaceId? Place = null) : Effect;

    /// <summary>Sets a timer of a stream; the same timer again replaces it, null cancels it. Due now is how one stream feeds another.</summary>
    public sealed record Later(StreamId To, string Timer, Seq<Argument> With, DateTimeOffset? At) : Effect;
}
