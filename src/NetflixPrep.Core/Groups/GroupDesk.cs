using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;

namespace NetflixPrep.Core.Groups;

/// <summary>The decider of a group: the first-use notice, its settings, and the daily look for what is too old. Pure.</summary>
public sealed class GroupDesk(GroupNames names)
{
    /// <summary>Due at once after the first use.</summary>
    public const string IntroduceTimer = "introduce";

    /// <summary>Due once a day while a retention is set.</summary>
    public const string RetentionTimer = "retention";

    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>The wish of whoever meets a group for the first time.</summary>
    public static Effect.Later Introduction(StreamId group, Origin from) =>
        new(group, IntroduceTimer, [new("place", from.Place.ToString())], from.At);

    /// <summary>The hour of the question of the day if this change is taken; null for none.</summary>
    public Slot? SlotAfter(Group group, GroupInput.Change change) =>
        SettingsEntry.Read(group.Settings, change.From.Person, change.Arguments, names) is ({ DailySlot: var slot }, { Count: 0 }) ? slot : null;

    /// <summary>Answers every pair of state and input.</summary>
    public Decision<GroupEvent> Decide(Group group, GroupInput input) => (group, input) switch
    {
        ({ Introduced: true }, GroupInput.Introduce) => Decision<GroupEvent>.Nothing,
        (_, GroupInput.Introduce introduce) => new(
            [new GroupEvent.Introduced(introduce.From.At, introduce.Place)],
            [new Effect.Show(new Where.In(introduce.Place), "introduction", GroupWording.Introduction(), null, [])]),

        (_, GroupInput.Change { From.Admin: false } change) => new([], [Whisper(change.From, new(GroupWording.NotTheirs()))]),
        (_, GroupInput.Change change) => Change(group, change),

        (_, GroupInput.Cleared cleared) => new([], [Next(group, cleared.From.At, group.Settings)]),
        _ => throw new UnreachableException($"No rule for {input.GetType().Name}."),
    };

    private Decision<GroupEvent> Change(Group group, GroupInput.Change change)
    {
        var (settings, complaints) = SettingsEntry.Read(group.Settings, change.From.Person, change.Arguments, names);
        if (complaints.Count > 0) return new([], [Whisper(change.From, new(GroupWording.Wrong(complaints)))]);
        var saved = Whisper(change.From, GroupWording.Settings(settings, admin: true, saved: true));
        if (settings == group.Settings) return new([], [saved]);
        return new([new GroupEvent.SettingsChanged(change.From.At, settings)],
        [
            saved,
            .. settings.RetentionDays == group.Settings.RetentionDays ? Seq<Effect>.Empty : [Next(group, change.From.At, settings)],
            .. settings.DailySlot is { } slot && !change.SlotIsSet ? [SlotDesk.Wake(slot, change.From.At)] : Seq<Effect>.Empty,
        ]);
    }

    // A day from now also the first time: a slip can be taken back.
    private static Effect.Later Next(Group group, DateTimeOffset at, GroupSettings settings) =>
        new(group.Stream, RetentionTimer, [], settings.RetentionDays is null ? null : at + Daily);

    // Moderators may be named in it, so it is not kept.
    private static Effect.Show Whisper(Origin from, Message message) => new(new Where.In(from.Place), "settings", message, from.Person, []) { Quotes = true };
}
