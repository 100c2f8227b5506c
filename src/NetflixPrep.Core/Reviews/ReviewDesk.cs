using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Reviews;

/// <summary>Decides for one shared answer: what others see of it, who reviews it, when everything opens. It adds up what people gave and judges nobody. Pure.</summary>
/// <param name="questions">Of the shared answers, in order.</param>
public sealed partial class ReviewDesk(Seq<Scripted> questions)
{
    /// <summary>The timer that opens it with what there is.</summary>
    public const string DeadlineTimer = "deadline";

    /// <summary>The timer by which reviewers are asked.</summary>
    public const string InviteTimer = "invite";

    /// <summary>The timer by which the candidate hears of the result after quiet hours.</summary>
    public const string TellTimer = "tell";

    /// <summary>The timer by which moderators hear of a flag after quiet hours.</summary>
    public const string FlagsTimer = "flags";

    /// <summary>The timer that ends what was prepared and never shared.</summary>
    public const string DraftTimer = "draft";

    /// <summary>How long that waits.</summary>
    public static readonly TimeSpan DraftLasts = TimeSpan.FromDays(7);

    /// <summary>The first part of the timers of claims and invitations; the person follows.</summary>
    public const string SeatTimer = "seat-";

    /// <summary>The argument of those timers: the person.</summary>
    public const string PersonArgument = "person";

    /// <summary>How long a claim lasts.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromHours(24);

    /// <summary>How long an invitation lasts before the next person is asked.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromHours(24);

    /// <summary>Nobody is asked before people had the time to come by themselves.</summary>
    public static readonly TimeSpan BeforeInviting = TimeSpan.FromHours(2);

    /// <summary>The answer when there is no such share.</summary>
    public static Decision<ReviewEvent> NobodyThere(ReviewInput input) => IsSilent(input)
        ? Decision<ReviewEvent>.Nothing
        : new([], [Private(input.From, new(ReviewLines.NotKnown()))]);

    /// <summary>Answers every pair of state and input.</summary>
    public Decision<ReviewEvent> Decide(Share share, ReviewInput input)
    {
        var draft = new ReviewDraft(share, input.From);
        Move(draft, share, input);
        return draft.Finish();
    }

