namespace NetflixPrep.Core.Interviews;

/// <summary>The interview clock: it stands while the person pauses and while the bot is away.</summary>
public sealed record Clock(DateTimeOffset StartedAt, TimeSpan Held, DateTimeOffset? StoodSince)
{
    public bool Stands => StoodSince is not null;

    /// <summary>Interview time at a moment; never below zero, also when the wall clock jumped back.</summary>
    public TimeSpan Elapsed(DateTimeOffset at)
    {
        var elapsed = (StoodSince is { } since && since < at ? since : at) - StartedAt - Held;
        return elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero;
    }

    /// <summary>The moment at which so much interview time has passed, if nothing stops the clock before.</summary>
    public DateTimeOffset When(TimeSpan elapsed) => StartedAt + Held + elapsed;

    public Clock Pause(DateTimeOffset at) => Stands ? this : this with { StoodSince = at };

    public Clock Resume(DateTimeOffset at) =>
        StoodSince is { } since ? this with { StoodSince = null, Held = Held + Max(at - since) } : this;

    /// <summary>Takes a gap off that has just ended. A clock that stood anyway is not changed.</summary>
    public Clock Hold(DateTimeOffset since, DateTimeOffset until)
    {
        if (Stands) return this;
        var from = since < StartedAt ? StartedAt : since;
        return this with { Held = Held + Max(until - from) };
    }

    private static TimeSpan Max(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
}
