namespace NetflixPrep.Core.Drills;

/// <summary>The days of the week on which a drill comes.</summary>
/// <param name="Mask">Bit 0 is Monday, bit 6 Sunday; never 0.</param>
public readonly record struct DrillDays(int Mask)
{
    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly char[] Between = [' ', ',', ';', '+', '/'];

    public static DrillDays Daily { get; } = new(0b1111111);

    public static DrillDays Weekdays { get; } = new(0b0011111);

    public static DrillDays Weekends { get; } = new(0b1100000);

    public bool Includes(DateOnly date) => (Mask & BitOf(date)) != 0;

    /// <summary>The bit of the weekday of a date.</summary>
    public static int BitOf(DateOnly date) => 1 << (((int)date.DayOfWeek + 6) % 7);

    /// <summary>Reads daily, weekdays, weekends, or a list such as "mon, wed, fri"; null when a word is no day.</summary>
    public static DrillDays? Read(string text)
    {
        var mask = 0;
        foreach (var word in text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (BitsOf(word) is not { } bits) return null;
            mask |= bits;
        }
        return mask == 0 ? null : new(mask);
    }

    public override string ToString() =>
        this == Daily ? "daily"
        : this == Weekdays ? "weekdays"
        : this == Weekends ? "weekends"
        : string.Join(", ", ListOf(Mask));

    private static IEnumerable<string> ListOf(int mask) => Names.Where((_, at) => (mask & (1 << at)) != 0);

    private static int? BitsOf(string word) => word.ToUpperInvariant() switch
    {
        "DAILY" or "EVERYDAY" or "ALL" => Daily.Mask,
        "WEEKDAYS" or "WEEKDAY" or "WORKDAYS" => Weekdays.Mask,
        "WEEKENDS" or "WEEKEND" => Weekends.Mask,
        "AND" => 0,
        // "mon", "Monday", "mondays".
        var day when day.Length >= 3 && Array.FindIndex(Names, name => day.StartsWith(name, StringComparison.OrdinalIgnoreCase) && FullName(name).StartsWith(day.TrimEnd('S'), StringComparison.OrdinalIgnoreCase)) is var at and >= 0 => 1 << at,
        _ => null,
    };

    private static string FullName(string name) => name switch
    {
        "Tue" => "Tuesday",
        "Wed" => "Wednesday",
        "Thu" => "Thursday",
        "Sat" => "Saturday",
        _ => name + "day",
    };
}
