using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Calculators;
using NetflixPrep.Core.Drills.Memory;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Tests.Drills;

/// <summary>Every state with every input, of single drills and of practices.</summary>
public partial class DrillTotalityTests
{
    private static readonly Sum TheSum = Sums.Make("sample-size", 7);

    private static DrillEvent[][] Drills { get; } =
    [
        [],
        [D.Offered()],
        [D.Offered(), D.Given("the goal"), new DrillEvent.HintGiven(D.Min(1), 1)],
        [D.Offered(), D.Given("the goal"), new DrillEvent.FactsTold(D.Min(1), ["latency"]), D.Probed()],
        [D.Offered(), new DrillEvent.Moved(D.Min(1), D.Channel), D.Given("the goal"), new DrillEvent.BroughtUp(D.Min(3))],
        [D.Offered(), new DrillEvent.PlaceLost(D.Min(1))],
        [D.Offered(), D.Given("the goal"), D.Over()],
        [D.Offered(), D.Over(DrillEnding.Skipped)],
    ];

    private static PracticeEvent[][] Practices { get; } =
    [
        [],
        [D.On()],
        [D.On(), D.Sent(2)],
        [D.On(), D.Sent(2, DrillKind.Extra)],
        [D.On(), D.Sent(2), D.Answered(2)],
        [D.On(), D.PutOff(2, "10:00")],
        [D.On(D.Wanted with { QuietHours = QuietHours.Read("22:00-07:00"), Days = DrillDays.Weekends, ThreadAllowed = true }), new PracticeEvent.WentAway(D.At(1, "21:00"), D.Day(20))],
        [D.On(), .. D.SentUnanswered(2, 8)],
        [D.On(), .. D.SentUnanswered(2, 8), new PracticeEvent.Paused(D.At(9, "08:30"), PauseReason.Unanswered)],
        [D.On(), D.Sent(2), new PracticeEvent.Paused(D.At(2, "08:31"), PauseReason.DmClosed)],
        [D.On(), new PracticeEvent.LeftOut(D.At(1, "21:00"), D.Day(2)), new PracticeEvent.Unsubscribed(D.At(2, "07:00"), false)],
    ];

    private static readonly Lazy<List<(DrillInput Input, Drill Before, Decision<DrillEvent> Decision)>> OfDrills = new(() =>
    [
        .. from history in Drills
           from sum in new[] { false, true }
           let desk = sum ? new DrillDesk(null, TheSum) : DrillOutcome.Desk
           let before = DrillOutcome.StateOf(sum ? [.. history.Where(fact => fact is not (DrillEvent.HintGiven or DrillEvent.FollowUpAsked or DrillEvent.FactsTold)).Select(AsSum)] : history)
           from input in Inputs<DrillInput>()
           select (input, before, desk.Decide(before, input)),
    ]);

    private static readonly Lazy<List<(PracticeInput Input, Practice Before, Decision<PracticeEvent> Decision)>> OfPractices = new(() =>
    [
        .. from history in Practices
           let before = PracticeOutcome.StateOf(history)
           from input in Inputs<PracticeInput>()
           select (input, before, PracticeDesk.Decide(before, input)),
    ]);

