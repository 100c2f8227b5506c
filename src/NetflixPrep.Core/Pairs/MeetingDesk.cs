using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Pairs;

/// <summary>
/// Decides for one meeting of two: roles, turns, the clock of the side to move, and how it ends. Who is silent is never blamed,
/// and every meeting ends by itself. Pure.
/// </summary>
/// <param name="questions">What is asked in each half; empty while there is no meeting.</param>
public sealed class MeetingDesk(Seq<Scripted> questions)
{
    /// <summary>The timer of a meeting: its next moment of interest.</summary>
    public const string ClockTimer = "clock";

    /// <summary>The first part of the timer by which a meeting tells its pool that it is over; its key follows.</summary>
    public const string OverTimer = "over-";

    /// <summary>The argument of that timer: the key of the meeting.</summary>
    public const string PairArgument = "pair";

    /// <summary>So long roles may wait to be swapped.</summary>
    public static TimeSpan SwapWithin { get; } = TimeSpan.FromHours(48);

    /// <summary>Answers every pair of state and input.</summary>
    public Decision<MeetingEvent> Decide(Meeting meeting, MeetingInput input)
    {
        var draft = new MeetingDraft(meeting, input.From);
        Move(draft, meeting, input);
        return draft.Finish();
    }

    private void Move(MeetingDraft draft, Meeting meeting, MeetingInput input)
    {
        switch (meeting, input)
        {
            case (Meeting.NotMet, MeetingInput.Start start):
                Start(draft, start.Setup);
                break;
            case (_, MeetingInput.Start) or (Meeting.NotMet, MeetingInput.Say or MeetingInput.Edit or MeetingInput.Delete or MeetingInput.Due or MeetingInput.PlaceLost or MeetingInput.PersonGone):
                break;
            case (Meeting.NotMet, _):
                draft.Whisper(MeetingLines.NotKnown());
                break;

            case (Meeting.Over, MeetingInput.Due or MeetingInput.PlaceLost or MeetingInput.PersonGone or MeetingInput.Say):
                break;
            case (Meeting.Held, MeetingInput.Due):
                Due(draft);
                break;
            case (Meeting.Held, MeetingInput.PlaceLost lost):
                End(draft, lost.NeverOpened ? MeetingEnding.NoPlace : MeetingEnding.PlaceLost, null);
                break;
            case (Meeting.Held held, MeetingInput.PersonGone):
                End(draft, MeetingEnding.PersonGone, held.Setup.Sides.ToList().FindIndex(side => side.IsGone) is var gone and >= 0 ? gone : null);
                break;

            case (Meeting.Held held, MeetingInput.Edit edit):
                if (Own(held, edit.From, edit.MessageId) is { FileName: null } said && said.Text != edit.Text) draft.Record(new MeetingEvent.Edited(draft.At, said.Side, edit.MessageId, edit.Text));
                break;
            case (Meeting.Held held, MeetingInput.Delete delete):
                if (Own(held, delete.From, delete.MessageId) is { } taken) draft.Record(new MeetingEvent.Deleted(draft.At, taken.Side, delete.MessageId));
                break;
            case (Meeting.Held held, MeetingInput.Say) when held.SideOf(input.From.Person) is null:
                break;
            // The same sentence for what was never there and what belongs to other people.
            case (Meeting.Held held, _) when held.SideOf(input.From.Person) is null:
                draft.Whisper(MeetingLines.NotKnown());
                break;
            case (Meeting.Held held, _):
                Act(draft, held, held.SideOf(input.From.Person)!.Value, input);
                break;
            default:
                throw new UnreachableException($"No rule for {input.GetType().Name} in {meeting.GetType().Name}.");
        }
    }

