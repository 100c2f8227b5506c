using System.Diagnostics;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Pairs;

/// <summary>What the desk of a group's matching is asked to decide on.</summary>
public abstract record PoolInput
{
    private PoolInput(Origin from) => From = from;

    public Origin From { get; init; }

    public DateTimeOffset At => From.At;

    /// <summary>The zone of the group: the matching is at noon there.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>The timer of the next matching is set already; setting it anew could lose a noon that has just passed.</summary>
    public bool TimerIsSet { get; init; }

    /// <summary><c>/pair</c> with something to change, or <i>Again</i>.</summary>
    /// <param name="Wish">Null with a complaint, or when only <see cref="Away"/> was named.</param>
    public sealed record Join(Origin From, PairWish? Wish, string? Complaint) : PoolInput(From)
    {
        /// <summary>The last day away; null for none.</summary>
        public DateOnly? Away { get; init; }

        /// <summary>They are back from being away.</summary>
        public bool Back { get; init; }

        /// <summary>They are in a meeting that is still open.</summary>
        public bool IsBusy { get; init; }

        /// <summary>Where that is, when it has a place.</summary>
        public PlaceId? BusyIn { get; init; }
    }

    public sealed record Leave(Origin From) : PoolInput(From);

    /// <summary>Two hours before the matching.</summary>
    public sealed record Warn(Origin From) : PoolInput(From);

    /// <summary>It is time; the meetings were opened in the same turn.</summary>
    public sealed record Run(Origin From, Matched Matched) : PoolInput(From)
    {
        /// <summary>The bank has no two questions to ask.</summary>
        public bool NothingToAsk { get; init; }
    }

    /// <summary>A meeting is over; these wait again.</summary>
    public sealed record Over(Origin From, Seq<PersonId> Back) : PoolInput(From);

    /// <summary>Somebody takes no direct messages.</summary>
    public sealed record DmClosed(Origin From) : PoolInput(From);

    /// <summary>Somebody's data was erased.</summary>
    public sealed record Recount(Origin From) : PoolInput(From);

    /// <summary>A button that this version does not know.</summary>
    public sealed record Unknown(Origin From) : PoolInput(From);
}

/// <summary>Decides for a group's matching: who waits, the one run a day while somebody does, and what those are told for whom nobody was left. Pure.</summary>
public static class PoolDesk
{
    /// <summary>The timer of the next matching.</summary>
    public const string RunTimer = "run";

    /// <summary>The timer of the word before it.</summary>
    public const string WarnTimer = "warn";

    /// <summary>After so many matchings without a partner in a row the bot stops by itself.</summary>
    public const int MostLeftOver = 7;

    /// <summary>When people are matched, in the group's zone.</summary>
    public static TimeOnly Hour { get; } = new(12, 0);

    private static readonly TimeSpan WarnBefore = TimeSpan.FromHours(2);

    /// <summary>The next matching after an instant.</summary>
    public static DateTimeOffset NextRun(string zone, DateTimeOffset after) => ZonedDays.Next(Hour, zone, after).At;

    /// <summary>Answers every pair of state and input.</summary>
    public static Decision<PoolEvent> Decide(Pool pool, PoolInput input) => input switch
    {
        PoolInput.Join { Complaint: { } complaint } => Whisper(input, PoolLines.Complaint(complaint)),
        PoolInput.Join { IsBusy: true } join => Whisper(input, PoolLines.Busy(join.BusyIn)),
        PoolInput.Join join => Join(pool, join),
        PoolInput.Leave leave => Leave(pool, leave),
        PoolInput.Warn => Warn(pool, input),
        PoolInput.Run run => Run(pool, run),
        PoolInput.Over over => Over(pool, over),
        PoolInput.DmClosed => DmClosed(pool, input),
        PoolInput.Recount => new([], pool.AnyWaits ? [] : Stop(pool)),
        PoolInput.Unknown => Whisper(input, PoolLines.NotKnown()),
        _ => throw new UnreachableException($"No rule for {input.GetType().Name}."),
    };

    private static Decision<PoolEvent> Join(Pool pool, PoolInput.Join join)
    {
        var person = join.Wish?.Person ?? join.From.Person;
        if (join.Wish is null && pool.Of(person) is null) return Whisper(join, PoolLines.NotIn());
        Seq<PoolEvent> facts =
        [
            .. join.Wish is { } wish && !(pool.Of(person) is { IsWaiting: true } before && before.Wish == wish) ? [new PoolEvent.Joined(join.At, wish)] : Seq<PoolEvent>.Empty,
            .. join.Away is { } until ? [new PoolEvent.WentAway(join.At, person, until)] : Seq<PoolEvent>.Empty,
            .. join.Back && pool.Of(person)?.AwayUntil is not null ? [new PoolEvent.CameBack(join.At, person)] : Seq<PoolEvent>.Empty,
        ];
        var after = facts.Aggregate(pool, (state, fact) => state.Evolve(fact));
        return new(facts, [.. join.TimerIsSet || !after.AnyWaits ? [] : SetTimers(after, join.Zone, join.At), Private(join, PoolLines.Status(after.Of(person)!, join.Zone, join.At))]);
    }

