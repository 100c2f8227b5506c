using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Drills;

/// <summary>What became of a drill that was due.</summary>
/// <param name="State">As the table keeps it: due, sent, away, skipped, quiet, missed, off, put-off or no-question.</param>
public sealed record DueDrill(DateOnly Date, DateTimeOffset DueAt, string State, DateTimeOffset? SettledAt);

/// <summary><c>/drill status</c>, and what <c>/why</c> says of a drill. For the person alone.</summary>
public static class DrillStatusPage
{
    public static Message For(Practice practice, DateTimeOffset now)
    {
        if (practice.Subscription is not { } wanted) return new(Prose.Lines(
            Prose.Of($"Drills are off. {new CommandRef(CommandTable.DrillOn, "time:08:30 zone:Europe/Dublin")} brings one small question a day by direct message."),
            Streak.Of7(practice.Days).Line()))
        {
            Title = "Your drills",
            Controls = [CommandPress.Button("Turn on", CommandTable.DrillOn, Tone.Main), CommandPress.Button("Drill now", CommandTable.DrillNow)],
        };
        var next = PracticeDesk.Next(practice, now);
        return new(Prose.Lines(
            Prose.Of($"{DrillWording.Clock(wanted.Time)}, {wanted.Days.ToString()}, {wanted.Zone}, about {wanted.Minutes} minutes."),
            practice.Paused switch
            {
                PauseReason.DmClosed => Prose.Of($"Paused: I could not write to you directly. Allow direct messages from me, then {new CommandRef(CommandTable.DrillOn)}."),
                PauseReason.Unanswered => Prose.Of($"Paused: {PracticeDesk.MostUnanswered} went by without an answer. {new CommandRef(CommandTable.DrillOn)} starts them again."),
                _ => next is { } first ? Prose.Of($"Next: {DrillWording.When(first, wanted.Zone)}.") : Prose.Empty,
            },
            practice.AwayUntil is { } until && until >= ZonedDays.DateOf(now, wanted.Zone) ? Prose.Of($"Away until {DrillWording.Day(until)}.") : Prose.Empty,
            practice.Open is { } open ? Prose.Of($"The drill of {DrillWording.Day(open.Date)} is open; it can still be answered.") : Prose.Empty,
            Streak.Of7(practice.Days).Line(),
            Back(practice, ZonedDays.DateOf(now, wanted.Zone))))
        {
            Title = "Your drills",
            Controls =
            [
                .. practice.Paused is null ? Seq<Control>.Empty : [CommandPress.Button("Turn on", CommandTable.DrillOn, Tone.Main)],
                CommandPress.Button("Drill now", CommandTable.DrillNow),
                .. practice.Open is null && next is null ? Seq<Control>.Empty : [CommandPress.Button(practice.Open is null ? "Skip the next" : "Skip this one", CommandTable.DrillSkip)],
                CommandPress.Button("Turn off", CommandTable.DrillOff),
            ],
        };
    }

    /// <summary>When it was due, what became of it, and why this question.</summary>
    /// <param name="drill">The drill that was sent; null when none was.</param>
    /// <param name="sentAgain">When it was sent once more because nobody knows whether the first try arrived.</param>
    public static Message Why(DueDrill due, Drill.Offered? drill, string? title, string zone, Seq<DateTimeOffset> sentAgain) => new(Prose.Lines(
        Prose.Of($"Due: {DrillWording.Clock(ZonedDays.TimeOf(due.DueAt, zone))} ({zone})."),
        Became(due, zone),
        drill is null ? Prose.Empty : Prose.Of($"Asked: {Prose.Markdown(title ?? drill.Setup.QuestionId)}. {Prose.Markdown(Interviews.Wording.Capital(drill.Setup.Why))}"),
        drill switch
        {
            null => Prose.Empty,
            Drill.Ended { Ending: DrillEnding.Answered } ended => Prose.Of($"Answered, with {Interviews.Wording.Many(ended.Sheet.Entries.Count, "message")}."),
            Drill.Ended => Prose.Of($"You left it out."),
            _ => Prose.Of($"Not answered so far; it can still be."),
        },
        drill is { Sheet.Probes: [var probe, ..] } ? Prose.Of($"The follow-up came because of: {probe.Reason}.") : Prose.Empty,
        sentAgain.Count == 0 ? Prose.Empty : Prose.Of($"Perhaps shown twice, {sentAgain[0]}: I could not know whether the first try had arrived.")))
    {
        Title = $"Why, drill of {DrillWording.Day(due.Date)}",
    };

    /// <summary>There is nothing to explain.</summary>
    public static Message NoDrill() => new(Prose.Of($"No drill was due on that day. {new CommandRef(CommandTable.DrillStatus)} says when the next one comes."));

    private static Prose Became(DueDrill due, string zone) => due.State switch
    {
        "sent" => Prose.Of($"Sent: {DrillWording.Clock(ZonedDays.TimeOf(due.SettledAt!.Value, zone))}."),
        "away" => Prose.Of($"Not sent: you were away."),
        "skipped" => Prose.Of($"Not sent: you had left it out."),
        "quiet" => Prose.Of($"Not sent: it was quiet until the day was over."),
        "missed" => Prose.Of($"Not sent: I was not running while it was still that day. I do not send yesterday's."),
        "off" => Prose.Of($"Not sent: drills were off or paused."),
        "put-off" => Prose.Of($"Put off to later that day."),
        "no-question" => Prose.Of($"Not sent: the bank had nothing to ask."),
        _ => Prose.Of($"It waits its turn: I send a few at a time."),
    };

    private static Prose Back(Practice practice, DateOnly today)
    {
        var due = practice.Memory.Count(item => item.Remembered.DueOn <= today);
        return practice.Memory.Count == 0 ? Prose.Empty : Prose.Of($"Skills seen so far: {practice.Memory.Count}; due again: {due}.");
    }
}
