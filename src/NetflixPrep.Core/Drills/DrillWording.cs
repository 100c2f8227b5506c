using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Drills;

/// <summary>What is said about drills as a whole: on, off, away, next.</summary>
public static class DrillWording
{
    /// <summary>A date as it is stored, such as 2026-11-30.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A date as people say it, such as Mon 30 Nov.</summary>
    public static string Day(DateOnly date) => date.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    internal static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A drill to come: its date, and the time on the clocks there.</summary>
    internal static string When((DateOnly Date, DateTimeOffset At) next, string zone) => $"{Day(next.Date)}, {Clock(ZonedDays.TimeOf(next.At, zone))}";

    internal static Message Complaint(string complaint) => new(Prose.Of($"{complaint} Nothing was changed."));

    internal static Message TurnedOn(Subscription wanted, (DateOnly Date, DateTimeOffset At)? next, DateOnly? awayUntil, bool moved) => new(Prose.Lines(
        Prose.Of($"**{Clock(wanted.Time)}, {wanted.Days.ToString()}**, in the zone {wanted.Zone}, about {wanted.Minutes} minutes, by direct message."),
        Comes(wanted, next),
        awayUntil is not { } until ? Prose.Empty : Prose.Of($"You are away until {Day(until)}; {new CommandRef(CommandTable.DrillAway, "until:back")} ends that."),
        wanted.QuietHours is { } quiet ? Prose.Of($"Quiet hours: {quiet.ToString()}.") : Prose.Empty,
        wanted.ThreadAllowed ? Prose.Of($"If your direct messages are closed, it comes to a private thread near the practice channel.") : Prose.Empty,
        moved ? Prose.Of($"Until now they came through another group; now they come through this one, once a day as before.") : Prose.Empty,
        Prose.Of($"{new CommandRef(CommandTable.DrillStatus)} shows this again, {new CommandRef(CommandTable.DrillOff)} ends it.")))
    {
        Title = "Drills are on",
    };

    private static Prose Comes(Subscription wanted, (DateOnly Date, DateTimeOffset At)? next) => next is { } first
        ? Prose.Of($"The next one comes on {When(first, wanted.Zone)}.")
        : Prose.Of($"No day is left on which one would come.");

    internal static Message Hello(Subscription wanted, (DateOnly Date, DateTimeOffset At)? next) => new(Prose.Of(
        $"Your drills come here: {Clock(wanted.Time)}, {wanted.Days.ToString()}, {wanted.Zone}.{(next is { } first ? Prose.Of($" The next one on {Day(first.Date)}.") : Prose.Empty)} {new CommandRef(CommandTable.DrillOff)} ends them."));

    internal static Message TurnedOff() => new(Prose.Of($"Drills are off. What you answered is kept; {new CommandRef(CommandTable.DrillOn)} starts them again."));

    internal static Message AlreadyOff() => new(Prose.Of($"Drills are off already. {new CommandRef(CommandTable.DrillOn, "time:08:30")} starts them."));

    internal static Message GoneAway(DateOnly until, (DateOnly Date, DateTimeOffset At)? next, string zone) => new(next is { } first
        ? Prose.Of($"No drill until {Day(until)}. The next one comes on {When(first, zone)}. Nothing piles up meanwhile.")
        : Prose.Of($"No drill until {Day(until)}. Nothing piles up meanwhile."));

    internal static Message Back((DateOnly Date, DateTimeOffset At)? next, string zone) => new(next is { } first
        ? Prose.Of($"You are back. The next drill comes on {When(first, zone)}.")
        : Prose.Of($"You are back. Drills are off; {new CommandRef(CommandTable.DrillOn)} starts them."));

    internal static Message NoneToCome() => new(Prose.Of($"No drill is open, and none is to come. {new CommandRef(CommandTable.DrillOn)} starts them, {new CommandRef(CommandTable.DrillNow)} brings one at once."));

    internal static Message WillSkip(DateOnly date, (DateOnly Date, DateTimeOffset At)? next, string zone) => new(next is { } first
        ? Prose.Of($"The drill of {Day(date)} is left out. The next one comes on {When(first, zone)}.")
        : Prose.Of($"The drill of {Day(date)} is left out."));

    internal static Message TooLateToday(DateOnly date) => new(Prose.Of($"That would be after midnight. Choose fewer minutes, or leave it out with {new CommandRef(CommandTable.DrillSkip)}. The drill of {Day(date)} stays as it is."));

    internal static Message TooQuietToday(DateOnly date, Groups.QuietHours quiet) => new(Prose.Of($"That would be in your quiet hours, {quiet.ToString()}, to the end of the day. Choose fewer minutes, or leave it out with {new CommandRef(CommandTable.DrillSkip)}. The drill of {Day(date)} stays as it is."));

    internal static Message WillComeAt(DateOnly date, DateTimeOffset until) => new(Prose.Of($"The drill of {Day(date)} comes at {until} instead."));

    internal static Message AgainAt(DateTimeOffset until) => new(Prose.Of($"I bring it up again at {until}. You can answer it any time before that."));

    internal static Message NothingToAsk() => new(Prose.Of($"The bank has nothing to ask. Somebody who runs the bot has to add a reviewed question."));

    internal static Message StoppedByItself(int unanswered) => new(Prose.Of($"{unanswered} drills went by, so I stop here and leave your messages alone. Whenever you like, {new CommandRef(CommandTable.DrillOn)} starts them again; everything is as you left it."));

    internal static Message DmClosed() => new(Prose.Of($"I could not write to you directly, so your drills are paused. Allow direct messages from me and type {new CommandRef(CommandTable.DrillOn)} again, or let them come to a private thread here: {new CommandRef(CommandTable.DrillOn, "if-closed:thread")}. {new CommandRef(CommandTable.DrillStatus)} shows where they stand."));
}
