using NetflixPrep.Bot.Committees;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Drills;
using NetflixPrep.Bot.Pairs;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Bot.Groups;

/// <summary>Settings and timers of groups.</summary>
internal sealed class GroupRouter(StreamKind<Group, GroupInput, GroupEvent> kind, GroupDesk desk)
{
    /// <summary><c>/settings</c> with something to change.</summary>
    public Routed Change(Inbound.Command command, Reads reads) => Group.StreamOf(command.From.Person) is { } group
        ? new Routed.To(kind.Call(group, Input(command, group, reads)))
        : new Routed.Answer([new Effect.Show(new Where.In(command.From.Place), "settings", GroupWording.NoGroup(), command.From.Person, [])]);

    public Routed Due(Inbound.Due due, Reads reads) => due.Timer switch
    {
        GroupDesk.IntroduceTimer when due.With.FirstOrDefault(argument => argument.Name == "place") is { } place =>
            new Routed.To(kind.Call(due.Stream, new GroupInput.Introduce(due.From, PlaceId.Parse(place.Value)))),
        GroupDesk.RetentionTimer => Clear(due, reads),
        _ => Routed.NotOurs,
    };

    private GroupInput.Change Input(Inbound.Command command, StreamId group, Reads reads)
    {
        var change = new GroupInput.Change(command.From, command.Arguments);
        return desk.SlotAfter(kind.Fold(group, reads.Events(group)), change) is { } slot ? change with { SlotIsSet = reads.IsSet(slot) } : change;
    }

    private Routed.Erase Clear(Inbound.Due due, Reads reads)
    {
        var days = kind.Fold(due.Stream, reads.Events(due.Stream)).Settings.RetentionDays;
        var before = due.From.At - TimeSpan.FromDays(days ?? 0);
        IReadOnlyList<StreamId> old = days is null ? [] : [.. reads.EndedBefore(due.Stream, before), .. reads.DailiesBefore(due.Stream, before), .. reads.CommitteesBefore(due.Stream, before), .. reads.PairsBefore(due.Stream, before)];
        return new(new Erasure.OfSessions(old), [], [kind.Call(due.Stream, new GroupInput.Cleared(due.From))]);
    }
}
