using System.Globalization;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Drills.Dailies;
using NetflixPrep.Core.Groups;

namespace NetflixPrep.Bot.Drills;

/// <summary>What the routers and the look-ups ask the tables about questions of the day.</summary>
internal static class DailyReads
{
    /// <summary>The groups whose question comes at this hour, with their days.</summary>
    public static Seq<(StreamId Group, DrillDays Days)> GroupsAt(this Reads reads, Slot slot) =>
    [
        .. from row in reads.Query<WantedRow>("SELECT stream AS Stream, daily_question AS Daily FROM groups WHERE daily_slot = @Slot ORDER BY stream", new { Slot = slot.ToString() })
           let hour = DailyHour.Read(row.Daily)
           where hour is not null
           select (StreamId.Parse(row.Stream), hour.Days),
    ];

    /// <summary>What a group had before, oldest first.</summary>
    public static Seq<AskedDaily> DailiesOf(this Reads reads, StreamId group) =>
    [
        .. reads.Query<AskedRow>("""SELECT question_id AS QuestionId, date AS Date FROM dailies WHERE "group" = @Group AND question_id IS NOT NULL ORDER BY date""", new { Group = group.ToString() })
            .Select(row => new AskedDaily(row.QuestionId, Day(row.Date))),
    ];

    /// <summary>The newest questions that stand in a place.</summary>
    public static IReadOnlyList<StreamId> DailiesAt(this Reads reads, PlaceId place) =>
        Streams(reads, "SELECT stream FROM dailies WHERE place = @Place AND state = 'asked' ORDER BY date DESC LIMIT 20", new { Place = place.ToString() });

    /// <summary>The date of the group's newest question when it could not be shown in the practice channel as it is now.</summary>
    public static DateOnly? LostDaily(this Reads reads, StreamId group, GroupSettings settings) =>
        reads.First<LostRow>("""SELECT date AS Date, state AS State, coalesce(place, '') AS Place FROM dailies WHERE "group" = @Group ORDER BY date DESC LIMIT 1""", new { Group = group.ToString() })
            is { State: "lost" } row && row.Place == settings.PracticeChannel?.ToString() ? Day(row.Date) : null;

    /// <summary>Questions that the person answered: in their group, or without one everywhere.</summary>
    public static IReadOnlyList<StreamId> DailiesAnsweredBy(this Reads reads, PersonId person) =>
        Streams(reads, $"SELECT stream FROM daily_answers WHERE {Whose.Theirs} ORDER BY stream", Whose.Of(person));

    /// <summary>Questions of a group that were asked before that and still hold what was answered.</summary>
    public static IReadOnlyList<StreamId> DailiesBefore(this Reads reads, StreamId group, DateTimeOffset before) =>
        Streams(reads, """SELECT stream FROM dailies WHERE "group" = @Group AND at < @Before AND state IN ('asked', 'lost') ORDER BY stream""", new { Group = group.ToString(), Before = Times.Text(before) });

    private static List<StreamId> Streams(Reads reads, string sql, object parameters) => [.. reads.Query<string>(sql, parameters).Select(StreamId.Parse)];

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record WantedRow(string Stream, string Daily);

    private sealed record AskedRow(string QuestionId, string Date);

    private sealed record LostRow(string Date, string State, string Place);
}
