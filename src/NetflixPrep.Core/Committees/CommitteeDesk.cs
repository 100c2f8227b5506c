using System.Diagnostics;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Core.Committees;

/// <summary>
/// Decides for a committee: its candidate chooses privately what goes in, the group votes with one sentence each, blind until it closes.
/// The bot never votes and never judges; it adds up what people gave. Every committee ends: by its candidate, at its deadline, or with its place. Pure.
/// </summary>
/// <param name="causes">The closed list of root causes, for their labels.</param>
public sealed class CommitteeDesk(Seq<RootCause> causes)
{
    /// <summary>The timer of the deadline.</summary>
    public const string Timer = "close";

    /// <summary>From so many votes on the candidate may close it.</summary>
    public const int FewestVotes = 3;

    private const string PacketSlot = "packet";
    private const string CardSlot = "votes";
    private const string ResultSlot = "result";

    /// <summary>Answers every pair of state and input.</summary>
    public Decision<CommitteeEvent> Decide(Committee committee, CommitteeInput input) => (committee, input) switch
    {
        (Committee.Open open, CommitteeInput.Due) when input.At >= open.Packet.ClosesAt => Close(open, input, CommitteeEnding.Deadline),
        (Committee.Open open, CommitteeInput.PlaceLost) => Lost(open, input),
        (Committee.Open open, CommitteeInput.Recount) => new([], [Card(open)]),
        (_, CommitteeInput.Due or CommitteeInput.PlaceLost or CommitteeInput.Recount) => Decision<CommitteeEvent>.Nothing,

        (Committee.NotPrepared, CommitteeInput.Prepare prepare) => Choose(new CommitteeEvent.Prepared(input.At, prepare.Setup), committee, input),
        (Committee.Draft draft, CommitteeInput.Prepare prepare) when draft.IsOf(input.From.Person) && draft.IsFor(input.From.Person) => draft.Setup == prepare.Setup
            ? Whisper(input, CommitteeLines.Draft(draft))
            : Choose(new CommitteeEvent.Prepared(input.At, prepare.Setup), draft, input),

        // The same sentence for what was never there, what is deleted, and what belongs to another group.
        (Committee.Known known, _) when !known.IsFor(input.From.Person) => Whisper(input, CommitteeLines.NotKnown()),
        (Committee.Draft draft, _) => draft.IsOf(input.From.Person) ? Drafting(draft, input) : Whisper(input, CommitteeLines.NotKnown()),
        (Committee.Convened convened, CommitteeInput.ReadPacket) => new([], [Private(input, CommitteePacketPage.Message(convened, causes)) with { Quotes = true }]),
        (Committee.Open open, _) => open.IsOf(input.From.Person) ? OfCandidate(open, input) : OfMember(open, input),
        (Committee.Closed closed, CommitteeInput.ReadResult) => new([], [Private(input, CommitteeResultPage.Message(closed, causes)) with { Quotes = true }]),
        (Committee.Closed closed, _) => Whisper(input, CommitteeLines.Over(closed)),
        (Committee.Withdrawn, _) => Whisper(input, CommitteeLines.WasWithdrawn()),
        (Committee.NotPrepared, _) => Whisper(input, CommitteeLines.NotKnown()),
        _ => throw new UnreachableException($"No rule for {input.GetType().Name} in {committee.GetType().Name}."),
    };

    private Decision<CommitteeEvent> Drafting(Committee.Draft draft, CommitteeInput input) => input switch
    {
        CommitteeInput.Turn turn => AtStep(draft, turn.Step, input, () => Turn(draft, turn)),
        CommitteeInput.Name name => AtStep(draft, name.Step, input, () => Choose(new CommitteeEvent.NameChosen(input.At, name.UnderAlias), draft, input, unless: name.UnderAlias == draft.UnderAlias)),
        CommitteeInput.Channel channel => AtStep(draft, channel.Step, input, () => draft.Setup.Channels.FirstOrDefault(each => each.Place.ToString() == channel.Place) is { } chosen
            ? Choose(new CommitteeEvent.ChannelChosen(input.At, chosen.Place), draft, input, unless: chosen.Place == draft.Place)
            : Whisper(input, CommitteeLines.Draft(draft, CommitteeLines.Stale))),
        CommitteeInput.Convene convene => AtStep(draft, convene.Step, input, () => Convene(draft, convene)),
        _ => Whisper(input, CommitteeLines.Draft(draft, CommitteeLines.NotConvened)),
    };

