using NetflixPrep.Bot.Conversations;
using NetflixPrep.Bot.Json;
using NetflixPrep.Bot.Sessions;
using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Drills;
using NetflixPrep.Core.Interviews;
using NetflixPrep.Core.Pairs;

namespace NetflixPrep.Bot.Pairs;

/// <summary>The stream kinds of a group's matching and of single meetings, and the tables that are read by them.</summary>
internal static class PairStreams
{
    public static StreamKind<Pool, PoolInput, PoolEvent> Pools() => new()
    {
        Name = Pool.StreamName,
        Initial = Pool.New,
        Evolve = (pool, fact) => pool.Evolve(fact),
        Decide = PoolDesk.Decide,
        Write = PairJson.Write,
        Read = PairJson.ReadPool,
        Background = true,
        Project = (writer, stream, _, fact, _) => Project(writer, stream, fact),
    };

    public static StreamKind<Meeting, MeetingInput, MeetingEvent> Meetings(ScriptShelf shelf) => new()
    {
        Name = Meeting.StreamName,
        Initial = _ => new Meeting.NotMet(),
        Evolve = (meeting, fact) => meeting.Evolve(fact),
        Decide = (meeting, input) => new MeetingDesk(Questions(shelf, (meeting as Meeting.Held)?.Setup ?? (input as MeetingInput.Start)?.Setup)).Decide(meeting, input),
        Write = PairJson.Write,
        Read = PairJson.ReadMeeting,
        Background = true,
        Project = (writer, stream, _, fact, _) => Project(shelf, writer, stream, fact),
    };

    private static Seq<Scripted> Questions(ScriptShelf shelf, MeetingSetup? setup) =>
        setup is null ? [] : [.. setup.Halves.Select(half => shelf.Get(half.ScriptHash, half.QuestionId).Scripted)];

    private static void Project(ProjectionWriter writer, StreamId stream, PoolEvent fact)
    {
        (PersonId Person, string State)? change = fact switch
        {
            PoolEvent.Joined it => (it.Wish.Person, "waiting"),
            PoolEvent.PutBack it => (it.Person, "waiting"),
            PoolEvent.Left it => (it.Person, "out"),
            PoolEvent.Matched it => (it.Person, "out"),
            _ => null,
        };
        if (change is not { } known) return;
        writer.Execute("""
            INSERT INTO pool_members (stream, person, state, changed_at) VALUES (@Stream, @Person, @State, @At)
            ON CONFLICT (stream, person) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at
            """, new { Stream = stream.ToString(), Person = known.Person.ToString(), known.State, At = Times.Text(fact.At) });
    }

    private static void Project(ScriptShelf shelf, ProjectionWriter writer, StreamId stream, MeetingEvent fact)
    {
        var key = stream.ToString();
        switch (fact)
        {
            case MeetingEvent.Met { Setup: var setup } met:
                foreach (var half in setup.Halves) ScriptShelf.Keep(writer, shelf.Get(half.ScriptHash, half.QuestionId));
                writer.Execute("""
                    INSERT INTO pairs (stream, "group", date, status, started_at, first_question, second_question) VALUES (@key, @Group, @Date, 'open', @At, @First, @Second)
                    """, new { key, Group = new StreamId(Core.Groups.Group.StreamName, setup.Pool.Key).ToString(), Date = DrillWording.Iso(setup.Date), At = Times.Text(met.At), First = setup.Halves[0].QuestionId, Second = setup.Halves[1].QuestionId });
                foreach (var side in setup.Sides)
                    writer.Execute("INSERT INTO pair_people (stream, person, platform, \"user\") VALUES (@key, @Person, @Platform, @User)",
                        new { key, Person = side.Person.ToString(), side.Person.Platform, side.Person.User });
                break;
            case MeetingEvent.Ended ended:
                writer.Execute("UPDATE pairs SET status = 'over', ended_at = @At WHERE stream = @key", new { key, At = Times.Text(ended.At) });
                break;
        }
    }
}
