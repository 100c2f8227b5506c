using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews;

/// <content>One reviewer's way: asked or by themselves, three scores, the call, the words; every step is kept.</content>
public sealed partial class ReviewDesk
{
    internal const string StrengthField = "strength";
    internal const string ChangeField = "change";
    internal const string QuoteField = "quote-";

    private static void OnInvite(ReviewDraft draft, ReviewInput.Invite invite)
    {
        // A timer that comes late, after the bot was down, may fall into quiet hours.
        if (Awake(draft, draft.At) is var awake && awake > draft.At)
        {
            draft.Set(InviteTimer, awake);
            return;
        }
        var waiting = draft.Sheet.Seats.Count(seat => seat.State == SeatState.Invited);
        foreach (var person in invite.Candidates.Where(person => draft.Sheet.SeatOf(person) is null && !draft.Sheet.IsBy(person)).Take(draft.Sheet.Setup.Needed - draft.Sheet.Taken - waiting))
        {
            var until = draft.At + InvitationLasts;
            draft.Record(new ReviewEvent.Invited(draft.At, person, until));
            draft.Set(TimerOf(person), until, new Argument(PersonArgument, person.ToString()));
            draft.Tell(person, $"invitation-{person.User}", ReviewLines.Invitation(draft.Sheet));
        }
        var next = Awake(draft, draft.At + InvitationLasts);
        if (draft.Sheet.Taken < draft.Sheet.Setup.Needed && next < draft.Sheet.Deadline) draft.Set(InviteTimer, next);
    }

    private static void OnPass(ReviewDraft draft)
    {
        if (draft.Sheet.SeatOf(draft.From.Person) is not { State: SeatState.Invited } seat)
        {
            draft.Whisper(new(ReviewLines.Stale()));
            return;
        }
        draft.Record(new ReviewEvent.InvitationPassed(draft.At, seat.Person));
        draft.Set(TimerOf(seat.Person), null);
        if (draft.State is Share.Open) draft.Set(InviteTimer, Awake(draft, draft.At));
        draft.Whisper(new(ReviewLines.Passed()));
    }

    private void OnClaim(ReviewDraft draft, ReviewInput.Claim claim)
    {
        var seat = draft.Sheet.SeatOf(claim.From.Person);
        if (seat is { State: SeatState.Given })
        {
            draft.Whisper(ReviewLines.GivenAlready(draft.Sheet, seat, draft.State is Share.Opened));
            return;
        }
        if (claim is { LicenceNeeded: true, Licensed: false })
        {
            draft.Whisper(ReviewLines.LicenceFirst());
            return;
        }
        // Who had begun may finish late; who comes only now could have read the result.
        if (draft.State is Share.Opened && seat is not { HasBegun: true, State: SeatState.Claimed or SeatState.Lapsed })
        {
            draft.Whisper(new(ReviewLines.OpenedAlready()));
            return;
        }
        if (seat is not { State: SeatState.Claimed })
        {
            var person = InGroup(draft);
            // Its end is told by a direct message, so it does not fall into quiet hours.
            var until = Awake(draft, draft.At + ClaimLasts);
            draft.Record(new ReviewEvent.Claimed(draft.At, person, until, claim.Licensed));
            draft.Set(TimerOf(person), until, new Argument(PersonArgument, person.ToString()));
            draft.Whisper(ReviewLines.Taken(draft.Sheet, claim.Here, claim.Licensed));
        }
        else if (!claim.Here)
        {
            draft.Whisper(ReviewLines.Taken(draft.Sheet, here: false, seat.Licensed));
        }
        Next(draft, draft.Sheet.SeatOf(claim.From.Person)!);
    }