    private static Decision<CommitteeEvent> AtStep(Committee.Draft draft, int step, CommitteeInput input, Func<Decision<CommitteeEvent>> decide) =>
        step == draft.Step ? decide() : Whisper(input, CommitteeLines.Draft(draft, CommitteeLines.Stale));

    private static Decision<CommitteeEvent> Turn(Committee.Draft draft, CommitteeInput.Turn turn)
    {
        if (draft.Setup.Rounds.FirstOrDefault(each => each.Review.Key == turn.Review) is not { } round) return Whisper(turn, CommitteeLines.Draft(draft, CommitteeLines.Stale));
        if (draft.LeftOut.Contains(round.Review)) return Choose(new CommitteeEvent.RoundPutBack(turn.At, round.Review), draft, turn);
        return draft.GoIn.Count <= draft.Setup.Needed
            ? Whisper(turn, CommitteeLines.Draft(draft, CommitteeLines.Fewest(draft)))
            : Choose(new CommitteeEvent.RoundLeftOut(turn.At, round.Review), draft, turn);
    }

    private Decision<CommitteeEvent> Convene(Committee.Draft draft, CommitteeInput.Convene convene)
    {
        // What has changed since it was shown is shown first: nothing goes in that the candidate has not seen.
        if (!convene.Setup.Rounds.Equals(draft.Setup.Rounds))
        {
            return convene.Setup.Rounds.Count < convene.Setup.Needed
                ? Whisper(convene, CommitteeLines.Missing(convene.Setup.Rounds.Count, last: null))
                : Choose(new CommitteeEvent.Prepared(convene.At, convene.Setup), draft, convene, CommitteeLines.Changed);
        }
        if (draft.GoIn.Count < draft.Setup.Needed) return Whisper(convene, CommitteeLines.Draft(draft, CommitteeLines.Fewest(draft)));
        var packet = new CommitteePacket
        {
            Place = draft.Place,
            Alias = draft.UnderAlias ? draft.Setup.Alias : null,
            Loop = draft.Setup.Loop,
            Rounds = [.. convene.Rounds.Where(round => !draft.LeftOut.Contains(round.Review)).Select(CommitteeOffer.Slim)],
            ClosesAt = convene.At + TimeSpan.FromDays(convene.Setup.Days),
        };
        var fact = new CommitteeEvent.Convened(convene.At, packet);
        var open = (Committee.Open)draft.Evolve(fact);
        return new([fact],
        [
            In(open, PacketSlot, CommitteePacketPage.Message(open, causes)) with { Quotes = true },
            Card(open),
            Private(convene, CommitteeLines.WasConvened(open)),
            new Effect.Later(draft.Setup.Stream, Timer, [], packet.ClosesAt),
        ]);
    }

    private Decision<CommitteeEvent> OfCandidate(Committee.Open open, CommitteeInput input) => input switch
    {
        CommitteeInput.OpenVote or CommitteeInput.Vote => Whisper(input, CommitteeLines.NotOnes(open)),
        CommitteeInput.Close when open.Counted.Count < FewestVotes => Whisper(input, CommitteeLines.Status(open, CommitteeLines.TooFewVotes(open))),
        CommitteeInput.Close => Close(open, input, CommitteeEnding.Called),
        CommitteeInput.Withdraw => Whisper(input, CommitteeLines.WithdrawSure(open)),
        CommitteeInput.WithdrawConfirmed => Withdraw(open, input),
        CommitteeInput.ReadResult => Whisper(input, CommitteeLines.Sealed(open)),
        _ => Whisper(input, CommitteeLines.Status(open)),
    };

    private static Decision<CommitteeEvent> OfMember(Committee.Open open, CommitteeInput input) => input switch
    {
        CommitteeInput.OpenVote => new([], [new Effect.OpenForm(CommitteeLines.Form(open, open.VoteOf(input.From.Person)))]),
        CommitteeInput.Vote vote => Vote(open, vote),
        CommitteeInput.Close or CommitteeInput.Withdraw or CommitteeInput.WithdrawConfirmed or CommitteeInput.Ask => Whisper(input, CommitteeLines.OnlyTheCandidate(open)),
        CommitteeInput.ReadResult => Whisper(input, CommitteeLines.Sealed(open)),
        _ => Whisper(input, CommitteeLines.NotKnown()),
    };