    [GeneratedRegex(@"\b(right|wrong|good|bad|correct|incorrect|well done|great|poor|fail\w*|streak)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Judgement { get; }

    [Fact]
    public void Every_pair_of_drill_and_input_is_answered_and_can_be_folded() =>
        Assert.All(OfDrills.Value, pair => Assert.NotNull(pair.Decision.Events.Aggregate(pair.Before, (drill, fact) => drill.Evolve(fact))));

    [Fact]
    public void Every_pair_of_practice_and_input_is_answered_and_can_be_folded() =>
        Assert.All(OfPractices.Value, pair => Assert.NotNull(pair.Decision.Events.Aggregate(pair.Before, (practice, fact) => practice.Evolve(fact))));

    [Fact]
    public void Every_kind_of_drill_has_a_history() =>
        Assert.Equal(typeof(Drill).GetNestedTypes().Where(type => !type.IsAbstract).Select(type => type.Name).Order(), Drills.Select(history => DrillOutcome.StateOf(history).GetType().Name).Distinct().Order());

    [Fact]
    public void Whoever_pressed_or_typed_a_command_always_gets_an_answer()
    {
        Assert.All(OfDrills.Value.Where(pair => pair.Input is DrillInput.Done or DrillInput.Hint or DrillInput.Skip or DrillInput.Outline or DrillInput.Unknown), pair => Assert.Contains(pair.Decision.Effects, effect => effect is Effect.Show));
        Assert.All(OfPractices.Value.Where(pair => pair.Input is PracticeInput.Subscribe or PracticeInput.Unsubscribe { Moved: false } or PracticeInput.Away or PracticeInput.Skip or PracticeInput.Snooze or PracticeInput.SnoozeOpen or PracticeInput.Now { Drill: null }),
            pair => Assert.Contains(pair.Decision.Effects, effect => effect is Effect.Show { Only: { } }));
    }

    [Fact]
    public void Nobody_is_written_to_directly_but_the_person_whose_drill_it_is() =>
        Assert.All(OfPractices.Value.SelectMany(pair => pair.Decision.Effects).OfType<Effect.Show>(), show => Assert.True(show.To is not Where.Dm dm || dm.Person == D.Ada));

    [Fact]
    public void A_drill_that_is_over_tells_its_practice_once() =>
        Assert.All(OfDrills.Value, pair => Assert.Equal(pair.Decision.Events.Count(fact => fact is DrillEvent.Ended), pair.Decision.Effects.Count(effect => effect is Effect.Later)));

    [Fact]
    public void No_decision_wakes_anything_in_the_past() =>
        Assert.All(OfPractices.Value, pair => Assert.All(pair.Decision.Effects.OfType<Effect.Later>(), later => Assert.True(later.At >= pair.Input.At)));

    [Fact]
    public void Buttons_carry_the_step_they_are_shown_at()
    {
        var shown = from pair in OfDrills.Value
                    let after = pair.Decision.Events.Aggregate(pair.Before, (drill, fact) => drill.Evolve(fact)) as Drill.Offered
                    where after is not null
                    from show in pair.Decision.Effects.OfType<Effect.Show>()
                    from button in show.Message.Controls.Cast<Control.Button>()
                    select (Token.Read(button.Token)!.Step, after.Sheet.Step);

        Assert.All(shown, pair => Assert.Equal(pair.Item2, pair.Item1));
    }

    [Fact]
    public void Nothing_that_is_ever_said_judges()
    {
        var said = OfDrills.Value.SelectMany(pair => pair.Decision.Effects).Concat(OfPractices.Value.SelectMany(pair => pair.Decision.Effects)).OfType<Effect.Show>()
            .Select(show => $"{show.Message.Title}\n{show.Message.Body}").Concat(DrillStatusPageTests.EveryPage()).Distinct().ToList();

        Assert.True(said.Count > 40);
        Assert.All(said, text => Assert.DoesNotMatch(Judgement, text));
    }

    [Fact]
    public void An_impossible_fact_throws()
    {
        Assert.Throws<UnreachableException>(() => new Drill.NotOffered().Evolve(D.Given("too early")));
        Assert.Throws<UnreachableException>(() => DrillOutcome.StateOf(D.Offered()).Evolve(D.Offered()));
        Assert.Throws<UnreachableException>(() => DrillOutcome.StateOf(D.Offered(), D.Over()).Evolve(D.Over()));
        Assert.Throws<UnreachableException>(() => DrillOutcome.StateOf(D.Offered(), D.Over()).Evolve(new DrillEvent.HintGiven(D.Min(1), 1)));
    }

    private static DrillEvent AsSum(DrillEvent fact) => fact is DrillEvent.Offered ? D.Offered(D.SumSetup("sample-size")) : fact;

    private static IEnumerable<T> Inputs<T>() =>
        (from at in new[] { D.At(2, "07:30"), D.At(2, "08:30"), D.At(2, "23:50"), D.At(9, "09:00") }
         from person in new[] { D.Ada, D.Bea, PersonId.Bot }
         let origin = D.From(at, person, D.Direct)
         from kind in typeof(T).GetNestedTypes()
         from input in Variants<T>(kind, origin)
         select input).Distinct();

    private static IEnumerable<T> Variants<T>(Type kind, Origin origin)
    {
        var parameters = kind.GetConstructors().Single(constructor => constructor.GetParameters() is [{ Name: "From" }, ..]).GetParameters();
        IEnumerable<object?[]> all = [[]];
        foreach (var parameter in parameters) all = [.. from given in all from value in Values(parameter, origin) select (object?[])[.. given, value]];
        // What is typed is either taken or complained about.
        return all.Select(arguments => (T)Activator.CreateInstance(kind, arguments)!)
            .Where(input => input is not PracticeInput.Subscribe { Subscription: null, Complaint: null } and not PracticeInput.Subscribe { Subscription: not null, Complaint: not null });
    }

    private static object?[] Values(ParameterInfo parameter, Origin origin) => parameter switch
    {
        { Name: "From" } => [origin],
        { Name: "Setup" } => [D.Setup],
        { Name: "Text" } => ["", "done", "hint", "skip", "What latency?", "the baseline", "12,000", "0.5"],
        { Name: "MessageId" } => ["m1", "m9"],
        { Name: "FileName" } => [null, "notes.txt"],
        { Name: "Step" } => [null, 0, 1, 2],
        { Name: "Near" } => [null, D.Channel],
        { Name: "Subscription" } => [null, D.Wanted, D.Wanted with { Time = new(19, 0), QuietHours = QuietHours.Read("22:00-07:00"), ThreadAllowed = true }],
        { Name: "Complaint" } => [null, "time: is a time of day."],
        { Name: "Until" } => [null, D.Day(5)],
        { Name: "Minutes" } => [5, 720],
        { Name: "Drill" } when parameter.ParameterType == typeof(StreamId?) => [null, D.Drill(2)],
        { Name: "Drill" } => [D.Drill(2), D.Drill(9)],
        { Name: "Date" or "On" } => [D.Day(2), D.Day(9)],
        { Name: "DueAt" } => [D.At(2, "08:30"), D.At(9, "08:30")],
        { Name: "GroupQuiet" } => [null, QuietHours.Read("08:00-09:00"), QuietHours.Read("08:00-23:59")],
        { Name: "GroupZone" } => ["UTC", "Asia/Kathmandu"],
        { Name: "Read" } => [Seq<PracticeEvent.SessionRead>.Empty],
        { Name: "Grades" } => [new Seq<SkillGrade>([new("start-simple", Grade.Hard)])],
        { Name: "SlotIsSet" or "Moved" or "Elsewhere" } => [true, false],
        _ => throw new InvalidOperationException($"Say which values {parameter.Member.DeclaringType!.Name}.{parameter.Name} can have."),
    };
}
