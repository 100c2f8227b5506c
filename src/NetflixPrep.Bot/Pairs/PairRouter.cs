using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Drills;
using NetflixPrep.Bot.Groups;
using NetflixPrep.Bot.Questions;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Groups;
using NetflixPrep.Core.Pairs;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Pairs;

/// <summary>Says what an inbound means to matchings and meetings: <c>/pair</c>, presses, words in a thread of two, hours that strike, lost places.</summary>
internal sealed class PairRouter(
    StreamKind<Pool, PoolInput, PoolEvent> pools,
    StreamKind<Meeting, MeetingInput, MeetingEvent> meetings,
    StreamKind<Practice, PracticeInput, PracticeEvent> practices,
    LiveBank bank,
    ScriptShelf shelf)
{
    /// <summary>The answer to <c>/pair</c> without anything to change.</summary>
    public static Message Show(Inbound.Command command, Reads reads)
    {
        if (Pool.StreamOf(command.From.Person) is not { } stream) return PoolLines.NoGroup();
        var pool = PairStreams.Pools().Fold(stream, reads.Events(stream));
        var open = reads.OpenPairOf(command.From.Person);
        return PoolLines.Standing(pool.Of(command.From.Person), ZoneOf(stream, command.From.Person.Platform, reads), command.From.At, open is not null, open is { } meeting ? reads.HomeOf(meeting) : null);
    }

    public Routed Command(Inbound.Command command, Reads reads)
    {
        var from = command.From;
        if (Pool.StreamOf(from.Person) is not { } stream) return SessionRouter.Whisper(from, PoolLines.NoGroup());
        if (Named(command.Arguments, "view") == "off") return To(stream, new PoolInput.Leave(from), reads);
        var pool = Fold(stream, reads);
        var (until, back) = ((DateOnly?)null, false);
        string? complaint = null;
        if (Named(command.Arguments, "away") is { } typed)
        {
            (until, complaint) = PairEntry.ReadAway(typed, ZonedDays.DateOf(from.At, pool.Of(from.Person)?.Wish.Zone ?? reads.SettingsOf(from.Person).Zone));
            back = until is null && complaint is null;
        }
        PairWish? wish = null;
        if (complaint is null && command.Arguments.Any(argument => argument.Name != "away")) (wish, complaint) = Wish(command.Arguments, from, pool, reads);
        return Join(stream, new PoolInput.Join(from, wish, complaint) { Away = until, Back = back }, reads);
    }

    /// <summary>A button about the matching: it may be pressed in direct messages, by somebody the matching knows.</summary>
    public Routed PressPool(Token token, Inbound.Choice choice, Reads reads)
    {
        var pool = Fold(token.Stream, reads);
        var person = Pool.StreamOf(choice.From.Person) == token.Stream ? choice.From.Person
            : choice.From.Person.Group is null ? pool.Members.FirstOrDefault(member => member.Person.IsSameHuman(choice.From.Person))?.Person : null;
        if (person is not { } known) return To(token.Stream, new PoolInput.Unknown(choice.From), reads);
        var presser = choice.From with { Person = known };
        return PairAct.Joins(token) switch
        {
            true => Join(token.Stream, new PoolInput.Join(presser, Wish([], presser with { Place = pool.Of(known)?.Wish.AskedIn ?? presser.Place }, pool, reads).Wish, null), reads),
            false => To(token.Stream, new PoolInput.Leave(presser), reads),
            null => To(token.Stream, new PoolInput.Unknown(presser), reads),
        };
    }

    public Routed Press(Token token, Inbound.Choice choice) => new Routed.To(meetings.Call(token.Stream, PairAct.Read(token, choice.From)));

    /// <summary>Null when no meeting of theirs is open there.</summary>
    public Routed? Said(Inbound inbound, Reads reads) => reads.OpenPairAt(inbound.From.Place, inbound.From.Person) is not { } open ? null : inbound switch
    {
        Inbound.Text text => new Routed.To(meetings.Call(open, new MeetingInput.Say(text.From, text.MessageId, text.Body, null))),
        Inbound.Attached file => new Routed.To(meetings.Call(open, new MeetingInput.Say(file.From, file.MessageId, file.Body, file.FileName))),
        _ => null,
    };

    /// <summary>Null when no meeting kept that message.</summary>
    public Routed? OfMessage(Inbound inbound, Reads reads) => inbound switch
    {
        Inbound.Edited edited when reads.PairOfMessage(edited.From.Place, edited.MessageId) is { } stream =>
            new Routed.To(meetings.Call(stream, new MeetingInput.Edit(edited.From, edited.MessageId, edited.Body))),
        Inbound.Deleted deleted when reads.PairOfMessage(deleted.From.Place, deleted.MessageId) is { } stream =>
            new Routed.To(meetings.Call(stream, new MeetingInput.Delete(deleted.From, deleted.MessageId))),
        _ => null,
    };

    public Routed Due(Inbound.Due due, Reads reads) => due switch
    {
        { Stream.Kind: Meeting.StreamName } => new Routed.To(meetings.Call(due.Stream, new MeetingInput.Due(due.From))),
        { Timer: PoolDesk.RunTimer } => Run(due, reads),
        { Timer: PoolDesk.WarnTimer } => To(due.Stream, new PoolInput.Warn(due.From), reads),
        _ when Named(due.With, MeetingDesk.PairArgument) is { } key => Over(due, new StreamId(Meeting.StreamName, key), reads),
        _ => Routed.NotOurs,
    };

    /// <summary>The thread of two could not be opened.</summary>
    public Routed Homeless(Inbound.PlaceGone gone) => new Routed.To(meetings.Call(gone.Stream!.Value, new MeetingInput.PlaceLost(gone.From, NeverOpened: true)));

    /// <summary>What a lost place, or closed direct messages, mean to meetings and matchings.</summary>
    public IEnumerable<StreamCall> At(Inbound.PlaceGone gone, Reads reads) =>
    [
        .. reads.OpenPairsAt(gone.From.Place).Select(stream => meetings.Call(stream, new MeetingInput.PlaceLost(gone.From, NeverOpened: false))),
        .. gone.Reason == Inbound.PlaceGone.DmClosed
            ? reads.PoolsOf(gone.From.Person with { Group = null }).Select(stream => pools.Call(stream, new PoolInput.DmClosed(gone.From)))
            : [],
    ];

    /// <summary>Open meetings of somebody whose data is erased end, and a matching for which nobody waits any more stops.</summary>
    public IEnumerable<StreamCall> Without(PersonId person, Origin from, Reads reads) =>
    [
        .. reads.OpenPairsWith(person).Select(stream => meetings.Call(stream, new MeetingInput.PersonGone(from))),
        .. reads.PoolsOf(person).Select(stream => pools.Call(stream, new PoolInput.Recount(from))),
    ];

    /// <summary>The matching of today: the pool and the new meetings decide together.</summary>
    private Routed.To Run(Inbound.Due due, Reads reads)
    {
        var (pool, from) = (Fold(due.Stream, reads), due.From);
        var settings = SettingsOf(due.Stream, reads);
        var date = ZonedDays.DateOf(from.At, settings.Zone);
        var seed = Chance.From($"{due.Stream}|{DrillWording.Iso(date)}").Seed;
        var matched = pool.LastRun >= date ? new Matched([], null) : Matching.Pairs(pool.Free(from.At), pool.Met, from.At, seed);
        var opened = matched.Pairs.Select((pair, number) => Open(due, pair.First, pair.Second, number, date, settings, seed, reads)).ToList();
        if (opened.Any(setup => setup is null))
            return new(pools.Call(due.Stream, new PoolInput.Run(from, new([], null)) { Zone = settings.Zone, NothingToAsk = true }));
        return new(
        [
            pools.Call(due.Stream, new PoolInput.Run(from, matched) { Zone = settings.Zone }),
            .. opened.Select(setup => meetings.Call(setup!.Stream, new MeetingInput.Start(from, setup))),
        ]);
    }

    /// <summary>Null when the bank has no two questions.</summary>
    private MeetingSetup? Open(Inbound.Due due, Candidate first, Candidate second, int number, DateOnly date, GroupSettings settings, ulong seed, Reads reads)
    {
        Seq<Asked> asked = [.. new[] { first.Person, second.Person }.SelectMany(person => reads.AskedInAll(person).Concat(reads.MetInPairs(person)))];
        var stream = SessionRouter.NewStream(Meeting.StreamName, due.From with { DeliveryId = $"{due.From.DeliveryId}/{number}" });
        return PairQuestions.Choose(bank.Now, first.Wish, second.Wish, asked, Chance.From($"{seed}|{number}").Seed) is not var (one, other) ? null : new()
        {
            Stream = stream,
            Pool = due.Stream,
            Date = date,
            Sides = [SideOf(first, settings, reads), SideOf(second, settings, reads)],
            Halves = [HalfOf(one), HalfOf(other)],
            Near = settings.PracticeChannel ?? first.Wish.AskedIn,
            // Slack has no thread for some people of a channel.
            Openness = first.Person.Platform == "slack" ? Openness.Public : Openness.Private,
            Budget = MeetingSetup.DefaultBudget,
        };
    }

    private PairHalf HalfOf(Question question) => new(question.Id, shelf.HashOf(question.Id), Rounds.Find(question.Round)!.Label, question.Title, question.Minutes.Total);

    private Side SideOf(Candidate one, GroupSettings settings, Reads reads)
    {
        var subscription = Subscription(one.Person, reads);
        return subscription?.QuietHours is { } own ? new(one.Person, one.Wish.Zone, TurnClock.Fair(own), subscription.Zone) : new(one.Person, one.Wish.Zone, TurnClock.Fair(settings.QuietHours), settings.Zone);
    }

    private Routed.To Over(Inbound.Due due, StreamId stream, Reads reads)
    {
        var meeting = meetings.Fold(stream, reads.Events(stream));
        Seq<PersonId> back = meeting is Meeting.Held { Setup.Sides: var sides } ? [.. MeetingDesk.Back(meeting).Where(side => !sides[side].IsGone).Select(side => sides[side].Person)] : [];
        return new(pools.Call(due.Stream, new PoolInput.Over(due.From, back) { Zone = SettingsOf(due.Stream, reads).Zone, TimerIsSet = reads.IsMatchingSet(due.Stream) }));
    }

    private Routed.To Join(StreamId stream, PoolInput.Join join, Reads reads)
    {
        var open = reads.OpenPairOf(join.From.Person);
        return To(stream, join with { IsBusy = open is not null, BusyIn = open is { } meeting ? reads.HomeOf(meeting) : null }, reads);
    }

    private (PairWish? Wish, string? Complaint) Wish(Seq<Argument> arguments, Origin from, Pool pool, Reads reads) =>
        PairEntry.Read(arguments, from, pool.Of(from.Person)?.Wish, Subscription(from.Person, reads)?.Zone, reads.SettingsOf(from.Person).Zone);

    private Subscription? Subscription(PersonId person, Reads reads)
    {
        var stream = Practice.StreamOf(person);
        return practices.Fold(stream, reads.Events(stream)).Subscription;
    }

    private Pool Fold(StreamId stream, Reads reads) => pools.Fold(stream, reads.Events(stream));

    private Routed.To To(StreamId stream, PoolInput input, Reads reads) => new(pools.Call(stream, input with { Zone = SettingsOf(stream, reads).Zone, TimerIsSet = reads.IsMatchingSet(stream) }));

    private static string ZoneOf(StreamId pool, string platform, Reads reads) => reads.SettingsOf(new(platform, GroupOf(pool), "")).Zone;

    private static GroupSettings SettingsOf(StreamId pool, Reads reads) => reads.SettingsOf(new(pool.Key[..pool.Key.IndexOf(':', StringComparison.Ordinal)], GroupOf(pool), ""));

    private static string GroupOf(StreamId pool) => pool.Key[(pool.Key.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string? Named(Seq<Argument> arguments, string name) => arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
