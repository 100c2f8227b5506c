using System.Globalization;
using NetflixPrep.Core.Chat;
using NodaTime;

namespace NetflixPrep.Core.Calendars;

/// <summary>Time zones by their IANA names, from the list that comes with the bot: the same on every machine.</summary>
public static class Zones
{
    private static readonly Dictionary<string, string> Known =
        DateTimeZoneProviders.Tzdb.Ids.ToDictionary(id => id, id => id, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> All => DateTimeZoneProviders.Tzdb.Ids;

    /// <summary>Which edition of the list this is.</summary>
    public static string Edition => DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>The name as the list has it, or null.</summary>
    public static string? Find(string name) => Known.GetValueOrDefault(name.Trim().Replace(' ', '_'));

    /// <summary>The zone that was probably meant: by a slip of the pen, or by its city alone.</summary>
    public static string? Nearest(string name)
    {
        var typed = name.Trim().Replace(' ', '_');
        return All.FirstOrDefault(id => id.EndsWith("/" + typed, StringComparison.OrdinalIgnoreCase)) ?? Chat.Nearest.Of(typed, All);
    }

    /// <summary>The day that a moment belongs to, such as 2026-01-05.</summary>
    public static string Day(DateTimeOffset at, string zone) => ZonedDays.DateOf(at, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
