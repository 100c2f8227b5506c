using NetflixPrep.Core;

namespace NetflixPrep.Bot.Conversations;

/// <summary>How hard the relay tries. With the default, a platform may be away for about three hours before a message is given up.</summary>
internal sealed record RelayPolicy
{
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(5);

    public int Attempts { get; init; } = 40;

    /// <summary>How many conversations are sent to at once. Each holds its place until the commit of its mark, so many of them share one.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>The same while more waits in the lane than one commit takes. What people did must be kept and acknowledged within three seconds; sends, and the marks they put into the same lane, have time.</summary>
    public int ConcurrencyInBurst { get; init; } = 8;

    /// <summary>Doubles with each attempt up to the longest, then a quarter more or less: by the row's key, so the same in every run.</summary>
    /// <param name="attempt">Counts from 1.</param>
    public TimeSpan Delay(string key, int attempt)
    {
        var doubled = FirstDelay.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 30));
        var percent = 75 + Chance.From($"{key}/{attempt}").Below(51);
        return TimeSpan.FromMilliseconds(Math.Min(doubled, LongestDelay.TotalMilliseconds) * percent / 100);
    }
}
