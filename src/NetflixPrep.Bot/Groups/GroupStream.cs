using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills.Dailies;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Bot.Groups;

/// <summary>The stream kind of groups: the desk behind it, and the table that is read by look-ups.</summary>
internal static class GroupStream
{
    public static StreamKind<Group, GroupInput, GroupEvent> Kind(GroupDesk desk) => new()
    {
        Name = Group.StreamName,
        Initial = Group.New,
        Evolve = (group, fact) => group.Evolve(fact),
        Decide = desk.Decide,
        Write = GroupJson.Write,
        Read = GroupJson.Read,
        Project = (writer, stream, _, fact, _) => Project(writer, stream, fact),
    };

    /// <summary>How the bot works in the person's group; the defaults in direct messages.</summary>
    public static GroupSettings SettingsOf(this Reads reads, PersonId person) =>
        Group.StreamOf(person) is { } stream && reads.First<Row>("""
            SELECT practice_channel AS PracticeChannel, review_channel AS ReviewChannel, moderators AS Moderators, zone AS Zone,
                quiet_hours AS QuietHours, retention_days AS RetentionDays, daily_question AS DailyQuestion
            FROM groups WHERE stream = @Stream
            """, new { Stream = stream.ToString() }) is { } row
            ? row.ToSettings()
            : GroupSettings.Default;

    /// <summary>Whether the group was told what the bot does.</summary>
    public static bool IsIntroduced(this Reads reads, StreamId group) =>
        reads.First<long?>("SELECT 1 FROM groups WHERE stream = @Stream AND introduced_at IS NOT NULL", new { Stream = group.ToString() }) is not null;

    private static void Project(ProjectionWriter writer, StreamId stream, GroupEvent fact)
    {
        var key = stream.ToString();
        writer.Execute("INSERT OR IGNORE INTO groups (stream) VALUES (@key)", new { key });
        switch (fact)
        {
            case GroupEvent.Introduced introduced:
                writer.Execute("UPDATE groups SET introduced_at = @At WHERE stream = @key", new { key, At = Times.Text(introduced.At) });
                break;
            case GroupEvent.SettingsChanged { Settings: var settings }:
                writer.Execute("""
                    UPDATE groups SET practice_channel = @Practice, review_channel = @Review, moderators = @Moderators, zone = @Zone,
                        quiet_hours = @Quiet, retention_days = @Days, daily_question = @Daily, daily_slot = @Slot
                    WHERE stream = @key
                    """, new
                {
                    key,
                    Practice = settings.PracticeChannel?.ToString(),
                    Review = settings.ReviewChannel?.ToString(),
                    Moderators = GroupJson.Write(settings.Moderators),
                    settings.Zone,
                    Quiet = settings.QuietHours?.ToString(),
                    Days = (long?)settings.RetentionDays,
                    Daily = settings.DailyQuestion?.ToString(),
                    Slot = settings.DailySlot?.ToString(),
                });
                break;
        }
    }

    private sealed record Row(string? PracticeChannel, string? ReviewChannel, string Moderators, string Zone, string? QuietHours, long? RetentionDays, string? DailyQuestion)
    {
        public GroupSettings ToSettings() => new()
        {
            PracticeChannel = Place(PracticeChannel),
            ReviewChannel = Place(ReviewChannel),
            Moderators = GroupJson.ReadPeople(Moderators),
            Zone = Zone,
            QuietHours = QuietHours is { } quiet ? Core.Groups.QuietHours.Read(quiet) : null,
            RetentionDays = (int?)RetentionDays,
            DailyQuestion = DailyQuestion is { } daily ? DailyHour.Read(daily) : null,
        };

        private static PlaceId? Place(string? text) => text is null ? null : PlaceId.Parse(text);
    }
}
