using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Core.Committees;

/// <summary>What is said around a committee, with its buttons.</summary>
public static class CommitteeLines
{
    internal static Prose Stale => Prose.Of($"That button is from an earlier step, so nothing was changed. This is how it stands:");

    internal static Prose NotConvened => Prose.Of($"This committee is not convened yet. This is how it stands:");

    internal static Prose Changed => Prose.Of($"Your reviewed rounds have changed since this was shown. Look once more, then press *Convene*:");

    internal static Prose Fewest(Committee.Draft draft) => Prose.Of($"{Prose.Markdown(Wording.Capital(Wording.Many(draft.Setup.Needed, "round")))} have to go in at least. Put one back before you leave another out.");

    /// <summary>What goes in, where and under which name; only the candidate sees it.</summary>
    internal static Message Draft(Committee.Draft draft, Prose? note = null) => new(Prose.Paragraphs(
        note ?? Prose.Empty,
        Prose.Lines(
        [
            draft.Setup.Loop is { } loop ? Prose.Of($"These rounds of your loop ({loop}) go in:") : Prose.Of($"These reviewed rounds go in:"),
            .. draft.GoIn.Select((round, at) => Prose.Of($"{at + 1}. {Name(round)}, {Prose.Markdown(Wording.Many(round.Reviews, "review"))}")),
            draft.LeftOut.Count == 0 ? Prose.Empty : Prose.Of($"Left out: {Prose.Join("; ", draft.Setup.Rounds.Where(round => draft.LeftOut.Contains(round.Review)).Select(Name))}"),
        ]),
        Prose.Of($"They are shown in {Prose.Markdown(draft.Setup.Channels.First(channel => channel.Place == draft.Place).Label)}, {(draft.UnderAlias ? Prose.Of($"under the alias {draft.Setup.Alias}") : Prose.Of($"under your name"))}: scores, quotes of yours, and where peers lie apart. Reviewers are not named.{Prose.Markdown(draft is { UnderAlias: false, Setup.SharedUnderAlias: true } ? " You shared a round under an alias; under your name others can tell that it is yours." : draft is { UnderAlias: true, Setup.SharedByName: true } ? " You shared a round by name, so others can tell who this is." : "")}"),
        Prose.Of($"Members of the group vote with one sentence each. You close it after {CommitteeDesk.FewestVotes} votes; after {Prose.Markdown(Wording.Many(draft.Setup.Days, "day"))} it closes with what there is.")))
    {
        Title = "A committee",
        Controls =
        [
            Button(draft, "Convene", CommitteeAct.Convene, draft.Step, Tone.Main),
            draft.UnderAlias ? Button(draft, "Under my name", CommitteeAct.OwnName, draft.Step) : Button(draft, "Under an alias", CommitteeAct.Alias, draft.Step),
            .. draft.Setup.Rounds.Count <= draft.Setup.Needed ? Seq<Control>.Empty :
                [new Control.Select("Leave a round out, or put it back", Token(draft, CommitteeAct.Turn, draft.Step), [.. draft.Setup.Rounds.Select(round => Option(draft, round))])],
            .. draft.Setup.Channels.Count == 1 ? Seq<Control>.Empty :
                [new Control.Select("Where", Token(draft, CommitteeAct.Channel, draft.Step), [.. draft.Setup.Channels.Select(channel => new Option(Wording.Capital(channel.Label), channel.Place.ToString()))])],
        ],
    };

    private static Prose Name(OfferedRound round) => Prose.Of($"{Prose.Markdown(round.Label)}, {Prose.Markdown(round.Title)}");

    private static Option Option(Committee.Draft draft, OfferedRound round) =>
        new(Cut($"{(draft.LeftOut.Contains(round.Review) ? "Put back" : "Leave out")}: {round.Label}, {round.Title}"), round.Review.Key);

    private static string Cut(string label) => label.Length <= 75 ? label : label[..74].TrimEnd() + "…";