    private void Act(MeetingDraft draft, Meeting.Held held, int side, MeetingInput input)
    {
        switch (held, input)
        {
            case (_, MeetingInput.Say say):
                Say(draft, held, side, say);
                break;
            case (Meeting.Over over, MeetingInput.Notes):
                draft.Whisper(PairNotes.Message(over, questions), quotes: true);
                break;
            case (_, MeetingInput.Notes):
                draft.Whisper(MeetingLines.NotesLater());
                break;
            case (Meeting.Over over, _):
                draft.Whisper(MeetingLines.IsOver(over));
                break;
            case (_, MeetingInput.Script) when side == held.Candidate:
                draft.Whisper(MeetingLines.ScriptIsTheirs(held));
                break;
            case (_, MeetingInput.Script):
                draft.Whisper(ScriptPage.Message(questions[held.Half].Script));
                break;
            case (_, MeetingInput.Stop { Sure: false }):
                draft.Whisper(MeetingLines.StopSure(held));
                break;
            case (_, MeetingInput.Stop):
                End(draft, MeetingEnding.Stopped, side);
                break;
            case (_, MeetingInput.CannotCome { Sure: false }):
                draft.Whisper(MeetingLines.CannotComeSure(held));
                break;
            case (_, MeetingInput.CannotCome):
                End(draft, MeetingEnding.CannotCome, side);
                draft.Whisper(MeetingLines.CannotComeTaken(held));
                break;
            case (_, MeetingInput.GoOn):
                draft.Whisper(MeetingLines.GoOn());
                break;
            case (_, MeetingInput.Unknown):
            case (Meeting.Running, MeetingInput.Swap):
            case (Meeting.Between, MeetingInput.Pass or MeetingInput.Done):
                draft.Whisper(MeetingLines.Stale());
                break;
            case (_, MeetingInput.Pass { Step: var step }) when step != held.Step:
            case (_, MeetingInput.Done { Step: var step2 }) when step2 != held.Step:
            case (_, MeetingInput.Swap { Step: var step3 }) when step3 != held.Step:
                draft.Whisper(MeetingLines.Stale());
                break;
            case (Meeting.Running running, MeetingInput.Pass) when side != running.ToMove:
                draft.Whisper(MeetingLines.NotYourMove(running));
                break;
            case (Meeting.Running, MeetingInput.Pass):
                draft.Record(new MeetingEvent.Passed(draft.At, side));
                draft.Say($"move-{draft.Held.Step}", MeetingLines.ToMove(draft.Running, draft.At, done: false), draft.Awake(draft.Running.ToMove));
                SetClock(draft);
                break;
            case (Meeting.Running running, MeetingInput.Done) when side == running.Candidate && running.AnswerDone:
                draft.Whisper(MeetingLines.DoneAlready(running));
                break;
            case (Meeting.Running running, MeetingInput.Done) when side == running.Candidate && running.Said.All(said => said.Half != running.Half || said.Side != side || said.Deleted):
                draft.Whisper(MeetingLines.NothingYet());
                break;
            case (Meeting.Running running, MeetingInput.Done) when side == running.Candidate:
                draft.Record(new MeetingEvent.AnswerDone(draft.At, side));
                draft.Say($"move-{draft.Held.Step}", MeetingLines.ToMove(draft.Running, draft.At, done: true), draft.Awake(running.Interviewer));
                SetClock(draft);
                break;
            case (Meeting.Running, MeetingInput.Done):
                EndHalf(draft, HalfEnd.Done);
                break;
            case (Meeting.Between, MeetingInput.Swap):
                draft.Record(new MeetingEvent.Swapped(draft.At, side));
                draft.Say("half-2", MeetingLines.SecondHalf(draft.Running, questions[1].Script.Question, draft.At), draft.Awake(draft.Running.ToMove));
                SetClock(draft);
                break;
            default:
                throw new UnreachableException($"No rule for {input.GetType().Name} in {held.GetType().Name}.");
        }
    }

    private void Start(MeetingDraft draft, MeetingSetup setup)
    {
        draft.Record(new MeetingEvent.Met(draft.At, setup));
        draft.Wish(new Effect.OpenPlace(setup.Near, $"Pair {setup.Stream.Key[..4]}", setup.Openness, [.. setup.Sides.Select(side => side.Person)]));
        draft.Say("card", MeetingLines.Card(draft.Running, questions[0].Script.Question, draft.At), [.. draft.Awake(0), .. draft.Awake(1)]);
        SetClock(draft);
    }

    private static void Say(MeetingDraft draft, Meeting.Held held, int side, MeetingInput.Say say)
    {
        // One message is kept once, however often it is delivered.
        if (string.IsNullOrWhiteSpace(say.Text) || held.Said.Any(said => said.MessageId == say.MessageId && said.FileName == say.FileName)) return;
        draft.Record(new MeetingEvent.Said(draft.At, side, say.From.Place, say.MessageId, say.Text, say.FileName));
        draft.Wish(new Effect.Tick(say.From.Place, say.MessageId));
        if (held is Meeting.Running) SetClock(draft);
    }

    private static void Due(MeetingDraft draft)
    {
        switch (draft.Held)
        {
            case Meeting.Between between when draft.At >= between.Since + SwapWithin:
                End(draft, MeetingEnding.Halfway, null);
                return;
            case Meeting.Between between:
                draft.Wish(new Effect.Later(draft.Held.Setup.Stream, ClockTimer, [], between.Since + SwapWithin));
                return;
            case Meeting.Running running when running.LeftAt(draft.At) == TimeSpan.Zero:
                if (running.Came[running.ToMove]) EndHalf(draft, HalfEnd.Time);
                else End(draft, MeetingEnding.NoShow, running.ToMove);
                return;
            case Meeting.Running running:
                // A timer that comes late, after the bot was down, may have slipped into quiet hours.
                if (!running.Reminded[running.ToMove] && running.LeftAt(draft.At) <= Quarter(running) && draft.Awake(running.ToMove) is { Count: > 0 } awake)
                {
                    draft.Record(new MeetingEvent.Reminded(draft.At, running.ToMove));
                    draft.Say($"reminder-{draft.Held.Step}", MeetingLines.Reminder(draft.Running, draft.At), awake);
                }
                SetClock(draft);
                return;
            default:
                throw new UnreachableException($"No clock in {draft.Held.GetType().Name}.");
        }
    }

