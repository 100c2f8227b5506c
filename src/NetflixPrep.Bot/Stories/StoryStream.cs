using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Plans;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Stories;

namespace NetflixPrep.Bot.Stories;

/// <summary>The stream kind of stories: the desk behind it, and the table by which they are found.</summary>
internal static class StoryStream
{
    public static StreamKind<StoryShelf, StoryInput, StoryEvent> Kind() => new()
    {
        Name = StoryShelf.StreamName,
        Initial = StoryShelf.New,
        Evolve = (shelf, fact) => shelf.Evolve(fact),
        Decide = StoryDesk.Decide,
        Write = StoryJson.Write,
        Read = StoryJson.Read,
        Project = (writer, stream, _, fact, shelf) => Project(writer, stream, fact, shelf),
    };

    /// <summary>The person's stories, found as their plan is; empty ones of their own when there are none.</summary>
    public static StoryShelf StoriesOf(this Reads reads, PersonId person) => reads.Stories(reads.OwnStream("stories", person) ?? StoryShelf.StreamOf(person));

    /// <summary>The stories of this very person, and of no other group.</summary>
    public static Seq<Story> StoriesHere(this Reads reads, PersonId person) => reads.Stories(StoryShelf.StreamOf(person)).Stories;

    private static StoryShelf Stories(this Reads reads, StreamId stream) =>
        reads.Events(stream).Aggregate(StoryShelf.New(stream), (shelf, fact) => shelf.Evolve(StoryJson.Read(new(fact.Type, fact.Data))));

    private static void Project(ProjectionWriter writer, StreamId stream, StoryEvent fact, StoryShelf shelf)
    {
        var person = PersonId.Parse(stream.Key);
        writer.Execute("""
            INSERT INTO stories (stream, person, platform, "user", count, changed_at) VALUES (@Stream, @Person, @Platform, @User, @Count, @At)
            ON CONFLICT (stream) DO UPDATE SET count = excluded.count, changed_at = excluded.changed_at
            """, new { Stream = stream.ToString(), Person = person.ToString(), person.Platform, person.User, Count = (long)shelf.Stories.Count, At = Times.Text(fact.At) });
    }
}