    /// <summary>The answer to <c>/committee</c> of somebody who has too few reviewed rounds.</summary>
    /// <param name="have">Reviewed rounds that stood in no committee yet.</param>
    /// <param name="last">Their newest committee that is closed.</param>
    public static Message Missing(int have, StreamId? last) => new(Prose.Of(
        $"A committee needs a finished loop whose rounds were all reviewed, or {CommitteeOffer.FewestRounds} reviewed rounds that stood in no committee yet. You have {have} of {CommitteeOffer.FewestRounds}: share another with *Share for review* under its debrief, and come back when it is reviewed."))
    {
        Controls = last is { } stream ? [new Control.Button("Last result", new Token(stream, CommitteeAct.Result, 0).ToString())] : [],
    };

    /// <summary>The answer to <c>/committee</c> in direct messages.</summary>
    public static Message NoGroup() => new(Prose.Of($"Members of a group vote in a committee, so ask for it there: {new CommandRef(CommandTable.Committee)} in a channel of your group."));

    internal static Message WasConvened(Committee.Open open) => new(Prose.Of(
        $"It is convened: the packet stands in {open.Packet.Place}. It closes by itself on {When(open)}; {new CommandRef(CommandTable.Committee)} shows how many have voted, closes it sooner, or takes it back."));

    internal static Message Card(Committee.Open open) => new(Prose.Paragraphs(
        Prose.Of($"Would you move this candidate on? Vote with one sentence that says why; you can change it until it closes. Nobody sees a vote before that."),
        Prose.Of($"**{Count(open)}** It closes by itself on {When(open)}, or when the candidate closes it after {CommitteeDesk.FewestVotes} votes.")))
    {
        Title = "Committee: your votes",
        Controls = [Button(open, "Vote", CommitteeAct.Vote, tone: Tone.Main), Button(open, "Packet", CommitteeAct.Packet), Button(open, "Close", CommitteeAct.Close)],
    };

    internal static Message ClosedCard(Committee.Closed closed) => new(Prose.Of($"Closed with {Prose.Markdown(Wording.Many(closed.Counted.Count, "vote"))}. The result stands below."))
    {
        Title = "Committee: closed",
        Controls = [Button(closed, "Packet", CommitteeAct.Packet), Button(closed, "Result", CommitteeAct.Result)],
    };

    internal static Message WithdrawnCard() => new(Prose.Of($"The candidate took this committee back. Votes that were given are shown to nobody. Thank you for your time."))
    {
        Title = "Committee: taken back",
    };

    internal static Form Form(Committee.Open open, CommitteeVote? before) => new(Token(open, CommitteeAct.Voted), "Your vote",
    [
        new Input(CommitteeAct.MoveOnField, "Would you move this candidate on?", Required: true, MaxLength: 10)
        {
            Value = before is null ? null : CommitteeAct.Word(before.MoveOn),
            Options = [.. Enum.GetValues<MoveOn>().Select(vote => new Option(Wording.Capital(ReviewWords.MoveOn(vote)), CommitteeAct.Word(vote)))],
        },
        new Input(CommitteeAct.SentenceField, "Why, in one sentence", Required: true, CommitteeVote.LongestSentence)
        {
            Paragraph = true,
            Hint = $"{CommitteeVote.ShortestSentence} to {CommitteeVote.LongestSentence} characters. Nobody sees it before the committee closes.",
            Value = before?.Sentence,
        },
    ]);

    internal static Message Saved(Committee.Open open, CommitteeVote vote, bool changed) => vote.Counts
        ? new(Prose.Of($"Your vote is {Prose.Markdown(changed ? "changed" : "saved")}: {Prose.Markdown(ReviewWords.MoveOn(vote.MoveOn))}. Nobody sees it before the committee closes on {When(open)}; *Vote* changes it until then."))
        : new(Prose.Of($"Your {Prose.Markdown(ReviewWords.MoveOn(vote.MoveOn))} is saved with what you wrote, {Prose.Markdown(Wording.Many(vote.Sentence.Length, "character"))}. It counts from {CommitteeVote.ShortestSentence} on: press *Vote* and say a little more about why."))
        {
            Controls = [Button(open, "Vote", CommitteeAct.Vote, tone: Tone.Main)],
        };

    internal static Message NoVote(Committee.Open open) => new(Prose.Of($"Choose one of strong no, no, yes and strong yes, so that the vote can be saved. Press *Vote* again."))
    {
        Controls = [Button(open, "Vote", CommitteeAct.Vote, tone: Tone.Main)],
    };

