using System.Diagnostics;

namespace NetflixPrep.Core.Pairs;

/// <summary>A recorded fact of a group's matching, past tense. Each is about one person, so that it goes with them. The names under which these are stored never change.</summary>
/// <param name="At">When it happened, UTC.</param>
public abstract record PoolEvent
{
    private PoolEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; init; }

    /// <summary>Asked for a partner, or changed what is wished.</summary>
    public sealed record Joined(DateTimeOffset At, PairWish Wish) : PoolEvent(At);

    public sealed record Left(DateTimeOffset At, PersonId Person) : PoolEvent(At);

    /// <param name="Until">The last day away, where the person lives.</param>
    public sealed record WentAway(DateTimeOffset At, PersonId Person, DateOnly Until) : PoolEvent(At);

    public sealed record CameBack(DateTimeOffset At, PersonId Person) : PoolEvent(At);

    /// <summary>Was told once that a matching is to come.</summary>
    public sealed record Warned(DateTimeOffset At, PersonId Person) : PoolEvent(At);

    /// <summary>Found a partner; the partner has a fact of their own.</summary>
    /// <param name="With">Null once that person is no longer known.</param>
    public sealed record Matched(DateTimeOffset At, PersonId Person, PersonId? With, DateOnly Date) : PoolEvent(At);

    /// <summary>Nobody was left for them on that date.</summary>
    public sealed record LeftOver(DateTimeOffset At, PersonId Person, DateOnly Date) : PoolEvent(At);

    /// <summary>That nobody was left was said in the channel, because direct messages are closed.</summary>
    public sealed record ToldInChannel(DateTimeOffset At, PersonId Person) : PoolEvent(At);

    /// <summary>Their partner did not come: they wait again, and nobody goes before them.</summary>
    public sealed record PutBack(DateTimeOffset At, PersonId Person) : PoolEvent(At);

    /// <summary>The matching of a date is done.</summary>
    public sealed record Ran(DateTimeOffset At, DateOnly Date) : PoolEvent(At);
}

/// <summary>Somebody the matching knows.</summary>
/// <param name="IsWaiting">They want a partner and have none.</param>
/// <param name="Since">Since when they wait.</param>
public sealed record PoolMember(PairWish Wish, bool IsWaiting, DateTimeOffset Since)
{
    public PersonId Person => Wish.Person;

    /// <summary>Nobody goes before them at the next matching.</summary>
    public bool First { get; init; }

    public DateOnly? AwayUntil { get; init; }

    public bool Warned { get; init; }

    /// <summary>They said that they want no partner, and have not asked for one since.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Matchings in a row that left them over.</summary>
    public int LeftOver { get; init; }

    /// <summary>That nobody was left for them was said in the channel, because direct messages are closed.</summary>
    public bool ToldInChannel { get; init; }

    /// <summary>They may be matched at this moment.</summary>
    public bool IsFree(DateTimeOffset at) => IsWaiting && !IsAway(at) && Wish.IsFree(at);

    public bool IsAway(DateTimeOffset at) => AwayUntil >= Calendars.ZonedDays.DateOf(at, Wish.Zone);
}

/// <summary>Who of a group waits for a partner: the fold of its events. Those who left stay known with their wishes, and by whom they met.</summary>
public sealed record Pool(StreamId Stream, Seq<PoolMember> Members, Seq<MetBefore> Met, DateOnly? LastRun)
{
    /// <summary>The first part of the ids of these streams.</summary>
    public const string StreamName = "pool";

    public static Pool New(StreamId stream) => new(stream, [], [], null);

    /// <summary>The stream of the group in which the person was met; null in direct messages.</summary>
    public static StreamId? StreamOf(PersonId person) => person.Group is { } group ? new(StreamName, $"{person.Platform}:{group}") : null;

    /// <summary>The stream of the group.</summary>
    public StreamId Group => new(Groups.Group.StreamName, Stream.Key);

    public bool AnyWaits => Members.Any(member => member.IsWaiting);

    public PoolMember? Of(PersonId person) => Members.FirstOrDefault(member => member.Person == person);

    /// <summary>Those who may be matched at this moment.</summary>
    public Seq<Candidate> Free(DateTimeOffset at) => [.. Members.Where(member => member.IsFree(at)).Select(member => new Candidate(member.Wish, member.Since, member.First))];

    /// <summary>The state after one more fact.</summary>
    public Pool Evolve(PoolEvent fact) => fact switch
    {
        PoolEvent.Joined it => With(it.Wish.Person, it.Wish, member => member.IsWaiting ? member with { Wish = it.Wish } : member with { Wish = it.Wish, IsWaiting = true, Since = it.At, Warned = false, LeftOver = 0, HasLeft = false }, it.At),
        PoolEvent.Left it => With(it.Person, member => member with { IsWaiting = false, First = false, HasLeft = true }),
        PoolEvent.WentAway it => With(it.Person, member => member with { AwayUntil = it.Until }),
        PoolEvent.CameBack it => With(it.Person, member => member with { AwayUntil = null }),
        PoolEvent.Warned it => With(it.Person, member => member with { Warned = true }),
        PoolEvent.Matched it => With(it.Person, member => member with { IsWaiting = false, First = false, LeftOver = 0 }) with
        {
            Met = it.With is not { } other || Met.Any(met => met.Date == it.Date && met.One == other && met.Other == it.Person) ? Met : Met.Add(new(it.Person, other, it.Date)),
        },
        PoolEvent.LeftOver it => With(it.Person, member => member with { First = true, LeftOver = member.LeftOver + 1, ToldInChannel = false }),
        PoolEvent.ToldInChannel it => With(it.Person, member => member with { ToldInChannel = true }),
        PoolEvent.PutBack it => With(it.Person, member => member with { IsWaiting = true, First = true, Since = it.At, LeftOver = 0 }),
        PoolEvent.Ran it => this with { LastRun = it.Date },
        _ => throw new UnreachableException($"{fact.GetType().Name} is no fact of a pool."),
    };

    private Pool With(PersonId person, PairWish wish, Func<PoolMember, PoolMember> change, DateTimeOffset at) =>
        Of(person) is null ? this with { Members = Members.Add(new(wish, IsWaiting: true, at)) } : With(person, change);

    // Facts of somebody who was erased are gone together, so a fact about nobody cannot matter.
    private Pool With(PersonId person, Func<PoolMember, PoolMember> change) =>
        this with { Members = [.. Members.Select(member => member.Person == person ? change(member) : member)] };
}