    private static Decision<PoolEvent> Leave(Pool pool, PoolInput.Leave leave)
    {
        // Also who is in a meeting: what becomes of it does not put them back.
        if (pool.Of(leave.From.Person) is not { HasLeft: false } member) return Whisper(leave, PoolLines.NotIn());
        var fact = new PoolEvent.Left(leave.At, member.Person);
        return new([fact], [.. pool.Evolve(fact).AnyWaits ? [] : Stop(pool), Private(leave, PoolLines.Left())]);
    }

    private static Decision<PoolEvent> Warn(Pool pool, PoolInput input)
    {
        var run = NextRun(input.Zone, input.At);
        // Whoever joined today was told by the answer to that.
        var people = pool.Members.Where(member => !member.Warned && member.IsFree(run) && ZonedDays.DateOf(member.Since, input.Zone) < ZonedDays.DateOf(run, input.Zone)).ToSeq();
        return new(
            [.. people.Select(member => new PoolEvent.Warned(input.At, member.Person))],
            [.. people.Select(member => Direct(input, member.Person, PoolLines.Warning(member, run)))]);
    }

    private static Decision<PoolEvent> Run(Pool pool, PoolInput.Run run)
    {
        var date = ZonedDays.DateOf(run.At, run.Zone);
        // Twice on one date: the first one counts.
        if (pool.LastRun >= date) return new([], pool.AnyWaits ? SetTimers(pool, run.Zone, run.At) : []);
        var facts = new List<PoolEvent>();
        var effects = new List<Effect>();
        foreach (var (first, second) in run.Matched.Pairs)
        {
            facts.Add(new PoolEvent.Matched(run.At, first.Person, second.Person, date));
            facts.Add(new PoolEvent.Matched(run.At, second.Person, first.Person, date));
        }
        Seq<PersonId> left = run.NothingToAsk ? [.. pool.Free(run.At).Select(each => each.Person)] : run.Matched.Odd is { } odd ? [odd.Person] : [];
        foreach (var person in left)
        {
            facts.Add(new PoolEvent.LeftOver(run.At, person, date));
            var isLast = pool.Of(person)!.LeftOver + 1 >= MostLeftOver;
            if (isLast) facts.Add(new PoolEvent.Left(run.At, person));
            effects.Add(Direct(run, person, isLast ? PoolLines.StoppedByItself(pool.Stream) : run.NothingToAsk ? PoolLines.NothingToAsk() : PoolLines.LeftOver(pool.Stream)));
        }
        if (facts.Count > 0) facts.Add(new PoolEvent.Ran(run.At, date));
        var after = facts.Aggregate(pool, (state, fact) => state.Evolve(fact));
        return new([.. facts], [.. effects, .. after.AnyWaits ? SetTimers(after, run.Zone, run.At) : []]);
    }

    private static Decision<PoolEvent> Over(Pool pool, PoolInput.Over over)
    {
        Seq<PoolEvent> facts = [.. over.Back.Where(person => pool.Of(person) is { HasLeft: false }).Select(person => new PoolEvent.PutBack(over.At, person))];
        return new(facts, facts.Count == 0 || over.TimerIsSet ? [] : SetTimers(pool, over.Zone, over.At));
    }

    /// <summary>Nobody is dropped without a word: when it could not be said directly, it is said where they asked.</summary>
    private static Decision<PoolEvent> DmClosed(Pool pool, PoolInput input) =>
        pool.Members.FirstOrDefault(member => member.Person.IsSameHuman(input.From.Person)) is { LeftOver: > 0, ToldInChannel: false } member
            ? new([new PoolEvent.ToldInChannel(input.At, member.Person)], [new Effect.Show(new Where.In(member.Wish.AskedIn), $"left-over-{input.At.UtcTicks}", PoolLines.LeftOverInChannel(member), Only: null, [member.Person])])
            : Decision<PoolEvent>.Nothing;

    private static Seq<Effect> SetTimers(Pool pool, string zone, DateTimeOffset at)
    {
        var run = NextRun(zone, at);
        return
        [
            new Effect.Later(pool.Stream, RunTimer, [], run),
            .. run - WarnBefore > at ? [new Effect.Later(pool.Stream, WarnTimer, [], run - WarnBefore)] : Seq<Effect>.Empty,
        ];
    }

    private static Seq<Effect> Stop(Pool pool) => [new Effect.Later(pool.Stream, RunTimer, [], null), new Effect.Later(pool.Stream, WarnTimer, [], null)];

    // A slot of its own each time: a message that is only changed in place reaches nobody.
    private static Effect.Show Direct(PoolInput input, PersonId person, Message message) => new(new Where.Dm(person), $"matching-{input.At.UtcTicks}-{person.User}", message, Only: null, []);

    private static Decision<PoolEvent> Whisper(PoolInput input, Message message) => new([], [Private(input, message)]);

    private static Effect.Show Private(PoolInput input, Message message) => new(new Where.In(input.From.Place), "pair", message, input.From.Person, []);
}
