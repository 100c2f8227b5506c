using System.Text.Json;
using System.Text.Json.Serialization;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills.Dailies;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Bot.Json;

/// <summary>How a group's facts are stored: one switch each way. Names are added, never changed.</summary>
internal static class GroupJson
{
    private static GroupJsonContext Json => GroupJsonContext.Default;

    public static Stored Write(GroupEvent fact) => fact switch
    {
        GroupEvent.Introduced it => new("introduced", JsonSerializer.Serialize(it, Json.Introduced)),
        GroupEvent.SettingsChanged it => new("settings-changed", JsonSerializer.Serialize(it, Json.SettingsChanged)),
        _ => throw new JsonException($"{fact.GetType().Name} has no stored name."),
    };

    public static GroupEvent Read(Stored stored) => stored.Kind switch
    {
        "introduced" => JsonSerializer.Deserialize(stored.Data, Json.Introduced)!,
        "settings-changed" => JsonSerializer.Deserialize(stored.Data, Json.SettingsChanged)!,
        _ => throw new JsonException($"'{stored.Kind}' is not a known fact of a group: it was written by a newer version."),
    };

    public static string Write(Seq<PersonId> people) => JsonSerializer.Serialize(people, Json.SeqPersonId);

    public static Seq<PersonId> ReadPeople(string data) => JsonSerializer.Deserialize(data, Json.SeqPersonId)!;
}

/// <summary><see cref="GroupSettings"/> as stored; see <see cref="StoredMessage"/>.</summary>
internal sealed record StoredSettings(PlaceId? PracticeChannel, PlaceId? ReviewChannel, Seq<PersonId>? Moderators, string? Zone, string? QuietHours, int? RetentionDays, string? DailyQuestion, int? Reviews, int? ReviewDays, LicenceRule? Licence);

internal sealed class SettingsConverter : ShapeConverter<GroupSettings, StoredSettings>
{
    protected override GroupSettings Of(StoredSettings shape) => new()
    {
        PracticeChannel = shape.PracticeChannel,
        ReviewChannel = shape.ReviewChannel,
        Moderators = shape.Moderators ?? [],
        Zone = shape.Zone ?? GroupSettings.DefaultZone,
        QuietHours = shape.QuietHours is { } quiet ? QuietHours.Read(quiet) : null,
        RetentionDays = shape.RetentionDays,
        DailyQuestion = shape.DailyQuestion is { } daily ? DailyHour.Read(daily) : null,
        Reviews = shape.Reviews ?? GroupSettings.DefaultReviews,
        ReviewDays = shape.ReviewDays ?? GroupSettings.DefaultReviewDays,
        Licence = shape.Licence ?? LicenceRule.Recommended,
    };

    protected override StoredSettings Shape(GroupSettings value) => new(
        value.PracticeChannel, value.ReviewChannel, Some(value.Moderators), value.Zone == GroupSettings.DefaultZone ? null : value.Zone, value.QuietHours?.ToString(), value.RetentionDays, value.DailyQuestion?.ToString(),
        value.Reviews == GroupSettings.DefaultReviews ? null : value.Reviews, value.ReviewDays == GroupSettings.DefaultReviewDays ? null : value.ReviewDays,
        value.Licence == LicenceRule.Recommended ? null : value.Licence);
}

/// <summary>The source-generated shapes of a group's facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(SettingsConverter), typeof(SeqConverter<PersonId>)])]
[JsonSerializable(typeof(GroupEvent.Introduced))]
[JsonSerializable(typeof(GroupEvent.SettingsChanged))]
[JsonSerializable(typeof(StoredSettings))]
[JsonSerializable(typeof(PersonId))]
[JsonSerializable(typeof(Seq<PersonId>), TypeInfoPropertyName = "SeqPersonId")]
internal sealed partial class GroupJsonContext : JsonSerializerContext;
