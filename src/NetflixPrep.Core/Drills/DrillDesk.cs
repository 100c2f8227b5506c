using System.Diagnostics;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Drills.Memory;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions.Reading;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Drills;

/// <summary>Decides for one drill: a question or a sum, as many messages as needed, one follow-up at most, three lines at the end. Pure.</summary>
/// <param name="question">What is asked; null for a sum.</param>
/// <param name="sum">The sum; null for a question.</param>
public sealed class DrillDesk(Scripted? question, Sum? sum)
{
    /// <summary>The first part of the timer by which a drill tells the person's practice what became of it; the drill's key follows.</summary>
    public const string OverTimer = "drill-over-";

    /// <summary>The answer when there is no such drill.</summary>
    public static Decision<DrillEvent> NobodyThere(DrillInput input) => input switch
    {
        DrillInput.Say or DrillInput.Edit or DrillInput.Delete or DrillInput.PlaceLost or DrillInput.BringUp => Decision<DrillEvent>.Nothing,
        _ => new([], [new Effect.Show(new Where.In(input.From.Place), "whisper", DrillLines.NoSuchDrill(), input.From.Person, [])]),
    };

    /// <summary>Answers every pair of state and input.</summary>
    public Decision<DrillEvent> Decide(Drill drill, DrillInput input)
    {
        var draft = new DrillDraft(drill, input.From, typed: input is DrillInput.Say);
        Move(draft, drill, input);
        return draft.Finish();
    }

    private void Move(DrillDraft draft, Drill drill, DrillInput input)
    {
        switch (drill, input)
        {
            case (Drill.NotOffered, DrillInput.Start start):
                draft.Record(new DrillEvent.Offered(draft.At, start.Setup));
                draft.Wish(new Effect.OpenPlace(start.Setup.AskedIn, DrillLines.PlaceName(start.Setup), start.Setup.Openness, [start.Setup.Person]));
                Ask(draft, "question");
                break;
            case (Drill.NotOffered, _):
                foreach (var effect in NobodyThere(input).Effects) draft.Wish(effect);
                break;
            case (Drill.Offered, DrillInput.Start):
                break;

            case (Drill.Open open, DrillInput.PlaceLost { Near: { } near }) when open is { Setup.Openness: Openness.Dm, HasMoved: false }:
                draft.Record(new DrillEvent.Moved(draft.At, near));
                draft.Wish(new Effect.OpenPlace(near, DrillLines.PlaceName(open.Setup), Openness.Private, [open.Setup.Person]));
                Ask(draft, "moved");
                break;
            case (Drill.Open { IsHomeless: false }, DrillInput.PlaceLost):
                draft.Record(new DrillEvent.PlaceLost(draft.At));
                break;
            case (Drill.Offered, DrillInput.PlaceLost):
                break;
            case (Drill.Open { IsHomeless: true } open, DrillInput.BringUp):
                draft.Record(new DrillEvent.BroughtUp(draft.At));
                draft.Wish(new Effect.OpenPlace(open.Setup.AskedIn, DrillLines.PlaceName(open.Setup), open.Setup.Openness, [open.Setup.Person]));
                Ask(draft, $"again-{draft.Sheet.Entries.Count}-{draft.At.UtcTicks}");
                break;
            case (Drill.Open, DrillInput.BringUp):
                draft.Record(new DrillEvent.BroughtUp(draft.At));
                draft.Say($"again-{draft.Sheet.Entries.Count}-{draft.At.UtcTicks}", new(DrillLines.StillHere(sum?.Kind.Title ?? question!.Script.Question.Title)) { Controls = Controls(draft) });
                break;
            case (Drill.Offered, DrillInput.BringUp):
                break;

            case (Drill.Offered offered, DrillInput.Say or DrillInput.Edit or DrillInput.Delete) when !IsTheirs(offered, input):
                break;
            case (Drill.Offered offered, _) when !IsTheirs(offered, input):
                draft.Whisper(DrillLines.OnlyTheirs(offered.Setup.Person));
                break;
            case (Drill.Offered offered, DrillInput.Edit edit):
                if (offered.Sheet.Entries.Any(entry => entry.MessageId == edit.MessageId && entry is { Deleted: false, FileName: null } && entry.Text != edit.Text))
                    draft.Record(new DrillEvent.AnswerEdited(draft.At, edit.MessageId, edit.Text));
                break;
            case (Drill.Offered offered, DrillInput.Delete delete):
                if (offered.Sheet.Entries.Any(entry => entry.MessageId == delete.MessageId && !entry.Deleted))
                    draft.Record(new DrillEvent.AnswerDeleted(draft.At, delete.MessageId));
                break;

            case (Drill.Open, DrillInput.Say say):
                OnSay(draft, say);
                break;
            case (Drill.Open open, DrillInput.Done done):
                if (IsCurrent(draft, done.Step, open)) OnDone(draft, open);
                break;
            case (Drill.Open open, DrillInput.Hint hint):
                if (IsCurrent(draft, hint.Step, open)) OnHint(draft);
                break;
            case (Drill.Open open, DrillInput.Skip skip):
                if (!IsCurrent(draft, skip.Step, open)) break;
                End(draft, DrillEnding.Skipped, []);
                draft.Say("end", new(DrillLines.Skipped()) { Controls = Outline(draft) });
                break;
            case (Drill.Open, DrillInput.Outline):
                draft.Whisper(DrillLines.OutlineLater());
                break;
            case (Drill.Ended, DrillInput.Outline):
                draft.Whisper(sum is null ? Wording.Outline([question!.Script]) : new Message(SumWording.Working(sum)));
                break;
            case (Drill.Ended, DrillInput.Say):
                break;
            case (Drill.Ended, _):
                draft.Whisper(DrillLines.Over());
                break;
            case (Drill.Offered, DrillInput.Unknown):
                draft.Whisper(DrillLines.Stale());
                break;
            default:
                throw new UnreachableException($"No rule for {input.GetType().Name} in {drill.GetType().Name}.");
        }
    }

