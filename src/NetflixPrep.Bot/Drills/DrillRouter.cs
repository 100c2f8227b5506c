using System.Globalization;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Memory;

namespace NetflixPrep.Bot.Drills;

/// <summary>Says what an inbound means to drills: commands, presses, answers, hours that strike, drills that are due.</summary>
internal sealed class DrillRouter(
    StreamKind<SlotState, SlotInput, SlotEvent> slots,
    StreamKind<Practice, PracticeInput, PracticeEvent> practices,
    StreamKind<Drill, DrillInput, DrillEvent> drills,
    DrillOpening opening)
{
    private const int DefaultSnooze = 60;

    public Routed Command(Inbound.Command command, Reads reads)
    {
        var from = command.From;
        var stream = reads.PracticeOf(from.Person);
        var practice = Fold(stream, reads);
        return command.Verb switch
        {
            CommandTable.DrillOn => On(command, stream, practice, reads),
            CommandTable.DrillOff => To(stream, new PracticeInput.Unsubscribe(from, Moved: false)),
            CommandTable.DrillNow => Now(from, stream, practice, reads),
            CommandTable.DrillSkip => practice.Open is { } open
                ? new Routed.To(drills.Call(open.Drill, new DrillInput.Skip(from, null))) { Also = [Line(from, Prose.Of($"The drill is left out."))] }
                : To(stream, new PracticeInput.Skip(from)),
            CommandTable.DrillSnooze => Snooze(from, stream, practice, Number(command.Arguments, "minutes") ?? DefaultSnooze),
            CommandTable.DrillAway => Away(command, stream, practice),
            _ => Routed.NotOurs,
        };
    }

    public Routed Press(Token token, Inbound.Choice choice, Reads reads)
    {
        if (token.Act != DrillAct.Later) return new Routed.To(drills.Call(token.Stream, DrillAct.Read(token, choice.From)));
        // Whose drill it is, the practice that opened it knows.
        var stream = reads.PracticeOf(choice.From.Person);
        return Fold(stream, reads).Open is { } open && open.Drill == token.Stream
            ? To(stream, new PracticeInput.SnoozeOpen(choice.From, DefaultSnooze))
            : new Routed.To(drills.Call(token.Stream, new DrillInput.Unknown(choice.From)));
    }

    /// <summary>Null when no drill of theirs is open there.</summary>
    public Routed? Said(Inbound inbound, Reads reads) => reads.OpenDrillAt(inbound.From.Place, inbound.From.Person) is not { } open ? null : inbound switch
    {
        Inbound.Text text => new Routed.To(drills.Call(open, new DrillInput.Say(text.From, text.MessageId, text.Body, null))),
        Inbound.Attached file => new Routed.To(drills.Call(open, new DrillInput.Say(file.From, file.MessageId, file.Body, file.FileName))),
        _ => null,
    };

    /// <summary>Null when no drill kept that message.</summary>
    public Routed? OfMessage(Inbound inbound, Reads reads) => inbound switch
    {
        Inbound.Edited edited when reads.DrillOfMessage(edited.From.Place, edited.MessageId) is { } drill =>
            new Routed.To(drills.Call(drill, new DrillInput.Edit(edited.From, edited.MessageId, edited.Body))),
        Inbound.Deleted deleted when reads.DrillOfMessage(deleted.From.Place, deleted.MessageId) is { } drill =>
            new Routed.To(drills.Call(drill, new DrillInput.Delete(deleted.From, deleted.MessageId))),
        _ => null,
    };

    public Routed Due(Inbound.Due due, Reads reads) => due.Stream.Kind switch
    {
        Slot.StreamName => Strike(due, Slot.Parse(due.Stream.Key), reads),
        Practice.StreamName when due.Timer.StartsWith(DrillDesk.OverTimer, StringComparison.Ordinal) => Over(due),
        Practice.StreamName when due.Timer == PracticeDesk.AgainTimer => Fold(due.Stream, reads).Open is { } open
            ? new Routed.To(drills.Call(open.Drill, new DrillInput.BringUp(due.From)))
            : Routed.NotOurs,
        Practice.StreamName => Send(due, reads),
        _ => DrillPacing.Step(due, reads),
    };

    private Routed.To Strike(Inbound.Due due, Slot slot, Reads reads) =>
        new(slots.Call(due.Stream, new SlotInput.Due(due.From, reads.WantedSince(slot)) { Groups = reads.GroupsAt(slot), IsPacing = reads.IsPacing() }));

    /// <summary>A drill's place could not be opened.</summary>
    public Routed Homeless(Inbound.PlaceGone gone, Reads reads) =>
        drills.Fold(gone.Stream!.Value, reads.Events(gone.Stream.Value)) is Drill.Offered drill ? new Routed.To(Lost(gone, drill, reads)) : Routed.NotOurs;

    /// <summary>What a lost place, or closed direct messages, mean to drills.</summary>
    public IEnumerable<StreamCall> At(Inbound.PlaceGone gone, Reads reads)
    {
        foreach (var stream in reads.OpenDrillsAt(gone.From.Place)) yield return drills.Call(stream, new DrillInput.PlaceLost(gone.From, null));
        if (gone.Reason != Inbound.PlaceGone.DmClosed) yield break;
        foreach (var stream in reads.RunningPractices(gone.From.Person))
            yield return practices.Call(stream, new PracticeInput.DmClosed(gone.From, Elsewhere: ThreadFor(Fold(stream, reads), reads) is not null));
    }

    private List<StreamCall> Lost(Inbound.PlaceGone gone, Drill.Offered drill, Reads reads)
    {
        var stream = Practice.StreamOf(drill.Setup.Person);
        var near = gone.Reason == Inbound.PlaceGone.DmClosed && !drill.HasMoved ? ThreadFor(Fold(stream, reads), reads) : null;
        var calls = new List<StreamCall> { drills.Call(gone.Stream!.Value, new DrillInput.PlaceLost(gone.From, near)) };
        // When there is no room for the thread either, drills pause as they do without one.
        if (gone.Reason == Inbound.PlaceGone.DmClosed || drill.HasMoved) calls.Add(practices.Call(stream, new PracticeInput.DmClosed(gone.From, Elsewhere: near is not null)));
        return calls;
    }

    /// <summary>Where a thread may be opened when direct messages are closed: the practice channel of the group, with the person's consent.</summary>
    private static PlaceId? ThreadFor(Practice practice, Reads reads) =>
        practice.Subscription is { ThreadAllowed: true } subscription ? reads.SettingsOf(subscription.Person).PracticeChannel : null;

    private Routed.To On(Inbound.Command command, StreamId stream, Practice practice, Reads reads)
    {
        // In direct messages what was asked for in a group stays that group's.
        var person = PersonId.Parse(stream.Key);
        var (wanted, complaint) = SubscriptionEntry.Read(command.Arguments, command.From with { Person = person }, practice.Subscription, reads.SettingsOf(person));
        // One a day, through whichever group.
        if (wanted is not null && reads.IsSentElsewhere(person, wanted.FirstOn)) wanted = wanted with { FirstOn = wanted.FirstOn.AddDays(1) };
        var others = wanted is null ? [] : reads.OtherPractices(person, stream);
        return new([
            .. others.Select(other => practices.Call(other, new PracticeInput.Unsubscribe(command.From, Moved: true))),
            practices.Call(stream, new PracticeInput.Subscribe(command.From, wanted, complaint, wanted is not null && reads.IsSet(wanted.Slot), Moved: others.Count > 0)),
        ]);
    }

    private Routed.To Now(Origin from, StreamId stream, Practice practice, Reads reads)
    {
        if (practice.Open is { } open)
            return new(drills.Call(open.Drill, new DrillInput.BringUp(from))) { Also = [Line(from, Prose.Of($"Your drill of {DrillWording.Day(open.Date)} is still open; I bring it up again there."))] };
        var date = ZonedDays.DateOf(from.At, PracticeDesk.ZoneOf(practice));
        return opening.Open(practice, PersonId.Parse(stream.Key), from, DrillKind.Extra, date, reads) is { } setup
            ? new([practices.Call(stream, new PracticeInput.Now(from, setup.Stream)), drills.Call(setup.Stream, new DrillInput.Start(from, setup))])
            : To(stream, new PracticeInput.Now(from, null));
    }

    private Routed.To Snooze(Origin from, StreamId stream, Practice practice, int minutes) => practice.Open is not null
        ? To(stream, new PracticeInput.SnoozeOpen(from, minutes))
        : To(stream, new PracticeInput.Snooze(from, minutes));

    private Routed.To Away(Inbound.Command command, StreamId stream, Practice practice)
    {
        var typed = command.Arguments.FirstOrDefault(argument => argument.Name == "until")?.Value ?? "";
        var (until, complaint) = SubscriptionEntry.ReadAway(typed, ZonedDays.DateOf(command.From.At, PracticeDesk.ZoneOf(practice)));
        return To(stream, new PracticeInput.Away(command.From, until, complaint));
    }

    /// <summary>The drill of a date is due for one person: the practice and the new drill decide together.</summary>
    private Routed Send(Inbound.Due due, Reads reads)
    {
        if (due.With.FirstOrDefault(argument => argument.Name == "date") is not { } named
            || !DateOnly.TryParseExact(named.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || reads.DueOf(due.Stream.Key, date) is not { State: "due" or "put-off" } row) return Routed.NotOurs;
        var practice = Fold(due.Stream, reads);
        var settings = reads.SettingsOf(PersonId.Parse(due.Stream.Key));
        var isHeld = PracticeDesk.Hold(practice, date, row.DueAt, due.From.At, settings.QuietHours, settings.Zone) is not null || practice.UnansweredInARow >= PracticeDesk.MostUnanswered;
        var read = isHeld ? [] : opening.ReadSince(practice, reads, due.From.At);
        var known = read.Aggregate(practice, (state, fact) => state.Evolve(fact));
        var setup = isHeld ? null : opening.Open(known, practice.Subscription!.Person, due.From with { Person = practice.Subscription.Person, Place = practice.Subscription.AskedIn }, DrillKind.Daily, date, reads);
        var input = new PracticeInput.Due(due.From, date, row.DueAt, settings.QuietHours, settings.Zone, setup?.Stream, read);
        return setup is null
            ? To(due.Stream, input)
            : new Routed.To([practices.Call(due.Stream, input), drills.Call(setup.Stream, new DrillInput.Start(due.From, setup))]);
    }

    /// <summary>A drill is over: the practice remembers what it showed.</summary>
    private Routed.To Over(Inbound.Due due)
    {
        string Named(string name) => due.With.First(argument => argument.Name == name).Value;
        const string Skill = "skill:";
        var drill = new StreamId(Drill.StreamName, Named("drill"));
        var date = DateOnly.ParseExact(Named("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return To(due.Stream, Named("ending") == "skipped"
            ? new PracticeInput.SkippedOne(due.From, drill, date)
            : new PracticeInput.Answered(due.From, drill, date, DateOnly.ParseExact(Named("on"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            [
                .. due.With.Where(argument => argument.Name.StartsWith(Skill, StringComparison.Ordinal))
                    .Select(argument => new SkillGrade(argument.Name[Skill.Length..], Enum.Parse<Grade>(argument.Value))),
            ]));
    }

    private Practice Fold(StreamId stream, Reads reads) => practices.Fold(stream, reads.Events(stream));

    private Routed.To To(StreamId stream, PracticeInput input) => new(practices.Call(stream, input));

    private static Effect.Show Line(Origin from, Prose text) => new(new Where.In(from.Place), "drill", new(text), from.Person, []);

    private static int? Number(Seq<Argument> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Name == name) is { } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;
}
