using NetflixPrep.Core.Chat;

namespace NetflixPrep.Core.Interviews;

/// <summary>The time left in the part that runs.</summary>
public static class TimeLeft
{
    public static TimeSpan Of(Session.Speaking speaking, Pace pace, DateTimeOffset at)
    {
        var left = speaking.Sheet.PartBegan + pace.Budget(speaking) - speaking.Sheet.Clock!.Elapsed(at);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    public static Countdown Countdown(Session.Speaking speaking, Pace pace, DateTimeOffset at)
    {
        var left = Of(speaking, pace, at);
        return new(speaking.Sheet.Clock!.Stands ? null : at + left, left, pace.Budget(speaking));
    }
}

/// <summary>Whether the person is still there.</summary>
internal static class Presence
{
    /// <summary>Nothing was ever said, or two parts in a row went by without a word.</summary>
    public static bool IsGone(Session.Speaking speaking)
    {
        var sheet = speaking.Sheet;
        if (sheet.Entries.Count == 0) return true;
        if (speaking is not Session.Probing) return false;
        var part = sheet.Probes.Count;
        return part > 1 && sheet.Entries.All(entry => entry.Part < part - 1);
    }
}
