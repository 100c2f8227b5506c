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
    /// <summary>No sign of life in the whole answer, or two parts in a row went by without a word.</summary>
    public static bool IsGone(Session.Speaking speaking)
    {
        var sheet = speaking.Sheet;
        return speaking switch
        {
            Session.Answering => sheet.Entries.Count == 0 && sheet.HintNotes.All(note => note.By is not null) && sheet.FactsAsked.Count == 0 && sheet.FactsMissed.Count == 0 && sheet.Awaited is null
                && sheet.Evidence.Count == 0 && sheet.EvidenceMissed.Count == 0,
            Session.Probing => sheet.Entries.All(entry => entry.Part < speaking.Part - 1),
            _ => sheet.Entries.Count == 0,
        };
    }
}