    private void Move(ReviewDraft draft, Share share, ReviewInput input)
    {
        switch (share, input)
        {
            case (Share.NotShared, ReviewInput.Prepare prepare):
                draft.Record(new ReviewEvent.Prepared(draft.At, prepare.Setup));
                draft.Set(DraftTimer, draft.At + DraftLasts);
                draft.Whisper(ReviewLines.Choices(draft.Sheet));
                break;
            case (Share.NotShared, _):
                foreach (var effect in NobodyThere(input).Effects) draft.Wish(effect);
                break;
            case (Share.Preparing or Share.Scoring, ReviewInput.Prepare prepare):
                Renew(draft, prepare.Setup);
                draft.Whisper(share is Share.Preparing ? ReviewLines.Choices(draft.Sheet) : ReviewLines.OwnScore(draft.Sheet, Script));
                break;
            case (Share.Begun, ReviewInput.Prepare):
                draft.Whisper(ReviewLines.SharedAlready(draft.Sheet, share));
                break;
            case (Share.Begun begun, _) when !IsOfTheGroup(begun.Sheet, input):
                draft.Whisper(new(ReviewLines.NotKnown()));
                break;

            case (Share.Begun, ReviewInput.SeatDue due):
                OnSeatDue(draft, due.Person);
                break;
            case (Share.Open, ReviewInput.DeadlineDue):
                OnDeadline(draft);
                break;
            case (Share.Open, ReviewInput.Invite invite):
                OnInvite(draft, invite);
                break;
            case (Share.Opened, ReviewInput.TellDue):
                TellCandidate(draft);
                break;
            case (Share.Opened, ReviewInput.FlagsDue):
                TellModerators(draft);
                break;
            case (Share.Preparing or Share.Scoring, ReviewInput.DraftDue):
                draft.Record(new ReviewEvent.Withdrawn(draft.At));
                break;
            case (Share.Begun, ReviewInput.DeadlineDue or ReviewInput.Invite or ReviewInput.TellDue or ReviewInput.FlagsDue or ReviewInput.DraftDue):
                break;
            case (Share.Open or Share.Opened, ReviewInput.Refresh):
                Free(draft);
                draft.Say("foot", ReviewLines.Foot(draft.Sheet, share is Share.Opened));
                if (draft.Sheet.IsPublished) ShowResult(draft, []);
                break;
            case (Share.Begun, ReviewInput.Refresh):
                break;
            case (Share.Begun { Sheet.IsHomeless: false } begun and (Share.Open or Share.Opened), ReviewInput.PlaceLost):
                draft.Record(new ReviewEvent.PlaceLost(draft.At));
                if (begun is Share.Open) draft.Tell(draft.Sheet.Setup.Candidate, "lost", ReviewLines.ThreadGone(draft.Sheet));
                break;
            case (Share.Begun, ReviewInput.PlaceLost):
                break;
            case (Share.Begun, ReviewInput.Discuss or ReviewInput.EditDiscussion or ReviewInput.DeleteDiscussion):
                OnDiscussion(draft, input);
                break;

            case (Share.Preparing or Share.Scoring, _) when !draft.Sheet.IsBy(input.From.Person):
                draft.Whisper(new(ReviewLines.NotKnown()));
                break;
            case (Share.Preparing, ReviewInput.ChooseChannel or ReviewInput.ChooseNaming or ReviewInput.ChooseParts):
                OnChoice(draft, input);
                break;
            case (Share.Preparing, ReviewInput.Post post):
                if (IsCurrent(draft, post.Step)) OnPost(draft, post);
                break;
            case (Share.Scoring, ReviewInput.ScoreSelf score):
                if (IsCurrent(draft, score.Step)) OnSelfScore(draft, score);
                break;
            case (Share.Scoring, ReviewInput.LeaveSelfOut leave):
                if (IsCurrent(draft, leave.Step)) Post(draft, leave.Balance, leave.Fresh);
                break;
            case (Share.Preparing or Share.Scoring, ReviewInput.Cancel):
                draft.Record(new ReviewEvent.Withdrawn(draft.At));
                draft.Set(DraftTimer, null);
                draft.Whisper(new(ReviewLines.Cancelled()));
                break;
            case (Share.Preparing or Share.Scoring, _):
                draft.Whisper(new(ReviewLines.Stale()));
                break;

            case (Share.Withdrawn, _):
                draft.Whisper(new(ReviewLines.WasWithdrawn()));
                break;
            case (Share.Begun, ReviewInput.ChooseChannel or ReviewInput.ChooseNaming or ReviewInput.ChooseParts or ReviewInput.Post or ReviewInput.Cancel or ReviewInput.ScoreSelf or ReviewInput.LeaveSelfOut):
                draft.Whisper(new(ReviewLines.Stale()));
                break;

            case (Share.Begun, ReviewInput.Claim or ReviewInput.Pass or ReviewInput.Score or ReviewInput.BeginAnew or ReviewInput.ChooseMoveOn or ReviewInput.OpenWords or ReviewInput.Words
                or ReviewInput.NameCause or ReviewInput.TakeBack or ReviewInput.OverruleSignal) when draft.Sheet.IsBy(input.From.Person):
                draft.Whisper(new(ReviewLines.NotYourOwn()));
                break;
            case (Share.Begun, ReviewInput.Claim claim):
                OnClaim(draft, claim);
                break;
            case (Share.Begun, ReviewInput.Pass):
                OnPass(draft);
                break;
            case (Share.Begun, ReviewInput.Score or ReviewInput.BeginAnew or ReviewInput.ChooseMoveOn or ReviewInput.OpenWords or ReviewInput.Words):
                OnReviewing(draft, input);
                break;
            case (Share.Begun, ReviewInput.NameCause cause):
                OnCause(draft, cause);
                break;
            case (Share.Begun, ReviewInput.TakeBack):
                OnTakeBack(draft);
                break;
            case (Share.Begun, ReviewInput.Coverage):
                OnCoverage(draft, share);
                break;
            case (Share.Begun, ReviewInput.OverruleSignal overrule):
                OnOverrule(draft, overrule);
                break;

            case (Share.Opened, ReviewInput.Result result):
                OnResult(draft, result);
                break;
            case (Share.Open, ReviewInput.Result):
                draft.Whisper(new(ReviewLines.StillSealed(draft.Sheet)));
                break;
            case (Share.Opened, ReviewInput.Publish publish):
                OnPublish(draft, publish);
                break;
            case (Share.Opened, ReviewInput.Rate or ReviewInput.OpenWhy or ReviewInput.Explain):
                OnRating(draft, input);
                break;
            case (Share.Opened, ReviewInput.FlagReview flag):
                OnFlag(draft, flag);
                break;
            case (Share.Opened, ReviewInput.LookAtFlags look):
                OnLookAtFlags(draft, look.Moderates);
                break;
            case (Share.Opened, ReviewInput.DecideFlag decide):
                OnDecideFlag(draft, decide);
                break;
            case (Share.Begun, ReviewInput.Withdraw withdraw):
                OnWithdraw(draft, withdraw.Sure);
                break;
            case (Share.Begun, ReviewInput.Publish or ReviewInput.Rate or ReviewInput.OpenWhy or ReviewInput.Explain or ReviewInput.FlagReview or ReviewInput.LookAtFlags
                or ReviewInput.DecideFlag or ReviewInput.Unknown):
                draft.Whisper(new(ReviewLines.Stale()));
                break;
            default:
                throw new UnreachableException($"No rule for {input.GetType().Name} in {share.GetType().Name}.");
        }
    }

