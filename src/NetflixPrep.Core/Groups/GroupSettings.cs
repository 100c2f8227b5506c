using System.Globalization;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Dailies;

namespace NetflixPrep.Core.Groups;

/// <summary>How the bot works in one group. The defaults are what most groups want.</summary>
public sealed record GroupSettings
{
    public const string DefaultZone = "UTC";
    public const int FewestRetentionDays = 7;
    public const int MostRetentionDays = 3650;
    public const int FewestReviews = 1;
    public const int MostReviews = 8;
    public const int DefaultReviews = 3;
    public const int FewestReviewDays = 1;
    public const int MostReviewDays = 30;
    public const int DefaultReviewDays = 3;

    public static GroupSettings Default { get; } = new();

    /// <summary>Null: things are shown where they were asked for.</summary>
    public PlaceId? PracticeChannel { get; init; }

    /// <summary>Null: as <see cref="PracticeChannel"/>.</summary>
    public PlaceId? ReviewChannel { get; init; }

    public Seq<PersonId> Moderators { get; init; } = [];

    /// <summary>A zone of the IANA list: days and hours of the group are counted in it.</summary>
    public string Zone { get; init; } = DefaultZone;

    public QuietHours? QuietHours { get; init; }

    /// <summary>Finished sessions are erased after so many days; null keeps them.</summary>
    public int? RetentionDays { get; init; }

    /// <summary>So many reviews open an answer that was shared.</summary>
    public int Reviews { get; init; } = DefaultReviews;

    /// <summary>After so many days it opens with what there is.</summary>
    public int ReviewDays { get; init; } = DefaultReviewDays;

    /// <summary>Whether reviewers need a licence.</summary>
    public LicenceRule Licence { get; init; }

    /// <summary>When a question of the day comes to the practice channel; null for none.</summary>
    public DailyHour? DailyQuestion { get; init; }

    /// <summary>The hour of the day at which it does.</summary>
    public Slot? DailySlot => DailyQuestion?.SlotIn(Zone);
}

/// <summary>A licence shows that somebody scores samples as the group's rubric means it.</summary>
public enum LicenceRule
{
    /// <summary>Anybody reviews; reviews without a licence are marked so.</summary>
    Recommended,

    /// <summary>Only those who have one review.</summary>
    Required,
}

/// <summary>A time of each day in which nobody is disturbed; it may go over midnight.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    private static readonly string[] Formats = ["H:mm", "HH:mm"];

    public bool Covers(TimeOnly time) => From < To ? time >= From && time < To : time >= From || time < To;

    /// <summary>When they end, if they cover this moment in that zone; else null.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset at, string zone) => Covers(ZonedDays.TimeOf(at, zone)) ? ZonedDays.Next(To, zone, at).At : null;

    /// <summary>Null when the text is not two different times such as 22:00-07:30.</summary>
    public static QuietHours? Read(string text) =>
        text.Replace('–', '-').Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
        && TimeOnly.TryParseExact(from, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var begin)
        && TimeOnly.TryParseExact(to, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var end) && begin != end
            ? new(begin, end)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{To:HH:mm}");
}
