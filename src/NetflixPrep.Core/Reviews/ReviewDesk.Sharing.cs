using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Interviews;

namespace NetflixPrep.Core.Reviews;

/// <content>Up to the card in the channel: what is shared, where, under which name; own scores first.</content>
public sealed partial class ReviewDesk
{
    internal const string NamedValue = "named";
    internal const string AliasValue = "alias";

    private static void OnChoice(ReviewDraft draft, ReviewInput input)
    {
        switch (input)
        {
            case ReviewInput.ChooseChannel { Value: { } value } when draft.Sheet.Setup.Channels.FirstOrDefault(channel => channel.ToString() == value) is { Place: not null } channel:
                draft.Record(new ReviewEvent.ChannelChosen(draft.At, channel));
                break;
            case ReviewInput.ChooseNaming { Value: NamedValue or AliasValue } naming:
                draft.Record(new ReviewEvent.NamingChosen(draft.At, naming.Value == AliasValue));
                break;
            case ReviewInput.ChooseParts { Value: { } value } when Enum.TryParse<ShareParts>(value, out var parts) && Enum.IsDefined(parts)
                && (parts != ShareParts.WithCause || draft.Sheet.Setup.CauseLabel is not null):
                draft.Record(new ReviewEvent.PartsChosen(draft.At, parts));
                break;
            default:
                draft.Whisper(new(ReviewLines.Stale()));
                return;
        }
        draft.Whisper(ReviewLines.Choices(draft.Sheet));
    }

    private void OnPost(ReviewDraft draft, ReviewInput.Post post)
    {
        if (draft.Sheet.Self.Count > 0)
        {
            Post(draft, post.Balance, post.Fresh);
            return;
        }
        draft.Record(new ReviewEvent.OwnScoresAsked(draft.At));
        draft.Whisper(ReviewLines.OwnScore(draft.Sheet, Script));
    }

    private void OnSelfScore(ReviewDraft draft, ReviewInput.ScoreSelf score)
    {
        var dimension = Rubric[draft.Sheet.Self.Count];
        if (dimension.Id != score.Dimension || Mark(score.Value) is not { } mark)
        {
            draft.Whisper(new(ReviewLines.Stale()));
            return;
        }
        draft.Record(new ReviewEvent.SelfScored(draft.At, dimension.Id, mark));
        if (draft.Sheet.Self.Count < Rubric.Count) draft.Whisper(ReviewLines.OwnScore(draft.Sheet, Script));
        else Post(draft, score.Balance, score.Fresh);
    }

    /// <summary>What was changed since it was prepared is not shown as it was.</summary>
    private static void Renew(ReviewDraft draft, ShareSetup fresh)
    {
        var setup = fresh with { Stream = draft.Sheet.Setup.Stream, AskedIn = draft.Sheet.Setup.AskedIn };
        if (setup != draft.Sheet.Setup) draft.Record(new ReviewEvent.Prepared(draft.At, setup));
    }

    private static void Post(ReviewDraft draft, Balance balance, ShareSetup? fresh)
    {
        draft.Set(DraftTimer, null);
        if (fresh is null)
        {
            draft.Record(new ReviewEvent.Withdrawn(draft.At));
            draft.Whisper(new(ReviewLines.NothingLeft()));
            return;
        }
        Renew(draft, fresh);
        var setup = draft.Sheet.Setup;
        var deadline = draft.At + TimeSpan.FromDays(setup.Days);
        draft.Record(new ReviewEvent.Shared(draft.At, setup.Quiet?.EndAfter(deadline, setup.Zone) ?? deadline));
        // Nobody is invited into the thread by name: an alias would be no alias.
        draft.Wish(new Effect.OpenPlace(draft.Sheet.Channel, ReviewLines.ThreadName(draft.Sheet), Openness.Public, []));
        draft.Say("card", ReviewLines.Card(draft.Sheet));
        foreach (var (message, at) in ReviewLines.Answer(draft.Sheet).Select((message, at) => (message, at))) draft.Say($"answer-{at}", message);
        draft.Say("foot", ReviewLines.Foot(draft.Sheet, isOpened: false));
        draft.Set(DeadlineTimer, draft.Sheet.Deadline);
        draft.Set(InviteTimer, Awake(draft, draft.At + BeforeInviting));
        draft.Whisper(ReviewLines.Posted(draft.Sheet, balance));
    }

    private static void OnWithdraw(ReviewDraft draft, bool sure)
    {
        if (!draft.Sheet.IsBy(draft.From.Person))
        {
            draft.Whisper(new(ReviewLines.OnlyTheCandidate()));
            return;
        }
        if (!sure)
        {
            draft.Whisper(ReviewLines.WithdrawSure(draft.Sheet));
            return;
        }
        draft.Record(new ReviewEvent.Withdrawn(draft.At));
        var gone = new Message(ReviewLines.TakenAway());
        draft.Say("card", gone);
        for (var at = 0; at < ReviewLines.Answer(draft.Sheet).Count; at++) draft.Say($"answer-{at}", gone);
        draft.Say("foot", gone);
        if (draft.Sheet.IsPublished) draft.Say("result", gone);
        if (draft.Sheet.Seats.Any(seat => seat.Flag != FlagState.None)) draft.Say("flags", gone);
        foreach (var timer in new[] { DeadlineTimer, InviteTimer, TellTimer, FlagsTimer }) draft.Set(timer, null);
        foreach (var seat in draft.Sheet.Seats.Where(seat => seat.Until is not null)) draft.Set(TimerOf(seat.Person), null);
        draft.Whisper(new(ReviewLines.WithdrawnNow()));
    }

    private static void OnDiscussion(ReviewDraft draft, ReviewInput input)
    {
        switch (input)
        {
            case ReviewInput.Discuss say when draft.State is Share.Open or Share.Opened && !draft.Sheet.Discussion.Contains(say.MessageId) && !string.IsNullOrWhiteSpace(say.Text):
                draft.Record(new ReviewEvent.Discussed(draft.At, say.From.Person, say.From.Place, say.MessageId, say.Text));
                draft.Wish(new Effect.Tick(say.From.Place, say.MessageId));
                break;
            case ReviewInput.EditDiscussion edit when draft.Sheet.Discussion.Contains(edit.MessageId):
                draft.Record(new ReviewEvent.DiscussionEdited(draft.At, edit.From.Person, edit.MessageId, edit.Text));
                break;
            case ReviewInput.DeleteDiscussion delete when draft.Sheet.Discussion.Contains(delete.MessageId):
                draft.Record(new ReviewEvent.DiscussionDeleted(draft.At, delete.From.Person, delete.MessageId));
                break;
        }
    }

    /// <summary>That moment, or when the group's quiet hours around it end.</summary>
    private static DateTimeOffset Awake(ReviewDraft draft, DateTimeOffset at) => draft.Sheet.Setup.Quiet?.EndAfter(at, draft.Sheet.Setup.Zone) ?? at;

    private static int? Mark(string? value) => value is { Length: 1 } && value[0] is >= '1' and <= '5' ? value[0] - '0' : null;

    private static string TimerOf(PersonId person) => $"{SeatTimer}{person.User}";
}