    private void Ask(DrillDraft draft, string slot) =>
        draft.Say(slot, DrillLines.Question(draft.Setup, question?.Script.Question, sum) with { Controls = Controls(draft) }, ping: true);

    private void OnSay(DrillDraft draft, DrillInput.Say say)
    {
        if (string.IsNullOrWhiteSpace(say.Text)) return;
        if (say.FileName is null && DrillAct.Word(say.Text, say.From) is { } word)
        {
            Move(draft, draft.State, word);
            return;
        }
        // One message is kept once, however often it is delivered.
        if (draft.Sheet.Entries.Any(entry => entry.MessageId == say.MessageId && entry.FileName == say.FileName)) return;
        draft.Record(new DrillEvent.AnswerGiven(draft.At, say.From.Place, say.MessageId, say.Text, say.FileName));
        draft.Wish(new Effect.Tick(say.From.Place, say.MessageId));
        if (sum is not null)
        {
            LookAtSum(draft, say.Text);
        }
        else if (say.Text.TrimEnd().EndsWith('?') && question!.Reader.FactsAskedIn(say.Text) is { Count: > 0 } facts)
        {
            draft.Record(new DrillEvent.FactsTold(draft.At, [.. facts.Select(fact => fact.Id)]));
            draft.Say($"facts-{say.MessageId}", new(Wording.Facts(facts)) { Controls = Controls(draft) });
        }
    }

    /// <summary>A number is looked at as soon as it is stated; once it may be stated anew.</summary>
    private void LookAtSum(DrillDraft draft, string text)
    {
        if (SumCheck.Read(sum!, text).Answers.All(answer => answer.Stated is null)) return;
        var look = Stated(draft.Sheet);
        if (look.AllWithin || (((Drill.Open)draft.State).SumLookedAt && look.IsWhole))
        {
            EndSum(draft, look);
            return;
        }
        // A figure that is still to come is no try.
        if (look.Answers.Any(answer => answer is { Stated: not null, Within: false })) draft.Record(new DrillEvent.SumLooked(draft.At));
        draft.Say($"look-{draft.Sheet.Entries.Count}", new(SumWording.OnceMore(look)) { Controls = Controls(draft) });
    }

