using System.Diagnostics;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Groups;

/// <summary>A recorded fact of a group, past tense. The names under which these are stored never change.</summary>
public abstract record GroupEvent
{
    private GroupEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    /// <summary>The group was told what the bot does and keeps.</summary>
    public sealed record Introduced(DateTimeOffset At, PlaceId Place) : GroupEvent(At);

    /// <summary>Somebody who manages the group changed how the bot works there; all settings as they are from now on. Who it was is not kept.</summary>
    public sealed record SettingsChanged(DateTimeOffset At, GroupSettings Settings) : GroupEvent(At);
}

/// <summary>What the desk of a group is asked to decide on.</summary>
public abstract record GroupInput
{
    private GroupInput(Origin from) => From = from;

    public Origin From { get; init; }

    /// <summary>The bot was used here for the first time.</summary>
    public sealed record Introduce(Origin From, PlaceId Place) : GroupInput(From);

    /// <summary><c>/settings</c> with something to change.</summary>
    public sealed record Change(Origin From, Seq<Argument> Arguments) : GroupInput(From)
    {
        /// <summary>The timer of the hour of its question of the day is set already; setting it anew could lose a time that has just passed.</summary>
        public bool SlotIsSet { get; init; }
    }

    /// <summary>What was older than the retention was erased; the next look is to be set.</summary>
    public sealed record Cleared(Origin From) : GroupInput(From);
}

/// <summary>Where a group stands: the fold of its events.</summary>
public sealed record Group(StreamId Stream, bool Introduced, GroupSettings Settings)
{
    /// <summary>The first part of the ids of these streams.</summary>
    public const string StreamName = "group";

    public static Group New(StreamId stream) => new(stream, Introduced: false, GroupSettings.Default);

    /// <summary>The stream of the group in which the person was met; null in direct messages.</summary>
    public static StreamId? StreamOf(PersonId person) => person.Group is { } group ? new(StreamName, $"{person.Platform}:{group}") : null;

    /// <summary>The state after one more fact.</summary>
    /// <exception cref="UnreachableException">The fact cannot follow this state: the journal was written by something else.</exception>
    public Group Evolve(GroupEvent fact) => (this, fact) switch
    {
        ({ Introduced: false }, GroupEvent.Introduced) => this with { Introduced = true },
        (_, GroupEvent.SettingsChanged changed) => this with { Settings = changed.Settings },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow here."),
    };
}