    private static void OnSeatDue(ReviewDraft draft, PersonId person)
    {
        if (draft.Sheet.SeatOf(person) is not { State: SeatState.Claimed or SeatState.Invited, Until: { } until } seat || until > draft.At) return;
        if (seat.State == SeatState.Claimed && Awake(draft, draft.At) is var awake && awake > draft.At)
        {
            draft.Set(TimerOf(seat.Person), awake, new Argument(PersonArgument, seat.Person.ToString()));
            return;
        }
        draft.Record(new ReviewEvent.ClaimLapsed(draft.At, seat.Person));
        if (draft.State is not Share.Open) return;
        if (seat.State == SeatState.Claimed) draft.Tell(seat.Person, $"lapsed-{seat.Person.User}-{draft.At.UtcTicks}", ReviewLines.Lapsed(draft.Sheet));
        draft.Set(InviteTimer, Awake(draft, draft.At));
    }

    private void OnReviewing(ReviewDraft draft, ReviewInput input)
    {
        if (draft.Sheet.SeatOf(input.From.Person) is not { HasBegun: true, State: SeatState.Claimed or SeatState.Lapsed } seat)
        {
            draft.Whisper(draft.Sheet.SeatOf(input.From.Person) is { State: SeatState.Given } given
                ? ReviewLines.GivenAlready(draft.Sheet, given, draft.State is Share.Opened)
                : ReviewLines.TakeFirst(draft.Sheet));
            return;
        }
        switch (input)
        {
            case ReviewInput.Score score when seat.Scores.Count < Rubric.Count && Rubric[seat.Scores.Count].Id == score.Dimension && Mark(score.Value) is { } mark:
                draft.Record(new ReviewEvent.Scored(draft.At, seat.Person, score.Dimension, mark));
                break;
            case ReviewInput.BeginAnew when seat.Scores.Count > 0:
                draft.Record(new ReviewEvent.ScoresCleared(draft.At, seat.Person));
                break;
            case ReviewInput.ChooseMoveOn { Value: { } value } when seat.Scores.Count == Rubric.Count && Enum.TryParse<MoveOn>(value, out var moveOn) && Enum.IsDefined(moveOn):
                draft.Record(new ReviewEvent.MoveOnChosen(draft.At, seat.Person, moveOn));
                break;
            case ReviewInput.OpenWords when seat is { MoveOn: not null }:
                draft.Wish(new Effect.OpenForm(ReviewLines.WordsForm(draft.Sheet, seat, Rubric)));
                return;
            case ReviewInput.Words words when seat is { MoveOn: not null }:
                OnWords(draft, seat, words);
                return;
            case ReviewInput.Words words:
                // Nothing that was written is lost, also when the scores were begun anew meanwhile.
                draft.Record(new ReviewEvent.WordsDrafted(draft.At, seat.Person, words.Fields));
                break;
            default:
                draft.Whisper(new(ReviewLines.Stale()));
                break;
        }
        Next(draft, draft.Sheet.SeatOf(input.From.Person)!);
    }

    /// <summary>Shows the step that is next, so that a review can be taken up again anywhere.</summary>
    private void Next(ReviewDraft draft, Seat seat) => draft.Whisper(seat switch
    {
        _ when seat.Scores.Count < Rubric.Count => ReviewLines.ScoreStep(draft.Sheet, seat, Script),
        { MoveOn: null } => ReviewLines.MoveOnStep(draft.Sheet, seat, Rubric),
        _ => ReviewLines.WordsStep(draft.Sheet, seat, Rubric),
    });

    /// <summary>Nobody holds up the queue who is gone.</summary>
    private static void Free(ReviewDraft draft)
    {
        var gone = draft.Sheet.Seats.Where(seat => seat is { Person.Platform: PersonId.Gone, State: SeatState.Claimed or SeatState.Invited }).ToSeq();
        foreach (var seat in gone) draft.Record(new ReviewEvent.ClaimLapsed(draft.At, seat.Person));
        if (gone.Count > 0 && draft.State is Share.Open) draft.Set(InviteTimer, Awake(draft, draft.At));
    }