    /// <summary>What was stated so far: each figure in a message of its own, or all of them anew.</summary>
    private SumCheck Stated(Sheet sheet)
    {
        Seq<string> texts = [.. sheet.Answer.Select(said => said.Text)];
        var last = SumCheck.Read(sum!, texts.Count > 0 ? texts[^1] : "");
        if (last.IsWhole || texts.Count < 2) return last;
        var before = SumCheck.Read(sum!, string.Join('\n', texts.Take(texts.Count - 1)));
        return before.IsWhole ? last.FilledFrom(before) : SumCheck.Read(sum!, string.Join('\n', texts));
    }

    private void OnDone(DrillDraft draft, Drill.Open open)
    {
        if (sum is not null)
        {
            EndSum(draft, Stated(open.Sheet));
            return;
        }
        if (open.Sheet.Answer.Count == 0)
        {
            draft.Whisper(DrillLines.NothingYet());
            return;
        }
        if (open.Sheet.Probes.Count == 0 && FollowUp(open.Sheet) is { } next)
        {
            draft.Record(new DrillEvent.FollowUpAsked(draft.At, next.FollowUp.Id, next.Reason));
            draft.Say("follow-up", new(DrillLines.FollowUp(next.FollowUp)) { Controls = Controls(draft) });
            return;
        }
        var (all, grades) = Read(open.Sheet);
        End(draft, DrillEnding.Answered, grades);
        draft.Say("debrief", DrillLines.Debrief(draft.Offered, Debrief.Build([new(question!.Script, open.Sheet, all)])) with { Controls = Outline(draft) });
    }

    private NextProbe? FollowUp(Sheet sheet) =>
        Probing.Next(new(question!.Script.Question, new(sheet.Setup, question.Script.Question), question.Reader.Read(sheet.Answer), sheet, TimeSpan.Zero));

    private (Reading All, Seq<SkillGrade> Grades) Read(Sheet sheet)
    {
        var all = question!.Reader.Read(sheet.Answer);
        var before = question.Reader.Read(sheet.AnswerBeforeFollowUps);
        return (all, [.. SkillGrades.Of(question.Script.Question, before, all).Select(pair => new SkillGrade(pair.Skill, pair.Grade))]);
    }

    private void EndSum(DrillDraft draft, SumCheck look)
    {
        var grade = !look.AllWithin ? Grade.Again : ((Drill.Open)draft.State).SumLookedAt ? Grade.Hard : Grade.Good;
        End(draft, DrillEnding.Answered, [new(sum!.Kind.Skill, grade)]);
        draft.Say("debrief", DrillLines.SumOver(draft.Offered, sum, look));
    }

    private void OnHint(DrillDraft draft)
    {
        var hints = sum is not null ? [] : draft.Sheet.Probes is [var probe] ? FollowUpHint(probe) : question!.Script.Question.Hints;
        var given = draft.Sheet.Probes.Count == 0 ? draft.Sheet.Hints : draft.Sheet.ProbeHintGiven ? 1 : 0;
        if (given >= hints.Count)
        {
            draft.Whisper(Wording.NoMoreHints());
            return;
        }
        draft.Record(new DrillEvent.HintGiven(draft.At, given + 1));
        draft.Say($"hint-{draft.Sheet.Step}", new(draft.Sheet.Probes.Count == 0 ? Wording.Hint(given + 1, hints) : Wording.ProbeHint(hints[0])) { Controls = Controls(draft) });
    }

    private Seq<string> FollowUpHint(Probe probe) =>
        question!.Script.Question.FollowUps.First(known => known.Id == probe.FollowUp).Hint is { } hint ? [hint] : [];

