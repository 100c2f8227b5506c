using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Core.Drills;

/// <summary>What a person asked for: a drill at a local time in a zone. Local time and zone are the truth; instants follow from them.</summary>
public sealed record Subscription
{
    public const int FewestMinutes = 3;
    public const int MostMinutes = 60;
    public const int DefaultMinutes = 10;

    public static TimeOnly DefaultTime { get; } = new(8, 30);

    public required PersonId Person { get; init; }

    /// <summary>Where it was asked for: the place for a private line when direct messages are closed.</summary>
    public required PlaceId AskedIn { get; init; }

    public required TimeOnly Time { get; init; }

    /// <summary>A zone of the IANA list.</summary>
    public required string Zone { get; init; }

    public required DrillDays Days { get; init; }

    /// <summary>About how long a drill may take.</summary>
    public int Minutes { get; init; } = DefaultMinutes;

    /// <summary>The person's own, besides those of the group; in the person's zone.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>May the drill go to a thread in the group's practice channel when direct messages are closed?</summary>
    public bool ThreadAllowed { get; init; }

    /// <summary>The first date that is meant: today, unless its time had passed when this was asked for.</summary>
    public required DateOnly FirstOn { get; init; }

    public Slot Slot => new(Zone, Time);
}

/// <summary>One hour of the day in one zone: all whose drill comes then share it, and its one timer.</summary>
public readonly record struct Slot(string Zone, TimeOnly Time)
{
    /// <summary>The first part of the ids of these streams.</summary>
    public const string StreamName = "slot";

    public StreamId Stream => new(StreamName, ToString());

    /// <summary>The next instant after that, with the date it is meant for.</summary>
    public (DateOnly Date, DateTimeOffset At) Next(DateTimeOffset after) => ZonedDays.Next(Time, Zone, after);

    public override string ToString() => $"{Zone}@{Time.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <exception cref="FormatException">The text was not written by <see cref="ToString"/>.</exception>
    public static Slot Parse(string text) => text.LastIndexOf('@') is var at and > 0
        ? new(text[..at], TimeOnly.ParseExact(text[(at + 1)..], "HH:mm", CultureInfo.InvariantCulture))
        : throw new FormatException($"'{text}' is not zone@HH:mm.");
}