    /// <param name="before">Their vote as it stays; null when there is none.</param>
    internal static Message NotSaved(Committee.Open open, int length, CommitteeVote? before) => new(Prose.Of(
        $"The sentence holds {CommitteeVote.ShortestSentence} to {CommitteeVote.LongestSentence} characters; this one has {length}. {Prose.Markdown(before is null ? "Nothing was saved." : "Your vote stays as it was.")} Press *Vote* again."))
    {
        Controls = [Button(open, "Vote", CommitteeAct.Vote, tone: Tone.Main)],
    };

    /// <summary>How a committee stands, for its candidate alone.</summary>
    internal static Message Status(Committee.Open open, Prose? note = null) => new(Prose.Join(" ",
    [
        note ?? Prose.Of($"Your committee in {open.Packet.Place} is open."),
        Prose.Of($"{Count(open)} It closes by itself on {When(open)} with what there is."),
    ]))
    {
        Controls =
        [
            .. open.Counted.Count < CommitteeDesk.FewestVotes ? Seq<Control>.Empty : [Button(open, "Close", CommitteeAct.Close, tone: Tone.Main)],
            Button(open, "Packet", CommitteeAct.Packet),
            Button(open, "Take it back", CommitteeAct.Withdraw, tone: Tone.Danger),
        ],
    };

    internal static Prose TooFewVotes(Committee.Open open) => Prose.Of($"You can close it from {CommitteeDesk.FewestVotes} votes on; {CommitteeDesk.FewestVotes - open.Counted.Count} more to come.");

    internal static Message WithdrawSure(Committee.Open open) => new(Prose.Of($"Take this committee back? The {Prose.Markdown(Wording.Many(open.Counted.Count, "vote"))} so far are shown to nobody, and its rounds can go before another one."))
    {
        Controls = [Button(open, "Take back", CommitteeAct.WithdrawConfirmed, tone: Tone.Danger), Button(open, "Go on", CommitteeAct.GoOn)],
    };

    internal static Message WasWithdrawn() => new(Prose.Of($"This committee was taken back. {new CommandRef(CommandTable.Committee)} begins another one."));

    /// <summary>For the candidate, when the channel was lost before anybody voted.</summary>
    internal static Message NowhereToVote(Committee.Open open) => new(Prose.Of(
        $"{open.Packet.Place} is gone or closed to me, so nobody could vote and your committee is taken back. Nothing is lost: {new CommandRef(CommandTable.Committee)} shows the same rounds again, and you can choose another channel."))
    {
        Title = "Your committee",
    };

    internal static Message WasClosed(Committee.Closed closed) => new(Prose.Of($"Closed. The result stands in {closed.Packet.Place}."));

    internal static Message NotOnes(Committee.Open open) => new(Prose.Of($"This is your own committee, so the votes are for others. {Count(open)}"));

    internal static Message OnlyTheCandidate(Committee.Open open) => new(Prose.Of($"Only the candidate can do that. It closes by itself on {When(open)}."));

    internal static Message Sealed(Committee.Open open) => new(Prose.Of($"Votes are sealed until the committee closes, on {When(open)} at the latest."));

    internal static Message Over(Committee.Closed closed) => new(Prose.Of($"This committee is closed, so nothing was changed. *Result* shows what it came to."))
    {
        Controls = [Button(closed, "Result", CommitteeAct.Result), Button(closed, "Packet", CommitteeAct.Packet)],
    };

    internal static Message NotKnown() => new(Prose.Of($"I do not know that committee here, or not any more. {new CommandRef(CommandTable.Committee)} shows yours."));

    private static Prose Count(Committee.Open open) => Prose.Of($"{Prose.Markdown(Wording.Many(open.Counted.Count, "vote"))} so far.");

    private static Prose When(Committee.Open open) =>
        Prose.Markdown($"{DrillWording.Day(ZonedDays.DateOf(open.Packet.ClosesAt, open.Setup.Zone))}, {DrillWording.Clock(ZonedDays.TimeOf(open.Packet.ClosesAt, open.Setup.Zone))}");

    private static Control.Button Button(Committee.Known committee, string label, string act, int step = 0, Tone tone = Tone.Plain) => new(label, Token(committee, act, step), tone);

    private static string Token(Committee.Known committee, string act, int step = 0) => new Token(committee.Setup.Stream, act, step).ToString();
}
