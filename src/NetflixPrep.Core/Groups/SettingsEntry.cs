using System.Globalization;
using NetflixPrep.Core.Chat;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Dailies;

namespace NetflixPrep.Core.Groups;

/// <summary>Holds typed settings against what they can be: all of them are taken, or none with a sentence for each that is wrong.</summary>
internal static class SettingsEntry
{
    private const string Off = "off";

    private static readonly char[] Between = [' ', ',', ';'];

    public static (GroupSettings Settings, Seq<string> Complaints) Read(GroupSettings before, PersonId person, Seq<Argument> arguments, GroupNames names)
    {
        var complaints = new List<string>();
        var after = arguments.Aggregate(before, (settings, argument) =>
        {
            var value = argument.Value.Trim();
            if (value.Equals(Off, StringComparison.OrdinalIgnoreCase)) return Without(settings, argument.Name);
            if (With(settings, argument.Name, value, person, names) is { } changed) return changed;
            complaints.Add(Mend(argument.Name, value, names));
            return settings;
        });
        if (complaints.Count == 0 && Clash(after) is { } clash) complaints.Add(clash);
        return (after, complaints.ToSeq());
    }

    /// <summary>What cannot go together, whichever of the two was typed.</summary>
    private static string? Clash(GroupSettings after) => after switch
    {
        { DailyQuestion: null } => null,
        { PracticeChannel: null } => "daily-question: comes to the practice channel. Name one with practice-channel:#practice, or take the question back with daily-question:off.",
        { QuietHours: { } quiet, DailyQuestion: { } daily } when quiet.Covers(daily.Time) =>
            $"daily-question: {DrillWording.Clock(daily.Time)} lies in the quiet hours of this group, {quiet}. Choose another time, or other quiet-hours:.",
        _ => null,
    };

    private static GroupSettings Without(GroupSettings settings, string name) => name switch
    {
        "practice-channel" => settings with { PracticeChannel = null },
        "review-channel" => settings with { ReviewChannel = null },
        "moderators" => settings with { Moderators = [] },
        "zone" => settings with { Zone = GroupSettings.DefaultZone },
        "quiet-hours" => settings with { QuietHours = null },
        "retention" => settings with { RetentionDays = null },
        "daily-question" => settings with { DailyQuestion = null },
        "reviews" => settings with { Reviews = GroupSettings.DefaultReviews },
        "review-days" => settings with { ReviewDays = GroupSettings.DefaultReviewDays },
        "licence" => settings with { Licence = LicenceRule.Recommended },
        _ => settings,
    };

    private static GroupSettings? With(GroupSettings settings, string name, string value, PersonId person, GroupNames names) => name switch
    {
        "practice-channel" => names.Channel(person, value) is { } channel ? settings with { PracticeChannel = channel } : null,
        "review-channel" => names.Channel(person, value) is { } channel ? settings with { ReviewChannel = channel } : null,
        "moderators" => People(value, person, names) is { } people ? settings with { Moderators = people } : null,
        "zone" => names.Zone(value) is { } zone ? settings with { Zone = zone } : null,
        "quiet-hours" => QuietHours.Read(value) is { } quiet ? settings with { QuietHours = quiet } : null,
        "retention" => Number(Bare(value), GroupSettings.FewestRetentionDays, GroupSettings.MostRetentionDays) is { } kept ? settings with { RetentionDays = kept } : null,
        "daily-question" => DailyHour.Read(value) is { } daily ? settings with { DailyQuestion = daily } : null,
        "reviews" => Number(value, GroupSettings.FewestReviews, GroupSettings.MostReviews) is { } reviews ? settings with { Reviews = reviews } : null,
        "review-days" => Number(Bare(value), GroupSettings.FewestReviewDays, GroupSettings.MostReviewDays) is { } days ? settings with { ReviewDays = days } : null,
        "licence" => Rule(value) is { } rule ? settings with { Licence = rule } : null,
        _ => null,
    };

    private static Seq<PersonId>? People(string value, PersonId person, GroupNames names)
    {
        var people = value.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(name => names.Person(person, name)).ToList();
        return people.Count > 0 && people.All(each => each is not null) ? [.. people.Select(each => each!.Value).Distinct()] : null;
    }

    private static int? Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    // "90 days" is 90.
    private static string Bare(string value) => value.EndsWith("days", StringComparison.OrdinalIgnoreCase) ? value[..^4].Trim() : value;

    private static LicenceRule? Rule(string value) => value.ToUpperInvariant() switch
    {
        "RECOMMENDED" => LicenceRule.Recommended,
        "REQUIRED" => LicenceRule.Required,
        _ => null,
    };

    private static string Mend(string name, string value, GroupNames names) => name switch
    {
        "practice-channel" or "review-channel" => $"{name}: is a channel of this group, such as #practice, or off.",
        "moderators" => "moderators: are people of this group, such as @ana @ben, or off.",
        "zone" => names.NearestZone(value) is { } near
            ? $"zone: there is no {value}. Did you mean zone:{near}?"
            : "zone: is a name such as Europe/Berlin or America/New_York, or off for UTC.",
        "quiet-hours" => "quiet-hours: is two times, such as 22:00-07:30, or off.",
        "retention" => $"retention: is a number of days from {GroupSettings.FewestRetentionDays} to {GroupSettings.MostRetentionDays}, or off.",
        "daily-question" => "daily-question: is a time and days, such as \"09:00 weekdays\" or \"09:00 mon, wed, fri\", or off.",
        "reviews" => $"reviews: is how many reviews open an answer, {GroupSettings.FewestReviews} to {GroupSettings.MostReviews}, or off for {GroupSettings.DefaultReviews}.",
        "review-days" => $"review-days: is after how many days an answer opens with the reviews there are, {GroupSettings.FewestReviewDays} to {GroupSettings.MostReviewDays}, or off for {GroupSettings.DefaultReviewDays}.",
        "licence" => "licence: is recommended or required.",
        _ => $"There is no setting {name}.",
    };
}
