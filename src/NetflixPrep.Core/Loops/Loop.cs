using System.Diagnostics;

namespace NetflixPrep.Core.Loops;

/// <summary>Everything a loop has gathered so far.</summary>
public sealed record LoopSheet(LoopSetup Setup)
{
    public Seq<RoundSummary> Held { get; init; } = [];

    /// <summary>Grows with each step; a button that carries an older one is stale.</summary>
    public int Step { get; init; }

    public required DateTimeOffset Touched { get; init; }

    public bool StopPending { get; init; }

    public int StopsAsked { get; init; }

    public DateTimeOffset? BreakUntil { get; init; }

    /// <summary>Why the place is gone, while the summary of the round that ran there is awaited.</summary>
    public string? PlaceLostBecause { get; init; }

    /// <summary>The round that runs or comes next, from 1; one past the last when all are held.</summary>
    public int Number => Held.Count + 1;

    public RoundOfLoop? Round => Held.Count < Setup.Plan.Rounds.Count ? Setup.Plan.Rounds[Held.Count] : null;

    /// <summary>Topics that no round has touched yet.</summary>
    public Seq<string> Wanted => [.. Setup.Plan.Covers.Except(Held.SelectMany(round => round.Topics))];

    /// <summary>Topics that have come up as often as the quota allows.</summary>
    public Seq<string> UsedUp =>
        [.. Held.SelectMany(round => round.Topics.Distinct()).GroupBy(topic => topic).Where(group => group.Count() >= Setup.Plan.MostPerTopic).Select(group => group.Key)];
}

/// <summary>Where a loop stands: the fold of its events.</summary>
public abstract record Loop
{
    private Loop() { }

    public sealed record NotPlanned : Loop;

    public abstract record Started(LoopSheet Sheet) : Loop;

    /// <summary>Between rounds: nothing runs.</summary>
    public sealed record Waiting(LoopSheet Sheet) : Started(Sheet);

    public sealed record InRound(LoopSheet Sheet, StreamId Session) : Started(Sheet);

    public sealed record Finished(LoopSheet Sheet, LoopEnding Ending) : Started(Sheet);

    /// <exception cref="UnreachableException">The fact cannot follow this state.</exception>
    public Loop Evolve(LoopEvent fact) => (this, fact) switch
    {
        (NotPlanned, LoopEvent.Planned planned) => new Waiting(new(planned.Setup) { Touched = planned.At }),
        (Waiting waiting, LoopEvent.RoundOpened opened) => new InRound(Touch(waiting.Sheet, opened.At) with { BreakUntil = null }, opened.Session),
        (InRound round, LoopEvent.RoundHeld held) => new Waiting(Touch(round.Sheet, held.At) with { Held = round.Sheet.Held.Add(held.Summary) }),
        (InRound round, LoopEvent.PlaceLost lost) => round with { Sheet = Touch(round.Sheet, lost.At) with { PlaceLostBecause = lost.Reason } },
        (InRound round, LoopEvent.RoundNotBegun notBegun) => new Waiting(Touch(round.Sheet, notBegun.At)),
        (Waiting waiting, LoopEvent.BreakTaken taken) => new Waiting(Touch(waiting.Sheet, taken.At) with { BreakUntil = taken.Until }),
        (Waiting waiting, LoopEvent.BreakOver over) => new Waiting(Touch(waiting.Sheet, over.At) with { BreakUntil = null }),
        (Waiting waiting, LoopEvent.StopAsked asked) => new Waiting(waiting.Sheet with { StopPending = true, StopsAsked = waiting.Sheet.StopsAsked + 1, Touched = asked.At }),
        (Waiting waiting, LoopEvent.StopDeclined declined) => new Waiting(waiting.Sheet with { StopPending = false, Touched = declined.At }),
        (Waiting or InRound, LoopEvent.Ended ended) => new Finished(Touch(((Started)this).Sheet, ended.At), ended.Ending),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {GetType().Name}."),
    };

    private static LoopSheet Touch(LoopSheet sheet, DateTimeOffset at) => sheet with { Step = sheet.Step + 1, Touched = at, StopPending = false };
}
