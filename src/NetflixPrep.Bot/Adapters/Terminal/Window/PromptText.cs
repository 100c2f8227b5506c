using System.Globalization;

namespace NetflixPrep.Bot.Adapters.Terminal.Window;

/// <summary>The words before the cursor: time of day, time left, what is new elsewhere, place and person.</summary>
internal static class PromptText
{
    /// <param name="clock">The newest message in the place that set a clock, or null.</param>
    public static string Of(DateTimeOffset now, TimeZoneInfo zone, string place, string person, Sheet? clock, IReadOnlyList<(string Place, int New)> unread)
    {
        var parts = new List<string> { TimeZoneInfo.ConvertTime(now, zone).ToString("HH:mm", CultureInfo.InvariantCulture) };
        if (clock is not null && TimeLeft(now, clock) is { } left) parts.Add(left);
        parts.AddRange(unread.Take(2).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.New} new in {each.Place}")));
        if (unread.Count > 2) parts.Add($"more in {unread.Count - 2} other places");
        return $"[{string.Join(" · ", parts)}] {ShortPlace(place)} {person}> ";
    }

    /// <summary>Such as <c>38 min left</c>, <c>half over, 20 min left</c>, <c>paused, 20 min left</c>; null when no clock is set.</summary>
    public static string? TimeLeft(DateTimeOffset now, Sheet clock)
    {
        if (clock.Budget is not { } budget || clock.Left is not { } standing || budget <= TimeSpan.Zero) return null;
        var left = clock.EndsAt is { } end ? end - now : standing;
        if (left <= TimeSpan.Zero) return "time is up";
        var minutes = (int)Math.Ceiling(left.TotalMinutes);
        var words = left < TimeSpan.FromMinutes(1) ? "under 1 min left" : string.Create(CultureInfo.InvariantCulture, $"{minutes} min left");
        return clock.EndsAt is null ? $"paused, {words}" : left <= budget / 2 ? $"half over, {words}" : words;
    }

    private static string ShortPlace(string place) => place.Length <= 40 ? place : place[..39] + "…";
}
