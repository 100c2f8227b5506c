using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Pairs;

/// <summary>What is said about a group's matching. It is never written out who else waits.</summary>
public static class PoolLines
{
    /// <summary>Where somebody stands; with null they never asked.</summary>
    public static Message Standing(PoolMember? member, string zone, DateTimeOffset at, bool isMeeting, PlaceId? meetingIn) => member switch
    {
        _ when isMeeting => Busy(meetingIn),
        { IsWaiting: true } => Status(member, zone, at),
        { } before when before.IsAway(at) => new(Prose.Of($"You are not waiting for a partner, and away until {DrillWording.Day(before.AwayUntil!.Value)}. {new CommandRef(CommandTable.Pair, "away:back")} ends that, {new CommandRef(CommandTable.Pair, "round:any")} asks for a partner.")),
        _ => NotIn(),
    };

    internal static Message Status(PoolMember member, string zone, DateTimeOffset at)
    {
        if (!member.IsWaiting) return new(Prose.Of($"{(member.IsAway(at) ? Prose.Of($"Away until {DrillWording.Day(member.AwayUntil!.Value)}.") : Prose.Of($"You are back."))} You are not waiting for a partner; {new CommandRef(CommandTable.Pair, "round:any")} asks for one."));
        var wish = member.Wish;
        return new(Prose.Lines(
            When(member, zone, at),
            Prose.Of($"- Round: {Prose.Markdown(wish.Round is { } round ? Rounds.Find(round)?.Label ?? round : "any")}"),
            Prose.Of($"- Level: {wish.Level ?? "any"}"),
            Prose.Of($"- Hours: {wish.Hours?.ToString() ?? "any"}, in the zone {wish.Zone}"),
            Prose.Of($"- Days: {wish.Days.ToString()}"),
            member.First ? Prose.Of($"Nobody goes before you.") : Prose.Empty,
            Prose.Of($"When you are matched I open a thread for the two of you; after it you are out until you ask again. {new CommandRef(CommandTable.Pair, "away:2026-12-24")} leaves days out, {new CommandRef(CommandTable.Pair, "view:off")} ends it.")))
        {
            Title = "You are waiting for a partner",
        };
    }

    private static Prose When(PoolMember member, string zone, DateTimeOffset at)
    {
        var run = at;
        for (var day = 0; day < PracticeDesk.MostDaysAway + 8; day++)
        {
            run = PoolDesk.NextRun(zone, run);
            if (!member.IsFree(run)) continue;
            var away = member.IsAway(at) ? Prose.Of($"You are away until {DrillWording.Day(member.AwayUntil!.Value)}. ") : Prose.Empty;
            return Prose.Of($"{away}Your next matching is on {Local(run, member.Wish.Zone)}, where you live.");
        }
        return Prose.Of($"No day is left on which you could be matched.");
    }

    internal static Message Warning(PoolMember member, DateTimeOffset run) => new(Prose.Of(
        $"You are in today's matching, on {Local(run, member.Wish.Zone)}. If that does not suit you: {new CommandRef(CommandTable.Pair, "view:off")}, or {new CommandRef(CommandTable.Pair, "away:1")} for today."));

    internal static Message LeftOver(StreamId pool) => new(Prose.Of(
        $"Nobody was left to meet you today, sorry. You stay in, and nobody goes before you at the next matching. A mock with me needs no partner."))
    {
        Controls = [CommandPress.Button("Start a mock instead", CommandTable.MockStart), MeetingLines.PoolButton(pool, "Leave it", PairAct.Leave)],
    };

    internal static Message LeftOverInChannel(PoolMember member) => new(Prose.Of(
        $"{member.Person}, nobody was left to meet you at today's matching, and your direct messages are closed to me. Nobody goes before you next time; {new CommandRef(CommandTable.Pair)} shows where you stand."));

    internal static Message StoppedByItself(StreamId pool) => new(Prose.Of(
        $"Seven matchings went by without a partner for you, so I stop here and leave your messages alone. *Again* puts you back whenever you like."))
    {
        Controls = [MeetingLines.PoolButton(pool, "Again", PairAct.Again), CommandPress.Button("Start a mock instead", CommandTable.MockStart)],
    };

    internal static Message NothingToAsk() => new(Prose.Of($"There was a matching today, but the bank has no two questions to ask. Somebody who runs the bot has to add reviewed ones. You stay in and go first."));

    internal static Message Complaint(string complaint) => new(Prose.Of($"{complaint} Nothing was changed."));

    internal static Message Busy(PlaceId? place) => new(place is { } there
        ? Prose.Of($"Your meeting is still open in {there}. When it is over you can ask for the next partner.")
        : Prose.Of($"Your meeting is still open. When it is over you can ask for the next partner."));

    internal static Message NotIn() => new(Prose.Of($"You are not waiting for a partner. {new CommandRef(CommandTable.Pair, "round:any")} asks for one: once a day at noon I match two who wait, in different zones too."));

    internal static Message Left() => new(Prose.Of($"You are out. Nobody is told, and nothing comes until you ask again; {new CommandRef(CommandTable.Pair, "round:any")} does that."));

    /// <summary>The answer outside a group.</summary>
    public static Message NoGroup() => new(Prose.Of($"Partners are found within a group. Type {new CommandRef(CommandTable.Pair, "round:any")} in a channel of the group in which you want to practise."));

    internal static Message NotKnown() => new(Prose.Of($"I do not know that button any more. {new CommandRef(CommandTable.Pair)} shows where you stand."));

    private static Prose Local(DateTimeOffset at, string zone) => Prose.Markdown(DrillWording.When((Calendars.ZonedDays.DateOf(at, zone), at), zone));
}
