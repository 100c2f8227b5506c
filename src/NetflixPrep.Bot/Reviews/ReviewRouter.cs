using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Reviews;

/// <summary>Says what an inbound means to shared answers: sharing, the queue, presses, words in their threads, timers.</summary>
internal sealed class ReviewRouter(
    StreamKind<Share, ReviewInput, ReviewEvent> kind,
    StreamKind<Session, SessionInput, SessionEvent> sessions,
    StreamKind<Drill, DrillInput, DrillEvent> drills,
    StreamKind<Group, GroupInput, GroupEvent> groups,
    ScriptShelf shelf)
{
    /// <summary>The newest rounds that a committee may look at.</summary>
    private const int MostRounds = 30;

    /// <summary>Opened rounds before this one that a trend is told from.</summary>
    private const int RoundsBefore = 3;

    /// <summary>Somebody wants to share what they answered; the token is that of the session or drill.</summary>
    public Routed Share(Token token, Inbound.Choice choice, Reads reads)
    {
        var from = choice.From;
        var stream = SessionRouter.NewStream(Core.Reviews.Share.StreamName, from);
        var setup = token.Stream.Kind == SessionStream.Name ? OfSession(token.Stream, stream, from, reads) : OfDrill(token.Stream, stream, from, reads);
        if (setup is null) return SessionRouter.Whisper(from, Prose.Of($"There is nothing to share there, or not for you. {new CommandRef(CommandTable.History)} shows your sessions."));
        return reads.ShareOf(setup.Source) is { } shared
            ? To(shared, new ReviewInput.Prepare(from, setup))
            : To(stream, new ReviewInput.Prepare(from, setup));
    }

    /// <summary><c>/review next</c>.</summary>
    public Routed Next(Inbound.Command command, Reads reads)
    {
        var from = command.From;
        if (Group.StreamOf(from.Person) is not { } group)
            return SessionRouter.Whisper(from, Prose.Of($"Reviews belong to a group. Use {new CommandRef(CommandTable.ReviewNext)} in a channel of your group."));
        if ((reads.BegunReview(from.Person) ?? reads.NextReview(group, from.Person)) is { } next) return To(next, Claim(next, from, reads));
        return SessionRouter.Whisper(from, Prose.Of($"Nothing of this group waits for a review from you. *Share for review* stands under the debrief of every session and drill."));
    }

    public Routed Press(Token token, Inbound.Choice choice, Reads reads) =>
        To(token.Stream, ReviewAct.NeedsReading(token) ? Needing(token, choice, reads) : ReviewAct.Read(token, choice.Value, choice.From));

    public Routed Fill(Token token, Inbound.Form form, Reads reads) => To(token.Stream, ReviewAct.Read(token, form.Fields, form.From, IsLicensed(token.Stream, form.From, reads)));

    public Routed Due(Inbound.Due due, Reads reads) => due switch
    {
        { Timer: ReviewDesk.DeadlineTimer } => To(due.Stream, new ReviewInput.DeadlineDue(due.From)),
        { Timer: ReviewDesk.TellTimer } => To(due.Stream, new ReviewInput.TellDue(due.From)),
        { Timer: ReviewDesk.FlagsTimer } => To(due.Stream, new ReviewInput.FlagsDue(due.From)),
        { Timer: ReviewDesk.DraftTimer } => To(due.Stream, new ReviewInput.DraftDue(due.From)),
        { Timer: ReviewDesk.InviteTimer } => To(due.Stream, new ReviewInput.Invite(due.From, [.. reads.ReviewersFor(due.Stream, due.From.At).Where(person => !reads.HasOptedOut(person))])),
        _ when due.With.FirstOrDefault(argument => argument.Name == ReviewDesk.PersonArgument) is { } person => To(due.Stream, new ReviewInput.SeatDue(due.From, PersonId.Parse(person.Value))),
        _ => Routed.NotOurs,
    };

    /// <summary>Plain words in a review's thread; null when the place is none.</summary>
    public Routed? Said(Inbound.Text text, Reads reads) =>
        reads.ReviewAt(text.From.Place) is { } share ? To(share, new ReviewInput.Discuss(text.From, text.MessageId, text.Body)) : null;

    /// <summary>A message of such a thread was changed or taken back; null when the place is none.</summary>
    public Routed? OfMessage(Inbound inbound, Reads reads) => reads.ReviewAt(inbound.From.Place) is not { } share ? null : inbound switch
    {
        Inbound.Edited edited => To(share, new ReviewInput.EditDiscussion(edited.From, edited.MessageId, edited.Body)),
        Inbound.Deleted deleted => To(share, new ReviewInput.DeleteDiscussion(deleted.From, deleted.MessageId)),
        _ => null,
    };

    public Routed Homeless(Inbound.PlaceGone gone) => To(gone.Stream!.Value, new ReviewInput.PlaceLost(gone.From));

    public IEnumerable<StreamCall> At(Inbound.PlaceGone gone, Reads reads) =>
        reads.StreamsAt(gone.From.Place).Where(stream => stream.Kind == Core.Reviews.Share.StreamName).Select(stream => kind.Call(stream, new ReviewInput.PlaceLost(gone.From)));

    /// <summary>After a reviewer was erased, the threads of what they reviewed are shown without them.</summary>
    public IEnumerable<StreamCall> WithoutReviewsOf(PersonId person, Origin from, Reads reads) => reads.ReviewedBy(person).Select(stream => kind.Call(stream, new ReviewInput.Refresh(from)));

    /// <summary>What peers said of a person's answers, oldest first.</summary>
    public Seq<ReviewedRound> RoundsOf(Reads reads, PersonId person) => RoundsOf(reads, person, MostRounds);

    private Seq<ReviewedRound> RoundsOf(Reads reads, PersonId person, int most) => [.. reads.OpenedOf(person, most).Select(stream => Sheet(stream, reads)?.Round).OfType<ReviewedRound>()];

    private ReviewInput Needing(Token token, Inbound.Choice choice, Reads reads)
    {
        var from = choice.From;
        return token.Act switch
        {
            ReviewAct.Post => new ReviewInput.Post(from, token.Step, BalanceOf(token.Stream, reads), Fresh(token.Stream, from, reads)),
            ReviewAct.Self => new ReviewInput.ScoreSelf(from, token.Step, token.About, choice.Value, BalanceOf(token.Stream, reads), Fresh(token.Stream, from, reads)),
            ReviewAct.LeaveSelfOut => new ReviewInput.LeaveSelfOut(from, token.Step, BalanceOf(token.Stream, reads), Fresh(token.Stream, from, reads)),
            ReviewAct.Claim => Claim(token.Stream, from, reads),
            ReviewAct.Result => new ReviewInput.Result(from, SeverityOf(token.Stream, reads), Before(token.Stream, reads)),
            ReviewAct.Publish => new ReviewInput.Publish(from, SeverityOf(token.Stream, reads)),
            ReviewAct.Flag => new ReviewInput.FlagReview(from, choice.Value, SettingsOf(token.Stream, reads).Moderators),
            ReviewAct.Flags => new ReviewInput.LookAtFlags(from, Moderates(token.Stream, from, reads)),
            _ => new ReviewInput.DecideFlag(from, token.About, token.Act == ReviewAct.Hide, Moderates(token.Stream, from, reads)),
        };
    }

    private ReviewInput.Claim Claim(StreamId stream, Origin from, Reads reads) => new(
        from,
        IsLicensed(stream, from, reads),
        LicenceNeeded: SettingsOf(stream, reads).Licence == LicenceRule.Required,
        Here: reads.HomeOf(stream) == from.Place);

    /// <summary>In direct messages a person has no group; it is the share's that counts.</summary>
    private bool IsLicensed(StreamId stream, Origin from, Reads reads) =>
        reads.IsLicensed(from.Person.Group is null && Sheet(stream, reads) is { } sheet ? from.Person with { Group = sheet.Setup.Candidate.Group } : from.Person);

    /// <summary>The answer as it stands now: it may have been changed or taken back since it was prepared.</summary>
    private ShareSetup? Fresh(StreamId stream, Origin from, Reads reads) => Sheet(stream, reads)?.Setup is not { } setup ? null
        : setup.Source.Kind == SessionStream.Name ? OfSession(setup.Source, stream, from, reads) : OfDrill(setup.Source, stream, from, reads);

    private ShareSetup? OfSession(StreamId source, StreamId stream, Origin from, Reads reads) =>
        sessions.Fold(source, reads.Events(source)) is (Session.Finished or Session.ChoosingCause or Session.JudgingLastCause) and Session.Started { Sheet: var sheet }
        && sheet.Setup.Person is { Group: not null } person && person.IsSameHuman(from.Person) && sheet.All.Any(each => each.Answer.Count > 0)
            ? Sharing.Of(sheet, shelf.Scripted(sheet.Setup), stream, from, Settings(person, reads))
            : null;

    private ShareSetup? OfDrill(StreamId source, StreamId stream, Origin from, Reads reads) =>
        drills.Fold(source, reads.Events(source)) is Drill.Ended { Setup: { ScriptHash: { } hash, Person: { Group: not null } person } setup } drill
        && person.IsSameHuman(from.Person) && drill.Sheet.Answer.Count > 0
            ? Sharing.Of(drill, shelf.Get(hash, setup.QuestionId).Scripted, stream, from, Settings(person, reads))
            : null;

    private ShareSheet? Sheet(StreamId stream, Reads reads) => (kind.Fold(stream, reads.Events(stream)) as Share.Begun)?.Sheet;

    private Balance BalanceOf(StreamId stream, Reads reads) => Sheet(stream, reads) is { } sheet ? reads.BalanceOf(sheet.Setup.Candidate) : default;

    private Seq<Severity> SeverityOf(StreamId stream, Reads reads) => Sheet(stream, reads) is { } sheet
        ? SeverityModel.Estimate(reads.SeverityRows(sheet.Seats.Where(seat => seat.Counts).Select(seat => seat.Person)))
        : [];

    private Seq<ReviewedRound> Before(StreamId stream, Reads reads) => Sheet(stream, reads) is { OpenedAt: { } opened } sheet
        ? [.. RoundsOf(reads, sheet.Setup.Candidate, RoundsBefore + 1).Where(round => round.Review != stream && round.OpenedAt <= opened)]
        : [];

    /// <summary>Moderators of the group; where none of them is named or may decide, those who manage it.</summary>
    private bool Moderates(StreamId stream, Origin from, Reads reads)
    {
        var named = SettingsOf(stream, reads).Moderators;
        return named.Any(person => person.IsSameHuman(from.Person)) || (from.Admin && (named.Count == 0 || (Sheet(stream, reads) is { } sheet && !ReviewDesk.CanDecide(sheet, named))));
    }

    private GroupSettings SettingsOf(StreamId stream, Reads reads) => Sheet(stream, reads) is { } sheet ? Settings(sheet.Setup.Candidate, reads) : GroupSettings.Default;

    private GroupSettings Settings(PersonId person, Reads reads) => Group.StreamOf(person) is { } group ? groups.Fold(group, reads.Events(group)).Settings : GroupSettings.Default;

    private Routed.To To(StreamId stream, ReviewInput input) => new(kind.Call(stream, input));
}