    private static void End(DrillDraft draft, DrillEnding ending, Seq<SkillGrade> grades)
    {
        draft.Record(new DrillEvent.Ended(draft.At, ending));
        var setup = draft.Setup;
        draft.Wish(new Effect.Later(Practice.StreamOf(setup.Person), $"{OverTimer}{setup.Stream.Key}",
        [
            new("drill", setup.Stream.Key),
            new("ending", ending == DrillEnding.Answered ? "answered" : "skipped"),
            new("date", DrillWording.Iso(setup.Date)),
            new("on", DrillWording.Iso(ZonedDays.DateOf(draft.At, setup.Zone))),
            .. grades.Select(grade => new Argument($"skill:{grade.Skill}", grade.Grade.ToString())),
        ], draft.At));
    }

    private static bool IsTheirs(Drill.Offered drill, DrillInput input) =>
        drill.Setup.Person.IsSameHuman(input.From.Person) || input is DrillInput.Delete { From.Person.User: "" };

    private static bool IsCurrent(DrillDraft draft, int? step, Drill.Open open)
    {
        if (step is null || step == open.Sheet.Step) return true;
        draft.Whisper(DrillLines.Stale());
        return false;
    }

    private Seq<Control> Controls(DrillDraft draft) => draft.State is not Drill.Open ? [] :
    [
        DrillLines.Button(draft.Offered, "Done", DrillAct.Done, Tone.Main),
        .. HintsLeft(draft) ? [DrillLines.Button(draft.Offered, "Hint", DrillAct.Hint)] : Seq<Control>.Empty,
        DrillLines.Button(draft.Offered, "Skip", DrillAct.Skip),
        .. draft.Sheet.Entries.Count == 0 ? [DrillLines.Button(draft.Offered, "In an hour", DrillAct.Later)] : Seq<Control>.Empty,
    ];

    private bool HintsLeft(DrillDraft draft) => draft.Sheet.Probes is [var probe]
        ? !draft.Sheet.ProbeHintGiven && FollowUpHint(probe).Count > 0
        : draft.Sheet.Hints < (question?.Script.Question.Hints.Count ?? 0);

    /// <summary>What can be done afterwards. Sums have nothing to review.</summary>
    private Seq<Control> Outline(DrillDraft draft) =>
    [
        DrillLines.Button(draft.Offered, "Outline", DrillAct.Outline),
        .. sum is null && draft.Setup.Person.Group is not null && draft.Sheet.Answer.Count > 0 ? [DrillLines.Button(draft.Offered, "Share for review", ReviewAct.Share)] : Seq<Control>.Empty,
    ];
}

/// <summary>A decision being written: facts are folded in as they are recorded.</summary>
internal sealed class DrillDraft(Drill state, Origin from, bool typed)
{
    private readonly List<DrillEvent> events = [];
    private readonly List<Effect> effects = [];

    public Drill State { get; private set; } = state;

    public Origin From => from;

    public DateTimeOffset At => from.At;

    public Drill.Offered Offered => (Drill.Offered)State;

    public DrillSetup Setup => Offered.Setup;

    public Sheet Sheet => Offered.Sheet;

    public void Record(DrillEvent fact)
    {
        State = State.Evolve(fact);
        events.Add(fact);
    }

    public void Wish(Effect effect) => effects.Add(effect);

    public void Say(string slot, Message message, bool ping = false) =>
        Wish(new Effect.Show(new Where.Home(), slot, message, Only: null, ping ? [Setup.Person] : []) { TakesButtons = true });

    /// <summary>Answers the person where they are: alone, or, when they wrote, as a line after their message.</summary>
    public void Whisper(Message message)
    {
        if (typed) Wish(new Effect.Show(new Where.Home(), $"reply-{from.DeliveryId}", message, Only: null, []));
        else Wish(new Effect.Show(new Where.In(from.Place), "whisper", message, Only: from.Person, []));
    }

    public void Whisper(Prose text) => Whisper(new Message(text));

    public Decision<DrillEvent> Finish() => new([.. events], [.. effects]);
}
