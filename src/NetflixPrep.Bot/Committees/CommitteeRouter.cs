using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Committees;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Bot.Committees;

/// <summary>Says what an inbound means to committees: the command, presses and forms, deadlines, lost channels.</summary>
internal sealed class CommitteeRouter(StreamKind<Committee, CommitteeInput, CommitteeEvent> kind, StreamKind<Group, GroupInput, GroupEvent> groups, ReviewedRounds reviewed)
{
    /// <summary><c>/committee</c>: the open one of the person, or what a new one would be shown, or what is missing for it.</summary>
    public Routed Command(Inbound.Command command, Reads reads)
    {
        var from = command.From;
        if (Group.StreamOf(from.Person) is not { } group) return Whisper(from, CommitteeLines.NoGroup());
        if (reads.CommitteeOf(from.Person, "open") is { } open) return To(open, new CommitteeInput.Ask(from));
        var offer = Offer(from.Person, reads);
        if (!offer.IsEnough) return Whisper(from, CommitteeLines.Missing(offer.Rounds.Count, reads.CommitteeOf(from.Person, "closed")));
        var stream = reads.CommitteeOf(from.Person, "draft") ?? SessionRouter.NewStream(Committee.StreamName, from);
        return To(stream, new CommitteeInput.Prepare(from, Setup(stream, group, from, offer, reads)));
    }

    public Routed Press(Token token, Inbound.Choice choice, Reads reads)
    {
        if (!CommitteeAct.Convenes(token) || Group.StreamOf(choice.From.Person) is not { } group) return To(token.Stream, CommitteeAct.Read(token, choice.Value, choice.From));
        var offer = Offer(choice.From.Person, reads);
        return To(token.Stream, new CommitteeInput.Convene(choice.From, token.Step, Setup(token.Stream, group, choice.From, offer, reads), offer.Rounds));
    }

    public Routed Fill(Token token, Inbound.Form form) => To(token.Stream, CommitteeAct.Read(token, form.Fields, form.From));

    public Routed Due(Inbound.Due due) => To(due.Stream, new CommitteeInput.Due(due.From));

    /// <summary>What a lost place means to the committees that are open there.</summary>
    public IEnumerable<StreamCall> At(Inbound.PlaceGone gone, Reads reads) => reads.CommitteesAt(gone.From.Place).Select(stream => kind.Call(stream, new CommitteeInput.PlaceLost(gone.From)));

    /// <summary>After somebody's votes were erased their committees show how many there are now.</summary>
    public IEnumerable<StreamCall> WithoutVotesOf(PersonId person, Origin from, Reads reads) =>
        reads.CommitteesVotedBy(person).Select(stream => kind.Call(stream, new CommitteeInput.Recount(from)));

    private CommitteeOffer Offer(PersonId person, Reads reads) => CommitteeOffer.Of(reviewed(reads, person), reads.UsedReviews(person), reads.FinishedLoopOf(person));

    private CommitteeSetup Setup(StreamId stream, StreamId group, Origin from, CommitteeOffer offer, Reads reads) =>
        CommitteeEntry.For(stream, from.Person, group, from.Place, groups.Fold(group, reads.Events(group)).Settings, offer);

    private Routed.To To(StreamId stream, CommitteeInput input) => new(kind.Call(stream, input));

    private static Routed.Answer Whisper(Origin from, Message message) => new([new Effect.Show(new Where.In(from.Place), "committee", message, from.Person, [])]);
}
