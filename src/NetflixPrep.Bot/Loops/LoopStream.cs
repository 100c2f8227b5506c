using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Loops;

namespace NetflixPrep.Bot.Loops;

/// <summary>The stream kind of loops: the desk behind it, and the table that is read by it.</summary>
internal static class LoopStream
{
    public const string Name = "loop";

    public static StreamKind<Loop, LoopInput, LoopEvent> Kind() => new()
    {
        Name = Name,
        Initial = _ => new Loop.NotPlanned(),
        Evolve = (loop, fact) => loop.Evolve(fact),
        Decide = LoopDesk.Decide,
        Write = LoopJson.Write,
        Read = LoopJson.Read,
        Project = (writer, stream, _, fact, _) => Project(writer, stream, fact),
    };

    private static void Project(ProjectionWriter writer, StreamId stream, LoopEvent fact)
    {
        var key = stream.ToString();
        switch (fact)
        {
            case LoopEvent.Planned planned:
                writer.Execute("""
                    INSERT INTO loops (stream, person, platform, "user", label, status, started_at) VALUES (@key, @Person, @Platform, @User, @Label, 'open', @At)
                    """, new
                {
                    key,
                    Person = planned.Setup.Person.ToString(),
                    planned.Setup.Person.Platform,
                    planned.Setup.Person.User,
                    planned.Setup.Label,
                    At = Times.Text(planned.At),
                });
                break;
            case LoopEvent.Ended ended:
                writer.Execute("UPDATE loops SET status = 'finished', ended_at = @At WHERE stream = @key", new { key, At = Times.Text(ended.At) });
                break;
        }
    }
}

/// <summary>What the router and the look-ups ask the tables about loops.</summary>
internal static class LoopReads
{
    /// <summary>The person's open loop: in a group that group's only, in direct messages any.</summary>
    public static StreamId? OpenLoop(this Reads reads, PersonId person) =>
        reads.First<string>("""
            SELECT stream FROM loops
            WHERE platform = @Platform AND "user" = @User AND status = 'open' AND (@Group IS NULL OR person = @Person)
            ORDER BY started_at DESC, stream LIMIT 1
            """, new { person.Platform, person.User, person.Group, Person = person.ToString() }) is { } stream ? StreamId.Parse(stream) : null;

    /// <summary>Whose open sessions and loops live in a place, those that run first.</summary>
    public static IReadOnlyList<PersonId> OwnersAt(this Reads reads, PlaceId place) =>
    [
        .. reads.SessionsAt(place).Where(row => row.IsOpen).Select(row => PersonId.Parse(row.Person)),
        .. reads.Query<string>("SELECT l.person FROM places p JOIN loops l ON l.stream = p.stream WHERE p.place = @Place AND l.status = 'open' ORDER BY l.started_at DESC", new { Place = place.ToString() }).Select(PersonId.Parse),
    ];

    public static IReadOnlyList<StreamId> OpenLoopsAt(this Reads reads, PlaceId place) =>
        [.. reads.Query<string>("SELECT l.stream FROM places p JOIN loops l ON l.stream = p.stream WHERE p.place = @Place AND l.status = 'open'", new { Place = place.ToString() }).Select(StreamId.Parse)];
}