    private static void EndHalf(MeetingDraft draft, HalfEnd by)
    {
        draft.Record(new MeetingEvent.HalfEnded(draft.At, by));
        if (draft.Held.Half == 1)
        {
            End(draft, MeetingEnding.Complete, null);
            return;
        }
        draft.Say("half-1-over", MeetingLines.HalfOver((Meeting.Between)draft.Held, by), draft.Awake(draft.Held.Interviewer));
        draft.Wish(new Effect.Later(draft.Held.Setup.Stream, ClockTimer, [], draft.At + SwapWithin));
    }

    private static void End(MeetingDraft draft, MeetingEnding ending, int? side)
    {
        draft.Record(new MeetingEvent.Ended(draft.At, ending, side));
        var over = (Meeting.Over)draft.Held;
        var setup = over.Setup;
        draft.Wish(new Effect.Later(setup.Stream, ClockTimer, [], null));
        if (ending is not (MeetingEnding.PlaceLost or MeetingEnding.NoPlace)) draft.Say("over", MeetingLines.Over(over), ending is MeetingEnding.NoShow or MeetingEnding.CannotCome or MeetingEnding.PersonGone && side is { } absent ? draft.Awake(1 - absent) : []);
        for (var at = 0; at < setup.Sides.Count; at++)
        {
            if (!setup.Sides[at].IsGone && MeetingLines.Direct(over, at) is { } told)
                draft.Wish(new Effect.Show(new Where.Dm(setup.Sides[at].Person), $"over-{at}", told, Only: null, []));
        }
        draft.Wish(new Effect.Later(setup.Pool, $"{OverTimer}{setup.Stream.Key}", [new(PairArgument, setup.Stream.Key)], draft.At));
    }

    /// <summary>The sides that wait for a partner again, because it was not their doing.</summary>
    public static Seq<int> Back(Meeting meeting) => meeting switch
    {
        Meeting.Over { Ending: MeetingEnding.NoShow or MeetingEnding.CannotCome or MeetingEnding.PersonGone, Side: { } side } => [1 - side],
        Meeting.Over { Ending: MeetingEnding.NoPlace } => [0, 1],
        _ => [],
    };

    private static TimeSpan Quarter(Meeting.Running running) => running.Setup.Budget / 4;

    private static void SetClock(MeetingDraft draft)
    {
        var running = draft.Running;
        var end = running.WhenLeft(TimeSpan.Zero);
        var reminder = running.WhenLeft(Quarter(running));
        // Never earlier than now: what is already due comes at the end of the quiet hours.
        var next = running.Reminded[running.ToMove] ? end : reminder > draft.At ? reminder : TurnClock.EndsAt(draft.At, TimeSpan.Zero, running.Setup.Sides[running.ToMove].Quiet, running.Setup.Sides[running.ToMove].QuietZone);
        draft.Wish(new Effect.Later(running.Setup.Stream, ClockTimer, [], next < end ? next : end));
    }

    private static PairSaid? Own(Meeting.Held held, Origin from, string messageId) =>
        held.Said.FirstOrDefault(said => said.MessageId == messageId && !said.Deleted && (from.Person.User.Length == 0 || held.SideOf(from.Person) == said.Side));
}

/// <summary>A decision being written: facts are folded in as they are recorded.</summary>
internal sealed class MeetingDraft(Meeting state, Origin from)
{
    private readonly List<MeetingEvent> events = [];
    private readonly List<Effect> effects = [];

    public Meeting State { get; private set; } = state;

    public DateTimeOffset At => from.At;

    public Meeting.Held Held => (Meeting.Held)State;

    public Meeting.Running Running => (Meeting.Running)State;

    public void Record(MeetingEvent fact)
    {
        State = State.Evolve(fact);
        events.Add(fact);
    }

    public void Wish(Effect effect) => effects.Add(effect);

    public void Say(string slot, Message message, Seq<PersonId> notify) =>
        Wish(new Effect.Show(new Where.Home(), slot, message, Only: null, notify) { TakesButtons = true });

    public void Whisper(Message message, bool quotes = false) =>
        Wish(new Effect.Show(new Where.In(from.Place), "whisper", message, Only: from.Person, []) { Quotes = quotes ? true : null });

    /// <summary>The person of a side, unless it is quiet for them now.</summary>
    public Seq<PersonId> Awake(int side) =>
        Held.Setup.Sides[side] is { IsGone: false } one && !TurnClock.IsQuiet(At, one.Quiet, one.QuietZone) ? [one.Person] : [];

    public Decision<MeetingEvent> Finish() => new([.. events], [.. effects]);
}
