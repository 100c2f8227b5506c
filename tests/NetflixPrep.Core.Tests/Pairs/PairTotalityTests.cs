using System.Text.RegularExpressions;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Pairs;

namespace NetflixPrep.Core.Tests.Pairs;

/// <summary>Every state of a meeting with every input of everybody.</summary>
public partial class PairTotalityTests
{
    private static MeetingEvent[][] Histories { get; } =
    [
        [],
        [M.Met()],
        [M.Met(), M.Said(0, 1), M.Said(1, 2), new MeetingEvent.AnswerDone(M.Hour(3), 0)],
        [M.Met(), M.Said(0, 1), new MeetingEvent.Reminded(M.Hour(30), 1)],
        [M.Met(), M.Said(0, 1), new MeetingEvent.HalfEnded(M.Hour(2), HalfEnd.Done)],
        [M.Met(), M.Said(0, 1), new MeetingEvent.HalfEnded(M.Hour(2), HalfEnd.Time), new MeetingEvent.Swapped(M.Hour(3), 1), M.Said(1, 4)],
        .. Enum.GetValues<MeetingEnding>().Select(ending => new[] { M.Met(), M.Said(0, 1), new MeetingEvent.Ended(M.Hour(5), ending, ending is MeetingEnding.Complete or MeetingEnding.Halfway or MeetingEnding.PlaceLost or MeetingEnding.NoPlace ? null : 1) }),
    ];

    private static readonly List<(MeetingInput Input, MeetingOutcome Outcome)> All =
    [
        .. from history in Histories
           from input in Inputs()
           select (input, new MeetingOutcome(history).When(input)),
    ];

    [GeneratedRegex(@"\b(right|wrong|good|bad|correct|incorrect|well done|great|poor|fail\w*|score \d|no-show)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Judgement { get; }

    [Fact]
    public void Every_pair_is_answered_and_can_be_folded() => Assert.All(All, pair => Assert.NotNull(pair.Outcome.After));

    [Fact]
    public void Every_kind_of_input_is_tried() => Assert.Equal(typeof(MeetingInput).GetNestedTypes().Length, Inputs().Select(input => input.GetType()).Distinct().Count());

    [Fact]
    public void Whoever_presses_always_gets_an_answer() =>
        Assert.All(All.Where(pair => pair.Input is not (MeetingInput.Start or MeetingInput.Say or MeetingInput.Edit or MeetingInput.Delete or MeetingInput.Due or MeetingInput.PlaceLost or MeetingInput.PersonGone)),
            pair => Assert.NotEmpty(pair.Outcome.Shows));

    [Fact]
    public void Only_the_two_are_ever_pinged_or_written_to() => Assert.All(All.SelectMany(pair => pair.Outcome.Shows), show =>
        Assert.All(show.Notify.Concat(show.To is Where.Dm dm ? [dm.Person] : []), person => Assert.True(person == M.Ana || person == M.Ben)));

    [Fact]
    public void Nothing_judges() => Assert.All(All.SelectMany(pair => pair.Outcome.Shows), show => Assert.DoesNotMatch(Judgement, show.Message.Body.ToString()));

    [Fact]
    public void A_meeting_that_runs_has_its_clock_set_after_every_move() =>
        Assert.All(All.Where(pair => pair.Outcome.After is Meeting.Running && pair.Outcome.Decision.Events.Any(fact => fact is not (MeetingEvent.Edited or MeetingEvent.Deleted))), pair => Assert.NotNull(pair.Outcome.Clock));

    [Fact]
    public void A_meeting_that_is_over_tells_its_pool_and_has_no_clock() => Assert.All(All.Where(pair => pair.Outcome.Decision.Events.Any(fact => fact is MeetingEvent.Ended)), pair =>
    {
        Assert.Null(pair.Outcome.Clock);
        Assert.Contains(pair.Outcome.Decision.Effects, effect => effect is Effect.Later { To: var to } && to == M.Pool);
    });

    private static IEnumerable<MeetingInput> Inputs() =>
    [
        .. from who in new[] { M.Ana, M.Ben, M.Cleo }
           from step in new[] { 0, 1, 2 }
           let origin = M.From(who, 40)
           from input in new MeetingInput[]
           {
               new MeetingInput.Say(origin, "m-40", "A baseline?", null), new MeetingInput.Edit(origin, "m-1", "new"), new MeetingInput.Delete(origin, "m-1"), new MeetingInput.Pass(origin, step), new MeetingInput.Done(origin, step),
               new MeetingInput.Swap(origin, step), new MeetingInput.Script(origin), new MeetingInput.Notes(origin), new MeetingInput.CannotCome(origin, step == 1), new MeetingInput.Stop(origin, step == 1), new MeetingInput.GoOn(origin), new MeetingInput.Unknown(origin),
           }
           select input,
        new MeetingInput.Start(M.From(PersonId.Bot, 40), M.Setup),
        M.Due(40),
        M.Due(400),
        new MeetingInput.PlaceLost(M.From(M.Ana, 40), NeverOpened: false),
        new MeetingInput.PlaceLost(M.From(M.Ana, 40), NeverOpened: true),
        new MeetingInput.PersonGone(M.From(M.Ana, 40)),
    ];
}
