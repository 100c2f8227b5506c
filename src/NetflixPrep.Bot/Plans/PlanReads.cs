using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Calendars;
using NetflixPrep.Core.Plans;

namespace NetflixPrep.Bot.Plans;

/// <summary>What is asked about somebody's plan.</summary>
internal static class PlanReads
{
    /// <summary>
    /// The person's plan: in a group that group's only; in direct messages the one made there, else the newest of the same human.
    /// Null when there is none.
    /// </summary>
    public static PlanSheet? PlanOf(this Reads reads, PersonId person) =>
        reads.OwnStream("plans", person) is { } stream && reads.Plan(stream) is { Setup: not null } sheet ? sheet : null;

    /// <summary>The area of the plan's day: what a drill of that date asks about. Null without a plan.</summary>
    public static string? PlannedArea(Reads reads, PersonId person, DateOnly date) =>
        reads.PlanOf(person) is { Setup: { } setup } ? Planner.AreaFor(setup, reads.DoneFor(setup), date) : null;

    /// <summary>What was practised since the plan was made; for a plan of direct messages wherever it was.</summary>
    public static Seq<Done> DoneFor(this Reads reads, PlanSetup setup)
    {
        var whose = Whose.Of(setup.Person);
        return
        [
            .. reads.Query<Row>($"SELECT area AS Area, at AS At, minutes AS Minutes FROM practised WHERE {Whose.Theirs} AND at >= @Since ORDER BY at, stream",
                new { whose.Person, whose.Everywhere, whose.Lead, whose.Tail, Since = Times.Text(ZonedDays.StartOf(setup.MadeOn, setup.Zone)) })
                .Select(row => new Done(row.Area, ZonedDays.DateOf(Times.Read(row.At), setup.Zone), row.Minutes)),
        ];
    }

    /// <summary>The newest own row of a table that has one for each person: in a group that group's, in direct messages their own first.</summary>
    public static StreamId? OwnStream(this Reads reads, string table, PersonId person) =>
        reads.First<string>($"""
            SELECT stream FROM {table} WHERE platform = @Platform AND "user" = @User AND (@Group IS NULL OR person = @Person)
            ORDER BY person = @Person DESC, changed_at DESC, stream LIMIT 1
            """, new { person.Platform, person.User, person.Group, Person = person.ToString() }) is { } stream ? StreamId.Parse(stream) : null;

    /// <summary>True for a stream of this very person; in direct messages for each of that human's.</summary>
    public static bool IsOf(StreamId stream, PersonId person) => person.Group is null
        ? stream.Key.StartsWith(person.Platform + ":", StringComparison.Ordinal) && stream.Key.EndsWith(":" + person.User, StringComparison.Ordinal)
        : stream.Key == person.ToString();

    private static PlanSheet Plan(this Reads reads, StreamId stream) =>
        reads.Events(stream).Aggregate(new PlanSheet(stream), (sheet, fact) => sheet.Evolve(PlanJson.Read(new(fact.Type, fact.Data))));

    private sealed record Row(string Area, string At, double Minutes);
}