    private void OnWords(ReviewDraft draft, Seat seat, ReviewInput.Words words)
    {
        var fields = words.Fields;
        string Field(string name) => fields.FirstOrDefault(field => field.Name == name)?.Value.Trim() ?? "";
        var (strength, change) = (Field(StrengthField), Field(ChangeField));
        var complaints = Complaints(draft.Sheet, seat, Field, strength, change).ToSeq();
        if (complaints.Count > 0)
        {
            draft.Record(new ReviewEvent.WordsDrafted(draft.At, seat.Person, fields));
            draft.Whisper(ReviewLines.WordsWrong(draft.Sheet, complaints));
            return;
        }
        draft.Record(new ReviewEvent.Given(draft.At, seat.Person, [.. seat.Scores.Select(score => score with { Quote = Field(QuoteField + score.Dimension) is { Length: > 0 } quote ? quote : null })], strength, change, words.Licensed));
        draft.Set(TimerOf(seat.Person), null);
        draft.Whisper(ReviewLines.Thanks(draft.Sheet, draft.Sheet.SeatOf(seat.Person)!, Causes));
        if (draft.State is Share.Open && draft.Sheet.Given >= draft.Sheet.Setup.Needed) OpenUp(draft, byDeadline: false);
        else draft.Say("foot", ReviewLines.Foot(draft.Sheet, draft.State is Share.Opened));
    }

    private IEnumerable<string> Complaints(ShareSheet sheet, Seat seat, Func<string, string> field, string strength, string change)
    {
        var texts = ReviewLines.Shown(sheet).Select(line => line.Text).ToSeq();
        foreach (var score in seat.Scores.Where(score => score.Score != 3))
        {
            var label = Rubric.First(dimension => dimension.Id == score.Dimension).Label;
            if (!QuoteCheck.IsIn(field(QuoteField + score.Dimension), texts))
                yield return $"{label}: quote a few words of the answer, to the letter, that your {score.Score} rests on.";
        }
        var anchors = questions.SelectMany(question => Anchors.All(question.Script)).ToSeq();
        if (strength.Length < QuoteCheck.ShortestWords) yield return $"Strength: at least {QuoteCheck.ShortestWords} characters, about what was strong.";
        if (change.Length < QuoteCheck.ShortestWords) yield return $"Change: at least {QuoteCheck.ShortestWords} characters, one thing to do otherwise next time.";
        else if (QuoteCheck.IsAnAnchor(change, anchors)) yield return "Change: that is the wording of the scale. Say in your own words what to do otherwise.";
    }

    private Seq<RootCause> Causes => [.. questions.SelectMany(question => question.Script.RootCauses).DistinctBy(cause => cause.Id)];

    private void OnCause(ReviewDraft draft, ReviewInput.NameCause named)
    {
        if (draft.Sheet.SeatOf(named.From.Person) is not { State: SeatState.Given } seat || Causes.FirstOrDefault(cause => cause.Id == named.Value) is not { } cause)
        {
            draft.Whisper(new(ReviewLines.Stale()));
            return;
        }
        draft.Record(new ReviewEvent.CauseNamed(draft.At, seat.Person, cause.Id));
        draft.Whisper(new(ReviewLines.CauseKept(cause.Label)));
    }

    private static void OnTakeBack(ReviewDraft draft)
    {
        if (draft.Sheet.SeatOf(draft.From.Person) is not { State: SeatState.Given } seat)
        {
            draft.Whisper(new(ReviewLines.Stale()));
            return;
        }
        draft.Record(new ReviewEvent.ReviewWithdrawn(draft.At, seat.Person));
        draft.Say("foot", ReviewLines.Foot(draft.Sheet, draft.State is Share.Opened));
        if (draft.Sheet.IsPublished) draft.Say("result", new(ReviewLines.ResultChanged()));
        if (draft.State is Share.Open) draft.Set(InviteTimer, Awake(draft, draft.At));
        draft.Whisper(ReviewLines.TakenBack(draft.Sheet, draft.State is Share.Open));
    }
}