    private static Decision<CommitteeEvent> Vote(Committee.Open open, CommitteeInput.Vote input)
    {
        var sentence = input.Sentence.Trim();
        var before = open.VoteOf(input.From.Person);
        if (CommitteeAct.ReadVote(input.MoveOn) is not { } moveOn) return Whisper(input, CommitteeLines.NoVote(open));
        if (sentence.Length is 0 or > CommitteeVote.LongestSentence || (sentence.Length < CommitteeVote.ShortestSentence && before is { Counts: true }))
            return Whisper(input, CommitteeLines.NotSaved(open, sentence.Length, before));
        if (before is not null && before.MoveOn == moveOn && before.Sentence == sentence) return Whisper(input, CommitteeLines.Saved(open, before, changed: false));
        var fact = new CommitteeEvent.VoteGiven(input.At, input.From.Person, moveOn, sentence);
        var after = (Committee.Open)open.Evolve(fact);
        var reply = Private(input, CommitteeLines.Saved(after, after.VoteOf(input.From.Person)!, changed: before is { Counts: true }));
        // Only how many there are stands on the card.
        return after.Counted.Count == open.Counted.Count ? new([fact], [reply]) : new([fact], [reply, Card(after)]);
    }

    private Decision<CommitteeEvent> Close(Committee.Open open, CommitteeInput input, CommitteeEnding ending)
    {
        var fact = new CommitteeEvent.Closed(input.At, ending);
        var closed = (Committee.Closed)open.Evolve(fact);
        Seq<Effect> shown = [In(open, CardSlot, CommitteeLines.ClosedCard(closed)), In(open, ResultSlot, CommitteeResultPage.Message(closed, causes)) with { Quotes = true }];
        return new([fact], ending == CommitteeEnding.Deadline ? shown : [.. shown, Private(input, CommitteeLines.WasClosed(closed)), Never(open)]);
    }

    /// <summary>With votes it closes with what there is; without any its rounds are free for another one.</summary>
    private Decision<CommitteeEvent> Lost(Committee.Open open, CommitteeInput input)
    {
        if (open.Votes.Count == 0)
            return new([new CommitteeEvent.Withdrawn(input.At)], [new Effect.Show(new Where.Dm(open.Setup.Candidate), ResultSlot, CommitteeLines.NowhereToVote(open), null, []), Never(open)]);
        var fact = new CommitteeEvent.Closed(input.At, CommitteeEnding.PlaceLost);
        var result = CommitteeResultPage.Message((Committee.Closed)open.Evolve(fact), causes);
        return new([fact], [new Effect.Show(new Where.Dm(open.Setup.Candidate), ResultSlot, result, null, []) { Quotes = true }, Never(open)]);
    }

    private static Decision<CommitteeEvent> Withdraw(Committee.Open open, CommitteeInput input) => new(
        [new CommitteeEvent.Withdrawn(input.At)],
        [In(open, PacketSlot, CommitteeLines.WithdrawnCard()), In(open, CardSlot, CommitteeLines.WithdrawnCard()), Private(input, CommitteeLines.WasWithdrawn()), Never(open)]);

    /// <summary>A choice before it is convened: kept, and what goes in is shown as it is now.</summary>
    private static Decision<CommitteeEvent> Choose(CommitteeEvent fact, Committee before, CommitteeInput input, Prose? note = null, bool unless = false) => new(
        unless ? [] : [fact],
        [Private(input, CommitteeLines.Draft((Committee.Draft)(unless ? before : before.Evolve(fact)), note))]);

    private static Effect.Show Card(Committee.Open open) => In(open, CardSlot, CommitteeLines.Card(open));

    private static Effect.Show In(Committee.Convened committee, string slot, Message message) => new(new Where.In(committee.Packet.Place), slot, message, null, []);

    private static Effect.Later Never(Committee.Open open) => new(open.Setup.Stream, Timer, [], null);

    private static Decision<CommitteeEvent> Whisper(CommitteeInput input, Message message) => new([], [Private(input, message)]);

    private static Effect.Show Private(CommitteeInput input, Message message) => new(new Where.In(input.From.Place), "whisper", message, input.From.Person, []);
}
