using System.Globalization;

namespace NetflixPrep.Core.Drills.Dailies;

/// <summary>When a group's question of the day comes, by the clocks of the group's zone.</summary>
public sealed record DailyHour(TimeOnly Time, DrillDays Days)
{
    /// <summary>Reads "09:00 weekdays", "9 am mon, wed" or a time alone, which means daily; null when it is neither.</summary>
    public static DailyHour? Read(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // "9 am" is two words.
        for (var taken = Math.Min(2, words.Length); taken > 0; taken--)
        {
            if (SubscriptionEntry.ReadTime(string.Concat(words.Take(taken))) is not { } time) continue;
            var days = taken == words.Length ? DrillDays.Daily : DrillDays.Read(string.Join(' ', words.Skip(taken)));
            return days is { } read ? new(time, read) : null;
        }
        return null;
    }

    /// <summary>The hour of the day that it shares with drills.</summary>
    public Slot SlotIn(string zone) => new(zone, Time);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time:HH:mm} {Days}");
}
