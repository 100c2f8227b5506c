using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Questions;

namespace NetflixPrep.Bot.Sessions;

/// <summary>Minutes that a person practised in an area.</summary>
/// <param name="Area">Of <see cref="Areas"/>.</param>
internal sealed record PractisedMinutes(string Area, DateTimeOffset At, double Minutes);

/// <summary>The table of minutes really practised: what plans and drills count by.</summary>
internal static class Practised
{
    public static void Add(ProjectionWriter writer, StreamId stream, PersonId person, Area area, DateTimeOffset at, TimeSpan used) =>
        writer.Execute("INSERT OR REPLACE INTO practised (stream, person, area, at, minutes) VALUES (@Stream, @Person, @Area, @At, @Minutes)",
            new { Stream = stream.ToString(), Person = person.ToString(), Area = area.Id, At = Times.Text(at), Minutes = Math.Round(used.TotalMinutes, 1) });

    /// <summary>What the person practised in this group since then, oldest first.</summary>
    public static IReadOnlyList<PractisedMinutes> PractisedSince(this Reads reads, PersonId person, DateTimeOffset since) =>
    [
        .. reads.Query<Row>("SELECT area AS Area, at AS At, minutes AS Minutes FROM practised WHERE person = @Person AND at >= @Since ORDER BY at, stream",
            new { Person = person.ToString(), Since = Times.Text(since) }).Select(row => new PractisedMinutes(row.Area, Times.Read(row.At), row.Minutes)),
    ];

    private sealed record Row(string Area, string At, double Minutes);
}