    /// <summary>The clock and what is merely written answer nobody.</summary>
    private static bool IsSilent(ReviewInput input) => input is ReviewInput.SeatDue or ReviewInput.DeadlineDue or ReviewInput.Invite or ReviewInput.TellDue
        or ReviewInput.FlagsDue or ReviewInput.DraftDue or ReviewInput.Refresh or ReviewInput.PlaceLost or ReviewInput.Discuss or ReviewInput.EditDiscussion or ReviewInput.DeleteDiscussion;

    /// <summary>In direct messages a person has no group; then it is enough that the share knows them.</summary>
    private static bool IsOfTheGroup(ShareSheet sheet, ReviewInput input)
    {
        var person = input.From.Person;
        return IsSilent(input) || (person.Group is not null && person.Platform == sheet.Setup.Candidate.Platform && person.Group == sheet.Setup.Candidate.Group)
            || (person.Group is null && (sheet.IsBy(person) || sheet.SeatOf(person) is not null || sheet.Moderators.Any(each => each.IsSameHuman(person))));
    }

    private static bool IsCurrent(ReviewDraft draft, int step)
    {
        if (step == draft.Sheet.Step) return true;
        draft.Whisper(new(ReviewLines.Stale()));
        return false;
    }

    private InterviewScript Script => questions[0].Script;

    private Seq<Dimension> Rubric => Script.Rubric;

    private static Effect.Show Private(Origin from, Message message) => new(new Where.In(from.Place), "review", message, from.Person, []) { Quotes = true };

    /// <summary>A person of the group as they are known there, also when they press in direct messages.</summary>
    private static PersonId InGroup(ReviewDraft draft) => draft.From.Person with { Group = draft.Sheet.Setup.Candidate.Group };
}

/// <summary>A decision being written: facts are folded in as they are recorded.</summary>
internal sealed class ReviewDraft(Share state, Origin from)
{
    private readonly List<ReviewEvent> events = [];
    private readonly List<Effect> effects = [];

    public Share State { get; private set; } = state;

    public Origin From => from;

    public DateTimeOffset At => from.At;

    public ShareSheet Sheet => ((Share.Begun)State).Sheet;

    public void Record(ReviewEvent fact)
    {
        State = State.Evolve(fact);
        events.Add(fact);
    }

    public void Wish(Effect effect) => effects.Add(effect);

    /// <summary>Shows something in the thread; nobody is pinged.</summary>
    /// <param name="quotes">Reviewers' words stand in it, so nothing of it is kept once it was sent.</param>
    public void Say(string slot, Message message, bool quotes = false)
    {
        if (!Sheet.IsHomeless) Wish(new Effect.Show(new Where.Home(), slot, message, null, []) { Quotes = quotes ? true : null });
    }

    /// <summary>For the person who acts alone.</summary>
    public void Whisper(Message message) => Wish(new Effect.Show(new Where.In(from.Place), "review", message, from.Person, []) { Quotes = true });

    /// <summary>By direct message; where those are closed nothing comes, and the thread and <c>/review status</c> say the same.</summary>
    public void Tell(PersonId person, string slot, Message message) => Wish(new Effect.Show(new Where.Dm(person), slot, message, null, [person]));

    public void Set(string timer, DateTimeOffset? at, params Seq<Argument> with) => Wish(new Effect.Later(Sheet.Setup.Stream, timer, with, at));

    public Decision<ReviewEvent> Finish() => new([.. events], [.. effects]);
}
