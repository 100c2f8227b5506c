using System.Globalization;
using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Plans;

namespace NetflixPrep.Bot.Plans;

/// <summary>The stream kind of study plans: the desk behind it, and the table by which they are found.</summary>
internal static class PlanStream
{
    public static StreamKind<PlanSheet, PlanInput, PlanEvent> Kind() => new()
    {
        Name = PlanSheet.StreamName,
        Initial = stream => new(stream),
        Evolve = (sheet, fact) => sheet.Evolve(fact),
        Decide = PlanDesk.Decide,
        Write = PlanJson.Write,
        Read = PlanJson.Read,
        Project = (writer, stream, _, fact, sheet) => Project(writer, stream, fact, sheet.Setup!),
    };

    private static void Project(ProjectionWriter writer, StreamId stream, PlanEvent fact, PlanSetup setup) =>
        writer.Execute("""
            INSERT INTO plans (stream, person, platform, "user", interview, changed_at) VALUES (@Stream, @Person, @Platform, @User, @Interview, @At)
            ON CONFLICT (stream) DO UPDATE SET interview = excluded.interview, changed_at = excluded.changed_at
            """, new
        {
            Stream = stream.ToString(),
            Person = setup.Person.ToString(),
            setup.Person.Platform,
            setup.Person.User,
            Interview = setup.Interview.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            At = Times.Text(fact.At),
        });
}
