namespace NetflixPrep.Core.Chat;

/// <summary>Where an inbound comes from. The delivery id is unique on its platform: a second inbound with the same one changes nothing.</summary>
/// <param name="At">When it was received, in UTC.</param>
public sealed record Origin(string DeliveryId, PersonId Person, PlaceId Place, DateTimeOffset At)
{
    /// <summary>The platform says that the person manages the group in which this happened.</summary>
    public bool Admin { get; init; }

    /// <summary>The zone that the platform's profile of the person names; null where it has none.</summary>
    public string? Zone { get; init; }
}

/// <summary>One named value: an argument of a command or a field of a form.</summary>
public sealed record Argument(string Name, string Value);

/// <summary>Something that happened, platform-neutral: a person did it, or the clock. It is journalled before anything is decided.</summary>
public abstract record Inbound
{
    private Inbound(Origin from) => From = from;

    public Origin From { get; init; }

    /// <summary>A slash command; <paramref name="Verb"/> is a verb of <see cref="CommandTable"/>, such as <c>mock start</c>.</summary>
    public sealed record Command(Origin From, string Verb, Seq<Argument> Arguments) : Inbound(From);

    /// <summary>A button, or a select menu with the value chosen. The token is a <see cref="Token"/> as the platform carried it: untrusted.</summary>
    public sealed record Choice(Origin From, string Token, string? Value) : Inbound(From);

    /// <summary>A form sent in; the token is untrusted as above.</summary>
    public sealed record Form(Origin From, string Token, Seq<Argument> Fields) : Inbound(From);

    /// <summary>A message that a person typed.</summary>
    public sealed record Text(Origin From, string MessageId, string Body) : Inbound(From);

    /// <summary>A message that was changed; <paramref name="Body"/> is its whole new text.</summary>
    public sealed record Edited(Origin From, string MessageId, string Body) : Inbound(From);

    /// <summary>A message that its author took back.</summary>
    public sealed record Deleted(Origin From, string MessageId) : Inbound(From);

    /// <summary>A long paste that the platform sent as a text file.</summary>
    public sealed record Attached(Origin From, string MessageId, string FileName, string Body) : Inbound(From);

    /// <summary>A timer of a stream has come due.</summary>
    public sealed record Due(Origin From, StreamId Stream, string Timer, Seq<Argument> With) : Inbound(From);

    /// <summary>The place in <see cref="Origin.Place"/> is lost: thread or channel deleted, or the bot or the person is no longer in it.</summary>
    /// <param name="Stream">The stream whose home could not be opened at all; null when the place itself says who lived there.</param>
    public sealed record PlaceGone(Origin From, string Reason, StreamId? Stream = null) : Inbound(From)
    {
        /// <summary>The <see cref="Reason"/> when the person takes no direct messages from the bot.</summary>
        public const string DmClosed = "dm-closed";
    }

    /// <summary>The bot is back after it could not act since <paramref name="DownSince"/> (UTC): interview clocks stood still.</summary>
    public sealed record Woke(Origin From, DateTimeOffset DownSince) : Inbound(From);
}
